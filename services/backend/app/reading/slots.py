"""What a line names: durations, days, times, prices, percentages, e-mail addresses, people and companies."""
# ruff: noqa: E501, SIM905 - a phrasing stays on one line, and so does a list of words

import re

from app.reading.lexicon import Lexicon
from app.reading.normal import View

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve fifteen sixteen twenty twenty-five thirty "
    "forty forty-five fifty sixty ninety"
)
NUMBER = (
    rf"(?:\d+|{'|'.join(sorted(_SMALL.split(), key=len, reverse=True))}|a couple of|a few|an?|half an?|a half|couple)"
)
_VALUES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "ninety": 90, "a": 1, "an": 1, "couple": 2,
}  # fmt: skip
_UNIT_S = {"second": 1, "minute": 60, "hour": 3600, "moment": 60}

DURATION = (
    rf"(?:(?:another |quick |hot |short |brief )*(?:{NUMBER} )(?:to \w+ |or \w+ )?(?:quick |hot |short |brief |more |whole |full )*"
    r"(?:seconds?|minutes?|hours?|moments?)|quarter of an hour|half an hour|half a minute|quick second|quick minute)"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
DAY = (
    rf"(?:(?:next |this |on |the following )*{_WEEKDAY}(?: week)?(?: (?:morning|afternoon|evening|lunchtime))?|tomorrow(?: (?:morning|afternoon|evening))?|"
    r"day after tomorrow|(?:next|this|the following) week|later this week|later today|this (?:morning|afternoon|evening)|the \d+(?:st|nd|rd|th)|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december) \d+(?:st|nd|rd|th)?)"
)
_HOUR = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
CLOCK = (
    rf"(?:\d{{1,2}}[:.]\d\d(?: ?[ap]m)?|(?:(?:at|around|about) )?{_HOUR} (?:thirty|fifteen|forty five|o'clock|oclock|hundred)(?: [ap]m)?|{_HOUR} ?[ap]m|\d{{1,2}}[ap]m|"
    rf"(?:half|half past|quarter past|quarter to|ten to|ten past|five to) {_HOUR}|noon|midday|after lunch|before lunch|first thing(?! (?:you|that|i|we|he|she|they|is|was|to|about|on my|people)\b)|end of day|"
    rf"(?:at|around|about) {_HOUR}(?! (?:seconds?|minutes?|hours?|percent|people|days?|weeks?|months?|years?|of|different|other|point|least|big|large|main))(?: o'clock| ish)?)"
)
_COUNT = rf"(?:\d[\d,.]*|{'|'.join(_SMALL.split())}|seventy|eighty|hundred|thousand|million|grand|k)"
MONEY = (
    rf"(?:[$€£]\s?\d[\d,.]*(?: (?:thousand|million|k|grand))?|(?:{_COUNT} )*{_COUNT} "
    r"(?:dollars|pounds|euros|bucks|quid|grand|rupees|cents|pence))"
)
_DURATION = re.compile(rf"(?<!\S){DURATION}(?!\S)")
_DAY = re.compile(rf"(?<!\S){DAY}(?!\S)")
_CLOCK = re.compile(rf"(?<!\S){CLOCK}(?!\S)")
_TWO_HOURS = re.compile(
    rf"(?<!\S){_HOUR} or {_HOUR}(?!\S)(?! (?:seconds?|minutes?|hours?|people|days?|weeks?|months?|years?|of))"
)
_MONEY = re.compile(rf"(?<!\S){MONEY}(?!\S)")
_PERCENT = re.compile(rf"(?<!\S)(?:{_COUNT} )*{_COUNT} percent(?!\S)")
_EMAIL = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\S)\w+(?: (?:dot|underscore) \w+)? at \w+ dot (?:com|io|co|net|org|eu|de)(?!\S)"
)
_PHONE = re.compile(r"(?<!\S)(?:\d{3,}(?: \d{2,})+|\d{7,})(?!\S)")


