"""Acts survive missing punctuation, fillers and misheard words: whole turns of calls read nearly alike."""

import pytest

from app.reading import Reader, load_heads

from .stability import BENDS, agreement, turns

FLOORS = {"bare": 0.94, "filled": 0.98, "misheard": 0.84}


@pytest.mark.parametrize("name", BENDS)
def test_by_patterns(name: str) -> None:
    found = agreement(Reader(), turns(), name)
    print(f"{name}: {found:.3f}")
    assert found >= FLOORS[name]


@pytest.mark.models
@pytest.mark.parametrize("name", BENDS)
def test_with_heads(name: str) -> None:
    from app.runtime.models import default_models_dir

    heads = load_heads(default_models_dir())
    assert heads is not None, "fetch the model first: setup --models minilm-l6-int8"
    found = agreement(Reader(heads), turns(), name)
    print(f"{name}: {found:.3f}")
    assert found >= FLOORS[name]
