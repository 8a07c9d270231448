"""The stereo recording as a WAV file that a player can seek in."""

import re
from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Header
from fastapi.responses import Response, StreamingResponse

from app.api.deps import ExercisesDep
from app.store import Recordings

router = APIRouter(prefix="/sessions")

CHUNK_BYTES = 1 << 18
RANGE = re.compile(r"bytes=(\d*)-(\d*)")


@router.get("/{session_id}/recording.wav", response_class=Response)
def recording(
    session_id: str,
    exercises: ExercisesDep,
    wanted: Annotated[str | None, Header(alias="range", max_length=100)] = None,
) -> Response:
    """Left trainee, right prospect as played, on the call's clock."""
    exercises.sessions.get(session_id)
    size = exercises.recordings.size(session_id)
    headers = {"accept-ranges": "bytes", "content-disposition": f'inline; filename="ringside-{session_id[:8]}.wav"'}
    start, stop, status = 0, size, 200
    if wanted is not None and (found := RANGE.fullmatch(wanted.strip())):
        first, last = found.groups()
        if first:
            start, stop = int(first), min(size, int(last) + 1 if last else size)
        elif last:
            start = max(0, size - int(last))
        if start >= size or start >= stop:
            return Response(status_code=416, headers={"content-range": f"bytes */{size}"})
        status = 206
        headers["content-range"] = f"bytes {start}-{stop - 1}/{size}"
    headers["content-length"] = str(stop - start)
    return StreamingResponse(
        _chunks(exercises.recordings, session_id, start, stop), status, headers, media_type="audio/wav"
    )


def _chunks(recordings: Recordings, session_id: str, start: int, stop: int) -> Iterator[bytes]:
    while start < stop:
        piece = recordings.read(session_id, start, min(CHUNK_BYTES, stop - start))
        if not piece:
            return
        yield piece
        start += len(piece)
