"""A call that somebody else answers, as a screenplay; the same for a machine and for a second call."""

from dataclasses import dataclass, field, replace

from app.dialogue import BankWording, generate_prospect_turn, pick_up
from app.domain.call import AnsweredBy, CallType, Scene
from app.domain.earlier import Earlier
from app.domain.persona import Desk, Persona, Voice
from app.domain.prospect import Move, ProspectState, ProspectTurn
from app.persona import PersonaGenerator, brief_for, ready_made

RUTH = Desk(name="Ruth", voice=Voice(gender="female"), warmth=0.6, patience=0.6, protective=0.2)
STRICT = replace(RUTH, warmth=0.2, protective=0.95)


@dataclass
class Line:
    """One line of the call's type with the prospect of `seed`."""

    kind: CallType
    seed: int = 3
    level: int = 2
    desk: Desk | None = None
    earlier: Earlier | None = None
    answered_by: AnsweredBy = AnsweredBy.PERSON
    turns: list[ProspectTurn] = field(default_factory=list)

    def __post_init__(self) -> None:
        playbook = ready_made()
        persona = PersonaGenerator().generate(self.seed, difficulty=self.level, call_type=self.kind, playbook=playbook)
        self.persona: Persona = replace(persona, desk=self.desk) if self.desk else persona
        self.scene = Scene(
            code=persona.code,
            difficulty=self.level,
            call_type=self.kind,
            brief=brief_for(persona, playbook, "Ana", self.kind),
            earlier=self.earlier,
            answered_by=self.answered_by,
        )
        self.turns.append(pick_up(self.persona, self.scene))

    @property
    def state(self) -> ProspectState:
        last = self.turns[-1]
        return (last.then or last).next_state

    @property
    def moves(self) -> list[Move]:
        return [move for turn in self.turns for move in turn.moves]

    def trainee(self, text: str) -> ProspectTurn:
        said = text.replace("{given}", self.persona.given_name).replace("{surname}", self.persona.surname)
        turn = generate_prospect_turn(self.state, said, self.persona, scene=self.scene, wording=BankWording())
        self.turns.append(turn)
        return turn

    def causes(self) -> list[str]:
        return [cause.what for cause in self.turns[-1].causes]
