"""What a caller's line does at the desk: says who, says why, is honest, asks for help; or dodges, lies, pushes."""

import re
from collections.abc import Iterator

from app.dialogue.gatekeeper.desk import Screen
from app.dialogue.mind.effects import Effect
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.notes import Note
from app.domain.acts import Act
from app.reading import content_words, normalise

_LIE = re.compile(
    r"\b(?<!not )(?<!isn't )(?:expecting (?:me|my call)|returning (?:his|her|their|your) call|"
    r"(?:friend|buddy|mate) of (?:his|hers|theirs)|(?:he|she|they) asked me to (?:call|ring)|"
    r"(?:he|she|they) knows? me)\b"
)
_NOT_EXPECTED = re.compile(
    r"\b(?:not expecting|is not expecting|does not know me|do not know me|first call|cold call|sales call|"
    r"never spoken|have not spoken|has never heard|no appointment|out of the blue)\b"
)
_YES = re.compile(
    r"(?:well |oh )*(?:yes|yeah|yep|of course|sure|absolutely|certainly|correct|"
    r"(?:he|she|they) (?:is|does|are|do|knows?)\b(?! not))"
)
_DODGE = re.compile(
    r"\b(?:it is (?:a )?(?:personal|private|confidential)|personal matter|private matter|"
    r"just (?:put|connect|transfer|patch) me|"
    r"(?:can not|rather not) (?:say|tell|discuss)|none of your|(?:he|she|they) will know (?:what|who))\b"
)
_ABOUT = re.compile(r"\b(?:about|regarding|concerning|to do with|it is the|in connection with)\b")
_SUBJECT = re.compile(
    r"\b(?:about|regarding|concerning|to do with|in connection with) (?:(?:the|your|his|her|their|our|a|an|how|some) )*"
    r"((?:[a-z'-]+ ){0,3}[a-z'-]+)"
)
_HELP = re.compile(
    r"\b(?:could you help|can you help|maybe you can help|help me|would you know|who (?:would be|is) the right|"
    r"what would you (?:suggest|do)|point me)\b"
)
_SMALL = frozenset(
    {"and", "or", "that", "which", "when", "who", "because", "is", "are", "to", "with", "in", "at", "it"}
)


def lies(moment: Moment) -> bool:
    """Claims to be known or expected."""
    line = _by_pronoun(moment)
    said_yes = moment.note(Note.PENDING) == Screen.EXPECTED and bool(_YES.match(line))
    return said_yes or moment.has(Act.CLAIMS_EARLIER_CONTACT) or bool(_LIE.search(line))


def _by_pronoun(moment: Moment) -> str:
    """The line with "he" in place of the prospect's name."""
    names = {moment.persona.given_name.lower(), moment.persona.surname.lower()}
    words = ["he" if word in names else word for word in normalise(moment.heard.text).split()]
    return " ".join(word for place, word in enumerate(words) if word != "he" or words[place - 1 : place] != ["he"])


def says_not_expected(moment: Moment) -> bool:
    """Admits that nobody is waiting for this call."""
    denied = moment.note(Note.PENDING) == Screen.EXPECTED and moment.has(Act.DENIES)
    return denied or bool(_NOT_EXPECTED.search(_by_pronoun(moment)))


def says_why(moment: Moment) -> bool:
    """Says what the call is about, in whatever form."""
    if moment.touches or moment.has(Act.STATES_REASON, Act.NAMES_PROBLEM, Act.RESEARCH):
        return True
    asked = moment.note(Note.PENDING) == Screen.WHAT
    about = bool(_ABOUT.search(normalise(moment.heard.text))) and len(moment.words) >= 2
    return about or (asked and moment.has(Act.ANSWERS_QUESTION, Act.VALUE_CLAIM) and len(moment.words) >= 3)


def dodges(moment: Moment) -> bool:
    """Will not say what it is about."""
    return bool(_DODGE.search(normalise(moment.heard.text)))


def asks_for_help(moment: Moment) -> bool:
    """Treats the desk as somebody who knows how things work here."""
    return moment.has(Act.ASKS_REFERRAL) or bool(_HELP.search(normalise(moment.heard.text)))


