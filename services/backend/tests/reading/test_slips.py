"""Slips of reading met in calls, one test a class, each with its near-misses; `lines/fresh.tsv` has more of them."""

import pytest

from app.domain.acts import QUESTION_ACTS, Act, ProspectSays
from app.reading import is_question, read, read_prospect

from .scripted import reader
from .test_lines import acts_of, below, tally, trainee_lines


@pytest.mark.parametrize(
    "line",
    [
        "What others do is start small.",
        "what others do is start small",
        "How it usually starts is with one site.",
        "Where it gets interesting is the second month.",
        "Who does the checking is up to you.",
        "Why they stayed is the reporting.",
    ],
)
def test_a_statement_about_a_wh_clause_asks_nothing(line: str) -> None:
    assert not is_question(line)
    assert not read(line).acts & QUESTION_ACTS


@pytest.mark.parametrize(
    "line",
    [
        "what tools do you use",
        "which system is in place",
        "how many people is that",
        "who signs the contract",
        "what happens when he is off sick",
        "which system you are using today",
    ],
)
def test_a_question_without_its_mark_still_asks(line: str) -> None:
    assert is_question(line)


@pytest.mark.parametrize("line", ["Are you a robot?", "are you a bot", "Am I talking to a real person?"])
def test_asking_for_a_machine(line: str) -> None:
    assert Act.ASKS_IF_AI in read(line).acts


@pytest.mark.parametrize("line", ["Do you use robots on the packing line?", "We use AI to read the invoices."])
def test_machines_of_the_trade_are_no_such_question(line: str) -> None:
    assert Act.ASKS_IF_AI not in read(line).acts


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("Does Thursday at two work?", "That works for me."),
        ("I could do Thursday at two.", "Thursday at two works."),
        ("Make it Wednesday.", "wednesday is fine by me"),
        ("I could do Thursday at two.", "Sounds good."),
    ],
)
def test_agreeing_to_a_time_that_was_named_confirms_it(before: str, line: str) -> None:
    assert Act.CONFIRMS_DETAILS in read(line, previous_line=before).acts


@pytest.mark.parametrize(
    ("before", "line"), [("We do it by hand.", "That works for me."), ("It's chaos on Thursdays.", "I can imagine.")]
)
def test_without_a_time_or_without_agreeing_nothing_is_confirmed(before: str, line: str) -> None:
    assert Act.CONFIRMS_DETAILS not in read(line, previous_line=before).acts


def test_a_reason_may_name_what_goes_wrong_in_the_trade() -> None:
    acts = read("I'm calling because dispatchers in haulage lose an hour a day chasing drivers for paperwork.").acts
    assert {Act.STATES_REASON, Act.NAMES_PROBLEM} <= acts


def test_asked_what_it_is_about_a_problem_of_the_trade_is_the_reason() -> None:
    line = "Most warehouses find out about a wrong rate three months after they paid it."
    assert Act.STATES_REASON in read(line, previous_line="What is this about?").acts
    assert Act.STATES_REASON not in read(line, previous_line="We've got four sites.").acts


@pytest.mark.parametrize("before", ["We've got somebody for that.", "Hello?", "I'm not interested."])
def test_small_talk_stays_small_talk_after_an_objection(before: str) -> None:
    acts = read("How are you doing today?", previous_line=before).acts
    assert Act.SMALL_TALK in acts
    assert not acts & (QUESTION_ACTS | {Act.EXPLORES_OBJECTION})


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ("We've got Cass, partly.", "When you say you've got Cass, do they check every invoice?"),
        ("We've got Cass.", "So it's Cass for the audit and Ajay for the rest."),
        ("Ajay does it on Fridays.", "So this is Ajay on a Friday with a ruler."),
        ("Hello.", "Is this Martin?"),
    ],
)
def test_names_of_others_introduce_nobody(before: str, line: str) -> None:
    assert not read(line, previous_line=before).acts & {Act.IDENTIFIES_SELF, Act.IDENTIFIES_COMPANY}


@pytest.mark.parametrize(
    "line", ["Hi Dana, it's Alex over at Northwind.", "Is this Dana? This is Alex from Northwind."]
)
def test_an_own_name_still_does(line: str) -> None:
    assert Act.IDENTIFIES_SELF in read(line, previous_line="Dana Whitfield.").acts


@pytest.mark.parametrize(
    "line",
    [
        "I'm not asking you for a meeting today.",
        "My boss told me to ask everyone for a meeting on Thursday.",
        'The last rep probably said "let\'s meet Thursday at two" and never showed up.',
        "I won't ask you to book anything.",
        "I'm not going to send you a brochure.",
        "I'm not asking you to point me to someone else.",
        "Thursday at two is when the trucks come back.",
        "Can you tell me about one?",
        "Could it happen tomorrow?",
    ],
)
def test_what_is_denied_or_quoted_is_not_asked(line: str) -> None:
    assert not read(line).acts & {Act.ASKS_MEETING, Act.PROPOSES_TIME, Act.SENDS_INFO, Act.ASKS_REFERRAL}


