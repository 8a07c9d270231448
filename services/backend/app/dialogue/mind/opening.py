"""What the first half minute does: who calls, why, and whether the interruption is owned."""

from collections.abc import Iterator

from app.dialogue.mind.aims import says_what_it_is_about
from app.dialogue.mind.effects import Effect
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.subjects import names_a_problem
from app.domain.acts import Act
from app.reading import content_words, normalise

_ANSWERS = {
    Pending.WHO: (Act.IDENTIFIES_SELF, Act.IDENTIFIES_COMPANY),
    Pending.WHAT: (Act.STATES_REASON, Act.ASKS_PROBLEM, Act.RESEARCH),
    Pending.PRICE: (Act.ANSWERS_PRICE,),
    Pending.HOW: (Act.ANSWERS_QUESTION, Act.VALUE_CLAIM, Act.PROOF),
    Pending.WHO_ELSE: (Act.PROOF, Act.ANSWERS_QUESTION),
    Pending.PROOF: (Act.PROOF, Act.ANSWERS_QUESTION, Act.VALUE_CLAIM),
    Pending.NUMBER: (Act.ANSWERS_QUESTION, Act.RESEARCH),
    Pending.WHY: (Act.ANSWERS_QUESTION, Act.STATES_REASON, Act.VALUE_CLAIM, Act.PROOF),
    Pending.TIME: (Act.PROPOSES_TIME, Act.CONFIRMS_DETAILS, Act.AFFIRMS),
    Pending.PROMISE: (
        Act.SENDS_INFO, Act.APOLOGISES, Act.CLAIMS_EARLIER_CONTACT, Act.AFFIRMS, Act.DENIES, Act.ANSWERS_QUESTION,
        Act.ACKNOWLEDGES_SPECIFIC,
    ),
}  # fmt: skip
_ASKED = {
    Pending.WHO: "who is calling",
    Pending.WHAT: "what the call is about",
    Pending.PRICE: "what it costs",
    Pending.HOW: "how it works",
    Pending.WHO_ELSE: "who else uses it",
    Pending.PROOF: "for something to back it up",
    Pending.NUMBER: "where you got the number",
    Pending.WHY: "why you want to know",
    Pending.TIME: "for a time",
    Pending.PROMISE: "about what you had promised",
}


def opening(moment: Moment) -> Iterator[Effect]:
    """Effects of introducing oneself, giving a reason, asking for time, and of small talk instead."""
    if moment.has(Act.IDENTIFIES_SELF) and not moment.note(Note.WHO):
        yield Effect(
            what="said who is calling", trust=0.03, notes={Note.WHO: _slot(moment, Act.IDENTIFIES_SELF, "name")}
        )
    if moment.has(Act.IDENTIFIES_COMPANY) and not moment.note(Note.COMPANY):
        company = _slot(moment, Act.IDENTIFIES_COMPANY, "company")
        yield Effect(what="said which company", trust=0.02, notes={Note.COMPANY: company})
    if gives_reason(moment) and not moment.note(Note.REASON):
        yield Effect(what="gave a reason for the call", trust=0.05, interest=0.05, notes={Note.REASON: "1"})
        if moment.touches:
            yield Effect(what="the reason is about this job", interest=0.07, resistance=-0.04)
    if moment.state.phase != "opening":
        return
    if moment.has(Act.OWNS_INTERRUPTION):
        yield Effect(what="owned the interruption", trust=0.04, patience=0.04)
    if moment.has(Act.ASKS_PERMISSION) and not moment.note(Note.GRANTED):
        yield Effect(what="asked for time before using it", trust=0.02, patience=0.03)
    if moment.has(Act.BAD_TIME):
        yield Effect(what="asked if it is a bad time: it is, now", patience=-0.06, resistance=0.03)
    if moment.has(Act.FALSE_FAMILIARITY):
        yield Effect(what="talked like a friend, and is none", patience=-0.08, trust=-0.05)
    elif moment.has(Act.SMALL_TALK) and not moment.note(Note.REASON) and not gives_reason(moment):
        yield Effect(what="small talk from a stranger", patience=-0.07, trust=-0.01)


def research(moment: Moment) -> Iterator[Effect]:
    """Effects of having looked the company up, or of pretending to."""
    if moment.has(Act.CLAIMS_EARLIER_CONTACT) and moment.scene.earlier is None:
        yield Effect(what="claimed an earlier contact that never was", trust=-0.12, patience=-0.05, resistance=0.05)
    if not moment.has(Act.RESEARCH):
        return
    if true_research(moment):
        yield Effect(what="knew something true about the company", interest=0.12, trust=0.04, resistance=-0.03)
    else:
        yield Effect(what="said it had looked us up, in general terms", trust=0.01)


def pending(moment: Moment) -> Iterator[Effect]:
    """Effects of answering, or not answering, what the prospect asked."""
    name = moment.note(Note.PENDING)
    if not name:
        return
    waiting = Pending(name)
    if waiting is Pending.MEANING:  # nobody is blamed for having been misunderstood
        yield Effect(notes={Note.PENDING: ""})
        return
    if answers(moment, waiting):
        yield Effect(what=f"answered when asked {_ASKED[waiting]}", trust=0.04, patience=0.02, notes={Note.PENDING: ""})
        return
    if moment.has(Act.ASKS_REPEAT, Act.SILENCE, Act.UNCLEAR, Act.HOLD):
        return
    pitched = moment.has(Act.VALUE_CLAIM, Act.FEATURE_DUMP)
    if waiting is Pending.WHAT and pitched:
        yield Effect(what='pitched before answering "what\'s this about?"', patience=-0.18, trust=-0.03)
    else:
        yield Effect(what=f"was asked {_ASKED[waiting]} and did not say", patience=-0.12, trust=-0.04)
    yield Effect(notes={Note.PENDING: ""})


def answers(moment: Moment, waiting: Pending) -> bool:
    """Whether the line answers the open question."""
    if moment.has(*_ANSWERS[waiting]):
        return True
    if waiting is Pending.WHAT:
        return bool(moment.means) or gives_reason(moment)
    explains = len(moment.words) >= 5 and not moment.reading.sentences[-1].is_question
    return waiting in (Pending.HOW, Pending.WHY, Pending.PROOF, Pending.NUMBER) and explains


def gives_reason(moment: Moment) -> bool:
    """Whether the line says why the trainee calls, in so many words or by speaking of the problem."""
    if moment.has(Act.STATES_REASON):
        return True
    if moment.means and moment.has(Act.ASKS_PROBLEM, Act.VALUE_CLAIM, Act.RESEARCH, Act.ASKS_SITUATION):
        return True
    if moment.has(Act.FEATURE_DUMP, Act.JARGON, Act.SILENCE):
        return False
    if moment.means or moment.has(Act.NAMES_PROBLEM) or says_what_it_is_about(normalise(moment.heard.text)):
        return True
    waiting = moment.note(Note.PENDING) == Pending.WHAT
    return (waiting or moment.asked is not None) and names_a_problem(moment.words, moment.persona)


def true_research(moment: Moment) -> bool:
    """Whether the line shares at least two content words with something public about the company."""
    publics = [fact.public for fact in moment.persona.facts if fact.public]
    names = content_words(moment.persona.company)
    return any(len((content_words(text) - names) & moment.words) >= 2 for text in publics)


def _slot(moment: Moment, act: Act, name: str) -> str:
    read = moment.act(act)
    return (read.slots.get(name, "") if read else "") or "?"
