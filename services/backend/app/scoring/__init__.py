"""The scorecard: pure functions from a transcript to judged criteria with quotes."""
