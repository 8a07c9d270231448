"""The shipped clips are what their scripts say."""

from pathlib import Path

import pytest

from bench.script import CLIPS, Script, ScriptError, clip_sets, load_folder, load_set
from bench.sound import FRAME_SAMPLES, level_dbfs, voiced_ms

SETS = clip_sets()


@pytest.fixture(scope="module", params=SETS)
def clips(request: pytest.FixtureRequest) -> Script:
    return load_set(request.param)


def test_every_file_is_in_a_script_and_all_together_stay_small():
    on_disk = {path.relative_to(CLIPS).as_posix() for path in CLIPS.glob("*/*.flac")}
    named = {f"{name}/{i:02}_{turn.name}.flac" for name in SETS for i, turn in enumerate(load_set(name).turns, 1)}
    assert on_disk == named
    assert sum(path.stat().st_size for path in CLIPS.rglob("*")) < 3_000_000


def test_the_labels_are_where_the_energy_is(clips: Script):
    for turn in clips.turns:
        measured = voiced_ms(turn.pcm)
        assert abs(measured[0][0] - turn.speech_ms[0][0]) <= 40, turn.name
        assert abs(measured[-1][1] - turn.speech_ms[-1][1]) <= 40, turn.name


def test_labelled_pauses_are_silent_and_never_digital_zero(clips: Script):
    for turn in clips.turns:
        for (_, end_ms), (start_ms, _) in zip(turn.speech_ms, turn.speech_ms[1:], strict=False):
            pause = turn.pcm[end_ms * 16 : start_ms * 16]
            assert 150 <= start_ms - end_ms <= 900
            assert -66 < level_dbfs(pause[160:-160]) < -54
            assert pause.any()


def test_a_clip_is_as_long_as_its_labels_and_edges(clips: Script):
    for turn in clips.turns:
        assert 0 < turn.pcm.size / 16 - turn.speech_ms[-1][1] < 200
        assert turn.pcm.size > FRAME_SAMPLES
        assert turn.text


def test_the_demo_holds_a_whole_call_with_pauses_and_one_interruption():
    demo = load_set("demo")
    assert len(demo.turns) >= 7
    assert sum(turn.when.interrupt_s is not None for turn in demo.turns) == 1
    assert sum(len(turn.speech_ms) - 1 for turn in demo.turns) >= 5


def test_sets_have_voices_of_their_own():
    voices = {line for name in SETS for line in (CLIPS / name / "script.toml").read_text().splitlines()[:3]}
    assert sum(line.startswith("voice") for line in voices) >= 4


def test_recordings_of_ones_own_are_played_in_the_order_of_their_names():
    folder = load_folder(CLIPS / "plain")
    assert [turn.name for turn in folder.turns] == sorted(turn.name for turn in folder.turns)
    assert all(turn.text is None and turn.when.after_line_s for turn in folder.turns)


def test_a_folder_without_speech_is_refused(tmp_path: Path):
    with pytest.raises(ScriptError, match="no audio"):
        load_folder(tmp_path)


def test_an_unknown_set_is_refused_with_the_known_ones():
    with pytest.raises(ScriptError, match="demo"):
        load_set("nothing")
