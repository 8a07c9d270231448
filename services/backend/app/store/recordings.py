"""Stereo recordings: each side written raw as it comes, so that a cut loses nothing; served as one WAV."""

import shutil
import struct
from pathlib import Path
from typing import BinaryIO

from app.domain.audio import CALL_RATE_HZ
from app.domain.errors import NotFound

HEADER_BYTES = 44
STEREO_FRAME_BYTES = 4


class Recorder:
    """Writes the two sides of one call on the call's clock (16 kHz int16 each)."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._sides = {side: _open(folder / f"{side}.pcm") for side in ("trainee", "prospect")}

    def write(self, side: str, sample: int, pcm: bytes) -> None:
        """Place int16 mono at `sample` of the call's clock; holes read as silence."""
        file = self._sides[side]
        file.seek(max(0, sample) * 2)
        file.write(pcm)

    def flush(self) -> None:
        """Hand all to the operating system: it survives the death of this process."""
        for file in self._sides.values():
            file.flush()

    def close(self) -> None:
        """Flush and release; idempotent."""
        for file in self._sides.values():
            file.close()


class Recordings:
    """All recordings below one folder, a folder per session."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def recorder(self, session_id: str) -> Recorder:
        """A writer for a call; continues what is there."""
        return Recorder(self._root / session_id)

    def size(self, session_id: str) -> int:
        """Bytes of the whole WAV file; `NotFound` when nothing was recorded."""
        sides = self._files(session_id)
        samples = max(path.stat().st_size // 2 for path in sides)
        if samples == 0:
            raise NotFound("This session has no recording.", "Typed calls and calls that never began have none.")
        return HEADER_BYTES + samples * STEREO_FRAME_BYTES

    def read(self, session_id: str, start: int, length: int) -> bytes:
        """Bytes `start` … `start + length` of the WAV file: left trainee, right prospect."""
        total = self.size(session_id)
        length = max(0, min(start + length, total) - start)
        out = _header(total)[start : start + length]
        length -= len(out)
        if length <= 0:
            return out
        offset = max(start, HEADER_BYTES) - HEADER_BYTES
        first = offset // STEREO_FRAME_BYTES
        last = min(-(-(offset + length) // STEREO_FRAME_BYTES), (total - HEADER_BYTES) // STEREO_FRAME_BYTES)
        left, right = (_slice(path, first, last) for path in self._files(session_id))
        frames = bytearray((last - first) * STEREO_FRAME_BYTES)
        frames[0::4], frames[1::4] = left[0::2], left[1::2]
        frames[2::4], frames[3::4] = right[0::2], right[1::2]
        skip = offset - first * STEREO_FRAME_BYTES
        return out + bytes(frames[skip : skip + length])

    def delete(self, session_id: str) -> None:
        """Remove a recording; idempotent."""
        shutil.rmtree(self._root / session_id, ignore_errors=True)

    def _files(self, session_id: str) -> tuple[Path, Path]:
        folder = self._root / session_id
        left, right = folder / "trainee.pcm", folder / "prospect.pcm"
        if not left.exists() or not right.exists():
            raise NotFound("This session has no recording.", "Typed calls and calls that never began have none.")
        return left, right


def _open(path: Path) -> BinaryIO:
    path.touch(mode=0o600)
    return path.open("r+b", buffering=32_000)


def _slice(path: Path, first: int, last: int) -> bytes:
    with path.open("rb") as file:
        file.seek(first * 2)
        found = file.read((last - first) * 2)
    found = found[: len(found) // 2 * 2]
    return found + bytes((last - first) * 2 - len(found))


def _header(total: int) -> bytes:
    data = total - HEADER_BYTES
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF", total - 8, b"WAVE", b"fmt ", 16, 1, 2,
        CALL_RATE_HZ, CALL_RATE_HZ * STEREO_FRAME_BYTES, STEREO_FRAME_BYTES, 16,
        b"data", data,
    )  # fmt: skip
