"""The call as linked exchanges: question → answer, objection → response, ask → reply, disclosure → later use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from app.domain.acts import Act, ProspectSays
from app.domain.call import Brief, EndReason, Outcomes, Speaker
from app.domain.prospect import Move
from app.reading import lexicon_for
from app.reading.slots import slots_in
from app.scoring.cues import DEFLECTS, MEANS_NO, NOT_THEN, OBJECTS, TURNS_DOWN, WHO_DECIDES
from app.scoring.exchanges import Answered, Raised
from app.scoring.intake import Script
from app.scoring.log import AGREEING, DISCLOSING, OBJECTING, REFUSING, Decided, Log
from app.scoring.rubric import Rubric
from app.scoring.subjects import depth, fits, shared_words
from app.scoring.turns import Reader, Said, Turn, turns_of
from app.scoring.words import content_words, normalise

Voiced = Mapping[str, Sequence[tuple[int, int]]]
"""Voiced stretches by speaker, `(start_ms, end_ms)` each."""

ASKS = (Act.ASKS_MEETING, Act.PROPOSES_TIME)
CLAIMS = (Act.VALUE_CLAIM, Act.PROOF, Act.FEATURE_DUMP)
PUSHBACK = frozenset({ProspectSays.OBJECTION, ProspectSays.BRUSH_OFF, ProspectSays.TIME_CONSTRAINT})
_NO_ANSWER = frozenset(
    {ProspectSays.BRUSH_OFF, ProspectSays.REFUSES, ProspectSays.GOODBYE, ProspectSays.QUESTION, ProspectSays.OBJECTION}
)
_UNDECIDED = frozenset({Act.UNCLEAR, Act.ACKNOWLEDGES_SPECIFIC, Act.REFLECTS})
_ANSWER_WORDS = 3
"""Content words from which a reply to a question says something."""
_SOON_TURNS = 3
"""Trainee turns within which an answer that was heard is taken up."""
_PARTING_TURNS = 2
"""Turns of the prospect's in which a reason to leave may be named before the good-bye."""
_RESPONSE_TURNS = 3
"""Trainee turns that can still belong to the answer of one objection."""


