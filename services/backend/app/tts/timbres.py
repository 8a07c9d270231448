"""Speakers that quick engines can be: each a base voice with a throat and a pitch of its own."""

from dataclasses import dataclass

from app.domain.persona import Voice


@dataclass(frozen=True, slots=True)
class Timbre:
    """One speaker made from an engine's base voice."""

    name: str
    gender: str
    size: float = 1.0
    """Length of the throat relative to the base voice's: formants lie at 1 / `size`."""
    pitch: float = 1.0
    """Pitch relative to the base voice's, beyond what `size` brings; only for engines that set it freely."""

    @property
    def voice(self) -> Voice:
        """What is offered."""
        return Voice(gender=self.gender, name=self.name, accent="american")


HEART = (
    Timbre("heart", "female"),
    Timbre("clara", "female", size=1.05, pitch=0.97),
    Timbre("ivy", "female", size=0.95, pitch=1.04),
    Timbre("june", "female", size=1.03, pitch=1.16),
    Timbre("vera", "female", size=1.09, pitch=0.88),
    Timbre("nora", "female", size=0.97, pitch=0.87),
    Timbre("tess", "female", size=0.92, pitch=0.96),
    Timbre("ruth", "female", size=1.08, pitch=1.06),
    Timbre("glen", "male", size=1.19, pitch=0.65),
    Timbre("cole", "male", size=1.15, pitch=0.74),
    Timbre("otis", "male", size=1.22, pitch=0.58),
    Timbre("dean", "male", size=1.12, pitch=0.62),
)
"""From an American woman at about 197 Hz. A man's throat is 15 to 20 % longer than a woman's and his voice about an
octave lower (Hillenbrand and others 1995), which is where the men of this list lie."""

JOE = (
    Timbre("joe", "male"),
    Timbre("hank", "male", size=1.08),
    Timbre("eli", "male", size=0.93),
    Timbre("walt", "male", size=1.15),
    Timbre("owen", "male", size=0.965),
)
"""From an American man."""
