"""How long a pause may last before the turn is over: the commit table, the learned habit, the patience setting."""

from app.turn.cues import asks_to_hold, ends_clause, words
from app.turn.endings import Ending, brief, ending_of, names_both, only_greets, says_goodbye

SURE_MS = 360
LIKELY_MS = 480
STATEMENT_MS = 740
"""A statement or introduction that sounds finished: a caller who leads often goes on to the question after it."""
FINAL_STATEMENT_MS = 690
"""One whose melody leaves no doubt, or a brief answer to a question; callers pause up to 730 ms between sentences.
Also a word or two with any melody: Smart Turn rates them at random."""
DOUBTED_QUESTION_MS = 600
"""A question that may have a tail ("Could you put a number on it, … say, per quarter?")."""
UNSURE_MS = 900
LEAD_MS = 1_000
"""An introduction or an "I understand" by itself: the point follows, within a second nearly always. So does the rest
of a question whose melody stays up ("Is that because the rates change, … or because nobody has the time?")."""
UNFINISHED_MS = 1_600
HOLD_MS = 4_000
CAP_MS = 2_500
FLOOR_MS = 240
"""No setting may commit before the soft end has had time to be recognised."""

PATIENCE_MS = {-2: -160, -1: -80, 0: 0, 1: 250, 2: 600}
HABIT_CLAMP_MS = 300
_HABIT_RATE = 0.35
_HABIT_MARGIN_MS = 150
_HABIT_AT_AN_END = 1 / 3
"""How much of the habit counts after questions, goodbyes, brief answers: who thinks aloud does so inside sentences."""
_CERTAIN, _SURE, _LIKELY, _POSSIBLE = 0.98, 0.9, 0.5, 0.2
_BRIEF_WORDS = 12
"""A longer answer is a pitch, and a question may follow it."""
_SHORT_ANSWER_WORDS = 6
"""So few words have little melody to judge: Smart Turn rates a plain "Yes." anywhere between .1 and .95."""


def table_ms(p_end: float, text: str, *, answers_question: bool) -> int:
    """Silence that ends the turn, before anything personal is added; `p_end` is Smart Turn's opinion."""
    if asks_to_hold(text):
        return HOLD_MS
    ending = ending_of(text)
    if ending is Ending.OPEN:
        return UNFINISHED_MS
    answer = answers_question and ending not in (Ending.LEAD, Ending.QUESTION) and not only_greets(text)
    if answer and len(words(text)) <= _SHORT_ANSWER_WORDS:
        return SURE_MS if p_end >= _LIKELY else LIKELY_MS if ends_clause(text) else _by_sound(p_end)
    match ending:
        case Ending.INTRODUCTION if p_end >= _LIKELY:
            return STATEMENT_MS
        case Ending.LEAD | Ending.INTRODUCTION:
            return LEAD_MS if p_end >= _POSSIBLE else UNFINISHED_MS
        case Ending.FAREWELL:
            return SURE_MS if p_end >= _LIKELY or says_goodbye(text) else LIKELY_MS
        case Ending.QUESTION if p_end >= _SURE:
            return SURE_MS if ends_clause(text) else LIKELY_MS
        case Ending.QUESTION:
            return DOUBTED_QUESTION_MS if p_end >= _LIKELY or names_both(text) else LEAD_MS
        case Ending.STATEMENT if p_end >= _LIKELY and brief(text):
            return LIKELY_MS
        case Ending.STATEMENT if brief(text) and ends_clause(text):
            return FINAL_STATEMENT_MS
        case Ending.STATEMENT if p_end >= _LIKELY:
            brief_answer = answer and len(words(text)) <= _BRIEF_WORDS
            return FINAL_STATEMENT_MS if p_end >= (_SURE if brief_answer else _CERTAIN) else STATEMENT_MS
        case _:
            return _by_sound(p_end)


def _by_sound(p_end: float) -> int:
    return UNSURE_MS if p_end >= _POSSIBLE else UNFINISHED_MS


def deadline_ms(p_end: float, text: str, *, answers_question: bool, habit_ms: float, patience: int) -> float:
    """Silence from the last voiced sample that ends this turn."""
    base = table_ms(p_end, text, answers_question=answers_question)
    if base == HOLD_MS:
        return base
    own = habit_ms * _HABIT_AT_AN_END if base <= DOUBTED_QUESTION_MS else habit_ms
    return min(CAP_MS, max(FLOOR_MS, base + own + PATIENCE_MS[patience]))


def asked_ms(text: str, patience: int) -> int:
    """Silence before the answer that the trainee asked for, by words or by the patience setting."""
    return HOLD_MS if asks_to_hold(text) else max(0, PATIENCE_MS[patience])


def learned(habit_ms: float, pause_ms: float, table: float) -> float:
    """The habit after one more pause inside a turn, in [0, 300].

    A moving average of how far a pause, with a margin, reached past what the table allowed: somebody whose
    pauses the table covers costs nobody time.
    """
    reach = min(HABIT_CLAMP_MS, max(0.0, pause_ms + _HABIT_MARGIN_MS - table))
    return habit_ms + _HABIT_RATE * (reach - habit_ms)
