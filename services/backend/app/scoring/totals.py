"""From judged criteria to dimensions and one number; nothing here looks at the call's words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.scorecard import CardStatus, Criterion, Dimension, Verdict
from app.scoring.rubric import Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """A limit on the total, with its reason."""

    id: str
    limit: int
    why: str
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """What the criteria add up to."""

    status: CardStatus
    total: int | None
    why_partial: str = ""


def dimension(criteria: Sequence[Criterion]) -> Dimension:
    """A dimension from its criteria: untested ones leave points and denominator, penalties stop at zero."""
    tested = [item for item in criteria if item.state is not Verdict.NOT_TESTED]
    most = round(sum(item.max for item in tested), 2)
    if most <= 0:
        return Dimension(score=None, points=0.0, max=0.0, state="not_tested", criteria=tuple(criteria))
    points = round(max(0.0, sum(item.points for item in tested)), 2)
    return Dimension(score=percent(points, most), points=points, max=most, state="tested", criteria=tuple(criteria))


def percent(points: float, most: float) -> int:
    """Whole percent, halves rounded up."""
    return int(100 * points / most + 0.5 + 1e-9)


def add_up(
    dimensions: Mapping[str, Dimension],
    rubric: Rubric,
    ceilings: Iterable[Ceiling],
    *,
    too_short: str = "",
    objections_waived: bool = False,
) -> Sum:
    """The total, or why there is none; `too_short` is the reason when the call was no conversation."""
    points = sum(item.points for item in dimensions.values())
    most = sum(item.max for item in dimensions.values())
    reason = too_short or _untested(dimensions, rubric, most, objections_waived)
    if reason:
        return Sum(CardStatus.PARTIAL, None, reason)
    total = percent(points, most)
    shown = sum(any(criterion.points > 0 for criterion in item.criteria) for item in dimensions.values())
    if shown < rubric.high_score_dimensions:
        total = min(total, rubric.high_score - 1)
    return Sum(CardStatus.COMPLETE, min([total, *(ceiling.limit for ceiling in ceilings)]))


def _untested(dimensions: Mapping[str, Dimension], rubric: Rubric, most: float, waived: bool) -> str:
    if most < rubric.least_tested_weight:
        return (
            f"The call tested {most:g} of 100 points; below {rubric.least_tested_weight:g} there is no headline total."
        )
    needed = rubric.must_be_tested
    if dimensions[needed].state == "not_tested" and not waived:
        return f"The call never tested {needed.replace('_', ' ')}."
    return ""


def blame(criterion: Criterion) -> Criterion:
    """An untested criterion after the trainee drove the prospect away: the chance was theirs, so it is unmet."""
    if criterion.state is not Verdict.NOT_TESTED:
        return criterion
    return replace(criterion, state=Verdict.UNMET, why="The prospect left because of the call before it came to this.")


def excuse(criterion: Criterion, why: str) -> Criterion:
    """An unmet criterion that the call gave no fair chance for: not tested, and why."""
    if criterion.state is not Verdict.UNMET or criterion.points < 0:
        return criterion
    return replace(criterion, state=Verdict.NOT_TESTED, quotes=(), why=why)
