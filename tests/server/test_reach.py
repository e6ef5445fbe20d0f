"""Which addresses lead back to the machine that opens them, and what others take in their place."""

import socket
from ipaddress import ip_address

import pytest

from optviz.server import reach


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8501/?scene=beale",
        "http://LOCALHOST/",
        "http://optviz.localhost:8501",
        "http://127.0.0.1:8501/?t=3",
        "http://127.1.2.3",
        "http://[::1]:8501/",
        "http://0.0.0.0:8501/",
    ],
)
def test_an_address_that_opens_here_alone(address: str) -> None:
    assert reach.is_only_here(address)


@pytest.mark.parametrize(
    "address",
    ["", "http://class/", "http://192.168.1.5:8501", "https://localhost.example.org/", "http://["],
)
def test_an_address_that_others_can_open(address: str) -> None:
    assert not reach.is_only_here(address)


def test_others_get_the_same_page_at_the_network_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "network_address", lambda: "10.0.0.7")
    assert reach.for_others("http://localhost:8501/a/?t=3") == "http://10.0.0.7:8501/a/?t=3"
    assert reach.for_others("http://127.0.0.1/") == "http://10.0.0.7/"
    monkeypatch.setattr(reach, "network_address", lambda: None)
    assert reach.for_others("http://localhost:8501/") is None


def test_a_machine_without_a_network_has_no_such_address(monkeypatch: pytest.MonkeyPatch) -> None:
    found = reach.network_address()
    assert found is None or not ip_address(found).is_loopback

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert reach.network_address() is None
