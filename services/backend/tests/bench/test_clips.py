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
    sizes = [path.stat().st_size for path in CLIPS.rglob("*")]
    assert sum(sizes) < 8_000_000
    assert max(sizes) < 1_000_000


def test_the_labels_are_where_the_energy_is(clips: Script):
    for turn in clips.turns:
        measured = voiced_ms(turn.pcm)
        assert abs(measured[0][0] - turn.speech_ms[0][0]) <= 60, turn.name
        assert abs(measured[-1][1] - turn.speech_ms[-1][1]) <= 60, turn.name


def test_labelled_pauses_are_silent_and_never_digital_zero(clips: Script):
    for turn in clips.turns:
        for (_, end_ms), (start_ms, _) in zip(turn.speech_ms, turn.speech_ms[1:], strict=False):
            pause = turn.pcm[end_ms * 16 : start_ms * 16]
            assert 150 <= start_ms - end_ms <= 900
            assert -66 < level_dbfs(pause[960:-480]) < -54
            assert pause.any()


def test_a_clip_is_as_long_as_its_labels_and_edges(clips: Script):
    for turn in clips.turns:
        assert 0 < turn.pcm.size / 16 - turn.speech_ms[-1][1] < 200
        assert turn.pcm.size > FRAME_SAMPLES
        assert turn.text or turn.listening


def test_every_pause_says_what_it_follows(clips: Script):
    for turn in clips.turns:
        assert len(turn.pauses) == len(turn.speech_ms) - 1, turn.name
        assert {pause.kind for pause in turn.pauses} <= {"inside", "sentence"}


def test_the_pauses_of_thinking_trainees_have_every_length_and_are_mostly_inside_sentences():
    sets = [load_set(name) for name in SETS if name.startswith("pauses")]
    pauses = [pause for script in sets for turn in script.turns for pause in turn.pauses]
    inside = [pause for pause in pauses if pause.kind == "inside"]
    assert len(inside) >= 0.8 * len(pauses)
    for length_ms in (150, 300, 450, 600, 750, 900):
        assert sum(pause.length_ms == length_ms for pause in inside) >= 3, length_ms


def test_there_is_enough_of_everything():
    turns = [turn for name in SETS for turn in load_set(name).turns]
    assert sum(turn.when.interrupt_s is not None for turn in turns) >= 12
    assert sum(turn.listening for turn in turns) >= 18
    assert sum(turn.listening and turn.text is None for turn in turns) >= 6, "noises and hums"
    assert sum(turn.speech_ms[-1][1] > 18_000 for turn in turns) >= 2
    assert sum(turn.speech_ms[-1][1] < 1_500 for turn in turns if not turn.listening) >= 4


def test_the_demo_holds_a_whole_call_with_pauses_and_one_interruption():
    demo = load_set("demo")
    assert len(demo.turns) >= 7
    assert sum(turn.when.interrupt_s is not None for turn in demo.turns) == 1
    assert sum(len(turn.speech_ms) - 1 for turn in demo.turns) >= 5


def test_sets_have_voices_of_their_own():
    voices = {line for name in SETS for line in (CLIPS / name / "script.toml").read_text().splitlines()[:3]}
    names = {line.split('"')[1] for line in voices if line.startswith("voice")}
    assert sum(name[1] == "f" for name in names) >= 4
    assert sum(name[1] == "m" for name in names) >= 4


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
