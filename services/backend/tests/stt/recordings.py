"""Speech on file: what is said, and the samples."""

from pathlib import Path

import soundfile

AUDIO = Path(__file__).parents[1] / "fixtures" / "audio"
SAID = {
    "yes": "Yes.",
    "thursday_works": "Thursday works.",
    "no_not_really": "No, not really.",
    "ana_from_delta": "Hi, this is Ana from Delta.",
    "bad_time": "Did I catch you at a bad time?",
    "reason_for_call": "The reason for my call is that most finance teams lose two days a month to manual invoices.",
}


def recording(name: str) -> bytes:
    """int16 mono 16 kHz PCM."""
    samples, rate_hz = soundfile.read(AUDIO / f"{name}.flac", dtype="int16")
    assert rate_hz == 16_000
    return bytes(samples.tobytes())
