"""Sound made before it is asked for: ready in time, and never in the way of somebody who waits."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.errors import EngineFailed
from app.domain.lead_ins import lead_ins
from app.domain.persona import Voice
from app.tts import ClipCache, TTSService
from app.tts.engines.scripted import ScriptedTts

ADA = Voice(gender="female", name="ada")
PATIENCE_S = 10


class Studio:
    """A service whose engine stops at every clause until it is let go."""

    def __init__(self, folder: Path | None = None) -> None:
        self.begun: list[str] = []
        self._change = threading.Condition()
        self._allowed = 0
        self.engine = ScriptedTts(on_work=self._work)
        self.service = TTSService(self.engine, ClipCache(folder))

    def _work(self, text: str) -> None:
        with self._change:
            self.begun.append(text)
            number = len(self.begun)
            self._change.notify_all()
            assert self._change.wait_for(lambda: self._allowed >= number, PATIENCE_S)

    def let_go(self, count: int = 1) -> None:
        with self._change:
            self._allowed += count
            self._change.notify_all()

    def wait_begun(self, count: int) -> None:
        with self._change:
            assert self._change.wait_for(lambda: len(self.begun) >= count, PATIENCE_S), self.begun

    def ask(self, text: str) -> threading.Thread:
        thread = threading.Thread(target=self.service.speak, args=(text, ADA))
        thread.start()
        return thread


@pytest.fixture
def studio() -> Iterator[Studio]:
    made = Studio()
    yield made
    made.service.drop_prepared()
    made.let_go(1_000)
    assert made.service.wait_prepared(PATIENCE_S)


def test_what_was_prepared_is_there_at_once(studio: Studio) -> None:
    studio.let_go(9)
    assert studio.service.prepare(["Who is this?", "Not interested."], ADA) == 2
    assert studio.service.wait_prepared(PATIENCE_S)
    assert studio.service.cached("Who is  this?", ADA)
    studio.service.speak("Who is this?", ADA)
    studio.service.speak("Something else.", ADA)
    assert (studio.service.counts.hits, studio.service.counts.misses, studio.service.counts.ahead) == (1, 1, 2)


def test_the_latest_list_goes_first_in_its_own_order(studio: Studio) -> None:
    studio.service.prepare(["under way"], ADA)
    studio.wait_begun(1)
    studio.service.prepare(["old one", "old two"], ADA)
    studio.service.prepare(["new one", "old two", "new two"], ADA)
    studio.let_go(9)
    assert studio.service.wait_prepared(PATIENCE_S)
    assert studio.begun == ["under way", "new one", "old two", "new two", "old one"]


def test_who_waits_waits_for_one_clause_at_most(studio: Studio) -> None:
    studio.service.prepare(["ahead one", "ahead two", "ahead three"], ADA)
    studio.wait_begun(1)
    urgent = studio.ask("Sorry, who?")
    while not studio.service._gate._waiting:
        pass
    studio.let_go(2)
    urgent.join(PATIENCE_S)
    assert studio.begun[:2] == ["ahead one", "Sorry, who?"]


def test_the_clause_under_way_is_not_made_twice(studio: Studio) -> None:
    studio.service.prepare(["Go ahead."], ADA)
    studio.wait_begun(1)
    urgent = studio.ask("Go ahead.")
    studio.let_go(1)
    urgent.join(PATIENCE_S)
    assert studio.begun == ["Go ahead."]
    assert studio.service.counts.hits == 1


def test_nothing_begins_on_hold(studio: Studio) -> None:
    studio.let_go(9)
    studio.service.hold(True)
    studio.service.prepare(["later"], ADA)
    assert not studio.service.wait_prepared(0.05)
    studio.service.speak("now", ADA)
    assert studio.begun == ["now"]
    studio.service.hold(False)
    assert studio.service.wait_prepared(PATIENCE_S)
    assert studio.begun == ["now", "later"]


def test_what_is_dropped_is_not_made_even_on_hold(studio: Studio) -> None:
    studio.let_go(9)
    studio.service.hold(True)
    studio.service.prepare(["unlikely now"], ADA)
    studio.service.drop_prepared()
    assert studio.service.wait_prepared(PATIENCE_S)
    studio.service.hold(False)
    assert studio.begun == []


def test_long_clauses_and_those_at_hand_are_not_taken(studio: Studio) -> None:
    studio.let_go(9)
    studio.service.speak("Go ahead.", ADA)
    long = "one two three four five six seven eight nine ten eleven"
    assert studio.service.prepare(["Go ahead.", " ", long], ADA) == 0
    assert studio.service.prepare([long], ADA, max_words=11) == 1


def test_a_clause_that_fails_ahead_is_counted_and_the_rest_is_made() -> None:
    def choke(text: str) -> None:
        if text == "bad":
            raise EngineFailed("out of breath")

    service = TTSService(ScriptedTts(on_work=choke))
    service.prepare(["bad", "good"], ADA)
    assert service.wait_prepared(PATIENCE_S)
    assert service.cached("good", ADA)
    assert service.counts.failed == 1
    with pytest.raises(EngineFailed):
        service.speak("bad", ADA)


def test_kept_lines_are_ready_in_the_next_process(tmp_path: Path) -> None:
    first = Studio(tmp_path)
    first.let_go(9)
    first.service.speak("Hello?", ADA)
    assert first.service.prepare(["Hello?", "Goodbye."], ADA, keep=True) == 2
    assert first.service.wait_prepared(PATIENCE_S)
    assert first.begun == ["Hello?", "Goodbye."]
    later = Studio(tmp_path)
    assert later.service.prepare(["Hello?", "Goodbye."], ADA, keep=True) == 0
    assert later.service.speak("Hello?", ADA) == first.service.speak("Hello?", ADA)


def test_lead_ins_carry_their_duration_once_they_are_ready(studio: Studio) -> None:
    studio.let_go(99)
    assert all(entry.duration_ms is None for entry in studio.service.lead_ins(ADA))
    studio.service.prepare(lead_ins(), ADA)
    assert studio.service.wait_prepared(PATIENCE_S)
    assert [(entry.text, entry.duration_ms) for entry in studio.service.lead_ins(ADA)] == [
        (text, 300 * len(text.split())) for text in lead_ins()
    ]
