"""Two thresholds, two run lengths: speech that starts once and stops once."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from app.domain.audio import FRAME_SAMPLES
from app.turn.smoothing import FREE, OVER, Edge, Onset, hear
from app.turn.state import Voice


def edges(probabilities: Iterable[float], onset: Onset = FREE) -> list[tuple[int, Edge]]:
    """Frame numbers (from 1) at which the state changed."""
    voice, seen = Voice(), []
    for i, p in enumerate(probabilities, start=1):
        voice, edge = hear(voice, p, i * FRAME_SAMPLES, onset)
        seen += [(i, edge)] if edge else []
    return seen


def test_three_frames_start_speech_and_five_end_it() -> None:
    assert edges([0.9] * 3 + [0.1] * 5) == [(3, Edge.ON), (8, Edge.OFF)]


def test_a_click_does_not_start_speech() -> None:
    assert edges([0.9, 0.9, 0.1] * 5) == []


def test_a_dip_does_not_end_it() -> None:
    assert edges([0.9] * 3 + ([0.1] * 4 + [0.6]) * 3) == [(3, Edge.ON)]


def test_between_the_thresholds_things_stay_as_they_are() -> None:
    assert edges([0.4] * 20) == []
    assert edges([0.9] * 3 + [0.4] * 20) == [(3, Edge.ON)]


def test_over_the_prospect_it_takes_more() -> None:
    assert edges([0.6] * 20, OVER) == []
    assert edges([0.7] * 4, OVER) == [(4, Edge.ON)]


def test_onset_and_last_voiced_sample() -> None:
    voice = Voice()
    for i, p in enumerate([0.1, 0.9, 0.9, 0.9, 0.9, 0.1, 0.1], start=1):
        voice, _ = hear(voice, p, i * FRAME_SAMPLES)
    assert voice.onset == 1 * FRAME_SAMPLES
    assert voice.last_voiced == 5 * FRAME_SAMPLES


@given(st.lists(st.floats(0, 1), max_size=200))
def test_starts_and_stops_alternate(probabilities: list[float]) -> None:
    kinds = [edge for _, edge in edges(probabilities)]
    assert kinds[::2] == [Edge.ON] * len(kinds[::2])
    assert kinds[1::2] == [Edge.OFF] * len(kinds[1::2])
