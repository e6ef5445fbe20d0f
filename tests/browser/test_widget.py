"""The widget of notebooks between its Python and its script, in a page like a notebook's."""

import base64
import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from optviz.notebook.widget import RaceWidget
from optviz.optimizers import SGD
from optviz.race import race
from optviz.web.scripts import SCRIPTS

HOST = "http://notebook.test/"
PAGE = """<!doctype html><title>Notebook</title><body style="background: #111; color: #eee">
<script type="module">
import widget from "/widget.js";
const values = {}, heard = {}, changed = {};
const take = (state) => {
  for (const [name, value] of Object.entries(state)) {
    if (JSON.stringify(values[name]) === JSON.stringify(value)) continue;
    values[name] = value;
    (heard[`change:${name}`] ?? []).forEach((act) => act());
  }
};
const bytes = (text) => new DataView(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer);
const model = {
  get: (name) => name === "_data" ? bytes(values._data) : values[name],
  set: (name, value) => { values[name] = changed[name] = value; },
  save_changes: async () => {
    const sent = JSON.stringify(changed);
    for (const name of Object.keys(changed)) delete changed[name];
    take(JSON.parse(await window.kernel(sent)));
  },
  on: (event, act) => (heard[event] ??= []).push(act),
  off: (event, act) => { heard[event] = heard[event].filter((each) => each !== act); },
};
window.take = (text) => take(JSON.parse(text));
take(JSON.parse(await window.kernel("{}")));
window.end = widget.render({ model, el: document.body });
</script>"""


def answer(route: Route, **what: str) -> None:
    route.fulfill(**what)  # type: ignore[arg-type]


class Notebook:
    """A widget shown in a page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.widget = RaceWidget("beale")
        page.expose_function("kernel", self.hear)
        types = {"widget.js": "text/javascript", "": "text/html"}
        bodies = {"widget.js": SCRIPTS["widget"].read_text("utf-8"), "": PAGE}
        for path, body in bodies.items():
            page.route(HOST + path, partial(answer, body=body, content_type=types[path]))
        page.goto(HOST)
        page.locator(".player .legend .row").first.wait_for()

    def hear(self, text: str) -> str:
        """What the browser set; returns all that it may know."""
        for name, value in json.loads(text).items():
            setattr(self.widget, name, value)
        return self.state()

    def state(self) -> str:
        data = base64.b64encode(self.widget._data).decode()
        return json.dumps({"_data": data, "step": self.widget.step, "problem": self.widget.problem})

    def tell(self) -> None:
        """What Python set reaches the browser."""
        self.page.evaluate("state => window.take(state)", self.state())


@pytest.fixture
def notebook(browser: Browser) -> Iterator[Notebook]:
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield Notebook(page)
    page.close()
    assert not complaints


def until(page: Page, holds: Any) -> None:
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(50)
    assert holds()


def test_start_settings_and_step_go_both_ways(notebook: Notebook) -> None:
    page, widget = notebook.page, notebook.widget
    rate = page.get_by_role("spinbutton", name="Adam: lr")
    rate.press("ArrowUp")
    until(page, lambda: widget.settings["Adam"]["lr"] == 0.337)
    assert widget.race["Adam"].optimizer.settings()["lr"] == 0.337
    widget.settings = {"Adam": {"lr": 0.05}}
    widget.start = (2, 1)
    notebook.tell()
    expect(rate).to_have_text("0.05")
    expect(page.locator(".where")).to_contain_text("start (2, 1)")
    page.locator(".start").press("ArrowLeft")
    until(page, lambda: widget.start[0] < 2)
    widget.step = 7
    notebook.tell()
    expect(page.locator(".count")).to_contain_text("7")
    page.locator(".player").press("ArrowRight")
    until(page, lambda: widget.step == 8)
    page.evaluate("window.end()")


def test_the_theme_is_that_of_the_notebook(notebook: Notebook) -> None:
    player = notebook.page.locator(".player")
    dark = player.evaluate("e => getComputedStyle(e).getPropertyValue('--paper').trim()")
    notebook.page.evaluate("document.body.style.background = '#fff'")
    until(
        notebook.page,
        lambda: (
            player.evaluate("e => getComputedStyle(e).getPropertyValue('--paper').trim()")
            == "#ffffff"
        ),
    )
    assert dark == "#0e1117"


def test_what_cannot_be_raced_is_told_in_the_widget(notebook: Notebook) -> None:
    widget = notebook.widget
    before = widget.race
    notebook.hear(json.dumps({"_asked": {"settings": {"Adam": {"lr": -1}}, "serial": 9}}))
    notebook.tell()
    expect(notebook.page.locator(".notice")).to_contain_text("lr = -1.0 is not possible")
    assert widget.race.start.tolist() == before.start.tolist()
    nonsenses: list[Any] = [{"serial": "x"}, {"steps": []}, {"entrants": [7]}, {"start": 3}]
    for nonsense in nonsenses:
        notebook.hear(json.dumps({"_asked": nonsense}))
        assert widget.problem.endswith("The race stays as it was.")
    with pytest.raises(ValueError, match="is no point"):
        widget.start = (float("nan"), 1)
    assert widget.start == (1.0, 1.6)


def test_a_race_longer_than_the_page_offers_keeps_its_length() -> None:
    widget = RaceWidget(race("beale", [SGD(lr=1e-4)], steps=1_500))
    widget.start = (2, 1)
    assert (widget.race.steps, widget.race.start.tolist()) == (1_500, [2, 1])
