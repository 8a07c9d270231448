"""How a prospect listens: how long a monologue it stands, and what it murmurs meanwhile."""

from app.domain.call import Scene
from app.domain.chance import shuffled
from app.domain.persona import Persona
from app.domain.prospect import ProspectState

MURMURS = ("Uh-huh.", "Right.", "Okay.", "Yeah.")
WARM = 0.55
PUSHY = 0.6
SHORT_OF_PATIENCE = 0.5
_LEAST_MS, _PER_PATIENCE_MS = 12_000, 24_000
"""An impatient person stands 12 to 24 s; a whole good opening takes less."""


def stands_ms(persona: Persona, state: ProspectState) -> int | None:
    """Speech in one turn after which this prospect takes the floor at a breath; None hears everybody out."""
    if persona.temperament.interrupts <= PUSHY or state.patience >= SHORT_OF_PATIENCE:
        return None
    return int(_LEAST_MS + _PER_PATIENCE_MS * state.patience)


def murmurs(persona: Persona, scene: Scene) -> tuple[str, ...]:
    """What a warm person says while it listens; nothing from anybody else."""
    return tuple(shuffled(MURMURS, scene.code, "murmurs")) if persona.temperament.warmth >= WARM else ()
