"""Pages in frames of other pages: they fit, tell their height, follow the theme, leave the keys."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from playwright.sync_api import Browser, Frame, Page

from optviz.scenes import SCENES
from optviz.web.scripts import SCRIPTS
from tests.browser.axe import violations
from tests.browser.offline import offline, write
from tests.browser.static import served
from tests.browser.visitor import SCREENSHOTS, Visitor

VENDOR = Path(__file__).parent / "vendor"
BELOW = "some/path"
ALL_IN = """() => [".views", ".controls", ".legend .entry"].map(part => {
    const { left, top, right, bottom } = document.querySelector(part).getBoundingClientRect();
    return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
})"""
WIDE = "document.documentElement.scrollWidth <= innerWidth"
# Slides that are turned as reveal.js does it: by keys that reach the document.
SLIDES = """
window.keys = [];
window.slide = 0;
addEventListener("message", (event) => window.told = event.data);
document.addEventListener("keydown", (event) => {
  window.keys.push(event.key);
  if (event.key === "ArrowRight") window.slide++;
});
"""
DARK = 'document.body.style.background = "#101010"'
FRAME = '<iframe id=race {more} style="width:720px;height:480px" title=Race></iframe>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a static host: a race's page below a path, and pages around it."""
    root = tmp_path_factory.mktemp("site")
    folder = root / BELOW
    folder.mkdir(parents=True)
    write(SCENES["beale"], folder)
    copy(SCRIPTS["embed"], folder / "embed.js")
    (folder / "slides.js").write_text(SLIDES, encoding="utf-8")
    (folder / "dark.js").write_text(DARK, encoding="utf-8")
    begin = "<!doctype html><html lang=en><meta charset=utf-8><title>Around</title><body>"
    frame = FRAME.format(more='sandbox="allow-scripts" src="race.html#embed"')
    (folder / "frame.html").write_text(
        f'{begin}<script src="slides.js"></script>{frame}<p style="height:3000px">', "utf-8"
    )
    for name in ("reveal.js", "reveal.css"):
        copy(VENDOR / name, folder / name)
    (folder / "reveal.html").write_text(
        f'{begin}<link rel=stylesheet href="reveal.css"><div class=reveal><div class=slides>'
        f"<section>{frame}</section><section>The next slide</section></div></div>"
        '<script src="slides.js"></script><script src="reveal.js"></script>'
        "<script>Reveal.initialize()</script>",
        "utf-8",
    )
    (folder / "strict.html").write_text(
        f'{begin}<script src="dark.js"></script><script src="embed.js"></script>'
        '<optviz-race src="race.html" hide="tools,charts"></optviz-race>',
        "utf-8",
    )
    return root


@pytest.fixture
def opened(browser: Browser, site: Path) -> Iterator[Any]:
    """Opens a page of the site from its host; it may ask no other, nor complain."""
    asked: list[str] = []
    complaints: list[str] = []
    with served(site) as address, browser.new_context(viewport={"width": 900, "height": 700}) as c:
        page = c.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda said: complaints.append(said.text) if said.type == "error" else None
        )

        def opened(name: str) -> tuple[Page, Frame]:
            page.goto(f"{address}{BELOW}/{name}")
            return page, inside(page)

        yield opened
        assert all(url.startswith(address) for url in asked)
    assert not [each for each in complaints if "favicon" not in each and "404" not in each]


def inside(page: Page) -> Frame:
    """The race's page in the frame, once it is there."""
    frame = page.locator("iframe").element_handle().content_frame()
    assert frame
    frame.locator(".legend .entry").first.wait_for(state="attached")
    return frame


def until(page: Page | Frame, script: str) -> None:
    """Wait until a script of the page is true, which a policy may forbid Playwright to do."""
    page.evaluate(
        f"async () => {{ while (!({script})) await new Promise(requestAnimationFrame); }}"
    )


