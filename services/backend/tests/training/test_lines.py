"""The labelled lines: enough of them, in enough voices, bare often enough, and none that is held out elsewhere."""

from pathlib import Path

from app.domain.acts import Act
from app.reading import normalise
from training.lines import labelled_lines
from training.write_lines import bare, barred, slipped, written_out

BACKEND = Path(__file__).parents[2]


def test_there_are_enough_in_enough_voices() -> None:
    lines = labelled_lines()
    assert len(lines) >= 3000
    assert len({line.text for line in lines}) >= 2900
    assert len({line.writer for line in lines}) >= 8
    assert {act for line in lines for act in line.must} == set(Act) - {Act.SILENCE}


def test_a_third_is_bare() -> None:
    lines = labelled_lines()
    assert sum(line.text == bare(line.text) for line in lines) >= len(lines) / 3


def test_none_is_held_out_elsewhere() -> None:
    others = barred(BACKEND)
    assert len(others) > 1000
    assert normalise("Would it be crazy to put twenty minutes in next week?") in others
    assert not {normalise(line.text) for line in labelled_lines()} & others


def test_alternatives_are_written_out_the_same_way_every_time() -> None:
    phrasing = "{Ten|Twenty} minutes {next|this} week?"
    assert written_out(phrasing) == written_out(phrasing)
    assert len(written_out(phrasing)) == 4
    assert any(line == bare(line) for line in written_out(phrasing))


def test_a_slip_changes_little() -> None:
    said = "could i take a minute of your time"
    assert slipped(said) != said
    assert abs(len(slipped(said).split()) - len(said.split())) <= 1
