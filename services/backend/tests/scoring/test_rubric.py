"""The sheet is data: readable, versioned, and refused when its numbers do not add up."""

import pytest

from app.domain.call import CallType
from app.domain.errors import Invalid
from app.scoring import load_rubric, parse_rubric, rubric_for, score_session
from app.scoring.criteria import JUDGES
from app.scoring.rubric import FOLDER

TEXT = (FOLDER / "cold_call.toml").read_text(encoding="utf-8")


SHIPPED = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_sheet_adds_up_and_has_words_for_what_is_missed(name: str) -> None:
    rubric = load_rubric(name)
    assert rubric.id == name
    assert sum(dimension.weight for dimension in rubric.dimensions) == 100
    assert all(spec.unmet and spec.advice for spec in rubric.criteria())


def test_every_criterion_has_a_judge_and_every_judge_a_criterion() -> None:
    assert {spec.id for name in SHIPPED for spec in load_rubric(name).criteria()} == set(JUDGES)


def test_every_type_of_call_has_exactly_one_sheet() -> None:
    listed = sorted(kind for name in SHIPPED for kind in load_rubric(name).call_types)
    assert listed == sorted(CallType)


def test_a_callback_is_judged_by_the_cold_sheet_with_the_call_before_picked_up() -> None:
    cold, back = rubric_for("cold"), rubric_for("callback")
    assert {spec.id for spec in back.criteria()} - {spec.id for spec in cold.criteria()} == {"refers_back"}
    picked_up = [
        {"speaker": "trainee", "text": "Hi, we spoke on Tuesday and you asked me to call back after the audit."}
    ]
    afresh = [{"speaker": "trainee", "text": "Hi, the weather is lovely over here after the audit."}]
    states = []
    for lines in (picked_up, afresh):
        opener = score_session(lines, call_type="callback")["dimensions"]["opener"]
        states.append(next(item["state"] for item in opener["criteria"] if item["id"] == "refers_back"))
    assert states == ["met", "unmet"]


def test_a_sheet_can_extend_a_shipped_one_but_not_what_it_lacks() -> None:
    head = 'extends = "cold_call"\nid = "ours"\nversion = "1"\n'
    assert parse_rubric(f'{head}[criteria.reason]\nadvice = "Say why."').id == "ours"
    for wrong in ("[criteria.charm]\nmax = 1", "[criteria.reason]\nmax = 9"):
        with pytest.raises(Invalid):
            parse_rubric(head + wrong)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("weight = 15", "weight = 16", "add up"),
        ('id = "reason"', 'id = "identifies"', "appears twice"),
        ('id = "rapport"', 'id = "charm"', "the dimensions must be"),
        ("levels = { generic = 1 }", "levels = { generic = 9 }", "level outside"),
        ('shares = ["reason", "linked", "permission", "problem"]', 'shares = ["karma"]', "unknown criterion"),
        ("anchors.info", "anchors.carrot", "an anchor for a level it lacks"),
        ("max = 3", 'max = "three"', "lacks or misuses"),
        ("[rules]", "[rules", "not readable"),
        ('must_be_tested = "objection_handling"', 'must_be_tested = "luck"', "must_be_tested names no dimension"),
    ],
)
def test_a_sheet_that_cannot_work_is_refused(old: str, new: str, says: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse_rubric(TEXT.replace(old, new, 1))
    assert says in refused.value.message


def test_a_custom_sheet_moves_points_and_signs_the_card() -> None:
    heavier = TEXT.replace('id = "cold_call"', 'id = "ours"').replace(
        'id = "reason"\nmax = 4', 'id = "reason"\nmax = 6'
    )
    custom = parse_rubric(heavier.replace('id = "relevance"\nmax = 4', 'id = "relevance"\nmax = 2'))
    lines = [{"speaker": "trainee", "text": "The reason I'm calling is your new warehouse."}]
    card = score_session(lines, rubric=custom)
    assert card["rubric"] == {"id": "ours", "version": load_rubric("cold_call").version}
    assert card["dimensions"]["opener"]["points"] - score_session(lines)["dimensions"]["opener"]["points"] == 2


@pytest.mark.parametrize("name", SHIPPED)
def test_the_document_names_every_criterion_with_its_points(name: str) -> None:
    rubric = load_rubric(name)
    document = (FOLDER.parents[4] / "docs" / "rubric.md").read_text(encoding="utf-8")
    assert f"`{rubric.id}` {rubric.version}" in document
    for spec in rubric.criteria():
        points = f"−{spec.penalty:g}" if spec.penalty else f"{spec.max:g}"
        assert f"| `{spec.id}` | {points} |" in document
