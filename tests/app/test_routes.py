"""Built JavaScript and pictures come from the app's own routes, and are kept by their versions."""

import asyncio

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route

from optviz.app.routes import routes
from optviz.web import pictures
from optviz.web.scripts import SCRIPTS, loader, version


def answer(path: str, query: str = "") -> Response | None:
    """What the app's routes answer; None, if it is none of theirs."""
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode()}
    for route in routes():
        match, found = route.matches(scope)
        if match is Match.FULL and isinstance(route, Route):
            response = asyncio.run(route.endpoint(Request({**scope, **found})))
            assert isinstance(response, Response)
            return response
    return None


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_that_is_asked_for_by_its_version_is_kept_for_good(name: str) -> None:
    found = answer(f"/scripts/{name}.js", f"v={version(name)}")
    assert found
    assert found.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert found.headers["content-type"].startswith("text/javascript")
    assert f"scripts/{name}.js?v={version(name)}" in loader(name)


def test_the_view_in_space_is_kept_as_the_player_asks_for_it() -> None:
    found = answer("/scripts/space.js", f"v={version('player')}")
    assert found
    assert "immutable" in found.headers["cache-control"]


def test_what_a_visit_begins_with_is_small() -> None:
    assert SCRIPTS["player"].stat().st_size <= 185_000


def test_a_scenes_picture_is_kept_for_good_and_there_are_no_others() -> None:
    found = answer("/thumbnails/beale-dark.webp", f"v={pictures.version()}")
    assert found
    assert found.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert found.headers["content-type"] == "image/webp"
    for name in ("beale", "..", "%2e%2e", "beale-dark.webp"):
        missing = answer(f"/thumbnails/{name}.webp")
        assert missing
        assert missing.status_code == 404


@pytest.mark.parametrize("query", ["", "v=", "v=0123456789ab"])
def test_one_of_another_version_is_not_kept(query: str) -> None:
    found = answer("/scripts/player.js", query)
    assert found
    assert found.status_code == 200
    assert found.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("name", ["main", "..", "%2e%2e", "player.js"])
def test_other_files_are_not_served(name: str) -> None:
    found = answer(f"/scripts/{name}.js")
    assert found
    assert found.status_code == 404
    assert answer(f"/scripts/../{name}.js") is None


def test_scripts_come_from_below_the_path_that_the_app_is_served_under() -> None:
    assert answer("/class/3b/scripts/player.js")
