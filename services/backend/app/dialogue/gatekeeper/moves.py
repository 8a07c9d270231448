"""What the person at the desk does next: rules in their order; the first that applies decides."""

from collections.abc import Callable
from dataclasses import dataclass

from app.dialogue.callback import UNCLEAR
from app.dialogue.gatekeeper.desk import Screen, names_the_boss
from app.dialogue.gatekeeper.levels import access_of
from app.dialogue.gatekeeper.screening import asks_for_help, dodges, lies, says_why
from app.dialogue.mind.moment import Moment
from app.dialogue.mind.moves.choice import Choice
from app.dialogue.mind.notes import Note
from app.dialogue.mind.talk import Talk
from app.domain.acts import Act
from app.domain.call import EndReason
from app.domain.chance import unit
from app.domain.persona import Desk
from app.domain.prospect import Move, ProspectState

SPENT = 0.04
_ASKED_TWICE = 2
_WHEN = (
    "best time", "good time", "better time", "what time", "when is", "when are", "when would", "when will", "when can",
    "when does", "when do ",
)  # fmt: skip
_WRITE = ("email", "e-mail", "write to", "best way to reach", "best way to get")


@dataclass(frozen=True, slots=True, kw_only=True)
class AtDesk:
    """The line in its moment, the desk, and how it feels now."""

    moment: Moment
    desk: Desk
    after: ProspectState

    def note(self, name: Note) -> str:
        """A memory as of now, or an empty string."""
        return self.after.notes.get(name, "")

    def count(self, name: Note) -> int:
        """A memory that counts."""
        return int(self.note(name) or 0)


def choose(now: AtDesk) -> Choice:
    """The desk's next move; there is always one."""
    return next(choice for rule in _RULES if (choice := rule(now)) is not None)


def _silent(now: AtDesk) -> Choice | None:
    if not now.moment.has(Act.SILENCE):
        return None
    if now.count(Note.SILENCES) >= 3:
        return _ends(Move.HANG_UP, "desk", EndReason.SILENCE, "nobody said anything any more")
    return Choice(moves=(Move.NUDGE,), line=now.note(Note.LINE))


def _rude(now: AtDesk) -> Choice | None:
    if not now.moment.has(Act.INSULT):
        return None
    return _ends(Move.HANG_UP, "rude", EndReason.PROSPECT_HUNG_UP, "was rude to the desk")


def _spent(now: AtDesk) -> Choice | None:
    if now.after.patience > SPENT:
        return None
    return _ends(Move.HANG_UP, "desk", EndReason.PROSPECT_HUNG_UP, "the desk ran out of patience")


def _caught(now: AtDesk) -> Choice | None:
    """Who claims to be expected is looked up in the diary."""
    if not lies(now.moment) or now.note(Note.REFUSED):
        return None
    access = access_of(now.moment.scene.difficulty)
    if unit(now.moment.scene.code, "the diary") < access.catches * (0.5 + now.desk.protective):
        return Choice(
            moves=(Move.REFUSE,),
            variants={Move.REFUSE: "desk_lie"},
            notes={Note.REFUSED: "lie", Note.PENDING: ""},
            why="claimed to be expected, and was not",
            line="That is not in the diary.",
        )
    return None


def _aside(now: AtDesk) -> Choice | None:
    moment, t = now.moment, now.desk
    if moment.has(Act.ASKS_IF_AI):
        manner = "annoyed" if t.warmth < 0.4 else "amused" if t.warmth > 0.65 else "puzzled"
        return Choice(moves=(Move.DENY_AI,), variants={Move.DENY_AI: manner}, line=now.note(Note.LINE))
    if moment.asked is not None and moment.asked.talk is Talk.NAME:
        return Choice(moves=(Move.SAY_WHO,), variants={Move.SAY_WHO: "desk"}, line=now.note(Note.LINE))
    if moment.has(Act.ASKS_REPEAT) and (last := now.note(Note.LINE)):
        return Choice(moves=(Move.REPEAT,), content=last, line=last)
    if moment.acts == frozenset({Act.HOLD}):
        return Choice(moves=(Move.HOLD,), line=now.note(Note.LINE))
    if moment.acts == frozenset({Act.UNCLEAR}) and now.count(Note.UNCLEAR) < 2:
        notes = {Note.UNCLEAR: str(now.count(Note.UNCLEAR) + 1)}
        return Choice(moves=(Move.ASK_REPEAT,), notes=notes, line=now.note(Note.LINE))
    return None


