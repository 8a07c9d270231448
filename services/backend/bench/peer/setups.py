"""How the peer is set up: its own defaults, and the best that its parameters give on this product's clips.

Standard library only: both environments read it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """Parameters of pipecat 1.14; the defaults are the package's."""

    compute_type: str = "default"
    """How CTranslate2 computes Whisper."""
    threads: int = 0
    """Threads of Whisper; 0 leaves the choice to CTranslate2."""
    beam_size: int = 5
    """Whisper's beam; the service has no parameter for it, faster-whisper has."""
    trailing_silence_s: float = 0.5
    """Silence the service appends to a segment."""
    whole_turns: bool = False
    """Wait for the words of a turn's last stretch; as it comes, those of an earlier one end the turn."""
    vad_confidence: float = 0.7
    vad_start_s: float = 0.2
    vad_stop_s: float = 0.2
    smart_turn: bool = True
    """End of turn by Smart Turn; else by `silence_s` alone."""
    smart_turn_stop_s: float = 3.0
    """Silence that ends a turn whatever Smart Turn says."""
    silence_s: float = 0.6
    """Time to say more, without Smart Turn."""
    words_start_turns: bool = True
    """Words that come late begin a turn, and so cut a reply that has begun."""
    min_words: int = 0
    """Words that interrupt; 0 lets the voice detector interrupt."""
    chunk_10ms: int = 4
    """Tens of milliseconds in a piece of sound."""
    warm: bool = False
    """Each model runs once before the call is live."""


SETUPS = {
    "default": Setup(),
    "best": Setup(
        compute_type="int8",
        threads=2,
        beam_size=1,
        trailing_silence_s=0.2,
        smart_turn_stop_s=1.5,
        whole_turns=True,
        words_start_turns=False,
        chunk_10ms=2,
        warm=True,
    ),
}
