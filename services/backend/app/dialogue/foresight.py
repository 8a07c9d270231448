"""What the prospect will probably say next: replies to what trainees usually say at such a moment, worded for real."""

from collections.abc import Callable, Iterator, Sequence

from app.dialogue.mind.notes import Note, Pending
from app.dialogue.ports import WordingEngine
from app.dialogue.turn import generate_prospect_turn
from app.domain.call import Scene
from app.domain.lead_ins import lead_in_of, lead_ins
from app.domain.persona import Persona
from app.domain.prospect import ProspectState

_WHO = "{given}, this is {me} from {us}."
_REASON = "I'm calling because {problem}. Is that something you see too?"
_OPENING = (
    (3, f"Hi {_WHO} Can I take thirty seconds to say why I called?"),
    (3, f"Hi {_WHO} {_REASON}"),
    (2, f"Hi {_WHO} Do you have half a minute?"),
    (1, f"Hi {_WHO} Could I take twenty seconds?"),
    (2, f"Hi {_WHO} How are you today?"),
    (1, f"Hi {_WHO} Did I catch you at a bad time?"),
    (1, "Hello, who am I speaking to?"),
)
_WHY = (
    (4, _REASON),
    (3, "When companies grow, {problem}, and somebody has to fix it by hand. How do you handle that today?"),
    (1, "We help companies like yours. Our platform does it all in one place."),
    (1, "Could I have thirty seconds to explain?"),
)
_OBJECTED = (
    (4, "That's fair. Can I ask what's behind that?"),
    (3, "I understand. What we do is take that off your people's desk. {proof}."),
    (2, "I hear you. How do you handle that today?"),
    (2, "Would it be worth fifteen minutes on Thursday at ten?"),
    (1, "Okay, I understand. Thanks for your time, bye."),
)
_TALK = (
    (4, "How do you handle the {short} today?"),
    (3, "Where does it go wrong with the {short}?"),
    (3, "And what does that cost you, roughly?"),
    (2, "How long has that been going on?"),
    (3, "That is exactly where we help. You said it goes wrong there, and we take care of it. {proof}."),
    (4, "Would it be worth fifteen minutes on Thursday at ten or Friday at two?"),
    (2, "That makes sense. Who else is involved when you decide on something like this?"),
    (1, "I see."),
    (1, "Then I won't take more of your time. Is there anybody you know who fights with it?"),
)
_ASKED = {
    Pending.WHO: ((5, "Sorry, it's {me} from {us}."), (3, f"It's {{me}} from {{us}}. {_REASON}")),
    Pending.WHAT: _WHY,
    Pending.PRICE: ((4, "It's {price}."), (2, "It's {price}. Would fifteen minutes on Thursday at ten work?")),
    Pending.HOW: ((4, "It sits beside what you have and shows your people only the odd ones."), *_TALK[4:6]),
    Pending.WHO_ELSE: ((4, "{proof}."), *_TALK[4:6]),
    Pending.PROOF: ((4, "Good question. {proof}."), (2, "{proof}. Would fifteen minutes on Thursday at ten work?")),
    Pending.NUMBER: ((4, "It's on your website."),),
    Pending.WHY: ((4, "Because {problem}, and I wanted to know if you have that too."), *_TALK[4:6]),
    Pending.TIME: ((4, "Thursday at ten?"), (3, "How about Friday at two?")),
}
_CLOSING = (
    (4, "That works for me."),
    (3, "Perfect, I'll send the invite. What's the best address?"),
    (3, "Great, thank you. Talk then. Bye."),
)
_LIKELY = 3
"""Weight from which a usual line is also tried as the end of what was heard."""


def predict_first_clauses(
    state: ProspectState,
    persona: Persona,
    scene: Scene,
    *,
    split: Callable[[str], Sequence[str]],
    limit: int = 8,
    heard_so_far: str = "",
    wording: WordingEngine | None = None,
) -> list[str]:
    """Clauses worth having as sound before the trainee has finished, likeliest first; at most `limit`, pure.

    They are the first clauses of replies, or the second ones where the first is a lead-in, which every voice has as
    sound anyway. `split` cuts a reply into clauses as it will be cut to be spoken; `heard_so_far` is what was
    recognised of the line up to now, empty before the trainee speaks. Takes some milliseconds per probe: not for the
    event loop.
    """
    weights: dict[str, float] = {}
    for weight, line in _probes(state, persona, scene, heard_so_far):
        turn = generate_prospect_turn(state, line, persona, scene=scene, wording=wording)
        clauses = list(split(turn.text))
        ahead = clauses[1:2] if clauses and clauses[0] == lead_in_of(turn.text) else clauses[:1]
        for clause in ahead:
            if clause not in lead_ins():
                weights[clause] = weights.get(clause, 0.0) + weight
    return sorted(weights, key=lambda clause: -weights[clause])[:limit]


def _probes(state: ProspectState, persona: Persona, scene: Scene, heard: str) -> Iterator[tuple[float, str]]:
    if heard:
        yield 6.0, heard
        yield 3.0, f"{heard.rstrip('.?!, ')}?"
    for weight, line in _usual(state):
        filled = line.format(**_names(persona, scene))
        yield weight, filled
        if heard and weight >= _LIKELY:
            yield 0.6 * weight, f"{heard.rstrip('.?!, ')}. {filled}"


def _usual(state: ProspectState) -> Sequence[tuple[float, str]]:
    notes = state.notes
    if notes.get(Note.BOOKED) or notes.get(Note.OFFERED):
        return _CLOSING
    if (waiting := notes.get(Note.PENDING)) and waiting in _ASKED:
        return _ASKED[Pending(waiting)]
    if any(one.stage in ("raised", "acknowledged", "explored") for one in state.objections):
        return _OBJECTED
    if not state.exchange:
        return _OPENING
    return _TALK if notes.get(Note.REASON) else _WHY


def _names(persona: Persona, scene: Scene) -> dict[str, str]:
    brief = scene.brief
    seller = brief.seller if brief else None
    return {
        "given": persona.given_name,
        "me": brief.trainee_name if brief else "Alex",
        "us": seller.company if seller else "Northwind",
        "problem": seller.problems[0] if seller and seller.problems else "things go wrong by hand",
        "proof": seller.proof[0] if seller and seller.proof else "Others saw it in a month",
        "price": (seller.price_hint if seller else "") or "a monthly fee",
        "short": "work",
    }
