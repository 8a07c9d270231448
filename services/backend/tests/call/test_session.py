"""The conductor with scripted engines: what is said, heard, kept and in which order."""

from app.domain.call import EndedBy, EndReason, Speaker
from app.domain.events import EventKind
from app.domain.run import utterances
from tests.scripted_call import ScriptedCall


def said(events: list) -> list[tuple[str, str, bool]]:
    return [(u.speaker.value, u.text, u.heard) for u in utterances(events)]


async def test_a_turn_is_heard_answered_and_written_down_in_order() -> None:
    call = ScriptedCall("Who is this? I am in a meeting.")
    call.trainee_says(2.0, 4.0, "Hi, this is Ana from Delta.")
    events = await call.run(9)
    assert said(events) == [
        ("prospect", "Hello?", True),
        ("trainee", "Hi, this is Ana from Delta.", True),
        ("prospect", "Who is this? I am in a meeting.", True),
    ]
    kinds = [e.kind for e in events]
    assert kinds[0] is EventKind.PHASE
    assert kinds[-1] is EventKind.ENDED
    assert [e.seq for e in events] == list(range(len(events)))
    assert call.ended == (EndReason.TRAINEE_ENDED, EndedBy.TRAINEE)


async def test_the_quick_recogniser_is_answered_and_the_accurate_one_is_written_down() -> None:
    call = ScriptedCall("In the margin.", delays={"recogniser": 2_000, "partials": 300}, quick={"margin?": "morning?"})
    call.trainee_says(2.0, 6.0, "So when one of them slips through does it show up in the margin?")
    events = await call.run(10)
    assert [heard.text for heard in call.prospect.heard][-1:] == [
        "So when one of them slips through does it show up in the morning?"
    ]
    versions = [m["text"] for m in call.client.of("transcript") if m["final"] and m["speaker"] == "trainee"]
    assert versions == [
        "So when one of them slips through does it show up in the morning?",
        "So when one of them slips through does it show up in the margin?",
    ]
    assert [text for who, text, _ in said(events) if who == "trainee"] == versions[1:]


async def test_nothing_is_shown_before_it_is_stored() -> None:
    call = ScriptedCall("Yes?")
    call.trainee_says(2.0, 3.0, "Hello there.")
    await call.run(6)
    finals = [m for m in call.client.of("transcript") if m["final"]]
    stored = [e for e in call.journal.events if e.kind is EventKind.UTTERANCE]
    assert [m["text"] for m in finals] == [e.data["text"] for e in stored]


async def test_an_interruption_cuts_the_line_at_what_was_heard() -> None:
    line = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    call = ScriptedCall(line, "Fine.")
    call.trainee_says(2.0, 3.0, "Tell me more.")
    call.trainee_says(5.0, 6.5, "Sorry, can I ask something else")
    events = await call.run(10)
    spoken = said(events)
    assert [s[0] for s in spoken] == ["prospect", "trainee", "prospect", "trainee", "prospect"]
    _, cut, heard = spoken[2]
    assert not heard
    assert line.startswith(cut)
    assert 2 <= len(cut.split()) <= 8
    assert call.prospect.heard[-1].interrupted
    assert call.prospect.heard[-1].previous_line == cut
    assert call.client.of("clear")
    assert call.client.audio_after_clear == 0


async def test_a_backchannel_does_not_stop_the_prospect() -> None:
    line = "one two three four five six seven eight nine ten eleven twelve"
    call = ScriptedCall(line)
    call.trainee_says(2.0, 3.0, "Tell me more.")
    call.trainee_says(5.0, 5.4, "mm-hm")
    events = await call.run(10)
    assert said(events)[-1] == ("prospect", line, True)
    assert [e.data["text"] for e in events if e.kind is EventKind.BACKCHANNEL] == ["mm-hm"]


