"""What the log and the wire say of utterances, states and decisions: one place for their shape."""

from typing import Any

from app.domain.call import Utterance
from app.domain.plain import to_plain
from app.domain.prospect import ProspectState, ProspectTurn


def state_data(turn: int, state: ProspectState, said: ProspectTurn) -> dict[str, Any]:
    """How the prospect feels after utterance `turn`, as the wire shows it."""
    return {
        "turn": turn,
        "trust": round(state.trust, 3),
        "resistance": round(state.resistance, 3),
        "patience": round(state.patience, 3),
        "interest": round(state.interest, 3),
        "phase": state.phase,
        "causes": to_plain(said.causes),
    }


def decision_data(turn: int, reply: int | None, before: ProspectState, said: ProspectTurn) -> dict[str, Any]:
    """What the prospect made of utterance `turn`; the scorer's ground truth."""
    after = said.next_state
    raised = [o.kind for o in after.objections if o.kind not in {b.kind for b in before.objections}]
    return {
        "turn": turn,
        "reply": reply,
        "moves": to_plain(said.moves),
        "causes": to_plain(said.causes),
        "facts": [fact for fact in after.disclosed if fact not in before.disclosed],
        "objection": raised[0] if raised else "",
        "stages": {o.kind: o.stage for o in after.objections},
        "ends": said.ends.value if said.ends else None,
        "wording": said.wording,
    }


def caption(utterance: Utterance, *, final: bool, kind: str = "line") -> dict[str, Any]:
    """The wire's `transcript` message."""
    data: dict[str, Any] = to_plain(utterance)
    data["turn"] = data.pop("index")
    return {"type": "transcript", "kind": kind, "final": final, **data}
