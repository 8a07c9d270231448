"""Scripted trainees of known skill: what a person of that skill types after the prospect's last line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.domain.chance import pick
from app.domain.persona import Persona
from app.domain.playbook import Playbook
from app.domain.prospect import Move, ProspectTurn
from bench import trainee_lines as lines


@dataclass
class Talk:
    """A trainee in one call."""

    playbook: Playbook
    persona: Persona
    key: str
    """Root of the trainee's own chance: which phrasing comes when."""
    step: int = 0
    answers: int = 0
    """Answers of substance heard so far."""
    explored: bool = False
    pitched: bool = False
    asked: int = 0
    used: list[str] = field(default_factory=list)

    def say(self, options: Sequence[str], purpose: str) -> str:
        """One of the phrasings, an unused one if there is any, with this call's names in it."""
        fresh = [option for option in options if option not in self.used] or list(options)
        chosen = pick(fresh, self.key, purpose, self.step)
        self.used.append(chosen)
        problem = self.playbook.problems[0]
        return chosen.format(
            given=self.persona.given_name,
            surname=self.persona.surname,
            me="Alex",
            us=self.playbook.company,
            product=self.playbook.product,
            who=self.playbook.who_for,
            problem=problem,
            second=self.playbook.problems[1],
            third=self.playbook.problems[2],
            proof=self.playbook.proof[0],
            price=self.playbook.price_hint,
            short=self.playbook.pains[0].short if self.playbook.pains else "that",
            news=next((fact.public for fact in self.persona.facts if fact.public), ""),
        )


Trainee = Callable[[Talk, ProspectTurn], str]


def good(talk: Talk, last: ProspectTurn) -> str:
    """Opens cleanly, asks, listens, explores most objections, asks for the meeting with a time."""
    return _consultative(talk, last, explores=0.75, follows=0.6, research=0.25, needed=3)


def excellent(talk: Talk, last: ProspectTurn) -> str:
    """As good, but always researched, always explores and builds on every answer."""
    return _consultative(talk, last, explores=1.0, follows=0.95, research=1.0, needed=3)


def average(talk: Talk, last: ProspectTurn) -> str:
    """Says who and why, asks a little, answers objections at once, asks for the meeting early."""
    talk.step += 1
    if (line := _courtesies(talk, last)) is not None:
        return line
    if talk.step == 1:
        return talk.say(
            (
                "Hi {given}, this is {me} from {us}. How are you? Am I ringing at a bad moment?",
                "Hello {given}, {me} here from {us}. I just wanted to see if you have a moment?",
            ),
            "open",
        )
    if talk.step == 2:
        return talk.say(lines.REASONS, "reason")
    if Move.OBJECT in last.moves or Move.BRUSH_OFF in last.moves or Move.REFUSE in last.moves:
        return talk.say(("I understand. But {product} would really help you there. {proof}.", *lines.ANSWER), "answer")
    if talk.step in (3, 4):
        return talk.say((*lines.SITUATION, *lines.PROBLEM), "question")
    if talk.step == 5:
        return talk.say(lines.VALUE, "value")
    return talk.say(
        (
            "Might a short demo some time next week make sense for you?",
            "Can we book a short call to go through it?",
            *lines.ASK,
        ),
        "ask",
    )


def script_reader(talk: Talk, last: ProspectTurn) -> str:  # noqa: ARG001
    """Reads the same script whatever is said."""
    script = (
        "Hello, my name is {me} and I am calling on behalf of {us}. How are you this morning?",
        "The purpose of my call today is to introduce {product}. We work with {who}.",
        "Many companies find that {problem}. Is that something you would like to improve?",
        "Our solution is designed to address that, so that {second} is no longer an issue.",
        "We have helped a number of companies. {proof}.",
        "I would like to set up a brief meeting to tell you more. Would next week work for you?",
        "It would only take thirty minutes of your time. Are you available on Tuesday or Wednesday?",
        "I can assure you it would be worth your while. Shall we say Tuesday at ten?",
        "Thank you for your time today. Goodbye.",
    )
    line = script[min(talk.step, len(script) - 1)]
    talk.step += 1
    return talk.say((line,), "script")


def pitch_dumper(talk: Talk, last: ProspectTurn) -> str:  # noqa: ARG001
    """Talks about the product without end and asks nothing."""
    talk.step += 1
    if talk.step == 1:
        return talk.say(
            (
                "Hi {given}! {me} here from {us}, the leading provider of {product}. We are the number one "
                "platform and our clients love us because we offer an end-to-end solution that does everything "
                "in one place.",
                "Hey {given}, hope the week's treating you well! I'm {me} with {us} and we've built an award-winning, "
                "AI-powered platform. It's {product}, with dashboards, alerts, automation and reporting built in.",
            ),
            "open",
        )
    return talk.say(
        (
            "Our platform is fully integrated, scalable and secure, it gives you real-time visibility, and "
            "with our best-in-class engine you get {product}, plus analytics and a mobile app.",
            "And on top of that we have machine learning, custom workflows, unlimited users and "
            "round-the-clock support, so basically it covers every need your company could have.",
            "Another great feature is our reporting suite. You get dashboards, exports, scheduled reports, "
            "drill-downs, and it is all included in the premium package that most of our clients choose.",
            "We also won several awards last year, we are growing extremely fast, and analysts call our "
            "solution a game changer, so it would really transform how you work.",
            "We have a special offer this month, so you should really sign up for a demo now, because the "
            "price goes up next quarter and you will not want to miss that.",
        ),
        "dump",
    )


