"""The binary halves of the call's wire from the server's side, and the numbers of the peer's utterances.

Standard library only: the peer runs in an environment of its own.
"""

import json
import struct

FRAME_BYTES = 1_024
"""512 samples of 16-bit sound."""
FIRST_PIECE, LAST_PIECE = 0b01, 0b10

_HEADER = struct.Struct("<BBHIQ")
"""u8 version · u8 type · u16 flags · u32 seq or gen · u64 sample index or start sample."""


def unpack_frame(data: bytes) -> tuple[int, bytes] | None:
    """`(sample_index, pcm)` of a capture frame; None for anything else."""
    if len(data) != _HEADER.size + FRAME_BYTES:
        return None
    version, kind, _, _, index = _HEADER.unpack_from(data)
    return (index, data[_HEADER.size :]) if (version, kind) == (1, 1) else None


class Lines:
    """Numbers the utterances of one call and says what goes on the wire for each thing that happens to them."""

    def __init__(self) -> None:
        self._gen = 0
        self._samples = 0
        self._open = False
        self._cleared = 0

    def sound(self, pcm: bytes) -> bytes:
        """The next piece of speech; begins a new utterance when the one before is over."""
        first = not self._open
        if first:
            self._gen, self._samples, self._open = self._gen + 1, 0, True
        start, self._samples = self._samples, self._samples + len(pcm) // 2
        return _HEADER.pack(1, 1, FIRST_PIECE if first else 0, self._gen, start) + pcm

    def ended(self) -> bytes | None:
        """The empty last piece of the utterance in progress; None between utterances."""
        if not self._open:
            return None
        self._open = False
        return _HEADER.pack(1, 1, LAST_PIECE, self._gen, self._samples)

    def interrupted(self) -> str | None:
        """`clear` for everything said so far; None when nothing was said since the last one."""
        if self._cleared == self._gen:
            return None
        self._open, self._cleared = False, self._gen
        return json.dumps({"type": "clear", "gen": self._gen})
