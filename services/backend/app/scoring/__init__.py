"""The scorecard: pure functions from a transcript to judged criteria with quotes."""

from app.scoring.rubric import Rubric, load_rubric, parse_rubric, rubric_for
from app.scoring.session import score_session

__all__ = ["Rubric", "load_rubric", "parse_rubric", "rubric_for", "score_session"]
