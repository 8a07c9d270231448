"""Reading a recogniser's model: what is missing or damaged is told with what to do about it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from app.domain.errors import EngineFailed, ModelMissing

T = TypeVar("T")


def read(name: str, folder: Path, files: Iterable[str], work: Callable[[], T]) -> T:
    """What `work` makes of the model in `folder`; raises `ModelMissing` or `EngineFailed`."""
    for file in files:
        if not (folder / file).is_file():
            raise ModelMissing(
                f"The speech recogniser {name} lacks its file {file}.",
                "Run the set-up again, or put the model's files into the models folder.",
            )
    try:
        return work()
    except Exception as error:  # the runtimes share no base class
        raise EngineFailed(
            f"The speech recogniser {name} could not be read: {error}",
            "Check the model files with the doctor command and fetch damaged ones again.",
        ) from error