def rude(talk: Talk, last: ProspectTurn) -> str:  # noqa: ARG001
    """Pushes, argues, insults."""
    talk.step += 1
    if talk.step == 1:
        return talk.say(("Hi, {me} from {us}. You are losing money because {problem}.",), "open")
    return talk.say(
        (
            "You'd have to be stupid not to see that you need this.",
            "That's a ridiculous answer. Are you even able to decide anything?",
            "Don't be an idiot, just give me a time on Thursday.",
            "You clearly have no idea what you're talking about.",
            "Just say yes to a meeting, you're wasting my time.",
        ),
        "rude",
    )


def silent(talk: Talk, last: ProspectTurn) -> str:  # noqa: ARG001
    """Says nothing at all."""
    return ""


TRAINEES: dict[str, Trainee] = {
    "silent": silent,
    "rude": rude,
    "pitch_dumper": pitch_dumper,
    "script_reader": script_reader,
    "average": average,
    "good": good,
    "excellent": excellent,
}


def _courtesies(talk: Talk, last: ProspectTurn) -> str | None:
    """What anybody answers: a name when asked for it, yes to a time, goodbye after booking."""
    moves = last.moves
    if Move.ACCEPT in moves or Move.CONFIRM in moves:
        return talk.say(lines.BYE, "bye")
    if Move.COUNTER_TIME in moves:
        return talk.say(("That works for me, let's do that.", "Yes, perfect, that time is good."), "counter")
    if Move.NO_FIT in moves:
        return None
    if Move.ASK_WHO in moves:
        return talk.say(("It's {me} from {us}.", "Sorry, {me} here, I'm with {us}."), "who")
    if Move.ASK_WHAT in moves or Move.REFUSE_TIME in moves:
        return talk.say(lines.WHAT, "what")
    if Move.ASK_REPEAT in moves:
        return talk.say(lines.WHAT, "again")
    return None


def _consultative(
    talk: Talk, last: ProspectTurn, *, explores: float, follows: float, research: float, needed: int
) -> str:
    talk.step += 1
    moves = last.moves
    asks_back = next((m for m in moves if m in (Move.ASK_BACK, Move.PUSH_ON_CLAIM, Move.HESITATE)), None)
    if (line := _courtesies(talk, last)) is not None:
        return line
    if Move.NO_FIT in moves or last.next_state.notes.get("no_fit"):
        if talk.answers == 0:
            talk.answers = 1
            return talk.say(("Good for you, then I'm the wrong call. How about the other side, {second}?",), "fit")
        return talk.say(
            ("Then I'll let you get on with your day. Would anybody you know be fighting with that?",), "no fit"
        )
    if Move.REFER in moves:
        return talk.say(("Thank you {given}, that's kind. Have a good day, bye.",), "bye")
    if talk.step == 1:
        return talk.say(lines.OPENERS, "open")
    if talk.step == 2:
        reason = talk.say(lines.REASONS, "reason")
        known = unit_of(talk, "research") < research
        return talk.say(("I saw that {news}. ",), "news") + reason if known else reason
    if Move.OBJECT in moves or Move.BRUSH_OFF in moves or (Move.REFUSE in moves and talk.asked < 3):
        talk.explored = unit_of(talk, "explore") < explores
        return talk.say(lines.EXPLORE if talk.explored else lines.ANSWER, "objection")
    if talk.explored and Move.REVEAL in moves:
        talk.explored = False
        ask = f" {talk.say(lines.ASK, 'ask again')}" if talk.pitched else ""
        return talk.say(lines.ANSWER, "answer") + ask
    if asks_back is not None and not talk.pitched and Move.ANSWER not in moves:
        return talk.say(lines.HOW, "how")
    if asks_back is Move.HESITATE or asks_back is Move.PUSH_ON_CLAIM:
        return f"{talk.say(lines.PROOF, 'proof')} {talk.say(lines.ASK, 'ask again')}"
    if asks_back is Move.ASK_BACK and talk.pitched:
        return f"It's {talk.playbook.price_hint}. {talk.say(lines.HOW, 'how')} {talk.say(lines.ASK, 'ask')}"
    return _discover(talk, moves, follows=follows, needed=needed)


def _discover(talk: Talk, moves: tuple[Move, ...], *, follows: float, needed: int) -> str:
    if Move.ANSWER in moves or Move.REVEAL in moves:
        talk.answers += 1
    if talk.answers < needed and talk.step < 9:
        if talk.answers == 0:
            return talk.say(lines.SITUATION, "situation")
        if talk.answers == 1:
            return talk.say(lines.PROBLEM if unit_of(talk, "follow") < follows else lines.SITUATION, "problem")
        return talk.say(lines.IMPACT if unit_of(talk, "follow") < follows else lines.FOLLOW, "impact")
    talk.asked += 1
    if talk.asked > 3:
        return talk.say(("All right, I won't push. Thanks for your time, {given}, bye.",), "leave")
    if not talk.pitched:
        talk.pitched = True
        return f"{talk.say(lines.VALUE, 'value')} {talk.say(lines.ASK, 'ask')}"
    return talk.say(lines.ASK, "ask")


def unit_of(talk: Talk, purpose: str) -> float:
    """The trainee's own chance in this step."""
    from app.domain.chance import unit

    return unit(talk.key, purpose, talk.step)
