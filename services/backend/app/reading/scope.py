"""Whose words they are, and whether they are meant: negation before a phrase and other people's quoted words."""
# ruff: noqa: E501 - a phrasing stays on one line

import re

from app.reading.normal import View

_NEGATION = re.compile(
    r"(?:\b(?:not|never|without|hardly|nobody|nor|instead of|rather than|do not want|no need|no)\b)(?: (?!(?:but|so|because|and|if|or|yes|only|just|sure|certain|know)\b)\S+){0,4} ?$"
)
# A negation that does not take the act away: "why don't we meet", "if it's not too much", "not sure if it fits, but …"
_HARMLESS = re.compile(
    r"(?:hope|why|what if|if|how about) (?:\S+ ){0,3}not (?:\S+ ){0,3}$"  # "why don't we", "if it's not too much"
    r"|(?:^|(?:and|so|but|then|okay) )(?:can|could|would|will|should|do|does|is|are) not (?:it|you|we|that|this) (?:\S+ ){0,3}$"
    r"|not (?:sure|certain) (?:if|whether) (?:\S+ )*$"
    r"|do not (?:mind|worry|hang up|know if) (?:\S+ )*$"
    r"|(?:no|not) (?:problem|worries|at all|yet) (?:\S+ ){0,2}$|^no (?:\S+ ){0,4}$"
)
_REPORT = re.compile(
    r"(?<!\S)(?:he|she|they|who|boss|manager|colleague|ceo|cfo|director|vendor|prospect|guy|girl|woman|man|reps?|someone|somebody|people|everyone|nobody|customer|client|friend|wife|husband|another \S+) "
    r"(?:always |often |usually |just |even |then |has |have |had |once |never )?(?:said|says|say|told|tells|tell|asked|asks|ask|goes|went|was like|is like|were like|are like|wrote|keeps saying|keep saying|kept saying|shouted|replied|want|wants|wanted|(?:love|loves|like|likes) to (?:say|ask))(?! (?:us|me) (?:that )?(?:about|to))(?! (?:to|about))\b"
)
_ASKS = re.compile(r"(?:what|how|who|where|which|why|when)\b")
_QUOTES = re.compile(r"[\"“«]([^\"”»]{3,})[\"”»]")


def negated(line: str, start: int) -> bool:
    """Whether the phrase at `start` of a canonical line stands under a negation."""
    if _ASKS.match(line, start):
        return False  # "when you say they are not great, what goes wrong?"
    before = line[:start]
    return bool(_NEGATION.search(before)) and not _HARMLESS.search(before)


def quoted_from(seen: View) -> int | None:
    """Offset in `seen.line` from where the words are somebody else's ("he said let's meet Thursday"), or None."""
    hit = _REPORT.search(seen.line)
    return hit.end() if hit else None


def in_quotes(text: str, start: int, end: int) -> bool:
    """Whether code points `start:end` of `text` stand inside quotation marks."""
    return (
        any(quote.start() <= start and end <= quote.end() for quote in _QUOTES.finditer(text))
        if any(c in text for c in '"“«')
        else False
    )