async def test_a_turn_taken_up_again_takes_the_reply_back() -> None:
    call = ScriptedCall("Okay then.", p_end=0.95)
    call.trainee_says(2.0, 3.0, "We help freight companies.")
    call.trainee_says(3.6, 4.6, "with invoices that do not match")
    events = await call.run(9)
    assert said(events)[1:] == [
        ("trainee", "We help freight companies. with invoices that do not match", True),
        ("prospect", "Okay then.", True),
    ]
    assert [u.index for u in utterances(events)] == [0, 1, 2]


async def test_the_prospect_hangs_up_after_its_last_word() -> None:
    call = ScriptedCall("No. Thanks. Goodbye.", leaves_after=0)
    call.trainee_says(2.0, 3.0, "Buy this now.")
    events = await call.run(20)
    assert call.ended == (EndReason.PROSPECT_HUNG_UP, EndedBy.PROSPECT)
    assert said(events)[-1] == ("prospect", "No. Thanks. Goodbye.", True)


async def test_silence_is_asked_about_and_then_ends_the_call() -> None:
    call = ScriptedCall()
    events = await call.run(40)
    texts = [u.text for u in utterances(events)]
    assert "Hello? You there?" in texts
    assert call.ended == (EndReason.SILENCE, EndedBy.PROSPECT)


async def test_the_time_limit_ends_with_a_goodbye() -> None:
    call = ScriptedCall("Sure.", limit_s=4)
    call.trainee_says(2.0, 4.0, "Let me tell you about us.")
    events = await call.run(30)
    assert call.ended == (EndReason.TIME_LIMIT, EndedBy.LIMIT)
    assert utterances(events)[-1].text == "I have to run."


async def test_hanging_up_in_mid_sentence_keeps_what_was_said() -> None:
    call = ScriptedCall("Okay.")
    call.trainee_says(2.0, 6.0, "I was about to say something important here")
    events = await call.run(4.0)
    last = utterances(events)[-1]
    assert last.speaker is Speaker.TRAINEE
    assert last.text.startswith("I was about")


async def test_both_sides_are_on_the_recording_where_they_were_heard() -> None:
    call = ScriptedCall("Sure, go on.")
    call.trainee_says(2.0, 3.0, "Hello there.")
    events = await call.run(7)
    trainee, prospect = call.tape.sides["trainee"], call.tape.sides["prospect"]
    assert any(trainee[2 * 16 * 2_000 : 2 * 16 * 3_000])
    assert not any(trainee[2 * 16 * 3_200 :])
    for utterance in utterances(events):
        if utterance.speaker is Speaker.PROSPECT:
            middle = (utterance.start_ms + utterance.end_ms) // 2 * 16 * 2
            assert any(prospect[middle : middle + 64]), utterance.text


async def test_a_broken_recogniser_ends_the_call_and_says_so() -> None:
    call = ScriptedCall("Sure.")
    call.recogniser.fails = True
    call.trainee_says(2.0, 3.0, "Hello there.")
    events = await call.run(10)
    assert call.ended == (EndReason.ERROR, EndedBy.ERROR)
    assert events[-1].kind is EventKind.ENDED
    assert [m["fatal"] for m in call.client.of("error")] == [True]


async def test_a_journal_that_cannot_be_written_ends_the_call() -> None:
    call = ScriptedCall("Sure.")
    call.at(3.0, lambda _: setattr(call.journal, "fails", True))
    call.trainee_says(4.0, 5.0, "Hello there.")
    await call.run(10)
    assert call.ended == (EndReason.ERROR, EndedBy.ERROR)


async def test_metrics_count_from_the_last_voiced_sample_to_the_first_played_one() -> None:
    call = ScriptedCall("Sure, go on.")
    call.trainee_says(2.0, 3.008, "Hello there.")
    await call.run(7)
    (metrics,) = call.client.of("metrics")
    assert metrics["turn"] == 1
    assert metrics["voice_engine"] == "scripted"
    assert 270 <= metrics["v2v_ms"] <= 700
