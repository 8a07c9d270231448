"""The talk itself: carries out what turn-taking orders and keeps the prospect's state in step with what was heard."""

from collections.abc import Callable

from app.call.asides import Asides
from app.call.floor import Floor
from app.call.last_words import unfinished
from app.call.log import CallLog
from app.call.marks import waited
from app.call.minutes import Minutes
from app.call.ports import Equipment
from app.call.recognition import Recognition
from app.call.speaking import Speaker
from app.call.spoken import SpokenLine
from app.call.stalls import Stalls
from app.call.thinking import Thinking
from app.call.workers import Errands, Worker
from app.domain.audio import samples_to_ms
from app.domain.call import EndReason
from app.domain.persona import Voice
from app.domain.prospect import Heard, ProspectState, ProspectTurn
from app.turn import Mode, TurnCommand, events, orders


class Conversation:
    """Everything between pick-up and goodbye; `leaves` is told when the prospect's last line begins and ends."""

    def __init__(
        self,
        kit: Equipment,
        log: CallLog,
        disk: Worker,
        sound: Callable[[int, int], bytes],
        state: ProspectState,
        *,
        show_state: bool,
        last_line: Callable[[], None],
        leaves: Callable[[EndReason], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._kit, self._log, self._state = kit, log, state
        self._last_line, self._leaves = last_line, leaves
        self.minutes = Minutes(log, show_state)
        self.floor = Floor(self._on_order)
        self._recognition = Recognition(kit.recogniser, sound, kit.prospect.prompt, kit.seconds, kit.tail)
        self._thinking = Thinking(
            kit,
            self._recognition,
            sound,
            tell=self.floor.feed,
            reached=self.floor.reached,
            context=self._context,
            failed=failed,
        )
        self.speaker = Speaker(kit.tape, disk, self._from_speaker, self._line_done, self._line_cut)
        self.stalls = Stalls(log, failed, lambda: leaves(EndReason.SILENCE))
        self._asides = Asides(kit, self.speaker, self.minutes)
        self._errands = Errands(failed)
        self._began = 0
        """Call sample at which the trainee's turn set in."""
        self._commit: orders.Commit | None = None
        self._before: tuple[int, ProspectState] | None = None
        """Index of the last trainee utterance and the state before it was heard."""
        self._stages: dict[str, float | None] = {}
        self._voice: Voice | None = None
        """Who spoke last, where it is not the prospect's own voice."""

    @property
    def now_ms(self) -> int:
        """The present on the call's clock."""
        return samples_to_ms(self.floor.now)

    @property
    def idle(self) -> bool:
        """Nobody speaks and nothing is under way."""
        return self.floor.state.mode is Mode.LISTENING and self.speaker.line is None

    async def prepare(self) -> SpokenLine:
        """The pick-up line with all its sound."""
        line = self._line(self._kit.prospect.pick_up(), "line", None)
        for clause in line.clauses:
            line.add(*await self._thinking.say(clause, line.turn.voice))
        return line

    async def rehearse(self) -> None:
        """Make likely lines while it rings; from the pick-up on, the processor belongs to the two speakers."""
        voice = self._kit.prospect.pick_up().voice
        likely = [clause for text in self._kit.prospect.fixed_lines() for clause in self._kit.clauses(text)]
        self._thinking.foresight.rehearse(likely, voice)
        await self._asides.prepare(lambda text: self._thinking.say(text, voice))

    def pick_up(self, line: SpokenLine) -> None:
        """The prospect answers the phone."""
        self._kit.speech.drop_prepared()
        self.floor.feed(events.PickedUp())
        self._become(line.turn.next_state)
        self._play(line)

    def wind_up(self) -> None:
        """The session's time is up: the prospect says goodbye."""
        self._say(self._kit.prospect.wind_up(self._state), "line")

    async def last_words(self) -> None:
        """A turn that the end of the call cut off was still said."""
        self._commit = None
        text = await unfinished(self.floor.state, self._recognition, self.floor.on_the_clock)
        self.speaker.settle()
        if text:
            self.minutes.trainee_said(text, samples_to_ms(self._began), self.now_ms)

    def close(self) -> None:
        """Drop what is under way and stop the threads."""
        self._errands.cancel()
        self._thinking.close()
        self._recognition.close()

    def _on_order(self, order: TurnCommand) -> None:  # noqa: PLR0912 - a flat table of orders
        match order:
            case orders.SpeechBegan():
                self._began = self.floor.onset
                self.minutes.voice("trainee", True, samples_to_ms(self.floor.onset))
            case orders.SpeechPaused():
                self.minutes.voice("trainee", False, samples_to_ms(order.last_voiced))
            case orders.WantPartial():
                self._errands.start(self._partial(order))
            case orders.WeighOverlap():
                self._errands.start(self._thinking.weigh(order))
            case orders.Propose():
                self._thinking.propose(order)
            case orders.Withdraw():
                self._thinking.drop()
                if order.paused:
                    self._goes_on(order.turn)
            case orders.Commit():
                self._commit = order
                self._errands.start(self._answer(order))
            case orders.Reopen():
                self._take_back()
                self._goes_on(order.turn)
            case orders.Drop():
                self._thinking.drop()
                if order.why == "backchannel":
                    self.minutes.backchannel(order.text, self.now_ms)
            case orders.Duck() | orders.PauseProspect() | orders.ResumeProspect() | orders.CancelProspect():
                self.speaker.obey(order)
            case orders.Murmur():
                self._asides.murmur(self._state, self.now_ms)
            case orders.Nudge():
                self._say(self._kit.prospect.nudge(self._state, order.count), "nudge")
            case orders.GiveUp():
                self.stalls.leaving(self.floor.now)
                self._say(self._kit.prospect.give_up(self._state), "line")
            case orders.HalfDuplex():
                self._log.fault(self.now_ms, "echo", "The prospect's voice keeps coming back through the microphone.")
            case orders.Overdue():
                self.stalls.overdue(order.what, self.floor.now)

    def _goes_on(self, number: int) -> None:
        self._recognition.goes_on(number, self.floor.onset)
        self.minutes.voice("trainee", True, samples_to_ms(self.floor.onset))

    async def _partial(self, order: orders.WantPartial) -> None:
        text = await self._recognition.partial(order.turn, order.start, order.end)
        open_turn = self.floor.state.turn
        if text and open_turn and open_turn.number == order.turn and open_turn.final is None:
            self.minutes.trainee_so_far(text, samples_to_ms(self._began), samples_to_ms(order.end))
            self._thinking.foresight.expect(self._state, self._voice, text)
            self.floor.feed(events.PartialHeard(turn=order.turn, text=text))

    async def _answer(self, commit: orders.Commit) -> None:
        """Write down what was said, decide, and speak, unless the turn was taken up again meanwhile."""
        self.speaker.settle()
        before, heard = self._context(commit.text, commit.last_voiced)
        index = self.minutes.trainee_said(heard.text, heard.start_ms, heard.end_ms)
        self._before = (index, before)
        self._errands.start(self._look_again(commit, index, heard))
        committed = self.floor.now
        reply, stages = await self._thinking.reply_to(commit, before, heard)
        if "stt_ms" in stages:
            self.stalls.came("final")
        if self._commit is not commit:
            return
        self._become(reply.turn.next_state)
        self._stages = stages | waited(commit, committed, self.floor.state, stages.get("stt_ms"))
        self._stages["reply_ms"] = samples_to_ms(self.floor.now - committed)
        follows = self.minutes.next_index if reply.clauses else None
        self.minutes.decided(index, follows, before, reply.turn, self.now_ms)
        line = self._line(reply.turn, "line", index, before)
        line.refuses |= commit.cuts_in
        if reply.first:
            line.add(*reply.first)
            self._play(line)
        else:
            self.floor.feed(events.ProspectDone(gen=self.speaker.stay_silent()))
            self._leave_after(line)

    async def _look_again(self, commit: orders.Commit, index: int, heard: Heard) -> None:
        """Answered in time by a quick look at its last words, a turn is written down as an accurate look has it."""
        text = await self._recognition.accurate(heard.text)
        if text != heard.text and self._commit is commit:
            self.minutes.trainee_meant(index, text, heard.start_ms, heard.end_ms)

    def _take_back(self) -> None:
        """The trainee was not finished: the reply was never said."""
        self._commit = None
        self._thinking.drop()
        self.speaker.forget()
        if self._before:
            index, self._state = self._before
            self.minutes.retract(index, self.now_ms)
            self._before = None

    def _become(self, state: ProspectState) -> None:
        self._state = state
        stands_ms = self._kit.prospect.stands_ms(state)
        self.floor.feed(events.MannersSet(stands_ms=stands_ms, murmurs=self._asides.ready))

    def _context(self, text: str, last_voiced: int) -> tuple[ProspectState, Heard]:
        """What the mind needs to know to answer `text`, were the turn over."""
        open_turn = self.floor.state.turn
        return self._state, Heard(
            text=text,
            start_ms=samples_to_ms(self._began),
            end_ms=samples_to_ms(last_voiced),
            interrupted=open_turn is not None and open_turn.cut is not None,
            previous_line=self.minutes.last_line,
        )

    def _line(
        self, said: ProspectTurn, kind: str, answers: int | None, before: ProspectState | None = None
    ) -> SpokenLine:
        return SpokenLine(
            turn=said,
            kind=kind,
            clauses=self._kit.clauses(said.text),
            rate_hz=self._kit.speech.rate_hz,
            before=before or self._state,
            answers=answers,
            refuses=said.refuses_to_yield,
        )

    def _say(self, said: ProspectTurn, kind: str) -> None:
        line = self._line(said, kind, None)
        self._state = said.next_state
        if line.clauses:
            self._play(line)
        else:
            self.floor.feed(events.ProspectDone(gen=self.speaker.stay_silent()))
            self._leave_after(line)

    def _play(self, line: SpokenLine) -> None:
        line.index = self.minutes.next_index
        self.minutes.line_began(line, self.speaker.start(line), self.now_ms)
        if line.turn.ends:
            self._last_line()
        self._errands.start(self._voice_rest(line))

    async def _voice_rest(self, line: SpokenLine) -> None:
        for clause in line.clauses[len(line.ends) :]:
            if self.speaker.line is not line:
                return
            line.add(*await self._thinking.say(clause, line.turn.voice))
            self.speaker.pump()
        self._expect(line)

    def _expect(self, line: SpokenLine) -> None:
        """While the prospect's sound plays, the processor is free to get ready for the next answer."""
        self._voice = line.turn.voice
        if line.kind == "line" and not line.turn.ends:
            self._thinking.foresight.expect(line.turn.next_state, self._voice)

    def _from_speaker(self, event: events.TurnEvent) -> None:
        line = self.speaker.line
        if isinstance(event, events.ProspectAudible):
            self.stalls.came("prospect_audible")
        if isinstance(event, events.ProspectAudible) and line and line.answers is not None and self._commit:
            start_ms = line.start_ms or self.now_ms
            v2v_ms = start_ms - samples_to_ms(self._commit.last_voiced)
            engine = self._kit.speech.engine_of(line.turn.voice or self._kit.prospect.voice)
            self.minutes.metrics(line, v2v_ms if v2v_ms >= 0 else None, self._stages, engine, self.now_ms)
            line.answers = None
        self.floor.feed(event)

    def _line_done(self, line: SpokenLine) -> None:
        self.minutes.line_over(line, line.turn.text, self.now_ms)
        if line.turn.then:
            self._say(line.turn.then, "line")
        self._leave_after(line)

    def _line_cut(self, line: SpokenLine, heard: str) -> None:
        if self._state is line.turn.next_state:
            # Talked over while being put through, the trainee has the next one on the line already.
            through = line.turn.then
            self._state = through.next_state if through else self._kit.prospect.cut(line.before, line.turn, heard)
        self.minutes.line_over(line, heard, self.now_ms)
        self._leave_after(line)

    def _leave_after(self, line: SpokenLine) -> None:
        if line.turn.ends:
            self._leaves(line.turn.ends)
