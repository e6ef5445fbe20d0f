"""Which requests pass the gate: by name, path and frame."""

import asyncio
from collections.abc import Iterator

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send
from streamlit import config

from optviz.app.gate import Gate


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("inside")(scope, receive, send)


def answer(
    host: str | None, path: str = "/", query: str = "", kind: str = "http"
) -> tuple[int, dict[str, str], str]:
    """Status, headers and text of what comes back."""
    headers = [] if host is None else [(b"host", host.encode("latin-1"))]
    said: list[Message] = []

    async def send(message: Message) -> None:
        said.append(message)

    async def receive() -> Message:
        raise AssertionError("nothing is read")

    scope = {"type": kind, "path": path, "query_string": query.encode(), "headers": headers}
    asyncio.run(Gate(inside)({**scope, "method": "GET"}, receive, send))
    start, body = said[0], said[1]
    return (
        start["status"],
        {name.decode(): value.decode() for name, value in start["headers"]},
        body["body"].decode(),
    )


@pytest.fixture
def allowed(request: pytest.FixtureRequest) -> Iterator[None]:
    before = config.get_option("server.allowedHosts")
    config.set_option("server.allowedHosts", request.param)
    yield
    config.set_option("server.allowedHosts", before)


OURS = ["localhost:8501", "LOCALHOST.", "127.0.0.1", "192.168.1.5:8501", "[::1]:8501", "[fe80::1]"]
OURS += ["laptop", "laptop.local:8501", "desk.lan", "a.home.arpa", "class.streamlit.app"]
STRANGE = ["evil.example.com", "evil.example.com.:8501", "localhost.evil.example", "[::1", "", None]
STRANGE += ["localhost@evil.example", "192.168.1.5.evil.example", "1.2.3.4.5", "a b.example"]


@pytest.mark.parametrize("host", OURS)
def test_a_class_reaches_the_page_by_any_address_of_its_network(host: str) -> None:
    assert answer(host)[0] == 200


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("host", STRANGE)
def test_a_name_of_the_public_internet_is_refused_in_a_sentence(
    host: str | None, kind: str
) -> None:
    status, _, text = answer(host, kind=kind)
    assert status == 421
    assert "--server.allowedHosts" in text
    assert answer(host, "/_stcore/health")[0] == 200


@pytest.mark.parametrize("allowed", [["optviz.example.org", "*.school.example"]], indirect=True)
@pytest.mark.usefixtures("allowed")
def test_configured_names_count_and_no_others() -> None:
    names = ("optviz.example.org:443", "a.school.example", "localhost", "192.168.1.5", "b.example")
    assert [answer(name)[0] for name in names] == [200, 200, 421, 421, 421]


@pytest.mark.parametrize(
    ("query", "everyone"),
    [
        ("", False),
        ("scene=beale", False),
        ("embed=true", True),
        ("scene=beale&embed=TRUE&embed_options=show_toolbar", True),
        ("embed=false", False),
        ("embed=", False),
        ("embedded=true", False),
        ("%ff=%00", False),
    ],
)
def test_other_sites_frame_only_what_is_made_to_be_embedded(query: str, everyone: bool) -> None:
    status, headers, _ = answer("localhost", query=query)
    assert status == 200
    own = None if everyone else "frame-ancestors 'self'"
    assert headers.get("content-security-policy") == own


@pytest.mark.parametrize("base", ["", "/class/3b"])
@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/upload_file/session/file"])
def test_metrics_and_uploads_are_closed(base: str, path: str) -> None:
    assert answer("localhost", base + path)[0] == 404
    assert answer("localhost", base + "/_stcore/host-config")[0] == 200
