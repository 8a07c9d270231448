"""Measures the engines on this machine and keeps the figures, which choose the recogniser and the voices."""

import argparse
import json
import sys
from pathlib import Path

from app.domain.plain import to_plain
from app.runtime.calibration import best_recogniser, best_voice, in_words
from app.settings import Settings
from app.wiring import Ringside


def main(argv: list[str] | None = None) -> int:
    """Measure, say what was found; unless `--once`, one JSON object last."""
    parser = argparse.ArgumentParser(prog="calibrate", description=__doc__)
    parser.add_argument("--data-dir", type=Path, help="where the figures are kept")
    parser.add_argument("--models-dir", type=Path, help="where the models are")
    parser.add_argument("--once", action="store_true", help="only if this machine was not measured yet")
    args = parser.parse_args(argv)
    given = {"data_dir": args.data_dir, "models_dir": args.models_dir}
    ringside = Ringside(Settings(**{name: value for name, value in given.items() if value is not None}))
    if args.once and ringside.calibration is not None:
        return 0
    print("measuring this machine (a few seconds) …", file=sys.stderr)
    found = ringside.calibrate()
    print(in_words(found.figures).replace("; ", "\n"), file=sys.stderr)
    if args.once:
        return 0
    chosen = {"speech to text": best_recogniser(found), "voice": best_voice(found)}
    print(json.dumps({**to_plain(found), "chosen": chosen, "kept_in": str(ringside.calibration_file)}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
