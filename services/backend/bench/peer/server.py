"""The peer's process, started, asked and stopped like the product's."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.runtime.models import default_models_dir
from bench.peer import environment
from bench.peer.setups import Setup
from bench.server import Server


class PeerServer(Server):
    """Speaks the product's wire; what its prospect says is `words`."""

    def __init__(self, folder: Path, setup: Setup, models_dir: Path | None = None) -> None:
        program = [str(environment.python()), "-m", "bench.peer.serve", "--setup", json.dumps(asdict(setup))]
        data_dir = folder / "peer"
        data_dir.mkdir()
        super().__init__(data_dir, models_dir or default_models_dir(), program)
        self.words: Sequence[str] = ()
        """The pick-up line, then a line for each turn; empty for its own few."""

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """As any server; a new session gets the words."""
        return super().post(path, body | {"lines": list(self.words)} if path == "/sessions" else body)