def test_nothing_follows_up_on_a_nod() -> None:
    line = "How does it work today, the matching?"
    assert Act.FOLLOW_UP not in reader(follow_up=0.95).read(line, previous_line="Okay.").acts
    assert Act.FOLLOW_UP in reader(follow_up=0.95).read(line, previous_line="We match them by hand.").acts


def test_its_own_is_not_it_is() -> None:
    assert Act.CONFIRMS_DETAILS not in read("Brightmark runs all four of its depots on it.").acts


def test_what_patterns_only_hold_likely_falls_where_heads_are_sure_of_the_opposite() -> None:
    line = "It's about your two open roles."
    assert Act.STATES_REASON in read(line).acts
    assert Act.STATES_REASON in reader(names_problem=0.9).read(line).acts
    assert Act.STATES_REASON not in reader(names_problem=0.9, floor=0.2).read(line).acts


def test_fresh_lines_in_many_voices() -> None:
    counts = tally(trainee_lines("fresh"), acts_of)
    print(counts.table("fresh"))
    assert counts.precision() >= 0.92
    assert counts.recall() >= 0.92
    assert not below(counts, precision=0.6, recall=0.6, at_least=4)


@pytest.mark.parametrize("line", ["Is that enough?", "Is this urgent?"])
def test_a_small_word_is_nobody_to_speak_to(line: str) -> None:
    assert Act.ASKS_FOR_PERSON not in read(line).acts


@pytest.mark.parametrize("line", ["Is that Una?", "Is this Dana Whitfield?", "is that una"])
def test_a_name_still_is(line: str) -> None:
    assert Act.ASKS_FOR_PERSON in read(line).acts


@pytest.mark.parametrize(
    "line", ["Does that change it for you?", "Would that help you?", "does that answer it for you"]
)
def test_sounding_out_an_answer_is_no_question_about_problems(line: str) -> None:
    assert Act.ASKS_PROBLEM not in read(line, previous_line="It's the integration that worries me.").acts


@pytest.mark.parametrize("line", ["Is that a problem for you?", "Does it ring a bell with you?"])
def test_asking_whether_a_problem_is_theirs(line: str) -> None:
    assert Act.ASKS_PROBLEM in read(line).acts


@pytest.mark.parametrize("line", ["Who should I ask for at the gate?", "who do i ask for when i get there"])
def test_whom_to_ask_for_on_arriving_is_no_referral(line: str) -> None:
    acts = read(line, previous_line="Thursday at ten is fine.").acts
    assert Act.ASKS_REFERRAL not in acts
    assert Act.CONFIRMS_DETAILS in acts


@pytest.mark.parametrize(
    "line", ["Who should I ask for instead?", "Who would be the right person to ask at head office?"]
)
def test_asking_for_somebody_else_is_a_referral(line: str) -> None:
    assert Act.ASKS_REFERRAL in read(line, previous_line="That's not my area.").acts


def test_without_a_line_before_the_same_holds() -> None:
    assert Act.ASKS_REFERRAL not in read("Who should I ask for at the gate?").acts
    assert Act.ASKS_REFERRAL in read("Who should I ask about it?").acts
    surely = {item.act for item in read("Does that change it for you?").sentences[0].acts if item.confidence > 0.6}
    assert Act.ASKS_PROBLEM not in surely


def test_hesitating_too_acknowledges_whatever_it_denies() -> None:
    before = "We haven't got developers to build that in."
    acts = read("Sure, with no developers I'd hesitate too.", previous_line=before).acts
    assert Act.ACKNOWLEDGES_SPECIFIC in acts
    sure = reader(answers_objection=0.95).read("Sure, with no developers I'd hesitate too.", previous_line=before)
    assert Act.ANSWERS_OBJECTION not in sure.acts


def test_a_question_announced_as_one_is_no_small_talk() -> None:
    assert Act.SMALL_TALK not in reader(small_talk=0.95).read("I wanted to ask how yours is going.").acts
    assert Act.SMALL_TALK in reader(small_talk=0.95).read("How is your sunny afternoon going?").acts


@pytest.mark.parametrize("line", ["How do you decide today how much to bake?", "What do they sign today?"])
def test_a_question_about_deciding_today_presses_nobody(line: str) -> None:
    assert Act.PRESSURE not in read(line).acts


@pytest.mark.parametrize(
    "line",
    [
        "My bakers don't trust computers.",
        "Our documents must not leave this building.",
        "We send texts already, they don't do much.",
        "We had cameras, they filmed it and nobody came.",
        "Our developers are booked out until autumn.",
    ],
)
def test_objections_of_trust_rules_and_past_failures(line: str) -> None:
    assert ProspectSays.OBJECTION in read_prospect(line)


@pytest.mark.parametrize(
    "line",
    ["Would be open to a meeting I can show how it works?", "Would you be open to a, so I can show you how it works?"],
)
def test_an_invitation_that_lost_a_word_still_asks(line: str) -> None:
    assert Act.ASKS_MEETING in read(line).acts


@pytest.mark.parametrize("line", ["Are you open to change?", "Would you tell me more so I can show you the right one?"])
def test_being_open_and_showing_alone_ask_for_no_meeting(line: str) -> None:
    assert Act.ASKS_MEETING not in read(line).acts
