"""Races and widgets in a real JupyterLab with a kernel, and in what nbconvert makes of them.

One server, one page and one kernel for all: they begin with a notebook that was run and saved.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Frame, Locator, Page, expect

from tests.browser.lab import Lab, opened, own, served, write
from tests.support.patience import PATIENCE

CELLS = (
    "from optviz import race\nrace('beale', steps=60)",
    "from optviz.notebook.widget import RaceWidget\nwidget = RaceWidget('beale')\nwidget",
)
RACE, WIDGET = 0, 1  # their cells
PAPER = {"Light": "#ffffff", "Dark": "#0e1117"}
MATHS = "cdnjs.cloudflare.com"  # from where nbconvert's own pages ask for formulas' scripts
PICTURE_ALONE = "--NbConvertBase.display_data_priority=['image/png','text/plain']"


@pytest.fixture(scope="module")
def lab(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab with a notebook that was run and saved."""
    folder = tmp_path_factory.mktemp("lab")
    (folder / "work").mkdir()
    write(folder / "work" / "ran.ipynb", CELLS)
    environment = own(folder)
    with served(folder / "work", **environment) as server:
        with opened(browser, server, folder / "work") as lab:
            lab.open("ran.ipynb")
            lab.do("notebook:run-all-cells")
            lab.output(RACE).locator("iframe").wait_for()
            lab.output(WIDGET).locator(".player .legend .row").first.wait_for()
            lab.do("docmanager:save")
            yield lab
        assert "Traceback" not in server.log


@pytest.fixture
def ran(lab: Lab) -> Lab:
    """The notebook that was run is shown."""
    lab.open("ran.ipynb")
    return lab


def until(holds: Callable[[], Any], page: Page) -> None:
    """Wait for what the kernel is asked."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        page.wait_for_timeout(100)


def grounded(shown: Locator, paper: str) -> None:
    """The player there gets that ground."""
    ask = "player => getComputedStyle(player).getPropertyValue('--paper').trim()"
    until(lambda: shown.locator(".player").evaluate(ask) == paper, shown.page)


def plays(frame: Frame) -> None:
    """Its step changes by itself."""
    slider = frame.locator("input[type=range]").first
    before = slider.input_value()
    expect(slider).not_to_have_value(before)


def seen(picture: Locator) -> None:
    """A picture is shown, whole."""
    picture.scroll_into_view_if_needed()
    expect(picture).to_be_visible()
    assert picture.evaluate("each => each.decode().then(() => each.naturalWidth)") == 640


def test_a_race_plays_and_both_have_the_notebooks_theme(ran: Lab) -> None:
    for theme, ground in PAPER.items():
        ran.theme(theme)
        ran.output(RACE).scroll_into_view_if_needed()
        grounded(ran.frame(RACE).locator("body"), ground)
        ran.output(WIDGET).scroll_into_view_if_needed()
        grounded(ran.output(WIDGET), ground)
    ran.theme("Light")
    ran.output(RACE).scroll_into_view_if_needed()
    plays(ran.frame(RACE))
    expect(ran.output(RACE).locator(".optviz-race > img")).to_be_hidden()


def test_start_settings_and_step_go_both_ways(ran: Lab) -> None:
    shown = ran.output(WIDGET)
    shown.scroll_into_view_if_needed()
    rate = shown.get_by_role("spinbutton", name="Adam: lr")
    ran.python("widget.step", before="widget.settings = {'Adam': {'lr': 0.3}}")
    expect(rate).to_have_text("0.3")
    rate.press("ArrowUp")
    until(lambda: ran.python("widget.settings['Adam']['lr']") == 0.337, ran.page)
    assert ran.python("widget.race['Adam'].optimizer.lr") == 0.337
    ran.python("widget.start", before="widget.settings = {'Adam': {'lr': 0.05}}")
    ran.python("widget.start", before="widget.start = (2, 1)")
    expect(rate).to_have_text("0.05")
    expect(shown.locator(".where")).to_contain_text("start (2, 1)")
    shown.locator(".start").press("ArrowLeft")
    until(lambda: ran.python("widget.start")[0] < 2, ran.page)
    ran.python("widget.step", before="widget.step = 7")
    expect(shown.locator(".count")).to_contain_text("7")
    shown.locator(".player").press("ArrowRight")
    until(lambda: ran.python("widget.step") == 8, ran.page)


def test_what_cannot_be_raced_is_told_in_the_widget(ran: Lab) -> None:
    asked = "widget._asked = {'settings': {'Adam': {'lr': -1}}, 'serial': 9}"
    said = ran.python("widget.problem", before=asked)
    assert "lr = -1.0 is not possible" in said
    expect(ran.output(WIDGET).locator(".notice")).to_have_text(said)


def test_a_notebook_that_is_not_trusted_shows_pictures(lab: Lab) -> None:
    lab.open("ran.ipynb")
    kernel = lab.kernel()
    copy = json.loads((lab.folder / "ran.ipynb").read_text("utf-8"))
    copy["metadata"]["title"] = "written on another machine: its signature is not known here"
    (lab.folder / "sent.ipynb").write_text(json.dumps(copy), encoding="utf-8")
    lab.open("sent.ipynb", kernel)  # which has the widget: it is not shown for want of trust
    for place in (RACE, WIDGET):
        seen(lab.output(place).locator("img"))
        assert lab.output(place).locator("iframe, .player").count() == 0


def converted(lab: Lab, name: str, *options: str) -> Path:
    """The saved notebook as nbconvert writes it."""
    command = [sys.executable, "-m", "nbconvert", "--to", "html", "--output", name, *options]
    subprocess.run([*command, "ran.ipynb"], cwd=lab.folder, check=True, capture_output=True)
    return lab.folder / name


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without a network, whose own wishes are those of nbconvert's templates."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.set_default_timeout(1000 * PATIENCE)
    context.set_offline(True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    yield page
    context.close()
    assert {urlsplit(url).hostname for url in asked} <= {MATHS, None}


def test_nbconvert_writes_the_live_player(lab: Lab, page: Page) -> None:
    page.goto(converted(lab, "plain.html").as_uri())
    handle = page.locator(".optviz-race iframe").element_handle()
    frame = handle.content_frame()
    assert frame
    handle.scroll_into_view_if_needed()
    plays(frame)
    seen(page.locator(".jp-OutputArea-output > img"))  # the widget, which has no kernel here


def test_nbconvert_keeps_the_pictures_where_html_is_sanitized(lab: Lab, page: Page) -> None:
    page.goto(converted(lab, "clean.html", "--sanitize-html", PICTURE_ALONE).as_uri())
    for place in (RACE, WIDGET):
        seen(page.locator(".jp-OutputArea-output img").nth(place))
    assert page.locator("iframe").count() == 0
    assert "iframe" not in page.locator("body").inner_text()
