"""A server that runs already: with and without a token, by an HTTP or a WebSocket address."""

import pytest

from bench.address import Address, BenchError


@pytest.mark.parametrize("url", ["http://127.0.0.1:8123", "ws://127.0.0.1:8123/", "http://127.0.0.1:8123/ignored"])
def test_both_kinds_of_address_lead_to_the_call(url: str):
    assert Address(url).call_url("s1") == "ws://127.0.0.1:8123/sessions/s1/call"
    assert Address(url, "t").call_url("s1") == "ws://127.0.0.1:8123/sessions/s1/call?token=t"


def test_a_server_that_is_not_there_is_an_error_with_its_request():
    with pytest.raises(BenchError, match="POST /sessions failed"):
        Address("http://127.0.0.1:9").post("/sessions", {})
