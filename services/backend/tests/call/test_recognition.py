"""Which sound is recognised, and which text is kept."""

import asyncio
from math import ceil
from threading import Event

from app.call.recognition import Recognition
from app.domain.audio import ms_to_samples
from app.domain.speech import Transcript


class Ear:
    """Answers with the stretch it was given, in seconds."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, float]] = []

    def sound(self, start: int, end: int) -> bytes:
        self.asked.append((start / 16_000, end / 16_000))
        return f"{start / 16_000:.1f}-{end / 16_000:.1f}".encode()

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        return Transcript(pcm.decode())


def s(seconds: float) -> int:
    return ms_to_samples(seconds * 1000)


def make() -> tuple[Ear, Recognition]:
    ear = Ear()
    return ear, Recognition(ear, ear.sound, "", lambda: 0.0)


async def test_after_a_real_pause_only_the_rest_is_recognised() -> None:
    ear, recognition = make()
    await recognition.final(1, s(0), s(4))
    recognition.goes_on(1, s(4.3))
    found = await recognition.final(1, s(0), s(6))
    assert ear.asked[-1] == (3.94, 6.0)
    assert found.text == "0.0-4.0 3.9-6.0"


async def test_a_short_stretch_is_recognised_again_with_what_follows() -> None:
    ear, recognition = make()
    await recognition.final(1, s(0), s(2))
    recognition.goes_on(1, s(2.5))
    await recognition.final(1, s(0), s(4))
    assert ear.asked[-1] == (0.0, 4.0)


async def test_a_stop_inside_a_word_settles_nothing() -> None:
    ear, recognition = make()
    await recognition.final(1, s(0), s(4))
    recognition.goes_on(1, s(4.05))
    await recognition.final(1, s(0), s(6))
    assert ear.asked[-1] == (0.0, 6.0)


async def test_work_that_was_given_up_still_settles_its_stretch() -> None:
    ear, recognition = make()
    given_up = asyncio.create_task(recognition.final(1, s(0), s(4)))
    await asyncio.sleep(0)
    given_up.cancel()
    recognition.goes_on(1, s(4.4))
    await asyncio.sleep(0.05)
    await recognition.final(1, s(0), s(7))
    assert ear.asked[-1] == (3.94, 7.0)


async def test_the_next_turn_starts_afresh() -> None:
    ear, recognition = make()
    await recognition.final(1, s(0), s(4))
    recognition.goes_on(1, s(4.4))
    await recognition.final(2, s(10), s(12))
    assert ear.asked[-1] == (10.0, 12.0)


async def test_work_that_never_began_settles_nothing() -> None:
    ear, recognition = make()
    await recognition.final(1, s(0), s(4))
    recognition.goes_on(1, s(4.4))
    begun = Event()
    recognition._finals.post(begun.wait)
    given_up = asyncio.create_task(recognition.final(1, s(0), s(8)))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.sleep(0)
    recognition.goes_on(1, s(8.4))
    begun.set()
    await asyncio.sleep(0.05)
    found = await recognition.final(1, s(0), s(12))
    assert ear.asked[-1] == (3.94, 12.0)
    assert found.text == "0.0-4.0 3.9-12.0"


async def test_a_final_does_not_wait_for_a_partial() -> None:
    _, recognition = make()
    stuck = Event()
    recognition._partials.post(stuck.wait)
    partial = asyncio.create_task(recognition.partial(1, s(0), s(1)))
    assert (await asyncio.wait_for(recognition.final(1, s(0), s(2)), 5)).text == "0.0-2.0"
    assert not partial.done()
    stuck.set()
    assert await partial == "0.0-1.0"


async def test_the_call_goes_on_while_the_recogniser_works() -> None:
    said = Event()
    waited: list[bool] = []

    class Slow(Ear):
        def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
            waited.append(said.wait(1.0))
            return super().transcribe(pcm)

    ear = Slow()
    recognition = Recognition(ear, ear.sound, "", lambda: 0.0)
    working = asyncio.create_task(recognition.final(1, s(0), s(2)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    said.set()
    await working
    recognition.close()
    assert waited == [True]


class Quick:
    """Hears the last words of a turn only as they come, and says what it was given."""

    def __init__(self, *texts: str) -> None:
        self.texts, self.seconds = list(texts), list[float]()

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        begin, end = pcm.decode().split("-")
        self.seconds.append(round(float(end) - float(begin), 1))
        return Transcript(self.texts.pop(0), avg_logprob=-0.2)


class Whole(Ear):
    """Hears three words a second of a known text; a final waits until it may be finished."""

    TEXT = "how do you check those invoices today and who on your team does the matching then".split()  # noqa: SIM905

    def __init__(self) -> None:
        super().__init__()
        self.may_finish, self.partial_may_finish, self.began = Event(), Event(), asyncio.Event()
        self.partial_may_finish.set()
        self.loop = asyncio.get_running_loop()

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        self.loop.call_soon_threadsafe(self.began.set)
        assert (self.partial_may_finish if fast else self.may_finish).wait(5)
        begin, end = pcm.decode().split("-")
        return Transcript(" ".join(self.TEXT[ceil(float(begin) * 3) : int(float(end) * 3)]))


def with_quick(*texts: str) -> tuple[Whole, Quick, Recognition]:
    ear, quick = Whole(), Quick(*texts)
    return ear, quick, Recognition(ear, ear.sound, "", lambda: 0.0, quick)


async def test_a_final_takes_its_last_words_from_the_quick_recogniser() -> None:
    ear, quick, recognition = with_quick("today and who on your team does the mapping then?")
    await recognition.partial(1, s(0), s(4))
    found = await recognition.final(1, s(0), s(5.4))
    assert found.text == "how do you check those invoices today and who on your team does the mapping then?"
    assert quick.seconds == [3.9]
    ear.may_finish.set()
    assert await recognition.accurate(found.text) == " ".join(Whole.TEXT)
    assert await recognition.accurate("something typed") == "something typed"
    recognition.close()


class GivesUp(Whole):
    """Writes one word of a whole turn."""

    def transcribe(self, pcm: bytes, *, prompt: str = "", fast: bool = False) -> Transcript:
        return super().transcribe(pcm, fast=True) if fast else Transcript(self.TEXT[0])


async def test_an_accurate_look_that_lost_most_of_the_words_does_not_count() -> None:
    ear = GivesUp()
    quick = Quick("today and who on your team does the mapping then?")
    recognition = Recognition(ear, ear.sound, "", lambda: 0.0, quick)
    await recognition.partial(1, s(0), s(4))
    found = await recognition.final(1, s(0), s(5.4))
    assert await recognition.accurate(found.text) == found.text
    recognition.close()


async def test_texts_that_do_not_meet_leave_it_to_the_accurate_one() -> None:
    ear, _, recognition = with_quick("we stop there")
    ear.may_finish.set()
    await recognition.partial(1, s(0), s(4))
    found = await recognition.final(1, s(0), s(5.4))
    assert found.text == " ".join(Whole.TEXT)
    assert await recognition.accurate(found.text) == found.text
    recognition.close()


async def test_a_short_turn_is_the_accurate_ones_alone() -> None:
    ear, quick, recognition = with_quick()
    ear.may_finish.set()
    assert (await recognition.final(1, s(0), s(1))).text == "how do you"
    await recognition.partial(2, s(2), s(4))
    assert (await recognition.final(3, s(4), s(5))).text
    assert quick.seconds == []
    recognition.close()


async def test_an_old_look_at_a_long_turn_is_not_continued() -> None:
    ear, quick, recognition = with_quick()
    ear.may_finish.set()
    await recognition.partial(1, s(0), s(4))
    await recognition.final(1, s(0), s(9))
    assert quick.seconds == []
    recognition.close()


async def test_while_the_accurate_one_is_busy_the_quick_one_says_how_it_goes_on() -> None:
    ear, quick, recognition = with_quick(
        "check those in voices today and", "invoices today and who on your team does the"
    )
    await recognition.partial(1, s(0), s(2))
    ear.partial_may_finish.clear()
    ear.began.clear()
    slow = asyncio.create_task(recognition.partial(1, s(0), s(2.7)))
    await ear.began.wait()
    assert await recognition.partial(1, s(0), s(3)) == "how do you check those invoices today and"
    ear.partial_may_finish.set()
    assert await slow == "how do you check those invoices today and"
    found = await recognition.final(1, s(0), s(4.5))
    assert found.text == "how do you check those invoices today and who on your team does the"
    assert quick.seconds == [3.0, 4.0]
    recognition.close()


async def test_the_quick_one_is_never_believed_alone() -> None:
    """Alone it makes "Um, anyway." out of an "mm-hm" and words out of a cough."""
    ear, quick, recognition = with_quick()
    ear.partial_may_finish.clear()
    slow = asyncio.create_task(recognition.partial(1, s(0), s(1)))
    await ear.began.wait()
    assert await recognition.partial(1, s(0), s(1.5)) == ""
    ear.partial_may_finish.set()
    await slow
    assert quick.seconds == []
    recognition.close()
