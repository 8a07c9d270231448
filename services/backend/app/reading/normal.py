"""One canonical form for punctuated writing and for what a recogniser delivers, with the way back to the original."""
# ruff: noqa: SIM905 - a list of words reads better unquoted

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

_WORDS = (
    r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?"
    r"|\d+(?:[:.,]\d+)+|\d+(?:st|nd|rd|th)\b|\d+"  # 1:30, 2.5, 14th, 30
    r"|[$€£]\s?\d[\d,.]*\d|[$€£]\s?\d|%"
)
_TOKEN = re.compile(rf"[AaPp]\.[Mm]\b\.?|{_WORDS}")
_TOKEN_OR_EMAIL = re.compile(rf"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[AaPp]\.[Mm]\b\.?|{_WORDS}")

_FILLERS = frozenset(
    "um uh er erm ehm uhm ah eh hm hmm mhm uhh umm "
    # Softeners: they change the tone, never the act, and would stand between the words of every pattern.
    "just actually basically honestly literally maybe perhaps please simply quickly probably really also only kindly "
    "sir madam ma'am maam presently obviously certainly definitely mostly".split()
)

_WHOLE = {
    "im": "i am",
    "ive": "i have",
    "id": "i would",
    "ill": "i will",
    "its": "it is",
    "thats": "that is",
    "whats": "what is",
    "whos": "who is",
    "hows": "how is",
    "wheres": "where is",
    "whens": "when is",
    "theres": "there is",
    "heres": "here is",
    "lets": "let us",
    "let's": "let us",
    "youre": "you are",
    "youve": "you have",
    "youll": "you will",
    "youd": "you would",
    "theyre": "they are",
    "weve": "we have",
    "hes": "he is",
    "shes": "she is",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "cant": "can not",
    "can't": "can not",
    "cannot": "can not",
    "wont": "will not",
    "won't": "will not",
    "shan't": "shall not",
    "isnt": "is not",
    "arent": "are not",
    "wasnt": "was not",
    "werent": "were not",
    "havent": "have not",
    "hasnt": "has not",
    "couldnt": "could not",
    "wouldnt": "would not",
    "shouldnt": "should not",
    "ain't": "is not",
    "aint": "is not",
    "y'all": "you",
    "yall": "you",
    "ya": "you",
    "gonna": "going to",
    "fixin": "going",
    "wanna": "want to",
    "gotta": "got to",
    "oughta": "ought to",
    "lemme": "let me",
    "gimme": "give me",
    "kinda": "kind of",
    "sorta": "sort of",
    "cause": "because",
    "ok": "okay",
    "okey": "okay",
    "yep": "yes",
    "yup": "yes",
    "yeah": "yes",
    "nope": "no",
    "nah": "no",
    "min": "minute",
    "mins": "minutes",
    "sec": "second",
    "secs": "seconds",
    "hr": "hour",
    "hrs": "hours",
    "favourite": "favorite",
    "apologise": "apologize",
    "organisation": "organization",
    "organise": "organize",
    "prioritise": "prioritize",
    "programme": "program",
    "email": "email",
    "a.m": "am",
    "p.m": "pm",
    "%": "percent",
    "wifi": "wifi",
}

