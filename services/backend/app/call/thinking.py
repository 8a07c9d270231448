"""From a pause in the trainee's speech to a reply with its first words as sound, made on suspicion."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from app.call.foresight import Foresight
from app.call.ports import Equipment
from app.call.recognition import Recognition
from app.call.workers import Worker
from app.domain.audio import Clip, ms_to_samples
from app.domain.persona import Voice
from app.domain.prospect import Heard, ProspectState, ProspectTurn
from app.turn.events import FinalHeard, OverlapWeighed, TurnEndJudged, TurnEvent
from app.turn.orders import Commit, Propose, WeighOverlap

JUDGED_SAMPLES = 8 * 16_000
"""Smart Turn looks at the last eight seconds."""
ONSET_LEAD_SAMPLES = ms_to_samples(96)
"""Sound before an onset that the backchannel model wants to hear: the detector needs a moment."""
JUDGEMENTS, SURE, NEXT_LOOK_SAMPLES = 4, 0.98, ms_to_samples(128)
"""Some voices sound unfinished right after their last word and finished a little later: then it is asked again."""


@dataclass(slots=True)
class Reply:
    """An answer, ready to be spoken: its first clause is sound already."""

    turn: ProspectTurn
    base: ProspectState
    heard: Heard
    clauses: list[str]
    first: tuple[Clip, bytes] | None


@dataclass(slots=True)
class Thought:
    """The work for one pause; stale as soon as a newer one is proposed."""

    propose: Propose
    text: str = ""
    reply: Reply | None = None
    stages: dict[str, float | None] = field(default_factory=dict)
    task: asyncio.Task[None] | None = None
    judging: asyncio.Task[None] | None = None


class Thinking:
    """Makes thoughts; `tell` reports findings to turn-taking, `context` gives what the mind needs to know of a text."""

    def __init__(
        self,
        kit: Equipment,
        recognition: Recognition,
        sound: Callable[[int, int], bytes],
        *,
        tell: Callable[[TurnEvent], None],
        reached: Callable[[int], Awaitable[None]],
        context: Callable[[str, int], tuple[ProspectState, Heard]],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._failed = failed
        self._kit, self._recognition, self._sound = kit, recognition, sound
        self._tell, self._reached, self._context = tell, reached, context
        self._mind, self._judge, self._mouth = Worker("mind"), Worker("turn-end"), Worker("voice")
        self._thought: Thought | None = None
        self.foresight = Foresight(kit)

    def propose(self, order: Propose) -> None:
        """Start the work for a pause and drop whatever was made for an earlier one."""
        self._forget()
        self.foresight.hold(True)
        thought = self._thought = Thought(order)
        thought.judging = asyncio.create_task(self._judge_end(order, thought))
        thought.task = asyncio.create_task(self._think(thought))
        for task in (thought.judging, thought.task):
            task.add_done_callback(self._ended)

    async def weigh(self, order: WeighOverlap) -> None:
        """Judge by its sound whether speech over the prospect's is an interruption; where nobody can, it may be one."""
        model, p = self._kit.backchannel, 0.0
        if model is not None:
            pcm = self._sound(max(0, order.onset - ONSET_LEAD_SAMPLES), order.end)
            p = await self._judge.run(lambda: model.probability(pcm))
        self._tell(OverlapWeighed(turn=order.turn, onset=order.onset, p=p))

    def drop(self) -> None:
        """Forget the thought in progress; the processor is free for what may be said next."""
        self._forget()
        self.foresight.hold(False)

    def _forget(self) -> None:
        for task in (self._thought.task, self._thought.judging) if self._thought else ():
            if task:
                task.cancel()
        if self._thought and self._thought.task and not self._thought.task.done():
            self._kit.prospect.drop()
        self._thought = None

    async def reply_to(
        self, commit: Commit, state: ProspectState, heard: Heard
    ) -> tuple[Reply, dict[str, float | None]]:
        """The reply to a committed turn: the one thought of, if it still fits, else made now."""
        thought = self._thought
        stages: dict[str, float | None] = {}
        fits = thought and (thought.propose.turn, thought.propose.rev) == (commit.turn, commit.rev)
        if thought and fits and thought.task and thought.text:
            await asyncio.wait([thought.task])
            stages = thought.stages
            reply = thought.reply
            if reply and reply.base is state and reply.heard == heard:
                return reply, stages
        return await self._reply(state, heard, stages), stages

    async def say(self, text: str, voice: Voice | None = None) -> tuple[Clip, bytes]:
        """A clause as sound, at the voice's rate and at the call's; in the prospect's voice if none is given."""
        return await self._mouth.run(lambda: self._speak(text, voice))

    def close(self) -> None:
        """Stop the threads."""
        self.drop()
        self.foresight.close()
        for worker in (self._mind, self._judge, self._mouth):
            worker.close()

    async def _think(self, thought: Thought) -> None:
        order, clock = thought.propose, self._kit.seconds
        began = clock()
        found = await self._recognition.final(order.turn, order.start, order.end)
        thought.text = found.text
        thought.stages["stt_ms"] = _ms(clock() - began)
        self._tell(
            FinalHeard(
                turn=order.turn,
                rev=order.rev,
                text=found.text,
                no_speech_prob=found.no_speech_prob,
                avg_logprob=found.avg_logprob,
            )
        )
        if found.text and self._thought is thought:
            state, heard = self._context(found.text, order.last_voiced)
            thought.reply = await self._reply(state, heard, thought.stages)
        if self._thought is thought:
            self.foresight.hold(False)

    async def _judge_end(self, order: Propose, thought: Thought) -> None:
        model = self._kit.turn_end
        if model is None:
            return
        end = order.end
        for _ in range(JUDGEMENTS):
            await self._reached(end)
            began = self._kit.seconds()
            pcm = self._sound(max(order.start, end - JUDGED_SAMPLES), end)
            p = await self._judge.run(lambda pcm=pcm: model.probability(pcm))  # type: ignore[misc]
            thought.stages["turn_end_ms"] = _ms(self._kit.seconds() - began)
            self._tell(TurnEndJudged(turn=order.turn, rev=order.rev, p=p))
            if p >= SURE:
                return
            end += NEXT_LOOK_SAMPLES

    async def _reply(self, state: ProspectState, heard: Heard, stages: dict[str, float | None]) -> Reply:
        clock = self._kit.seconds
        began = clock()
        turn = await self._mind.run(lambda: self._kit.prospect.answer(state, heard))
        stages["mind_ms"] = _ms(clock() - began)
        clauses = self._kit.clauses(turn.text)
        began = clock()
        first = await self.say(clauses[0], turn.voice) if clauses else None
        stages["tts_ms"] = _ms(clock() - began)
        return Reply(turn, state, heard, clauses, first)

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()):
            self._failed(error)

    def _speak(self, text: str, voice: Voice | None) -> tuple[Clip, bytes]:
        clip = self._kit.speech.speak(text, voice or self._kit.prospect.voice)
        return clip, self._kit.to_call_rate(clip)


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)
