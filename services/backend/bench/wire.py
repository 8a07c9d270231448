"""The binary halves of the call's wire, from the client's side: capture frames out, prospect pieces in."""

import struct
from dataclasses import dataclass

import numpy as np

from bench.sound import Samples

VERSION = 1
AUDIO = 1
PROSPECT_AUDIBLE = 0b10
"""Client flag: the prospect can be heard while this frame was captured."""
GAP_BEFORE = 0b100
"""Client flag: frames before this one were lost."""
FIRST_PIECE = 0b01
LAST_PIECE = 0b10

_FRAME = struct.Struct("<BBHIQ")
"""u8 version · u8 type · u16 flags · u32 seq · u64 sample_index."""
_PIECE = struct.Struct("<BBHIQ")
"""u8 version · u8 type · u16 flags · u32 gen · u64 start_sample."""


class WireError(ValueError):
    """The server sent bytes that the wire does not allow."""


@dataclass(frozen=True, slots=True)
class Piece:
    """20–80 ms of one prospect utterance."""

    gen: int
    start_sample: int
    """Counted from 0 inside `gen`, at the call's `out_rate`."""
    pcm: Samples
    first: bool
    last: bool


def pack_frame(seq: int, sample_index: int, pcm: Samples, flags: int = 0) -> bytes:
    """One capture frame; `sample_index` is the call's clock."""
    return _FRAME.pack(VERSION, AUDIO, flags, seq, sample_index) + pcm.astype("<i2").tobytes()


def unpack_piece(data: bytes) -> Piece:
    """Read one server message; raises `WireError` on a bad header or half a sample."""
    if len(data) < _PIECE.size or len(data) % 2:
        raise WireError(f"a piece of {len(data)} bytes")
    version, kind, flags, gen, start = _PIECE.unpack_from(data)
    if version != VERSION or kind != AUDIO:
        raise WireError(f"version {version}, type {kind}")
    pcm = np.frombuffer(data, dtype="<i2", offset=_PIECE.size).astype(np.int16)
    return Piece(gen, start, pcm, bool(flags & FIRST_PIECE), bool(flags & LAST_PIECE))
