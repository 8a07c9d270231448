"""How a persona sounds: a voice of their own for good, at the pace and loudness of their temper."""

from app.domain.persona import Voice
from app.persona.draw import Draw

_BRITISH_ENGLISH = frozenset({
    "the Midlands", "Scotland", "the South East", "the North of England", "Ireland", "New South Wales", "Auckland",
})  # fmt: skip
"""Regions whose English is nearer to the British voices than to the American ones."""


def voice_of(
    draw: Draw, name: str, gender: str, region: str, *, patience: float = 0.5, directness: float = 0.5, who: str = ""
) -> Voice:
    """The voice of `name`; impatient people speak a little faster, direct ones a little louder.

    The name settles which voice is cast, whatever the engine: one name, one voice. Pace is within 0.88 and 1.14,
    loudness within 2 dB of usual. `who` keeps draws for several people of one persona apart.
    """
    pace = 0.93 + 0.14 * draw.centred(who, "pace") + 0.07 * (1 - 2 * patience)
    return Voice(
        gender=gender,
        name=name,
        pace=round(pace, 2),
        accent="british" if region in _BRITISH_ENGLISH else "american",
        loudness_db=round(2 * (2 * directness - 1), 1),
    )
