"""The words of one persona's world, by slot name."""

from app.domain.playbook import Playbook
from app.persona.draw import Draw
from app.persona.identity import Identity, size_class, someone
from app.persona.numbers import in_words, rounded
from app.persona.shelves import shelves

MONTHS = ("January", "February", "March", "April", "May", "June", "September", "October", "November")
_DATED = ("signed", "renewal", "budget", "free", "goal", "tried")
"""What several facts and objections name the month of, so that they name the same one."""
_BOSSES = {
    "small": ("the owner", "my boss", "the senior partner"),
    "mid": ("the managing director", "my boss", "the board"),
    "large": ("the executive team", "my boss", "head office"),
}
_FOUNDER_BOSSES = ("my co-founder", "the board", "my business partner")
_COLLEAGUE_ROLES = ("finance", "operations", "it", "procurement", "hr", "sales")


def vocabulary(draw: Draw, who: Identity, playbook: Playbook) -> dict[str, str]:
    """Slots for every saying of this persona; each also with a capital as `…_cap`."""
    industry, role = who.industry, who.role
    colleague_given, colleague_surname = _someone_else(draw, who, "colleague")
    friend_given, friend_surname = _someone_else(draw, who, "friend")
    colleague_role = draw.pick([name for name in _COLLEAGUE_ROLES if name != role.id], "colleague role")
    bosses = _FOUNDER_BOSSES if role.id == "founder" else _BOSSES[size_class(who.size)]
    words = {
        "given": who.given_name,
        "surname": who.surname,
        "company": who.company,
        "title": who.title,
        "industry": industry.name,
        "thing": industry.thing,
        "customers": industry.customers,
        "sites": industry.sites,
        "peak": industry.peak,
        "tool": draw.pick(industry.tools, "tool"),
        "pressure": draw.pick(industry.pressures, "pressure"),
        "incident": draw.pick(industry.incidents, "incident"),
        "news": draw.pick(industry.public, "news"),
        "owns": draw.pick(role.owns, "owns"),
        "metric": draw.pick(role.metrics, "metric"),
        "team": draw.pick(role.teams, "team"),
        "doing": draw.pick(role.doing, "doing"),
        "team_one": _someone_else(draw, who, "team member")[0],
        "boss": draw.pick(bosses, "boss"),
        "vendor": draw.pick(playbook.competitors, "vendor") if playbook.competitors else "somebody local",
        "colleague": f"{colleague_given} {colleague_surname} in {_DEPARTMENTS[colleague_role]}",
        "colleague_first": colleague_given,
        "friend": f"{friend_given} {friend_surname}",
        "friend_first": friend_given,
        "friend_company": f"{draw.pick(shelves().company_words, 'friend company')} "
        f"{draw.pick(industry.suffixes, 'friend suffix')}",
        "size_words": in_words(rounded(who.size)),
    }
    words |= {f"month_{what}": draw.pick(MONTHS, "month", what) for what in _DATED}
    return words | {f"{name}_cap": text[:1].upper() + text[1:] for name, text in words.items()}


def subjects(playbook: Playbook) -> dict[str, str]:
    """What each of the playbook's problems is about in a few words, as slots `subject_0` …"""
    return {f"subject_{index}": pain.short for index, pain in enumerate(playbook.pains) if pain.short}


_DEPARTMENTS = {
    "finance": "finance",
    "operations": "operations",
    "it": "IT",
    "procurement": "purchasing",
    "hr": "HR",
    "sales": "sales",
}


def _someone_else(draw: Draw, who: Identity, purpose: str) -> tuple[str, str]:
    for attempt in range(9):
        given, surname = someone(draw, purpose, attempt)
        if given != who.given_name and surname != who.surname:
            break
    return given, surname
