"""The models behind the ports: what every engine promises, and what the real ones hear.

The clips are 16 kHz speech made with Kokoro-82M (Apache-2.0); the unfinished ones stop in the middle of a sentence.
"""

import random
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.domain.audio import FRAME_SAMPLES, ms_to_samples
from app.domain.errors import EngineFailed, Invalid, ModelMissing
from app.turn import backchannel_model, detector, turn_end_model
from app.turn.barge_in import LISTENING_P, LOOK_MS
from app.turn.engines.backchannel import FILE, MODEL_ID, SAMPLES
from app.turn.engines.scripted import ScriptedDetector, ScriptedTurnEnd
from app.turn.ports import SpeechDetector, TurnEndModel
from app.turn.registry import DETECTORS, TURN_END_MODELS
from bench.script import load_set

CLIPS = Path(__file__).with_name("clips")
FINISHED = sorted(CLIPS.glob("finished-*.flac"))
UNFINISHED = sorted(CLIPS.glob("unfinished-*.flac"))


def pcm(path: Path) -> bytes:
    samples, rate_hz = soundfile.read(path, dtype="int16")
    assert rate_hz == 16_000
    return bytes(samples.astype("<i2").tobytes())


def hiss(seconds: float) -> bytes:
    noise = np.random.default_rng(7).normal(0, 300, int(seconds * 16_000))
    return bytes(noise.astype("<i2").tobytes())


def probabilities(ear: SpeechDetector, sound: bytes) -> list[float]:
    step = 2 * FRAME_SAMPLES
    return [ear.probability(sound[i : i + step]) for i in range(0, len(sound) - step + 1, step)]


@pytest.fixture
def models_dir() -> Path:
    from app.runtime.models import default_models_dir

    return default_models_dir()


@pytest.mark.parametrize("name", sorted(DETECTORS))
def test_every_detector_answers_with_a_probability_and_forgets(name: str) -> None:
    ear = detector(name)
    frame = hiss(0.032)
    first = probabilities(ear, frame * 20)
    assert all(0 <= p <= 1 for p in first)
    ear.reset()
    assert probabilities(ear, frame * 20) == pytest.approx(first, abs=1e-6)


def test_unknown_names_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="no speech detector"):
        detector("oracle")
    with pytest.raises(Invalid, match="no turn-end model"):
        turn_end_model("oracle", tmp_path)


@pytest.mark.parametrize("clip", FINISHED + UNFINISHED, ids=lambda path: path.stem)
def test_silero_hears_speech(clip: Path) -> None:
    heard = probabilities(detector("silero"), pcm(clip))
    assert sum(p >= 0.5 for p in heard) >= 0.6 * len(heard) - 6
    assert max(heard) > 0.9


@pytest.mark.parametrize("sound", [bytes(2 * 48_000), hiss(3.0)], ids=["silence", "hiss"])
def test_silero_hears_no_speech_in_noise(sound: bytes) -> None:
    assert max(probabilities(detector("silero"), sound)) < 0.35


def test_silero_refuses_other_frame_sizes() -> None:
    with pytest.raises(Invalid, match="1024 bytes"):
        detector("silero").probability(bytes(100))


def test_two_calls_do_not_share_a_memory() -> None:
    one, two = detector("silero"), detector("silero")
    alone = probabilities(detector("silero"), pcm(FINISHED[0]))
    mixed = []
    for i in range(0, len(pcm(FINISHED[0])) - 1023, 1024):
        mixed.append(one.probability(pcm(FINISHED[0])[i : i + 1024]))
        two.probability(hiss(0.032))
    assert mixed == alone


def test_a_missing_turn_end_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing) as missing:
        turn_end_model("smart-turn-v3.2", tmp_path).load()
    assert "set-up" in missing.value.hint


def test_a_damaged_turn_end_model_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "smart-turn-v3.2"
    folder.mkdir()
    (folder / "smart-turn-v3.2-cpu.onnx").write_bytes(b"not a model")
    with pytest.raises(EngineFailed, match="could not be loaded"):
        turn_end_model("smart-turn-v3.2", tmp_path).load()


def smart_turn(models_dir: Path) -> TurnEndModel:
    model = turn_end_model("smart-turn-v3.2", models_dir)
    model.load()
    return model


