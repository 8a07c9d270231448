"""The front door: a line in, a decision with its words out; and who picks up where a call is put through."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.dialogue import gatekeeper, parties
from app.dialogue.engines.bank import BankWording
from app.dialogue.mind import decide as mind
from app.dialogue.mind.moods import mood_of
from app.dialogue.ports import WordingEngine
from app.dialogue.stock import completed
from app.dialogue.words.sentences import sentences_of
from app.domain.call import Party, Scene
from app.domain.chance import pick
from app.domain.persona import Persona
from app.domain.prospect import Decision, Heard, Move, Plan, ProspectState, ProspectTurn
from app.reading import Reader

THROUGH_MS = 1_400
"""Quiet on the line while a call is put through."""


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
    """What is said to `trainee_text`, and how whoever says it feels then; an empty text is silence.

    `heard` adds times and interruption to the text; a mapping for `persona` is completed, see `completed`.
    Moves and state depend on the arguments alone, never on the wording. Without `reader` patterns alone read the line.
    """
    who = persona if isinstance(persona, Persona) else completed(persona)
    scene = scene or Scene(code=who.code)
    said = replace(heard, text=trainee_text) if heard else Heard(text=trainee_text)
    decision = parties.decide(state, said, who, scene, reader)
    # Chance of the words belongs to the exchange that is being answered, so the state before counts.
    wording_state = replace(decision.next_state, exchange=state.exchange)
    engine = wording or BankWording()
    if state.party is not Party.PROSPECT and engine.name != BankWording.name:
        engine = BankWording()
    speaker = parties.speaker(who, state.party)
    worded = engine.worded(decision.plan, state=wording_state, persona=speaker, scene=scene)
    return replace(spoken(decision, worded.text, state.party, who, scene), wording=worded.by)


def spoken(decision: Decision, text: str, party: Party, persona: Persona, scene: Scene) -> ProspectTurn:
    """A decision with its words, and with the prospect's first ones when the call is put through."""
    after = remember_words(decision.next_state, text)
    return ProspectTurn(
        text=text,
        next_state=after,
        moves=decision.plan.moves,
        causes=decision.causes,
        ends=decision.ends,
        refuses_to_yield=decision.refuses_to_yield,
        reading=decision.reading,
        party=party,
        voice=parties.voice_of(persona, party, scene),
        beep=party is Party.VOICEMAIL and decision.ends is not None,
        then=_picked_up(after, persona, scene) if decision.hands_over else None,
    )


def remember_words(state: ProspectState, text: str) -> ProspectState:
    """The state of a prospect that has said `text`."""
    return replace(state, said=(*state.said, *sentences_of(text)))


def _picked_up(desk: ProspectState, persona: Persona, scene: Scene) -> ProspectTurn:
    state, kind = gatekeeper.picked_up_by_boss(desk, mind.initial_state(persona, scene))
    hello = pick(persona.pick_up, scene.code, "pick up") if persona.pick_up else "Hello?"
    told = state.notes.get("told", "")
    slots = gatekeeper.desk_slots(persona) | {"told": told, "told_cap": told[:1].upper() + told[1:]}
    plan = Plan(moves=(Move.RECALL,), mood=mood_of(state, persona), slots=slots | {"variant.recall": kind})
    text = f"{hello} {BankWording().word(plan, state=state, persona=persona, scene=scene)}"
    return ProspectTurn(
        text=text,
        next_state=remember_words(state, text),
        moves=(Move.PICK_UP, Move.RECALL),
        pause_ms=THROUGH_MS,
    )
