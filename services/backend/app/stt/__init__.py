"""Speech to text: one service in front of exchangeable engines."""

from app.stt.ports import SttEngine
from app.stt.registry import ENGINES, create
from app.stt.service import STTService

__all__ = ["ENGINES", "STTService", "SttEngine", "create"]
