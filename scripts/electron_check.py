"""The check `electron`: the built shell on a real Electron, on a screen of its own; says so loudly where it cannot."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts import environment
from scripts.get_test_electron import get_test_electron
from scripts.places import DESKTOP, SetupError, run, say

SCREEN = "1440x900x24"


def check() -> int:
    """Exit code of the smoke tests; 0 with a notice where there is no runtime or no screen to be had."""
    environment.build_desktop()
    try:
        runtime = get_test_electron()
        xvfb = _xvfb()
    except SetupError as reason:
        say(f"{'!' * 72}\nSKIPPED: the desktop shell was NOT tried on a real Electron.\n{reason}\n{'!' * 72}")
        return 0
    with _screen(xvfb) as display:
        tests = environment.pnpm("--dir", str(DESKTOP), "exec", "playwright", "test")
        tests += ["--config", "electron/playwright.config.ts", *sys.argv[1:]]
        return run(tests, env={"ELECTRON_OVERRIDE_DIST_PATH": str(runtime), "DISPLAY": display})


def _xvfb() -> str:
    """A screen for programs that need one: what is installed, else Debian's; raises `SetupError`."""
    found = shutil.which("Xvfb")
    if not found and shutil.which("apt-get") and os.geteuid() == 0:
        say("electron: installing Debian's xvfb")
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "update", "-q"], env=quiet)
        run(["apt-get", "install", "-y", "-q", "xvfb"], env=quiet)
        found = shutil.which("Xvfb")
    if not found:
        raise SetupError("Xvfb is not installed (on Debian and Ubuntu: apt install xvfb).")
    return found


@contextmanager
def _screen(xvfb: str) -> Iterator[str]:
    """A screen that nobody else draws on, as a `DISPLAY`."""
    reading, writing = os.pipe()
    command = [xvfb, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        try:
            # The server writes its number once it can be used; the end of the pipe means it could not.
            with os.fdopen(reading) as answer:
                number = answer.readline().strip()
            if not number:
                raise SetupError("Xvfb did not start.")
            yield f":{number}"
        finally:
            server.terminate()


def main() -> int:
    """Run the check; words on the command line go to Playwright."""
    try:
        return check()
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
