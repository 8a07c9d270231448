"""What is judged, one function per criterion: `(call, spec) -> Finding`."""

from collections.abc import Callable, Mapping

from app.scoring.criteria import balance, close, discovery, gatekeeper, objections, opener, rapport, value, voicemail
from app.scoring.evidence import Finding
from app.scoring.graph import Call
from app.scoring.rubric import CriterionSpec

Judge = Callable[[Call, CriterionSpec], Finding]

JUDGES: Mapping[str, Judge] = {
    "identifies": opener.identifies,
    "reason": opener.reason,
    "relevance": opener.relevance,
    "refers_back": opener.refers_back,
    "permission": opener.permission,
    "yields": opener.yields,
    "false_familiarity": opener.false_familiarity,
    "uptake": rapport.uptake,
    "acknowledges": rapport.acknowledges,
    "no_interruptions": rapport.no_interruptions,
    "tone": rapport.tone,
    "situation": discovery.fact,
    "problem": discovery.fact,
    "consequence": discovery.fact,
    "follow_up": discovery.follow_up,
    "process": discovery.fact,
    "interrogation": discovery.interrogation,
    "objection_pause": objections.step,
    "objection_acknowledged": objections.step,
    "objection_explored": objections.step,
    "objection_answered": objections.step,
    "objection_closed": objections.step,
    "outcome": value.outcome,
    "linked": value.linked,
    "proof": value.proof,
    "invented_proof": value.invented_proof,
    "pitch_length": value.pitch_length,
    "claims_per_turn": value.claims_per_turn,
    "plain_words": value.plain_words,
    "ask": close.ask,
    "agreed": close.agreed,
    "presses_on": close.presses_on,
    "talk_share": balance.share_of_talk,
    "monologue": balance.monologue,
    "floor_changes": balance.changes,
    "honest_reason": gatekeeper.honest_reason,
    "courtesy": gatekeeper.courtesy,
    "screen": gatekeeper.screen,
    "way_in": gatekeeper.way_in,
    "message_reason": voicemail.reason,
    "message_reason_early": voicemail.reason_early,
    "message_length": voicemail.length,
    "message_next_step": voicemail.next_step,
}
