"""One trainee utterance in its moment: everything the rules may look at, worked out once."""

from dataclasses import dataclass, replace
from functools import partial

from app.dialogue.mind.levels import Level, level_of
from app.dialogue.mind.notes import Note
from app.dialogue.mind.retrieval import Asked, find_fact
from app.dialogue.mind.subjects import ASKED_OF, nearest_problem, touched_problems
from app.domain.acts import QUESTION_ACTS, Act, ReadAct, Reading
from app.domain.call import Scene
from app.domain.chance import unit
from app.domain.persona import Depth, Objection, Persona
from app.domain.prospect import Heard, OpenObjection, ProspectState
from app.reading import CERTAIN, Lexicon, Reader, content_words, lexicon_for, normalise

_INTRODUCES = frozenset({
    Act.GREETS, Act.IDENTIFIES_SELF, Act.IDENTIFIES_COMPANY, Act.OWNS_INTERRUPTION, Act.ASKS_PERMISSION, Act.BAD_TIME,
})  # fmt: skip
"""What a sentence does that speaks of the call and not of any problem."""
WORDS_PER_SECOND = 2.6
"""Speaking pace for lines that were typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What was said, to whom, and what it may mean."""

    state: ProspectState
    heard: Heard
    persona: Persona
    scene: Scene
    level: Level
    reading: Reading
    acts: frozenset[Act]
    """Acts read with enough confidence to react to."""
    seconds: float
    words: frozenset[str]
    """Content words of the line."""
    asked: Asked | None
    touches: frozenset[int]
    """Indices of the playbook's problems of which the line uses words."""
    means: frozenset[int]
    """Those that it speaks about, in whatever words."""
    open_objection: OpenObjection | None
    objection: Objection | None
    repeats: bool
    """The trainee said the very same before."""

    def has(self, *acts: Act) -> bool:
        """Whether the line does any of `acts`."""
        return not self.acts.isdisjoint(acts)

    def note(self, name: Note) -> str:
        """A memory, or an empty string."""
        return self.state.notes.get(name, "")

    def count(self, name: Note) -> int:
        """A memory that counts."""
        return int(self.note(name) or 0)

    def roll(self, *purpose: object) -> float:
        """A number in [0, 1) for one purpose in this exchange."""
        return unit(self.scene.code, self.state.exchange, *purpose)

    def act(self, act: Act) -> ReadAct | None:
        """The surest reading of `act` in the line."""
        return self.reading.first(act)

    @property
    def questions(self) -> int:
        """Number of sentences that ask the prospect about their business."""
        return sum(
            any(item.act in QUESTION_ACTS and item.confidence >= CERTAIN for item in s.acts)
            for s in self.reading.sentences
        )

    @property
    def known_pains(self) -> frozenset[int]:
        """Problems that the prospect has admitted to."""
        return frozenset(
            fact.problem_index
            for fact in self.persona.facts
            if fact.id in self.state.disclosed
            and fact.problem_index is not None
            and (fact.hidden or fact.depth in (Depth.IMPACT, Depth.PRIORITY))
        )


def look(state: ProspectState, heard: Heard, persona: Persona, scene: Scene, reader: Reader | None = None) -> Moment:
    """The moment for one utterance; the line before is the planned one, so that wording never moves the mind."""
    by = reader or Reader()
    lexicon = _lexicon(persona, scene)
    reading = by.read(heard.text, previous_line=state.notes.get(Note.LINE, ""), lexicon=lexicon)
    acts = frozenset(item.act for s in reading.sentences for item in s.acts if item.confidence >= CERTAIN)
    open_objection = next((one for one in reversed(state.objections) if one.stage not in ("resolved", "dropped")), None)
    words = content_words(heard.text)
    touches = touched_problems(words, persona, scene)
    near = partial(nearest_problem, problems=_problems(scene), reader=by, lexicon=lexicon)
    telling = (one.text for one in reading.sentences if not _INTRODUCES.intersection(item.act for item in one.acts))
    means = touches | {index for text in telling if (index := near(text)) is not None}
    return Moment(
        state=state,
        heard=heard,
        persona=persona,
        scene=scene,
        level=level_of(scene.difficulty),
        reading=reading,
        acts=acts,
        seconds=_seconds(heard),
        words=words,
        asked=find_fact(reading, persona, state, means, by, near=partial(near, least=ASKED_OF)),
        touches=touches,
        means=means,
        open_objection=open_objection,
        objection=_objection(persona, open_objection),
        repeats=_repeats(heard.text, state),
    )


def overhear(state: ProspectState, so_far: str, persona: Persona, scene: Scene, reader: Reader) -> None:
    """Prepare the reading of a line that is still being spoken; decides nothing."""
    lexicon = _lexicon(persona, scene)
    reader.overhear(so_far, previous_line=state.notes.get(Note.LINE, ""), lexicon=lexicon)
    for problem in _problems(scene):
        reader.likeness(problem, problem, lexicon=lexicon)


def lines_of(text: str) -> tuple[str, ...]:
    """Normalised sentences of four words or more, for noticing the same line twice."""
    return tuple(line for part in _split(text) if len((line := normalise(part)).split()) >= 4)


def _split(text: str) -> list[str]:
    return [part for part in text.replace("?", ".").replace("!", ".").split(".") if part.strip()]


def _repeats(text: str, state: ProspectState) -> bool:
    lines = lines_of(text)
    return bool(lines) and sum(line in state.trainee_lines for line in lines) * 2 > len(lines)


def _seconds(heard: Heard) -> float:
    if heard.end_ms > heard.start_ms:
        return (heard.end_ms - heard.start_ms) / 1000
    return len(heard.text.split()) / WORDS_PER_SECOND


def _problems(scene: Scene) -> tuple[str, ...]:
    return scene.brief.seller.problems if scene.brief is not None else ()


def _lexicon(persona: Persona, scene: Scene) -> Lexicon:
    lexicon = lexicon_for(scene.brief)
    if scene.brief is not None:
        return lexicon
    public = tuple(fact.public for fact in persona.facts if fact.public)
    return replace(
        lexicon,
        prospect_name=persona.name,
        prospect_company=persona.company,
        industry=persona.industry,
        public_facts=public,
    )


def _objection(persona: Persona, raised: OpenObjection | None) -> Objection | None:
    if raised is None:
        return None
    return next((one for one in persona.objections if one.kind == raised.kind), None)
