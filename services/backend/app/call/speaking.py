"""The prospect's mouth: sound goes out in paced pieces; only the acknowledgements that come back say what was heard."""

from collections.abc import Callable
from dataclasses import dataclass

from app.call.frames import pack_piece
from app.call.ports import Line, Tape
from app.call.spoken import SpokenLine
from app.call.workers import Worker
from app.domain.audio import CALL_RATE_HZ, ms_to_samples
from app.turn.events import ProspectAudible, ProspectDone, ProspectProgress, TurnEvent
from app.turn.orders import CancelProspect, Duck, PauseProspect, ResumeProspect

PIECE_MS = 40
LEAD_MS = 500
"""Sound sent ahead of what is known to have been played: rides out a hiccup, yet little to drop on a clear."""
RESUME_BACK_MS = 120
ACK_GRACE_MS = 2_000
"""A client that acknowledges nothing for this long is taken to play in real time."""
RESYNC_MS = 150
"""Acknowledgements jitter by a frame or two: sound goes on the tape without a seam unless the client really paused."""
SETTLE_MS = 250
"""After a clear the client tells at once how far it got; this is how long it is waited for."""


@dataclass(slots=True)
class Playing:
    """A line on its way to the ear; a resumed line gets a new `gen` that begins at `base`."""

    line: SpokenLine
    gen: int
    base: int
    began: int
    """Call sample at which its first piece left."""
    sent: int = 0
    played: int = 0
    acknowledged: bool = False
    stopped_at: int | None = None
    taped: int | None = None
    """Call sample up to which its sound is on the tape; None where the client may have waited for more."""
    last_sent: bool = False


