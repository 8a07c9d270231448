"""A real small model behind Ollama's protocol and in this process: slow, out of role, and still a call."""

import json
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from app.dialogue import generate_prospect_turn
from app.dialogue.engines.answer import Deadlines
from app.dialogue.engines.chat import ChatModel, Message, Sampling
from app.dialogue.engines.llama_cpp import LlamaCppChat
from app.dialogue.engines.model import ModelWording
from app.dialogue.engines.ollama import OllamaChat, offered
from app.runtime.models import ModelFiles, ModelState, default_models_dir
from tests.dialogue.stage import OPENER, REASON, Call

pytestmark = pytest.mark.models

MODEL = "smollm2-135m-q4"
PATIENT = Deadlines(first_clause_ms=20_000, whole_line_ms=30_000)


@pytest.fixture(scope="module")
def model() -> LlamaCppChat:
    pytest.importorskip("xllamacpp", reason="no llama.cpp here: pip install xllamacpp")
    files = ModelFiles(default_models_dir())
    if files.state(MODEL) is not ModelState.READY:
        pytest.skip(f"the model {MODEL} is not here: python3 ringside.py setup --models {MODEL}")
    return LlamaCppChat(Path(files.path(MODEL, "model.gguf")))


@pytest.fixture(scope="module")
def served(model: LlamaCppChat) -> Iterator[str]:
    """The model as an Ollama-compatible server would offer it."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def _send(self, said: dict[str, Any]) -> None:
            self.wfile.write(json.dumps(said).encode() + b"\n")
            self.wfile.flush()

        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self._send({"models": [{"name": MODEL, "size": 98_362_432}]})

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            options = asked["options"]
            sampling = Sampling(
                seed=options["seed"], temperature=options["temperature"], max_tokens=options["num_predict"]
            )
            self.send_response(200)
            self.end_headers()
            pieces = model.stream([Message(**one) for one in asked["messages"]], sampling, 60.0)
            with closing(pieces), suppress(OSError):  # type: ignore[type-var]
                for piece in pieces:
                    self._send({"message": {"role": "assistant", "content": piece}, "done": False})
                self._send({"message": {"role": "assistant", "content": ""}, "done": True})

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    http.daemon_threads = True
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http.server_address[1]}"
    http.shutdown()
    http.server_close()


def answer_of(model: ChatModel) -> str:
    asked = (Message(role="user", content="Say hello to Bob in one short sentence."),)
    return "".join(model.stream(asked, Sampling(seed=1, temperature=0.0, max_tokens=24), 60.0))


def test_the_same_model_answers_in_process_and_behind_the_protocol(model: LlamaCppChat, served: str) -> None:
    assert [one.name for one in offered(served)] == [MODEL]
    direct = answer_of(model)
    assert any(sign.isalpha() for sign in direct)
    assert answer_of(OllamaChat(served, MODEL)) == direct


@pytest.mark.parametrize("way", ["in process", "behind the protocol"])
def test_a_call_with_a_weak_model_is_the_same_call(model: LlamaCppChat, served: str, way: str) -> None:
    wording = ModelWording(model if way == "in process" else OllamaChat(served, MODEL), deadlines=PATIENT)
    plain, worded = Call(seed=5), Call(seed=5)
    assert wording.warm_up(worded.persona)
    asked = 0
    for text in (OPENER, REASON, "How do you check them today?"):
        said = text.replace("{given}", plain.persona.given_name).replace("{us}", plain.playbook.company)
        first = plain.trainee(said)
        second = generate_prospect_turn(worded.state, said, worded.persona, scene=worded.scene, wording=wording)
        worded.turns.append(second)
        print(f"{way}: {second.wording}: {second.text}")
        assert second.moves == first.moves
        assert second.text
        assert second.wording.startswith((wording.name, f"bank ({wording.name} refused", "bank"))
        assert "not there" not in second.wording
        asked += second.wording != "bank"
    assert asked


def test_a_dropped_answer_stops(model: LlamaCppChat) -> None:
    pieces = []
    asked = (Message(role="user", content="Count to two hundred, in words."),)
    with pytest.raises(Exception, match="could not answer"):  # noqa: PT012 - it fails while it is read
        for piece in model.stream(asked, Sampling(seed=1, temperature=0.0, max_tokens=400), 60.0):
            pieces.append(piece)
            if len(pieces) == 5:
                model.drop()
    assert len(pieces) < 50
