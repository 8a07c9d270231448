"""One line at the desk in, one decision out. Pure, like the prospect's own mind."""

from dataclasses import replace

from app.dialogue.gatekeeper.desk import desk_of, desk_slots
from app.dialogue.gatekeeper.moves import AtDesk, choose
from app.dialogue.gatekeeper.screening import screening
from app.dialogue.mind.effects import apply
from app.dialogue.mind.levels import level_of
from app.dialogue.mind.moment import lines_of, look
from app.dialogue.mind.moves.choice import Choice
from app.dialogue.mind.notes import Note
from app.domain.call import Party, Scene
from app.domain.persona import Desk, Persona
from app.domain.prospect import Cause, Decision, Heard, Move, Plan, ProspectState
from app.reading import Reader

_REMEMBERED_MOVES = 6


def initial_state(persona: Persona, scene: Scene) -> ProspectState:
    """How the desk feels when it picks up."""
    desk, level = desk_of(persona), level_of(scene.difficulty)
    return ProspectState(
        trust=_unit(0.26 + 0.2 * (desk.warmth - 0.5) + level.trust),
        resistance=_unit(0.4 + 0.4 * (desk.protective - 0.5) + level.resistance),
        patience=_unit(0.62 + 0.4 * (desk.patience - 0.5) + level.patience),
        interest=0.1,
        party=Party.GATEKEEPER,
        notes={Note.LINE: "Good morning."},
    )


def decide(
    state: ProspectState, heard: Heard, persona: Persona, scene: Scene, reader: Reader | None = None
) -> Decision:
    """What the desk makes of `heard` and does next; `hands_over` when it puts the call through."""
    moment, desk = look(state, heard, persona, scene, reader), desk_of(persona)
    felt, causes = apply(state, screening(moment), moment.level, desk.warmth)
    choice = choose(AtDesk(moment=moment, desk=desk, after=felt))
    if choice.why:
        causes = (*causes, Cause(what=choice.why, change={}))
    notes = dict(felt.notes) | {str(name): text for name, text in choice.notes.items()}
    notes[Note.LINE] = choice.line or choice.content
    after = replace(
        felt,
        phase=choice.phase or "opening",
        exchange=state.exchange + 1,
        last_moves=(*state.last_moves, *choice.moves)[-_REMEMBERED_MOVES:],
        trainee_lines=(*state.trainee_lines, *lines_of(heard.text)),
        spoken_ms=state.spoken_ms + round(moment.seconds * 1000),
        notes={name: text for name, text in notes.items() if text},
    )
    return Decision(
        plan=_plan(choice, desk, felt, persona),
        next_state=after,
        causes=causes,
        reading=moment.reading,
        ends=choice.ends,
        hands_over=Move.TRANSFER in choice.moves,
    )


def _plan(choice: Choice, desk: Desk, felt: ProspectState, persona: Persona) -> Plan:
    slots = desk_slots(persona) | dict(choice.slots)
    if choice.content:
        slots["content"] = choice.content
    slots |= {f"variant.{move.value}": kind for move, kind in choice.variants.items() if kind}
    return Plan(
        moves=choice.moves, must_say=(choice.content,) if choice.content else (), mood=mood(desk, felt), slots=slots
    )


def mood(desk: Desk, felt: ProspectState) -> str:
    """The colour of the desk's next line."""
    if felt.patience < 0.25:
        return "busy"
    if felt.trust < 0.22 and desk.warmth < 0.6:
        return "cold"
    return "warm" if desk.warmth > 0.55 else "neutral"


def _unit(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
