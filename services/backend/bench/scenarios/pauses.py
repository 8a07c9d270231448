"""Trainees who think while they speak: pauses of 150 to 900 ms inside their sentences, in three voices."""

from bench.scenarios.scenario import Scenario, sets

SCENARIO = Scenario(name="pauses", about=__doc__, calls=sets("pauses_george", "pauses_bella", "pauses_fenrir"))
