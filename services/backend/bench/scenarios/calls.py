"""Ordinary calls: plain questions, short answers, long stories; the demonstration's pitch is measured by the soak."""

from bench.scenarios.scenario import Scenario, sets

SCENARIO = Scenario(name="calls", about=__doc__, calls=sets("plain", "answers", "long"))
