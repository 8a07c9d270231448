"""`test`: every check of the repository in order; all of them run, and one summary says what failed."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scripts import browsers, environment
from scripts.places import BACKEND, DESKTOP, ROOT, VENV_PYTHON, WINDOWS, SetupError, say

STEP_LIMIT_S = 2400
"""No step takes half as long; one that hangs must not hang the whole run."""


TESTED_MODELS = ("kokoro-82m-int8", "whisper-tiny-en")
"""What the contract suites need beside the default models: they run over every engine there is."""


@dataclass(frozen=True, slots=True)
class Check:
    """One step: a name for people, a command, where it runs."""

    name: str
    command: list[str]
    cwd: Path = ROOT
    env: Mapping[str, str] = field(default_factory=dict)


def all_checks() -> list[Check]:
    """Every check, cheap ones first."""
    python = str(VENV_PYTHON)
    scripts = VENV_PYTHON.parent
    playwright = environment.pnpm("--dir", str(DESKTOP), "exec", "playwright", "test")
    pytest = [python, "-m", "pytest", "-q", "--durations=5"]
    return [
        Check("format", [str(scripts / "ruff"), "format", "--check", "."]),
        Check("lint", [str(scripts / "ruff"), "check", "."]),
        Check("types", [python, "-m", "mypy"], BACKEND),
        Check(
            "types-scripts",
            [python, "-m", "mypy", "--config-file", str(BACKEND / "pyproject.toml"), "-p", "scripts"],
            env={"MYPYPATH": f"{ROOT}{os.pathsep}{BACKEND}"},
        ),
        Check("imports", [str(scripts / "lint-imports"), "--no-logo"], BACKEND),
        Check("wire", [sys.executable, str(ROOT / "scripts" / "gen_types.py"), "--check"]),
        Check("unit", [*pytest, "-n", "2", "-m", "not models"], BACKEND),
        Check("models", [*pytest, "-m", "models"], BACKEND),
        Check("web-lint", environment.pnpm("-r", "lint")),
        Check("web-types", environment.pnpm("-r", "typecheck")),
        Check("web-unit", environment.pnpm("-r", "test")),
        Check("web-build", environment.pnpm("-r", "build")),
        Check("gallery", [*playwright, "--config", "tests/gallery/playwright.config.ts"]),
        Check("browser", playwright),
        Check("audio-loop", [python, str(ROOT / "scripts" / "loop_check.py")]),
        Check("electron", [sys.executable, str(ROOT / "scripts" / "electron_check.py")]),
    ]


def check_all(only: Iterable[str] = ()) -> int:
    """Set up, run the checks, print a summary; 0 when all passed. Raises `SetupError` when set-up fails."""
    environment.check_node()
    environment.set_up_python(dev=True)
    checks = _chosen(all_checks(), set(only))
    environment.set_up_desktop()
    names = {check.name for check in checks}
    if names & {"models", "browser", "audio-loop", "electron"}:
        environment.fetch_models(None)
        environment.fetch_models(None, TESTED_MODELS)
    if names & {"gallery", "browser"}:
        os.environ["RINGSIDE_CHROMIUM"] = str(browsers.chromium())
    results = [(check.name, *_run(check)) for check in checks]
    say("\n== summary ==")
    for name, code, seconds in results:
        say(f"{'ok  ' if code == 0 else 'FAIL'} {name:<14} {seconds:6.1f} s")
    failed = [name for name, code, _ in results if code]
    again = "" if not failed else f"; run one again with: python3 ringside.py test --only {failed[0]}"
    say(f"checks: {len(results) - len(failed)} of {len(results)} ok{again}")
    return 1 if failed else 0


def _chosen(checks: list[Check], names: set[str]) -> list[Check]:
    known = {check.name for check in checks}
    if names - known:
        raise SetupError(
            f"No check is called {', '.join(sorted(names - known))}. There are: {', '.join(sorted(known))}."
        )
    return [check for check in checks if not names or check.name in names]


def _run(check: Check) -> tuple[int, float]:
    """Exit code and seconds of one check; its output goes where ours goes."""
    say(f"\n== {check.name} ==")
    plain = {} if sys.stdout.isatty() else {"NO_COLOR": "1"}
    began = time.monotonic()
    with subprocess.Popen(
        check.command,
        cwd=check.cwd,
        env={**os.environ, **plain, **check.env},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        start_new_session=not WINDOWS,
    ) as process:
        try:
            code = process.wait(STEP_LIMIT_S)
        except subprocess.TimeoutExpired:
            say(f"{check.name}: stopped after {STEP_LIMIT_S} s")
            code = 124
        finally:
            _end_group(process)
    return code, time.monotonic() - began


def _end_group(process: "subprocess.Popen[bytes]") -> None:
    """End whatever the check left behind, so that a server of one cannot disturb the next."""
    if WINDOWS:
        process.kill()
        return
    try:
        os.killpg(process.pid, 9)
    except (ProcessLookupError, PermissionError):
        return
