"""Five versions of the same moment, each better than the one before: its dimension rises with every one."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.scoring import score_session

from .kit import Line, untimed


@dataclass(frozen=True)
class Scene:
    """One trade, in the words of both sides."""

    rep: str
    firm: str
    fact: str
    reason: str
    how: str
    today: str
    wrong_question: str
    wrong: str
    cost_question: str
    cost: str
    value: str
    proof: str
    objection: str
    acknowledges: str
    explores: str
    behind: str
    answers: str


_FILE = Path(__file__).parent / "ladders.toml"
SCENES = [Scene(**words) for words in tomllib.loads(_FILE.read_text(encoding="utf-8")).values()]


def test_there_are_scenes_enough() -> None:
    assert len({scene.firm for scene in SCENES}) >= 12


def rises(dimension: str, scene: Scene, versions: list[str]) -> None:
    climbs(dimension, scene, [untimed(text) for text in versions])


def climbs(dimension: str, scene: Scene, versions: list[list[Line]]) -> None:
    brief = {
        "trainee_name": scene.rep,
        "seller": {"company": scene.firm, "product": "a product", "proof": [scene.proof]},
        "prospect": {"title": "Director", "company": "Pollard", "public_facts": [scene.fact]},
    }
    points = [
        score_session(lines, {"hung_up_by": None}, brief=brief)["dimensions"][dimension]["points"] for lines in versions
    ]
    assert points == sorted(set(points)), points


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.firm)
def test_opener(scene: Scene) -> None:
    firsts = [
        "Hello, good morning to you.",
        f"Hello, this is {scene.rep}.",
        f"Hello, this is {scene.rep} from {scene.firm}.",
        f"Hello, this is {scene.rep} from {scene.firm}. {scene.reason}.",
        f"Hello, this is {scene.rep} from {scene.firm}. You weren't expecting my call. {scene.reason}.",
        f"Hello, this is {scene.rep} from {scene.firm}. You weren't expecting my call. {scene.reason}. "
        f"I read about you: {scene.fact.replace('They', 'you')}.",
    ]
    rises("opener", scene, [f"P: Hello?\nT: {first}\nP: Okay." for first in firsts])


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.firm)
def test_discovery(scene: Scene) -> None:
    start = f"P: Hello?\nT: Hi, this is {scene.rep} from {scene.firm}. {scene.reason}.\nP: Okay, go on."
    pitch = "\nT: We are a market leader in this.\nP: Okay."
    how = f"\nT: {scene.how}\nP: {scene.today}"
    wrong = f"\nT: {scene.wrong_question}\nP: {scene.wrong}"
    cost = f"\nT: {scene.cost_question}\nP: {scene.cost}"
    decides = "\nT: Who decides about something like that?\nP: The board decides, in the autumn."
    rises(
        "discovery",
        scene,
        [
            start + pitch,
            start + how,
            start + how + wrong,
            start + how + wrong + cost,
            start + how + wrong + cost + decides,
        ],
    )


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.firm)
def test_objection_handling(scene: Scene) -> None:
    start = (
        f"P: Hello?\nT: Hi, this is {scene.rep} from {scene.firm}. {scene.reason}.\nP: Okay.\n"
        f"T: {scene.how}\nP: {scene.today}\nT: {scene.value}\nP: {scene.objection}"
    )
    silent = "\nT: Okay.\nP: Right."
    heard = f"\nT: {scene.acknowledges}\nP: Right."
    asked = f"\nT: {scene.acknowledges} {scene.explores}\nP: {scene.behind}\nT: Okay."
    answered = asked.removesuffix("\nT: Okay.") + f"\nT: {scene.answers}\nP: Right."
    checked = asked.removesuffix("\nT: Okay.") + f"\nT: {scene.answers} Would that settle it for you?\nP: It might."
    rises("objection_handling", scene, [start + part for part in (silent, heard, asked, answered, checked)])


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.firm)
def test_value_articulation(scene: Scene) -> None:
    start = (
        f"P: Hello?\nT: Hi, this is {scene.rep} from {scene.firm}. {scene.reason}.\nP: Okay.\n"
        f"T: {scene.how}\nP: {scene.today}\nT: {scene.wrong_question}\nP: {scene.wrong}"
    )
    versions = [
        "\nT: Okay.\nP: Right.",
        "\nT: We help companies save money every week.\nP: Right.",
        f"\nT: {scene.value}\nP: Right.",
        f"\nT: {scene.value} {scene.proof}\nP: Right.",
    ]
    rises("value_articulation", scene, [start + part for part in versions])


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.firm)
def test_close_quality(scene: Scene) -> None:
    start = (
        f"P: Hello?\nT: Hi, this is {scene.rep} from {scene.firm}. {scene.reason}.\nP: Okay.\n"
        f"T: {scene.how}\nP: {scene.today}\nT: {scene.value}\nP: I see what you mean."
    )
    slot = "T: Could we take fifteen minutes on Tuesday at ten or Friday at two, to look at your numbers?"
    versions = [
        "T: Okay, thanks, goodbye.\nP: Bye.",
        "T: I'll send you some information by email.\nP: Hm.",
        "T: Could we set up a meeting?\nP: Hm.",
        "T: Could we set up a meeting of fifteen minutes to look at your numbers together?\nP: Hm.",
        f"{slot}\nP: Hm.",
        f"{slot}\nP: Friday at two is fine.",
        f"{slot}\nP: Friday at two is fine.\nT: Great, Friday at two, I'll send you the invite right away.\nP: Good.",
    ]
    rises("close_quality", scene, [f"{start}\n{part}" for part in versions])


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.firm)
def test_rapport(scene: Scene) -> None:
    start = f"P: Hello?\nT: Hi, this is {scene.rep} from {scene.firm}. {scene.reason}.\nP: {scene.today}"
    pushed = f"\nP: {scene.objection}"
    versions = [
        f"\nT: You really need this, trust me.{pushed}\nT: You're wrong about that.\nP: Hm.",
        f"\nT: Let me tell you about something else.{pushed}\nT: Let me go on then.\nP: Hm.",
        f"\nT: {scene.wrong_question}{pushed}\nT: Let me go on then.\nP: Hm.",
        f"\nT: {scene.wrong_question}{pushed}\nT: {scene.explores}\nP: Hm.",
        f"\nT: {scene.wrong_question}{pushed}\nT: {scene.acknowledges} {scene.explores}\nP: Hm.",
    ]
    rises("rapport", scene, [start + part for part in versions])


def lasting(scene: Scene, rhythm: list[tuple[float, float]]) -> list[Line]:
    """The scene's lines in turn, the trainee's and the prospect's lasting so many seconds in every round."""
    mine = [scene.reason, scene.how, scene.wrong_question, scene.cost_question, scene.value, scene.proof]
    mine += [scene.acknowledges, scene.explores, scene.answers]
    theirs = ["Go on.", scene.today, scene.wrong, scene.cost, "I see.", "Fair enough.", scene.objection, scene.behind]
    lines: list[Line] = []
    clock = 0
    for place, seconds in enumerate(rhythm):
        for speaker, said, length in zip(("trainee", "prospect"), (mine, [*theirs, "Maybe."]), seconds, strict=True):
            start, clock = clock, clock + int(length * 1000)
            lines.append({"speaker": speaker, "text": said[place], "start_ms": start, "end_ms": clock})
            clock += 600
    return lines


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.firm)
def test_talk_listen_balance(scene: Scene) -> None:
    versions = [
        [(8, 2), (75, 2), (70, 3)],  # two speeches and hardly a change
        [(65, 1), *[(3, 1)] * 8],  # one speech, then lively
        [(50, 5)] * 3,  # no speech too long, but all talk
        [(12, 2)] * 8,  # lively, still all talk
        [(40, 40)] * 3,  # shared, in long stretches
        [(10, 9)] * 6,  # shared and lively
    ]
    climbs("talk_listen_balance", scene, [lasting(scene, rhythm) for rhythm in versions])
