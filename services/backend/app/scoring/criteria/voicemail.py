"""Voicemail: the reason early, short enough to be heard out, and a number or next step that can be written down."""
# ruff: noqa: E501 - a phrasing stays on one line

import re
from collections import Counter

from app.domain.acts import Act
from app.scoring.evidence import Finding, full, level, unmet, untested, words
from app.scoring.graph import Call
from app.scoring.rubric import CriterionSpec
from app.scoring.turns import Said
from app.scoring.words import content_words, normalise

EARLY_MS = 8_000
LONGEST_MS = 30_000
_DIGITS = {"oh": "0", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_DIGITS |= {"six": "6", "seven": "7", "eight": "8", "nine": "9"}
_TOKEN = re.compile(r"[a-z]+|\d+")
_NUMBER_DIGITS = 7
"""Fewer digits in a row are a time or an amount."""
_STEP = re.compile(
    r"\b((call|ring|text|reach|catch|email) me|(call|ring|get) (me )?back|give me a (call|ring|bell)|my (number|email) is|"
    r"i (will|am going to|would) (try|call|ring|email|send|text|be back|get back)( \S+){0,3})\b"
)


def reason(call: Call, spec: CriterionSpec) -> Finding:
    """Says why it calls; a problem or a piece of research alone lets the listener guess."""
    if not call.mine:
        return untested("The trainee said nothing.")
    if reasons := call.said(Act.STATES_REASON):
        return full(spec, words(reasons[0], call.timed))
    hints = call.said(Act.NAMES_PROBLEM, Act.RESEARCH, Act.VALUE_CLAIM)
    return level(spec, "implied", words(hints[0], call.timed)) if hints else unmet(spec)


def reason_early(call: Call, spec: CriterionSpec) -> Finding:
    """The reason begins within eight seconds."""
    if not call.timed or not call.mine:
        return untested("The transcript carries no times.")
    reasons = call.said(Act.STATES_REASON, Act.NAMES_PROBLEM, Act.RESEARCH)
    if not reasons:
        return unmet(spec)
    quote = words(reasons[0], call.timed)
    late = (quote.start_ms or 0) - call.mine[0].start_ms > EARLY_MS
    return unmet(spec, quote, why="The reason came after more than eight seconds.") if late else full(spec, quote)


def length(call: Call, spec: CriterionSpec) -> Finding:
    """Thirty seconds at most, for a message that says who calls or why."""
    if not call.timed or not call.mine:
        return untested("The transcript carries no times.")
    told = call.said(Act.IDENTIFIES_SELF, Act.IDENTIFIES_COMPANY, Act.STATES_REASON)
    if not told:
        return unmet(spec, why="It was short because it said neither who called nor why.")
    spoken_ms = call.mine[-1].end_ms - call.mine[0].start_ms
    return full(spec, words(told[0], call.timed)) if spoken_ms <= LONGEST_MS else unmet(spec)


def next_step(call: Call, spec: CriterionSpec) -> Finding:
    """A number or a next step, said twice; word for word the same sentence counts once."""
    if not call.mine:
        return untested("The trainee said nothing.")
    said = [said for turn in call.mine for said in turn.said()]
    numbers: list[tuple[str, Said]] = [(number, one) for one in said for number in _numbers(one.sentence.text)]
    counts = Counter(number for number, _ in numbers)
    if numbers:
        number, times = counts.most_common(1)[0]
        quotes = [words(one, call.timed) for found, one in numbers if found == number]
        if times >= 2:
            return full(spec, *quotes)
    steps = [one for one in said if _is_step(one)]
    for place, first in enumerate(steps):
        again = next((one for one in steps[place + 1 :] if _same_step(first, one)), None)
        if again is not None:
            return full(spec, words(first, call.timed), words(again, call.timed))
    once = [one for _, one in numbers] or steps
    return level(spec, "once", words(once[0], call.timed)) if once else unmet(spec)


def _is_step(said: Said) -> bool:
    acts = {act.act for act in said.sentence.acts}
    return bool(acts & {Act.PROPOSES_TIME, Act.SENDS_INFO, Act.ASKS_MEETING}) or bool(
        _STEP.search(normalise(said.sentence.text))
    )


def _same_step(one: Said, other: Said) -> bool:
    return bool(content_words(one.sentence.text) & content_words(other.sentence.text))


def _numbers(text: str) -> list[str]:
    """Telephone numbers in `text`, in digits or in words, as digits."""
    runs: list[str] = [""]
    for token in _TOKEN.findall(text.lower()):
        digits = token if token.isdigit() else _DIGITS.get(token, "")
        if not digits:
            runs.append("")
        else:
            runs[-1] += digits
    return [run for run in runs if len(run) >= _NUMBER_DIGITS]