@pytest.mark.parametrize(("width", "height"), [(720, 480), (400, 600)])
def test_it_fits_a_frame(browser: Browser, site: Path, width: int, height: int) -> None:
    path = site / BELOW / "race.html"
    screen = {"width": width, "height": height}
    with offline(browser, path, viewport=screen) as page:
        page.goto(f"{path.as_uri()}#embed")
        page.locator(".legend .entry").first.wait_for()
        until(page, f"({ALL_IN})().every(Boolean)")
        assert page.evaluate(WIDE)
        assert not page.evaluate("document.activeElement.closest('.player')")
        SCREENSHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SCREENSHOTS / f"embed-{width}.png")
        assert violations(page, "html") == []


def test_its_address_hides_parts_and_says_what_is_none(browser: Browser, site: Path) -> None:
    path = site / BELOW / "race.html"
    with offline(browser, path) as page:
        page.goto(f"{path.as_uri()}#hide=legend,charts,clouds&step=30&speed=10&theme=dark")
        visitor = Visitor(page, page.url)
        assert "clouds" in page.locator(".problems").inner_text()
        assert visitor.step == 30
        assert visitor.can("Play")
        for part in (".legend", ".chart"):
            assert page.locator(part).is_hidden()
        assert page.locator(".controls select").input_value() == "0.4"
        assert "rgb(14, 17, 23)" in page.evaluate("getComputedStyle(document.body).background")


def test_keys_are_the_pages_around_until_a_click_and_after_escape(opened: Any) -> None:
    page, frame = opened("frame.html")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    assert page.evaluate("[slide, ...keys]") == [1, "ArrowRight", "PageDown"]
    until(page, "scrollY > 0")
    page.evaluate("scrollTo(0, 0)")
    frame.locator(".play").evaluate("play => play.click()")
    frame.locator(".trails").click(position={"x": 60, "y": 40})
    assert page.evaluate("document.activeElement.id") == "race"
    frame.evaluate("""() => addEventListener("keydown", ({ key, defaultPrevented }) =>
        (window.pressed ??= []).push([key, defaultPrevented]))""")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    until(frame, "/^1\\b/.test(document.querySelector('.count').textContent)")
    assert frame.evaluate("window.pressed") == [["PageDown", False]]  # the others are used
    assert page.evaluate("slide") == 1
    page.keyboard.press("Escape")
    until(page, "told?.type === 'optviz:left'")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("slide") == 2


def test_reveal_turns_its_slides(opened: Any) -> None:
    page, frame = opened("reveal.html")
    slide = "Reveal.getIndices().h"
    for key, turned in {"ArrowRight": 1, "ArrowLeft": 0, "PageDown": 1, "PageUp": 0}.items():
        page.keyboard.press(key)
        until(page, f"{slide} === {turned}")
    frame.locator(".trails").click(position={"x": 60, "y": 40})
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    until(frame, "/^1\\b/.test(document.querySelector('.count').textContent)")
    assert page.evaluate(slide) == 0
    page.keyboard.press("Escape")
    until(page, "told?.type === 'optviz:left'")
    page.keyboard.press("ArrowRight")
    until(page, f"{slide} === 1")


@pytest.mark.parametrize("name", ["strict.html", "file"])
def test_the_element_is_as_high_as_the_page_wants_and_has_its_theme(
    name: str, opened: Any, browser: Browser, site: Path
) -> None:
    if name == "file":
        with browser.new_context(viewport={"width": 900, "height": 700}) as context:
            page = context.new_page()
            page.goto((site / BELOW / "strict.html").as_uri())
            check_element(page)
    else:
        page, _ = opened(name)
        check_element(page)


def check_element(page: Page) -> None:
    """Its frame ends with the page in it, which is dark as the page around it, then light."""
    frame = inside(page)
    left = "innerHeight - document.body.offsetHeight"
    until(frame, f"innerHeight > 400 && {left} > -2 && {left} < 4")
    paper = "getComputedStyle(document.body).backgroundColor"
    until(frame, f"{paper} === 'rgb(14, 17, 23)'")
    page.evaluate("document.body.style.background = 'white'")
    until(frame, f"{paper} === 'rgb(255, 255, 255)'")
    assert frame.locator(".tools").is_hidden()
    page.evaluate("document.querySelector('optviz-race').setAttribute('hide', 'legend')")
    page.locator("iframe[src$='hide=legend']").wait_for()
    frame = inside(page)
    frame.locator(".tools").wait_for()
    assert frame.locator(".legend").is_hidden()
