"""Sound that need not be made twice: what was said lately in memory, each voice's fixed lines on disk."""

import logging
import threading
from collections import OrderedDict
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from app.domain.audio import Clip
from app.tts.ports import Casting

logger = logging.getLogger(__name__)

MEMORY_BYTES = 8_000_000
"""Nearly three minutes of speech at 24 kHz: what is made ahead in a call and not said yet."""
DISK_BYTES = 200_000_000
"""About two hours as FLAC; the least recently used go first."""


def clip_key(who: Casting, rate_hz: int, text: str) -> str:
    """Names a clip by everything that its samples depend on; tells nothing about the text."""
    parts = (who.engine, who.voice.name, who.voice.pace, rate_hz, text)
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()


class ClipCache:
    """Clips by key; safe to use from several threads. Without a folder it forgets when the process ends."""

    def __init__(
        self, folder: Path | None = None, *, memory_bytes: int = MEMORY_BYTES, disk_bytes: int = DISK_BYTES
    ) -> None:
        self._folder, self._memory_bytes, self._disk_bytes = folder, memory_bytes, disk_bytes
        self._clips: OrderedDict[str, Clip] = OrderedDict()
        self._held_bytes = 0
        self._on_disk: dict[str, int] | None = None
        """Bytes by key, least recently used first; None until the folder was looked at."""
        self._lock = threading.RLock()

    def open(self) -> None:
        """Look at what is on disk, so that the first question costs no more than the others."""
        with self._lock:
            self._files()

    def __contains__(self, key: str) -> bool:
        with self._lock:
            return key in self._clips or key in self._files()

    def keeps(self, key: str) -> bool:
        """True if the clip is where it would be with `put(keep=True)`."""
        with self._lock:
            return key in (self._files() if self._folder else self._clips)

    def get(self, key: str) -> Clip | None:
        """The clip, or None; a file that cannot be read is removed."""
        with self._lock:
            if key in self._clips:
                self._clips.move_to_end(key)
                return self._clips[key]
            if key not in self._files():
                return None
            clip = self._read(key)
            if clip is not None:
                self._hold(key, clip)
            return clip

    def put(self, key: str, clip: Clip, *, keep: bool = False) -> None:
        """Remember a clip; with `keep` also on disk, where there is a folder."""
        with self._lock:
            if key not in self._clips:
                self._hold(key, clip)
            if keep and self._folder is not None and key not in self._files():
                self._write(key, clip)

    def _hold(self, key: str, clip: Clip) -> None:
        self._clips[key] = clip
        self._held_bytes += len(clip.pcm)
        while self._held_bytes > self._memory_bytes:
            _, oldest = self._clips.popitem(last=False)
            self._held_bytes -= len(oldest.pcm)

    def _files(self) -> dict[str, int]:
        if self._on_disk is None:
            found = sorted(self._folder.glob("*.flac"), key=_last_used) if self._folder else []
            self._on_disk = {path.stem: path.stat().st_size for path in found}
        return self._on_disk

    def _path(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / f"{key}.flac"

    def _read(self, key: str) -> Clip | None:
        import soundfile

        path, files = self._path(key), self._files()
        try:
            with soundfile.SoundFile(path) as file:
                clip = Clip(bytes(file.buffer_read(dtype="int16")), file.samplerate)
            path.touch()
        except (OSError, RuntimeError) as error:
            logger.warning("a stored clip cannot be read (%s)", type(error).__name__)
            path.unlink(missing_ok=True)
            del files[key]
            return None
        files[key] = files.pop(key)
        return clip

    def _write(self, key: str, clip: Clip) -> None:
        """Store a clip under its name only once it is whole; a full disk costs the clip, not the call."""
        import soundfile

        path, files = self._path(key), self._files()
        unfinished = path.with_suffix(".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with soundfile.SoundFile(
                unfinished, "w", samplerate=clip.rate_hz, channels=1, format="FLAC", subtype="PCM_16"
            ) as file:
                file.buffer_write(clip.pcm, dtype="int16")
            unfinished.replace(path)
            files[key] = path.stat().st_size
        except (OSError, RuntimeError) as error:
            logger.warning("a clip cannot be stored (%s)", type(error).__name__)
            with suppress(OSError):
                unfinished.unlink()
            return
        while sum(files.values()) > self._disk_bytes:
            oldest = next(iter(files))
            del files[oldest]
            self._path(oldest).unlink(missing_ok=True)


def _last_used(path: Path) -> float:
    return path.stat().st_mtime
