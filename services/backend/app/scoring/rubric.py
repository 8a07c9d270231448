"""The sheet a call is judged by: dimensions, criteria, points and anchors, read from a versioned TOML file."""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.errors import Invalid
from app.domain.scorecard import DIMENSIONS

FOLDER = Path(__file__).parent / "rubrics"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
_KINDS = ("evidence", "absence")
_WHOLE = frozenset({"cold", "callback"})
"""Types of call that every dimension is tested in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionSpec:
    """One judged thing: what it is worth and how its anchors read."""

    id: str
    max: float
    kind: str = "evidence"
    """`evidence` needs the trainee's words; `absence` is earned by what did not happen, where it could have."""
    penalty: float = 0.0
    """Points taken when it happens; such a criterion has `max` 0."""
    needs_times: bool = False
    """True for what only a transcript with times can show."""
    levels: Mapping[str, float] = field(default_factory=dict)
    """Points of the rungs between nothing and `max`."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    """What the card says on a rung; `partial` where a rung has no words of its own."""
    shares: tuple[str, ...] = ()
    """Criteria that may stand on the same words."""
    met: str = ""
    partial: str = ""
    unmet: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionSpec:
    """One skill with its criteria; their `max` add up to `weight`."""

    id: str
    weight: float
    criteria: tuple[CriterionSpec, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """A whole sheet; `id` and `version` are stored with every score."""

    id: str
    version: str
    name: str
    call_types: tuple[str, ...]
    least_tested_weight: float
    must_be_tested: str
    high_score: int
    high_score_dimensions: int
    ceilings: Mapping[str, int]
    dimensions: tuple[DimensionSpec, ...]
    """Those that such a call can test; a sheet for cold calls names all seven."""
    one_sided: bool = False
    """True where nobody answers: then one turn is a whole call."""

    def criteria(self) -> Iterator[CriterionSpec]:
        """Every criterion in the order of the sheet."""
        for dimension in self.dimensions:
            yield from dimension.criteria


def parse_rubric(text: str) -> Rubric:
    """The sheet written in `text` (TOML, or JSON of the same shape); `Invalid` says what is wrong with it."""
    try:
        raw = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise Invalid(f"The rubric is not readable TOML or JSON: {error}") from error
    try:
        rubric = _build(_extended(raw))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise Invalid(f"The rubric lacks or misuses a field: {error}", "Compare it with docs/rubric.md.") from error
    _check(rubric)
    return rubric


@cache
def shipped_rubrics() -> Mapping[str, str]:
    """The text of every shipped sheet by its id."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.toml"))}


@cache
def load_rubric(name: str) -> Rubric:
    """The shipped sheet called `name`; `Invalid` lists the known ones when there is none of that name."""
    shipped = shipped_rubrics()
    if name not in shipped:
        raise Invalid(f"No rubric is called {name!r}.", f"Known rubrics: {', '.join(shipped)}.")
    return parse_rubric(shipped[name])


def rubric_for(call_type: str) -> Rubric:
    """The shipped sheet for a type of call; `Invalid` when there is none."""
    for path in sorted(FOLDER.glob("*.toml")):
        rubric = load_rubric(path.stem)
        if call_type in rubric.call_types:
            return rubric
    raise Invalid(f"No rubric is made for calls of type {call_type!r}.", "Name a rubric to judge this call by.")


def _extended(raw: Mapping[str, Any]) -> dict[str, Any]:
    """A sheet that `extends` a shipped one, written out: `criteria.ID` changes fields, `add.DIMENSION.ID` adds one."""
    if "extends" not in raw:
        return dict(raw)
    base = tomllib.loads(shipped_rubrics()[str(raw["extends"])])
    changes, added = dict(raw.get("criteria", {})), raw.get("add", {})
    for dimension in base["dimensions"]:
        for criterion in dimension["criteria"]:
            criterion.update(changes.pop(criterion["id"], {}))
        dimension["criteria"] += [{"id": name, **fields} for name, fields in added.get(dimension["id"], {}).items()]
    if changes:
        raise ValueError(f"no criterion is called {', '.join(sorted(changes))}")
    return base | {name: raw[name] for name in raw if name not in ("extends", "criteria", "add")}


