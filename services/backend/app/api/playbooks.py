"""Playbooks: what the trainee can sell; ready-made ones to start with, own ones written or imported."""

from fastapi import APIRouter, Query, Request, Response

from app.api.deps import ExercisesDep
from app.call.exercises import Exercises
from app.domain.errors import Conflict, Invalid
from app.domain.plain import to_plain
from app.domain.playbook import Playbook
from app.persona import Draft, checked, load_playbooks, read_playbook_file, slug
from app.schemas import PlaybookDraft, PlaybookIn, PlaybookOut, Playbooks

router = APIRouter(prefix="/playbooks")
MOST = 200


@router.get("")
def list_playbooks(exercises: ExercisesDep) -> Playbooks:
    """All playbooks, the default one first, the user's own last."""
    return Playbooks(playbooks=[_out(playbook) for playbook in exercises.playbooks()])


@router.post("", status_code=201)
def create(request: PlaybookIn, exercises: ExercisesDep) -> PlaybookOut:
    """A playbook of one's own."""
    known = {playbook.id for playbook in exercises.playbooks()}
    if len(known) >= MOST:
        raise Conflict(f"There are {MOST} playbooks already.", "Delete one that is not used any more.")
    base = slug(request.company)
    name = next(name for n in range(1, MOST + 2) if (name := base if n == 1 else f"{base}-{n}") not in known)
    return _stored(exercises, request, name)


@router.post("/import")
async def read_file(request: Request, filename: str = Query(default="playbook.txt", max_length=200)) -> PlaybookDraft:
    """What a dropped .txt, .md, .csv or .pdf file says, sent as the body; nothing is stored before it was looked at."""
    from starlette.concurrency import run_in_threadpool

    data = await request.body()
    if not data:
        raise Invalid("The file is empty.", "Send the file's bytes as the body.")
    draft = await run_in_threadpool(read_playbook_file, data, filename)
    return PlaybookDraft(
        **{name: getattr(draft, name) for name in PlaybookIn.model_fields}, missing=list(draft.missing)
    )


@router.get("/{playbook_id}")
def get(playbook_id: str, exercises: ExercisesDep) -> PlaybookOut:
    """One playbook."""
    return _out(exercises.playbook(playbook_id))


@router.put("/{playbook_id}")
def change(playbook_id: str, request: PlaybookIn, exercises: ExercisesDep) -> PlaybookOut:
    """An own playbook with new contents; sessions keep what they were opened with."""
    _own(playbook_id)
    exercises.playbook(playbook_id)
    return _stored(exercises, request, playbook_id)


@router.delete("/{playbook_id}", status_code=204)
def delete(playbook_id: str, exercises: ExercisesDep) -> Response:
    """Gone; the ready-made ones stay."""
    _own(playbook_id)
    exercises.own_playbooks.delete(playbook_id)
    return Response(status_code=204)


def _own(playbook_id: str) -> None:
    if any(playbook.id == playbook_id for playbook in load_playbooks()):
        raise Conflict("A ready-made playbook cannot be changed.", "Make one of your own from it.")


def _stored(exercises: Exercises, request: PlaybookIn, playbook_id: str) -> PlaybookOut:
    draft = Draft()
    for name in PlaybookIn.model_fields:
        value = getattr(request, name)
        for text in [value] if isinstance(value, str) else value:
            draft.put(name, text)
    playbook = checked(draft, playbook_id)
    exercises.own_playbooks.put(playbook)
    return _out(playbook)


def _out(playbook: Playbook) -> PlaybookOut:
    plain = to_plain(playbook)
    ready = any(one.id == playbook.id for one in load_playbooks())
    return PlaybookOut(**{name: plain[name] for name in PlaybookIn.model_fields}, id=playbook.id, ready_made=ready)
