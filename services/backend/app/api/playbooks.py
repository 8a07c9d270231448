"""Playbooks: what the trainee can sell."""

from fastapi import APIRouter

from app.domain.plain import to_plain
from app.domain.playbook import Playbook
from app.persona import DEFAULT_PLAYBOOK_ID, load_playbooks, ready_made
from app.schemas import PlaybookOut, Playbooks

router = APIRouter(prefix="/playbooks")


@router.get("")
def list_playbooks() -> Playbooks:
    """All playbooks, the default one first."""
    found = sorted(load_playbooks(), key=lambda playbook: playbook.id != DEFAULT_PLAYBOOK_ID)
    return Playbooks(playbooks=[_out(playbook) for playbook in found])


@router.get("/{playbook_id}")
def get(playbook_id: str) -> PlaybookOut:
    """One playbook."""
    return _out(ready_made(playbook_id))


def _out(playbook: Playbook) -> PlaybookOut:
    plain = to_plain(playbook)
    return PlaybookOut(**{name: plain[name] for name in PlaybookOut.model_fields})