def _message(now: AtDesk) -> Choice | None:
    """A message is written down and read back; then there is nothing left to say."""
    moment = now.moment
    if now.note(Note.MESSAGE):
        if moment.has(Act.GOODBYE, Act.THANKS, Act.CAVES):
            return _ends(Move.GOODBYE, "desk_message", EndReason.MESSAGE_LEFT, "a message was left")
        return None
    leaves = moment.has(Act.LEAVES_MESSAGE)
    offered = now.note(Note.PENDING) == "message"
    if not leaves and (not offered or moment.has(Act.GOODBYE, Act.CAVES, Act.DENIES)):
        return None
    if now.after.trust < 0.15:
        return Choice(
            moves=(Move.REFUSE,), variants={Move.REFUSE: "desk_no"}, why="no message is taken from a stranger"
        )
    known = now.note(Note.WHO) or now.note(Note.COMPANY)
    if known and now.note(Note.REASON) and (says_why(moment) or len(moment.words) >= 3 or moment.has(Act.AFFIRMS)):
        about = now.note(Note.TOLD) or "your call"
        return Choice(
            moves=(Move.TAKE_MESSAGE,),
            variants={Move.TAKE_MESSAGE: "got"},
            slots={"about": about, "about_cap": about[:1].upper() + about[1:]},
            notes={Note.MESSAGE: now.note(Note.TOLD) or UNCLEAR, Note.PENDING: ""},
            line="I'll pass it on.",
            why="takes a message",
        )
    if not leaves and not (moment.has(Act.AFFIRMS) or known):
        return None
    missing = "what" if known else "who"
    return Choice(
        moves=(Move.TAKE_MESSAGE,),
        variants={Move.TAKE_MESSAGE: f"go_on_{missing}"},
        notes={Note.PENDING: "message"},
        line="Go ahead, I am writing it down.",
    )


def _goodbye(now: AtDesk) -> Choice | None:
    moment = now.moment
    if not moment.has(Act.GOODBYE, Act.CAVES) or moment.has(Act.ASKS_FOR_PERSON):
        return None
    if moment.has(Act.SENDS_INFO) and now.note(Note.COMPANY):
        return _ends(Move.GOODBYE, "desk_mail", EndReason.GOODBYE, "the caller will write")
    return _ends(Move.GOODBYE, "desk", EndReason.GOODBYE, "the caller said goodbye")


def _another_way(now: AtDesk) -> Choice | None:
    """When to call, where to write, whom to ask: told to who is decent about it."""
    moment = now.moment
    text = moment.heard.text.lower()
    when = any(words in text for words in _WHEN)
    mail = any(words in text for words in _WRITE)
    who = moment.has(Act.ASKS_REFERRAL) or (asks_for_help(moment) and not names_the_boss(moment))
    asks = moment.reading.sentences[-1].is_question or "?" in moment.heard.text
    if not asks or moment.has(Act.LEAVES_MESSAGE) or not (when or mail or who):
        return None
    if now.after.trust < 0.22 + 0.12 * now.desk.protective:
        return Choice(moves=(Move.REFUSE,), variants={Move.REFUSE: "desk_no"}, why="gives nothing away to a stranger")
    if when:
        notes = {Note.TIME_TOLD: now.moment.persona.best_time, Note.PENDING: ""}
        return Choice(moves=(Move.ANSWER,), variants={Move.ANSWER: "desk_time"}, notes=notes, why="tells when to call")
    if mail:
        return Choice(moves=(Move.ANSWER,), variants={Move.ANSWER: "desk_mail"}, why="tells where to write")
    if now.note(Note.NAMED):
        return None
    missing = _missing(now)
    tail = (Move.SCREEN,) if missing else ()
    return Choice(
        moves=(Move.ANSWER, *tail),
        variants={Move.ANSWER: "desk_who", Move.SCREEN: missing or ""},
        notes={Note.NAMED: "1", Note.PENDING: missing or ""},
        line=_PLAIN[missing] if missing else "That would be somebody else.",
    )


