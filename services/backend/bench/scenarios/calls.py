"""Ordinary calls: a whole pitch, plain questions, short answers, long stories."""

from bench.scenarios.scenario import Scenario, sets

SCENARIO = Scenario(name="calls", about=__doc__, calls=sets("plain", "demo", "answers", "long"))
