"""One file over HTTP: byte progress, resume from a part file, retry with backoff."""

import errno
import http.client
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

Progress = Callable[[int, int], None]
"""Called with bytes so far and bytes in all (0 when the server does not say)."""


def _silent(_done: int, _total: int) -> None:
    """Nobody watches."""


BLOCK_BYTES = 1 << 18
SPARE_BYTES = 64 << 20
"""What stays free on the disk whatever is fetched."""
TIMEOUT_S = 60.0
WAITS_S = (1.0, 2.0, 4.0, 8.0, 16.0)
"""Pauses between tries; a try that moved any byte starts the row again."""
TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})


class DownloadError(Exception):
    """A file could not be had; the message says why and what to do."""


def download(
    url: str,
    part: Path,
    *,
    progress: Progress = _silent,
    sleep: Callable[[float], None] = time.sleep,
) -> Path:
    """Fetch `url` into `part`, going on from the bytes `part` already holds; returns `part` once it is whole.

    Whether the bytes are the right ones is for the caller to check. Raises `DownloadError` when the server refuses,
    when all tries are spent, or when the disk is too small.
    """
    if urlsplit(url).scheme not in {"http", "https", "file"}:
        raise DownloadError(f"Not an address to download from: {url}")
    part.parent.mkdir(parents=True, exist_ok=True)
    waits = iter(WAITS_S)
    while True:
        before = _size(part)
        try:
            return _go_on(url, part, progress)
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and before:
                part.unlink()
                continue
            if error.code not in TRANSIENT:
                raise DownloadError(f"The server answered {error.code} {error.reason}.") from error
            cause: Exception = error
        except (OSError, http.client.HTTPException) as error:
            if isinstance(error, OSError) and error.errno == errno.ENOSPC:
                raise DownloadError(
                    f"The disk is full: {part.parent}. Free some space, or choose another folder with --models-dir; "
                    "the download goes on where it stopped."
                ) from error
            cause = error
        if _size(part) > before:
            waits = iter(WAITS_S)
        wait = next(waits, None)
        if wait is None:
            raise DownloadError(
                f"The connection failed {len(WAITS_S) + 1} times ({cause}). Run the command again to go on."
            )
        sleep(wait)


def need_space(folder: Path, wanted: int) -> None:
    """Raise `DownloadError` unless `folder`'s disk has room for `wanted` bytes and a margin."""
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if free < wanted + SPARE_BYTES:
        raise DownloadError(
            f"Not enough room in {folder}: {(wanted + SPARE_BYTES) >> 20} MB needed, {free >> 20} MB free. "
            "Free some space, or choose another folder with --models-dir."
        )


def _go_on(url: str, part: Path, progress: Progress) -> Path:
    """One try: ask for what is missing and append it; a server that ignores ranges makes it start again."""
    have = _size(part)
    request = urllib.request.Request(url, headers={"Range": f"bytes={have}-"} if have else {})
    with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:
        resumed = have > 0 and answer.status == http.HTTPStatus.PARTIAL_CONTENT
        done = have if resumed else 0
        length = int(answer.headers.get("Content-Length") or 0)
        total = done + length if length else 0
        if length:
            need_space(part.parent, length)
        with part.open("ab" if resumed else "wb") as out:
            progress(done, total)
            while block := answer.read(BLOCK_BYTES):
                out.write(block)
                done += len(block)
                progress(done, total)
    # `read` ends quietly when the connection is cut; only the count tells.
    if total and done < total:
        raise http.client.IncompleteRead(b"", total - done)
    return part


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
