"""What every voice engine promises, whatever is inside; real ones run on their real models."""

from pathlib import Path

import numpy as np
import pytest

from app.domain.errors import EngineFailed, ModelMissing
from app.domain.persona import Voice
from app.runtime.models import ModelFiles, ModelState, default_models_dir, load_manifest
from app.tts import ENGINES, TtsEngine, create
from tests.tts.sound import lead_ms, samples, voiced_dbfs

REAL = [name for name, entry in ENGINES.items() if entry.model_id]
EVERY = [pytest.param(name, marks=[pytest.mark.models] if name in REAL else []) for name in ENGINES]
LINE = "We already have a vendor for that."


@pytest.fixture(scope="module")
def loaded() -> dict[str, TtsEngine]:
    return {}


@pytest.fixture
def engine(request: pytest.FixtureRequest, loaded: dict[str, TtsEngine]) -> TtsEngine:
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
    return loaded[name]


@pytest.mark.parametrize("engine", EVERY, indirect=True)
class TestEveryVoice:
    def test_speaks_at_its_rate_for_about_as_long_as_people_do(self, engine: TtsEngine) -> None:
        clip = engine.synthesize(LINE, engine.voices()[0])
        assert clip.rate_hz == engine.rate_hz
        words_per_s = len(LINE.split()) / (clip.duration_ms / 1000)
        assert 1.5 <= words_per_s <= 6

    def test_starts_within_thirty_milliseconds(self, engine: TtsEngine) -> None:
        for line in ("Yeah?", LINE):
            assert lead_ms(engine.synthesize(line, engine.voices()[0])) <= 30

    def test_a_higher_pace_is_quicker(self, engine: TtsEngine) -> None:
        voice = engine.voices()[0]
        slow, quick = (
            engine.synthesize(LINE, Voice(gender=voice.gender, name=voice.name, pace=pace)) for pace in (0.8, 1.25)
        )
        assert quick.samples < 0.85 * slow.samples

    @pytest.mark.parametrize("text", ["", " ", "...", "—"])
    def test_says_nothing_when_there_is_nothing_to_say(self, engine: TtsEngine, text: str) -> None:
        assert engine.synthesize(text, engine.voices()[0]).pcm == b""

    def test_a_voice_it_does_not_have_is_cast(self, engine: TtsEngine) -> None:
        assert engine.synthesize("Hello?", Voice(gender="female", name="nobody at all")).samples > 0

    def test_can_be_loaded_again_and_says_its_name(self, engine: TtsEngine) -> None:
        engine.load()
        assert engine.name in ENGINES
        assert {voice.gender for voice in engine.voices()} <= {"female", "male"}


@pytest.mark.models
@pytest.mark.parametrize("engine", REAL, indirect=True)
class TestRealVoices:
    def test_all_are_equally_loud(self, engine: TtsEngine) -> None:
        for voice in engine.voices()[:2]:
            clip = engine.synthesize(LINE, voice)
            assert voiced_dbfs(clip) == pytest.approx(-20, abs=1.5)
            assert np.abs(samples(clip)).max() <= 0.9

    def test_a_line_longer_than_the_model_takes_comes_whole(
        self, engine: TtsEngine, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("app.tts.engines.kokoro.MAX_PHONEME_LENGTH", 40)
        line = "Hold on, please. "
        once = engine.synthesize(line, engine.voices()[0])
        assert engine.synthesize(line * 3, engine.voices()[0]).duration_ms > 2 * once.duration_ms


@pytest.mark.models
@pytest.mark.parametrize("engine", ["kokoro"], indirect=True)
def test_kokoro_says_the_same_bytes_again(engine: TtsEngine) -> None:
    voice = engine.voices()[1]
    assert engine.synthesize("Go ahead.", voice) == engine.synthesize("Go ahead.", voice)
    assert engine.synthesize("Go ahead.", voice) != engine.synthesize("Go ahead.", engine.voices()[2])


@pytest.mark.models
def test_two_runs_of_piper_draw_the_same_noise() -> None:
    def run() -> list[bytes]:
        engine = create("piper", default_models_dir())
        engine.load()
        return [engine.synthesize(line, Voice(gender="male")).pcm for line in ("Go ahead.", "Who is this?")]

    assert run() == run()


@pytest.mark.parametrize("name", REAL)
def test_building_is_cheap_and_loading_without_files_says_what_to_do(name: str, tmp_path: Path) -> None:
    engine = create(name, tmp_path)
    with pytest.raises(ModelMissing) as failure:
        engine.load()
    assert failure.value.hint


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("piper", ["piper-joe-medium/en_US-joe-medium.onnx", "piper-joe-medium/en_US-joe-medium.onnx.json"]),
        ("kokoro", ["kokoro-82m-int8/model.onnx", "kokoro-82m-int8/voices/af_heart.bin"]),
    ],
)
def test_a_damaged_model_is_a_failure_with_advice(name: str, files: list[str], tmp_path: Path) -> None:
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("not a model")
    with pytest.raises(EngineFailed, match="could not be read") as failure:
        create(name, tmp_path).load()
    assert failure.value.hint
