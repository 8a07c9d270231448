"""The stereo recording: sides in step, holes silent, any byte range of the WAV readable."""

import io
import struct
import wave
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import NotFound
from app.store import Recordings


def pcm(*values: int) -> bytes:
    return struct.pack(f"<{len(values)}h", *values)


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Recordings:
    found = Recordings(tmp_path_factory.mktemp("recordings"))
    tape = found.recorder("a")
    tape.write("trainee", 0, pcm(1, 2, 3))
    tape.write("trainee", 5, pcm(6))
    tape.write("prospect", 2, pcm(-3, -4))
    tape.close()
    return found


def test_left_is_the_trainee_and_right_the_prospect(recordings: Recordings) -> None:
    with wave.open(io.BytesIO(recordings.read("a", 0, recordings.size("a")))) as file:
        assert (file.getnchannels(), file.getframerate(), file.getsampwidth()) == (2, 16_000, 2)
        frames = struct.unpack("<12h", file.readframes(6))
    assert frames[0::2] == (1, 2, 3, 0, 0, 6)
    assert frames[1::2] == (0, 0, -3, -4, 0, 0)


@given(start=st.integers(0, 80), length=st.integers(0, 80))
@settings(deadline=None)
def test_any_part_of_the_file_is_that_part(recordings: Recordings, start: int, length: int) -> None:
    whole = recordings.read("a", 0, recordings.size("a"))
    assert recordings.read("a", start, length) == whole[start : start + length]


def test_what_was_flushed_survives_without_a_close(tmp_path: Path) -> None:
    tape = Recordings(tmp_path).recorder("cut")
    tape.write("trainee", 0, pcm(7, 8))
    tape.flush()
    assert Recordings(tmp_path).size("cut") == 44 + 2 * 4
    tape.close()


def test_no_recording_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        Recordings(tmp_path).size("nobody")