class Speaker:
    """Plays one line at a time; `tell` reports to turn-taking, `done` and `cut` to the conductor."""

    def __init__(
        self,
        tape: Tape,
        disk: Worker,
        tell: Callable[[TurnEvent], None],
        done: Callable[[SpokenLine], None],
        cut: Callable[[SpokenLine, str], None],
    ) -> None:
        self._tape, self._disk = tape, disk
        self._tell, self._done, self._cut = tell, done, cut
        self._wire: Line | None = None
        self._gen = 0
        self._now = 0
        self._current: Playing | None = None
        self._fading: Playing | None = None
        """Sound beside the talk: the client may still tell how much of it was heard, for the tape."""
        self._paused = False

    @property
    def line(self) -> SpokenLine | None:
        """The line being spoken or held."""
        return self._current.line if self._current else None

    @property
    def gen(self) -> int | None:
        """The sound now at the client."""
        return self._current.gen if self._current else None

    def attach(self, wire: Line | None) -> None:
        """Speak to `wire` from now on; what the lost one had queued was not heard."""
        self._wire = wire

    def start(self, line: SpokenLine) -> int:
        """Begin `line`; its sound may still be growing (`pump` after each clause)."""
        self.settle()
        self._gen += 1
        self._paused = False
        self._current = Playing(line, self._gen, 0, self._now)
        self.pump()
        return self._gen

    def tick(self, now: int) -> None:
        """The call's clock moved on."""
        now = self._now = max(self._now, now)
        playing = self._current
        if playing is None:
            return
        if playing.stopped_at is not None:
            if not self._paused and now - playing.stopped_at > ms_to_samples(SETTLE_MS):
                self.settle()
            return
        if not playing.acknowledged and playing.sent and now - playing.began > ms_to_samples(ACK_GRACE_MS):
            elapsed = (now - playing.began) * playing.line.rate_hz // CALL_RATE_HZ
            self._advance(playing, min(playing.sent, elapsed))
        self.pump()

    def on_played(self, gen: int, samples: int, now: int = 0) -> None:
        """The client played `samples` of `gen` up to `now`, which may be ahead of what was listened to."""
        self._now = max(self._now, now)
        fading, playing = self._fading, self._current
        if fading is not None and gen == fading.gen and fading.played < samples <= fading.sent:
            self._record(fading, fading.played, samples)
            fading.played = samples
        if playing is None or gen != playing.gen or samples > playing.sent:
            return
        if samples > 0:
            playing.acknowledged = True
        self._advance(playing, samples)
        self.pump()

    def pump(self) -> None:
        """Send what is due."""
        playing = self._current
        if playing is None or playing.stopped_at is not None or self._wire is None:
            return
        line, rate = playing.line, playing.line.rate_hz
        piece, lead = rate * PIECE_MS // 1000, rate * LEAD_MS // 1000
        while not playing.last_sent and playing.sent - playing.played < lead:
            begin = playing.base + playing.sent
            count = min(piece, line.samples - begin)
            last = line.complete and begin + count >= line.samples
            if count <= 0 and not last:
                return
            if count < piece and not last:
                return
            pcm = bytes(line.pcm[begin * 2 : (begin + count) * 2])
            self._wire.send_audio(pack_piece(playing.gen, playing.sent, pcm, first=playing.sent == 0, last=last))
            if playing.sent == 0:
                playing.began = self._now
            playing.sent += count
            playing.last_sent = last

    def obey(self, order: Duck | PauseProspect | ResumeProspect | CancelProspect) -> None:
        """What turn-taking orders about the line being spoken."""
        match order:
            case Duck():
                self.duck(order.db)
            case PauseProspect():
                self.pause()
            case ResumeProspect():
                self.resume()
            case CancelProspect():
                self.cancel()

    def duck(self, db: float) -> None:
        """Lower or restore the voice, queued sound included."""
        if self._current and self._wire and self._current.stopped_at is None:
            self._wire.send({"type": "duck", "gen": self._current.gen, "db": db})

    def pause(self) -> None:
        """Silence the line but keep it."""
        self._paused = self._stop()

    def resume(self) -> None:
        """Go on from a little before the pause, as a new `gen`."""
        held = self._current
        if held is None or not self._paused:
            return
        back = held.line.rate_hz * RESUME_BACK_MS // 1000
        self._gen += 1
        self._paused = False
        base = max(0, held.base + held.played - back)
        self._current = Playing(held.line, self._gen, base, self._now)
        self.pump()

    def cancel(self) -> None:
        """The line is over; `cut` tells what was heard once the client has said so."""
        if self._current is not None:
            self._stop()
            self._paused = False

    def stay_silent(self) -> int:
        """A `gen` for an answer without a word."""
        self.settle()
        self._gen += 1
        return self._gen

    def forget(self) -> None:
        """Stop at once; the line was never said and nobody is told of it, but what the ear got stays on the tape."""
        self._stop()
        self._fading, self._current = self._current, None

    def murmur(self, line: SpokenLine) -> int | None:
        """Say a short `line`, all of whose sound is made, beside the talk: it takes no floor and no turn.

        Returns its `gen`, or None where it would get into the way of a line.
        """
        if self._current is not None or self._wire is None:
            return None
        self._gen += 1
        aside = self._fading = Playing(line, self._gen, 0, self._now)
        piece = line.rate_hz * PIECE_MS // 1000
        for begin in range(0, line.samples, piece):
            count = min(piece, line.samples - begin)
            pcm = bytes(line.pcm[begin * 2 : (begin + count) * 2])
            last = begin + count >= line.samples
            self._wire.send_audio(pack_piece(aside.gen, begin, pcm, first=begin == 0, last=last))
        aside.sent, aside.last_sent = line.samples, True
        return aside.gen

    def settle(self) -> None:
        """Close the current line now with what is known to have been heard."""
        playing, self._current = self._current, None
        if playing is None:
            return
        if playing.stopped_at is None and self._wire:
            self._wire.send({"type": "clear", "gen": playing.gen})
        self._fading = playing
        playing.line.end_ms = self._now * 1000 // CALL_RATE_HZ
        self._cut(playing.line, playing.line.heard(playing.base + playing.played))

    def _stop(self) -> bool:
        playing = self._current
        if playing is None or playing.stopped_at is not None:
            return playing is not None
        if self._wire:
            self._wire.send({"type": "clear", "gen": playing.gen})
        playing.stopped_at = self._now
        return True

    def _advance(self, playing: Playing, samples: int) -> None:
        if samples <= playing.played:
            return
        line = playing.line
        self._record(playing, playing.played, samples)
        first, playing.played = playing.played == 0, samples
        at = playing.base + samples
        if first:
            if line.start_ms is None:
                line.start_ms = (self._now - line.to_call(samples)) * 1000 // CALL_RATE_HZ
            refuses = line.refuses and not playing.base
            self._tell(ProspectAudible(gen=playing.gen, asked_question=line.asks(at), refuses=refuses))
        if playing.stopped_at is not None:
            return
        if line.complete and at >= line.samples:
            self._current = None
            line.end_ms = self._now * 1000 // CALL_RATE_HZ
            self._tell(ProspectDone(gen=playing.gen))
            self._done(line)
            return
        remaining = (line.samples - at) * 1000 // line.rate_hz if line.complete else None
        self._tell(
            ProspectProgress(
                gen=playing.gen,
                played_ms=samples * 1000 // line.rate_hz,
                remaining_ms=remaining,
                recent_words=line.recent_words(at),
                asked_question=line.asks(at),
            )
        )

    def _record(self, playing: Playing, since: int, until: int) -> None:
        """Write what was just played to the tape, ending at the present."""
        line = playing.line
        first, last = line.to_call(playing.base + since), line.to_call(playing.base + until)
        pcm = bytes(line.call_pcm[first * 2 : last * 2])
        at = self._now - (last - first)
        if playing.taped is not None and abs(at - playing.taped) < ms_to_samples(RESYNC_MS):
            at = playing.taped
        ran_dry = until == playing.sent and not playing.last_sent
        playing.taped = None if ran_dry else at + last - first
        self._disk.post(lambda: self._tape.write("prospect", at, pcm))
