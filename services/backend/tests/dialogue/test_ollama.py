"""The way to a model server: on this computer only, and honest about what is there."""

import pytest

from app.dialogue.engines.loopback import Loopback
from app.dialogue.engines.ollama import OllamaModel, offered
from app.domain.errors import EngineFailed, Invalid
from tests.dialogue.ollama_server import OllamaServer, running


@pytest.mark.parametrize(
    "url",
    [
        "http://192.168.1.20:11434",
        "http://example.com:11434",
        "http://0.0.0.0:11434",
        "http://127.0.0.1.example.com",
        "http://user@10.0.0.1",
        "https://127.0.0.1:11434",
        "http://[fe80::1]:11434",
        "http://127.0.0.1:port",
        "file:///models",
        "",
    ],
)
def test_another_computer_is_refused(url: str) -> None:
    with pytest.raises(Invalid) as refused:
        Loopback(url)
    assert "127.0.0.1" in refused.value.hint


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:11434", "http://localhost:11434/", "http://[::1]:11434", "127.0.0.1:1"]
)
def test_this_computer_is_welcome(url: str) -> None:
    Loopback(url)


def test_it_lists_what_the_server_offers() -> None:
    with running(
        OllamaServer(models={"models": [{"name": "a:3b", "size": 7}, {"name": "b"}, {"size": 1}, 3]})
    ) as server:
        assert offered(server.url) == (OllamaModel(name="a:3b", size_bytes=7), OllamaModel(name="b", size_bytes=0))


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b'{"models": 3}'])
def test_another_program_on_that_port_is_no_model_server(answer: bytes) -> None:
    with running(OllamaServer(models=answer)) as server, pytest.raises(EngineFailed):
        offered(server.url)


def test_nobody_there_is_said_with_what_to_do() -> None:
    with running(OllamaServer()) as server:
        url = server.url
    with pytest.raises(EngineFailed) as failed:
        offered(url)
    assert "Start the model server" in failed.value.hint
