"""What a decent caller says to the person at the desk, and to a machine."""

from app.domain.prospect import Move, ProspectTurn
from bench.typed_trainees import Talk


def at_the_desk(talk: Talk, last: ProspectTurn) -> str:
    """To the person at the desk: open, polite, asks for another way in when the front one is shut."""
    talk.step += 1
    moves = last.moves
    if Move.GOODBYE in moves or Move.HANG_UP in moves:
        return ""
    if talk.step == 1:
        return talk.say(
            (
                "Hi, {me} from {us}. Could you help me? I'm trying to reach {given} {surname}.",
                "Good morning, this is {me} with {us}. Is {given} {surname} in?",
            ),
            "desk",
        )
    if Move.TAKE_MESSAGE in moves:
        return talk.say(
            (
                "Yes please. {me} from {us}, it's about {problem}. I'll try again on Thursday.",
                "That's kind. Could you say that {me} from {us} called about the {short}?",
                "Thank you, that helps. Bye.",
            ),
            "message",
        )
    if Move.REFUSE in moves:
        options = ("I understand. When is the best time to catch them?", "Fair enough, thank you. Bye.")
        return talk.say(options[1:] if options[0] in talk.used else options[:1], "desk no")
    if Move.ANSWER in moves:
        return talk.say(("That helps, thank you. Bye.",), "desk bye")
    pending = last.next_state.notes.get("pending", "")
    if pending == "who":
        return talk.say(("Sorry, {me}, from {us}.",), "desk who")
    if pending == "expected":
        return talk.say(("No, this is a first call.", "No, we haven't spoken before."), "desk expected")
    return talk.say(
        (
            "It's about the {short}. At companies like yours, {problem}, and I'd like to ask how that's handled.",
            "Of course. It's regarding the {short}; it's a first call.",
        ),
        "desk what",
    )


def on_the_machine(talk: Talk, last: ProspectTurn) -> str:  # noqa: ARG001
    """A message of twenty seconds: name, something true, reason, number, name again."""
    talk.step += 1
    if talk.step > 1:
        return ""
    return talk.say(
        (
            "Hi {given}, {me} at {us}, 555 0142. I saw that {news}. Usually {problem}. I have an idea that "
            "takes fifteen minutes. {me}, {us}, 555 0142.",
            "{given}, it's {me} from {us}. I'm calling because {problem}. If that's a topic for you, I'm on "
            "555 0142. That's 555 0142. Thanks, bye.",
        ),
        "message",
    )
