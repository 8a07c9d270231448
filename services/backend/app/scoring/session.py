"""The scorer's one road: intake → reading and graph → criteria → sum → feedback → the card of the wire."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app import reading
from app.domain.acts import Act
from app.domain.call import Brief, CallType, EndedBy, EndReason, Outcomes, Speaker, Utterance
from app.domain.errors import Invalid
from app.domain.events import CallEvent, EventKind
from app.domain.plain import to_plain
from app.domain.scorecard import DIMENSIONS, Criterion, Dimension, Scorecard
from app.reading import lexicon_for
from app.scoring.ceilings import ceilings
from app.scoring.criteria import JUDGES
from app.scoring.evidence import settle, words
from app.scoring.feedback import feedback
from app.scoring.graph import Call, Voiced
from app.scoring.intake import brief_from, outcomes_from, script_from
from app.scoring.log import log_from
from app.scoring.metrics import figures
from app.scoring.rubric import DimensionSpec, Rubric, load_rubric, rubric_for
from app.scoring.sharing import told_apart
from app.scoring.totals import Ceiling, Sum, add_up, blame, dimension, excuse
from app.scoring.turns import Reader

_LATER = frozenset({"discovery", "value_articulation", "close_quality"})
"""Dimensions a prospect who leaves for reasons of its own may never have given a chance for."""
_NO_FIT = frozenset({"discovery", "objection_handling", "value_articulation"})
_COMMITMENTS = (Act.ASKS_MEETING, Act.PROPOSES_TIME, Act.ASKS_REFERRAL, Act.ASKS_PERMISSION)


def score_session(
    transcript: Sequence[Mapping[str, Any] | Utterance],
    outcomes: Mapping[str, Any] | Outcomes | None = None,
    *,
    call_type: str = "cold",
    brief: Brief | Mapping[str, Any] | None = None,
    events: Sequence[CallEvent] = (),
    voiced: Voiced | None = None,
    rubric: str | Rubric | None = None,
    session_id: str | None = None,
    reader: reading.Reader | None = None,
) -> dict[str, Any]:
    """The scorecard of a call as plain JSON values; `Invalid` says what is wrong with the input.

    `transcript` is `{speaker, text, start_ms?, end_ms?}` in order; without times nothing that needs them is tested.
    `events` (the call's log) are ground truth for the prospect's side, `voiced` (`{speaker: [(start_ms, end_ms)]}`)
    for the figures. `rubric` is a sheet or the name of a shipped one; by default the one for `call_type`.
    Without `reader` patterns alone read the trainee's lines. The same input gives the same card, byte for byte.
    """
    if call_type not in set(CallType):
        raise Invalid(f"Unknown type of call {str(call_type)[:40]!r}.", f"Known: {', '.join(CallType)}.")
    sheet = rubric if isinstance(rubric, Rubric) else load_rubric(rubric) if rubric else rubric_for(call_type)
    script = script_from(transcript)
    if events and not any(event.kind is EventKind.SPEAKING for event in events):
        # A typed call: its times are made up from the number of words, so nothing may be judged by them.
        script = replace(script, timed=False)
    known = _with_ending(outcomes_from(outcomes), events)
    known_brief = brief_from(brief)
    call = Call(
        script,
        rubric=sheet,
        outcomes=known,
        brief=known_brief,
        log=log_from(events),
        voiced=voiced,
        reader=Reader(lexicon_for(known_brief), reader),
    )
    dimensions = judge(call)
    limits = ceilings(call, sheet)
    result = total(call, dimensions, limits)
    said = feedback(call, dimensions)
    card = Scorecard(
        status=result.status,
        total_score=result.total,
        dimensions=dimensions,
        misses=said.misses,
        suggestions=said.suggestions,
        wins=said.wins,
        metrics=figures(call),
        rubric={"id": sheet.id, "version": sheet.version},
        session_id=session_id,
    )
    asks = [words(said, call.timed) for said in call.said(*_COMMITMENTS)]
    extra = {"why_partial": result.why_partial, "ceilings": to_plain(limits), "asks": to_plain(asks)}
    return {**to_plain(card), **extra}


def judge(call: Call) -> dict[str, Dimension]:
    """All seven dimensions; one that the call's rubric does not name is not tested."""
    sheets = {item.id: item for item in call.rubric.dimensions}
    judged = {name: _judged(call, sheets[name]) if name in sheets else () for name in DIMENSIONS}
    return {name: dimension(criteria) for name, criteria in told_apart(judged, call.rubric).items()}


def total(call: Call, dimensions: Mapping[str, Dimension], limits: Sequence[Ceiling]) -> Sum:
    """What the dimensions add up to in this call, or why they do not."""
    waived = call.outcomes.no_fit
    return add_up(dimensions, call.rubric, limits, too_short=_too_short(call), objections_waived=waived)


def _judged(call: Call, sheet: DimensionSpec) -> tuple[Criterion, ...]:
    """The criteria of one dimension; a penalty is listed only where it was incurred."""
    found = []
    for spec in sheet.criteria:
        if spec.id not in JUDGES:
            raise Invalid(
                f"The rubric names a criterion nobody can judge: {spec.id!r}.", f"Known: {', '.join(JUDGES)}."
            )
        criterion = settle(spec, JUDGES[spec.id](call, spec))
        if spec.penalty and criterion.points == 0:
            continue
        if call.trainee_drove_away and (call.timed or not spec.needs_times):
            criterion = blame(criterion)
        elif call.left_for_own_reasons and sheet.id in _LATER:
            criterion = excuse(criterion, "The prospect left for reasons of its own.")
        elif call.outcomes.no_fit and sheet.id in _NO_FIT:
            criterion = excuse(criterion, "With a prospect who is no fit it need not come to this.")
        found.append(criterion)
    return tuple(found)


def _too_short(call: Call) -> str:
    if not call.mine:
        return "You said nothing."
    if call.rubric.one_sided:
        return ""
    if len(call.mine) < 2:
        return "One turn is too little to judge a call by."
    return "" if call.theirs else "Only one side of the call was heard."


def _with_ending(outcomes: Outcomes, events: Sequence[CallEvent]) -> Outcomes:
    """Outcomes completed by how the log says the call ended."""
    ended = next((event.data for event in reversed(events) if event.kind is EventKind.ENDED), None)
    if ended is None:
        return outcomes
    reason = EndReason(ended["reason"]) if ended.get("reason") in set(EndReason) else outcomes.end_reason
    by_prospect = reason is EndReason.PROSPECT_HUNG_UP or (ended.get("by") == EndedBy.PROSPECT and reason is None)
    left = Speaker.PROSPECT if by_prospect else outcomes.hung_up_by
    booked = True if reason is EndReason.BOOKED and outcomes.meeting_booked is None else outcomes.meeting_booked
    return replace(outcomes, end_reason=reason, hung_up_by=left, meeting_booked=booked)
