"""A capture that stumbles: three in a hundred frames never arrive, in bursts of one to four."""

from bench.conditions import Conditions
from bench.scenarios.scenario import Scenario, sets

SCENARIO = Scenario(name="gaps", about=__doc__, calls=sets("plain", "pauses_bella", conditions=Conditions(lost=0.03)))
