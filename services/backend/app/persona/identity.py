"""Who picks up: name, company, seat and voice, agreeing with each other."""

import re
from dataclasses import dataclass

from app.domain.persona import Temperament, Voice
from app.domain.playbook import Playbook
from app.persona.draw import Draw
from app.persona.shelves import Industry, Name, Role, shelves
from app.persona.voice import voice_of

SMALL, LARGE = 80, 500
"""Companies below SMALL are small, from LARGE on they are large."""

REGIONS = (
    "the Midwest", "the Northeast", "the South", "the West Coast", "Ontario", "the Pacific Northwest", "Texas",
    "the Midlands", "Scotland", "the South East", "the North of England", "Ireland", "New South Wales", "Auckland",
)  # fmt: skip
_OWN_CULTURE = 0.72
_OUTSIDE_ROLE = 0.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The outline of a persona, enough for the ledger to judge it."""

    given_name: str
    surname: str
    title: str
    role: Role
    seniority: str
    company: str
    industry: Industry
    size: int
    region: str
    voice: Voice
    temperament: Temperament


def size_class(size: int) -> str:
    """`small`, `mid` or `large`."""
    return "small" if size < SMALL else "mid" if size < LARGE else "large"


def identify(draw: Draw, playbook: Playbook) -> Identity:
    """The outline for this draw; industry and role suit the playbook except for the odd wrong number."""
    industry = _industry(draw, playbook)
    low, high = industry.size
    size = round(low * (high / low) ** draw.unit("size"))
    role = _role(draw, playbook, industry, size)
    name = draw.pick(shelves().names, "given name")
    surname = _surname(draw, name, "surname")
    region = draw.pick(REGIONS, "region")
    temperament = _temperament(draw)
    return Identity(
        given_name=name.text,
        surname=surname,
        title=draw.pick(role.titles[size_class(size)], "title"),
        role=role,
        seniority={"small": "manager", "mid": "director", "large": "executive"}[size_class(size)],
        company=f"{draw.pick(shelves().company_words, 'company')} {draw.pick(industry.suffixes, 'suffix')}",
        industry=industry,
        size=size,
        region=region,
        voice=voice_of(
            draw,
            f"{name.text} {surname}",
            name.gender,
            region,
            patience=temperament.patience,
            directness=temperament.directness,
        ),
        temperament=temperament,
    )


def someone(draw: Draw, *purpose: object) -> tuple[str, str]:
    """Given name and surname of somebody else."""
    name = draw.pick(shelves().names, *purpose, "given")
    return name.text, _surname(draw, name, *purpose, "surname")


def email_of(given_name: str, surname: str, company: str) -> str:
    """`dana.whitfield@alderfreight.example`: a domain that can belong to nobody."""
    local = ".".join(re.sub(r"[^a-z]", "", part.lower()) for part in (given_name, surname))
    return f"{local}@{re.sub(r'[^a-z]', '', company.lower())}.example"


def _surname(draw: Draw, name: Name, *purpose: object) -> str:
    families = shelves().surnames
    if draw.unit(*purpose, "mixed") < _OWN_CULTURE:
        return draw.pick(families[name.culture], *purpose)
    return draw.pick([surname for group in families.values() for surname in group], *purpose)


def _industry(draw: Draw, playbook: Playbook) -> Industry:
    suited = [entry for entry in shelves().industries if not playbook.industries or entry.id in playbook.industries]
    return draw.pick(suited or shelves().industries, "industry")


def _role(draw: Draw, playbook: Playbook, industry: Industry, size: int) -> Role:
    possible = [
        role
        for role in shelves().roles
        if role.min_size <= size <= role.max_size and (not role.industries or industry.id in role.industries)
    ]
    suited = [role for role in possible if not playbook.roles or role.id in playbook.roles]
    if not suited or draw.unit("outside role") < _OUTSIDE_ROLE:
        suited = possible
    return draw.weighted([(role, role.weight) for role in suited], "role")


def _temperament(draw: Draw) -> Temperament:
    def trait(name: str) -> float:
        return round(0.05 + 0.9 * draw.centred("temperament", name), 2)

    return Temperament(
        warmth=trait("warmth"),
        patience=trait("patience"),
        verbosity=trait("verbosity"),
        scepticism=trait("scepticism"),
        directness=trait("directness"),
        formality=trait("formality"),
        humour=trait("humour"),
        interrupts=trait("interrupts"),
    )
