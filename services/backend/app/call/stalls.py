"""Work that does not come: the trainee is told, and a call that goes on like that ends instead of staying dead."""

from collections import Counter
from collections.abc import Callable

from app.call.log import CallLog
from app.domain.audio import ms_to_samples, samples_to_ms
from app.domain.errors import EngineFailed

IN_A_ROW = 3
LEAVE_MS = 10_000
"""A goodbye takes no longer; a prospect whose voice fails leaves without one."""
TOLD = {
    "final": "Understanding you took too long; some of your words may be missing.",
    "prospect_audible": "The prospect's answer did not come in time.",
    "prospect_done": "The prospect's voice stopped in mid-sentence.",
}


class Stalls:
    """Counts what is overdue; `failed` ends the call, `leave` ends it the way a prospect leaves a silent line."""

    def __init__(self, log: CallLog, failed: Callable[[BaseException], None], leave: Callable[[], None]) -> None:
        self._log, self._failed, self._leave = log, failed, leave
        self._missed: Counter[str] = Counter()
        self._leaves_at: int | None = None

    def overdue(self, what: str, now: int) -> None:
        """A watchdog of turn-taking fired."""
        self._log.fault(samples_to_ms(now), "overdue", TOLD.get(what, what), shown=what in TOLD)
        self._missed[what] += 1
        if what in TOLD and self._missed[what] >= IN_A_ROW:
            self._failed(EngineFailed(TOLD[what], "Close other programs, then start a new call."))

    def came(self, what: str) -> None:
        """It came this time."""
        self._missed[what] = 0

    def leaving(self, now: int) -> None:
        """The prospect gives up on the line: it is gone after a while, said goodbye or not."""
        self._leaves_at = now + ms_to_samples(LEAVE_MS)

    def watch(self, now: int) -> None:
        """The call's clock moved on."""
        if self._leaves_at is not None and now >= self._leaves_at:
            self._leaves_at = None
            self._leave()
