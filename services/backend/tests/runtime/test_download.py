"""A download survives a bad line, goes on where it stopped, and says plainly when it cannot."""

import errno
import shutil
from collections import namedtuple
from pathlib import Path
from typing import Any

import pytest
from scripts.download import WAITS_S, DownloadError, download, need_space

from tests.runtime.conftest import FileServer

BODY = bytes(range(256)) * 4096


def fetch(server: FileServer, part: Path, **more: Any) -> list[float]:
    """Download `/file` and tell the pauses that were made."""
    pauses: list[float] = []
    download(f"{server.url}/file", part, sleep=pauses.append, **more)
    return pauses


def test_a_good_line_brings_the_file_and_counts_its_bytes(server: FileServer, tmp_path: Path) -> None:
    server.files["/file"] = BODY
    seen: list[tuple[int, int]] = []
    pauses = fetch(server, tmp_path / "a.part", progress=lambda done, total: seen.append((done, total)))
    assert (tmp_path / "a.part").read_bytes() == BODY
    assert pauses == []
    assert seen[-1] == (len(BODY), len(BODY))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_a_cut_line_goes_on_from_the_last_byte(server: FileServer, tmp_path: Path) -> None:
    server.files["/file"] = BODY
    server.cut_after = [300_000, 200_000]
    assert fetch(server, tmp_path / "a.part") == [1.0, 1.0]
    assert (tmp_path / "a.part").read_bytes() == BODY
    assert server.asked == ["", "bytes=300000-", "bytes=500000-"]


def test_the_part_of_an_earlier_run_is_used(server: FileServer, tmp_path: Path) -> None:
    server.files["/file"] = BODY
    (tmp_path / "a.part").write_bytes(BODY[:1000])
    fetch(server, tmp_path / "a.part")
    assert server.asked == ["bytes=1000-"]
    assert (tmp_path / "a.part").read_bytes() == BODY


def test_a_server_without_ranges_makes_it_start_again(server: FileServer, tmp_path: Path) -> None:
    server.files["/file"] = BODY
    server.knows_ranges = False
    (tmp_path / "a.part").write_bytes(b"x" * 1000)
    fetch(server, tmp_path / "a.part")
    assert (tmp_path / "a.part").read_bytes() == BODY


def test_a_part_longer_than_the_file_is_thrown_away(server: FileServer, tmp_path: Path) -> None:
    server.files["/file"] = BODY
    (tmp_path / "a.part").write_bytes(BODY + b"more")
    fetch(server, tmp_path / "a.part")
    assert (tmp_path / "a.part").read_bytes() == BODY


def test_a_busy_server_is_asked_again_after_growing_pauses(server: FileServer, tmp_path: Path) -> None:
    server.files["/file"] = BODY
    server.refuse_with = [503, 429, 500]
    assert fetch(server, tmp_path / "a.part") == [1.0, 2.0, 4.0]
    assert (tmp_path / "a.part").read_bytes() == BODY


def test_a_server_that_stays_busy_is_given_up(server: FileServer, tmp_path: Path) -> None:
    server.refuse_with = [503] * 20
    with pytest.raises(DownloadError, match="Run the command again"):
        fetch(server, tmp_path / "a.part")
    assert len(server.asked) == len(WAITS_S) + 1


def test_a_refusal_is_not_repeated(server: FileServer, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="404"):
        fetch(server, tmp_path / "a.part")
    assert len(server.asked) == 1


def test_only_addresses_of_the_web_are_followed(tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="Not an address"):
        download("ftp://example.invalid/file", tmp_path / "a.part")


def test_a_disk_too_small_is_told_before_the_first_byte(
    server: FileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100 << 20, 90 << 20, 10 << 20))
    with pytest.raises(DownloadError, match=r"10 MB free.*--models-dir"):
        need_space(tmp_path, 5 << 20)
    server.files["/file"] = BODY
    with pytest.raises(DownloadError, match="Not enough room"):
        fetch(server, tmp_path / "a.part")
    assert not (tmp_path / "a.part").exists()


def test_a_disk_that_fills_up_keeps_what_came_and_says_what_to_do(
    server: FileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.files["/file"] = BODY
    part = tmp_path / "a.part"
    honest_open = Path.open

    class FullDisk:
        """A file on a disk with room for one block."""

        def __init__(self, stream: Any) -> None:
            self.stream = stream

        def __enter__(self) -> "FullDisk":
            return self

        def __exit__(self, *_: object) -> None:
            self.stream.close()

        def write(self, block: bytes) -> int:
            if self.stream.tell() > 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            return int(self.stream.write(block))

    monkeypatch.setattr(Path, "open", lambda self, mode="r", **kw: FullDisk(honest_open(self, mode, **kw)))
    with pytest.raises(DownloadError, match="The disk is full"):
        fetch(server, part)
    monkeypatch.undo()
    kept = part.stat().st_size
    assert 0 < kept < len(BODY)
    fetch(server, part)
    assert server.asked[-1] == f"bytes={kept}-"
    assert part.read_bytes() == BODY
