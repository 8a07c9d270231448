"""A Chromium for the browser tests: the one at hand, else Playwright's, else Debian's."""

import os
import shutil
import sys
from pathlib import Path

from scripts.environment import pnpm
from scripts.places import DESKTOP, WINDOWS, SetupError, ask, run, say

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable", "msedge")
_PLAYWRIGHTS = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))"
DOWNLOAD_LIMIT_S = 300


def chromium() -> Path:
    """Path of a browser that Playwright can drive, installed if need be; raises `SetupError`."""
    found = _told() or _playwrights_own() or _installed() or _download() or _from_debian()
    if not found:
        raise SetupError("No Chromium was found or could be installed. Install Chrome or Chromium and run this again.")
    say(f"browser: {found}")
    return found


def set_up() -> None:
    """Have a browser for the tests; without one everything else still works."""
    try:
        chromium()
    except SetupError as error:
        say(f"browser: {error} Only the browser tests need it.")


def _told() -> Path | None:
    path = os.environ.get("RINGSIDE_CHROMIUM")
    if path and not Path(path).exists():
        raise SetupError(f"RINGSIDE_CHROMIUM names {path}, which does not exist.")
    return Path(path) if path else None


def _playwrights_own() -> Path | None:
    asked = ask(["node", "--input-type=module", "-e", _PLAYWRIGHTS], cwd=DESKTOP)
    path = Path(asked.stdout.strip())
    return path if asked.returncode == 0 and path.is_file() else None


def _installed() -> Path | None:
    by_name = next(filter(None, map(shutil.which, NAMES)), None)
    if by_name:
        return Path(by_name)
    usual = []
    if sys.platform == "darwin":
        usual = [Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")]
    elif WINDOWS:
        roots = filter(None, map(os.environ.get, ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")))
        usual = [Path(root) / app for root in roots for app in ("Google/Chrome/Application/chrome.exe",)]
        usual += [Path(os.environ.get("PROGRAMFILES(X86)", "C:/")) / "Microsoft/Edge/Application/msedge.exe"]
    return next((path for path in usual if path.exists()), None)


def _download() -> Path | None:
    """Playwright's own build; None where its download is out of reach."""
    say("browser: none at hand, asking Playwright for its own")
    try:
        ask(pnpm("--dir", str(DESKTOP), "exec", "playwright", "install", "chromium"), limit_s=DOWNLOAD_LIMIT_S)
    except SetupError:
        say("browser: Playwright's download did not come through")
    return _playwrights_own()


def _from_debian() -> Path | None:
    """Debian's package, where we may install one."""
    if not shutil.which("apt-get") or WINDOWS or os.geteuid() != 0:
        return None
    say("browser: installing Debian's chromium")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    if run(["apt-get", "update", "-q"], env=quiet) or run(["apt-get", "install", "-y", "-q", "chromium"], env=quiet):
        return None
    return _installed()
