"""Races in a notebook's page: they play, side by side, without a word in the console."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from optviz.optimizers import SGD, Adam
from optviz.race import race
from optviz.scenes import SCENES
from surfaces import SURFACES
from tests.browser.offline import offline
from tests.support.patience import PATIENCE

NAMED = replace(SURFACES["beale"], name='</iframe><img src="x" onerror="alert(1)"> & co')
CELLS = (SCENES["saddle_point"]._repr_html_(), race(NAMED, [SGD(), Adam(lr=0.3)])._repr_html_())
PAGE = "<!doctype html><meta charset=utf-8><title>Notebook</title><textarea autofocus></textarea>"
PAPER = "getComputedStyle(document.body).backgroundColor"
GROUND = {"light": "rgb(255, 255, 255)", "dark": "rgb(14, 17, 23)"}


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[600, 1100])
def notebook(
    browser: Browser, tmp_path: Path, scheme: str, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A page with two cells that show a race each."""
    path = tmp_path / "notebook.html"
    path.write_text(PAGE + "<p>between</p>".join(CELLS), encoding="utf-8")
    size: Any = {"width": request.param, "height": 900}
    with ExitStack() as stack:
        page = stack.enter_context(offline(browser, path, viewport=size, color_scheme=scheme))
        page.goto(path.as_uri())
        yield page


def cells(notebook: Page) -> list[Frame]:
    """The two frames, both with a player."""
    frames = notebook.frames[1:]
    assert len(frames) == 2
    for each in frames:
        each.locator(".player").wait_for()
    return frames


def step(cell: Frame) -> int:
    return int(cell.locator("input[type=range]").first.input_value())


def test_both_play(notebook: Page) -> None:
    for place, cell in enumerate(cells(notebook)):
        notebook.locator("iframe").nth(place).scroll_into_view_if_needed()
        before = step(cell)
        cell.wait_for_function(
            "before => Number(document.querySelector('input[type=range]').value) !== before",
            arg=before,
            timeout=1000 * PATIENCE,
        )
        assert cell.evaluate(PAPER) == GROUND["light"]  # as the notebook is, whatever the system


def test_they_follow_the_notebooks_theme_and_cover_their_pictures(notebook: Page) -> None:
    frames = cells(notebook)
    for theme, ground in (("dark", "#111"), ("light", "#fff"), ("dark", "#111")):
        notebook.evaluate("ground => void (document.body.style.background = ground)", ground)
        for cell in frames:
            cell.wait_for_function(f"{PAPER} === '{GROUND[theme]}'", timeout=1000 * PATIENCE)
    pictures = notebook.locator(".optviz-race > img")
    assert pictures.count() == 2
    for place in range(2):
        expect(pictures.nth(place)).to_be_hidden()


def test_each_fits_its_frame_and_leaves_the_keys_to_the_notebook(notebook: Page) -> None:
    for cell in cells(notebook):
        root = "document.documentElement"
        sizes = cell.evaluate(
            f"[{root}.scrollWidth - innerWidth, {root}.scrollHeight - innerHeight]"
        )
        assert sizes == [0, 0]
        spare = cell.evaluate("innerHeight - document.body.getBoundingClientRect().bottom")
        assert spare < 40
    assert notebook.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_what_somebody_else_wrote_is_text(notebook: Page) -> None:
    cell = cells(notebook)[1]
    assert cell.locator("h1").inner_text() == NAMED.name
    assert cell.locator("img").count() == notebook.locator("[src='x']").count() == 0
