"""What every recogniser promises, whatever is inside; real ones run on their real models."""

from pathlib import Path

import pytest

from app.domain.errors import ModelMissing
from app.domain.speech import Transcript
from app.runtime.models import ModelFiles, ModelState, default_models_dir, load_manifest
from app.stt import ENGINES, SttEngine, create
from app.stt.engines.scripted import ScriptedStt
from tests.stt.recordings import recording

REAL = [name for name, entry in ENGINES.items() if entry.model_id]
EVERY = [pytest.param(name, marks=[pytest.mark.models] if name in REAL else []) for name in ENGINES]


@pytest.fixture(scope="module")
def loaded() -> dict[str, SttEngine]:
    return {}


@pytest.fixture
def engine(request: pytest.FixtureRequest, loaded: dict[str, SttEngine]) -> SttEngine:
    """The engine on its model; an optional model may be absent, a default one may not."""
    name: str = request.param
    model_id = ENGINES[name].model_id
    if model_id and not load_manifest()[model_id].default:
        state = ModelFiles(default_models_dir()).state(model_id)
        if state is not ModelState.READY:
            pytest.skip(f"optional model {model_id} is {state}")
    if name not in loaded:
        loaded[name] = create(name, default_models_dir())
        loaded[name].load()
    found = loaded[name]
    if isinstance(found, ScriptedStt):
        found.queue("Thursday works.")
    return found


@pytest.mark.parametrize("engine", EVERY, indirect=True)
class TestEveryRecogniser:
    def test_hears_words(self, engine: SttEngine) -> None:
        heard = engine.transcribe(recording("thursday_works"))
        assert isinstance(heard, Transcript)
        assert "thursday" in heard.text.lower()
        assert heard.text == heard.text.strip()
        assert heard.avg_logprob <= 0 <= heard.no_speech_prob <= 1

    def test_a_fast_pass_and_a_prompt_change_no_clear_words(self, engine: SttEngine) -> None:
        heard = engine.transcribe(recording("thursday_works"), prompt="Ana Lopez, Delta", fast=True)
        assert "thursday" in heard.text.lower()

    def test_the_same_sound_gives_the_same_text(self, engine: SttEngine) -> None:
        clip = recording("thursday_works")
        assert engine.transcribe(clip, fast=True) == engine.transcribe(clip, fast=True)

    def test_can_be_loaded_again_and_again(self, engine: SttEngine) -> None:
        engine.load()
        engine.load()

    def test_says_its_name(self, engine: SttEngine) -> None:
        assert engine.name in ENGINES


@pytest.mark.parametrize("name", REAL)
def test_building_is_cheap_and_loading_without_files_says_what_to_do(name: str, tmp_path: Path) -> None:
    engine = create(name, tmp_path)
    with pytest.raises(ModelMissing) as failure:
        engine.load()
    assert failure.value.hint
