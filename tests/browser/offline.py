"""The page of a race as a file, opened without a network."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Request, Route

from optviz.pictures.settings import about
from optviz.player.page import page as page_of
from optviz.player.payload import message
from optviz.scenes import Scene


def write(scene: Scene, folder: Path) -> Path:
    """The scene's page as a file."""
    race = scene.race()
    data = message(race, camera=scene.camera, views=scene.views, whole=False)
    path = folder / "race.html"
    lines = about(race, scene.source)
    path.write_text(page_of(data, title=scene.name, about=lines), encoding="utf-8")
    return path


@contextmanager
def offline(browser: Browser, path: Path, **options: Any) -> Iterator[Page]:
    """A page without a network, that may fetch its file and nothing else, nor complain."""
    asked: list[str] = []
    complaints: list[str] = []

    def only_the_file(route: Route, request: Request) -> None:
        asked.append(request.url)
        if request.url == path.as_uri():
            route.continue_()
        else:
            route.abort()

    context = browser.new_context(**options)
    context.set_offline(True)
    context.route("**/*", only_the_file)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert set(asked) == {path.as_uri()}
    assert not complaints
