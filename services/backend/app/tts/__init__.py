"""Text to speech: one service in front of exchangeable engines.

`TTSService` is what a call speaks with. `speak(text, voice)` gives a clause as sound, `cached(text, voice)` tells if
that would be at once, `prepare(texts, voice)` has likely clauses made in the background: the latest list goes first,
`drop_prepared()` forgets it when other lines have become likely, `hold(True)` keeps the processor free while something
else is waited for. A clause that is waited for goes before everything made ahead, but a clause under way is finished
first. `lead_ins(voice)` lists the words that may open a turn, with their duration where they are ready. `cast(voice)`
tells which engine and voice really speak, `counts` how often a clause was ready.
"""

from app.tts.cache import ClipCache
from app.tts.clauses import clauses
from app.tts.ports import Casting, TtsEngine
from app.tts.registry import ENGINES, create
from app.tts.service import Counts, TTSService, wav

__all__ = [
    "ENGINES",
    "Casting",
    "ClipCache",
    "Counts",
    "TTSService",
    "TtsEngine",
    "clauses",
    "create",
    "wav",
]
