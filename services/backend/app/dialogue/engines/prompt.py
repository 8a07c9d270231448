"""What a model is told: who it speaks for, the same bytes all call long, then the line to put in other words."""

from app.dialogue.engines.chat import Message
from app.dialogue.engines.guard import Spoken
from app.domain.persona import Persona, Temperament
from app.domain.prospect import Move

_HOW = {
    "neutral": "even",
    "warm": "friendly",
    "cold": "cool and guarded",
    "busy": "short, in a hurry",
    "curious": "interested",
    "dry": "dry, a little amused",
}
_TRAITS = (
    ("warmth", "friendly", "cool"),
    ("verbosity", "talkative", "sparing with words"),
    ("scepticism", "sceptical", "trusting"),
    ("directness", "blunt", "roundabout"),
    ("formality", "formal", "casual"),
)
_MARKED = 0.18
"""How far from the middle a trait lies that people would mention."""
_EXAMPLES = (
    ("We already use MercuryGate for that. It does the job.", "Well, MercuryGate does that for us. Works okay."),
    ("Who is this? Where are you calling from?", "Sorry, who's this? Where are you calling from?"),
)


def messages_for(spoken: Spoken) -> tuple[Message, ...]:
    """The chat for one line: everything but the last message depends on the persona alone, so a server can keep it."""
    return (*opening(spoken.persona), Message(role="user", content=_task(spoken)))


def opening(persona: Persona) -> tuple[Message, ...]:
    """What stands before every line of a call, byte for byte."""
    examples: list[Message] = []
    for draft, said in _EXAMPLES:
        examples += [
            Message(role="user", content=f'Mood: even. At most two sentences. Line: "{draft}"'),
            Message(role="assistant", content=said),
        ]
    return (Message(role="system", content=_system(persona)), *examples)


def _system(persona: Persona) -> str:
    return (
        f"You put the lines of {persona.name}, {persona.title} at {persona.company} ({persona.industry}), in other "
        f"words. {persona.given_name} is on the phone with a stranger who sells something, and is "
        f"{_temper(persona.temperament)}.\n"
        "You get a line. Say the same as this person would say it aloud: everyday spoken English, contractions, "
        "short sentences. Keep every name, number, day and time as it stands. Add no fact, no name, no number. "
        "A question stays a question, a no stays a no. Write only the words that are spoken: no quotes, no names in "
        "front, no lists, no stage directions, no explanations."
    )


def _temper(temperament: Temperament) -> str:
    told = [
        high if value > 0.5 else low
        for name, high, low in _TRAITS
        if abs((value := getattr(temperament, name)) - 0.5) > _MARKED
    ]
    return ", ".join(told) or "an even temper"


def _task(spoken: Spoken) -> str:
    plan, lines = spoken.plan, spoken.state.trainee_lines
    heard = f'The caller said: "{lines[-1]}". ' if lines else ""
    count = ("one sentence", "two sentences", "three sentences")[min(max(plan.max_sentences, 1), 3) - 1]
    leaving = " This person is leaving." if {Move.HANG_UP, Move.GOODBYE} & set(plan.moves) else ""
    return f'{heard}Mood: {_HOW.get(plan.mood, "even")}.{leaving} At most {count}. Line: "{spoken.draft}"'
