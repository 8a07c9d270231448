"""What a rep would know before dialling this persona, and nothing more."""

from app.domain.call import Brief
from app.domain.persona import Persona
from app.domain.playbook import Playbook
from app.persona.identity import size_class
from app.persona.numbers import rounded

_GOAL = "Find out whether {company} has one of these problems, and if so book a short meeting."
_SIZES = {"small": "small company", "mid": "mid-sized company", "large": "large company"}


def brief_for(persona: Persona, playbook: Playbook, trainee_name: str) -> Brief:
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
        goal=_GOAL.format(company=persona.company),
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."
