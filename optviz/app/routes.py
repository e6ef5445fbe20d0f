"""The routes beside the pages: built JavaScript and pictures, which a browser fetches once."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from optviz.room import routes as room
from optviz.web import pictures
from optviz.web.scripts import SCRIPTS, version

FOR_GOOD = "public, max-age=31536000, immutable"  # the version stands in the address
NOT_KEPT = "no-cache"


def routes() -> list[BaseRoute]:
    """What `st.App` takes. Under any path, as `server.baseUrlPath` may set one."""
    return [
        Route("/{base:path}scripts/{name}.js", script),
        Route("/{base:path}thumbnails/{name}.webp", thumbnail),
        *room.routes(),
    ]


async def script(request: Request) -> Response:
    """A built script. One asked for by its version never changes; without it, ask again.

    The player asks for its view in space by its own version: both name their sources, all of them.
    """
    name = request.path_params["name"]
    if name not in SCRIPTS:
        return Response("There is no such script.", status_code=404)
    return answer(request, SCRIPTS[name], "text/javascript", version(name), version("player"))


async def thumbnail(request: Request) -> Response:
    """A scene's small picture."""
    name = request.path_params["name"]
    if name not in pictures.THUMBNAILS:
        return Response("There is no such picture.", status_code=404)
    return answer(request, pictures.THUMBNAILS[name], "image/webp", pictures.version())


def answer(request: Request, path: Path, kind: str, *versions: str) -> Response:
    """A file, kept by the browser for good where it was asked for by one of its versions."""
    kept = FOR_GOOD if request.query_params.get("v") in versions else NOT_KEPT
    return FileResponse(path, media_type=kind, headers={"Cache-Control": kept})
