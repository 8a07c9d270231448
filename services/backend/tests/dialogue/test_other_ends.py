"""A machine, a second call, a wrong number, nobody."""

from app.dialogue import fixed_lines, give_up, nudge
from app.domain.call import AnsweredBy, CallType, EndReason, Party
from app.domain.earlier import Earlier
from app.domain.prospect import Move
from tests.dialogue.desk_stage import Line

GOOD = (
    "Hi {given}, Ana at Tarrowgate, 555 0142. I'm calling because carrier invoices stop matching the agreed rates. "
    "You can reach me on 555 0142."
)
MET = Earlier(
    talked=True,
    ended=EndReason.GOODBYE.value,
    trust=0.6,
    interest=0.5,
    resistance=0.3,
    notes={"trainee_name": "ana", "trainee_company": "tarrowgate", "reason_heard": "1", "promised": "send"},
)


def test_the_machine_greets_beeps_and_then_says_nothing() -> None:
    call = Line(CallType.VOICEMAIL)
    assert call.turns[0].party is Party.VOICEMAIL
    assert call.turns[0].beep
    assert call.persona.given_name in call.turns[0].text
    turn = call.trainee(GOOD)
    assert (turn.text, turn.moves, turn.ends) == ("", (Move.STAY_SILENT,), None)


def test_a_message_with_name_reason_and_number_is_likelier_to_be_called_back_than_a_brochure() -> None:
    good, poor = Line(CallType.VOICEMAIL), Line(CallType.VOICEMAIL)
    good.trainee(GOOD)
    poor.trainee("Hi! We are the leading end-to-end platform with dashboards, alerts, workflows and a mobile app.")
    assert good.state.interest > poor.state.interest + 0.1
    assert good.state.notes["message"] == "invoice matching"


def test_the_tape_is_half_a_minute_long() -> None:
    call = Line(CallType.VOICEMAIL)
    turn = call.trainee("We help companies and " * 30)
    assert turn.ends is EndReason.MESSAGE_LEFT


def test_goodbye_or_silence_ends_the_message() -> None:
    call = Line(CallType.VOICEMAIL)
    assert call.trainee(f"{GOOD} Thanks, bye.").ends is EndReason.MESSAGE_LEFT
    call = Line(CallType.VOICEMAIL)
    assert nudge(call.state, call.persona, call.scene, 1).ends is None
    call.trainee(GOOD)
    assert nudge(call.state, call.persona, call.scene, 1).ends is EndReason.MESSAGE_LEFT
    silent = Line(CallType.VOICEMAIL)
    assert give_up(silent.state, silent.persona, silent.scene).ends is EndReason.SILENCE


def test_the_machine_has_one_line_to_prepare() -> None:
    call = Line(CallType.VOICEMAIL)
    assert fixed_lines(call.persona, call.scene) == (call.turns[0].text,)


def test_a_second_call_is_recognised_at_pick_up_and_the_promise_is_asked_for() -> None:
    call = Line(CallType.CALLBACK, earlier=MET)
    assert Move.RECALL in call.turns[0].moves
    first = Line(CallType.COLD)
    assert call.state.trust > first.state.trust
    turn = call.trainee("Hi {given}, it's Ana again.")
    assert turn.moves == (Move.RECALL,)
    assert call.state.notes["pending"] == "promise"
    before = call.state.patience
    call.trainee("We have a great new dashboard with alerts and workflows.")
    assert call.state.patience < before
    assert any("promised" in cause for cause in call.causes())


def test_what_was_told_in_the_first_call_is_not_told_as_news() -> None:
    fact = next(f for f in Line(CallType.COLD).persona.facts if f.id == "problem.0.today" or f.topic == "tools")
    earlier = Earlier(talked=True, ended="goodbye", trust=0.8, disclosed=(fact.id,), notes=MET.notes)
    call = Line(CallType.CALLBACK, earlier=earlier)
    assert fact.id in call.state.disclosed


def test_a_rude_first_call_is_not_forgotten() -> None:
    rude = Earlier(talked=True, ended="prospect_hung_up", trust=0.0, resistance=1.0, notes={"rude": "2"})
    call = Line(CallType.CALLBACK, earlier=rude)
    assert call.state.trust < Line(CallType.COLD).state.trust
    assert Move.RECALL in call.turns[0].moves


def test_a_message_on_the_machine_is_what_the_second_call_starts_from() -> None:
    heard = Earlier(talked=False, ended="message_left", message="invoice matching", notes={"trainee_name": "ana"})
    call = Line(CallType.CALLBACK, earlier=heard)
    assert Move.RECALL in call.turns[0].moves
    assert "invoice matching" in call.turns[0].text.lower() or "message" in call.turns[0].text.lower()


def test_a_wrong_number_says_so_and_goes() -> None:
    call = Line(CallType.COLD, answered_by=AnsweredBy.WRONG_NUMBER)
    assert call.turns[0].voice is not None
    turn = call.trainee("Hi, is this {given} {surname}?")
    assert turn.ends is None
    assert call.trainee("Oh. Are you sure?").ends is EndReason.WRONG_NUMBER
    assert call.persona.company not in " ".join(turn.text for turn in call.turns)


def test_nobody_picks_up() -> None:
    call = Line(CallType.COLD, answered_by=AnsweredBy.NOBODY)
    assert (call.turns[0].text, call.turns[0].ends) == ("", EndReason.NO_ANSWER)
