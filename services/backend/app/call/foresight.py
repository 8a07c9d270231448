"""Sound for what the prospect will probably say next, made while nobody waits for it."""

from collections.abc import Sequence

from app.call.ports import Equipment
from app.call.workers import Worker
from app.domain.lead_ins import lead_ins
from app.domain.persona import Voice
from app.domain.prospect import ProspectState


class Foresight:
    """Asks the mind what is likely and has the voice get it ready; never keeps anybody waiting."""

    def __init__(self, kit: Equipment) -> None:
        self._kit = kit
        self._worker = Worker("foresight")
        self._busy = False
        self._critical = False

    def rehearse(self, clauses: Sequence[str], voice: Voice | None) -> None:
        """Get ready what every call with this voice may need: fixed lines, and the words that open an answer."""
        self._kit.speech.prepare([*clauses, *lead_ins()], voice or self._kit.prospect.voice, keep=True)

    def expect(self, state: ProspectState, voice: Voice | None, so_far: str = "") -> None:
        """Get ready for answers from `state` in `voice`; `so_far` was recognised of the line that is being spoken."""
        if self._busy or self._critical:
            return
        self._busy = True
        self._worker.post(lambda: self._get_ready(state, voice or self._kit.prospect.voice, so_far))

    def hold(self, on: bool) -> None:
        """While `on`, the processor is needed for an answer that somebody waits for."""
        self._critical = on
        self._kit.speech.hold(on)

    def close(self) -> None:
        """Stop the thread and forget what was wished for."""
        self._worker.close()
        self._kit.speech.hold(False)
        self._kit.speech.drop_prepared()

    def _get_ready(self, state: ProspectState, voice: Voice, so_far: str) -> None:
        try:
            if so_far:
                self._kit.prospect.overhear(state, so_far)
            likely = self._kit.prospect.foresee(state, so_far, self._kit.clauses)
            self._kit.speech.drop_prepared()
            self._kit.speech.prepare(likely, voice)
        finally:
            self._busy = False
