"""The meeting: objection, doubt, no, another time, or yes with a day and a time."""

import re

from app.dialogue.mind.appointments import Wish, find_slot, on_day, slot_note, slot_of, wish_of
from app.dialogue.mind.close import asks, wall
from app.dialogue.mind.moves.choice import Choice, Situation
from app.dialogue.mind.moves.objecting import raise_objection
from app.dialogue.mind.moves.talking import about_the_talk
from app.dialogue.mind.notes import Note, Pending
from app.dialogue.mind.retrieval import Asked
from app.dialogue.mind.talk import Talk
from app.domain.acts import Act
from app.domain.call import EndReason
from app.domain.chance import pick
from app.domain.persona import Slot
from app.domain.prospect import Move
from app.reading import normalise

_LAST_NO = 3
_ON_GOOD_TERMS = 0.6
"""Trust from which somebody who is just not in the mood says the last no without a grudge."""
_LEAVES_IT = re.compile(r"\b(?:leave it (?:there|here|at that|be)|never mind|forget it|let us not)\b")


def after_booking(now: Situation) -> Choice | None:
    """The meeting stands: confirm the details once, then leave before anybody talks it to death."""
    if not now.note(Note.BOOKED):
        return None
    moment = now.moment
    if (open_still := _of_the_meeting(moment.asked)) is not None:
        return about_the_talk(now, open_still)
    leaving = moment.has(Act.GOODBYE, Act.THANKS) and moment.asked is None
    if leaving or now.note(Note.CONFIRMED) or now.after.patience < 0.1:
        return Choice(
            moves=(Move.GOODBYE,), variants={Move.GOODBYE: "booked"}, phase="closed", ends=EndReason.BOOKED,
            why="a meeting is booked",
        )  # fmt: skip
    booked = slot_of(moment.persona.calendar, now.note(Note.BOOKED))
    if booked is not None and not on_day(booked, wish_of(moment.reading)):
        return Choice(
            moves=(Move.CONFIRM,),
            variants={Move.CONFIRM: "stays"},
            slots={"day": booked.day},
            line=f"{booked.day} stands.",
        )
    return Choice(
        moves=(Move.CONFIRM,), variants={Move.CONFIRM: "booked"}, notes={Note.CONFIRMED: "1"}, line="Yes, that's right."
    )


def _of_the_meeting(asked: Asked | None) -> Talk | None:
    """What people still settle once a day stands: where, what to show, and who else comes."""
    if asked is None:
        return None
    if asked.fact is not None:
        return Talk.SOMEBODY if asked.fact.id == "deciders.who" else None
    return asked.talk if asked.talk in (Talk.AGENDA, Talk.PLACE, Talk.SOMEBODY) else None


def time_is_open(now: Situation) -> Choice | None:
    """Yes in principle, or another time was offered: the next line settles it."""
    moment = now.moment
    offered = now.note(Note.OFFERED)
    if not (offered or now.note(Note.WILLING)) or now.note(Note.RUDE):
        return None
    if asks(moment) or moment.has(Act.CONFIRMS_DETAILS):
        slot, exact = find_slot(moment.persona.calendar, wish_of(moment.reading), prefer=offered)
        return _accept(slot) if exact else _counter(slot)
    leaves = _LEAVES_IT.search(normalise(moment.reading.text))
    if offered and moment.asked is None and not leaves and not moment.has(Act.DENIES, Act.CAVES, Act.ASKS_REPEAT):
        slot, _ = find_slot(moment.persona.calendar, Wish(), prefer=offered)
        return _accept(slot)
    return None


def asked_to_meet(now: Situation) -> Choice | None:
    """The trainee asks for a meeting."""
    moment = now.moment
    if not asks(moment):
        return None
    blocked = wall(moment, now.after)
    first = now.count(Note.ASKS) <= 1
    left = now.next_objection()
    if left is not None and blocked not in ("rude", "no fit", "no reason"):
        chance = moment.level.objects_at_ask * (1.0 if first else 0.3 + 0.4 * now.after.resistance)
        if moment.roll("object at ask") < chance or (blocked and len(now.after.objections) < 2):
            raised = raise_objection(now)
            assert raised is not None
            return raised
    if not blocked:
        return _yes(now)
    return _no(now, blocked)


