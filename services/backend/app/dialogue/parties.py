"""Who is on the line, and whose mind answers: the prospect, the desk, a machine, or somebody else altogether."""

from dataclasses import replace

from app.dialogue import callback, gatekeeper, voicemail, wrong_number
from app.dialogue.mind import decide as prospect
from app.domain.call import AnsweredBy, CallType, Party, Scene
from app.domain.persona import Persona, Temperament, Voice
from app.domain.prospect import Decision, Heard, ProspectState
from app.reading import Reader


def initial_state(persona: Persona, scene: Scene) -> ProspectState:
    """How whoever picks up feels."""
    if scene.answered_by is not AnsweredBy.PERSON:
        return wrong_number.initial_state()
    if scene.call_type is CallType.GATEKEEPER:
        return gatekeeper.initial_state(persona, scene)
    if scene.call_type is CallType.VOICEMAIL:
        return voicemail.initial_state(persona, scene)
    fresh = prospect.initial_state(persona, scene)
    return callback.remembered(fresh, scene.earlier) if scene.earlier else fresh


def decide(
    state: ProspectState, heard: Heard, persona: Persona, scene: Scene, reader: Reader | None = None
) -> Decision:
    """What whoever is on the line makes of `heard` and does next."""
    if scene.answered_by is not AnsweredBy.PERSON:
        return wrong_number.decide(state, heard, persona, scene, reader)
    if state.party is Party.GATEKEEPER:
        return gatekeeper.decide(state, heard, persona, scene, reader)
    if state.party is Party.VOICEMAIL:
        return voicemail.decide(state, heard, persona, scene, reader)
    return prospect.decide(state, heard, persona, scene, reader)


def speaker(persona: Persona, party: Party) -> Persona:
    """`persona` with the temper of whoever speaks, for the wording; names and company stay the prospect's."""
    if party is not Party.GATEKEEPER:
        return persona
    desk = gatekeeper.desk_of(persona)
    own = Temperament(
        warmth=desk.warmth,
        patience=desk.patience,
        verbosity=round(0.3 + 0.4 * desk.warmth, 2),
        scepticism=desk.protective,
        directness=round(1 - desk.warmth, 2),
        formality=0.7,
        humour=0.3,
        interrupts=0.2,
    )
    return replace(persona, temperament=own)


def voice_of(persona: Persona, party: Party, scene: Scene) -> Voice | None:
    """The speaker's own voice; None for the prospect's, which a machine plays as well."""
    if scene.answered_by is not AnsweredBy.PERSON:
        return wrong_number.voice(scene)
    return gatekeeper.desk_of(persona).voice if party is Party.GATEKEEPER else None
