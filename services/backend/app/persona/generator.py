"""Samples a believable buyer from the library, and another one if this trainee has met too similar ones."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from app.domain.call import CallType
from app.domain.persona import Persona
from app.domain.playbook import Playbook
from app.persona.calendar import free_slots
from app.persona.codes import ProspectCode, encode, fold_seed, playbook_tag
from app.persona.desk import at_the_desk
from app.persona.draw import Draw
from app.persona.facts import pain_facts, situation_facts
from app.persona.identity import Identity, email_of, identify
from app.persona.ledger import too_near
from app.persona.objections import stack_kinds, worded
from app.persona.playbooks import ready_made
from app.persona.shelves import ObjectionKind, shelves
from app.persona.vocabulary import subjects, vocabulary

NO_FIT_SHARE = 0.08
_REDRAWS = 400


class PersonaGenerator:
    """Makes personas; has no state of its own."""

    def generate(
        self,
        seed: int,
        recent_sessions: Sequence[Mapping[str, Any]] = (),
        *,
        difficulty: int = 3,
        call_type: str = "cold",
        playbook: Playbook | None = None,
        voices: Collection[str] = ("female", "male"),
        weekday: int = 0,
    ) -> Persona:
        """The persona of `seed`, or of a seed derived from it when the ledger refuses that one.

        `recent_sessions` are ledger entries, newest first (see `ledger_entry`; partial ones are fine).
        `persona.seed` rebuilds the same persona without them. Same arguments, same persona, on every machine.
        `weekday` is that of the call (Monday is 0): the free days of the calendar follow from it, nothing else does.
        Raises `ValueError` for a call type that does not exist.
        """
        playbook = playbook or ready_made()
        first = fold_seed(seed)
        fallback: _Draft | None = None
        for attempt in range(_REDRAWS):
            draft = _Draft(first if attempt == 0 else fold_seed(-(first * _REDRAWS + attempt)), playbook)
            if draft.who.voice.gender not in voices:
                continue
            refused = too_near(draft.who, draft.kinds[0].kind, recent_sessions, draft.seed)
            if not refused:
                break
            if fallback is None and refused != "objection":
                fallback = draft
        else:
            # Everybody at hand is near somebody met: an old face with another objection beats none.
            draft = fallback or _Draft(first, playbook)
        code = ProspectCode(
            seed=draft.seed,
            difficulty=difficulty,
            call_type=CallType(call_type),
            playbook_tag=playbook_tag(playbook),
        )
        return draft.finish(encode(code), weekday)


class _Draft:
    """The cheap outline of a persona; `finish` makes the rest."""

    def __init__(self, seed: int, playbook: Playbook) -> None:
        self.seed, self.playbook = seed, playbook
        self.draw = Draw(seed, playbook.hash)
        self.who: Identity = identify(self.draw, playbook)
        self.has_vendor = self.draw.unit("vendor") < 0.6
        owns = not playbook.roles or self.who.role.id in playbook.roles
        self.kinds: tuple[ObjectionKind, ...] = stack_kinds(
            self.draw, self.who, has_vendor=self.has_vendor, owns_problem=owns
        )

    def finish(self, code: str, weekday: int) -> Persona:
        draw, who = self.draw, self.who
        fits = draw.unit("fit") >= NO_FIT_SHARE
        words = vocabulary(draw, who, self.playbook)
        pains = self._pains() if fits else frozenset()
        facts = (
            *situation_facts(draw, who, words, true_of=self._true_of()),
            *pain_facts(draw, self.playbook, words, pains),
        )
        return Persona(
            code=code,
            seed=self.seed,
            given_name=who.given_name,
            surname=who.surname,
            title=who.title,
            role=who.role.id,
            seniority=who.seniority,
            company=who.company,
            industry=who.industry.name,
            size=who.size,
            region=who.region,
            voice=who.voice,
            temperament=who.temperament,
            activity=words["doing"],
            facts=facts,
            objections=worded(draw, self.kinds, words),
            fits=fits,
            booking_trust=round(0.46 + 0.1 * who.temperament.scepticism + 0.08 * draw.unit("booking"), 3),
            calendar=free_slots(draw, weekday),
            email=email_of(who.given_name, who.surname, who.company),
            best_time=draw.pick(shelves().pick_ups["best_times"], "best time"),
            pick_up=self._pick_up(words),
            public_fact_ids=tuple(fact.id for fact in facts if fact.public),
            desk=at_the_desk(draw, who.given_name, who.region),
            colleague=words["colleague"],
            words=words | subjects(self.playbook),
            no_fit_reason=() if fits else next(f.sayings for f in facts if f.problem_index is not None),
        )

    def _true_of(self) -> frozenset[str]:
        """Whether there is a vendor, one without a term, and whether nobody ever tried: who was burnt once did try."""
        kinds = {kind.kind for kind in self.kinds}
        found = {"vendor" if self.has_vendor else "no_vendor"}
        found |= {"untried"} if "bad_experience" not in kinds else set()
        found |= {"unlocked"} if self.has_vendor and "contract_locked" not in kinds else set()
        return frozenset(found)

    def _pains(self) -> frozenset[int]:
        count = len(self.playbook.problems)
        order = sorted(range(count), key=lambda index: self.draw.unit("pain", index))
        return frozenset(order[: max(min(count, 2), min(count, self.draw.whole(2, 3, "pains")))])

    def _pick_up(self, words: Mapping[str, str]) -> tuple[str, ...]:
        t = self.who.temperament
        manners = [
            ("plain", 0.5),
            ("curt", t.directness * (1 - t.warmth)),
            ("warm", t.warmth * 0.6),
            ("busy", (1 - t.patience) * 0.4),
            ("dry", t.humour * 0.35 if t.humour > 0.5 else 0.0),
        ]
        manner = self.draw.weighted(manners, "pick up")
        line = self.draw.pick(shelves().pick_ups[manner], "pick up line")
        return self.draw.sayings([line], words, "pick up words")