@pytest.mark.models
def test_smart_turn_tells_finished_from_unfinished(models_dir: Path) -> None:
    model = smart_turn(models_dir)
    assert all(model.probability(pcm(clip)) >= 0.85 for clip in FINISHED)
    assert all(model.probability(pcm(clip)) < 0.2 for clip in UNFINISHED)


@pytest.mark.models
def test_smart_turn_takes_sound_of_any_length(models_dir: Path) -> None:
    model = smart_turn(models_dir)
    long = hiss(9.0)
    assert 0 <= model.probability(b"") <= 1
    assert model.probability(long) == model.probability(long[-2 * 8 * 16_000 :])


def starts(sets: Iterable[str], *, listening: bool) -> list[tuple[str, bytes]]:
    """Where the bench's trainees set in over the prospect, up to what the backchannel model is given."""
    silence = np.zeros(SAMPLES, np.int16)
    turns = [turn for name in sets for turn in load_set(name).turns if listening or turn.when.interrupt_s is not None]
    return [
        (
            turn.name,
            np.concatenate([silence, turn.pcm, silence])[: SAMPLES + turn.onset + ms_to_samples(LOOK_MS)].tobytes(),
        )
        for turn in turns
        if turn.listening == listening
    ]


@pytest.mark.models
def test_an_mm_hm_is_told_from_an_interruption_by_its_start(models_dir: Path) -> None:
    model = backchannel_model(models_dir)
    signs = starts(("listening_sarah", "listening_liam"), listening=True)
    cuts = starts(("barge_in_emma", "barge_in_eric"), listening=False)
    heard_out = [name for name, pcm in signs if model.probability(pcm) >= LISTENING_P]
    yielded_to = [name for name, pcm in cuts if model.probability(pcm) < LISTENING_P]
    assert len(signs) >= 20
    assert len(heard_out) >= 0.95 * len(signs)
    assert len(yielded_to) >= 0.6 * len(cuts)


@pytest.mark.models
def test_the_start_of_a_word_may_be_short(models_dir: Path) -> None:
    model = backchannel_model(models_dir)
    assert 0 <= model.probability(b"") <= 1
    assert model.probability(hiss(1.0)) == model.probability(hiss(1.0)[-2 * SAMPLES :])


def test_a_missing_backchannel_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing) as missing:
        backchannel_model(tmp_path).load()
    assert "set-up" in missing.value.hint


def test_a_damaged_backchannel_model_says_so(tmp_path: Path) -> None:
    folder = tmp_path / MODEL_ID
    folder.mkdir()
    (folder / FILE).write_bytes(b"not a model")
    with pytest.raises(EngineFailed, match="could not be loaded"):
        backchannel_model(tmp_path).load()


@pytest.mark.parametrize("name", sorted(set(TURN_END_MODELS) - {"smart-turn-v3.2"}))
def test_other_turn_end_models_need_no_files(name: str, tmp_path: Path) -> None:
    model = turn_end_model(name, tmp_path)
    model.load()
    assert 0 <= model.probability(bytes(3_200)) <= 1


def test_scripts_are_played_in_order() -> None:
    ear = ScriptedDetector([0.1, 0.9])
    assert [ear.probability(b"") for _ in range(3)] == [0.1, 0.9, 0.0]
    seen: list[int] = []
    model = ScriptedTurnEnd([0.2, 0.8], on_work=seen.append)
    assert [model.probability(bytes(n)) for n in (1, 2, 3)] == [0.2, 0.8, 0.8]
    assert seen == [1, 2, 3]


def test_features_have_whispers_shape_and_scale() -> None:
    from app.turn.engines.log_mel import BANDS, FRAMES, log_mel

    features = log_mel(pcm(FINISHED[0]))
    assert features.shape == (BANDS, FRAMES) == (80, 800)
    assert features.max() - features.min() <= 2.0 + 1e-6
    tone = (8_000 * np.sin(2 * np.pi * 1_000 * np.arange(8 * 16_000) / 16_000)).astype("<i2")
    loudest = log_mel(tone.tobytes()).mean(axis=1).argmax()
    assert 24 <= loudest <= 28, "1 kHz lies at mel 15 of 45.2, a third of the way up 80 bands"


def test_features_do_not_depend_on_loudness() -> None:
    from app.turn.engines.log_mel import log_mel

    quiet = np.array(random.Random(3).choices(range(-500, 500), k=16_000), dtype="<i2")
    assert np.abs(log_mel(quiet.tobytes()) - log_mel((quiet * 8).astype("<i2").tobytes())).max() < 1e-2
