"""How a person of this temperament talks: which pools of phrases are theirs, how often they lead in or run on."""

from dataclasses import dataclass

from app.domain.persona import Temperament


@dataclass(frozen=True, slots=True, kw_only=True)
class Temper:
    """A way of talking."""

    pools: tuple[str, ...]
    """Names of phrase pools that are this person's own: `terse`, `chatty`, `doubting`, `formal`."""
    leads: float
    """Chance that a line starts with a lead-in; the next two likewise."""
    tails: float
    """… that something is added to it; …"""
    trips: float
    """… that the tongue trips."""
    brevity: float
    """In [0, 1]: how much the shorter of two wordings is preferred."""


def temper_of(t: Temperament) -> Temper:
    """From temperament; the thresholds cut off about a fifth of all people each."""
    pools = []
    if t.verbosity < 0.38:
        pools.append("terse")
    if t.verbosity > 0.64:
        pools.append("chatty")
    if t.scepticism > 0.64:
        pools.append("doubting")
    if t.formality > 0.64:
        pools.append("formal")
    return Temper(
        pools=tuple(pools),
        leads=min(0.75, max(0.2, 0.3 + 0.4 * t.verbosity + 0.12 * (0.5 - t.directness))),
        tails=max(0.0, 0.7 * (t.verbosity - 0.38)),
        trips=max(0.0, 0.22 * (0.75 - t.directness) * (1.15 - t.formality)),
        brevity=1.0 - t.verbosity,
    )
