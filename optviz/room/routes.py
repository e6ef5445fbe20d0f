"""The routes of the rooms: the phone's page, the races it shows, and its connection."""

import gzip
import re
from functools import lru_cache
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from optviz.room.codes import code_of
from optviz.room.endpoint import live
from optviz.room.server import current
from optviz.room.store import AwayError, NoRoomError
from optviz.web.colours import colours
from optviz.web.scripts import version

PAGE = Path(__file__).parent / "phone.html"
FOR_GOOD = "private, max-age=43200, immutable"  # its name says what it is; as long as a room
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; "
    "base-uri 'self'; form-action 'none'; frame-ancestors 'none'; connect-src 'self'"
)
HOST = re.compile(r"[\w.:\[\]-]+")


def routes() -> list[BaseRoute]:
    """What `st.App` takes, under any path."""
    return [
        Route("/{base:path}room", page),
        Route("/{base:path}room/{code}", page),
        Route("/{base:path}room/{code}/shown/{name}", shown),
        WebSocketRoute("/{base:path}room/{code}/live", live),
    ]


async def page(request: Request) -> Response:
    """The phone's page, the same for all rooms: whether there is one, its connection tells."""
    base = "../" if request.path_params.get("code") else ""
    kept = {"Cache-Control": "no-cache", "Content-Security-Policy": policy(request)}
    return HTMLResponse(page_text(base), headers=kept | {"Referrer-Policy": "no-referrer"})


def policy(request: Request) -> str:
    """What the page may load; older Safaris do not take a websocket for the page's own host."""
    host = request.headers.get("host", "")
    return f"{POLICY} ws://{host} wss://{host}" if HOST.fullmatch(host) else POLICY


@lru_cache(2)
def page_text(base: str) -> str:
    """The page with its colours and its scripts' addresses, from a place `base` below them."""
    text = PAGE.read_text(encoding="utf-8")
    filled = {"base": escape(base), "version": version("player"), "colours": colours()}
    for name, value in filled.items():
        text = text.replace(f"{{{name}}}", value)
    return text


async def shown(request: Request) -> Response:
    """A race's bytes, compressed where the phone takes that."""
    try:
        code = code_of(request.path_params["code"])
        data = await current().store.get(code, request.path_params["name"])
    except NoRoomError:
        data = None
    except AwayError:
        return Response("Try again in a moment.", status_code=503)
    if data is None:
        return Response("There is no such race.", status_code=404)
    headers = {"Cache-Control": FOR_GOOD, "Vary": "Accept-Encoding"}
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return Response(data, media_type="application/octet-stream", headers=headers)
    headers["Content-Encoding"] = "gzip"
    return Response(compressed(data), media_type="application/octet-stream", headers=headers)


@lru_cache(32)
def compressed(data: bytes) -> bytes:
    """A race for the way; once for a whole class."""
    return gzip.compress(data, 6, mtime=0)
