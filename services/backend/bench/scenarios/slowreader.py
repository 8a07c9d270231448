"""A client that now and then reads nothing for 0.8 s: the server keeps what it may and goes on listening."""

from bench.conditions import Conditions
from bench.scenarios.scenario import Scenario, sets

SCENARIO = Scenario(
    name="slowreader", about=__doc__, calls=sets("plain", "barge_in_emma", conditions=Conditions(stall_s=0.8))
)
