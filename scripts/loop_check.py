"""The check `audio-loop`: calls through a real browser's sound; says so loudly where there is none to be had."""

import os
import sys
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts import browsers, environment
from scripts.places import DESKTOP, SetupError, run, say
from scripts.pulse import find_pulseaudio, sound_system


def check() -> int:
    """Exit code of the loop tests; 0 with a notice where there is no sound system to be had."""
    with ExitStack() as until_done:
        try:
            find_pulseaudio()
            env = until_done.enter_context(sound_system())
        except SetupError as reason:
            say(f"{'!' * 72}\nSKIPPED: no call was held through a real browser's sound.\n{reason}\n{'!' * 72}")
            return 0
        os.environ["RINGSIDE_CHROMIUM"] = str(browsers.chromium())
        tests = environment.pnpm("--dir", str(DESKTOP), "exec", "playwright", "test")
        return run([*tests, "--config", "tests/pulse/playwright.config.ts", *sys.argv[1:]], env=env)


def main() -> int:
    """Run the check; words on the command line go to Playwright."""
    try:
        return check()
    except SetupError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
