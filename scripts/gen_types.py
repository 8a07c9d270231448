"""TypeScript of the wire, generated from the backend's own models; `--check` fails when the file has drifted."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts import environment
from scripts.places import BACKEND, DESKTOP, ROOT, VENV_PYTHON, SetupError, ask, must, say

TYPES = DESKTOP / "src" / "types" / "wire.gen.ts"
_DUMP = """
import json
from app.api.openapi import wire_document
from app.main import app
print(json.dumps(wire_document(app)))
"""


def generate(target: Path) -> None:
    """Write the types of the wire document to `target`; raises `SetupError`."""
    dumped = ask([VENV_PYTHON, "-c", _DUMP], cwd=BACKEND)
    if dumped.returncode:
        raise SetupError(f"The backend could not describe its wire:\n{dumped.stderr.strip()}")
    document = target.with_suffix(".json")
    document.write_text(json.dumps(json.loads(dumped.stdout), indent=1), encoding="utf-8")
    must(
        environment.pnpm("--dir", str(DESKTOP), "exec", "openapi-typescript", str(document), "--output", str(target)),
        "Generating TypeScript from the wire",
    )
    document.unlink()


def main(arguments: list[str] | None = None) -> int:
    """Command line; 0 when the file is, or now is, what the backend says."""
    parser = argparse.ArgumentParser(prog="gen_types", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only; fail on any difference")
    options = parser.parse_args(arguments)
    name = TYPES.relative_to(ROOT)
    with tempfile.TemporaryDirectory(prefix="ringside-types-") as folder:
        fresh = Path(folder) / TYPES.name
        try:
            generate(fresh)
        except SetupError as error:
            print(f"error: {error}", file=sys.stderr)
            return 1
        text = fresh.read_text(encoding="utf-8")
    same = TYPES.exists() and TYPES.read_text(encoding="utf-8") == text
    if options.check:
        say(f"{name} is up to date" if same else f"{name} has drifted; run: python3 scripts/gen_types.py")
        return 0 if same else 1
    if not same:
        TYPES.parent.mkdir(parents=True, exist_ok=True)
        TYPES.write_text(text, encoding="utf-8")
    say(f"{name} {'was up to date' if same else 'written'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
