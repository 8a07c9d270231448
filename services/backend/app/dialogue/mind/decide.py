"""One utterance in, one decision out: read it, feel it, choose a move. Pure."""

from dataclasses import replace

from app.dialogue.mind.claims import airtime, claims
from app.dialogue.mind.close import close
from app.dialogue.mind.effects import apply
from app.dialogue.mind.levels import level_of
from app.dialogue.mind.manners import clock, manners
from app.dialogue.mind.memory import memory
from app.dialogue.mind.moment import Moment, lines_of, look
from app.dialogue.mind.moods import mood_of
from app.dialogue.mind.moves import Choice, Situation, choose
from app.dialogue.mind.notes import Note
from app.dialogue.mind.objections import handle
from app.dialogue.mind.opening import opening, pending, research
from app.dialogue.mind.questions import questions
from app.dialogue.mind.silence import silence
from app.domain.call import Scene
from app.domain.persona import Persona
from app.domain.prospect import Cause, Decision, Heard, OpenObjection, Plan, ProspectState
from app.reading import Reader

_CONCERNS = (silence, manners, memory, pending, opening, research, questions, claims, airtime, close, clock)
_REMEMBERED_MOVES = 6


def initial_state(persona: Persona, scene: Scene) -> ProspectState:
    """How this persona feels when a stranger calls."""
    level, t = level_of(scene.difficulty), persona.temperament
    return ProspectState(
        trust=_unit(0.3 + 0.16 * (t.warmth - 0.5) - 0.08 * (t.scepticism - 0.5) + level.trust),
        resistance=_unit(0.5 + 0.24 * (t.scepticism - 0.5) + level.resistance),
        patience=_unit(0.66 + 0.4 * (t.patience - 0.5) + level.patience),
        interest=_unit(0.14 + 0.06 * persona.fits),
        notes={Note.LINE: "Hello?"},
    )


def decide(
    state: ProspectState, heard: Heard, persona: Persona, scene: Scene, reader: Reader | None = None
) -> Decision:
    """What the prospect makes of `heard` and does next; without `reader` it reads by patterns alone.

    Depends on nothing but its arguments; chance is a hash of the prospect code, the exchange and the purpose.
    """
    moment = look(state, heard, persona, scene, reader)
    handling = handle(moment)
    effects = [effect for concern in _CONCERNS for effect in concern(moment)]
    felt, causes = apply(state, [*effects, *handling.effects], moment.level, persona.temperament.warmth)
    if moment.open_objection is not None:
        felt = replace(felt, objections=handling.applied(felt.objections, moment.open_objection.kind))
    choice = choose(Situation(moment=moment, after=felt, handling=handling))
    if choice.why:
        causes = (*causes, Cause(what=choice.why, change={}))
    return Decision(
        plan=_plan(moment, felt, choice),
        next_state=_remember(moment, felt, choice),
        causes=causes,
        reading=moment.reading,
        ends=choice.ends,
        refuses_to_yield=persona.temperament.interrupts > 0.6 and felt.patience < 0.4 and choice.ends is None,
    )


def _plan(moment: Moment, felt: ProspectState, choice: Choice) -> Plan:
    slots = dict(choice.slots)
    if choice.content:
        slots["content"] = choice.content
    slots |= {f"variant.{move.value}": kind for move, kind in choice.variants.items()}
    hidden = [fact for fact in moment.persona.facts if fact.hidden and fact.id not in felt.disclosed]
    told = choice.tells.id if choice.tells else ""
    return Plan(
        moves=choice.moves,
        facts=(told,) if told else (),
        must_say=(choice.content,) if choice.content else (),
        must_not_say=tuple(fact.sayings[0] for fact in hidden if fact.id != told),
        mood=mood_of(felt, moment.persona),
        slots=slots,
        max_sentences=2 if moment.persona.temperament.verbosity < 0.7 else 3,
    )


def _remember(moment: Moment, felt: ProspectState, choice: Choice) -> ProspectState:
    state, notes = moment.state, dict(felt.notes)
    notes |= {str(name): text for name, text in choice.notes.items()}
    notes[Note.LINE] = choice.line or choice.content
    objections = felt.objections
    if choice.raises is not None:
        objections = (*objections, OpenObjection(kind=choice.raises.kind, raised_at=state.exchange))
    disclosed = felt.disclosed
    if choice.tells is not None and choice.tells.id not in disclosed:
        disclosed = (*disclosed, choice.tells.id)
    return replace(
        felt,
        phase=_phase(felt, choice),
        exchange=state.exchange + 1,
        objections=objections,
        disclosed=disclosed,
        last_moves=(*state.last_moves, *choice.moves)[-_REMEMBERED_MOVES:],
        trainee_lines=(*state.trainee_lines, *lines_of(moment.heard.text)),
        spoken_ms=state.spoken_ms + round(moment.seconds * 1000),
        notes={name: text for name, text in notes.items() if text},
    )


def _phase(felt: ProspectState, choice: Choice) -> str:
    if choice.phase:
        return choice.phase
    if any(one.stage in ("raised", "acknowledged", "explored") for one in felt.objections):
        return "objection"
    if felt.phase in ("opening", "objection") and felt.notes.get(Note.REASON):
        return "discovery"
    return felt.phase


def _unit(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