def _screen(now: AtDesk) -> Choice | None:
    """Who is it, what is it about, is it expected: each asked once, a dodge is asked once more."""
    missing = _missing(now)
    if not missing or now.note(Note.REFUSED):
        return None
    asked = now.count(_ASKED[missing])
    if asked >= _ASKED_TWICE:
        return _block(now, f"would not say {_WANTED[missing]}")
    variant = f"{missing}_again" if asked else missing
    return Choice(
        moves=(Move.SCREEN,),
        variants={Move.SCREEN: variant},
        notes={Note.PENDING: missing, _ASKED[missing]: str(asked + 1)},
        line=_PLAIN[missing],
    )


def _missing(now: AtDesk) -> Screen | None:
    if not (now.note(Note.WHO) or now.note(Note.COMPANY)):
        return Screen.WHO
    if not now.note(Note.REASON):
        return Screen.WHAT
    settled = now.note(Note.HONEST) or now.note(Note.LIED) or now.count(Note.ASKED_EXPECTED)
    asks = unit(now.moment.scene.code, "asks if expected") < 0.25 + 0.6 * now.desk.protective
    return Screen.EXPECTED if asks and not settled else None


def _decision(now: AtDesk) -> Choice | None:
    """Puts through, offers a message, or turns away; decided once, and once more for who asks for help."""
    if now.note(Note.REFUSED) in ("lie", "policy"):
        return None
    moment, access = now.moment, access_of(now.moment.scene.difficulty)
    if dodges(moment):
        return _block(now, "would not say what it is about")
    likely = access.transfer + 0.9 * (now.after.trust - 0.4) - 0.6 * (now.after.resistance - 0.5)
    willing = unit(moment.scene.code, "puts through") < likely
    if now.note(Note.REFUSED):
        return None
    if willing and now.desk.availability == "in":
        return Choice(
            moves=(Move.TRANSFER,), variants={Move.TRANSFER: "plain"}, why="puts the call through", line="One moment."
        )
    if willing or now.after.trust >= access.message_trust:
        where = now.desk.availability if now.desk.availability != "in" else "busy"
        return Choice(
            moves=(Move.TAKE_MESSAGE,),
            variants={Move.TAKE_MESSAGE: f"offer_{where}"},
            notes={Note.REFUSED: "away", Note.PENDING: "message"},
            line="Can I take a message?",
            why="offers to take a message",
        )
    return _block(now, "does not put strangers through")


def _no_again(now: AtDesk) -> Choice:
    """It has been decided: insisting brings nothing but the end nearer."""
    insisted = now.count(Note.NOES) + 1
    if insisted >= 3:
        return _ends(Move.HANG_UP, "desk", EndReason.PROSPECT_HUNG_UP, "kept asking after the desk had said no")
    if now.note(Note.MESSAGE):
        variant = "desk_have_it"
    elif now.note(Note.REFUSED) == "away":
        variant = "desk_away"
    else:
        variant = "desk_no"
    return Choice(
        moves=(Move.REFUSE,),
        variants={Move.REFUSE: variant},
        notes={Note.NOES: str(insisted), Note.PENDING: "message"},
        line="Can I take a message?",
    )


def _block(now: AtDesk, why: str) -> Choice:
    notes = {Note.REFUSED: "policy", Note.PENDING: ""}
    if now.desk.warmth < 0.35 and now.after.patience < 0.3:
        return _ends(Move.HANG_UP, "desk", EndReason.PROSPECT_HUNG_UP, why)
    return Choice(
        moves=(Move.REFUSE,),
        variants={Move.REFUSE: "desk_policy"},
        notes=notes,
        why=why,
        line="You can send an e-mail.",
    )


def _ends(move: Move, manner: str, reason: EndReason, why: str) -> Choice:
    return Choice(moves=(move,), variants={move: manner}, phase="closed", ends=reason, why=why)


_RULES: tuple[Callable[[AtDesk], Choice | None], ...] = (
    _silent,
    _rude,
    _spent,
    _aside,
    _caught,
    _another_way,
    _message,
    _goodbye,
    _screen,
    _decision,
    _no_again,
)
_ASKED = {
    Screen.WHO: Note.ASKED_WHO,
    Screen.WHAT: Note.ASKED_WHAT,
    Screen.EXPECTED: Note.ASKED_EXPECTED,
}
_WANTED = {Screen.WHO: "who is calling", Screen.WHAT: "what it is about", Screen.EXPECTED: "whether it is expected"}
_PLAIN = {
    Screen.WHO: "Who is calling, please?",
    Screen.WHAT: "What is this about?",
    Screen.EXPECTED: "Is he expecting your call?",
}
