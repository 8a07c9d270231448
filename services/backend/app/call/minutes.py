"""The minutes of a call: who said what under which index, in the log and on the trainee's screen."""

from typing import Any

from app.call.facts import caption, decision_data, state_data
from app.call.log import CallLog
from app.call.spoken import SpokenLine
from app.domain.call import Party, Speaker, Utterance
from app.domain.events import EventKind
from app.domain.plain import to_plain
from app.domain.prospect import ProspectState, ProspectTurn


class Minutes:
    """Numbers utterances from 0 without holes; what is taken back gives its number back."""

    def __init__(self, log: CallLog, show_state: bool) -> None:
        self._log = log
        self._show_state = show_state
        self.captions = True
        self.next_index = 0
        self.last_line = ""
        """The prospect's last line as far as it was heard."""

    def trainee_said(self, text: str, start_ms: int, end_ms: int) -> int:
        """A finished trainee utterance; returns its index."""
        self.next_index += 1
        self.trainee_meant(self.next_index - 1, text, start_ms, end_ms)
        return self.next_index - 1

    def trainee_meant(self, index: int, text: str, start_ms: int, end_ms: int) -> None:
        """The words of trainee utterance `index`; those that are written down last stand."""
        said = Utterance(
            index=index, speaker=Speaker.TRAINEE, party=Party.TRAINEE, text=text, start_ms=start_ms, end_ms=end_ms
        )
        self._log.record(
            EventKind.UTTERANCE, end_ms, to_plain(said) | {"kind": "line"}, *self._shown(caption(said, final=True))
        )

    def trainee_so_far(self, text: str, start_ms: int, end_ms: int) -> None:
        """Words of the turn in progress."""
        said = Utterance(
            index=self.next_index,
            speaker=Speaker.TRAINEE,
            party=Party.TRAINEE,
            text=text,
            start_ms=start_ms,
            end_ms=end_ms,
        )
        self._log.tell(*self._shown(caption(said, final=False)))

    def backchannel(self, text: str, at_ms: int) -> None:
        """A listener's "mm-hm" over the newest line; it is no utterance."""
        index = max(0, self.next_index - 1)
        said = Utterance(
            index=index, speaker=Speaker.TRAINEE, party=Party.TRAINEE, text=text, start_ms=at_ms, end_ms=at_ms
        )
        shown = self._shown(caption(said, final=True, kind="backchannel"))
        fact = {"text": text, "turn": index, "speaker": Speaker.TRAINEE.value}
        self._log.record(EventKind.BACKCHANNEL, at_ms, fact, *shown)

    def murmured(self, text: str, party: Party, gen: int, start_ms: int, end_ms: int) -> None:
        """The prospect's "uh-huh" in a turn of the trainee's; it is no utterance either."""
        index = max(0, self.next_index - 1)
        said = Utterance(
            index=index,
            speaker=Speaker.PROSPECT,
            party=party,
            text=text,
            start_ms=start_ms,
            end_ms=end_ms,
        )
        shown = caption(said, final=True, kind="backchannel") | {"gen": gen}
        fact = {"text": text, "turn": index, "speaker": Speaker.PROSPECT.value, "gen": gen}
        self._log.record(EventKind.BACKCHANNEL, start_ms, fact, *self._shown(shown))

    def decided(self, index: int, reply: int | None, before: ProspectState, said: ProspectTurn, at_ms: int) -> None:
        """What the prospect made of utterance `index`."""
        self._log.record(EventKind.DECISION, at_ms, decision_data(index, reply, before, said))
        state = state_data(index, said.next_state, said)
        shown = ({"type": "state", **state},) if self._show_state else ()
        self._log.record(EventKind.STATE, at_ms, state | {"snapshot": to_plain(said.next_state)}, *shown)

    def line_began(self, line: SpokenLine, gen: int, at_ms: int) -> None:
        """A prospect line starts to play and takes its number."""
        self.next_index = line.index + 1
        said = self._utterance(line, line.turn.text, at_ms, at_ms, heard=True)
        speaking = {"type": "speaking", "who": "prospect", "on": True, "refuses": line.refuses}
        fact = {
            "index": line.index,
            "gen": gen,
            "text": line.turn.text,
            "kind": line.kind,
            "refuses": line.refuses,
        }
        self._log.record(
            EventKind.LINE, at_ms, fact, speaking, *self._shown(caption(said, final=False, kind=line.kind))
        )

    def line_over(self, line: SpokenLine, heard: str, at_ms: int) -> None:
        """A prospect line ended: in full, or cut to what was heard."""
        start, end = line.start_ms, line.end_ms
        quiet = {"type": "speaking", "who": "prospect", "on": False, "refuses": False}
        if not heard or start is None or end is None:
            self.retract(line.index, at_ms, quiet)
            return
        self.last_line = heard
        said = self._utterance(line, heard, start, end, heard=heard == line.turn.text)
        self._log.record(
            EventKind.UTTERANCE,
            at_ms,
            to_plain(said) | {"kind": line.kind},
            quiet,
            *self._shown(caption(said, final=True, kind=line.kind)),
        )
        self.voice("prospect", True, start)
        self.voice("prospect", False, end)

    def retract(self, index: int, at_ms: int, *messages: dict[str, Any]) -> None:
        """Utterance `index` and what followed it were never said."""
        self._log.record(EventKind.RETRACTED, at_ms, {"index": index}, *messages)
        self.next_index = min(self.next_index, index)

    def voice(self, who: str, on: bool, at_ms: int) -> None:
        """Voice activity of one side, for the speech figures; the trainee's is shown as well."""
        shown = ({"type": "speaking", "who": who, "on": on, "refuses": False},) if who == "trainee" else ()
        self._log.record(EventKind.SPEAKING, at_ms, {"who": who, "on": on, "at_ms": at_ms}, *shown)

    def metrics(
        self, line: SpokenLine, v2v_ms: int | None, stages: dict[str, float | None], voice_engine: str, at_ms: int
    ) -> None:
        """How long the answer `line` took, and which engines worded and spoke it."""
        data = {
            "turn": line.answers,
            "v2v_ms": v2v_ms,
            "stages": stages,
            "voice_engine": voice_engine,
            "wording": line.turn.wording,
        }
        self._log.record(EventKind.METRICS, at_ms, data, {"type": "metrics", **data})

    def _utterance(self, line: SpokenLine, text: str, start_ms: int, end_ms: int, *, heard: bool) -> Utterance:
        return Utterance(
            index=line.index,
            speaker=Speaker.PROSPECT,
            party=line.turn.party,
            text=text,
            start_ms=start_ms,
            end_ms=end_ms,
            heard=heard,
        )

    def _shown(self, message: dict[str, Any]) -> tuple[dict[str, Any], ...]:
        return (message,) if self.captions else ()
