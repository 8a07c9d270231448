"""The ready-made playbooks: real enough to practise with before one's own is written."""

import tomllib
from functools import cache
from typing import Any

from app.domain.errors import NotFound
from app.domain.plain import from_plain
from app.domain.playbook import Playbook
from app.persona.shelves import playbook_files

DEFAULT_PLAYBOOK_ID = "freight-audit"


@cache
def load_playbooks() -> tuple[Playbook, ...]:
    """All ready-made playbooks, sorted by id."""
    return tuple(parse_playbook(path.read_text(encoding="utf-8")) for path in playbook_files())


def parse_playbook(text: str) -> Playbook:
    """A playbook from TOML text; raises `tomllib.TOMLDecodeError` or `TypeError` when it is not one."""
    values: dict[str, Any] = tomllib.loads(text)
    return from_plain(Playbook, values)


def ready_made(playbook_id: str = DEFAULT_PLAYBOOK_ID) -> Playbook:
    """One ready-made playbook; raises `NotFound`."""
    for playbook in load_playbooks():
        if playbook.id == playbook_id:
            return playbook
    raise NotFound(f"There is no ready-made playbook {playbook_id!r}.", "Choose one from the list of playbooks.")
