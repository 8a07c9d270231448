"""Days and times: what the trainee offers against what the prospect has free."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.acts import Act, Reading
from app.domain.persona import Slot

_HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_CLOCK = re.compile(r"\b(\d{1,2}|" + "|".join(_HOURS) + r")(?:[:. ]?(\d\d|thirty|fifteen|forty five))?\b")
_PARTS = {
    # part of the day: first and last minute of a slot's start
    "morning": (0, 719),
    "first thing": (0, 569),
    "before lunch": (600, 749),
    "lunch": (690, 809),
    "noon": (700, 740),
    "midday": (690, 780),
    "after lunch": (770, 899),
    "afternoon": (720, 1439),
    "end of day": (930, 1439),
    "evening": (960, 1439),
}
_MINUTES = {"thirty": 30, "fifteen": 15, "forty five": 45}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """When the trainee would like to meet; days and times pair up where there are as many."""

    days: tuple[str, ...] = ()
    times: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """No day and no time was named."""
        return not self.days and not self.times


def wish_of(reading: Reading) -> Wish:
    """Days and times named where a meeting is asked for, a time proposed or a detail confirmed."""
    days: list[str] = []
    times: list[str] = []
    for sentence in reading.sentences:
        for item in sentence.acts:
            if item.act in (Act.PROPOSES_TIME, Act.CONFIRMS_DETAILS, Act.ASKS_MEETING):
                days += [part for part in item.slots.get("day", "").split(" | ") if part and part not in days]
                times += [part for part in item.slots.get("time", "").split(" | ") if part and part not in times]
    return Wish(days=tuple(days), times=tuple(times))


def find_slot(calendar: Sequence[Slot], wish: Wish, *, prefer: str = "") -> tuple[Slot, bool]:
    """The slot nearest to the wish, and whether it is what was wished for.

    `prefer` is a slot the prospect offered before (see `slot_note`). An empty wish takes it, or the first free
    slot that is not tomorrow.
    """
    offered = slot_of(calendar, prefer)
    if wish.empty:
        return offered or next((slot for slot in calendar if slot.day_offset > 1), calendar[0]), True
    if offered is not None and _meets(offered, wish):
        return offered, True
    for slot in calendar:
        if _meets(slot, wish):
            return slot, True
    same_day = [slot for slot in calendar if on_day(slot, wish)]
    return (same_day or list(calendar))[0], False


def slot_note(slot: Slot) -> str:
    """The slot in one line: `Friday 13:30 3`."""
    return f"{slot.day} {slot.time} {slot.day_offset}"


def slot_of(calendar: Sequence[Slot], note: str) -> Slot | None:
    """The slot that was noted so."""
    return next((slot for slot in calendar if slot_note(slot) == note), None)


def _meets(slot: Slot, wish: Wish) -> bool:
    if len(wish.days) == len(wish.times) > 1:
        pairs = zip(wish.days, wish.times, strict=True)
        return any(_meets(slot, Wish(days=(day,), times=(time,))) for day, time in pairs)
    return on_day(slot, wish) and (not wish.times or any(_at(slot, time) for time in wish.times))


def on_day(slot: Slot, wish: Wish) -> bool:
    """Whether the slot lies on a day that was wished for; any does when none was named."""
    return not wish.days or any(_is_day(slot, day) for day in wish.days)


def _is_day(slot: Slot, day: str) -> bool:
    part = next((name for name in ("morning", "afternoon", "evening", "lunch") if name in day), "")
    if part and not _at(slot, part):
        return False
    if "tomorrow" in day:
        return slot.day_offset == (2 if "after tomorrow" in day else 1)
    if "next week" in day or "following week" in day:
        return 4 <= slot.day_offset <= 11
    if "week" in day:
        return slot.day_offset <= 4
    return slot.day.lower() in day


def _at(slot: Slot, time: str) -> bool:
    start = _minutes(slot.time)
    for name in sorted(_PARTS, key=len, reverse=True):
        if name in time:
            first, last = _PARTS[name]
            return first <= start <= last
    found = _CLOCK.search(time)
    if found is None:
        return True
    hour = _HOURS.get(found[1]) or int(found[1])
    minute = _MINUTES.get(found[2] or "", int(found[2]) if (found[2] or "").isdigit() else 0)
    if time.startswith("half"):
        minute = 30
    if hour < 8:  # nobody proposes a meeting at two in the morning
        hour += 12
    return start == hour * 60 + minute


def _minutes(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)
