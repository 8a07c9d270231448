"""Makes a playbook out of what somebody has: a few lines of text, a table, a leaflet."""

from app.persona.imports.draft import Draft, checked, slug
from app.persona.imports.files import read_playbook_file

__all__ = ["Draft", "checked", "read_playbook_file", "slug"]
