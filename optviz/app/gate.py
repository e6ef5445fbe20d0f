"""Which requests reach the app: by the name it is called, by the path, and framed by whom."""

from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

# Names that only a network of one's own can give. A name of the public internet is refused until
# it is configured: its owner could let it point here, and read with a visitor's browser.
LOCAL_NAMES = (".localhost", ".local", ".lan", ".home", ".internal", ".home.arpa")
CLOUD = ".streamlit.app"  # apps on Streamlit Community Cloud

# Of Streamlit's own routes: nobody outside needs to know how busy the server is, and the pages
# take no files.
CLOSED = ("/_stcore/metrics", "/_stcore/upload_file")
OWN_FRAMES = "frame-ancestors 'self'"
HEALTH = "/_stcore/health"  # asked for by whatever runs the server, under any name


class Gate:
    """ASGI middleware that refuses what the app is not for, and says who may frame it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it with a sentence."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        host, path = Headers(scope=scope).get("host"), scope["path"]
        if not path.endswith(HEALTH) and not is_ours(host):
            refused = PlainTextResponse(
                f"This server does not go by the name {host!r}. Whoever runs it can allow the "
                "name with --server.allowedHosts.",
                HTTPStatus.MISDIRECTED_REQUEST,
            )
            await refused(scope, receive, send)
        elif any(closed in path for closed in CLOSED):
            nothing = PlainTextResponse("There is nothing here.", HTTPStatus.NOT_FOUND)
            await nothing(scope, receive, send)
        else:
            answer = framed(scope, send) if scope["type"] == "http" else send
            await self.app(scope, receive, answer)


def is_ours(host: str | None) -> bool:
    """Whether this app goes by the name of a Host header.

    With `server.allowedHosts` set, those names count and no others; without, every number of an
    address and every name that does not come from the public internet.
    """
    if config.get_option("server.allowedHosts"):
        return is_host_allowed(host)
    try:
        name = (urlsplit(f"//{host or ''}").hostname or "").rstrip(".")
    except ValueError:
        return False
    served_as = config.get_option("browser.serverAddress")
    if not name or "@" in f"{host}":
        return False
    return (
        is_number(name)
        or "." not in name
        or name == served_as
        or name.endswith((*LOCAL_NAMES, CLOUD))
    )


def is_number(name: str) -> bool:
    """Whether it is an address in numbers, which no one can let point elsewhere."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def framed(scope: Scope, send: Send) -> Send:
    """Answers that only this site may frame, but for those that are made to be embedded.

    That is what `?embed=true` says: Streamlit leaves out its toolbar then.
    """
    said = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    if "true" in map(str.lower, said.get("embed", [])):
        return send

    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).append("Content-Security-Policy", OWN_FRAMES)
        await send(message)

    return answer
