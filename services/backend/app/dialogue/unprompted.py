"""Lines that nobody prompts: how the phone is answered, "Hello? You there?", giving up, running out of time."""

from dataclasses import replace

from app.dialogue import callback, gatekeeper, parties, wrong_number
from app.dialogue.engines.bank import BankWording
from app.dialogue.mind.moods import mood_of
from app.dialogue.mind.notes import Note
from app.dialogue.turn import remember_words, spoken
from app.domain.call import AnsweredBy, EndReason, Party, Scene
from app.domain.chance import pick
from app.domain.persona import Persona
from app.domain.prospect import Cause, Heard, Move, Plan, ProspectState, ProspectTurn

NUDGES = 2
"""Nudges before the prospect gives up on a silent line."""


def pick_up(persona: Persona, scene: Scene) -> ProspectTurn:
    """How the phone is answered, by whoever does; no words and `NO_ANSWER` when nobody does."""
    state = parties.initial_state(persona, scene)
    if scene.answered_by is AnsweredBy.NOBODY:
        return ProspectTurn(text="", next_state=state, moves=(Move.STAY_SILENT,), ends=EndReason.NO_ANSWER)
    text, moves = _greeting(state, persona, scene)
    return ProspectTurn(
        text=text,
        next_state=remember_words(state, text),
        moves=moves,
        party=state.party,
        voice=parties.voice_of(persona, state.party, scene),
        beep=state.party is Party.VOICEMAIL,
    )


def nudge(state: ProspectState, persona: Persona, scene: Scene, count: int) -> ProspectTurn:
    """Asks whether anybody is there; `count` is 1 for the first time. The words depend on `count` alone."""
    if state.party is Party.VOICEMAIL:
        return _machine(state, persona, scene, gives_up=state.exchange > 0)
    count = min(count, NUDGES)
    text = _fixed(Move.NUDGE, "", persona, scene, f"nudge {count}")
    notes = dict(state.notes) | {str(Note.SILENCES): str(count)}
    patience = round(max(0.0, state.patience - 0.06), 4)
    cause = Cause(what="said nothing", change={"patience": round(patience - state.patience, 4)})
    after = replace(state, patience=patience, notes=notes)
    return _by(persona, scene, ProspectTurn(text=text, next_state=after, moves=(Move.NUDGE,), causes=(cause,)))


def give_up(state: ProspectState, persona: Persona, scene: Scene) -> ProspectTurn:
    """Leaves a line on which nobody says anything any more."""
    if state.party is Party.VOICEMAIL:
        return _machine(state, persona, scene, gives_up=True)
    text = _fixed(Move.HANG_UP, "silence", persona, scene, "give up")
    cause = Cause(what="nobody said anything any more", change={})
    turn = ProspectTurn(text=text, next_state=state, moves=(Move.HANG_UP,), causes=(cause,), ends=EndReason.SILENCE)
    return _by(persona, scene, turn)


def wind_up(state: ProspectState, persona: Persona, scene: Scene) -> ProspectTurn:
    """The session's time is up: whoever is on the line has to run; a machine just stops."""
    cause = Cause(what="the time of the session was up", change={})
    text = "" if state.party is Party.VOICEMAIL else _fixed(Move.GOODBYE, "time", persona, scene, "wind up")
    turn = ProspectTurn(text=text, next_state=state, moves=(Move.GOODBYE,), causes=(cause,), ends=EndReason.TIME_LIMIT)
    return _by(persona, scene, turn)


def fixed_lines(persona: Persona, scene: Scene) -> tuple[str, ...]:
    """Every line that does not depend on what the trainee says, to be synthesised before the call."""
    state = parties.initial_state(persona, scene)
    lines = [pick_up(persona, scene).text]
    if state.party is not Party.VOICEMAIL and scene.answered_by is not AnsweredBy.NOBODY:
        lines += [nudge(state, persona, scene, count).text for count in range(1, NUDGES + 1)]
        lines += [give_up(state, persona, scene).text, wind_up(state, persona, scene).text]
    return tuple(dict.fromkeys(line for line in lines if line))


def _greeting(state: ProspectState, persona: Persona, scene: Scene) -> tuple[str, tuple[Move, ...]]:
    if scene.answered_by is AnsweredBy.WRONG_NUMBER:
        return wrong_number.greeting(scene), (Move.PICK_UP,)
    if state.party is Party.GATEKEEPER:
        # How a desk answers the phone is worded like any other move; the move itself has no words of its own.
        plan = Plan(
            moves=(Move.SCREEN,),
            mood=gatekeeper.mood(gatekeeper.desk_of(persona), state),
            slots=gatekeeper.desk_slots(persona) | {"variant.screen": "pick_up"},
        )
        return _worded(plan, state, parties.speaker(persona, state.party), scene), (Move.PICK_UP,)
    if state.party is Party.VOICEMAIL:
        plan = Plan(moves=(Move.GREETING,), mood=mood_of(state, persona))
        return _worded(plan, state, persona, scene), (Move.GREETING,)
    hello = pick(persona.pick_up, scene.code, "pick up") if persona.pick_up else "Hello?"
    kind = callback.recall_kind(scene.earlier) if scene.earlier else ""
    if not kind:
        return hello, (Move.PICK_UP,)
    told = state.notes.get(Note.TOLD, "")
    slots = {"told": told, "told_cap": told[:1].upper() + told[1:], "variant.recall": kind}
    recalls = _worded(Plan(moves=(Move.RECALL,), mood=mood_of(state, persona), slots=slots), state, persona, scene)
    return f"{hello} {recalls}", (Move.PICK_UP, Move.RECALL)


def _machine(state: ProspectState, persona: Persona, scene: Scene, *, gives_up: bool) -> ProspectTurn:
    if not gives_up:
        return ProspectTurn(text="", next_state=state, moves=(Move.STAY_SILENT,), party=Party.VOICEMAIL)
    return spoken(parties.decide(state, Heard(text=""), persona, scene), "", Party.VOICEMAIL, persona, scene)


def _fixed(move: Move, variant: str, persona: Persona, scene: Scene, purpose: str) -> str:
    state = parties.initial_state(persona, scene)
    who = parties.speaker(persona, state.party)
    plan = Plan(moves=(move,), mood=mood_of(state, who), slots={f"variant.{move.value}": variant} if variant else {})
    return _worded(plan, replace(state, said=()), who, replace(scene, code=f"{scene.code} {purpose}"))


def _worded(plan: Plan, state: ProspectState, persona: Persona, scene: Scene) -> str:
    return BankWording().word(plan, state=state, persona=persona, scene=scene)


def _by(who: Persona, scene: Scene, turn: ProspectTurn) -> ProspectTurn:
    """`turn` with its speaker's voice and what its words leave in memory."""
    after = remember_words(turn.next_state, turn.text)
    if turn.ends is not None:
        after = replace(after, phase="closed", last_moves=(*after.last_moves, *turn.moves)[-6:])
    party = turn.next_state.party
    return replace(turn, next_state=after, party=party, voice=parties.voice_of(who, party, scene))
