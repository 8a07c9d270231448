"""The trainee on the phone: hears what the speaker plays and decides, frame by frame, what the microphone hears."""

from dataclasses import dataclass

import numpy as np

from bench.script import REACTION_S, Script, Turn
from bench.sound import FRAME_SAMPLES, RATE_HZ, Samples, room_noise

NO_REPLY_S = 8.0
"""A person says the next thing anyway when nothing came for this long."""
FAREWELL_S = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """What can be heard of the prospect; times are samples of the call's clock (16 kHz)."""

    now: int
    live_since: int | None = None
    line_since: int | None = None
    """When the line now audible (or paused within) began; None between lines."""
    last_line_ended: int | None = None
    """When the last line that is over ended, heard out or cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One turn as it was put on the line."""

    turn: Turn
    start: int
    """Sample of the call's clock at which the clip began."""
    answered: bool
    """False when the prospect had said nothing since the turn before."""

    @property
    def onset(self) -> int:
        """First voiced sample."""
        return self.start + self.turn.onset

    @property
    def last_voiced(self) -> int:
        """One past the last voiced sample."""
        return self.start + self.turn.last_voiced


class Trainee:
    """Plays a script; between turns the line carries room noise."""

    def __init__(self, script: Script, seed: int = 7) -> None:
        self.spoken: list[Spoken] = []
        self.left_out: list[str] = []
        """Signs of listening whose line was over too soon."""
        self.name = script.name
        self._script = script
        self._next = 0
        self._noise = room_noise(RATE_HZ * 4, seed)
        self._clip_start: int | None = None

    @property
    def speaking(self) -> bool:
        """Whether a clip is on the line."""
        return self._clip_start is not None

    def frame(self, ear: Ear) -> Samples:
        """The 512 samples that begin at `ear.now`."""
        if self._clip_start is None and (turn := self._due(ear)) is not None:
            self._clip_start = ear.now
            self._next += 1
            answered = not self.spoken or ear.line_since is not None or self._replied(ear)
            self.spoken.append(Spoken(turn=turn, start=ear.now, answered=answered))
        if self._clip_start is None:
            return self._background(ear.now)
        at = ear.now - self._clip_start
        pcm = self.spoken[-1].turn.pcm[at : at + FRAME_SAMPLES]
        if at + FRAME_SAMPLES >= self.spoken[-1].turn.pcm.size:
            self._clip_start = None
        if pcm.size == FRAME_SAMPLES:
            return pcm
        return np.concatenate([pcm, self._background(ear.now)[pcm.size :]])

    def wants_to_end(self, ear: Ear) -> bool:
        """Whether everything is said and the prospect's last line was heard out, or nothing came."""
        if self.speaking or self._next < len(self._script.turns) or ear.live_since is None:
            return False
        return ear.now - ear.live_since >= self._script.stay_s * RATE_HZ and self._waited(ear, FAREWELL_S)

    def _due(self, ear: Ear) -> Turn | None:
        if ear.live_since is None:
            return None
        self._leave_out(ear)
        if self._next == len(self._script.turns):
            return None
        turn = self._script.turns[self._next]
        when = turn.when
        if when.at_s is not None:
            return turn if ear.now - ear.live_since >= when.at_s * RATE_HZ else None
        into_s = when.interrupt_s if when.over_s is None else when.over_s
        if into_s is not None and self._interrupts(ear, into_s):
            return turn
        if when.over_s is not None:
            return None
        reaction_s = REACTION_S if when.after_line_s is None else when.after_line_s
        return turn if self._waited(ear, reaction_s) else None

    def _leave_out(self, ear: Ear) -> None:
        """Pass over signs of listening once there is nothing left to listen to."""
        turns = self._script.turns
        while self._next < len(turns) and turns[self._next].listening and self._waited(ear, 0.0):
            self.left_out.append(turns[self._next].name)
            self._next += 1

    def _interrupts(self, ear: Ear, after_s: float) -> bool:
        since = ear.line_since
        return since is not None and since >= self._said_until and ear.now - since >= after_s * RATE_HZ

    def _waited(self, ear: Ear, pause_s: float) -> bool:
        if ear.live_since is None or ear.line_since is not None:
            return False
        if self._replied(ear):
            assert ear.last_line_ended is not None
            return ear.now - ear.last_line_ended >= pause_s * RATE_HZ
        return ear.now - max(self._said_until, ear.live_since) >= NO_REPLY_S * RATE_HZ

    def _replied(self, ear: Ear) -> bool:
        return ear.last_line_ended is not None and ear.last_line_ended > self._said_until

    @property
    def _said_until(self) -> int:
        """Where the last turn that asks for an answer ended."""
        return next((one.last_voiced for one in reversed(self.spoken) if not one.turn.listening), 0)

    def _background(self, now: int) -> Samples:
        at = now % (self._noise.size - FRAME_SAMPLES)
        return self._noise[at : at + FRAME_SAMPLES]
