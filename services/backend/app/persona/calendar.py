"""Free half hours in the two weeks after the call."""

from app.domain.persona import Slot
from app.persona.draw import Draw

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_TIMES = (
    "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30",
    "13:00", "13:30", "14:00", "15:00", "15:30", "16:00", "16:30",
)  # fmt: skip
_BUSY_DAY = 0.3


def free_slots(draw: Draw, today: int) -> tuple[Slot, ...]:
    """Some fifteen slots in the order of time; `today` is the weekday of the call, Monday 0, and never free itself."""
    slots: list[Slot] = []
    for offset in range(1, 15):
        weekday = (today + offset) % 7
        if weekday > 4 or (offset > 3 and draw.unit("busy", offset) < _BUSY_DAY):
            continue
        first = draw.whole(0, len(_TIMES) - 1, "slot", offset)
        times = (
            {_TIMES[first], _TIMES[(first + 5) % len(_TIMES)]} if draw.unit("two", offset) < 0.6 else {_TIMES[first]}
        )
        slots += [Slot(day_offset=offset, day=DAYS[weekday], time=time) for time in sorted(times)]
    return tuple(slots)


def calendar_of(seed: int, playbook_hash: str, today: int) -> tuple[Slot, ...]:
    """The calendar that a persona of this seed has when it is called on weekday `today`."""
    return free_slots(Draw(seed, playbook_hash), today)
