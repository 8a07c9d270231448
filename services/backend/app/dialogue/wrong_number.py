"""A number that belongs to somebody else: they say so, and go."""

from dataclasses import replace

from app.domain.acts import Act
from app.domain.call import EndReason, Scene
from app.domain.chance import unit
from app.domain.persona import Persona, Voice
from app.domain.prospect import Cause, Decision, Heard, Move, Plan, ProspectState
from app.reading import Reader

_GREETINGS = ("Hello?", "Yes?", "Yeah, hello?", "Hello, who is it?", "Hi.")


def initial_state() -> ProspectState:
    """A stranger at home, with no reason to talk."""
    return ProspectState(trust=0.2, resistance=0.8, patience=0.5, interest=0.0)


def greeting(scene: Scene) -> str:
    """How somebody answers a private phone."""
    return _GREETINGS[int(unit(scene.code, "wrong number") * len(_GREETINGS))]


def voice(scene: Scene) -> Voice:
    """Whose voice it is."""
    return Voice(gender="female" if unit(scene.code, "whose number") < 0.5 else "male")


def decide(
    state: ProspectState,
    heard: Heard,
    _persona: Persona,
    _scene: Scene,
    reader: Reader | None = None,
) -> Decision:
    """Says that this is the wrong number; once more, then leaves."""
    acts = (reader or Reader()).read(heard.text).acts
    last = state.exchange >= 1 or bool(acts & {Act.GOODBYE, Act.APOLOGISES, Act.INSULT, Act.SILENCE})
    move = Move.GOODBYE if last else Move.SAY_WHO
    first = not last
    return Decision(
        plan=Plan(moves=(move,), slots={f"variant.{move.value}": "nobody" if first else "wrong_number"}),
        next_state=replace(
            state,
            exchange=state.exchange + 1,
            phase="opening" if first else "closed",
            last_moves=(*state.last_moves, move)[-6:],
        ),
        causes=(Cause(what="it was the wrong number", change={}),),
        ends=None if first else EndReason.WRONG_NUMBER,
    )
