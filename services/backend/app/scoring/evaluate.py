"""Scores calls from a file, one JSON object a line: `python -m app.scoring.evaluate FILE.jsonl` (`-` reads stdin)."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from app.domain.errors import Invalid, RingsideError
from app.domain.plain import to_plain
from app.persona import ready_made
from app.reading import Reader, heads_status, load_heads
from app.runtime.models import default_models_dir
from app.scoring.intake import brief_from, script_from
from app.scoring.measures import measured
from app.scoring.session import score_session

FIELDS = frozenset({"transcript", "outcomes", "call_type", "playbook", "brief", "rubric"})
"""Those of POST /score; `id` beside them comes back with the answer."""


def evaluated(lines: Iterable[bytes], reader: Reader | None = None) -> Iterator[dict[str, Any]]:
    """One answer for every line that is not blank, in order.

    `{line, id?, scorecard, utterances, ignored}`; `ignored` names fields nobody looked at. A line that cannot be scored
    gives `{line, id?, error: {code, message, hint}}` and the run goes on. Lines count from 1.
    Without `reader` patterns alone read the lines.
    """
    for number, raw in enumerate(lines, 1):
        if raw.strip():
            yield {"line": number, **_answer(raw, reader)}


def _answer(raw: bytes, reader: Reader | None) -> dict[str, Any]:
    given: Any = None
    try:
        given = json.loads(raw)
        if not isinstance(given, Mapping):
            raise Invalid(
                "A line is one JSON object.", 'Such as {"transcript": [{"speaker": "trainee", "text": "Hi."}]}.'
            )
        answer = _scored(given, reader)
    except RingsideError as error:
        answer = _error(error.code, error.message, error.hint)
    except (ValueError, RecursionError):
        answer = _error("invalid", "The line is not readable JSON in UTF-8.")
    except Exception as error:  # the border of this command: one call must not cost the others theirs
        answer = _error("internal", f"Scoring failed: {type(error).__name__}.")
    known = given.get("id") if isinstance(given, Mapping) else None
    return {"id": known, **answer} if isinstance(known, str | int | float) else answer


def _scored(given: Mapping[str, Any], reader: Reader | None) -> dict[str, Any]:
    if "transcript" not in given:
        raise Invalid("The line has no transcript.", "It takes the fields of POST /score.")
    brief, call_type, rubric = _brief(given), given.get("call_type", "cold"), given.get("rubric")
    if not isinstance(call_type, str) or not isinstance(rubric, str | None):
        raise Invalid("`call_type` and `rubric` are names.")
    card = score_session(
        given["transcript"], given.get("outcomes"), call_type=call_type, brief=brief, rubric=rubric, reader=reader
    )
    return {
        "scorecard": card,
        "utterances": measured(script_from(given["transcript"]).utterances, brief_from(brief), reader),
        "ignored": sorted(set(given) - FIELDS - {"id"}),
    }


def _brief(given: Mapping[str, Any]) -> dict[str, Any] | None:
    """The brief as given, with the playbook as its seller."""
    brief, playbook = given.get("brief"), given.get("playbook")
    if brief is not None and not isinstance(brief, Mapping):
        raise Invalid("A brief is a mapping.", "It has the shape of `briefing` in the wire's POST /sessions.")
    if playbook is None:
        return None if brief is None else dict(brief)
    if isinstance(playbook, str):
        seller = to_plain(ready_made(playbook).seller)
    elif isinstance(playbook, Mapping) and all(isinstance(playbook.get(name), str) for name in ("company", "product")):
        seller = playbook
    else:
        raise Invalid("An inline playbook needs 'company' and 'product'.", "Or name a ready-made one by its id.")
    return {**(brief or {}), "seller": seller}


def _error(code: str, message: str, hint: str = "") -> dict[str, Any]:
    return {"error": {"code": code, "message": message, "hint": hint}}


def main(argv: list[str] | None = None) -> int:
    """Prints one JSON object per line of the file; 2 when the file cannot be opened, else 0."""
    parser = argparse.ArgumentParser(prog="python -m app.scoring.evaluate", description=__doc__)
    parser.add_argument("file", help="JSON lines with the fields of POST /score; - for stdin")
    parser.add_argument("--models", type=Path, default=default_models_dir(), help="folder with the model for meaning")
    given = parser.parse_args(argv)
    name: str = given.file
    reader = Reader(load_heads(given.models))
    try:
        source = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115 - closed by the with below
    except OSError as error:
        sys.stderr.write(f"{name}: {error.strerror}\n")
        return 2
    with source:
        sys.stderr.write(f"{heads_status(given.models)}\n")
        for answer in evaluated(source, reader):
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
