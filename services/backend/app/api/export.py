"""A finished call as one file to keep or to show: JSON, Markdown, or an HTML page."""

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from app.api.deps import RingsideDep
from app.api.disputes import list_disputes
from app.api.sessions import events, get, scorecard, transcript
from app.call.exercises import Exercises
from app.domain.errors import NotFound
from app.scoring.render import as_html, as_markdown, compressed
from app.scoring.render.plainly import NO_AUDIO
from app.store.recordings import HEADER_BYTES

router = APIRouter(prefix="/sessions")

Format = Literal["md", "json", "html"]
KINDS = {"md": "text/markdown", "json": "application/json", "html": "text/html"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@router.get("/{session_id}/export", response_class=Response)
def export(session_id: str, ringside: RingsideDep, form: Annotated[Format, Query(alias="format")] = "md") -> Response:
    """One file with transcript and scorecard; JSON holds the log too, HTML the sound. 409 while the call is on."""
    exercises = ringside.exercises
    card = scorecard(session_id, exercises).model_dump(mode="json")
    packet: dict[str, Any] = {
        "kind": "ringside.call",
        "version": 1,
        "session": get(session_id, ringside).model_dump(mode="json"),
        "transcript": transcript(session_id, exercises).model_dump(mode="json")["utterances"],
        "scorecard": card,
        "disputes": list_disputes(session_id, exercises).model_dump(mode="json")["disputes"],
        "recording": {"included": False, "note": NO_AUDIO},
    }
    if form == "json":
        packet |= events(session_id, exercises).model_dump(mode="json")
        text = json.dumps(packet, indent=2, sort_keys=True)
    elif form == "md":
        text = as_markdown(packet)
    else:
        text = as_html(packet, _sound(exercises, session_id))
    headers = {
        "content-disposition": f'attachment; filename="ringside-{session_id[:8]}.{form}"',
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
    }
    # A lone surrogate can be stored but not sent.
    return Response(text.encode("utf-8", "replace"), 200, headers, media_type=f"{KINDS[form]}; charset=utf-8")


def _sound(exercises: Exercises, session_id: str) -> bytes:
    """The recording as MP3; empty when there is none."""
    try:
        size = exercises.recordings.size(session_id)
    except NotFound:
        return b""
    return compressed(exercises.recordings.read(session_id, HEADER_BYTES, size - HEADER_BYTES))
