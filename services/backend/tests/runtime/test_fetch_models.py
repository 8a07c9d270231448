"""The downloader as a user meets it: packages first, the publisher second, a file of one's own, never wrong bytes."""

import hashlib
import io
import tarfile
import zipfile
from pathlib import Path

import pytest
from scripts import download, fetch_models, registry
from scripts.download import DownloadError
from scripts.registry import Archive, Package, RegistryError

from app.runtime.models import ModelFile, ModelFiles, ModelSpec, ModelState
from tests.runtime.conftest import FileServer

FIRST, SECOND = b"front half " * 5000, b"back half " * 5000
MODEL = FIRST + SECOND
VOICE = b"style" * 100


def wheel(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return buffer.getvalue()


def tarball(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, body in members.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(body)
            archive.addfile(entry, io.BytesIO(body))
    return buffer.getvalue()


ARCHIVES = {
    "half-1": wheel({"half_1/part.bin": FIRST}),
    "half-2": wheel({"half_2/part.bin": SECOND}),
    "voices-js": tarball({"voices/ana.bin": VOICE}),
}


def file_of(name: str, body: bytes, *packages: str, url: str = "") -> ModelFile:
    return ModelFile(name=name, bytes=len(body), sha256=hashlib.sha256(body).hexdigest(), packages=packages, url=url)


def model_of(*files: ModelFile) -> ModelSpec:
    return ModelSpec(id="m", purpose="tts", title="M", licence="MIT", origin="", default=True, files=files)


TWO_HALVES = file_of("model.bin", MODEL, "pkg:pypi/half-1@1.0#half_1/part.bin", "pkg:pypi/half-2@1.0#half_2/part.bin")
ANA = file_of("voices/ana.bin", VOICE, "pkg:npm/voices-js@2.0#voices/ana.bin")


@pytest.fixture(autouse=True)
def registries(server: FileServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both registries stand on this machine."""
    server.files.update({f"/{name}": body for name, body in ARCHIVES.items()})

    def locate(package: Package) -> Archive:
        body = ARCHIVES[package.name]
        return Archive(f"{server.url}/{package.name}", "sha256", hashlib.sha256(body).hexdigest())

    def no_client(package: Package, folder: Path) -> Path:
        raise RegistryError(f"{package.name}: no such package")

    monkeypatch.setattr(registry, "locate", locate)
    monkeypatch.setattr(registry, "fetch_by_client", no_client)
    monkeypatch.setattr(download, "WAITS_S", (0.0, 0.0))


def folder_with(tmp_path: Path, *files: ModelFile) -> ModelFiles:
    return ModelFiles(tmp_path / "models", {"m": model_of(*files)})


def test_parts_and_members_become_the_model(tmp_path: Path) -> None:
    files = folder_with(tmp_path, TWO_HALVES, ANA)
    fetch_models.fetch_all(files, files.manifest.values())
    assert files.path("m", "model.bin").read_bytes() == MODEL
    assert files.path("m", "voices/ana.bin").read_bytes() == VOICE
    assert sorted(p.name for p in files.models_dir.rglob("*") if p.is_file()) == [
        ".verified.json",
        "ana.bin",
        "model.bin",
    ]


def test_a_ready_model_is_left_alone(tmp_path: Path, server: FileServer) -> None:
    files = folder_with(tmp_path, ANA)
    fetch_models.fetch_all(files, files.manifest.values())
    server.asked.clear()
    fetch_models.fetch_all(files, files.manifest.values())
    assert server.asked == []


def test_a_damaged_model_is_mended(tmp_path: Path) -> None:
    files = folder_with(tmp_path, ANA)
    fetch_models.fetch_all(files, files.manifest.values())
    files.path("m", "voices/ana.bin").write_bytes(b"x" * len(VOICE))
    fetch_models.fetch_all(files, files.manifest.values())
    assert files.state("m") is ModelState.READY


def test_wrong_bytes_never_take_the_name(tmp_path: Path) -> None:
    liar = file_of("voices/ana.bin", b"other" * 100, *ANA.packages)
    files = folder_with(tmp_path, liar)
    with pytest.raises(DownloadError, match="wrong bytes"):
        fetch_models.fetch_all(files, files.manifest.values())
    assert files.state("m") is ModelState.MISSING
    assert not list(files.folder("m").rglob("ana*"))


def test_the_publisher_is_the_second_source(tmp_path: Path, server: FileServer) -> None:
    server.files["/ana.bin"] = VOICE
    gone = file_of("voices/ana.bin", VOICE, "pkg:npm/voices-js@2.0#voices/gone.bin", url=f"{server.url}/ana.bin")
    files = folder_with(tmp_path, gone)
    fetch_models.fetch_all(files, files.manifest.values())
    assert files.state("m") is ModelState.READY


def test_when_every_source_fails_the_error_tells_each_reason_and_the_way_out(
    tmp_path: Path, server: FileServer
) -> None:
    lost = file_of("voices/ana.bin", VOICE, "pkg:npm/voices-js@2.0#voices/gone.bin", url=f"{server.url}/nowhere")
    with pytest.raises(DownloadError) as told:
        fetch_models.fetch_model(folder_with(tmp_path, lost), model_of(lost))
    for words in ("no file voices/gone.bin", "404", "setup --from FILE", lost.sha256):
        assert words in str(told.value)


def test_an_archive_that_arrives_damaged_is_fetched_once_more(
    tmp_path: Path, server: FileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = folder_with(tmp_path, ANA)
    server.files["/voices-js"] = b"?" * len(ARCHIVES["voices-js"])
    with pytest.raises(DownloadError, match="arrived damaged twice"):
        fetch_models.fetch_all(files, files.manifest.values())
    assert len(server.asked) == 2


def test_a_closed_address_leaves_the_download_to_the_package_client(
    tmp_path: Path, server: FileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def by_client(package: Package, folder: Path) -> Path:
        path = folder / package.file_name
        path.write_bytes(ARCHIVES[package.name])
        return path

    monkeypatch.setattr(registry, "fetch_by_client", by_client)
    server.refuse_with = [401]
    files = folder_with(tmp_path, ANA)
    fetch_models.fetch_all(files, files.manifest.values())
    assert files.state("m") is ModelState.READY


def test_a_file_the_user_has_finds_its_place_by_its_bytes(tmp_path: Path) -> None:
    files = folder_with(tmp_path, ANA)
    own = tmp_path / "downloaded (1).bin"
    own.write_bytes(VOICE)
    assert fetch_models.use_own_file(files, own) == ("m", "voices/ana.bin")
    assert files.state("m") is ModelState.READY
    assert own.exists()


def test_a_foreign_file_is_refused(tmp_path: Path) -> None:
    files = folder_with(tmp_path, ANA)
    own = tmp_path / "x.bin"
    own.write_bytes(b"x" * len(VOICE))
    with pytest.raises(DownloadError, match=r"none of the manifest's files.*docs/ops/model-setup\.md"):
        fetch_models.use_own_file(files, own)
    with pytest.raises(DownloadError, match="There is no file"):
        fetch_models.use_own_file(files, tmp_path / "nothing")


def test_the_command_line_reports_an_unknown_model(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch_models.main(["--models-dir", str(tmp_path), "--only", "grand"]) == 1
    assert "No model is called 'grand'" in capsys.readouterr().err


def test_the_check_fails_on_an_empty_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fetch_models.main(["--models-dir", str(tmp_path), "--check"]) == 1
    said = capsys.readouterr().out
    assert "whisper-base: missing, 150 MB, MIT" in said
    assert "kokoro-82m-int8: missing (optional)" in said


@pytest.mark.parametrize("purl", ["pkg:cargo/a@1#b", "pkg:pypi/a#b", "pkg:pypi/a@1", "https://example.invalid/a"])
def test_only_full_package_urls_are_read(purl: str) -> None:
    with pytest.raises(ValueError, match="package URL"):
        Package.parse(purl)


def test_a_scoped_package_url_is_read() -> None:
    package = Package.parse("pkg:npm/@scope/name@1.2.3#data/x.bin")
    assert (package.name, package.version, package.member) == ("@scope/name", "1.2.3", "data/x.bin")
    assert package.pin == "@scope/name@1.2.3"
    assert "/" not in package.file_name


def test_every_package_url_of_the_manifest_is_readable() -> None:
    from app.runtime.models import load_manifest

    for spec in load_manifest().values():
        for file in spec.files:
            assert [Package.parse(purl) for purl in file.packages] or file.url
