"""Content words, lightly stemmed, and how much two lines share: the plainest measure of 'about the same thing'."""
# ruff: noqa: SIM905 - a list of words reads better unquoted

from functools import lru_cache

from app.reading.normal import normalise

STOP = frozenset(
    "a an its the this that these those there here it he she they we i you me him her us them my your "
    "our their his hers mine yours ours theirs myself yourself itself am is are was were be been "
    "being do does did done doing have has had having will would shall should can could may might "
    "must ought every not no nor yes okay so and or but if then than as at by for from in into of off on "
    "onto out over to up with without about after before between through during until because while "
    "when where why how what which who whom whose all any both each few more most other some such "
    "own same too very much many lot lots bit kind sort thing things stuff way get gets got getting "
    "go goes going gone went let make makes made take takes took give gives say says said tell told "
    "know knows think thinks mean means want wants like need see look looking come comes came put "
    "well good great sure right fine now today still already ever never always again back down even "
    "one two something anything nothing someone anyone everybody everyone nobody people guys folks "
    "hi hello hey thanks thank sorry alright right oh ah yeah bye call calling called".split()
)

_SUFFIXES = (
    ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("edly", ""), ("ments", "ment"),
    ("ations", "at"), ("ation", "at"), ("ators", "at"), ("ator", "at"), ("ated", "at"), ("ates", "at"), ("ate", "at"),
    ("ers", ""), ("er", ""), ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A light English stem: plural, tense, agent and adverb endings go; words of three letters stay."""
    word = word.removesuffix("'s")
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3 and not word.endswith(("ss", "us")):
            word = word[: len(word) - len(suffix)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    return word


def content_words(text: str) -> frozenset[str]:
    """Stems of the words of `text` that carry meaning."""
    return content_of(tuple(normalise(text).split()))


@lru_cache(maxsize=512)
def content_of(words: tuple[str, ...]) -> frozenset[str]:
    """Stems of those of the canonical `words` that carry meaning."""
    return frozenset(stem(word) for word in words if word not in STOP and (len(word) > 1 or word.isdigit()))


def overlap(a: str, b: str) -> float:
    """Share, in [0, 1], of the shorter side's content words that the other side has too; 0 when either has none."""
    mine, theirs = content_words(a), content_words(b)
    if not mine or not theirs:
        return 0.0
    return len(mine & theirs) / min(len(mine), len(theirs))
