"""From what is stored to what is sent."""

from typing import Any

from app.domain.call import Utterance
from app.domain.plain import to_plain
from app.domain.session import StoredSession
from app.schemas import Briefing, EndedOut, ProspectOut, SellerOut, SessionCreated, SessionOut, UtteranceOut


def utterance_out(said: Utterance) -> UtteranceOut:
    """One utterance."""
    return UtteranceOut(**to_plain(said))


def created_out(stored: StoredSession, opening: Utterance | None) -> SessionCreated:
    """A fresh session."""
    return SessionCreated(**_common(stored), opening=utterance_out(opening) if opening else None)


def session_out(stored: StoredSession, opening: Utterance | None, score: tuple[str, int | None] | None) -> SessionOut:
    """A session as it stands."""
    ended = None
    if stored.ended_reason and stored.ended_by:
        ended = EndedOut.model_validate({"reason": stored.ended_reason, "by": stored.ended_by})
    return SessionOut.model_validate(
        _common(stored)
        | {
            "opening": utterance_out(opening) if opening else None,
            "mode": stored.mode,
            "wording": stored.wording,
            "phase": stored.phase.value,
            "ended": ended,
            "assisted": stored.assisted,
            "total_score": score[1] if score else None,
            "score_status": score[0] if score else None,
        }
    )


def _common(stored: StoredSession) -> dict[str, Any]:
    return {
        "session_id": stored.session_id,
        "seed": stored.seed,
        "prospect_code": stored.prospect_code,
        "duration_minutes": stored.duration_minutes,
        "difficulty": stored.difficulty,
        "call_type": stored.call_type.value,
        "created_at": stored.created_at,
        "briefing": _briefing(stored.brief),
    }


def _briefing(brief: dict[str, Any]) -> Briefing:
    seller = {name: brief["seller"][name] for name in SellerOut.model_fields}
    return Briefing(
        trainee_name=brief["trainee_name"],
        seller=SellerOut(**seller),
        prospect=ProspectOut(
            name=brief["prospect_name"],
            title=brief["prospect_title"],
            company=brief["prospect_company"],
            industry=brief["prospect_industry"],
            size=brief["prospect_size"],
            public_facts=brief["public_facts"],
        ),
        goal=brief["goal"],
    )
