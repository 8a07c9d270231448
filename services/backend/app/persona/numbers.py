"""Numbers as people say them on the phone."""

_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    """English words for 0 to 999,999: `in_words(140)` is `a hundred and forty`."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _TENS[tens] + (f"-{_SMALL[rest]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        head = "a hundred" if hundreds == 1 else f"{_SMALL[hundreds]} hundred"
        return head + (f" and {in_words(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    head = "a thousand" if thousands == 1 else f"{in_words(thousands)} thousand"
    if not rest:
        return head
    return f"{head} {'and ' if rest < 100 else ''}{in_words(rest)}"


def rounded(number: int) -> int:
    """To the roundness people use for such a number: 63 → 60, 147 → 150, 2,368 → 2,400."""
    if number < 20:
        return number
    step = 5 if number < 60 else 10 if number < 200 else 50 if number < 1000 else 100
    return max(step, (number + step // 2) // step * step)
