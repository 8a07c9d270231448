"""What a second reader may change: a criterion by one state, the total by a few points; and how sure that leaves us."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.call import Speaker, Utterance
from app.domain.plain import from_plain, to_plain
from app.domain.scorecard import DIMENSIONS, Criterion, Dimension, Verdict
from app.scoring.rubric import CriterionSpec, Rubric
from app.scoring.sharing import conflicts
from app.scoring.totals import Ceiling, add_up, dimension
from app.scoring.verifier.asking import Examiner, Finding, Opinion, opinions, questions

MOST = 6
"""Points of 100 by which all that a language model says may move a total."""
_UP = {Verdict.UNMET: Verdict.PARTIAL, Verdict.PARTIAL: Verdict.MET}
_DOWN = {Verdict.MET: Verdict.PARTIAL, Verdict.PARTIAL: Verdict.UNMET}
_WHY = {
    Finding.SHOWN: "A language model read this exchange and found it there.",
    Finding.LACKING: "A language model read this exchange and did not find it there.",
}
Sheet = Mapping[str, Dimension]


def second_opinion(
    card: Mapping[str, Any], said: Sequence[Utterance], rubric: Rubric, examiner: Examiner
) -> dict[str, Any]:
    """The card as `examiner` sees it, with `verifier` and `interval` beside; `card` itself is left alone.

    `verifier` is `{engine, asked, unclear, moved: [{criterion, from, to}], total_before}`. `interval` is `{low, high}`:
    what the total could be if the doubtful answers went against or for the trainee; None without a total, or when no
    question got a clear answer.
    """
    written = card["dimensions"]
    before: Sheet = {name: from_plain(Dimension, written[name]) for name in DIMENSIONS if name in written}
    limits = [from_plain(Ceiling, one) for one in card.get("ceilings", ())]
    specs = {spec.id: spec for spec in rubric.criteria() if spec.kind == "evidence" and not spec.penalty}
    asked = [one for item in before.values() for one in item.criteria if one.id in specs and one.id in questions()]
    asked = [one for one in asked if one.state is not Verdict.NOT_TESTED]
    timed = any(quote.start_ms is not None for one in asked for quote in one.quotes)
    found = list(opinions(asked, said, timed, examiner))

    scale = _Scale(before, rubric, limits, headline=card["total_score"] is not None)
    after, moved = before, []
    for opinion in found:
        changed = _moved(after, opinion, specs[opinion.criterion])
        if changed is not None and scale.allows(changed) and not _shares_words(after, changed, rubric):
            was, now = _of(after, opinion.criterion), _of(changed, opinion.criterion)
            moved.append({"criterion": opinion.criterion, "from": was.state.value, "to": now.state.value})
            after = changed
    doubtful = [one.criterion for one in found if one.finding is Finding.UNCLEAR]
    total = scale.total(after) if moved else card["total_score"]
    interval = None
    if total is not None and len(doubtful) < len(found):
        ends = [scale.total(scale.pushed(after, doubtful, specs, way)) for way in (_DOWN, _UP)]
        known = [total, card["total_score"], *ends]
        interval = {"low": min(known), "high": max(known)}
    record = {
        "engine": examiner.name,
        "asked": len(found),
        "unclear": len(doubtful),
        "moved": moved,
        "total_before": card["total_score"],
    }
    changes = {"dimensions": to_plain(after), "total_score": total} if moved else {}
    return {**card, **changes, "verifier": record, "interval": interval}


class _Scale:
    """Totals of changed sheets, and whether they stay close enough to the first one."""

    def __init__(self, first: Sheet, rubric: Rubric, limits: Sequence[Ceiling], *, headline: bool) -> None:
        self._rubric, self._limits, self._headline = rubric, limits, headline
        self._raw, self._total = _raw(first), self.total(first)

    def total(self, sheet: Sheet) -> int:
        """The headline; only asked for where the card has one, so nothing can be untested."""
        return add_up(sheet, self._rubric, self._limits, objections_waived=True).total or 0

    def allows(self, sheet: Sheet) -> bool:
        close = abs(_raw(sheet) - self._raw) <= MOST
        return close and (not self._headline or abs(self.total(sheet) - self._total) <= MOST)

    def pushed(
        self, sheet: Sheet, ids: Sequence[str], specs: Mapping[str, CriterionSpec], way: Mapping[Verdict, Verdict]
    ) -> Sheet:
        """The sheet with the criteria `ids` a state further, as far as that is allowed."""
        for name in ids:
            criterion = _of(sheet, name)
            if criterion.state in way:
                state = way[criterion.state]
                further = _with(sheet, replace(criterion, state=state, points=_points(specs[name], state)))
                sheet = further if self.allows(further) else sheet
        return sheet


def _moved(sheet: Sheet, opinion: Opinion, spec: CriterionSpec) -> Sheet | None:
    """The sheet with the criterion one state nearer to the opinion; None where it is there already."""
    criterion, quote = _of(sheet, opinion.criterion), opinion.quote
    way = {Finding.SHOWN: _UP, Finding.LACKING: _DOWN, Finding.UNCLEAR: {}}[opinion.finding]
    if criterion.state not in way or quote is None:
        return None
    mine = {one.turn for one in criterion.quotes if one.speaker == Speaker.TRAINEE}
    if way is _DOWN and mine - {quote.turn}:
        return None  # evidence from another moment stands
    state = way[criterion.state]
    quotes = tuple(dict.fromkeys((*criterion.quotes, quote))) if way is _UP else criterion.quotes
    if state is Verdict.UNMET:
        quotes = tuple(one for one in quotes if one.speaker == Speaker.PROSPECT)
    why = f"{criterion.why} {_WHY[opinion.finding]}"
    return _with(sheet, replace(criterion, state=state, points=_points(spec, state), quotes=quotes, why=why))


def _points(spec: CriterionSpec, state: Verdict) -> float:
    """What a state is worth: partly met is the lowest rung, or half where there are none."""
    partly = min(spec.levels.values(), default=round(spec.max / 2, 2))
    return {Verdict.MET: spec.max, Verdict.PARTIAL: partly}.get(state, 0.0)


def _of(sheet: Sheet, name: str) -> Criterion:
    return next(one for item in sheet.values() for one in item.criteria if one.id == name)


def _with(sheet: Sheet, changed: Criterion) -> Sheet:
    return {
        name: dimension([changed if one.id == changed.id else one for one in item.criteria])
        if any(one.id == changed.id for one in item.criteria)
        else item
        for name, item in sheet.items()
    }


def _shares_words(before: Sheet, after: Sheet, rubric: Rubric) -> bool:
    """Whether the change makes two criteria stand on the same words that may not."""
    old, new = ([one for item in sheet.values() for one in item.criteria] for sheet in (before, after))
    return bool(set(conflicts(new, rubric)) - set(conflicts(old, rubric)))


def _raw(sheet: Sheet) -> float:
    most = sum(item.max for item in sheet.values())
    return 100 * sum(item.points for item in sheet.values()) / most if most else 0.0
