"""Where a package's archive is: asked of the package clients, so that the user's own index settings hold."""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ASK_TIMEOUT_S = 180
FETCH_TIMEOUT_S = 3600


class RegistryError(Exception):
    """A package client could not say or fetch what was asked; the message is its own last line."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package URL of the manifest: `pkg:pypi/NAME@VERSION#MEMBER`."""

    registry: str
    name: str
    version: str
    member: str

    @classmethod
    def parse(cls, purl: str) -> "Package":
        """Read a package URL; raises `ValueError` for anything else."""
        match = re.fullmatch(r"pkg:(pypi|npm)/((?:@[^/@#]+/)?[^/@#]+)@([^#]+)#(.+)", purl)
        if not match:
            raise ValueError(f"not a package URL of a known registry: {purl}")
        return cls(*match.groups())

    @property
    def pin(self) -> str:
        """Exactly this version, in its client's words."""
        return f"{self.name}{'==' if self.registry == 'pypi' else '@'}{self.version}"

    @property
    def file_name(self) -> str:
        """A name for the archive on this disk."""
        suffix = "whl" if self.registry == "pypi" else "tgz"
        return f"{self.name.replace('/', '-').lstrip('@')}-{self.version}.{suffix}"


@dataclass(frozen=True, slots=True)
class Archive:
    """What a registry says about one archive."""

    url: str
    algorithm: str
    """A `hashlib` name; empty when the registry gave no digest."""
    digest: str
    """Lower-case hex."""

    def matches(self, path: Path) -> bool:
        """Whether the file holds the bytes that the registry means."""
        if not self.algorithm:
            return True
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, self.algorithm).hexdigest() == self.digest


def locate(package: Package) -> Archive:
    """Ask pip or npm where the archive is; raises `RegistryError`."""
    if package.registry == "npm":
        return _npm_archive(_ask([_tool("npm"), "view", package.pin, "dist", "--json"]))
    ask = [*_pip(), "install", "--quiet", "--dry-run", "--report", "-", "--ignore-installed", "--no-deps"]
    return _pip_archive(_ask([*ask, "--only-binary=:all:", package.pin]))


def fetch_by_client(package: Package, folder: Path) -> Path:
    """Let the package client download the archive itself (no byte progress); raises `RegistryError`."""
    folder.mkdir(parents=True, exist_ok=True)
    if package.registry == "pypi":
        command = [
            *_pip(),
            "download",
            "--quiet",
            "--no-deps",
            "--only-binary=:all:",
            "--dest",
            str(folder),
            package.pin,
        ]
    else:
        command = [_tool("npm"), "pack", "--silent", "--pack-destination", str(folder), package.pin]
    before = set(folder.iterdir())
    _ask(command, FETCH_TIMEOUT_S)
    fresh = [path for path in folder.iterdir() if path not in before]
    if len(fresh) != 1:
        raise RegistryError(f"{package.pin}: the client left {len(fresh)} new files instead of one")
    return fresh[0].replace(folder / package.file_name)


@contextmanager
def open_member(archive: Path, member: str) -> Iterator[IO[bytes]]:
    """One member of a wheel or an npm archive as a stream; raises `RegistryError` when it is not there."""
    try:
        if zipfile.is_zipfile(archive):
            with zipfile.ZipFile(archive) as wheel, wheel.open(member) as stream:
                yield stream
        else:
            with tarfile.open(archive) as tgz:
                stream_or_none = tgz.extractfile(f"package/{member}")
                if stream_or_none is None:
                    raise KeyError(member)
                with stream_or_none as stream:
                    yield stream
    except KeyError:
        raise RegistryError(f"{archive.name} has no file {member}") from None
    except (zipfile.BadZipFile, tarfile.TarError) as error:
        raise RegistryError(f"{archive.name} cannot be unpacked ({error})") from error


def _pip_archive(report: str) -> Archive:
    info = json.loads(report)["install"][0]["download_info"]
    hashes = info.get("archive_info", {}).get("hashes") or {}
    algorithm = next((name for name in ("sha512", "sha256") if name in hashes), "")
    return Archive(info["url"], algorithm, hashes.get(algorithm, ""))


def _npm_archive(answer: str) -> Archive:
    dist = json.loads(answer)
    algorithm, _, digest = dist.get("integrity", "").split(" ")[0].partition("-")
    return Archive(dist["tarball"], algorithm, base64.b64decode(digest).hex())


def _ask(command: list[str], timeout_s: int = ASK_TIMEOUT_S) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout_s, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RegistryError(str(error)) from error
    if done.returncode:
        lines = [line for line in done.stderr.strip().splitlines() if line.strip()]
        raise RegistryError(lines[-1] if lines else f"{command[0]} ended with {done.returncode}")
    return done.stdout


def _pip() -> list[str]:
    return [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input"]


def _tool(name: str) -> str:
    """Full path of a Node tool: on Windows `npm` is `npm.cmd`, which only a lookup finds."""
    found = shutil.which(name)
    if not found:
        raise RegistryError(f"{name} is not installed or not on the PATH; install Node 20 or later")
    return found