def slots_in(line: str) -> dict[str, str]:
    """Every slot a canonical line fills: `duration`, `day`, `time`, `price`, `percent`, `email`, `phone` (first of each).

    Two days or two hours offered are joined by " | ".
    """
    found = {}
    for name, pattern in (
        ("duration", _DURATION), ("price", _MONEY), ("percent", _PERCENT), ("email", _EMAIL), ("phone", _PHONE),
    ):  # fmt: skip
        if hit := pattern.search(line):
            found[name] = hit.group().strip()
    if days := list(dict.fromkeys(hit.group().removeprefix("on ") for hit in _DAY.finditer(line))):
        found["day"] = " | ".join(days)
    times = [re.sub(r"^(?:at|around|about) ", "", hit.group()) for hit in _CLOCK.finditer(line)]
    if not times and (pair := _TWO_HOURS.search(line)):
        times = pair.group().split(" or ")
    elif len(times) == 1 and (other := re.search(rf"(?<!\S){re.escape(times[0])} or ({_HOUR})(?!\S)", line)):
        times.append(other.group(1))
    if times:
        found["time"] = " | ".join(dict.fromkeys(times))
    return found


def seconds_of(duration: str) -> int | None:
    """Seconds in a duration slot ("30 seconds", "half an hour"), or None when it names no number."""
    if "quarter of an hour" in duration:
        return 900
    unit = next((s for name, s in _UNIT_S.items() if name in duration), None)
    if unit is None:
        return None
    words = duration.split()
    value = next((int(w) if w.isdigit() else _VALUES[w] for w in words if w.isdigit() or w in _VALUES), None)
    if value is None:
        return 60 if unit == 1 else unit
    return unit * value // 2 if "half" in words else unit * value


_NOT_A_NAME = frozenset(
    "a an the this that about not why what how when where who just because regarding for in into to "
    "one it its my your our their his her from with at on of by calling here going probably very "
    "quite exactly pretty still all important new i we you they is are was were am and or but so if "
    "no yes okay good great sorry sure fine hi hello hey there over company working looking trying "
    "reaching speaking wondering curious happy glad only nothing something someone somebody "
    "everything better worse cold sales call calls phoning ringing talking interested afraid aware "
    "me us them morning afternoon evening sir madam day time really being right now today wrong "
    "correct true false hoping following sort kind part week month year person place problem thing "
    "way first last next long short quick doing well definitely said back at-last selling offering "
    "asking giving getting making sending checking representing based located thirty seconds minute "
    "second minutes free busy available simply mainly mostly more less most than as out up down off "
    "reason question usually often based responsible used like".split()
)
_INTRO = re.compile(
    r"(?<!\S)(?:my name is|name is|myself|this is|this here is|this here's|it is|i am|i'm|you are speaking with|you are speaking to|"
    r"speaking with you is|i go by|call me|am) "
)
_AFTER_NAME = frozenset("from with at of over calling here speaking on in and again i we is".split())
_HELLO_NAME = re.compile(
    r"^(?:(?:hi|hello|hey|morning|afternoon|evening|good morning|good afternoon|good evening) )?(?:(?!from\b|with\b|at\b)\S+ ){1,3}?(?:from|with|at|over at|of|in|here at|calling from) (\S+)"
)
_COMPANY = re.compile(
    r"(?<!\S)(?:calling from|call you from|call from|i am from|i am with|i am at|calling on behalf of|on behalf of|i represent|"
    r"i work (?:for|at|with)|we are from|with company|from company|from the company|phoning from|ringing from|calling you from) "
)
_FROM = re.compile(r"(?<!\S)(?:over at|over with|here at|here with|from|with|at|in|of) ")


def _capital(seen: View, index: int) -> bool:
    start, _ = seen.spans[index]
    return seen.text[start].isupper()


