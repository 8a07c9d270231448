"""What the voices say is what a listener understands."""

import numpy as np
import pytest
import soxr

from app.domain.audio import CALL_RATE_HZ, Clip
from app.domain.persona import Voice
from app.runtime.models import default_models_dir
from app.stt import STTService
from app.stt import create as create_recogniser
from app.tts import TTSService, create
from tests.stt.wer import word_error_rate
from tests.tts.sound import samples

LINES = (
    "Hello?",
    "Who is this?",
    "I am about to walk into a meeting.",
    "We already have a vendor for that, so I am not sure why we would change.",
    "Does Thursday at 2:30 work for you?",
    "Send me an email and I will have a look.",
)


def as_heard(clip: Clip) -> bytes:
    """The clip at the call's rate with a little room around it."""
    wave = soxr.resample(samples(clip), clip.rate_hz, CALL_RATE_HZ)
    return bytes((np.pad(wave, 3_200) * 32767).astype("<i2").tobytes())


@pytest.mark.models
def test_piper_is_understood() -> None:
    ear = STTService(create_recogniser("whisper-base", default_models_dir()))
    voice = TTSService(create("piper", default_models_dir()))
    heard = [(line, ear.transcribe_chunk(as_heard(voice.speak(line, Voice(gender="male"))))) for line in LINES]
    assert word_error_rate(heard) <= 0.1, heard
