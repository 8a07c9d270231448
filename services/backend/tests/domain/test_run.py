"""A run read back from its events."""

from app.domain.events import CallEvent, EventKind
from app.domain.run import ending, last_state, utterances, voiced


def events(*facts: tuple[EventKind, dict]) -> list[CallEvent]:
    return [CallEvent(seq=i, t_ms=i, kind=kind, data=data) for i, (kind, data) in enumerate(facts)]


def spoken(index: int, text: str, speaker: str = "trainee") -> tuple[EventKind, dict]:
    data = {"index": index, "speaker": speaker, "party": speaker, "text": text, "start_ms": 0, "end_ms": 1}
    return EventKind.UTTERANCE, data | {"heard": True, "kind": "line"}


def state(turn: int, trust: float) -> tuple[EventKind, dict]:
    return EventKind.STATE, {"turn": turn, "snapshot": {"trust": trust}}


def test_the_last_text_of_an_index_stands() -> None:
    said = utterances(events(spoken(0, "Hi"), spoken(1, "We help"), spoken(1, "We help you")))
    assert [u.text for u in said] == ["Hi", "We help you"]


def test_what_was_taken_back_was_never_said() -> None:
    log = events(
        spoken(0, "Hi"),
        spoken(1, "We"),
        state(1, 0.9),
        spoken(2, "No.", "prospect"),
        (EventKind.RETRACTED, {"index": 1}),
        spoken(1, "We help you"),
        state(1, 0.4),
    )
    assert [u.text for u in utterances(log)] == ["Hi", "We help you"]
    found = last_state(log)
    assert found is not None
    assert found.trust == 0.4


def test_voice_activity_pairs_up() -> None:
    def voice(on: bool, at_ms: int) -> tuple[EventKind, dict]:
        return EventKind.SPEAKING, {"who": "trainee", "on": on, "at_ms": at_ms}

    log = events(voice(True, 100), voice(False, 400), voice(False, 500), voice(True, 600), voice(False, 900))
    assert voiced(log) == {"trainee": [(100, 400), (600, 900)]}


def test_a_call_without_an_end_is_on() -> None:
    assert ending(events(spoken(0, "Hi"))) is None
    assert ending(events((EventKind.ENDED, {"reason": "booked", "by": "prospect"}))) == ("booked", "prospect")