def subject(moment: Moment) -> str:
    """What the call is about in a few words that can be passed on; empty when the line does not say."""
    for index in sorted(moment.touches):
        if f"subject_{index}" in moment.persona.words:
            return moment.persona.words[f"subject_{index}"]
    found = _SUBJECT.search(normalise(moment.heard.text))
    words = found[1].split() if found else []
    while words and (words[-1] in _SMALL or not content_words(words[-1])):
        words.pop()
    stop = next((place for place, word in enumerate(words) if word in _SMALL), len(words))
    return " ".join(words[:stop])


def screening(moment: Moment) -> Iterator[Effect]:
    """Effects of what the desk heard."""
    yield from _who(moment)
    if says_why(moment):
        about = subject(moment)
        if not moment.note(Note.REASON):
            yield Effect(what="told the desk what it is about", trust=0.08, resistance=-0.05)
            if moment.touches:
                yield Effect(what="the matter is one that is dealt with here", trust=0.05, resistance=-0.07)
        yield Effect(notes={Note.REASON: "1"})
        if about:
            yield Effect(notes={Note.TOLD: about})
    elif moment.note(Note.PENDING) == Screen.WHAT and not moment.has(Act.ASKS_REPEAT, Act.SILENCE, Act.HOLD):
        yield Effect(what="was asked what it is about and did not say", patience=-0.16, trust=-0.05, resistance=0.06)
    if lies(moment):
        yield Effect(notes={Note.LIED: "1"})
    elif says_not_expected(moment):
        yield Effect(what="was honest about not being expected", trust=0.1, notes={Note.HONEST: "1"})
    yield from _tone(moment)


def _who(moment: Moment) -> Iterator[Effect]:
    name, company = moment.act(Act.IDENTIFIES_SELF), moment.act(Act.IDENTIFIES_COMPANY)
    if name is not None and not moment.note(Note.WHO):
        yield Effect(what="gave a name", trust=0.04, notes={Note.WHO: name.slots.get("name", "") or "?"})
    if company is not None and not moment.note(Note.COMPANY):
        yield Effect(
            what="said which company", trust=0.05, notes={Note.COMPANY: company.slots.get("company", "") or "?"}
        )
    asked = moment.note(Note.PENDING) == Screen.WHO
    if asked and name is None and company is None and not moment.has(Act.ASKS_REPEAT, Act.SILENCE, Act.HOLD):
        yield Effect(what="was asked who is calling and did not say", patience=-0.14, trust=-0.05)


def _tone(moment: Moment) -> Iterator[Effect]:
    if moment.has(Act.INSULT):
        rude = moment.count(Note.RUDE) + 1
        yield Effect(what="was rude to the desk", trust=-0.5, patience=-0.6, notes={Note.RUDE: str(rude)})
    if dodges(moment):
        yield Effect(what="would not say what it is about", trust=-0.12, patience=-0.12, resistance=0.1)
    if moment.has(Act.PRESSURE, Act.ARGUES):
        yield Effect(what="pushed the desk", trust=-0.1, patience=-0.14, resistance=0.1)
    if moment.has(Act.FEATURE_DUMP, Act.JARGON):
        yield Effect(what="pitched to the desk", patience=-0.14, resistance=0.08)
    if asks_for_help(moment):
        yield Effect(what="asked the desk for help", trust=0.07, patience=0.03, resistance=-0.05)
    if moment.has(Act.THANKS, Act.ACKNOWLEDGES_SPECIFIC, Act.APOLOGISES):
        yield Effect(what="was courteous", trust=0.03, patience=0.02)
    if moment.has(Act.SILENCE):
        count = moment.count(Note.SILENCES) + 1
        yield Effect(what="said nothing", patience=-0.1, notes={Note.SILENCES: str(count)})
    elif moment.note(Note.SILENCES):
        yield Effect(notes={Note.SILENCES: ""})
    if moment.repeats:
        yield Effect(what="said the same thing again", patience=-0.1)
    yield Effect(what="the other line is ringing", patience=-0.05)
