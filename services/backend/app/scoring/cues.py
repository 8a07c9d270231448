"""Shapes of a prospect's line that tell what the reader of its acts cannot: deflecting, turning down, who decides."""

import re

DEFLECTS = re.compile(
    r"\b(no idea|not sure|do not know|could not (say|tell)|can not (say|tell)|would have to (look|check|ask)|"
    r"(it|that) depends|why do you|rather not|not something i|off the top|hard to say|none of your)\b"
)
OBJECTS = re.compile(r"\bbut (\S+ ){0,3}already\b|\bnot (replacing|switching|changing)\b|\bno (budget|money) for\b")
"""Objections of a shape that survives a recogniser's slips."""
MEANS_NO = 0.75
"""Chance from which meaning alone makes an objection where nothing was asked; of 168 prospect turns of the sample calls
three that patterns leave reach .7, two of them refusals."""
TURNS_DOWN = re.compile(
    r"^(?!okay|yeah|honestly|actually|sorry|thanks|thank|fine|good)\w{4,} no\b(?! (problem|worries|one)\b)"
)
NOT_THEN = re.compile(r"\b((mon|tues|wednes|thurs|fri)day|tomorrow|then)( is| does| will)? (no|not|out|bad)\b(?!.*day)")
"""A day turned down and no other named."""
WHO_DECIDES = re.compile(r"\b(who|decides?|decision|sign|signs|approve|involved|say in)\b")
