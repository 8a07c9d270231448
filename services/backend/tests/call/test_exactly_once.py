"""What is kept of a call, whatever pauses, overlaps, losses and delays it has: every word once, nothing unheard."""

import asyncio
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.call import Speaker
from app.domain.events import CallEvent
from app.domain.run import utterances
from tests.scripted_call import WORD_MS, ScriptedCall

TRAINEE = [f"{a}{b}" for a in ("ka", "lo", "mi", "ne", "pu") for b in ("dra", "fen", "gil", "hos", "tam")]
PROSPECT = [f"{a}{b}" for a in ("be", "du", "ro", "sy", "va") for b in ("ckans", "lmord", "nquil", "rston", "xilet")]
"""All of one length: a line places its words by their letters, and the scripted voice takes as long for each."""
ALMOST_ALL = 0.9
"""A word counts as heard when all but its last breath was played."""


class Script:
    """A trainee who says something every now and then, to a prospect with lines of any length."""

    def __init__(self, draw: st.DrawFn, *, losses: bool) -> None:
        lines = [
            " ".join(f"{PROSPECT[(7 * i + k) % 25]}{i}" for k in range(draw(st.integers(1, 14)))) for i in range(9)
        ]
        delays = {
            "recogniser": draw(st.integers(0, 900)),
            "mind": draw(st.integers(0, 60)),
            "voice": draw(st.integers(0, 400)),
            "partials": draw(st.integers(0, 900)),
            "tails": draw(st.integers(0, 200)),
            "turn-end": draw(st.integers(0, 300)),
        }
        quick = draw(st.sampled_from([None, {}]))
        self.call = ScriptedCall(*lines, p_end=draw(st.floats(0, 1)), delays=delays, quick=quick)
        self.call.prospect.stands = draw(st.sampled_from([None, 1_500]))
        self.call.prospect.refuses = draw(st.booleans())
        self.said: list[str] = []
        self.lost: set[str] = set()
        phrases: list[tuple[float, float, list[str]]] = []
        at = 2.0
        for i in range(draw(st.integers(1, 6))):
            words = [f"{TRAINEE[(5 * i + k) % 25]}{i}" for k in range(draw(st.integers(2, 5)))]
            end = at + 0.4 * len(words)
            self.call.trainee_says(at, end, " ".join(words))
            phrases.append((at, end, words))
            self.said += words
            at = end + draw(st.floats(0.15, 3.5))
        self.seconds = at + 14
        for _ in range(draw(st.integers(1, 3)) if losses else 0):
            self._lose(draw, phrases)

    def _lose(self, draw: st.DrawFn, phrases: list[tuple[float, float, list[str]]]) -> None:
        since = draw(st.floats(1.5, self.seconds - 10))
        until = since + draw(st.sampled_from([0.1, 0.5, 3.0]))
        (self.call.hangs if draw(st.booleans()) else self.call.loses)(since, until)
        for begin, end, words in phrases:
            if begin < until + 0.2 and since - 0.2 < end:
                self.lost |= set(words)

    def play(self) -> list[CallEvent]:
        return asyncio.run(self.call.run(self.seconds))


@st.composite
def scripts(draw: st.DrawFn, losses: bool = False) -> Script:
    return Script(draw, losses=losses)


def trainee_words(events: list[CallEvent]) -> list[str]:
    return [word for u in utterances(events) if u.speaker is Speaker.TRAINEE for word in u.text.split()]


def of_the_script(word: str) -> bool:
    """Not a word of the house's own lines: those occur more than once in a call and are of any length."""
    return word[:-1] in PROSPECT


@given(scripts())
@settings(max_examples=15, deadline=None)
def test_every_word_of_the_trainee_is_written_down_once_and_in_order(script: Script) -> None:
    assert trainee_words(script.play()) == script.said


@given(scripts(losses=True))
@settings(max_examples=10, deadline=None)
def test_lost_frames_and_a_lost_line_lose_no_other_word_and_double_none(script: Script) -> None:
    kept = trainee_words(script.play())
    assert max(Counter(kept).values(), default=1) == 1
    assert [word for word in kept if word not in script.lost] == [w for w in script.said if w not in script.lost]
    assert kept == [word for word in script.said if word in set(kept)]


@given(scripts())
@settings(max_examples=8, deadline=None)
def test_history_holds_only_words_whose_sound_was_heard(script: Script) -> None:
    events = script.play()
    played = dict(script.call.on_tape())
    for utterance in utterances(events):
        if utterance.speaker is Speaker.PROSPECT:
            for word in filter(of_the_script, utterance.text.split()):
                assert played.get(word, 0) >= ALMOST_ALL * WORD_MS, (word, utterance.text)


@given(scripts())
@settings(max_examples=5, deadline=None)
def test_no_sound_of_a_cleared_line_is_sent(script: Script) -> None:
    script.play()
    assert script.call.client.audio_after_clear == 0


@given(scripts())
@settings(max_examples=5, deadline=None)
def test_indices_count_without_holes_and_every_call_ends(script: Script) -> None:
    events = script.play()
    assert [u.index for u in utterances(events)] == list(range(len(utterances(events))))
    assert events[-1].kind == "ended"
