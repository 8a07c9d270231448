"""What belongs together across turns: an offer and its taker, a brief answer and its question, what is said back."""

from app.domain.scorecard import Criterion
from app.reading import Reader
from app.scoring import score_session

from .kit import judged, script

OPENING = """
    P: Hello?
    T: Hi, this is Owen from Gatehouse. I'm calling because thefts at night cost building sites most.
    P: Go on.
    T: Who watches your sites at night?
    P: One guard drives between the sites.
"""


def found(name: str, rest: str, **outcomes: object) -> Criterion:
    return judged({"brief": None, "outcomes": outcomes}, script(OPENING.strip() + "\n" + rest.strip()), name)


def test_two_times_are_an_offer_without_a_question_mark() -> None:
    asked = found("ask", "T: fifteen minutes at your site monday at eight or tuesday at four\nP: Hm.")
    assert asked.points == 11


def test_a_time_that_the_prospect_takes_up_was_offered() -> None:
    rest = "T: Then I can do Tuesday at four.\nP: Tuesday at four is fine."
    assert found("ask", rest).points >= 11


def test_a_time_told_of_something_else_is_no_offer() -> None:
    rest = "T: Our engineers were at Carver on Tuesday at four.\nP: I see, a big place."
    assert found("ask", rest).points == 0


CAMERAS = """
    T: We put a camera on every gate.
    P: We had cameras, they filmed it and nobody came.
    T: They filmed it and nobody came. Was somebody watching live, or was it the tape the morning after?
    P: The morning after.
"""


def test_saying_an_objection_back_shows_that_it_was_heard() -> None:
    heard = found("objection_acknowledged", CAMERAS)
    assert heard.points > 0
    parroted = CAMERAS.replace("They filmed it and nobody came. Was", "Cameras. Was")
    assert found("objection_acknowledged", parroted).points == 0


def test_an_answer_may_speak_of_what_a_brief_reply_left_to_the_question() -> None:
    answer = "T: With us somebody watches live and speaks through the loudspeaker within ten seconds.\nP: Hm."
    assert found("objection_answered", CAMERAS.strip() + "\n" + answer).points > 0


def test_ones_own_question_is_not_what_the_prospect_said() -> None:
    answer = "T: With us somebody watches live and speaks through the loudspeaker within ten seconds.\nP: Hm."
    elsewhere = CAMERAS.replace("The morning after.", "Oil went up again.").strip()
    assert found("objection_answered", elsewhere + "\n" + answer).points == 0


def test_whoever_decides_is_an_answer_and_no_objection() -> None:
    rest = "T: Who decides about something like that?\nP: The board decides, in autumn."
    assert found("process", rest).points + found("situation", rest).points >= 2


def test_a_booked_call_proves_no_yes_to_an_early_question() -> None:
    rest = (
        "T: Monday at eight or Tuesday at four?\nP: The guard was at another gate.\n"
        + CAMERAS.strip()
        + "\nT: I see.\nP: Hm."
    )
    assert found("agreed", rest, meeting_booked=True).points == 0


def test_questions_for_the_call_itself_interrogate_nobody() -> None:
    rest = """
    T: Could I have two minutes? Deal? Is this still a good moment? Shall we say Tuesday at four?
    P: Hm.
    """
    assert found("interrogation", rest).points == 0
    asked = "T: How many sites is it? Who pays the guard? Which gates are open? When does he come?\nP: Hm."
    assert found("interrogation", asked).points < 0


def test_a_question_about_something_else_explores_no_objection() -> None:
    objection = "T: We put a camera on every gate.\nP: Nobody here has budget for cameras.\n"
    assert found("objection_explored", objection + "T: And who is Karim, your foreman?\nP: He is.").points == 0
    assert found("objection_explored", objection + "T: What is behind that?\nP: The year is spent.").points > 0


class Objected(Reader):
    """Hears an objection, by its meaning, in whatever names guys."""

    def objects(self, text: str) -> float | None:
        return 0.8 if "guys" in text else 0.1


def test_words_that_mean_an_objection_are_one_where_nobody_had_asked() -> None:
    offer, question = "T: We put a camera on every gate.\n", "T: What is in the way of a camera?\n"
    reply = "P: Hm, the guys have no the tim install things.\nT: I see. We bolt them on ourselves.\nP: Hm."
    for said, reader, raised in ((offer, Objected(), True), (offer, Reader(), False), (question, Objected(), False)):
        card = score_session(script(OPENING.strip() + "\n" + said + reply), reader=reader)
        steps = [one for skill in card["dimensions"].values() for one in skill["criteria"]]
        answered = next(one for one in steps if one["id"] == "objection_answered")
        assert (answered["state"] != "not_tested") is raised, (said, answered)


def test_who_offered_nothing_is_not_told_of_brochure_words() -> None:
    for name in ("plain_words", "claims_per_turn"):
        judged_ = found(name, "T: Does he ever come too late?\nP: Every month.\nT: I see.\nP: So?")
        assert judged_.points == 0
        assert judged_.why == "You offered nothing in which this could show."


def test_an_offer_is_shown_beside_what_it_takes_up_most() -> None:
    rest = """
    T: What goes wrong at night?
    P: They cut the fence and take diesel from the tanks.
    T: We watch the fence and the diesel tanks at night, so nobody gets in.
    P: Okay.
    """
    assert "diesel" in found("linked", rest).quotes[1].text
