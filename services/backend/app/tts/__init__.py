"""Text to speech: one service in front of exchangeable engines."""

from app.tts.clauses import clauses
from app.tts.ports import TtsEngine
from app.tts.registry import ENGINES, create
from app.tts.service import TTSService, wav

__all__ = ["ENGINES", "TTSService", "TtsEngine", "clauses", "create", "wav"]
