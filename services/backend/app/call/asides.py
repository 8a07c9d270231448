"""A listener's "uh-huh": short sounds made while it rings, said beside the talk."""

from collections.abc import Awaitable, Callable

from app.call.minutes import Minutes
from app.call.ports import Equipment
from app.call.speaking import Speaker
from app.call.spoken import SpokenLine
from app.domain.audio import Clip
from app.domain.prospect import Move, ProspectState, ProspectTurn

Say = Callable[[str], Awaitable[tuple[Clip, bytes]]]


class Asides:
    """The murmurs that this prospect has, in turn."""

    def __init__(self, kit: Equipment, speaker: Speaker, minutes: Minutes) -> None:
        self._kit, self._speaker, self._minutes = kit, speaker, minutes
        self._sounds: list[tuple[str, Clip, bytes]] = []
        self._said = 0

    @property
    def ready(self) -> bool:
        """There is something to murmur."""
        return bool(self._sounds)

    async def prepare(self, say: Say) -> None:
        """Make the sounds."""
        for text in self._kit.prospect.murmurs():
            self._sounds.append((text, *await say(text)))

    def murmur(self, state: ProspectState, now_ms: int) -> None:
        """The next one, unless the prospect has something to say."""
        if not self._sounds:
            return
        text, clip, call_pcm = self._sounds[self._said % len(self._sounds)]
        said = ProspectTurn(text=text, next_state=state, moves=(Move.BACKCHANNEL,), party=state.party)
        line = SpokenLine(turn=said, kind="backchannel", clauses=[text], rate_hz=clip.rate_hz, before=state)
        line.add(clip, call_pcm)
        gen = self._speaker.murmur(line)
        if gen is not None:
            self._said += 1
            self._minutes.murmured(text, state.party, gen, now_ms, now_ms + clip.duration_ms)
