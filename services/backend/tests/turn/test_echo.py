"""The prospect's own voice in the microphone is nobody's turn."""

from app.turn.echo import in_order, is_echo, sounds_like
from app.turn.orders import CancelProspect, Commit, Drop, HalfDuplex, SpeechBegan
from tests.turn.screenplay import Screenplay, Take

PLAYED = ["we", "have", "used", "the", "same", "vendor", "for", "years", "and", "nobody", "here", "complains"]


def test_words_just_played_in_their_order_are_an_echo() -> None:
    assert is_echo("used the same vendor", PLAYED, "speaker")
    assert is_echo("Used a same vendor four years", PLAYED, "speaker")
    assert not is_echo("vendor same the used", PLAYED, "speaker")
    assert not is_echo("what would make you switch", PLAYED, "speaker")


def test_one_word_proves_nothing_and_a_headset_takes_four() -> None:
    assert not is_echo("vendor", PLAYED, "speaker")
    assert not is_echo("same vendor", PLAYED, "headset")
    assert is_echo("the same vendor for", PLAYED, "headset")


def test_common_subsequence() -> None:
    assert in_order("abcbdab", "bdcaba") == 4
    assert in_order("", "abc") == 0


GILLES = "Yeah, Gilles. Quick, I'm walking into a production meeting."


def test_what_an_echo_is_taken_for_sounds_like_what_was_played() -> None:
    for played in (GILLES.split()[:4], GILLES.split()):
        for heard in ("Yeah, it was quick.", "Give us a quick."):
            assert sounds_like(heard, played)
        for said in (
            "Hi, this is Ana.",
            "Good morning.",
            "Hi Gilles, Maria here.",
            "Okay, I'll be quick.",
            "",
            "Sorry?",
        ):
            assert not sounds_like(said, played)
    assert not sounds_like("Yeah", ())


def over_the_pick_up(text: str, echo: str) -> Take:
    """The microphone gives `text` while somebody picks up, and then nothing more."""
    call = Screenplay(echo=echo, stt_ms=120)
    call.prospect_says(GILLES, 3.6)
    call.trainee_says(0.9, 1.9, text)
    return call.run(9)


def test_what_a_room_makes_of_the_first_words_interrupts_nobody() -> None:
    take = over_the_pick_up("Give us a quick.", "unknown")
    assert [drop.why for drop in take.of(Drop)] == ["echo"]
    assert not take.of(CancelProspect)
    assert not take.commits


def test_words_of_their_own_over_the_pick_up_are_heard() -> None:
    for text in ("Good morning, Maria Keller here.", "Sorry, wrong number."):
        assert over_the_pick_up(text, "unknown").commits == [text]
    assert over_the_pick_up("Give us a quick.", "headset").commits == ["Give us a quick."]


def leaking(seconds: int) -> Screenplay:
    """A prospect who talks on and on into an open microphone."""
    call = Screenplay(echo="speaker", leak=0.8, stt_ms=120)
    call.prospect_says(" ".join(f"word{i}" for i in range(3 * seconds)), seconds)
    return call


def test_an_echo_is_dropped_and_interrupts_nobody() -> None:
    take = leaking(8).run(7)
    assert "echo" in [drop.why for drop in take.of(Drop)]
    assert not take.of(CancelProspect)
    assert not take.of(Commit)


def test_the_machine_listens_less_keenly_for_three_seconds() -> None:
    take = leaking(8).run(7)
    first = take.at_ms(Drop)
    later = [at for at, command in take.log if isinstance(command, SpeechBegan) and at > first]
    assert all(at - first >= 3_000 for at in later)


def test_three_echoes_make_the_line_half_duplex_once() -> None:
    take = leaking(24).run(22)
    assert [drop.why for drop in take.of(Drop)].count("echo") == 3
    assert len(take.of(HalfDuplex)) == 1
    assert take.state.half_duplex


def test_half_duplex_still_hears_the_trainee_when_the_prospect_is_done() -> None:
    call = leaking(24)
    call.trainee_says(26.0, 27.5, "Right, so here is why I called.")
    assert call.run(30).commits == ["Right, so here is why I called."]
