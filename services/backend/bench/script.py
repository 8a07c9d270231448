"""What the trainee says and when: a set of clips with its labels, or any recordings without them."""

import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bench.sound import RATE_HZ, Samples, read_mono, voiced_ms

CLIPS = Path(__file__).parent / "clips"
REACTION_S = 0.5
"""Pause before a turn whose script does not say; people leave 0.2 to 0.8 s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What a turn waits for; exactly one is set."""

    after_line_s: float | None = None
    """Reaction time once the prospect's line was heard out."""
    at_s: float | None = None
    """Seconds into the live call, whatever the prospect does."""
    interrupt_s: float | None = None
    """Seconds into a prospect line; after the line if it is shorter."""
    over_s: float | None = None
    """Seconds into a prospect line, as a sign of listening; left out if the line is shorter."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A labelled pause inside a turn."""

    start_ms: int
    end_ms: int
    kind: str
    """`inside` a sentence, or after a `sentence` that is complete and sounds so."""

    @property
    def length_ms(self) -> int:
        """From the last voiced window before it to the first one after it."""
        return self.end_ms - self.start_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing the trainee says."""

    name: str
    pcm: Samples
    speech_ms: tuple[tuple[int, int], ...]
    """Voiced stretches inside the clip; the gaps between them are its labelled pauses."""
    when: When
    text: str | None = None
    """The words, where they are known."""
    kinds: tuple[str, ...] = ()
    """Kind of each labelled pause; `inside` where nobody says."""

    @property
    def onset(self) -> int:
        """First voiced sample of the clip."""
        return self.speech_ms[0][0] * RATE_HZ // 1000

    @property
    def last_voiced(self) -> int:
        """One past the last voiced sample of the clip."""
        return self.speech_ms[-1][1] * RATE_HZ // 1000

    @property
    def pauses(self) -> list[Pause]:
        """Every labelled pause, in ms of the clip."""
        kinds = self.kinds or ("inside",) * (len(self.speech_ms) - 1)
        borders = zip(pairwise(self.speech_ms), kinds, strict=True)
        return [Pause(before[1], after[0], kind) for (before, after), kind in borders]

    @property
    def listening(self) -> bool:
        """Whether it is a sign of listening or a noise, which asks for no answer."""
        return self.when.over_s is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One side of a call."""

    name: str
    turns: tuple[Turn, ...]
    stay_s: float = 0.0
    """How long the trainee stays on the live line at least, silent once everything is said."""


class ScriptError(ValueError):
    """A folder of audio that cannot be played as a trainee."""


def clip_sets() -> list[str]:
    """Names of the sets that ship with the bench."""
    return sorted(path.parent.name for path in CLIPS.glob("*/script.toml"))


def text_of(say: list[str | int]) -> str:
    """The words of a `say` list, which mixes phrases with pauses in milliseconds."""
    return " ".join(part for part in say if isinstance(part, str))


def load_set(name: str, root: Path = CLIPS) -> Script:
    """A shipped set with its labels; raises `ScriptError` for an unknown one."""
    file = root / name / "script.toml"
    if not file.is_file():
        raise ScriptError(f"no set of clips is called {name}; there are: {', '.join(clip_sets())}")
    data = tomllib.loads(file.read_text())
    turns = (
        Turn(
            name=turn["name"],
            pcm=read_mono(file.parent / turn["file"]),
            speech_ms=tuple((start, end) for start, end in turn["speech_ms"]),
            when=When(**turn["when"]),
            text=text_of(turn["say"]) if "say" in turn else None,
            kinds=tuple(turn["pauses"]),
        )
        for turn in data["turn"]
    )
    return Script(name=name, turns=tuple(turns))


def load_folder(folder: Path) -> Script:
    """Any recordings, one turn a file in the order of their names; labels by energy; raises `ScriptError`."""
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in {".wav", ".flac", ".mp3", ".ogg", ".m4a"})
    if not files:
        raise ScriptError(f"{folder} holds no audio files")
    turns = []
    for file in files:
        pcm = read_mono(file)
        speech = voiced_ms(pcm)
        if not speech:
            raise ScriptError(f"nothing in {file.name} is loud enough to be speech")
        turns.append(Turn(name=file.stem, pcm=pcm, speech_ms=tuple(speech), when=When(after_line_s=REACTION_S)))
    return Script(name=folder.name, turns=tuple(turns))
