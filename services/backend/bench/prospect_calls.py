"""One simulated call: who is rung, what is said turn by turn, and what is left of it for the figures."""

import time
from dataclasses import dataclass, field
from functools import lru_cache

from app.dialogue import BankWording, generate_prospect_turn, overhear, pick_up
from app.domain.acts import Reading
from app.domain.call import CallType, EndReason, Scene
from app.domain.persona import Persona
from app.domain.playbook import Playbook
from app.domain.prospect import Move, ProspectState
from app.persona import PersonaGenerator, brief_for, load_playbooks
from app.reading import Lexicon, Reader
from bench.typed_trainees import TRAINEES, Talk

MAX_TURNS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """One finished call."""

    persona: Persona
    state: ProspectState
    ends: EndReason | None
    lines: tuple[str, ...]
    """What the prospect said, turn by turn, the pick-up first."""
    said: tuple[str, ...]
    """What the trainee said."""
    moves: tuple[tuple[Move, ...], ...]
    told: tuple[tuple[str, ...], ...]
    """Ids of the facts that came out in answer to each line of the trainee."""
    turn_ms: tuple[float, ...]
    """Processor time of every turn, mind and words."""

    @property
    def booked(self) -> bool:
        """Whether a meeting stands in the calendar."""
        return "booked_slot" in self.state.notes


@dataclass(frozen=True)
class Remembering(Reader):
    """Reads the same line in the same place once; reading is pure, so that nothing changes but the time."""

    _read: dict[tuple[str, str, Lexicon | None], Reading] = field(default_factory=dict)

    def read(self, text: str, *, previous_line: str = "", lexicon: Lexicon | None = None) -> Reading:
        """An utterance, from memory where it was read before."""
        key = text, previous_line, lexicon
        if key not in self._read:
            # No super(): a dataclass with slots is another class than the one the method was written in.
            self._read[key] = Reader.read(self, text, previous_line=previous_line, lexicon=lexicon)
        return self._read[key]


@lru_cache(maxsize=64)
def cast(seed: int, level: int) -> tuple[Persona, Playbook]:
    """The prospect of a seed and what is sold to it; the ready-made playbooks take turns."""
    playbooks = load_playbooks()
    playbook = playbooks[seed % len(playbooks)]
    return PersonaGenerator().generate(seed, difficulty=level, playbook=playbook), playbook


def play(
    trainee: str,
    seed: int,
    level: int,
    wording: BankWording | None = None,
    reader: Reader | None = None,
    *,
    ahead: bool = False,
) -> Played:
    """One call from the pick-up to its end or the last turn.

    With `ahead` every line is overheard up to its last sentence before its turn is timed, as in a voice call.
    """
    persona, playbook = cast(seed, level)
    scene = Scene(
        code=persona.code,
        difficulty=level,
        call_type=CallType.COLD,
        brief=brief_for(persona, playbook, "Alex"),
    )
    talk = Talk(playbook=playbook, persona=persona, key=f"{trainee} {seed}")
    turn = pick_up(persona, scene)
    lines, mine, moves, took = [turn.text], list[str](), [turn.moves], list[float]()
    told = list[tuple[str, ...]]()
    for _ in range(MAX_TURNS):
        said = TRAINEES[trainee](talk, turn)
        before = turn.next_state
        if ahead and reader is not None:
            overhear(before, said, persona, scene, reader)
        start = time.process_time()
        turn = generate_prospect_turn(
            before, said, persona, scene=scene, wording=wording or BankWording(), reader=reader
        )
        took.append((time.process_time() - start) * 1000)
        lines.append(turn.text)
        mine.append(said)
        moves.append(turn.moves)
        told.append(tuple(id_ for id_ in turn.next_state.disclosed if id_ not in before.disclosed))
        if turn.ends is not None or Move.HANG_UP in turn.moves:
            break
    if wording is not None:
        wording.remember(lines)
    return Played(
        persona=persona,
        state=turn.next_state,
        ends=turn.ends,
        lines=tuple(lines),
        said=tuple(mine),
        moves=tuple(moves),
        told=tuple(told),
        turn_ms=tuple(took),
    )
