"""Loads the engines one after the other in the background, and tells how far each one is."""

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.errors import EngineFailed, ModelMissing, RingsideError

logger = logging.getLogger(__name__)


class EngineState(StrEnum):
    """How an engine stands."""

    READY = "ready"
    MISSING = "missing"
    LOADING = "loading"
    FAILED = "failed"


@dataclass(slots=True)
class Part:
    """One engine with its way to load; raises `ModelMissing` when its model is not on disk.

    A text that `load` returns says how the engine came up.
    """

    purpose: str
    name: str
    load: Callable[[], object]
    state: EngineState = EngineState.LOADING
    detail: str = "waiting to load"
    error: RingsideError | None = field(default=None)


class Loader:
    """Loads parts in order on one thread; `retry` starts over what is not ready."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = list(parts)
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def can_call(self) -> bool:
        """Every part is ready."""
        return all(part.state is EngineState.READY for part in self.parts)

    def start(self) -> None:
        """Load in the background what is not ready; does nothing while loading is under way."""
        with self._lock:
            if self.can_call or (self._thread and self._thread.is_alive()):
                return
            for part in self.parts:
                if part.state is not EngineState.READY:
                    part.state, part.detail, part.error = EngineState.LOADING, "waiting to load", None
            self._thread = threading.Thread(target=self._run, name="loader", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Block until loading is over; raises the first error."""
        self.start()
        if self._thread:
            self._thread.join()
        for part in self.parts:
            if part.error:
                raise part.error

    def _run(self) -> None:
        for part in self.parts:
            if part.state is EngineState.LOADING:
                _load(part)


def _load(part: Part) -> None:
    part.detail = "loading"
    try:
        came_up = part.load()
    except ModelMissing as error:
        part.state, part.detail, part.error = EngineState.MISSING, error.message, error
    except RingsideError as error:
        part.state, part.detail, part.error = EngineState.FAILED, error.message, error
    except Exception as error:
        logger.error("engine %s failed to load", part.name, exc_info=error)
        failed = EngineFailed(f"{part.name} cannot be loaded: {error}", "See the log; fetch the model again.")
        part.state, part.detail, part.error = EngineState.FAILED, failed.message, failed
    else:
        part.state, part.detail = EngineState.READY, came_up if isinstance(came_up, str) else "loaded"
