"""Four scripted calls and how they go, step by step; `python -m tests.dialogue.golden_calls` writes them anew."""

import json
from pathlib import Path
from typing import Any

from tests.dialogue.stage import OPENER, REASON, Call

FOLDER = Path(__file__).parent / "golden"
SCRIPTS: dict[str, tuple[int, int, tuple[str, ...]]] = {
    # name: seed, level, lines of the trainee
    "earns_a_meeting": (
        3,
        1,
        (
            OPENER,
            REASON,
            "That's fair. Can I ask what's behind that?",
            "Then we keep it small: one month, on your own invoices. Halden Paper did it that way.",
            "How do you check the carrier invoices against the rates today?",
            "And what goes wrong with the invoices?",
            "What does that cost you?",
            "So we check every invoice against the agreed rates the day it lands. Worth a look on Thursday at ten?",
            "That's fair. What's behind that?",
            "Then I'd show you only that part, on your own invoices. Would Thursday at ten or Friday at two work?",
            "Perfect, thank you {given}, bye.",
        ),
    ),
    "is_cut_off": (
        5,
        4,
        (
            "Hi {given}, how are you doing today?",
            "This is Alex from {us}, the leading provider of an end-to-end platform with dashboards and alerts.",
            "Our platform is scalable, secure, fully integrated, and it has machine learning and a mobile app.",
            "You should really sign up for a demo now.",
            "So can we book a meeting for Thursday?",
        ),
    ),
    "is_rude": (8, 3, (OPENER, REASON, "That's a stupid answer.", "You're an idiot.")),
    "falls_silent": (21, 2, (OPENER, "", "", "")),
}


def played(name: str) -> list[dict[str, Any]]:
    """What the mind did, turn by turn; the words are not part of it."""
    seed, level, lines = SCRIPTS[name]
    call = Call(seed, level)
    steps = []
    for line in lines:
        turn = call.trainee(line)
        state = turn.next_state
        steps.append(
            {
                "trainee": line,
                "moves": [move.value for move in turn.moves],
                "feelings": [state.trust, state.resistance, state.patience, state.interest],
                "phase": state.phase,
                "causes": [cause.what for cause in turn.causes],
                "ends": turn.ends.value if turn.ends else None,
            }
        )
        if turn.ends:
            break
    return steps


if __name__ == "__main__":
    for name in SCRIPTS:
        text = json.dumps(played(name), indent=1, ensure_ascii=False)
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")
