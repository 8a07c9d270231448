"""The peer's side of the wire: what the product's client reads is what the peer was given."""

import json
import struct

import numpy as np

from bench.peer.wire import Lines, unpack_frame
from bench.wire import pack_frame, unpack_piece


def test_a_capture_frame_is_read_back() -> None:
    pcm = np.arange(512, dtype=np.int16)
    assert unpack_frame(pack_frame(3, 1_536, pcm)) == (1_536, pcm.tobytes())


def test_anything_else_is_no_frame() -> None:
    frame = pack_frame(0, 0, np.zeros(512, np.int16))
    assert unpack_frame(frame[:-2]) is None
    assert unpack_frame(b"\x02" + frame[1:]) is None


def test_an_utterance_has_a_first_piece_a_last_piece_and_counted_samples() -> None:
    lines = Lines()
    sent = [lines.sound(b"\x01\x00" * 440), lines.sound(b"\x01\x00" * 440), lines.ended()]
    pieces = [unpack_piece(data) for data in sent if data is not None]
    assert [(p.gen, p.start_sample, p.first, p.last) for p in pieces] == [
        (1, 0, True, False),
        (1, 440, False, False),
        (1, 880, False, True),
    ]
    assert lines.ended() is None, "nothing is open any more"
    assert unpack_piece(lines.sound(b"\x00\x00")).gen == 2


def test_an_interruption_clears_what_was_said_once() -> None:
    lines = Lines()
    assert lines.interrupted() is None, "nothing was said yet"
    lines.sound(b"\x00\x00" * 10)
    assert json.loads(lines.interrupted() or "") == {"type": "clear", "gen": 1}
    assert lines.interrupted() is None
    assert lines.ended() is None, "a cut line has no last piece"
    after = unpack_piece(lines.sound(b"\x00\x00" * 10))
    assert (after.gen, after.start_sample, after.first) == (2, 0, True), "newer than the clear"


def test_the_header_is_the_wires() -> None:
    assert struct.unpack_from("<BBHIQ", Lines().sound(b"\x05\x00")) == (1, 1, 1, 1, 0)
