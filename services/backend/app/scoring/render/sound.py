"""The call's sound inside its page: small enough to send, playable where the page is opened, quote by quote."""

import base64
import hashlib
import io
from array import array
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.audio import CALL_RATE_HZ
from app.scoring.render.plainly import clock

QUALITY = 0.7
"""Of libsndfile's scale from 0, largest, to 1, smallest: about a quarter of a megabyte a minute of talk."""
_SCRIPT = Path(__file__).parent / "page.js"


def compressed(stereo: bytes) -> bytes:
    """Both sides of a recording (16-bit stereo at the call's rate) in one channel as MP3; same in, same out.

    MP3 because every browser plays it; Ogg files would carry a random number and differ from export to export.
    """
    import soundfile

    frames = memoryview(stereo[: len(stereo) // 4 * 4]).cast("h")
    mixed = array("h", (max(-32_768, min(32_767, a + b)) for a, b in zip(frames[0::2], frames[1::2], strict=True)))
    file = io.BytesIO()
    with soundfile.SoundFile(
        file,
        "w",
        samplerate=CALL_RATE_HZ,
        channels=1,
        format="MP3",
        subtype="MPEG_LAYER_III",
        compression_level=QUALITY,
        bitrate_mode="VARIABLE",
    ) as out:
        out.buffer_write(mixed.tobytes(), dtype="int16")
    return file.getvalue()


@cache
def script() -> str:
    """The page's only script; it knows no words of the call."""
    return _SCRIPT.read_text(encoding="utf-8")


@cache
def policy() -> str:
    """What the page's policy must allow besides: this very script, and sound that is part of the page."""
    digest = base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()
    return f"; script-src 'sha256-{digest}'; media-src data:"


def player(mp3: bytes) -> str:
    """The whole call to listen to."""
    data = base64.b64encode(mp3).decode()
    return f'<p><audio controls preload="metadata" src="data:audio/mpeg;base64,{data}"></audio></p>'


def hear(moment: Mapping[str, Any], turn: int) -> str:
    """A button that plays a quote or a line; nothing when it has no times."""
    start, end = moment["start_ms"], moment["end_ms"]
    if start is None or end is None:
        return ""
    label = f"Hear turn {turn} from {clock(int(start))}"
    return (
        f'<button type="button" data-start="{int(start)}" data-end="{int(end)}" aria-label="{label}" '
        'aria-pressed="false" hidden>▶</button> '
    )
