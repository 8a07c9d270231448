"""What the slots of a phrase are filled with: the plan, the persona's world, the caller's name."""

from collections.abc import Mapping

from app.dialogue.words.spoken import address, clock
from app.domain.persona import Persona
from app.domain.prospect import Plan, ProspectState

_NUMBERS = {
    "1": "one", "2": "two", "3": "three", "5": "five", "10": "ten", "15": "fifteen", "20": "twenty",
    "27": "twenty-seven", "30": "thirty", "45": "forty-five", "60": "sixty",
}  # fmt: skip
_NO_WORDS = {
    "boss": "my boss",
    "boss_cap": "My boss",
    "colleague": "our finance people",
    "colleague_first": "finance",
    "colleague_first_cap": "Finance",
    "customers": "customers",
    "doing": "in the middle of something",
    "friend": "a friend of mine",
    "friend_company": "my old company",
    "industry": "our field",
    "metric": "the numbers",
    "metric_cap": "The numbers",
    "peak": "the busy months",
    "peak_cap": "The busy time",
    "pressure": "costs",
    "pressure_cap": "Costs",
    "size_words": "not many",
    "team": "people",
    "team_one": "my team",
    "team_one_cap": "My team",
    "thing": "data",
    "tool": "our system",
    "tool_cap": "Our system",
    "vendor": "last",
}
"""For personas that carry no vocabulary of their own, such as imported ones."""


def slots_for(plan: Plan, state: ProspectState, persona: Persona) -> dict[str, str]:
    """Every slot that a phrase of the library may have."""
    slots: dict[str, str] = {**_NO_WORDS, **persona.words, **plan.slots}
    slots["given"], slots["surname"], slots["company"] = persona.given_name, persona.surname, persona.company
    slots["seller"] = _seller(state.notes)
    department = persona.colleague.rpartition(" in ")[2] or "the office"
    slots["department"], slots["department_cap"] = department, f"{department[:1].upper()}{department[1:]}"
    slots["email_spoken"] = address(persona.email)
    name = state.notes.get("trainee_name", "")
    slots["trainee"] = name.title() if name.isalpha() else ""
    slots["booked_day"] = state.notes.get("booked_slot", "then").split(" ")[0]
    if "time" in plan.slots:
        slots["time"] = clock(plan.slots["time"])
    if "duration" in plan.slots:
        slots["duration"] = _duration(plan.slots["duration"])
    return slots


def _seller(notes: Mapping[str, str]) -> str:
    return notes.get("trainee_company", "").strip("?").title() or "you people"


def _duration(text: str) -> str:
    words = text.split()
    if words and words[0].isdigit():
        words[0] = _NUMBERS.get(words[0], words[0])
    return " ".join(words)
