"""Five versions of the same moment, each better than the one before: its dimension rises with every one."""

from dataclasses import dataclass

import pytest

from app.scoring import score_session

from .kit import untimed


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


FREIGHT = Scene(
    rep="Alex",
    firm="Tarrowgate",
    fact="They opened a third warehouse in Leeds",
    reason="The reason I'm calling is that carrier invoices often stop matching the agreed rates",
    how="How do you check your carrier invoices today?",
    today="We check the invoices by hand, in a spreadsheet, two people do it.",
    wrong_question="What goes wrong most often with the spreadsheet?",
    wrong="They miss surcharges in the spreadsheet and we notice weeks late.",
    cost_question="What do those missed surcharges cost you?",
    cost="The surcharges cost us about forty thousand a quarter.",
    value="We help freight teams catch a wrong surcharge the day the invoice lands, so you stop losing that money.",
    proof="Halden Paper found four percent of its freight bill was wrong in the first month.",
    objection="We already have a system for that from our transport vendor.",
    acknowledges="That makes sense, nobody wants a second system next to the one from the vendor.",
    explores="When you say the vendor has a system for that, what does it check for you?",
    behind="The system only checks the totals, not the rates.",
    answers="Then we would work alongside the vendor system and check the rates it never looks at.",
)
CLINIC = Scene(
    rep="Priya",
    firm="Shiftwell",
    fact="They are hiring forty nurses this spring",
    reason="I'm calling because clinics tell us their managers spend mornings filling open shifts",
    how="How do your managers fill an open shift today?",
    today="They phone around from a list, so the manager spends the morning on the shift.",
    wrong_question="What happens when nobody on the list picks up?",
    wrong="Then nobody covers the ward and we have to call the agency late.",
    cost_question="What did the agency cost you last winter?",
    cost="The agency cost us two hundred thousand over budget last winter.",
    value="We help clinics fill the shift from their own nurses first, so you spend less on the agency.",
    proof="Marlow Care cut agency shifts by a third in one winter.",
    objection="We don't have the budget for another tool this year.",
    acknowledges="I understand, after that winter there is no budget left for a tool.",
    explores="Is it that the budget for tools is closed, or does the agency come out of another budget?",
    behind="The agency comes out of wages, that's another budget.",
    answers="Then we could start on one ward, paid out of the wages it saves, with no tool budget at all.",
)
MAIL = Scene(
    rep="Jo",
    firm="Fennick Guard",
    fact="They moved their mail to the cloud last autumn",
    reason="The reason for my call is that fake invoices often get past the filter that everybody trusts",
    how="How do you catch fake invoices today?",
    today="The filter catches most of the fake invoices and accounts looks at the rest.",
    wrong_question="What slips through the filter?",
    wrong="One fake invoice slipped through in May, one letter was wrong in the name.",
    cost_question="What would that wrong invoice have cost you?",
    cost="That invoice would have cost us ninety thousand.",
    value="We stop the wrong letter before accounts sees the invoice, so you never lose money to it.",
    proof="Northgate Dental cut the time on reported mails from two hours a day to ten minutes.",
    objection="We're happy with the filter we have.",
    acknowledges="I understand, if you're happy with the filter there's little reason to touch it.",
    explores="What would the filter have to miss before you were less happy with it?",
    behind="If the filter missed a real payment, I'd look at it again.",
    answers="Then you would not replace the filter: we sit behind it and check only the payment mails it let pass.",
)
SCENES = [FREIGHT, CLINIC, MAIL]


def rises(dimension: str, scene: Scene, versions: list[str]) -> None:
    brief = {
        "trainee_name": scene.rep,
        "seller": {"company": scene.firm, "product": "a product", "proof": [scene.proof]},
        "prospect": {"title": "Director", "company": "Pollard", "public_facts": [scene.fact]},
    }
    points = [
        score_session(untimed(text), {"hung_up_by": None}, brief=brief)["dimensions"][dimension]["points"]
        for text in versions
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