class Call:
    """One call, read and linked; every criterion looks at this and nothing else."""

    def __init__(
        self,
        script: Script,
        *,
        rubric: Rubric,
        outcomes: Outcomes | None = None,
        brief: Brief | None = None,
        log: Log | None = None,
        voiced: Voiced | None = None,
        reader: Reader | None = None,
    ) -> None:
        self.timed = script.timed
        self.outcomes = outcomes or Outcomes()
        self.brief = brief
        self.log = log
        self.rubric = rubric
        self.voiced = voiced
        self.reader = reader or Reader(lexicon_for(brief))
        self.script = script
        self.kept: dict[str, object] = {}
        self._brought: dict[Turn, frozenset[str]] = {}
        self.turns: tuple[Turn, ...] = turns_of(script.utterances, self.reader)
        self.mine = tuple(turn for turn in self.turns if turn.speaker is Speaker.TRAINEE)
        self.theirs = tuple(turn for turn in self.turns if turn.speaker is Speaker.PROSPECT)

    def with_line(self, index: int, text: str) -> "Call":
        """The same call with another text for utterance `index`, as if the trainee had said that instead."""
        changed = tuple(replace(u, text=text) if u.index == index else u for u in self.script.utterances)
        return Call(
            Script(changed, self.script.timed),
            rubric=self.rubric,
            outcomes=self.outcomes,
            brief=self.brief,
            log=self.log,
            voiced=self.voiced,
            reader=self.reader,
        )

    def before(self, turn: Turn) -> Turn | None:
        """The other side's turn that `turn` answers."""
        return self.turns[turn.number - 1] if turn.number else None

    def after(self, turn: Turn) -> Turn | None:
        """The other side's turn that answers `turn`."""
        return self.turns[turn.number + 1] if turn.number + 1 < len(self.turns) else None

    def said(self, *acts: Act, repeated: bool = False) -> list[Said]:
        """Every fresh sentence of the trainee that does any of `acts`, in order."""
        return [said for turn in self.mine for said in turn.said(*acts, repeated=repeated)]

    def decided(self, turn: Turn | None) -> tuple[Decided, ...]:
        """What the log knows about a prospect's turn."""
        if self.log is None or turn is None:
            return ()
        found = (self.log.reply(line.utterance.index) for line in turn.lines)
        return tuple(decided for decided in found if decided is not None)

    def pushes_back(self, turn: Turn) -> bool:
        """Whether a prospect's turn objects or brushes off; the log decides where it speaks of this turn."""
        decided = self.decided(turn)
        if decided:
            return any(d.moves & OBJECTING for d in decided)
        asked = self.before(turn)
        refused = ProspectSays.REFUSES in turn.says and asked is not None and any(True for _ in asked.said(*ASKS))
        worded = bool(turn.says & PUSHBACK) or bool(OBJECTS.search(normalise(turn.text)))
        objects = worded or (self._unasked(turn) and self._turns_down(turn))
        return (objects and not self._grants_time(turn) and not self._names_deciders(turn)) or refused

    def _unasked(self, turn: Turn) -> bool:
        """Nobody had put a question, so that a no is no answer and a complaint no disclosure."""
        asked = self.before(turn)
        return asked is not None and not any(said.sentence.is_question for said in asked.said(repeated=True))

    def _turns_down(self, turn: Turn) -> bool:
        """A thing named and refused ("cameras, no"), or what means an objection in whatever words."""
        named = bool(TURNS_DOWN.search(normalise(turn.text)))
        return named or self.reader.objects(turn.text) >= MEANS_NO

    def _names_deciders(self, turn: Turn) -> bool:
        """Somebody named in answer to "who decides?" is an answer, however little it is the prospect's own word."""
        asked = self.before(turn)
        kinds = {read.slots.get("kind") for read in turn.reads if read.says in PUSHBACK}
        return kinds == {"no_authority"} and asked is not None and bool(WHO_DECIDES.search(normalise(asked.text)))

    def _grants_time(self, turn: Turn) -> bool:
        """A bounded yes to a request for time ("okay, thirty seconds, I'm walking into something") is no objection."""
        asked = self.before(turn)
        if asked is None or not any(True for _ in asked.said(Act.ASKS_PERMISSION, Act.OWNS_INTERRUPTION)):
            return False
        only_busy = all(read.slots.get("kind", "busy") == "busy" for read in turn.reads if read.says in PUSHBACK)
        return only_busy and any(read.slots.get("duration") for read in turn.reads)

    def discloses(self, turn: Turn) -> bool:
        """Whether a prospect's turn gives away something about its world.

        Without a log, a plain answer of some length to a question counts too, unless it deflects.
        """
        decided = self.decided(turn)
        if decided:
            return any(d.facts or d.moves & DISCLOSING for d in decided)
        if ProspectSays.DISCLOSURE in turn.says:
            return True
        asked = self.before(turn)
        deflected = DEFLECTS.search(normalise(turn.text)) and not depth(turn.text)
        if asked is None or deflected or (self._refuses_to_answer(turn, asked) and not self._names_deciders(turn)):
            return False
        told = len(content_words(turn.text)) >= _ANSWER_WORDS
        return any(told or fits(q.sentence.text, turn.text) for q in asked.questions(repeated=True))

    def _refuses_to_answer(self, turn: Turn, asked: Turn) -> bool:
        """ "We don't, really" refuses where something was asked for; after "how do you …?" it tells."""
        no = _NO_ANSWER if any(True for _ in asked.said(*ASKS)) else _NO_ANSWER - {ProspectSays.REFUSES}
        return bool(turn.says & no)

    def agrees(self, turn: Turn) -> bool:
        """Whether a prospect's turn accepts what was asked."""
        decided = self.decided(turn)
        if decided:
            return any(d.moves & AGREEING for d in decided)
        return ProspectSays.ACCEPTS in turn.says and not turn.says & {ProspectSays.REFUSES, ProspectSays.BRUSH_OFF}

    def refuses(self, turn: Turn) -> bool:
        """Whether a prospect's turn says no to what was asked."""
        decided = self.decided(turn)
        if decided:
            return any(d.moves & (REFUSING | OBJECTING) for d in decided)
        return bool(turn.says & {ProspectSays.REFUSES, ProspectSays.BRUSH_OFF, ProspectSays.OBJECTION})

    def counters(self, turn: Turn) -> bool:
        """Whether a prospect's turn names a time of its own."""
        decided = self.decided(turn)
        if decided:
            return any(Move.COUNTER_TIME in d.moves for d in decided)
        if self.refuses(turn) or NOT_THEN.search(normalise(turn.text)):
            return False
        asked = self.before(turn)
        offered = asked is not None and any(True for _ in asked.said(*ASKS))
        named = slots_in(normalise(turn.text)) if offered else {}
        return bool(named.keys() & {"day", "time"}) or any(
            read.slots.get("day") or read.slots.get("time") for read in turn.reads
        )

    @cached_property
    def answered(self) -> tuple[Answered, ...]:
        """Every fresh question with its reply; of several in one breath each is listed, and counts once per turn."""
        found = []
        for turn in self.mine:
            reply = self.after(turn)
            for question in [*self._asking(turn)] or self._unmarked(turn):
                gave = reply is not None and self.discloses(reply)
                fitting = reply is not None and gave and self._fits(question, reply)
                found.append(Answered(question, reply, gave, fitting))
        return tuple(found)

    def _asking(self, turn: Turn) -> Iterator[Said]:
        """Questions about the prospect's world; one that owns the interruption is about the call."""
        about_call = {said.place for said in turn.said(Act.OWNS_INTERRUPTION)}
        return (said for said in turn.questions() if said.place not in about_call)

    def _unmarked(self, turn: Turn) -> list[Said]:
        """Where nobody set a mark, a turn that ends on the prospect's last words and is answered asked something."""
        before, reply = self.before(turn), self.after(turn)
        last = max(turn.said(), key=lambda said: said.place, default=None)
        if last is None or before is None or reply is None or any(mark in turn.text for mark in ".?!,"):
            return []
        states = any(read.act not in _UNDECIDED for read in last.sentence.acts)
        told = ProspectSays.DISCLOSURE in reply.says
        return [last] if told and not states and shared_words(last.sentence.text, before.text) else []

    def _fits(self, question: Said, reply: Turn) -> bool:
        if any(decided.facts for decided in self.decided(reply)):
            return True
        return fits(question.sentence.text, reply.text) or self.used_soon(reply) is not None

    def used_soon(self, theirs: Turn) -> Said | None:
        """The first sentence of the trainee's soon after with a word that this prospect turn brought into the call."""
        soon = [turn for turn in self.mine if turn.number > theirs.number][:_SOON_TURNS]
        later = (said for turn in soon for said in turn.said())
        return next((said for said in later if self.brought(said, theirs)), None)

    def brought(self, said: Said, theirs: Turn) -> bool:
        """Whether a sentence uses a word that the trainee had not used before this prospect turn said it."""
        if theirs not in self._brought:
            earlier = " ".join(turn.text for turn in self.mine if turn.number < theirs.number)
            self._brought[theirs] = content_words(theirs.text) - content_words(earlier)
        return bool(content_words(said.sentence.text) & self._brought[theirs])

    @cached_property
    def objections(self) -> tuple[Raised, ...]:
        """Objections the trainee had a chance to respond to, in order."""
        raised = [turn for turn in self.theirs if self.pushes_back(turn)]
        found = []
        for place, turn in enumerate(raised):
            end = raised[place + 1].number if place + 1 < len(raised) else len(self.turns)
            span = self.turns[turn.number + 1 : end]
            responses = tuple(t for t in span if t.speaker is Speaker.TRAINEE)[:_RESPONSE_TURNS]
            replies = tuple(t for t in span if t.speaker is Speaker.PROSPECT)[: _RESPONSE_TURNS - 1]
            if not responses and self.prospect_left:
                continue
            no = place >= 1 and ProspectSays.QUESTION not in turn.says and self._says_no(turn)
            kinds = {read.slots.get("kind", "") for read in turn.reads if read.says in PUSHBACK}
            busy = ProspectSays.TIME_CONSTRAINT in turn.says and kinds <= {"busy", ""}
            found.append(Raised(turn, responses, replies, busy, no, self._stages(turn)))
        return tuple(found)

    def _stages(self, turn: Turn) -> frozenset[str]:
        """How far the prospect itself took this objection to be handled; empty without a log."""
        kinds = (decided.objection for decided in self.decided(turn) if decided.objection)
        if self.log is None:
            return frozenset()
        return frozenset().union(*(self.log.stages_of(kind, turn.index) for kind in kinds))

    def _says_no(self, turn: Turn) -> bool:
        decided = self.decided(turn)
        if decided:
            return any(d.moves & {Move.REFUSE, Move.OFF_LIST, Move.BRUSH_OFF} for d in decided)
        return ProspectSays.REFUSES in turn.says or ProspectSays.BRUSH_OFF in turn.says

    @cached_property
    def substantial(self) -> tuple[Turn, ...]:
        """Prospect turns with enough in them to build on, that a trainee turn follows."""
        said_something = (turn for turn in self.theirs if turn.number > 0 and len(content_words(turn.text)) >= 2)
        return tuple(turn for turn in said_something if self.after(turn))

    @property
    def conversed(self) -> bool:
        """Whether the trainee spoke again after hearing a reaction: from there on every chance is theirs to take."""
        return any(turn.number >= 2 for turn in self.mine) and len(self.mine) >= 2

    @property
    def prospect_left(self) -> bool:
        """Whether the prospect ended the call without an agreement."""
        by_log = self.log is not None and self.log.prospect_left
        hung_up = self.outcomes.hung_up_by is Speaker.PROSPECT or self.outcomes.end_reason is EndReason.PROSPECT_HUNG_UP
        return by_log or hung_up

    @property
    def trainee_drove_away(self) -> bool:
        """Whether the prospect left because of the trainee, after at least two trainee turns.

        The log's causes decide. An imported call has none: then a prospect who hung up without naming a constraint
        of its own is taken to have left because of the call.
        """
        if not self.prospect_left or len(self.mine) < 2:
            return False
        if self.outcomes.end_reason is EndReason.SILENCE:
            return True
        if self.log is not None:
            return bool(self.outcomes.causes) or self.log.soured
        own_reason = any(ProspectSays.TIME_CONSTRAINT in turn.says for turn in self.theirs[-_PARTING_TURNS:])
        return bool(self.outcomes.causes) or not own_reason

    @property
    def left_for_own_reasons(self) -> bool:
        """Whether the prospect left and the trainee is not the cause."""
        return self.prospect_left and not self.trainee_drove_away