_ENDINGS = {
    "'m": "am",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'d": "would",
    "'r": "are",
    "'v": "have",
    "'l": "will",
}
"""What stands after an apostrophe, the last letter of it lost or not."""
_ENDS_IN_APOSTROPHE = {"it'": "it is", "that'": "that is", "what'": "what is", "let'": "let us", "there'": "there is"}
_ENDS_IN_APOSTROPHE |= {
    f"{word}n'": f"{word} not" for word in "do does did is are was were have has would could should".split()
}
_ENDS_IN_APOSTROPHE |= {"can'": "can not", "won'": "will not", "he'": "he is", "she'": "she is", "name'": "name is"}
_IS_AFTER = frozenset(
    "it that what who how where when why there here he she this name everything nothing everybody somebody someone "
    "anybody anyone problem reason thing question budget contract team turnover timing money price boss line monday "
    "tuesday wednesday thursday friday tomorrow today morning afternoon".split()
)
"""Words after which 's is "is"; after others it may be a genitive."""
_ARTICLES = frozenset(("a", "an", "the"))
_NO_ARTICLE = frozenset(
    "for of to and is was are were am you your i we they he she me him my our their who that this those these "
    "what when how do does did could would not been has had if or but from than because about by so get gets got see "
    "interested tell tells know knows happens happened make makes made often much many today tomorrow "
    "monday tuesday wednesday thursday friday".split()
)
"""Words that no article stands before; "it" and "us" may be a department and a country."""
_WHO_DOES = frozenset("i we they he she".split())
"""What such a word does follows it, and no article."""
_WISHES = frozenset("want wanted need needed like love able happy glad".split())
"""What is wished for with "to" is something to do: no article stands after it."""
_YOU_PLURAL = frozenset(("guys", "folks", "all", "lot"))


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the original text and what it becomes; `words` is empty for a filler."""

    start: int
    end: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class View:
    """A stretch of text as plain lower-case words, one space between them; every span leads back to the text."""

    text: str
    """The whole original utterance."""
    start: int
    end: int
    """Code points of the stretch in `text`."""
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    """Where each word stands in `text`."""
    stray: int = 0
    """Articles left out because what follows takes none: a recogniser's slips."""

    @cached_property
    def line(self) -> str:
        """The words joined by single spaces."""
        return " ".join(self.words)

    @cached_property
    def _offsets(self) -> dict[int, int]:
        offsets, at = {}, 0
        for index, word in enumerate(self.words):
            offsets[at] = index
            at += len(word) + 1
        return offsets

    def word_at(self, offset: int) -> int:
        """Index of the word that starts at `offset` in `line` (or of the one around it)."""
        while offset > 0 and offset not in self._offsets:
            offset -= 1
        return self._offsets.get(offset, 0)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Code points in `text` of the stretch `start:end` of `line`."""
        if not self.words:
            return self.start, self.end
        last = self.word_at(max(start, end - 1))
        return self.spans[self.word_at(start)][0], self.spans[last][1]


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, each with its canonical words.

    Only who writes no capitals writes "its" for "it's".
    """
    stop = len(text) if end is None else end
    pattern = _TOKEN_OR_EMAIL if "@" in text else _TOKEN
    written = any(char.isupper() for char in text)
    return [
        Token(m.start(), m.end(), ("its",) if written and m.group() == "its" else _canonical(m.group()))
        for m in pattern.finditer(text, start, stop)
    ]


def view(text: str, start: int = 0, end: int | None = None) -> View:
    """`text[start:end]` in canonical words."""
    stop = len(text) if end is None else end
    return view_of(text, start, stop, tokenise(text, start, stop))


def view_of(text: str, start: int, end: int, tokens: list[Token]) -> View:
    """The view of tokens already cut: fillers and stray articles left out, stammered repeats said once."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    stray = 0
    for token in tokens:
        for word in token.words:
            if word == "mail" and words and words[-1] == "e":
                words[-1], spans[-1] = "email", (spans[-1][0], token.end)
                continue
            if words and words[-1] in _ARTICLES and (word in _NO_ARTICLE or word in _ARTICLES or _does(words, word)):
                words.pop(), spans.pop()
                stray += 1
            if words and ((words[-1] == word and word not in _DOUBLED) or (words[-1] == "you" and word in _YOU_PLURAL)):
                spans[-1] = (spans[-1][0], token.end)
                continue
            words.append(word)
            spans.append((token.start, token.end))
    return View(text, start, end, tuple(words), tuple(spans), stray)


def _does(words: list[str], word: str) -> bool:
    """Whether `word` after an article tells what "we", "it" or "I am" does: no article stands there."""
    who = words[-2] if len(words) > 1 else ""
    if who == "to" and len(words) > 2 and words[-3] in _WISHES:
        return True
    return who in _WHO_DOES or (who == "it" and word.endswith("s")) or (who == "am" and word.endswith("ing"))


@lru_cache(maxsize=512)
def normalise(text: str) -> str:
    """`text` in canonical words: lower case, no punctuation, contractions written out, fillers dropped."""
    return view(text).line


_DOUBLED = frozenset(("no", "that", "had", "bye", "very"))


@lru_cache(maxsize=16_384)
def _canonical(token: str) -> tuple[str, ...]:
    word = token.lower().replace("’", "'")
    if word in _ENDS_IN_APOSTROPHE:
        return tuple(_ENDS_IN_APOSTROPHE[word].split())
    word = word.strip("'")
    word = word + "g" if token.lower().endswith(("in'", "in’")) else word  # walkin', callin'
    word = word.removesuffix(".") if word[-2:] == "m." else word
    if word in _FILLERS:
        return ()
    if word in _WHOLE:
        return tuple(_WHOLE[word].split())
    if word.endswith("n't"):
        return word[:-3], "not"
    for ending, full in _ENDINGS.items():
        if word.endswith(ending):
            return word.removesuffix(ending), full
    if word.endswith("'s") and word[:-2] in _IS_AFTER:
        return word[:-2], "is"
    return (word,) if word else ()
