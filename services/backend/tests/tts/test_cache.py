"""Clips are found again: lately said ones in memory, fixed lines on disk even after a restart."""

import os
import struct
from pathlib import Path

import pytest

from app.domain.audio import Clip
from app.domain.persona import Voice
from app.tts import Casting
from app.tts.cache import ClipCache, clip_key


def tone(number: int, samples: int = 2_400) -> Clip:
    """A clip unlike any of another number."""
    return Clip(struct.pack(f"<{samples}h", *((i * number) % 8_000 - 4_000 for i in range(samples))), 24_000)


def test_a_kept_clip_survives_the_process_sample_by_sample(tmp_path: Path) -> None:
    ClipCache(tmp_path / "voice").put("hello", tone(3), keep=True)
    later = ClipCache(tmp_path / "voice")
    assert "hello" in later
    assert later.get("hello") == tone(3)


def test_what_is_not_to_be_kept_leaves_no_file(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "voice")
    cache.put("secret", tone(3))
    assert cache.get("secret") == tone(3)
    assert not cache.keeps("secret")
    assert not (tmp_path / "voice").exists()


def test_a_clip_known_from_memory_can_still_be_kept(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path)
    cache.put("hello", tone(3))
    cache.put("hello", tone(3), keep=True)
    assert ClipCache(tmp_path).get("hello") == tone(3)


def test_the_disk_stays_bounded_and_the_least_used_goes_first(tmp_path: Path) -> None:
    ClipCache(tmp_path).put("probe", tone(1), keep=True)
    size = next(tmp_path.glob("*.flac")).stat().st_size
    cache = ClipCache(tmp_path, disk_bytes=int(2.5 * size))
    cache.put("second", tone(1), keep=True)
    cache.get("probe")
    cache.put("third", tone(1), keep=True)
    assert {path.stem for path in tmp_path.glob("*.flac")} == {"probe", "third"}


def test_after_a_restart_the_longest_unused_file_still_goes_first(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path)
    for age, key in enumerate(("old", "new")):
        cache.put(key, tone(1), keep=True)
        os.utime(tmp_path / f"{key}.flac", (1_000 + age, 1_000 + age))
    size = (tmp_path / "old.flac").stat().st_size
    ClipCache(tmp_path, disk_bytes=int(2.5 * size)).put("newest", tone(1), keep=True)
    assert {path.stem for path in tmp_path.glob("*.flac")} == {"new", "newest"}


def test_a_damaged_file_is_no_clip_and_goes_away(tmp_path: Path) -> None:
    ClipCache(tmp_path).put("hello", tone(3), keep=True)
    (tmp_path / "hello.flac").write_bytes(b"not sound")
    cache = ClipCache(tmp_path)
    assert cache.get("hello") is None
    assert "hello" not in cache
    cache.put("hello", tone(4), keep=True)
    assert ClipCache(tmp_path).get("hello") == tone(4)


def test_a_folder_that_cannot_be_written_costs_only_the_copy(tmp_path: Path) -> None:
    (tmp_path / "voice").write_text("a file where the folder should be")
    cache = ClipCache(tmp_path / "voice")
    cache.put("hello", tone(3), keep=True)
    assert cache.get("hello") == tone(3)


@pytest.mark.parametrize(
    "other",
    [
        clip_key(Casting("kokoro", Voice(gender="female", name="ada")), 24_000, "Hello?"),
        clip_key(Casting("piper", Voice(gender="female", name="eva")), 24_000, "Hello?"),
        clip_key(Casting("piper", Voice(gender="female", name="ada", pace=1.1)), 24_000, "Hello?"),
        clip_key(Casting("piper", Voice(gender="female", name="ada")), 16_000, "Hello?"),
        clip_key(Casting("piper", Voice(gender="female", name="ada")), 24_000, "Hello."),
    ],
)
def test_a_clip_is_known_by_all_that_it_depends_on_and_shows_no_words(other: str) -> None:
    key = clip_key(Casting("piper", Voice(gender="female", name="ada")), 24_000, "Hello?")
    assert key != other
    assert "hello" not in key.lower()
