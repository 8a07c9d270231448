"""Writing to speech: spells out what a voice would stumble over (times, money, addresses, initials)."""

import re
from collections.abc import Callable

_CURRENCY = {"$": ("dollar", "cent"), "€": ("euro", "cent"), "£": ("pound", "penny")}
_SCALE = {"k": "thousand", "m": "million", "mm": "million", "b": "billion", "bn": "billion"}
_SAID_AS_WORDS = frozenset({"NASA", "NATO", "ASAP", "LAN", "PIN", "RAM", "ROM", "SIM", "GIF", "OK", "NO", "YES", "SO"})
_WORDS = {
    "saas": "sass",
    "b2b": "B to B",
    "b2c": "B to C",
    "vs.": "versus",
    "vs": "versus",
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "et cetera",
    "ok": "okay",
    "w/": "with",
    "w/o": "without",
}
_DOMAIN = r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|ai|co|de|eu|uk|us|app|dev|biz|info)"


def _address(match: re.Match[str]) -> str:
    said = match.group(0).replace("@", " at ").replace(".", " dot ").replace("_", " underscore ").replace("-", " dash ")
    return " ".join(said.split())


def _time(match: re.Match[str]) -> str:
    hour, minute, half = match.group(1), match.group(2), match.group(3)
    said = str(int(hour))
    if minute and minute != "00":
        said += f" oh {minute[1]}" if minute[0] == "0" else f" {minute}"
    elif minute and not half and int(hour) <= 12:
        said += " o'clock"
    return f"{said} {half[0].upper()} M" if half else said


def _money(match: re.Match[str]) -> str:
    sign, amount, scale = match.group(1), match.group(2).replace(",", ""), match.group(3)
    whole_name, part_name = _CURRENCY[sign]
    if scale:
        return f"{amount} {_SCALE.get(scale.lower(), scale.lower())} {whole_name}s"
    whole, _, part = amount.partition(".")
    said = f"{whole} {whole_name}{'' if whole == '1' else 's'}"
    if len(part) != 2:
        return f"{amount} {whole_name}s" if part else said
    plural = "pence" if part_name == "penny" else f"{part_name}s"
    return said if part == "00" else f"{said} and {int(part)} {part_name if int(part) == 1 else plural}"


def _scaled(match: re.Match[str]) -> str:
    return f"{match.group(1)} {_SCALE[match.group(2).lower()]}"


def _initials(match: re.Match[str]) -> str:
    word, plural = match.group(1), match.group(2) or ""
    return match.group(0) if word in _SAID_AS_WORDS else " ".join(word) + plural


def _word(match: re.Match[str]) -> str:
    return _WORDS[match.group(0).lower()]


_LOUD_WORD = re.compile(r"[A-Z]{2,}")
_HALF = r"(?:\s?([ap])(?:m\b|\.m\.(?!\s+(?-i:[A-Z])|\s*$)|\.m\b))"
_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"\*[^*]*\*|\[[^\]]*\]"), " "),
    (re.compile(r"[\"“”`_~<>|]"), ""),
    (re.compile(rf"\b[\w.+-]+@{_DOMAIN}\b", re.I), _address),
    (re.compile(rf"\b{_DOMAIN}\b", re.I), _address),
    (re.compile(rf"\b(\d{{1,2}}):(\d\d)\b{_HALF}?", re.I), _time),
    (re.compile(rf"\b(\d{{1,2}})(){_HALF}", re.I), _time),
    (
        re.compile(
            r"([$€£])((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:\s?(k|m|mm|bn?|thousand|million|billion)\b)?", re.I
        ),
        _money,
    ),
    (re.compile(r"\b(\d+(?:\.\d+)?)\s?(k|bn)\b", re.I), _scaled),
    (re.compile(r"\b(\d+(?:\.\d+)?)(M|B)\b"), _scaled),
    (re.compile(r"(?<=\d)\s?%"), " percent"),
    (re.compile(r"\b(\d+)\s?[-–]\s?(\d+)\b(?![-–]\d)"), r"\1 to \2"),
    (re.compile(r"\b24/7\b"), "twenty-four seven"),
    (re.compile(r"#(?=\d)"), "number "),
    (re.compile(r"\s?&\s?"), " and "),
    (re.compile(r"(?<=\d)\+"), " plus"),
    (re.compile(r"(?<!\w)(?:vs\.|e\.g\.|i\.e\.|etc\.|w/o|w/|(?:vs|saas|b2b|b2c|ok)\b)(?!\w)", re.I), _word),
    (re.compile(r"\b([QHF][1-4])\b"), lambda match: f"{match.group(1)[0]} {match.group(1)[1]}"),
    (re.compile(r"\b([A-Z]{2,4})(s)?\b"), _initials),
    (re.compile(r"\s*[—–]\s*|\s+-\s+"), ", "),
    (re.compile(r"\.{3,}|…"), ","),
    (re.compile(r"\s*,(?:\s*,)+"), ","),
    (re.compile(r"\s+([,.!?;:])"), r"\1"),
    (re.compile(r"\s+"), " "),
)


def speakable(text: str) -> str:
    """`text` as it is said: "1:30" becomes "1 30", "$40k" "40 thousand dollars", "VP" "V P", an address its dots.

    A line wholly in capitals is taken as loud, not as initials.
    """
    said = text.capitalize() if text.isupper() and len(_LOUD_WORD.findall(text)) >= 3 else text
    for pattern, replacement in _RULES:
        said = pattern.sub(replacement, said)
    return said.strip(" ,")
