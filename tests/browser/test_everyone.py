"""Every page is seen by everyone; what is read and singled out by pointing, and by keys."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, BrowserContext

from optviz.scenes import SCENES
from tests.browser.axe import violations
from tests.browser.conftest import watched
from tests.browser.offline import offline, write
from tests.browser.pictures import PAGES, settle
from tests.browser.seen import alike, faint, headings
from tests.browser.server import Server
from tests.browser.visitor import Visitor, number

ROOMS = ("beale", "formula", "sweep", "basins", "lessons", "definitions", "digits")

PICTURE = "canvas => canvas.toDataURL()"


def test_the_ground_is_read_under_the_pointer_and_a_chart_without_covering_it(
    visitor: Visitor,
) -> None:
    visitor.pause()
    chart, where = visitor.page.locator(".curves canvas"), visitor.page.locator(".where")
    assert where.inner_text() == "start (1, 1.6): loss 51.66, gradient (49.8, 116)"
    before = chart.evaluate(PICTURE)
    chart.hover(position={"x": 150, "y": 60})
    reading = visitor.page.locator(".curves .reading")
    visitor.until(reading.is_visible)
    above, below = reading.bounding_box(), chart.bounding_box()
    assert above
    assert below
    assert above["y"] + above["height"] <= below["y"] + 10  # where the curves begin
    assert chart.evaluate(PICTURE) != before  # the step's line
    visitor.trails.hover(position={"x": 300, "y": 200})
    visitor.until(lambda: not where.inner_text().startswith("start"))
    x, y, loss, *gradient = numbers_in(where.inner_text())
    surface, point = SCENES["beale"].surface, np.array([x, y])
    assert loss == pytest.approx(float(surface.step_loss(point)), rel=1e-3)
    assert gradient == pytest.approx(surface.step_gradient(point), rel=1e-2)


def numbers_in(told: str) -> list[float]:
    """Of "(1, 2): loss 3, gradient (4, 5)"."""
    words = told.replace("(", "").replace(")", "").replace(":", ",")
    return [number(each.split()[-1]) for each in words.split(",")]


def test_an_optimizer_is_singled_out_in_the_legend_by_pointer_and_key(visitor: Visitor) -> None:
    visitor.pause()
    visitor.scrub(100)
    plain = visitor.picture
    visitor.legend("SGD").hover()
    visitor.until(lambda: visitor.picture != plain)
    visitor.page.mouse.move(5, 5)
    visitor.until(lambda: visitor.picture == plain)
    visitor.player.get_by_role("button", name="from here on").focus()
    visitor.page.keyboard.press("Tab")
    visitor.until(lambda: visitor.picture != plain)


@pytest.mark.parametrize("room", ROOMS)
def test_every_page_is_seen_in_the_dark_in_light_and_in_few_colours(
    server: Server, context_of: Callable[[str], BrowserContext], room: str
) -> None:
    with watched(context_of("dark-wide").new_page(), server) as page:
        page.goto(f"{server.address}/?{PAGES[room]}")
        settle(page)
        assert headings(page) == []
        assert violations(page) == []
        assert faint(page) == []
        page.emulate_media(color_scheme="light")
        page.wait_for_function(
            "getComputedStyle(document.querySelector('.stApp')).colorScheme == 'light'"
        )
        assert faint(page) == []
        page.emulate_media(forced_colors="active")
        assert alike(page) == []
        assert violations(page) == []


def test_a_page_of_its_own_is_seen_in_both_themes_and_in_few_colours(
    browser: Browser, tmp_path: Path
) -> None:
    path = write(SCENES["beale"], tmp_path)
    with offline(browser, path, color_scheme="dark") as page:
        page.goto(path.as_uri())
        page.locator(".legend .row").first.wait_for()
        assert headings(page) == []
        assert violations(page, "main") == []
        assert faint(page) == []
        page.emulate_media(color_scheme="light")
        assert faint(page) == []
        page.emulate_media(forced_colors="active")
        assert alike(page) == []
        assert violations(page, "main") == []