def _cased(seen: View) -> bool:
    return any(char.isupper() for char in seen.text)


def _words_known(lexicon: Lexicon) -> frozenset[str]:
    named = f"{lexicon.trainee_name} {lexicon.seller_company} {lexicon.product}"
    return frozenset(named.lower().split()) - _NOT_A_NAME


def _name_run(seen: View, index: int, known: frozenset[str], limit: int) -> int:
    """How many words from `index` on look like a proper name."""
    cased, count = _cased(seen), 0
    while index + count < len(seen.words) and count < limit:
        word = seen.words[index + count]
        start = seen.spans[index + count][0]
        broken = count and any(c in ",.;:!?" for c in seen.text[seen.spans[index + count - 1][1] : start])
        named = word in known or (
            word not in _NOT_A_NAME and word.isalpha() and (not cased or _capital(seen, index + count))
        )
        if broken or not named:
            break
        count += 1
    return count


def _as_said(seen: View, start: int, end: int) -> str:
    """The words `start:end` of the view as they stand in the text."""
    return " ".join(seen.text[slice(*seen.spans[index])] for index in range(start, end))


def introduced(seen: View, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """`(name, first word, last word)` where the speaker gives an own name, as word indices of the view."""
    known = _words_known(lexicon)
    cased = _cased(seen)
    for intro in _INTRO.finditer(seen.line):
        first = seen.word_at(intro.start())
        at = first + intro.group().count(" ")
        if intro.group() == "am " and first:
            continue
        at += _after_stray_article(seen, at, known)
        count = _name_run(seen, at, known, 3)
        if not count:
            continue
        sure = "name" in intro.group() or "myself" in intro.group() or seen.words[at] in known
        after = seen.words[at + count] if at + count < len(seen.words) else ""
        # Without capitals only what follows a name tells it from an adjective: "this is alex with northwind".
        if sure or (cased and _capital(seen, at)) or after in _AFTER_NAME or (not after and count <= 2 and first <= 3):
            if (
                not sure
                and not cased
                and intro.group() in ("it is ", "i am ")
                and after not in ("from", "with", "at", "over", "calling")
            ):
                continue
            if not cased:
                count = min(count, 2)
            name = _as_said(seen, at, at + count)
            return name, first, at + count - 1
    return _named_here(seen, known, cased=cased) or _named_first(seen, known)


def _named_first(seen: View, known: frozenset[str]) -> tuple[str, int, int] | None:
    """The name before the verb: "Alex Moreno is my name"."""
    hit = _IS_MY_NAME.search(seen.line)
    if hit is None:
        return None
    end = seen.word_at(hit.start())
    start = end
    while start > 0 and end - start < 2 and _name_run(seen, start - 1, known, 1):
        start -= 1
    if start == end:
        return None
    return _as_said(seen, start, end), start, end - 1


_IS_MY_NAME = re.compile(r"(?<=\S )(?:is (?:my|the) name|is what they call me)\b")
_EARLY = 6
"""Words within which somebody says who is there."""
_NO_NAME_HERE = frozenset("right over out up down in around not new still back only it me you is are was from".split())


def _named_here(seen: View, known: frozenset[str], *, cased: bool) -> tuple[str, int, int] | None:
    """A name that is all the introduction there is: "Alex here.", "Hello Paola, Alex here from Quillmere."."""
    if "here" not in seen.words[1:_EARLY]:
        return None
    at = seen.words.index("here", 1) - 1
    ends = at + 2 == len(seen.words) or seen.words[at + 2] in ("from", "with", "at", "over", "again")
    if not ends or _NO_NAME_HERE.intersection(seen.words[max(0, at - 1) : at + 1]) or not _name_run(seen, at, known, 1):
        return None
    if seen.words[at] in known or (cased and _capital(seen, at)):
        return seen.text[slice(*seen.spans[at])], at, at
    return None


_IS_THAT = re.compile(r"^(?:\S+ )?is (?:this|that) \S+$")


def names_nobody(seen: View) -> bool:
    """An "Is that …?" whose last word is written small where others are not: "Is that enough?"."""
    return bool(_IS_THAT.search(seen.line)) and _cased(seen) and not _capital(seen, len(seen.words) - 1)


def _after_stray_article(seen: View, at: int, known: frozenset[str]) -> bool:
    """Whether an article at `at` slipped in before a name: "this is the Ana from Delta"."""
    if at >= len(seen.words) or seen.words[at] not in ("the", "a", "an"):
        return False
    after = at + 1 + _name_run(seen, at + 1, known, 3)
    return after > at + 1 and after < len(seen.words) and seen.words[after] in ("from", "with", "at")


_GREETINGS = frozenset(("hi", "hello", "hey", "good", "morning", "afternoon", "evening"))


_TERSE = 5
"""Words up to which a sentence with the company in it only says who is there: "Quillmere here."."""
_OF = ("from", "with", "at", "here", "over", "calling", "speaking")


def _seller_at(seen: View, index: int, lexicon: Lexicon) -> int:
    """How many words from `index` on are the company that the trainee calls for."""
    firm = tuple(lexicon.seller_company.lower().split())
    return len(firm) if firm and seen.words[index : index + len(firm)] == firm else 0


def greeted_self(seen: View, lexicon: Lexicon) -> tuple[str, str, int, int] | None:
    """`(name, company, first, last)` in the terse form: "Morning, Tom Becker from Fieldline", "Sam with Tally here"."""
    known = _words_known(lexicon)
    index = 1 if len(seen.words) > 2 and seen.words[1] in _GREETINGS and seen.words[0] not in _GREETINGS else 0
    while index < min(4, len(seen.words)) and seen.words[index] in _GREETINGS:
        index += 1
    theirs = set(lexicon.prospect_name.lower().split()) - set(lexicon.trainee_name.lower().split())
    for at in range(index, min(index + 3, len(seen.words))):
        count = _name_run(seen, at, known, 2)
        count = next((length for length in range(1, count) if _seller_at(seen, at + length, lexicon)), count)
        end = at + count
        step = end
        while step < len(seen.words) and seen.words[step] in _OF:
            step += 1
        if theirs.intersection(seen.words[at:end]) or _seller_at(seen, at, lexicon):
            continue
        if count and (step > end or _seller_at(seen, end, lexicon)):
            firm = _seller_at(seen, step, lexicon) or _name_run(seen, step, known, 3)
            if firm and (_cased(seen) or index > 0):
                text = seen.text
                return (
                    " ".join(text[slice(*seen.spans[i])] for i in range(at, end)),
                    " ".join(text[slice(*seen.spans[i])] for i in range(step, step + firm)),
                    at,
                    step + firm - 1,
                )
    return None


def own_company(seen: View, lexicon: Lexicon, *, after_name: int | None) -> tuple[str, int, int] | None:
    """`(company, first word, last word)` where the speaker says whom they call for."""
    known = _words_known(lexicon)
    starts = [(seen.word_at(hit.start()), hit.group().count(" ")) for hit in _COMPANY.finditer(seen.line)]
    if after_name is not None:
        near = [(seen.word_at(hit.start()), hit.group().count(" ")) for hit in _FROM.finditer(seen.line)]
        starts += [(first, words) for first, words in near if after_name < first <= after_name + 5]
    if after_name is not None or len(seen.words) <= _TERSE:
        starts += [(index, 0) for index in range(len(seen.words)) if _seller_at(seen, index, lexicon)]
    for first, words in starts:
        at = first + words
        while at < len(seen.words) and seen.words[at] in ("a", "the", "company", "called"):
            at += 1
        if count := _name_run(seen, at, known, 3):
            if not _cased(seen):
                count = min(count, 3)
            return _as_said(seen, at, at + count), first, at + count - 1
    return None
