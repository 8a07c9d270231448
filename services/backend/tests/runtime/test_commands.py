"""The commands around the product: what is chosen, what is refused, and that nothing is left running."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import ringside
from scripts import backend_process, browsers, checks, environment, launch
from scripts.checks import Check
from scripts.places import SetupError

from tests.runtime.conftest import ROOT

DETECTION_LIMIT_S = 10.0


def say_and_serve(folder: Path, body: str) -> Path:
    """A stand-in for the environment's Python: ignores its arguments and runs `body`."""
    path = folder / "python"
    path.write_text(f"#!{sys.executable}\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def backend_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Behaviour":
    return Behaviour(tmp_path, monkeypatch)


class Behaviour:
    """Lets a test say what the backend process does."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.monkeypatch = folder, monkeypatch

    def does(self, body: str) -> backend_process.Backend:
        self.monkeypatch.setattr(backend_process, "VENV_PYTHON", say_and_serve(self.folder, body))
        return backend_process.Backend(self.folder / "log" / "backend.log", data_dir=self.folder / "data")


READY = (
    'import json, os, sys, time; print(json.dumps({"status": "ready", "port": 4321, "pid": os.getpid()}), flush=True)'
)


def test_the_ready_line_gives_the_address(backend_that: Behaviour) -> None:
    with backend_that.does(f"{READY}; time.sleep(60)") as backend:
        assert backend.url == "http://127.0.0.1:4321"
        assert len(backend.token) > 30


def test_every_start_has_its_own_token(tmp_path: Path) -> None:
    tokens = {backend_process.Backend(tmp_path / "log").token for _ in range(10)}
    assert len(tokens) == 10


def test_without_an_environment_the_error_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backend_process, "VENV_PYTHON", tmp_path / "gone")
    with pytest.raises(SetupError, match=r"ringside\.py setup"), backend_process.Backend(tmp_path / "log"):
        pass


def test_a_backend_that_dies_early_is_quoted(backend_that: Behaviour) -> None:
    with (
        pytest.raises(SetupError, match=r"ended before it was ready\.\nno database for you"),
        backend_that.does("import sys; sys.exit('no database for you')"),
    ):
        pass


def test_a_backend_that_says_something_else_first_is_refused(backend_that: Behaviour) -> None:
    with (
        pytest.raises(SetupError, match="before it was ready"),
        backend_that.does("import time; print('hello', flush=True); time.sleep(60)"),
    ):
        pass


def test_a_backend_that_never_gets_ready_is_stopped(backend_that: Behaviour, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backend_process, "READY_DEADLINE_S", 0.2)
    backend = backend_that.does("import time; time.sleep(60)")
    with pytest.raises(SetupError, match="not ready within"):
        backend.__enter__()
    assert backend.wait() == -signal.SIGTERM


def test_a_backend_that_will_not_end_is_ended_with_its_children(
    backend_that: Behaviour, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(backend_process, "STOP_DEADLINE_S", 0.2)
    deaf = (
        "import signal, subprocess; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        f"child = subprocess.Popen(['sleep', '60']); open({str(tmp_path / 'child')!r}, 'w').write(str(child.pid))\n"
        f"{READY}; time.sleep(60)"
    )
    with backend_that.does(deaf):
        child = psutil.Process(int((tmp_path / "child").read_text()))
    deadline = time.monotonic() + DETECTION_LIMIT_S
    while child.is_running() and child.status() != psutil.STATUS_ZOMBIE and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def test_all_checks_run_and_one_failure_fails_the_whole(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    python = sys.executable
    chosen = [
        Check("first", [python, "-c", "print('1 passed')"]),
        Check("second", [python, "-c", "raise SystemExit('broken')"]),
        Check("third", [python, "-c", "print('3 passed')"]),
    ]
    monkeypatch.setattr(checks, "all_checks", lambda: chosen)
    for step in ("check_node", "set_up_desktop"):
        monkeypatch.setattr(environment, step, lambda: None)
    monkeypatch.setattr(environment, "set_up_python", lambda *, dev: None)
    assert checks.check_all() == 1
    said = capfd.readouterr().out
    for line in ("1 passed", "broken", "3 passed", "FAIL second", "ok   third", "checks: 2 of 3 ok"):
        assert line in said
    assert checks.check_all(["first", "third"]) == 0
    with pytest.raises(SetupError, match=r"No check is called fourth\. There are: first, second, third"):
        checks.check_all(["fourth"])


def test_the_checks_cover_both_halves() -> None:
    names = [check.name for check in checks.all_checks()]
    assert len(set(names)) == len(names)
    assert {"lint", "types", "imports", "wire", "unit", "models", "web-unit", "web-build", "browser"} <= set(names)


def test_ci_runs_what_the_readme_says() -> None:
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("exec python3 ringside.py test")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_both_locks_agree() -> None:
    runtime, dev = environment.pins(environment.RUNTIME_LOCK), environment.pins(environment.DEV_LOCK)
    assert len(runtime) > 40
    assert {name: dev.get(name) for name in runtime} == runtime


def test_a_lock_never_names_an_index() -> None:
    for lock in (environment.RUNTIME_LOCK, environment.DEV_LOCK):
        assert "://" not in lock.read_text(encoding="utf-8")


def test_the_browser_that_was_told_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = tmp_path / "chrome"
    browser.touch()
    monkeypatch.setenv("RINGSIDE_CHROMIUM", str(browser))
    assert browsers.chromium() == browser
    monkeypatch.setenv("RINGSIDE_CHROMIUM", str(tmp_path / "gone"))
    with pytest.raises(SetupError, match="does not exist"):
        browsers.chromium()


def test_without_any_browser_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for source in ("_told", "_playwrights_own", "_installed", "_download", "_from_debian"):
        monkeypatch.setattr(browsers, source, lambda: None)
    with pytest.raises(SetupError, match="Install Chrome or Chromium"):
        browsers.chromium()


def test_the_window_needs_a_shell_and_its_runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = tmp_path / "main.js"
    monkeypatch.setattr(launch, "shell_entry", lambda: shell)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("ELECTRON_OVERRIDE_DIST_PATH", str(tmp_path))
    (tmp_path / "electron").touch()
    assert launch.electron_binary() is None
    shell.touch()
    assert launch.electron_binary() == tmp_path / "electron"
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert launch.electron_binary() is None
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    (tmp_path / "electron").unlink()
    assert launch.electron_binary() is None


def test_another_python_is_told_what_to_install(tmp_path: Path) -> None:
    old = f"import sys; sys.version_info = (3, 9, 0); sys.argv[0] = {str(ROOT / 'ringside.py')!r}\n"
    old += "import shutil; shutil.which = lambda name: None\n"
    old += f"sys.path.insert(0, {str(ROOT)!r}); import ringside; sys.exit(ringside.main())"
    done = subprocess.run([sys.executable, "-c", old], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "Ringside needs Python 3.11; this is 3.9." in done.stderr


@pytest.mark.parametrize("words", [[], ["fly"], ["bench"], ["start", "--fast"]])
def test_a_wrong_command_line_is_refused(words: list[str]) -> None:
    with pytest.raises(SystemExit):
        ringside.parse(words)


def test_the_rest_of_a_demo_or_bench_line_is_handed_on() -> None:
    assert ringside.parse(["demo", "--json", "--seed", "7"]).rest == ["--json", "--seed", "7"]
    options = ringside.parse(["bench", "voice", "--json"])
    assert (options.name, options.rest) == ("voice", ["--json"])


def test_closing_the_terminal_closes_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = say_and_serve(tmp_path, "import os, signal, time; os.kill(os.getppid(), signal.SIGTERM); signal.pause()")
    before = signal.signal(signal.SIGTERM, launch.stop_politely)
    try:
        options = ringside.parse(["start", "--data-dir", str(tmp_path)])
        assert launch.run_shell(window, options) == 0
    finally:
        signal.signal(signal.SIGTERM, before)
    assert not [child for child in psutil.Process().children() if child.name() == "python"]
