"""The page of a race, opened from a file without a network: it plays, and asks nobody."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser

from optviz.scenes import SCENES, Scene
from tests.browser.axe import violations
from tests.browser.conftest import VIEWS
from tests.browser.offline import offline, write
from tests.browser.visitor import SCREENSHOTS, Visitor, legend_losses, number
from tests.support.optimizers import built

BEALE = SCENES["beale"]
LONG = replace(BEALE, name='</title><b>Beale\'s</b> & "co"', steps=500)
SEEN: dict[str, dict[str, Any]] = {
    **VIEWS,
    "dark-phone": VIEWS["light-phone"] | {"color_scheme": "dark"},
}
PAPER = """() => ({
    paper: document.documentElement.classList.contains("paper"),
    width: document.querySelector(".trails").width,
    ink: getComputedStyle(document.querySelector(".player")).color,
    picture: document.querySelector(".ground").toDataURL(),
})"""

Open = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser, tmp_path: Path, view: str) -> Iterator[Open]:
    """Opens a scene's page, which goes with the test."""
    with ExitStack() as stack:

        def visit(scene: Scene = BEALE, script: str = "") -> Visitor:
            path = write(scene, tmp_path)
            page = stack.enter_context(offline(browser, path, **SEEN[view]))
            page.add_init_script(script)
            return Visitor(page, path.as_uri())

        yield visit


def background(visitor: Visitor) -> list[int]:
    """The page's red, green, blue."""
    colour = visitor.page.evaluate("getComputedStyle(document.body).backgroundColor")
    return [int(part) for part in re.findall(r"\d+", colour)[:3]]


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone", "dark-phone"])
def test_it_plays_in_every_theme_and_size(visit: Open, view: str) -> None:
    visitor = visit(LONG)
    visitor.until(lambda: visitor.step > 0)
    visitor.watch_it_move()
    assert visitor.steps == 500
    assert visitor.page.title() == LONG.name
    assert visitor.page.locator("h1").inner_text() == LONG.name
    assert (max(background(visitor)) < 60) == view.startswith("dark")
    visitor.press("3-D")
    visitor.press("Inspector")
    visitor.scrub(250)
    visitor.expect(lambda: visitor.losses, legend_losses(LONG.race(), 250))
    widths = "[document.documentElement.scrollWidth, innerWidth]"
    assert visitor.page.evaluate(widths) == [SEEN[view]["viewport"]["width"]] * 2
    visitor.page.wait_for_timeout(500)
    SCREENSHOTS.mkdir(exist_ok=True)
    visitor.page.screenshot(path=SCREENSHOTS / f"page-{view}.png", full_page=True)


@pytest.mark.parametrize("key", ["long_valley", "saddle_point", "noisy_moons"])
def test_the_other_scenes_play_too(visit: Open, key: str) -> None:
    visitor = visit(SCENES[key])
    visitor.watch_it_move()
    visitor.scrub(30)
    visitor.expect(lambda: visitor.losses, legend_losses(SCENES[key].race(), 30))
    x, y = SCENES[key].surface.axes
    assert visitor.can(f"Step {x}")
    assert visitor.can(f"Step {y}")


@pytest.mark.parametrize("view", ["calm"])
def test_it_waits_for_those_who_want_it_calm(visit: Open) -> None:
    visitor = visit()
    assert visitor.can("Play")
    assert visitor.stands()


def test_the_inspector_shows_the_races_numbers(visit: Open) -> None:
    visitor = visit()
    visitor.press("Inspector")
    visitor.scrub(41)
    adam = BEALE.race()[6]
    for quantity, wanted in {"x": adam.x[42], "g": adam.grad[41], "v": adam.state["v"][42]}.items():
        cells = visitor.page.locator(f"td[data-quantity={quantity}]")
        seen = [number(each.locator("mn").last.text_content() or "") for each in cells.all()]
        assert seen == pytest.approx(list(wanted), rel=1e-4)


def test_the_view_in_space_turns(visit: Open) -> None:
    visitor = visit()
    visitor.pause()
    visitor.press("3-D")
    space = visitor.page.locator("[data-view=space]")
    visitor.until(space.is_visible)
    visitor.page.wait_for_timeout(600)
    before = visitor.picture
    space.focus()
    visitor.page.keyboard.press("ArrowLeft")
    visitor.until(lambda: visitor.picture != before)


def test_its_keys_work_at_once(visit: Open) -> None:
    visitor = visit()
    keyboard = visitor.page.keyboard
    keyboard.press(" ")
    visitor.until(lambda: visitor.can("Play"))
    keyboard.press("Home")
    keyboard.press("Shift+ArrowRight")
    visitor.expect(lambda: visitor.step, 10)
    keyboard.press("s")
    visitor.until(visitor.page.locator(".caption").is_visible)
    visitor.until(visitor.page.locator(".caption").is_hidden)
    visitor.expect(lambda: visitor.step, 11)
    keyboard.press("f")
    visitor.until(lambda: visitor.page.evaluate("!!document.fullscreenElement"))


