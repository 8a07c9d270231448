"""Ways to fool a scorer that reads for words; none of them works."""

import pytest

from app.scoring import score_session

from .kit import Card, Line, call, criterion, points, script

POLITE = ("Hello, who's this?", "Okay.", "I see.", "Right.", "Hm, okay.", "Sure.", "We already have a vendor for that.")


def scored(lines: list[Line], **more: object) -> Card:
    return score_session(lines, **more)  # type: ignore[arg-type]


def total(card: Card) -> int:
    return -1 if card["total_score"] is None else int(card["total_score"])


def test_keyword_stuffing() -> None:
    stuffed = """
    P: Hello?
    T: Reason for calling, relevance, permission, thirty seconds, problem, pain, cost, priority, decision maker.
    P: What?
    T: Discovery question, follow-up, impact, value, outcome, proof, case study, return, save time and money.
    P: We already have somebody for that.
    T: I understand, objection, acknowledge, explore, answer, meeting, Thursday, Tuesday, calendar, invite, confirm.
    P: I don't follow.
    """
    assert total(scored(script(stuffed))) <= 25


def test_reading_the_rubric_aloud() -> None:
    recited = """
    P: Hello?
    T: I own the interruption. I give an explicit reason. I am relevant to this prospect. I yield the floor.
    P: Sorry, who is this?
    T: I build on your words. I acknowledge your stated constraint. I elicit situation and problem.
    P: We're happy with what we have.
    T: I acknowledge specifically. I explore before answering. I answer the stated concern. I test and exit gracefully.
    P: Is this a joke?
    T: I ask with purpose, a specific day and time, and I confirm the details. I keep talk share in the plateau.
    P: Goodbye.
    """
    assert total(scored(script(recited))) <= 25


def test_ten_questions_in_a_row() -> None:
    asked = """
    P: Dana here.
    T: Hi, it's Alex from Tarrowgate. How many people work there?
    P: About forty.
    T: What software do you use?
    P: A few things.
    T: Who is your supplier?
    P: It varies.
    T: What are your challenges?
    P: The usual.
    T: What does that cost you?
    P: I couldn't say.
    T: Who decides?
    P: I do, mostly.
    T: When is your renewal?
    P: We already have a vendor, why all these questions?
    T: What is your budget?
    P: I'd rather not say.
    T: How do you measure success?
    P: Not really.
    T: What are your goals?
    P: I have to go.
    """
    card = scored(script(asked))
    assert criterion(card, "interrogation")["points"] == -3
    assert total(card) <= 40
    assert card["dimensions"]["discovery"]["score"] <= 60


def test_many_questions_in_one_breath_count_once() -> None:
    once = """
    P: Dana here.
    T: Hi, it's Alex from Tarrowgate, I'm calling about your freight bills.
    P: Go on.
    T: How do you check them today? What goes wrong most often? What does that cost you? Who decides about it?
    P: By hand. We lose about two percent of the bill, and the board is asking.
    """
    found = scored(script(once))["dimensions"]["discovery"]["criteria"]
    kinds = [item for item in found if item["id"] in ("situation", "problem", "consequence", "process")]
    assert sum(item["points"] > 0 for item in kinds) == 1


def test_parroting() -> None:
    parroted = """
    P: Dana Whitfield.
    T: Dana Whitfield. This is Alex from Tarrowgate.
    P: We check invoices by hand in a spreadsheet.
    T: You check invoices by hand in a spreadsheet.
    P: It takes two people the whole week.
    T: It takes two people the whole week.
    P: We already have a vendor for that.
    T: You already have a vendor for that.
    P: We don't have budget this year.
    T: You don't have budget this year.
    """
    card = scored(script(parroted))
    assert criterion(card, "uptake")["points"] == 0
    assert criterion(card, "objection_answered")["points"] == 0
    assert total(card) <= 30


def test_asking_for_a_meeting_every_turn() -> None:
    asks = [
        "Could we meet on Tuesday at ten?",
        "Would Wednesday at three work for a meeting?",
        "Can we set up a meeting for Thursday at nine?",
        "How about a short meeting on Friday at two?",
        "Shall we do a meeting on Monday at eleven?",
    ]
    noes = ["Dana here.", "No, I'm not interested.", "No, we already have someone.", "No.", "No, really not.", "Bye."]
    lines = "\n".join(f"P: {no}\nT: {ask}" for no, ask in zip(noes, asks, strict=False)) + "\nP: Bye."
    card = scored(script(lines))
    assert criterion(card, "presses_on")["points"] == -4
    assert criterion(card, "ask")["points"] <= 6
    assert total(card) <= 20


def test_going_silent_to_fix_the_ratio() -> None:
    sample = call("pitch_dump")
    quiet = [line for line in sample["transcript"] if line["speaker"] == "prospect" or len(line["text"]) < 200]
    before, after = (
        score_session(lines, sample["outcomes"], brief=sample["brief"]) for lines in (sample["transcript"], quiet)
    )
    assert total(after) <= total(before) + 2


@pytest.mark.parametrize("turns", [2, 4, 6])
def test_ending_early_never_beats_going_on(turns: int) -> None:
    sample = call("excellent_freight")
    early = score_session(sample["transcript"][:turns], {"meeting_booked": False}, brief=sample["brief"])
    full = score_session(sample["transcript"], sample["outcomes"], brief=sample["brief"])
    assert early["status"] == "partial"
    assert points(early) < points(full)


def test_invented_case_studies_cost() -> None:
    sample = call("average_mail")
    honest = score_session(sample["transcript"], sample["outcomes"], brief=sample["brief"])
    lines = [dict(line) for line in sample["transcript"]]
    lines[7]["text"] = (
        "Got it. For example, Siemens saved 73 percent of its time with us, and that is a proven case study."
    )
    made_up = score_session(lines, sample["outcomes"], brief=sample["brief"])
    assert criterion(made_up, "invented_proof")["points"] == -2
    assert criterion(made_up, "proof")["points"] == 0
    assert total(made_up) < total(honest)


@pytest.mark.parametrize(
    "aside",
    [
        "Our office party was on Thursday at 2.",
        "The outage happened on Tuesday at ten, I read.",
        "I'm not asking for a meeting.",
        "My boss always says, let's meet on Thursday at two.",
        "I would never ask you for a meeting on a Friday.",
    ],
)
def test_a_time_or_an_ask_that_is_none(aside: str) -> None:
    lines = f"""
    P: Dana here.
    T: Hi Dana, it's Alex from Tarrowgate. I'm calling about your carrier invoices.
    P: What about them?
    T: {aside}
    P: Okay.
    T: Thanks for your time, bye.
    """
    assert criterion(scored(script(lines)), "ask")["points"] == 0
