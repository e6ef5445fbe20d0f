"""The routes beside the pages: the built JavaScript, which a browser fetches once and keeps."""

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from optviz.web.scripts import SCRIPTS, version

FOR_GOOD = "public, max-age=31536000, immutable"  # the version stands in the address
NOT_KEPT = "no-cache"


def routes() -> list[Route]:
    """What `st.App` takes. Under any path, as `server.baseUrlPath` may set one."""
    return [Route("/{base:path}scripts/{name}.js", script)]


async def script(request: Request) -> Response:
    """A built script. One asked for by its version never changes; without it, ask again.

    The player asks for its view in space by its own version: both name their sources, all of them.
    """
    name = request.path_params["name"]
    if name not in SCRIPTS:
        return Response("There is no such script.", status_code=404)
    asked = request.query_params.get("v")
    kept = FOR_GOOD if asked in {version(name), version("player")} else NOT_KEPT
    headers = {"Cache-Control": kept}
    return FileResponse(SCRIPTS[name], media_type="text/javascript", headers=headers)