def _yes(now: Situation) -> Choice:
    moment = now.moment
    wish = wish_of(moment.reading)
    if wish.empty and moment.roll("when") < 0.3:
        return Choice(
            moves=(Move.SHOW_INTEREST, Move.ASK_BACK),
            variants={Move.SHOW_INTEREST: "meeting", Move.ASK_BACK: Pending.TIME},
            notes={Note.WILLING: "1", Note.PENDING: Pending.TIME},
            phase="closing",
            line="Okay. When were you thinking?",
        )
    slot, exact = find_slot(moment.persona.calendar, wish)
    return _accept(slot) if exact else _counter(slot)


def _no(now: Situation, blocked: str) -> Choice:
    noes = now.count(Note.NOES) + 1
    notes = {Note.NOES: str(noes), Note.WALL: blocked}
    if blocked == "no fit" and not now.note(Note.NO_FIT) and now.moment.persona.no_fit_reason:
        said = pick(now.moment.persona.no_fit_reason, now.moment.scene.code, now.after.exchange, "no fit")
        return Choice(moves=(Move.NO_FIT,), content=said, notes=notes | {Note.NO_FIT: "1"}, why="is honestly no fit")
    if blocked == "no fit":
        return Choice(moves=(Move.REFUSE,), variants={Move.REFUSE: "no_fit"}, notes=notes, why="is honestly no fit")
    if blocked == "no reason":
        return Choice(
            moves=(Move.REFUSE, Move.ASK_WHAT),
            variants={Move.REFUSE: "no_reason"},
            notes=notes | {Note.PENDING: Pending.WHAT},
            line="What is this about?",
        )
    if noes >= _LAST_NO:
        kindly = blocked == "mood" and now.after.trust >= _ON_GOOD_TERMS
        strikes = not kindly and _wants_off_the_list(now)
        return Choice(
            moves=(Move.REFUSE, Move.OFF_LIST if strikes else Move.HANG_UP),
            variants={Move.REFUSE: "kindly", Move.HANG_UP: "kindly"}
            if kindly
            else {Move.REFUSE: "final", Move.HANG_UP: "enough"},
            notes=notes,
            phase="closed",
            ends=EndReason.PROSPECT_HUNG_UP,
            why=f"said no {noes} times",
        )
    if noes == 1 and blocked in ("interest", "trust", "mood"):
        return Choice(
            moves=(Move.HESITATE,),
            variants={Move.HESITATE: blocked},
            notes=notes | {Note.PENDING: Pending.PROOF},
            phase="closing",
            line="What would I get out of it?",
            why=f"not yet: {blocked}",
        )
    return Choice(moves=(Move.REFUSE,), variants={Move.REFUSE: "meeting"}, notes=notes, why=f"not yet: {blocked}")


def _wants_off_the_list(now: Situation) -> bool:
    """Whoever is direct and was not heard does not want to be called again."""
    t = now.moment.persona.temperament
    return now.moment.roll("off the list") < 0.2 + 0.5 * t.directness * (1 - t.warmth)


def _accept(slot: Slot) -> Choice:
    return Choice(
        moves=(Move.ACCEPT,),
        slots={"day": slot.day, "time": slot.time},
        notes={Note.BOOKED: slot_note(slot), Note.OFFERED: "", Note.WILLING: "", Note.PENDING: ""},
        phase="closing",
        line=f"Okay, {slot.day} at {slot.time}.",
    )


def _counter(slot: Slot) -> Choice:
    return Choice(
        moves=(Move.COUNTER_TIME,),
        slots={"day": slot.day, "time": slot.time},
        notes={Note.OFFERED: slot_note(slot), Note.WILLING: "1"},
        phase="closing",
        line=f"I could do {slot.day} at {slot.time}. Does that work?",
    )
