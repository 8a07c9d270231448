"""The one line on stdout that tells whoever started us where we are."""

import json
import sys


def print_ready(port: int, pid: int, version: str) -> None:
    """Say that the port is open; nothing else may be printed before."""
    line = {"status": "ready", "port": port, "pid": pid, "version": version}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
