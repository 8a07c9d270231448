"""Acts survive missing punctuation, fillers and misheard words: whole turns of calls read nearly alike."""

import pytest

from app.reading import Reader

from .stability import BENDS, agreement, turns

FLOORS = {"bare": 0.94, "filled": 0.98, "misheard": 0.84}


@pytest.mark.parametrize("name", BENDS)
def test_by_patterns(name: str) -> None:
    found = agreement(Reader(), turns(), name)
    print(f"{name}: {found:.3f}")
    assert found >= FLOORS[name]