def test_the_start_is_dragged_and_the_race_follows(visit: Open) -> None:
    visitor = visit()
    visitor.pause()
    ring = visitor.page.locator(".start")
    box, before = ring.bounding_box(), visitor.picture
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = visitor.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 80, y + 60, steps=4)
    mouse.up()
    visitor.until(lambda: visitor.picture != before)
    visitor.scrub(0)
    assert visitor.notice.inner_text().startswith("You have changed this race.")
    assert not visitor.player.locator(".story").is_visible()
    (loss,) = set(visitor.losses.values())  # all of them begin there
    assert loss not in legend_losses(BEALE.race(), 0).values()


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone"])
def test_axe_finds_no_violation(visit: Open, view: str) -> None:
    visitor = visit()
    visitor.press("Inspector")
    visitor.press("3-D")
    assert violations(visitor.page, "html") == []


def test_it_follows_the_systems_theme_while_it_is_open(visit: Open) -> None:
    visitor = visit()
    visitor.scrub(100)
    light = visitor.picture
    visitor.page.emulate_media(color_scheme="dark")
    visitor.until(lambda: visitor.picture != light)
    assert max(background(visitor)) < 60
    visitor.page.emulate_media(color_scheme="light")
    visitor.until(lambda: visitor.picture == light)


@pytest.mark.parametrize("view", ["light-wide", "dark-wide"])
def test_on_paper_it_is_the_step_in_light_colours(visit: Open, view: str) -> None:
    visitor = visit()
    visitor.scrub(100)
    before = visitor.page.evaluate(PAPER)
    visitor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = visitor.page.evaluate(PAPER)
    assert sheet["paper"]
    assert sheet["width"] == 2 * 690
    assert sheet["ink"] == "rgb(16, 19, 23)"
    assert sheet["picture"] != before["picture"]
    assert visitor.page.locator(".count").inner_text() == "100 / 198"
    assert visitor.page.locator(".play").is_hidden()
    visitor.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert visitor.page.evaluate(PAPER) == before
    assert len(visitor.page.pdf()) > 50_000
    visitor.until(lambda: visitor.page.evaluate(PAPER) == before)


def test_on_paper_no_rule_is_cut_off(visit: Open) -> None:
    visitor = visit(SCENES["noisy_moons"])
    visitor.press("Inspector")
    visitor.scrub(60)
    visitor.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    rule = visitor.page.locator(".rule")
    for run in SCENES["noisy_moons"].entrants:
        name = type(run.optimizer).__name__
        visitor.page.locator(".choices select").first.evaluate(
            """(select, name) => {
                select.value = name;
                select.dispatchEvent(new Event("change"));
            }""",
            name,
        )
        visitor.page.wait_for_timeout(60)
        assert rule.evaluate("rule => rule.scrollWidth <= rule.clientWidth"), name


def test_the_last_step_has_its_number_on_the_axis(visit: Open) -> None:
    visitor = visit(
        script="""{
            window.written = new Set();
            const { prototype } = CanvasRenderingContext2D;
            const write = prototype.fillText;
            prototype.fillText = function (text, ...place) {
                window.written.add(text);
                write.call(this, text, ...place);
            };
        }"""
    )
    visitor.until(lambda: visitor.page.evaluate("written.has('150')"))
    assert visitor.page.evaluate("['198', '200'].map(text => written.has(text))") == [True, False]


def test_its_policy_stops_every_request(browser: Browser, tmp_path: Path) -> None:
    path = write(BEALE, tmp_path)
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(path.as_uri())
        stopped = page.evaluate(
            """async () => {
                const stopped = [];
                const heard = new Promise((done) => addEventListener(
                    "securitypolicyviolation", ({ effectiveDirective }) =>
                        stopped.push(effectiveDirective) === 4 && done()));
                fetch("http://localhost:9/").catch(() => {});
                new Image().src = "http://localhost:9/a.png";
                const add = (tag, more) => document.body.append(
                    Object.assign(document.createElement(tag), more));
                add("script", { textContent: "window.ran = true" });
                add("iframe", { src: "http://localhost:9/" });
                await Promise.race([heard, new Promise((late) => setTimeout(late, 2000))]);
                return [...stopped, window.ran].sort();
            }"""
        )
    assert stopped == ["connect-src", "frame-src", "img-src", "script-src-elem", None]


@pytest.mark.parametrize("lacking", ["DecompressionStream", "JavaScript"])
def test_a_browser_that_cannot_open_it_gets_a_sentence(
    browser: Browser, tmp_path: Path, lacking: str
) -> None:
    path = write(BEALE, tmp_path)
    with browser.new_context(java_script_enabled=lacking != "JavaScript") as context:
        page = context.new_page()
        page.add_init_script("delete window.DecompressionStream")
        page.goto(path.as_uri())
        page.get_by_text("this browser cannot unpack it").wait_for()
        page.wait_for_timeout(200)
        assert page.get_by_text("this browser cannot unpack it").is_visible()
        assert page.locator(".player").count() == 0


def test_a_diverged_run_is_told(visit: Open) -> None:
    wild = BEALE.changed(built(BEALE, {"sgd": {"lr": 1.0}, "adam": {"lr": 0.3}}), (1.0, 1.6), 50, 0)
    visitor = visit(wild)
    assert "SGD (lr 1) diverged" in visitor.notice.inner_text()
    visitor.scrub(50)
    assert visitor.losses["SGD"] == np.inf
