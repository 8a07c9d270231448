"""Times and addresses as people say them."""

_HOURS = ["twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]


def clock(time: str) -> str:
    """`13:30` → `one thirty`; `10:00` → `ten`."""
    hour, minute = (int(part) for part in time.split(":"))
    name = _HOURS[hour % 12]
    if minute == 0:
        return name
    return f"{name} {'thirty' if minute == 30 else f'{minute:02d}'}"


def address(email: str) -> str:
    """`dana.cho@alder.example` → `dana dot cho at alder dot example`."""
    return email.replace("@", " at ").replace(".", " dot ")
