"""Whose voices there are, and who speaks for a persona that names none of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.chance import unit
from app.domain.persona import Voice

SLOWEST, QUICKEST = 0.6, 1.6
"""Limits of the pace at which the engines stay intelligible."""
PACE_STEP = 0.05
"""A smaller difference in pace is not heard."""


@dataclass(frozen=True, slots=True)
class KokoroVoice:
    """One of Kokoro's English voices, under the name of its file."""

    name: str
    everyday: bool = True
    """False for a whisperer and a Father Christmas: only for who asks for them by name."""

    @property
    def accent(self) -> str:
        """espeak's language: `en-us` or `en-gb`."""
        return "en-us" if self.name.startswith("a") else "en-gb"

    @property
    def voice(self) -> Voice:
        """What is offered."""
        return Voice(gender=self.gender, name=self.name, accent="american" if self.name[0] == "a" else "british")

    @property
    def gender(self) -> str:
        """`female` or `male`."""
        return "female" if self.name[1] == "f" else "male"


KOKORO_VOICES = (
    KokoroVoice("af_heart"),
    KokoroVoice("af_alloy"),
    KokoroVoice("af_aoede"),
    KokoroVoice("af_bella"),
    KokoroVoice("af_jessica"),
    KokoroVoice("af_kore"),
    KokoroVoice("af_nicole", everyday=False),
    KokoroVoice("af_nova"),
    KokoroVoice("af_river"),
    KokoroVoice("af_sarah"),
    KokoroVoice("af_sky"),
    KokoroVoice("am_adam"),
    KokoroVoice("am_echo"),
    KokoroVoice("am_eric"),
    KokoroVoice("am_fenrir"),
    KokoroVoice("am_liam"),
    KokoroVoice("am_michael"),
    KokoroVoice("am_onyx"),
    KokoroVoice("am_puck"),
    KokoroVoice("am_santa", everyday=False),
    KokoroVoice("bf_alice"),
    KokoroVoice("bf_emma"),
    KokoroVoice("bf_isabella"),
    KokoroVoice("bf_lily"),
    KokoroVoice("bm_daniel"),
    KokoroVoice("bm_fable"),
    KokoroVoice("bm_george"),
    KokoroVoice("bm_lewis"),
)


def choose(offers: Sequence[Voice], wanted: Voice) -> Voice:
    """The offered voice called `wanted.name`, else one of the wanted gender and, if there is any, accent.

    A name that no engine knows still casts: the same name gets the same voice every time, so that two personas with
    names of their own rarely sound alike, and a voice added to the offers changes few castings. Without a name the
    first voice that fits speaks. Pace is the nearest of those told apart.
    """
    by_name = [voice for voice in offers if wanted.name and voice.name == wanted.name]
    by_gender = [voice for voice in offers if voice.gender == wanted.gender] or list(offers)
    by_accent = [voice for voice in by_gender if wanted.accent in ("", voice.accent)]
    fitting = by_name or by_accent or by_gender
    voice = max(fitting, key=lambda one: unit("voice", wanted.name, one.name)) if wanted.name else fitting[0]
    return replace(voice, pace=told_apart(wanted.pace), loudness_db=wanted.loudness_db)


def told_apart(pace: float) -> float:
    """The pace within what engines do well, in steps that can be heard: clips are shared between like voices."""
    return round(round(clamp_pace(pace) / PACE_STEP) * PACE_STEP, 2)


def clamp_pace(pace: float) -> float:
    """The pace within what engines do well."""
    return min(max(pace, SLOWEST), QUICKEST)
