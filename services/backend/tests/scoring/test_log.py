"""What the event log knows about the prospect's side counts for more than what its words suggest."""

from typing import Any

from app.domain.call import Outcomes, Speaker
from app.domain.events import CallEvent, EventKind
from app.scoring import score_session

from .kit import Card, Line, criterion, untimed

PLAIN = """
P: Dana here.
T: Hi Dana, it's Alex from Tarrowgate. I'm calling about your carrier invoices. How do you check them today?
P: Dana again, hm.
T: And what goes wrong most often with that?
P: Tell me about it.
"""


def decision(turn: int, *moves: str, **more: Any) -> CallEvent:
    data = {"turn": turn, "reply": turn + 1, "moves": list(moves), "causes": [], "facts": [], "objection": ""}
    data |= {"stages": {}, "ends": None, **more}
    return CallEvent(seq=turn, t_ms=turn * 1000, kind=EventKind.DECISION, data=data)


def ended(reason: str, by: str) -> CallEvent:
    return CallEvent(seq=99, t_ms=99_000, kind=EventKind.ENDED, data={"reason": reason, "by": by})


def scored(lines: list[Line], *events: CallEvent, outcomes: Outcomes | None = None) -> Card:
    return score_session(lines, outcomes, events=events)


def test_a_disclosed_fact_makes_an_answer_however_it_is_worded() -> None:
    lines = untimed(PLAIN)
    told = scored(lines, decision(1, "answer", facts=["tools.now"]), decision(3, "deflect"))
    held_back = scored(lines, decision(1, "deflect"), decision(3, "deflect"))
    assert criterion(told, "situation")["state"] == "met"
    assert criterion(held_back, "situation")["points"] == 1
    assert criterion(told, "problem")["points"] == 2


def test_an_objection_is_what_the_log_calls_one() -> None:
    lines = untimed(PLAIN)
    raised = scored(lines, decision(1, "object", objection="no_need"), decision(3, "answer"))
    assert raised["dimensions"]["objection_handling"]["state"] == "tested"
    calm = scored(lines, decision(1, "answer"), decision(3, "answer"))
    assert calm["dimensions"]["objection_handling"]["state"] == "not_tested"


def test_what_the_prospect_took_as_explored_counts_in_full() -> None:
    lines = untimed(PLAIN)
    first = decision(1, "object", objection="no_need", stages={"no_need": "raised"})
    seen = scored(lines, first, decision(3, "answer", stages={"no_need": "explored"}))
    unseen = scored(lines, first, decision(3, "answer", stages={"no_need": "raised"}))
    assert criterion(seen, "objection_explored")["points"] == 6
    assert criterion(unseen, "objection_explored")["points"] < 6


def test_only_a_logged_yes_is_a_yes() -> None:
    asked = untimed("""
        P: Dana here.
        T: Hi, it's Alex from Tarrowgate, the reason I'm calling is your carrier invoices.
        P: Go ahead.
        T: Would Tuesday at ten or Friday at two work for a fifteen minute meeting to look at them?
        P: Tuesday at ten is fine.
    """)
    yes = scored(asked, decision(1, "grant_time"), decision(3, "accept"))
    no = scored(asked, decision(1, "grant_time"), decision(3, "refuse"))
    assert criterion(yes, "agreed")["points"] == 2
    assert criterion(no, "agreed")["points"] == 0


def test_a_prospect_the_trainee_drove_away_leaves_nothing_untested() -> None:
    sour = [{"what": "spoke in buzzwords", "change": {"patience": -0.12}}]
    card = scored(
        untimed(PLAIN),
        decision(1, "answer", causes=sour),
        decision(3, "hang_up", ends="prospect_hung_up"),
        ended("prospect_hung_up", "prospect"),
    )
    assert card["status"] == "complete"
    assert criterion(card, "outcome")["state"] == "unmet"


def test_a_prospect_who_leaves_for_its_own_reasons_costs_nothing() -> None:
    tick = [{"what": "time passes", "change": {"patience": -0.02}}]
    card = scored(
        untimed(PLAIN),
        decision(1, "answer", causes=tick),
        decision(3, "hang_up", causes=tick, ends="prospect_hung_up"),
        ended("prospect_hung_up", "prospect"),
    )
    assert card["status"] == "partial"
    assert criterion(card, "outcome")["state"] == "not_tested"


def test_a_retracted_decision_is_forgotten() -> None:
    gone = CallEvent(seq=2, t_ms=0, kind=EventKind.RETRACTED, data={"index": 1})
    card = scored(untimed(PLAIN), decision(1, "object", objection="no_need"), gone, decision(3, "answer"))
    assert card["dimensions"]["objection_handling"]["state"] == "not_tested"


def test_made_up_times_of_a_typed_call_are_not_judged() -> None:
    lines = [{**line, "start_ms": 5000 * n, "end_ms": 5000 * n + 4000} for n, line in enumerate(untimed(PLAIN))]
    typed = scored(lines, decision(1, "answer"), decision(3, "answer"))
    assert typed["metrics"]["talk_share"]["value"] is None
    voice = CallEvent(seq=0, t_ms=0, kind=EventKind.SPEAKING, data={"who": "trainee", "on": True, "at_ms": 5000})
    spoken = scored(lines, voice, decision(1, "answer"), decision(3, "answer"))
    assert spoken["metrics"]["talk_share"]["value"] == 0.4


def test_off_the_list_means_stop() -> None:
    lines = untimed("""
        P: Yes?
        T: Hi, it's Alex from Tarrowgate, I'm calling about your invoices.
        P: Take me off your list, please.
        T: Would Tuesday at ten work for a short meeting instead?
        P: Goodbye.
    """)
    assert [limit["id"] for limit in scored(lines)["ceilings"]] == ["list_ignored"]
    polite = [*lines[:3], {"speaker": "trainee", "text": "Of course, I'll do that right away. Sorry, goodbye."}]
    assert scored(polite)["ceilings"] == []


def test_a_corrected_claim_of_earlier_contact_is_proven_deception() -> None:
    lines = untimed("""
        P: Yes?
        T: Hi, it's Alex. We spoke last week about your invoices, remember?
        P: No, we didn't.
    """)
    assert [limit["id"] for limit in scored(lines, decision(1, "correct"))["ceilings"]] == ["deception"]


def test_silence_drives_a_prospect_away_too() -> None:
    card = scored(untimed(PLAIN), outcomes=Outcomes(hung_up_by=Speaker.PROSPECT))
    assert card["status"] == "complete"


def test_a_booked_meeting_on_record_settles_what_a_vague_reply_left_open() -> None:
    lines = untimed("""
        P: Dana here.
        T: Hi, it's Alex from Tarrowgate, the reason I'm calling is your carrier invoices.
        P: Mhm.
        T: Would Tuesday at ten or Friday at two work for a fifteen minute meeting to look at them?
        P: Well, all right then.
    """)
    assert criterion(scored(lines, outcomes=Outcomes(meeting_booked=True)), "agreed")["points"] == 2
    assert criterion(scored(lines, outcomes=Outcomes(meeting_booked=False)), "agreed")["points"] == 0


def test_a_close_on_record_that_no_words_show_earns_nothing_and_says_so() -> None:
    card = scored(untimed(PLAIN), outcomes=Outcomes(close_attempt=True))
    assert criterion(card, "ask")["points"] == 0
    assert "no words of yours" in criterion(card, "ask")["why"]