def _build(raw: Mapping[str, Any]) -> Rubric:
    rules = raw["rules"]
    return Rubric(
        id=str(raw["id"]),
        version=str(raw["version"]),
        name=str(raw["name"]),
        call_types=tuple(raw["call_types"]),
        least_tested_weight=float(rules["least_tested_weight"]),
        must_be_tested=str(rules["must_be_tested"]),
        high_score=int(rules["high_score"]),
        high_score_dimensions=int(rules["high_score_dimensions"]),
        one_sided=bool(rules.get("one_sided", False)),
        ceilings={str(key): int(value) for key, value in raw["ceilings"].items()},
        dimensions=tuple(
            DimensionSpec(
                id=str(item["id"]),
                weight=float(item["weight"]),
                criteria=tuple(_criterion(criterion) for criterion in item["criteria"]),
            )
            for item in raw["dimensions"]
        ),
    )


def _criterion(raw: Mapping[str, Any]) -> CriterionSpec:
    fields: dict[str, Any] = dict(raw)
    fields["max"] = float(fields["max"])
    fields["penalty"] = float(fields.get("penalty", 0))
    fields["shares"] = tuple(fields.get("shares", ()))
    fields["anchors"] = {str(key): str(value) for key, value in fields.get("anchors", {}).items()}
    fields["levels"] = {str(key): float(value) for key, value in fields.get("levels", {}).items()}
    return CriterionSpec(**fields)


def _check(rubric: Rubric) -> None:
    from app.scoring.criteria import JUDGES  # here: judges are written against the sheet

    ids = [criterion.id for criterion in rubric.criteria()]
    complaints = [f"{name} appears twice" for name in sorted({name for name in ids if ids.count(name) > 1})]
    if not _ID.fullmatch(rubric.id) or not _ID.fullmatch(rubric.version):
        complaints.append("id and version take up to 32 letters, digits, dots, dashes and underscores")
    complaints += [f"nobody can judge a criterion {name!r}" for name in ids if name not in JUDGES]
    named = [dimension.id for dimension in rubric.dimensions]
    whole = len(named) == len(DIMENSIONS) or not _WHOLE & set(rubric.call_types)
    if not set(named) <= set(DIMENSIONS) or len(set(named)) < len(named) or not whole:
        complaints.append(f"the dimensions must be {', '.join(DIMENSIONS)}")
    if rubric.must_be_tested not in named:
        complaints.append(f"must_be_tested names no dimension of the sheet, {rubric.must_be_tested!r}")
    if abs(sum(dimension.weight for dimension in rubric.dimensions) - 100) > 1e-9:
        complaints.append("the weights of the dimensions must add up to 100")
    for dimension in rubric.dimensions:
        if abs(sum(criterion.max for criterion in dimension.criteria) - dimension.weight) > 1e-9:
            complaints += [f"the points in {dimension.id} must add up to its weight"]
    for criterion in rubric.criteria():
        complaints += _complaints(criterion, ids)
    if complaints:
        raise Invalid(f"The rubric {rubric.id!r} cannot be used: {'; '.join(complaints)}.", "See docs/rubric.md.")


def _complaints(criterion: CriterionSpec, ids: list[str]) -> Iterator[str]:
    if criterion.kind not in _KINDS:
        yield f"{criterion.id} has an unknown kind {criterion.kind!r}"
    if criterion.penalty < 0 or criterion.max < 0 or (criterion.penalty and criterion.max):
        yield f"{criterion.id} must either give points or take them"
    if any(not 0 <= points <= criterion.max for points in criterion.levels.values()):
        yield f"{criterion.id} has a level outside 0 to {criterion.max:g}"
    for name in sorted(set(criterion.anchors) - set(criterion.levels)):
        yield f"{criterion.id} has an anchor for a level it lacks, {name!r}"
    for other in criterion.shares:
        if other not in ids:
            yield f"{criterion.id} shares with an unknown criterion {other!r}"
