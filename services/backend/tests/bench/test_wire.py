"""The binary messages, byte by byte."""

import struct

import numpy as np
import pytest

from bench.wire import PROSPECT_AUDIBLE, WireError, pack_frame, unpack_piece


def test_a_frame_is_a_sixteen_byte_header_and_512_samples():
    pcm = np.arange(512, dtype=np.int16)
    data = pack_frame(seq=7, sample_index=7 * 512, pcm=pcm, flags=PROSPECT_AUDIBLE)
    assert len(data) == 16 + 1024
    assert data[:16] == bytes([1, 1, 2, 0, 7, 0, 0, 0]) + (3584).to_bytes(8, "little")
    assert data[16:20] == b"\x00\x00\x01\x00"


def test_a_piece_tells_its_utterance_its_place_and_whether_it_is_the_last():
    data = struct.pack("<BBHIQ", 1, 1, 0b10, 3, 4410) + np.array([5, -5], "<i2").tobytes()
    piece = unpack_piece(data)
    assert (piece.gen, piece.start_sample, piece.first, piece.last) == (3, 4410, False, True)
    assert piece.pcm.tolist() == [5, -5]


@pytest.mark.parametrize(
    "data",
    [b"", b"\x01" * 15, struct.pack("<BBHIQ", 2, 1, 0, 1, 0), struct.pack("<BBHIQ", 1, 1, 0, 1, 0) + b"\x00"],
)
def test_bytes_that_are_no_piece_are_refused(data: bytes):
    with pytest.raises(WireError):
        unpack_piece(data)
