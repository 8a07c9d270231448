"""A program beside the call that eats one core."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bench.scenarios.scenario import Scenario, sets


@contextmanager
def hog() -> Iterator[None]:
    """One process that never rests."""
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        process.kill()
        process.wait()


SCENARIO = Scenario(name="hog", about=__doc__, calls=sets("plain", "pauses_bella"), around=hog)
