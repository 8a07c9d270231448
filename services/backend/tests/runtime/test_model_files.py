"""The models folder knows what it holds: ready, missing or damaged, cheaply and for certain."""

import hashlib
import os
from pathlib import Path

import pytest

from app.domain.errors import ModelMissing, NotFound
from app.runtime import models
from app.runtime.models import ModelFile, ModelFiles, ModelSpec, ModelState, load_manifest

CONTENT = {"model.bin": b"weights" * 1000, "voices/ana.bin": b"style" * 10}


def spec_of(model_id: str = "tiny", *, default: bool = True) -> ModelSpec:
    files = tuple(
        ModelFile(name=name, bytes=len(body), sha256=hashlib.sha256(body).hexdigest()) for name, body in CONTENT.items()
    )
    return ModelSpec(id=model_id, purpose="stt", title="Tiny", licence="MIT", origin="", default=default, files=files)


@pytest.fixture
def files(tmp_path: Path) -> ModelFiles:
    return ModelFiles(tmp_path, {"tiny": spec_of()})


def put_all(files: ModelFiles) -> None:
    for name, body in CONTENT.items():
        path = files.path("tiny", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)


def test_an_empty_folder_misses_the_model(files: ModelFiles) -> None:
    assert files.state("tiny") is ModelState.MISSING
    with pytest.raises(ModelMissing) as told:
        files.require("tiny")
    assert "setup --models tiny" in told.value.hint


def test_a_model_with_all_its_bytes_is_ready(files: ModelFiles, tmp_path: Path) -> None:
    put_all(files)
    assert files.state("tiny") is ModelState.READY
    assert files.require("tiny") == tmp_path / "tiny"
    assert files.path("tiny", "voices/ana.bin").read_bytes() == CONTENT["voices/ana.bin"]


def test_one_missing_file_makes_the_model_missing(files: ModelFiles) -> None:
    put_all(files)
    files.path("tiny", "voices/ana.bin").unlink()
    assert files.state("tiny") is ModelState.MISSING


@pytest.mark.parametrize("body", [b"short", CONTENT["model.bin"][:-1] + b"!"])
def test_wrong_size_and_wrong_bytes_are_damage(files: ModelFiles, body: bytes) -> None:
    put_all(files)
    assert files.state("tiny") is ModelState.READY
    path = files.path("tiny", "model.bin")
    path.write_bytes(body)
    os.utime(path, ns=(1, 1))
    assert files.state("tiny") is ModelState.DAMAGED
    with pytest.raises(ModelMissing, match="damaged"):
        files.require("tiny")


def test_a_repaired_file_is_ready_again(files: ModelFiles) -> None:
    put_all(files)
    files.path("tiny", "model.bin").write_bytes(b"x" * len(CONTENT["model.bin"]))
    assert files.state("tiny") is ModelState.DAMAGED
    put_all(files)
    assert files.state("tiny") is ModelState.READY


def test_the_second_look_digests_nothing(files: ModelFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_all(files)
    assert files.state("tiny") is ModelState.READY
    read: list[Path] = []
    monkeypatch.setattr(models, "sha256_of", lambda path: read.append(path) or "")
    in_another_process = ModelFiles(tmp_path, {"tiny": spec_of()})
    assert in_another_process.state("tiny") is ModelState.READY
    assert read == []


def test_a_full_check_finds_damage_that_kept_size_and_time(files: ModelFiles) -> None:
    put_all(files)
    assert files.state("tiny") is ModelState.READY
    path = files.path("tiny", "model.bin")
    before = path.stat()
    path.write_bytes(b"x" * before.st_size)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert files.verify("tiny") is ModelState.DAMAGED
    assert files.state("tiny") is ModelState.DAMAGED


def test_a_new_release_of_the_same_size_is_not_taken_for_the_old_one(files: ModelFiles, tmp_path: Path) -> None:
    put_all(files)
    assert files.state("tiny") is ModelState.READY
    newer = ModelFile(name="model.bin", bytes=len(CONTENT["model.bin"]), sha256="0" * 64)
    changed = ModelSpec(id="tiny", purpose="stt", title="", licence="", origin="", default=True, files=(newer,))
    assert ModelFiles(tmp_path, {"tiny": changed}).state("tiny") is ModelState.DAMAGED


def test_a_torn_stamp_costs_only_time(files: ModelFiles, tmp_path: Path) -> None:
    put_all(files)
    (tmp_path / "tiny" / ".verified.json").write_text('{"model.bin": [1,')
    assert files.state("tiny") is ModelState.READY


def test_unknown_names_are_refused(files: ModelFiles) -> None:
    with pytest.raises(NotFound, match="grand"):
        files.state("grand")
    with pytest.raises(NotFound, match=r"other\.bin"):
        files.path("tiny", "other.bin")


def test_the_manifest_is_complete() -> None:
    manifest = load_manifest()
    assert {spec.purpose for spec in manifest.values() if spec.default} == {
        "stt",
        "stt_tail",
        "tts",
        "turn_end",
        "meaning",
    }
    for spec in manifest.values():
        assert spec.files
        assert spec.licence
        assert spec.origin.startswith("https://")
        for file in spec.files:
            assert len(file.sha256) == 64
            assert file.bytes > 0
            assert file.packages or file.url, f"{spec.id}/{file.name} has no source"
            assert ".." not in file.name
