"""Set-up that is safe to repeat: the backend's virtual environment, the front end, the default models."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from scripts.places import (
    BACKEND,
    CACHE,
    DESKTOP,
    RENDERER,
    ROOT,
    VENV,
    VENV_PYTHON,
    SetupError,
    ask,
    must,
    run,
    say,
    tool,
)

RUNTIME_LOCK = BACKEND / "requirements.lock"
DEV_LOCK = BACKEND / "requirements-dev.lock"
PNPM = "pnpm@12"
NODE_HINT = "Install Node.js 20 or later, open a new terminal and run this again."
_INSTALLING = VENV / ".installing"
"""Stands in the environment while pip works: an environment that still has it was cut off half-way."""
_PYTHON_STAMP = VENV / ".ringside-lock"
_NODE_STAMP = ROOT / "node_modules" / ".ringside-lock"
_BUILD_STAMP = CACHE / "renderer.sha256"
_LIST_INSTALLED = """
import importlib.metadata, json
found = importlib.metadata.distributions()
print(json.dumps({d.name.lower().replace("_", "-").replace(".", "-"): d.version for d in found}))
"""


def set_up_python(*, dev: bool) -> None:
    """Make the backend's environment hold exactly what the lock names; quick when it already does."""
    lock = DEV_LOCK if dev else RUNTIME_LOCK
    if python_is_ready(lock):
        say(f"python: ready ({lock.name})")
        return
    if _INSTALLING.exists() or (VENV.exists() and _installed() is None):
        say("python: the environment is broken or half-finished, making it anew")
        shutil.rmtree(VENV)
    if not VENV.exists():
        say(f"python: creating {VENV.relative_to(ROOT)}")
        must([sys.executable, "-m", "venv", VENV], "Creating the virtual environment (on Debian: python3.11-venv)")
    say(f"python: installing {len(pins(lock))} packages from {lock.name}; the first time takes a minute or two")
    _INSTALLING.touch()
    _pip_install(lock)
    # The development lock is compiled over the runtime one, so it satisfies both.
    _PYTHON_STAMP.write_text(_digest([lock, RUNTIME_LOCK]), encoding="utf-8")
    _INSTALLING.unlink()
    say("python: ready")


def python_is_ready(lock: Path) -> bool:
    """Whether a finished installation of this lock (or of the one that includes it) is still in place."""
    accepted = {_digest([DEV_LOCK, RUNTIME_LOCK]), _digest([lock, RUNTIME_LOCK])}
    if _INSTALLING.exists() or not _PYTHON_STAMP.exists() or _PYTHON_STAMP.read_text(encoding="utf-8") not in accepted:
        return False
    installed = _installed()
    return installed is not None and all(installed.get(name) == version for name, version in pins(lock).items())


def pins(lock: Path) -> dict[str, str]:
    """Name to version of everything the lock wants on every platform (lines with a marker are left out)."""
    text = lock.read_text(encoding="utf-8")
    return {name.lower(): version for name, version in re.findall(r"^([\w.-]+)==(\S+) \\$", text, re.MULTILINE)}


def _installed() -> dict[str, str] | None:
    """What the environment holds, or None when its interpreter does not even run."""
    try:
        done = ask([VENV_PYTHON, "-c", _LIST_INSTALLED])
        return dict(json.loads(done.stdout)) if done.returncode == 0 else None
    except (ValueError, SetupError):
        return None


