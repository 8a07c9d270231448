"""Who may word the prospect in the next call, and what is missing for those that cannot."""

from fastapi import APIRouter

from app.api.deps import RingsideDep
from app.domain.plain import to_plain
from app.schemas import Wire

router = APIRouter(prefix="/wordings")


class WordingOut(Wire):
    """One engine; `hint` says what to do when it is not `ready`."""

    name: str
    ready: bool
    detail: str
    hint: str


class WordingsOut(Wire):
    """All of them, the built-in one first."""

    wordings: list[WordingOut]


@router.get("")
def list_wordings(ringside: RingsideDep) -> WordingsOut:
    """Each with how it stands right now; a model server is asked, which may take a second."""
    return WordingsOut(wordings=[WordingOut(**to_plain(one)) for one in ringside.wordings.standing()])
