"""The binary frames of the wire: parsed strictly, packed exactly."""

import struct
from dataclasses import dataclass

from app.domain.audio import FRAME_SAMPLES

HEADER = struct.Struct("<BBHIQ")
FRAME_BYTES = HEADER.size + FRAME_SAMPLES * 2
VERSION = 1
AUDIO = 1
MUTED, PROSPECT_AUDIBLE, GAP_BEFORE = 1, 2, 4
FIRST, LAST = 1, 2


class BadFrameError(ValueError):
    """A binary message that is not a frame of ours."""


@dataclass(frozen=True, slots=True)
class CaptureFrame:
    """One block of the trainee's microphone: 512 int16 samples at 16 kHz."""

    flags: int
    seq: int
    sample_index: int
    pcm: bytes

    @property
    def muted(self) -> bool:
        """The trainee's mute is on; the samples are silence."""
        return bool(self.flags & MUTED)


def parse_capture(data: bytes) -> CaptureFrame:
    """Read a client's frame or raise `BadFrameError` saying what is wrong with it."""
    if len(data) != FRAME_BYTES:
        raise BadFrameError(f"an audio frame has {FRAME_BYTES} bytes, this one has {len(data)}")
    version, kind, flags, seq, sample_index = HEADER.unpack_from(data)
    if version != VERSION or kind != AUDIO:
        raise BadFrameError(f"unknown frame version {version} or type {kind}")
    return CaptureFrame(flags, seq, sample_index, data[HEADER.size :])


def pack_piece(gen: int, start_sample: int, pcm: bytes, *, first: bool, last: bool) -> bytes:
    """A piece of prospect audio for the client; `start_sample` counts inside `gen`."""
    flags = (FIRST if first else 0) | (LAST if last else 0)
    return HEADER.pack(VERSION, AUDIO, flags, gen, start_sample) + pcm
