"""What a rep would know before dialling this persona, and nothing more."""

from app.domain.call import Brief, CallType
from app.domain.persona import Persona
from app.domain.playbook import Playbook
from app.persona.identity import size_class
from app.persona.numbers import rounded

_GOALS = {
    CallType.COLD: "Find out whether {company} has one of these problems, and if so book a short meeting.",
    CallType.GATEKEEPER: "Get through to {name} and book a short meeting, or leave a message that gets through.",
    CallType.VOICEMAIL: "Leave a message of 25 seconds or less that {name} wants to call back about.",
    CallType.CALLBACK: "Take up where you left off with {name}, keep what was promised, and book a short meeting.",
}
_SIZES = {"small": "small company", "mid": "mid-sized company", "large": "large company"}


def brief_for(persona: Persona, playbook: Playbook, trainee_name: str, call_type: CallType = CallType.COLD) -> Brief:
    """Public facts are true of the persona; hidden ones stay hidden."""
    return Brief(
        trainee_name=trainee_name,
        seller=playbook.seller,
        prospect_name=persona.name,
        prospect_title=persona.title,
        prospect_company=persona.company,
        prospect_industry=persona.industry,
        prospect_size=f"about {rounded(persona.size)} people, {_SIZES[size_class(persona.size)]}",
        public_facts=tuple(
            _sentence(fact.public) for fact in persona.facts if fact.id in persona.public_fact_ids and fact.public
        ),
        goal=goal_of(persona, call_type),
    )


def goal_of(persona: Persona, call_type: CallType) -> str:
    """What the trainee is after in a call of this type."""
    return _GOALS[call_type].format(company=persona.company, name=persona.name)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."
