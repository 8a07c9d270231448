"""Twenty calls as a person would read them: who answered, and every line with the moves and causes behind it."""

from pathlib import Path

from app.dialogue import BankWording, generate_prospect_turn, pick_up
from app.domain.call import CallType, Scene
from app.domain.prospect import ProspectTurn
from app.persona import PersonaGenerator, brief_for, load_playbooks
from app.reading import Reader
from bench.typed_others import at_the_desk, on_the_machine
from bench.typed_trainees import TRAINEES, Talk

_CALLS = (
    *((trainee, level, CallType.COLD) for level in range(1, 6) for trainee in ("good", "excellent", "average")),
    ("pitch_dumper", 3, CallType.COLD),
    ("desk", 2, CallType.GATEKEEPER),
    ("desk", 4, CallType.GATEKEEPER),
    ("machine", 2, CallType.VOICEMAIL),
    ("machine", 4, CallType.VOICEMAIL),
)
_MOST = 24


def write_samples(folder: Path, *, reader: Reader | None = None) -> int:
    """Writes one Markdown file per call; returns how many."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (trainee, level, call_type) in enumerate(_CALLS, start=1):
        name = f"{number:02d}-{call_type}-{trainee}-level-{level}.md"
        (folder / name).write_text(one_call(trainee, 90_000 + number, level, call_type, reader), encoding="utf-8")
    return len(_CALLS)


def one_call(trainee: str, seed: int, level: int, call_type: CallType, reader: Reader | None = None) -> str:
    """The transcript of one call as Markdown."""
    playbooks = load_playbooks()
    playbook = playbooks[seed % len(playbooks)]
    persona = PersonaGenerator().generate(seed, difficulty=level, call_type=call_type, playbook=playbook)
    brief = brief_for(persona, playbook, "Alex", call_type)
    scene = Scene(code=persona.code, difficulty=level, call_type=call_type, brief=brief)
    talk = Talk(playbook=playbook, persona=persona, key=f"{trainee} {seed}")
    turn = pick_up(persona, scene)
    lines = [
        f"# {trainee.replace('_', ' ').capitalize()} on level {level}, {call_type}",
        "",
        f"{persona.name}, {persona.title}, {persona.company} ({persona.industry}, {persona.size} people). "
        f"Sold: {playbook.company}, {playbook.product}.",
        "",
        *_shown(turn),
    ]
    wording = BankWording()
    for _ in range(_MOST):
        last = turn.then or turn
        said = _line(trainee, talk, last)
        lines.append(f"**T:** {said or '(silence)'}  ")
        turn = generate_prospect_turn(last.next_state, said, persona, scene=scene, wording=wording, reader=reader)
        lines += _shown(turn)
        if turn.ends:
            lines += ["", f"*Ended: {turn.ends}.*"]
            break
    return "\n".join(lines) + "\n"


def _line(trainee: str, talk: Talk, last: ProspectTurn) -> str:
    if last.party == "gatekeeper":
        return at_the_desk(talk, last)
    if last.party == "voicemail":
        return on_the_machine(talk, last)
    return TRAINEES["good" if trainee in ("desk", "machine") else trainee](talk, last)


def _shown(turn: ProspectTurn) -> list[str]:
    shown = []
    for part in (turn, turn.then):
        if part is None:
            continue
        why = "; ".join(cause.what for cause in part.causes)
        moves = ", ".join(part.moves)
        state = part.next_state
        shown.append(
            f"**{part.party[0].upper()}:** {part.text or '…'}  *[{moves}: {why}; trust {state.trust:.2f}, "
            f"patience {state.patience:.2f}, interest {state.interest:.2f}]*  "
        )
    return shown
