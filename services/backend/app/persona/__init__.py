"""Who the prospect is: sampling, the ledger's distance, prospect codes, briefings, ready-made playbooks."""

from app.persona.briefing import brief_for, goal_of
from app.persona.calendar import calendar_of
from app.persona.codes import BadCode, OtherLibrary, ProspectCode, decode, encode, find_playbook, playbook_tag
from app.persona.coverage import AXES, Coverage, coverage
from app.persona.generator import PersonaGenerator
from app.persona.imports import Draft, checked, read_playbook_file, slug
from app.persona.ledger import ledger_entry
from app.persona.playbooks import DEFAULT_PLAYBOOK_ID, load_playbooks, parse_playbook, ready_made
from app.persona.shelves import LIBRARY_VERSION

__all__ = [
    "AXES",
    "DEFAULT_PLAYBOOK_ID",
    "LIBRARY_VERSION",
    "BadCode",
    "Coverage",
    "Draft",
    "OtherLibrary",
    "PersonaGenerator",
    "ProspectCode",
    "brief_for",
    "calendar_of",
    "checked",
    "coverage",
    "decode",
    "encode",
    "find_playbook",
    "goal_of",
    "ledger_entry",
    "load_playbooks",
    "parse_playbook",
    "playbook_tag",
    "read_playbook_file",
    "ready_made",
    "slug",
]
