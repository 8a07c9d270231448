"""A typed call as a screenplay: `call.trainee("Hi Dana …")` and look at what the prospect did."""

from dataclasses import dataclass, field

from app.dialogue import BankWording, generate_prospect_turn, pick_up
from app.domain.call import Scene
from app.domain.persona import Persona
from app.domain.playbook import Playbook
from app.domain.prospect import Move, ProspectState, ProspectTurn
from app.persona import PersonaGenerator, brief_for, ready_made

OPENER = "Hi {given}, this is Alex from {us}. You weren't expecting me. Can I take thirty seconds to say why I called?"
REASON = (
    "When companies ship with several carriers, the carrier invoices stop matching the agreed rates "
    "and someone checks by hand. Is that you, or did you solve it?"
)


@dataclass
class Call:
    """One call with the prospect of `seed`; the playbook is the one about freight invoices."""

    seed: int = 3
    level: int = 3
    playbook: Playbook = field(default_factory=ready_made)
    turns: list[ProspectTurn] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.persona: Persona = PersonaGenerator().generate(self.seed, difficulty=self.level, playbook=self.playbook)
        self.scene = Scene(
            code=self.persona.code,
            difficulty=self.level,
            brief=brief_for(self.persona, self.playbook, "Alex"),
        )
        self.turns.append(pick_up(self.persona, self.scene))

    @property
    def state(self) -> ProspectState:
        return self.turns[-1].next_state

    @property
    def moves(self) -> list[Move]:
        return [move for turn in self.turns for move in turn.moves]

    def trainee(self, text: str) -> ProspectTurn:
        said = text.replace("{given}", self.persona.given_name).replace("{us}", self.playbook.company)
        turn = generate_prospect_turn(self.state, said, self.persona, scene=self.scene, wording=BankWording())
        self.turns.append(turn)
        return turn

    def causes(self) -> list[str]:
        return [cause.what for cause in self.turns[-1].causes]

    def prospect_is(self, **feelings: float) -> "Call":
        """Sets feelings for what follows."""
        from dataclasses import replace

        last = self.turns[-1]
        self.turns[-1] = replace(last, next_state=replace(last.next_state, **feelings))  # type: ignore[arg-type]
        return self


def opened(seed: int = 3, level: int = 3) -> Call:
    """A call in which the prospect knows who calls and why, and has no objection open."""
    call = Call(seed, level)
    call.trainee(OPENER)
    call.trainee(REASON)
    return call.prospect_is(objections=(), phase="discovery")