def _pip_install(lock: Path) -> None:
    """Install with every hash checked, counting packages aloud; raises `SetupError` with pip's last lines."""
    command = [VENV_PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--progress-bar=off", "--require-hashes", "-r", lock]
    lines: list[str] = []
    with subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as pip:
        assert pip.stdout is not None
        collected = 0
        for line in pip.stdout:
            lines.append(line.rstrip())
            collected += line.startswith("Collecting ")
            if line.startswith("Collecting ") and collected % 20 == 0:
                say(f"python: {collected} packages collected")
            if line.startswith("Installing collected packages"):
                say("python: unpacking")
    if pip.returncode:
        raise SetupError("pip could not install the packages:\n  " + "\n  ".join(lines[-15:]))


def check_node() -> None:
    """Raise `SetupError` unless Node 20 or later answers."""
    answer = ask([tool("node", NODE_HINT), "--version"]).stdout.strip()
    major = re.match(r"v(\d+)\.", answer)
    if not major or int(major[1]) < 20:
        raise SetupError(f"Node.js 20 or later is needed; this is {answer or 'no answer'}. {NODE_HINT}")


def pnpm(*arguments: str) -> list[str]:
    """The command line of the package manager; npx brings it where it is not installed."""
    return [tool("npx", NODE_HINT), "--yes", PNPM, *arguments]


def set_up_desktop() -> None:
    """Install the front end's packages as the lock names them."""
    check_node()
    locks = [ROOT / "pnpm-lock.yaml", ROOT / "pnpm-workspace.yaml", ROOT / "package.json", DESKTOP / "package.json"]
    wanted = _digest(locks)
    if _read(_NODE_STAMP) == wanted and (DESKTOP / "node_modules").is_dir():
        say("front end: packages ready")
        return
    say("front end: installing packages")
    _NODE_STAMP.unlink(missing_ok=True)
    must(pnpm("install", "--frozen-lockfile", "--reporter=append-only"), "Installing the front end's packages")
    _NODE_STAMP.write_text(wanted, encoding="utf-8")
    say("front end: packages ready")


def build_desktop() -> None:
    """Build the renderer unless the built one was made from exactly these sources."""
    wanted = _digest(_desktop_sources())
    if _read(_BUILD_STAMP) == wanted and (RENDERER / "index.html").exists():
        say("front end: build is up to date")
        return
    say("front end: building")
    _BUILD_STAMP.unlink(missing_ok=True)
    must(pnpm("-r", "build"), "Building the front end")
    CACHE.mkdir(exist_ok=True)
    _BUILD_STAMP.write_text(wanted, encoding="utf-8")


def _desktop_sources() -> list[Path]:
    """Every file that the build reads."""
    folders = [DESKTOP / name for name in ("src", "electron", "public")]
    inside = [path for folder in folders if folder.is_dir() for path in folder.rglob("*") if path.is_file()]
    beside = [path for path in DESKTOP.iterdir() if path.is_file() and not path.name.endswith(".tsbuildinfo")]
    return sorted([*inside, *beside, ROOT / "pnpm-lock.yaml"])


def set_up_for_development() -> None:
    """Everything the checks need except models and a browser."""
    set_up_python(dev=True)
    set_up_desktop()


def fetch_models(
    models_dir: Path | None, only: Iterable[str] = (), everything: bool = False, own_file: Path | None = None
) -> None:
    """Bring the default models (or those named) to this disk; raises `SetupError` when one cannot be had."""
    command = fetch_command(models_dir)
    command += [part for model_id in only for part in ("--only", model_id)]
    command += ["--all"] if everything else []
    command += ["--from", str(own_file.resolve())] if own_file else []
    if run(command):
        raise SetupError("A model is missing. docs/ops/model-setup.md tells how to bring one by hand.")


def fetch_command(models_dir: Path | None, *arguments: str) -> list[str]:
    """The command line of the downloader, which needs the backend's environment."""
    chosen = ["--models-dir", str(models_dir.resolve())] if models_dir else []
    return [str(VENV_PYTHON), str(ROOT / "scripts" / "fetch_models.py"), *chosen, *arguments]


def measure_machine(data_dir: Path | None, models_dir: Path | None) -> None:
    """Find out once how quick the engines are here; without figures the usual engines are used."""
    given = {"--data-dir": data_dir, "--models-dir": models_dir}
    places = [part for name, path in given.items() if path for part in (name, str(path.resolve()))]
    if run_module("bench.calibrate", ["--once", *places]):
        say("this machine could not be measured; going on with the usual engines")


def run_module(module: str, arguments: Sequence[str]) -> int:
    """Run a module of the backend inside its environment; returns its exit code."""
    # The user's own folder stays the current one, so that relative paths mean what was typed.
    return run([VENV_PYTHON, "-P", "-m", module, *arguments], cwd=Path.cwd(), env={"PYTHONPATH": str(BACKEND)})


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path.relative_to(ROOT).as_posix()).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest() if path.exists() else b"absent")
    return digest.hexdigest()


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
