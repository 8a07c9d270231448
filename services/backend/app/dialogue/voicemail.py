"""The machine: a greeting, a tone, and half a minute of tape; what was said decides whether anybody calls back."""

from collections.abc import Iterator
from dataclasses import replace

from app.dialogue.callback import UNCLEAR
from app.dialogue.mind.effects import Effect, apply
from app.dialogue.mind.levels import level_of
from app.dialogue.mind.moment import Moment, lines_of, look
from app.dialogue.mind.notes import Note
from app.dialogue.mind.opening import gives_reason, true_research
from app.domain.acts import Act
from app.domain.call import EndReason, Party, Scene
from app.domain.persona import Persona
from app.domain.prospect import Cause, Decision, Heard, Move, Plan, ProspectState
from app.reading import Reader

TAPE_MS = 30_000
"""What the machine records; people say that much in 25 to 30 seconds and hear out less."""
LONG_S = 25.0


def initial_state(persona: Persona, scene: Scene) -> ProspectState:
    """How ready the prospect is to call a stranger back: `interest` is the odds."""
    level = level_of(scene.difficulty)
    return ProspectState(
        trust=_unit(0.3 + 0.16 * (persona.temperament.warmth - 0.5) + level.trust),
        resistance=_unit(0.5 + level.resistance),
        patience=1.0,
        interest=_unit(0.04 + 0.03 * persona.fits),
        party=Party.VOICEMAIL,
        notes={Note.LINE: "Leave a message."},
    )


def decide(
    state: ProspectState, heard: Heard, persona: Persona, scene: Scene, reader: Reader | None = None
) -> Decision:
    """The machine says nothing; it stops at the end of the tape, after a goodbye, or when nobody speaks any more."""
    moment = look(state, heard, persona, scene, reader)
    spoken_ms = state.spoken_ms + round(moment.seconds * 1000)
    felt, causes = apply(state, _odds(moment, spoken_ms), moment.level, persona.temperament.warmth)
    spoken = state.exchange > 0 or not moment.has(Act.SILENCE)
    ends: EndReason | None = None
    why = ""
    if spoken_ms >= TAPE_MS:
        ends, why = EndReason.MESSAGE_LEFT, "the tape was full"
    elif moment.has(Act.SILENCE):
        ends = EndReason.MESSAGE_LEFT if state.exchange else EndReason.SILENCE
        why = "the message was over" if state.exchange else "nobody left a message"
    elif moment.has(Act.GOODBYE):
        ends, why = EndReason.MESSAGE_LEFT, "the message was over"
    notes = dict(felt.notes) | {Note.LINE: "Leave a message."}
    if spoken and not moment.has(Act.SILENCE) and notes.get(Note.MESSAGE, UNCLEAR) == UNCLEAR:
        notes[Note.MESSAGE] = _about(moment) or UNCLEAR
    return Decision(
        plan=Plan(moves=(Move.STAY_SILENT,)),
        next_state=replace(
            felt,
            exchange=state.exchange + spoken,
            last_moves=(*state.last_moves, Move.STAY_SILENT)[-6:],
            trainee_lines=(*state.trainee_lines, *lines_of(heard.text)),
            spoken_ms=spoken_ms,
            phase="closed" if ends else state.phase,
            notes={str(name): text for name, text in notes.items() if text},
        ),
        causes=(*causes, Cause(what=why, change={})) if why else causes,
        reading=moment.reading,
        ends=ends,
    )


def _odds(moment: Moment, spoken_ms: int) -> Iterator[Effect]:
    """What moves the odds of being called back: name, reason, something true about them, a number, brevity."""
    if moment.has(Act.IDENTIFIES_SELF) and not moment.note(Note.WHO):
        read = moment.act(Act.IDENTIFIES_SELF)
        name = read.slots.get("name", "") if read else ""
        yield Effect(what="said who is calling", trust=0.05, interest=0.02, notes={Note.WHO: name or "?"})
    if moment.has(Act.IDENTIFIES_COMPANY) and not moment.note(Note.COMPANY):
        read = moment.act(Act.IDENTIFIES_COMPANY)
        company = read.slots.get("company", "") if read else ""
        yield Effect(what="said which company", trust=0.04, notes={Note.COMPANY: company or "?"})
    if gives_reason(moment) and not moment.note(Note.REASON):
        yield Effect(what="gave a reason for the call", interest=0.06, notes={Note.REASON: "1"})
        if moment.touches:
            yield Effect(what="the reason is about this job", interest=0.08 if moment.persona.fits else 0.02)
    if true_research(moment):
        yield Effect(what="knew something true about the company", interest=0.08, trust=0.04)
    if moment.has(Act.LEAVES_MESSAGE) and not moment.note(Note.CONFIRMED):
        yield Effect(what="left a number", interest=0.04, notes={Note.CONFIRMED: "1"})
    if moment.has(Act.FEATURE_DUMP, Act.JARGON):
        yield Effect(what="read out a brochure", interest=-0.06, trust=-0.04)
    if spoken_ms > LONG_S * 1000:
        yield Effect(what="went on for long", interest=-0.05)
    if moment.has(Act.CLAIMS_EARLIER_CONTACT):
        yield Effect(what="claimed an earlier contact that never was", trust=-0.12, interest=-0.06)


def _about(moment: Moment) -> str:
    subjects = moment.persona.words
    return next((subjects[key] for i in sorted(moment.touches) if (key := f"subject_{i}") in subjects), "")


def _unit(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 4)
