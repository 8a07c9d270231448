"""The prospect's front door: a line in, a decision with its words out; and the lines that nobody prompts."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.dialogue.engines.bank import BankWording
from app.dialogue.mind.decide import decide, initial_state
from app.dialogue.mind.moods import mood_of
from app.dialogue.mind.notes import Note
from app.dialogue.ports import WordingEngine
from app.dialogue.stock import completed
from app.dialogue.words.sentences import sentences_of
from app.domain.call import EndReason, Scene
from app.domain.chance import pick
from app.domain.persona import Persona
from app.domain.prospect import Cause, Heard, Move, Plan, ProspectState, ProspectTurn
from app.reading import Reader

NUDGES = 2
"""Nudges before the prospect gives up on a silent line."""


def generate_prospect_turn(
    state: ProspectState,
    trainee_text: str,
    persona: Persona | Mapping[str, Any],
    *,
    scene: Scene | None = None,
    heard: Heard | None = None,
    wording: WordingEngine | None = None,
    reader: Reader | None = None,
) -> ProspectTurn:
    """What the prospect says to `trainee_text`, and how it feels then; an empty text is silence.

    `heard` adds times and interruption to the text; a mapping for `persona` is completed, see `completed`.
    Moves and state depend on the arguments alone, never on the wording. Without `reader` patterns alone read the line.
    """
    who = persona if isinstance(persona, Persona) else completed(persona)
    scene = scene or Scene(code=who.code)
    said = replace(heard, text=trainee_text) if heard else Heard(text=trainee_text)
    decision = decide(state, said, who, scene, reader)
    # Chance of the words belongs to the exchange that is being answered, so the state before counts.
    wording_state = replace(decision.next_state, exchange=state.exchange)
    text = (wording or BankWording()).word(decision.plan, state=wording_state, persona=who, scene=scene)
    return ProspectTurn(
        text=text,
        next_state=remember_words(decision.next_state, text),
        moves=decision.plan.moves,
        causes=decision.causes,
        ends=decision.ends,
        refuses_to_yield=decision.refuses_to_yield,
        reading=decision.reading,
    )


def remember_words(state: ProspectState, text: str) -> ProspectState:
    """The state of a prospect that has said `text`."""
    return replace(state, said=(*state.said, *sentences_of(text)))


def pick_up(persona: Persona, scene: Scene) -> ProspectTurn:
    """How this persona answers the phone."""
    text = pick(persona.pick_up, scene.code, "pick up") if persona.pick_up else "Hello?"
    return ProspectTurn(
        text=text, next_state=remember_words(initial_state(persona, scene), text), moves=(Move.PICK_UP,)
    )


def nudge(state: ProspectState, persona: Persona, scene: Scene, count: int) -> ProspectTurn:
    """Asks whether anybody is there; `count` is 1 for the first time. The words depend on `count` alone."""
    count = min(count, NUDGES)
    text = _fixed(Move.NUDGE, "", persona, scene, f"nudge {count}")
    notes = dict(state.notes) | {str(Note.SILENCES): str(count)}
    patience = round(max(0.0, state.patience - 0.06), 4)
    cause = Cause(what="said nothing", change={"patience": round(patience - state.patience, 4)})
    after = replace(state, patience=patience, notes=notes)
    return ProspectTurn(text=text, next_state=remember_words(after, text), moves=(Move.NUDGE,), causes=(cause,))


def give_up(state: ProspectState, persona: Persona, scene: Scene) -> ProspectTurn:
    """Leaves a line on which nobody says anything any more."""
    text = _fixed(Move.HANG_UP, "silence", persona, scene, "give up")
    cause = Cause(what="nobody said anything any more", change={})
    return _last(state, text, Move.HANG_UP, cause, EndReason.SILENCE)


def wind_up(state: ProspectState, persona: Persona, scene: Scene) -> ProspectTurn:
    """The session's time is up: the prospect has to run."""
    text = _fixed(Move.GOODBYE, "time", persona, scene, "wind up")
    return _last(
        state, text, Move.GOODBYE, Cause(what="the time of the session was up", change={}), EndReason.TIME_LIMIT
    )


def fixed_lines(persona: Persona, scene: Scene) -> tuple[str, ...]:
    """Every line that does not depend on what the trainee says, to be synthesised before the call."""
    state = initial_state(persona, scene)
    nudges = tuple(nudge(state, persona, scene, count).text for count in range(1, NUDGES + 1))
    lines = (
        pick_up(persona, scene).text,
        *nudges,
        give_up(state, persona, scene).text,
        wind_up(state, persona, scene).text,
    )
    return tuple(dict.fromkeys(lines))


def _fixed(move: Move, variant: str, persona: Persona, scene: Scene, purpose: str) -> str:
    state = initial_state(persona, scene)
    plan = Plan(
        moves=(move,), mood=mood_of(state, persona), slots={f"variant.{move.value}": variant} if variant else {}
    )
    return BankWording().word(plan, state=state, persona=persona, scene=replace(scene, code=f"{scene.code} {purpose}"))


def _last(state: ProspectState, text: str, move: Move, cause: Cause, ends: EndReason) -> ProspectTurn:
    after = replace(remember_words(state, text), phase="closed", last_moves=(*state.last_moves, move)[-6:])
    return ProspectTurn(text=text, next_state=after, moves=(move,), causes=(cause,), ends=ends)
