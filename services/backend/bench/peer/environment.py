"""The peer's own environment: made in the user's cache folder, every package by its hash, never the product's."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

import platformdirs

from bench.server import BenchError

REQUIREMENTS = Path(__file__).parent / "requirements.txt"
HOW = "python3 ringside.py bench peer_pipecat --install"


def folder() -> Path:
    """Where it lies; another set of requirements lies elsewhere."""
    digest = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()[:12]
    return platformdirs.user_cache_path("Ringside", appauthor=False) / f"peer-{digest}"


def python() -> Path:
    """Its interpreter; raises `BenchError` where it is not installed."""
    found = _interpreter(folder())
    if not (folder() / "complete").is_file() or not found.is_file():
        raise BenchError(f"the peer is not installed: {HOW}")
    return found


def install() -> Path:
    """Make it, 750 MB on disk; done already when it is there. Returns the interpreter."""
    target = folder()
    if not (target / "complete").is_file():
        shutil.rmtree(target, ignore_errors=True)
        try:
            subprocess.run([sys.executable, "-m", "venv", str(target)], check=True)
            pip = [str(_interpreter(target)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*pip, "--require-hashes", "-r", str(REQUIREMENTS)], check=True)
        except subprocess.CalledProcessError as failure:
            raise BenchError(f"the peer's packages could not be installed: {failure}") from failure
        (target / "complete").touch()
    return python()


def _interpreter(target: Path) -> Path:
    return target / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
