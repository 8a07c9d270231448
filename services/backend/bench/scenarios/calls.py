"""Ordinary calls: plain questions, short answers, long stories, and the demonstration's pitch with its breaths."""

from bench.scenarios.scenario import Scenario, sets

SCENARIO = Scenario(name="calls", about=__doc__, calls=sets("plain", "answers", "long", "demo"))
