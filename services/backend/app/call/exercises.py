"""Sessions from briefing to scorecard: opened, scored, and closed when a dead process left them open."""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any

from app.call.casting import Cast, Casting, Wish
from app.dialogue import Wordings
from app.domain.call import Brief, CallType, EndedBy, EndReason, Outcomes, Party, Phase, Scene, Speaker
from app.domain.earlier import Earlier
from app.domain.errors import Conflict, Invalid, NotFound
from app.domain.events import EventKind
from app.domain.persona import Persona
from app.domain.plain import from_plain, to_plain
from app.domain.playbook import Playbook
from app.domain.run import ending, last_state, standing, utterances, voiced
from app.domain.scorecard import Dispute
from app.domain.session import StoredSession
from app.persona import DEFAULT_PLAYBOOK_ID, ledger_entry, load_playbooks, ready_made
from app.reading import Reader
from app.scoring import Rubric, load_rubric, parse_rubric, rubric_for, score_session, shipped_rubrics
from app.store import Disputes, Journal, Playbooks, Recordings, Rubrics, Scorecards, Sessions

logger = logging.getLogger(__name__)

LEDGER_DEPTH = 200
MOST_RUBRICS, MOST_DISPUTES = 100, 500
DEFAULT_TRAINEE = "Alex"
PROSPECT_LEFT = frozenset({EndReason.PROSPECT_HUNG_UP.value, EndReason.SILENCE.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercises:
    """The stores with the rules that hold across them."""

    sessions: Sessions
    journal: Journal
    scorecards: Scorecards
    recordings: Recordings
    own_playbooks: Playbooks
    """What the user wrote or imported, beside the ready-made ones."""
    own_rubrics: Rubrics
    disputes: Disputes
    voices: Callable[[], Collection[str]]
    """Genders that the voice engine can speak as."""
    now: Callable[[], datetime]
    random_seed: Callable[[], int]
    new_id: Callable[[], str]
    reader: Reader = field(default_factory=Reader)
    """Reads the trainee's lines, in typed calls and for the scorecard."""
    wordings: Wordings = field(default_factory=Wordings)
    """Who may word the prospect."""
    typing: Lock = field(default_factory=Lock)
    """Typed lines are taken one at a time."""

    def open(self, wish: Wish) -> StoredSession:
        """Sample the prospect and store the session; raises what keeps the wording asked for from being used."""
        self.wordings.require(wish.wording)
        trainee = wish.trainee_name.strip() or DEFAULT_TRAINEE
        cast = self._cast(wish, trainee)
        stored = StoredSession(
            session_id=self.new_id(),
            seed=cast.persona.seed if wish.seed is None else wish.seed,
            duration_minutes=wish.duration_minutes,
            created_at=self.now(),
            difficulty=cast.difficulty,
            call_type=cast.call_type,
            mode=wish.mode,
            wording=wish.wording,
            playbook_id=cast.playbook_id,
            prospect_code=cast.persona.code,
            trainee_name=trainee,
            assisted=wish.assisted,
            show_state=wish.show_state,
            previous_session_id=cast.previous_id,
            answered_by=wish.answered_by,
            earlier=to_plain(cast.earlier),
            persona=to_plain(cast.persona),
            brief=to_plain(cast.brief),
            met=ledger_entry(cast.persona),
        )
        self.sessions.add(stored)
        return stored

    def playbooks(self) -> list[Playbook]:
        """Everything that can be sold: the ready-made ones with the default first, then the user's own."""
        ready = sorted(load_playbooks(), key=lambda playbook: playbook.id != DEFAULT_PLAYBOOK_ID)
        return [*ready, *self.own_playbooks.all()]

    def playbook(self, playbook_id: str) -> Playbook:
        """One of them; raises `NotFound`."""
        return next((one for one in self.own_playbooks.all() if one.id == playbook_id), None) or ready_made(playbook_id)

    def scorecard(self, session_id: str, rubric: str | None = None) -> dict[str, Any]:
        """The session's card, made now if it was not yet; `Conflict` while the call is on."""
        stored = self.sessions.get(session_id)
        if stored.phase is not Phase.ENDED:
            raise Conflict("This session has not ended.", "The scorecard comes when the call is over.")
        sheet = self.rubric(rubric) if rubric else rubric_for(stored.call_type)
        card = self.scorecards.get(session_id, sheet.id, sheet.version if rubric else None)
        return card or self._score(stored, sheet)

    def rubric(self, rubric_id: str) -> Rubric:
        """A shipped sheet or one of the user's own; raises `NotFound`."""
        if rubric_id in shipped_rubrics():
            return load_rubric(rubric_id)
        text = self.own_rubrics.all().get(rubric_id)
        if text is None:
            raise NotFound(f"There is no rubric {rubric_id[:40]!r}.", "GET /rubrics lists them.")
        return parse_rubric(text)

    def add_rubric(self, text: str) -> Rubric:
        """Keep a rubric of the user's own; `Invalid` says what is wrong with it, `Conflict` that its id is taken."""
        sheet = parse_rubric(text)
        own = self.own_rubrics.all()
        if sheet.id in shipped_rubrics() or sheet.id in own:
            raise Conflict(f"There is a rubric {sheet.id!r} already.", "Give yours another id, or change that one.")
        if len(own) >= MOST_RUBRICS:
            raise Conflict(f"There are {MOST_RUBRICS} rubrics already.", "Delete one that is not used any more.")
        self.own_rubrics.put(sheet.id, text)
        return sheet

    def change_rubric(self, rubric_id: str, text: str) -> Rubric:
        """New contents for one's own rubric, under a version of its own: a stored card names what made it."""
        _own_rubric(rubric_id)
        known, sheet = self.rubric(rubric_id), parse_rubric(text)
        if sheet.id != rubric_id:
            raise Invalid(f"The id in the text is {sheet.id!r}.", f"A rubric keeps its id: {rubric_id!r}.")
        if sheet.version == known.version and sheet != known:
            raise Conflict(f"Version {known.version} is taken.", "Raise the version, so that cards stay comparable.")
        self.own_rubrics.put(rubric_id, text)
        return sheet

    def drop_rubric(self, rubric_id: str) -> None:
        """Delete one's own rubric; its cards stay."""
        _own_rubric(rubric_id)
        self.own_rubrics.delete(rubric_id)

    def disputes_of(self, session_id: str) -> list[Dispute]:
        """What is disputed about a session's cards, oldest first; raises `NotFound`."""
        return self.disputes.of(self.sessions.get(session_id).session_id)

    def dispute(self, session_id: str, criterion: str, note: str, rubric: str | None = None) -> Dispute:
        """Mark a criterion as wrongly judged; the card itself stays as it is."""
        card = self.scorecard(session_id, rubric)
        known = {item["id"] for dimension in card["dimensions"].values() for item in dimension["criteria"]}
        if criterion not in known:
            raise Invalid(f"The card has no criterion {criterion[:40]!r}.", "Name one that stands on it.")
        if len(self.disputes.of(session_id)) >= MOST_DISPUTES:
            raise Conflict(f"There are {MOST_DISPUTES} disputes already.", "Take one back first.")
        made = Dispute(
            dispute_id=self.new_id(),
            session_id=session_id,
            rubric_id=card["rubric"]["id"],
            rubric_version=card["rubric"]["version"],
            criterion=criterion,
            note=note.strip(),
            created_at=self.now(),
        )
        self.disputes.add(made)
        return made

    def finish(self, session_id: str, reason: str, by: str) -> None:
        """Note how the call ended."""
        self.sessions.update(session_id, phase=Phase.ENDED, ended_reason=reason, ended_by=by)

    def begin(self, session_id: str) -> None:
        """Note that a call is on: should this process die, the next one closes it."""
        self.sessions.update(session_id, phase=Phase.RINGING)

    def conclude(self, session_id: str, reason: EndReason, by: EndedBy) -> bool:
        """Note how a live call ended and score it; True when the card is there."""
        self.finish(session_id, reason.value, by.value)
        try:
            self.scorecard(session_id)
        except Exception as error:
            logger.error("scoring failed: %s", type(error).__name__, exc_info=error)
            return False
        return True

    def hang_up(self, session_id: str) -> None:
        """The trainee ends a call that is not live on a line; idempotent."""
        if self.sessions.get(session_id).phase is Phase.ENDED:
            return
        self.close(session_id, EndReason.TRAINEE_ENDED, EndedBy.TRAINEE)

    def close_orphans(self) -> list[str]:
        """End the calls that a dead process left open, with what was said in them."""
        orphans = self.sessions.open_calls()
        for session_id in orphans:
            self.close(session_id, EndReason.BACKEND_STOPPED, EndedBy.ERROR)
        return orphans

    def delete(self, session_id: str) -> None:
        """Remove a session and its recording; idempotent."""
        self.sessions.delete(session_id)
        self.recordings.delete(session_id)

    def close(self, session_id: str, reason: EndReason, by: EndedBy) -> None:
        """End a call outside its line; an ending that the log has already stands."""
        events = self.journal.events(session_id)
        known = ending(events)
        if known is None:
            known = (reason.value, by.value)
            at_ms = max((event.t_ms for event in events), default=0)
            self.journal.append(session_id, [(EventKind.ENDED, at_ms, {"reason": known[0], "by": known[1]})])
        self.finish(session_id, *known)

    def _cast(self, wish: Wish, trainee: str) -> Cast:
        now = self.now()
        casting = Casting(
            playbooks=self.playbooks(),
            met=lambda: self.sessions.met(LEDGER_DEPTH),
            voices=self.voices(),
            random_seed=self.random_seed,
            now=now,
        )
        if wish.previous_session_id is None and (wish.call_type is not CallType.CALLBACK or wish.prospect_code):
            return casting.choose(wish, trainee)
        if wish.previous_session_id is not None:
            previous = self.sessions.get(wish.previous_session_id)
        elif (last := self.sessions.last_ended()) is not None:
            previous = last
        else:
            raise Invalid("There is no earlier call to call back about.", "Call somebody first, then call back.")
        events = standing(self.journal.events(previous.session_id))
        return casting.call_back(wish, previous, events, trainee)

    def _score(self, stored: StoredSession, rubric: Rubric) -> dict[str, Any]:
        events = standing(self.journal.events(stored.session_id))
        card = score_session(
            utterances(events),
            _outcomes(stored, events),
            call_type=stored.call_type,
            brief=from_plain(Brief, stored.brief),
            events=events,
            voiced=voiced(events) or None,
            rubric=rubric,
            session_id=stored.session_id,
            reader=self.reader,
        )
        self.scorecards.put(stored.session_id, card, self.now())
        return card


def scene_of(stored: StoredSession) -> Scene:
    """What is fixed for the whole call beside the persona."""
    return Scene(
        code=stored.prospect_code,
        difficulty=stored.difficulty,
        call_type=stored.call_type,
        brief=from_plain(Brief, stored.brief),
        answered_by=stored.answered_by,
        earlier=from_plain(Earlier, stored.earlier) if stored.earlier else None,
    )


def persona_of(stored: StoredSession) -> Persona:
    """The prospect as it was sampled."""
    return from_plain(Persona, stored.persona)


def _own_rubric(rubric_id: str) -> None:
    if rubric_id in shipped_rubrics():
        raise Conflict("A shipped rubric cannot be changed.", "Make one of your own from it.")


def _outcomes(stored: StoredSession, events: list[Any]) -> Outcomes:
    """What the log knows about how the call went."""
    state = last_state(events)
    left = stored.ended_reason in PROSPECT_LEFT
    return Outcomes(
        meeting_booked=bool(state and state.notes.get("booked_slot")),
        hung_up_by=Speaker.PROSPECT if left else None,
        no_fit=not stored.persona.get("fits", True),
        end_reason=EndReason(stored.ended_reason) if stored.ended_reason else None,
        extra={"callback_odds": round(state.interest, 2)} if state and state.party is Party.VOICEMAIL else {},
    )
