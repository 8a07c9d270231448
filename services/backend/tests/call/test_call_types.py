"""A call that changes hands, heard on the line: other party, other voice, quiet in between; a tone; nobody."""

import asyncio
from dataclasses import replace

from app.domain.call import EndReason, Party
from app.domain.events import EventKind
from app.domain.persona import Voice
from app.domain.prospect import Heard, Move, ProspectState, ProspectTurn
from tests.scripted_call import OUT_RATE, ScriptedCall, ScriptedProspect, ScriptedVoice

RUTH = Voice(gender="female")


class DeskThenBoss(ScriptedProspect):
    """Puts the first caller through."""

    def pick_up(self) -> ProspectTurn:
        said = self._turn(ProspectState(party=Party.GATEKEEPER), "Reception.", Move.PICK_UP)
        return replace(said, party=Party.GATEKEEPER, voice=RUTH)

    def answer(self, state: ProspectState, heard: Heard) -> ProspectTurn:
        if state.party is not Party.GATEKEEPER:
            return super().answer(state, heard)
        boss = replace(self._turn(ProspectState(exchange=1), "Whitfield here.", Move.PICK_UP), pause_ms=500)
        through = self._turn(state, "One moment.", Move.TRANSFER)
        return replace(through, party=Party.GATEKEEPER, voice=RUTH, then=boss)


class Nobody(ScriptedProspect):
    """Lets it ring."""

    def pick_up(self) -> ProspectTurn:
        return self._turn(ProspectState(), "", Move.STAY_SILENT, EndReason.NO_ANSWER)


class Machine(ScriptedProspect):
    """Greets, beeps, listens."""

    def pick_up(self) -> ProspectTurn:
        return replace(self._turn(ProspectState(), "Leave a message.", Move.GREETING), party=Party.VOICEMAIL, beep=True)

    def answer(self, state: ProspectState, heard: Heard) -> ProspectTurn:
        return replace(self._turn(state, "", Move.STAY_SILENT), party=Party.VOICEMAIL)

    def nudge(self, state: ProspectState, count: int) -> ProspectTurn:
        ends = EndReason.MESSAGE_LEFT
        return replace(self._turn(state, "", Move.STAY_SILENT, ends), party=Party.VOICEMAIL)


def call_with(prospect: ScriptedProspect) -> ScriptedCall:
    call = ScriptedCall()
    call.prospect = prospect
    return call


def lines(call: ScriptedCall) -> list[tuple[str, str]]:
    said = [event.data for event in call.journal.events if event.kind is EventKind.UTTERANCE]
    return [(one["party"], one["text"]) for one in said]


def test_put_through_the_prospect_picks_up_in_their_own_voice_after_a_quiet_moment(monkeypatch) -> None:
    spoken: list[tuple[str, Voice]] = []
    speak = ScriptedVoice.speak

    def listen(self: ScriptedVoice, text: str, voice: Voice):
        spoken.append((text, voice))
        return speak(self, text, voice)

    monkeypatch.setattr(ScriptedVoice, "speak", listen)
    call = call_with(DeskThenBoss(["Tell me."]))
    call.trainee_says(2.5, 4.0, "Could I speak to Dana")
    call.trainee_says(9.0, 10.0, "Hi Dana")
    asyncio.run(call.run(14))
    assert lines(call)[:4] == [
        ("gatekeeper", "Reception."),
        ("trainee", "Could I speak to Dana"),
        ("gatekeeper", "One moment."),
        ("prospect", "Whitfield here."),
    ]
    assert ("One moment.", RUTH) in spoken
    assert ("Whitfield here.", DeskThenBoss.voice) in spoken
    assert lines(call)[4:6] == [("trainee", "Hi Dana"), ("prospect", "Okay.")]
    first, second = (e.data for e in call.journal.events if e.kind is EventKind.UTTERANCE and e.data["index"] in (2, 3))
    assert second["end_ms"] - second["start_ms"] >= 2 * 300 + 400
    assert second["start_ms"] >= first["end_ms"]


def test_a_machine_beeps_listens_and_the_message_is_over_when_nobody_speaks() -> None:
    call = call_with(Machine([]))
    call.trainee_says(3.5, 5.0, "Hi Dana it is Ana")
    asyncio.run(call.run(30))
    assert lines(call) == [("voicemail", "Leave a message."), ("trainee", "Hi Dana it is Ana")]
    assert call.ended is not None
    assert call.ended[0] is EndReason.MESSAGE_LEFT
    heard = bytes(call.tape.sides["prospect"])
    tone = [abs(int.from_bytes(heard[i : i + 2], "little", signed=True)) for i in range(0, len(heard), 2)]
    assert max(tone) > 5_000
    assert OUT_RATE


def test_nobody_picks_up_and_the_call_was_never_live() -> None:
    call = call_with(Nobody([]))
    asyncio.run(call.run(5))
    assert call.ended is not None
    assert call.ended[0] is EndReason.NO_ANSWER
    phases = [event.data["phase"] for event in call.journal.events if event.kind is EventKind.PHASE]
    assert phases == ["ringing"]
