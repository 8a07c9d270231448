"""What the prospect does next: rules in their order; the first that applies decides."""

from app.dialogue.mind.moves import (
    aside,
    booking,
    correcting,
    exits,
    fallback,
    objecting,
    opening,
    reacting,
    recalling,
    telling,
)
from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.moves.circling import out_of_the_circle

_RULES = (
    exits.fell_silent,
    exits.insulted,
    exits.out_of_patience,
    booking.after_booking,
    aside.asked_if_ai,
    aside.asked_for_name,
    aside.asked_to_repeat,
    exits.said_goodbye,
    aside.asked_for_person,
    aside.asked_to_hold,
    aside.did_not_understand,
    recalling.asks_for_promise,
    correcting.corrects,
    opening.who_is_this,
    opening.what_is_this_about,
    booking.time_is_open,
    objecting.open_objection,
    telling.asked_for_referral,
    booking.asked_to_meet,
    opening.heard_the_reason,
    opening.time_for_the_reason,
    telling.asked_a_question,
    reacting.heard_a_claim,
    reacting.offered_to_send,
    fallback.anything_else,
)


def choose(situation: Situation) -> Choice:
    """The prospect's next move; there is always one."""
    for rule in _RULES:
        choice = rule(situation)
        if choice is not None:
            return out_of_the_circle(situation, choice)
    raise AssertionError("the last rule always applies")


__all__ = ["Choice", "Situation", "choose"]
