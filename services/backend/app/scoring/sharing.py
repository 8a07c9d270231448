"""One sentence, one merit: words that earned points stand for another criterion only where the rubric says so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from app.domain.call import Speaker
from app.domain.scorecard import Criterion, Quote, Verdict
from app.scoring.rubric import CriterionSpec, Rubric

Judged = Mapping[str, tuple[Criterion, ...]]
"""The criteria of every dimension, in the order of the sheet."""


def told_apart(judged: Judged, rubric: Rubric) -> dict[str, tuple[Criterion, ...]]:
    """The same criteria; one that stands only on words of earlier ones it may not share with earns nothing.

    The order of the sheet decides who was first. Absences cite the exchange in which nothing went wrong, penalties what
    did: neither claims words.
    """
    specs = {spec.id: spec for spec in rubric.criteria()}
    standing: list[Criterion] = []
    settled: dict[str, tuple[Criterion, ...]] = {}
    for name, criteria in judged.items():
        kept = []
        for criterion in criteria:
            spec, stands = specs[criterion.id], criterion
            if criterion.points > 0 and spec.kind == "evidence":
                rivals = [other for other in standing if not _may_share(spec, specs[other.id])]
                stands = _on_own_words(spec, criterion, rivals)
                standing += [stands] if stands.points > 0 else []
            kept.append(stands)
        settled[name] = tuple(kept)
    return settled


def conflicts(criteria: Iterable[Criterion], rubric: Rubric) -> Iterator[tuple[str, str]]:
    """Pairs of criteria that stand on the same words of the trainee's without being declared to."""
    specs = {spec.id: spec for spec in rubric.criteria()}
    earned = [item for item in criteria if item.points > 0 and specs[item.id].kind == "evidence"]
    for place, first in enumerate(earned):
        for other in earned[place + 1 :]:
            if not _may_share(specs[first.id], specs[other.id]) and any(_taken(q, [first]) for q in _mine(other)):
                yield first.id, other.id


def _may_share(one: CriterionSpec, other: CriterionSpec) -> bool:
    return one.id in other.shares or other.id in one.shares


def _on_own_words(spec: CriterionSpec, criterion: Criterion, rivals: list[Criterion]) -> Criterion:
    own = [quote for quote in _mine(criterion) if not _taken(quote, rivals)]
    if len(own) == len(_mine(criterion)):
        return criterion
    if not own:
        chance = tuple(quote for quote in criterion.quotes if quote.speaker != Speaker.TRAINEE)
        why = f"{spec.unmet} The words that come closest already count for something else."
        return replace(criterion, state=Verdict.UNMET, points=0.0, quotes=chance, why=why)
    taken = [quote for quote in _mine(criterion) if quote not in own]
    return replace(criterion, quotes=tuple(quote for quote in criterion.quotes if quote not in taken))


def _mine(criterion: Criterion) -> list[Quote]:
    return [quote for quote in criterion.quotes if quote.speaker == Speaker.TRAINEE]


def _taken(quote: Quote, by: list[Criterion]) -> bool:
    return any(
        theirs.turn == quote.turn and theirs.start_char < quote.end_char and quote.start_char < theirs.end_char
        for criterion in by
        for theirs in _mine(criterion)
    )
