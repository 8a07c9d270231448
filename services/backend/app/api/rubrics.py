"""Rubrics: the shipped sheets and the user's own, written in TOML or JSON, looked over before they are kept."""

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from app.api.deps import ExercisesDep
from app.domain.plain import to_plain
from app.schemas import Inbound, Wire
from app.scoring import Rubric, line_of, lint, parse_rubric, shipped_rubrics

router = APIRouter(prefix="/rubrics")


class RubricIn(Inbound):
    """A rubric as it is written: TOML, or JSON of the same shape."""

    model_config = ConfigDict(extra="forbid", str_max_length=100_000)

    text: str = Field(min_length=1, max_length=100_000)


class RubricRemark(Wire):
    """Something about a rubric worth a second look."""

    line: int
    """Where in the text, from 1."""
    criterion: str
    problem: str
    hint: str


class RubricOut(Wire):
    """One rubric."""

    id: str
    version: str
    name: str
    call_types: list[str]
    ready_made: bool
    text: str
    remarks: list[RubricRemark]


class Rubrics(Wire):
    """All rubrics."""

    rubrics: list[RubricOut]


@router.get("")
def list_rubrics(exercises: ExercisesDep) -> Rubrics:
    """All rubrics, the shipped ones first."""
    shipped = shipped_rubrics()
    own = exercises.own_rubrics.all()
    found = [_out(exercises.rubric(name), text, ready_made=True) for name, text in shipped.items()]
    return Rubrics(rubrics=found + [_out(exercises.rubric(name), text, ready_made=False) for name, text in own.items()])


@router.post("", status_code=201)
def create(request: RubricIn, exercises: ExercisesDep) -> RubricOut:
    """A rubric of one's own; 422 says what is wrong with it, 409 when its id is taken."""
    return _out(exercises.add_rubric(request.text), request.text, ready_made=False)


@router.post("/check")
def check(request: RubricIn) -> RubricOut:
    """A text looked over and not kept; 422 says what is wrong with it."""
    return _out(parse_rubric(request.text), request.text, ready_made=False)


@router.get("/{rubric_id}")
def get(rubric_id: str, exercises: ExercisesDep) -> RubricOut:
    """One rubric with its text."""
    shipped = shipped_rubrics()
    sheet = exercises.rubric(rubric_id)
    ready_made = rubric_id in shipped
    text = shipped[rubric_id] if ready_made else exercises.own_rubrics.all()[rubric_id]
    return _out(sheet, text, ready_made=ready_made)


@router.put("/{rubric_id}")
def change(rubric_id: str, request: RubricIn, exercises: ExercisesDep) -> RubricOut:
    """New contents under a new version; cards keep the version they were made with."""
    return _out(exercises.change_rubric(rubric_id, request.text), request.text, ready_made=False)


@router.delete("/{rubric_id}", status_code=204)
def delete(rubric_id: str, exercises: ExercisesDep) -> Response:
    """Gone; its cards stay, the shipped rubrics too."""
    exercises.drop_rubric(rubric_id)
    return Response(status_code=204)


def _out(sheet: Rubric, text: str, *, ready_made: bool) -> RubricOut:
    return RubricOut(
        id=sheet.id,
        version=sheet.version,
        name=sheet.name,
        call_types=list(sheet.call_types),
        ready_made=ready_made,
        text=text,
        remarks=[RubricRemark(line=line_of(text, one.criterion), **to_plain(one)) for one in lint(sheet)],
    )
