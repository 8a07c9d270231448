"""The scorecard: pure functions from a transcript to judged criteria with quotes."""

from app.scoring.lint import Remark, line_of, lint
from app.scoring.rubric import Rubric, load_rubric, parse_rubric, rubric_for, shipped_rubrics
from app.scoring.session import score_session
from app.scoring.verifier import Examiner, second_opinion

__all__ = [
    "Examiner",
    "Remark",
    "Rubric",
    "line_of",
    "lint",
    "load_rubric",
    "parse_rubric",
    "rubric_for",
    "score_session",
    "second_opinion",
    "shipped_rubrics",
]
