"""What handlers ask for."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from app.call.exercises import Exercises
from app.wiring import Ringside


def ringside(connection: HTTPConnection) -> Ringside:
    """The one wiring of this application."""
    found: Ringside = connection.app.state.ringside
    return found


def exercises(connection: HTTPConnection) -> Exercises:
    """Sessions and all that hangs on them."""
    return ringside(connection).exercises


RingsideDep = Annotated[Ringside, Depends(ringside)]
ExercisesDep = Annotated[Exercises, Depends(exercises)]
