"""What can be set from outside: environment variables `RINGSIDE_…` or the command line."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

APP_NAME = "Ringside"


class Settings(BaseSettings):
    """All settings with their defaults."""

    model_config = SettingsConfigDict(env_prefix="RINGSIDE_", extra="ignore")

    data_dir: Path = Field(default_factory=lambda: user_data_path(APP_NAME, appauthor=False) / "data")
    """Database and recordings."""
    models_dir: Path = Field(default_factory=lambda: user_data_path(APP_NAME, appauthor=False) / "models")
    """Model files; the same for every data folder."""
    token: str = ""
    """When set, every request but `GET /health` must carry it."""
    renderer_dir: Path | None = None
    """The built user interface, served at `/` when set."""
    stt_engine: str = ""
    """A name of `app.stt`'s registry; empty lets the measurement of this machine choose."""
    stt_tail_engine: str = "moonshine-tiny-en"
    """The quick recogniser for the last seconds of a turn; empty for none."""
    stt_threads: int = 1
    """A second thread gains little on a quiet machine and, waiting for a busy core at every step, loses seconds."""
    tts_engine: str = ""
    """A name of `app.tts`'s registry; empty lets the measurement of this machine choose."""
    phone_line: bool = False
    """The prospect sounds as through a telephone."""
    turn_engine: str = "smart-turn-v3.2"
    detector: str = "silero"
    ollama_url: str = "http://127.0.0.1:11434"
    """An Ollama-compatible server on this computer, for calls that ask for its wording."""
    ollama_model: str = ""
    """Which of its models; empty takes the first one it lists."""
    gguf: Path | None = None
    """A model file for the wording `llama_cpp`."""
    dev_origins: tuple[str, ...] = ("http://localhost:5173", "http://127.0.0.1:5173")
    """Where the user interface is served from during development."""
