"""The first look: the page opens into a moving race, and every scene is one."""

import time

import pytest
from playwright.sync_api import Browser

from optviz.scenes import SCENES
from optviz.scenes.claims import CLAIMS
from optviz.stories.findings import evaluate_story
from tests.browser.axe import violations
from tests.browser.conftest import VIEWS, watched
from tests.browser.server import serve
from tests.browser.visitor import Visitor, enter, legend_losses


def test_the_page_opens_into_a_moving_race(
    browser: Browser, capsys: pytest.CaptureFixture[str]
) -> None:
    context = browser.new_context(**VIEWS["light-wide"])  # nothing downloaded yet
    with serve() as server, watched(context.new_page(), server) as page:
        begin = time.monotonic()
        visitor = Visitor(page, server.address)
        visitor.until(lambda: visitor.step > 0)
        visitor.watch_it_move()
        seconds = time.monotonic() - begin
        assert visitor.steps == SCENES["beale"].steps
        assert visitor.can("Pause")
    context.close()
    with capsys.disabled():
        print(f" [the first visitor sees a race after {seconds:.1f} s]", end="")


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone"])
def test_every_scene_plays(visitor: Visitor, view: str) -> None:
    for key, scene in SCENES.items():
        race = scene.race()
        visitor.choose_scene(scene)
        visitor.watch_it_move()
        visitor.scrub(race.steps // 2)
        visitor.expect(lambda: visitor.losses, legend_losses(race, race.steps // 2))
        visitor.screenshot(f"{key}-{view}")
        visitor.player.press("Home")
        visitor.play()


def test_a_scene_tells_its_story_and_its_source(visitor: Visitor) -> None:
    for scene in SCENES.values():
        visitor.choose_scene(scene)
        visitor.page.get_by_text(scene.surface.source).wait_for()
        for sentence in evaluate_story(scene.story, scene.race(), scene.conditions):
            visitor.player.get_by_role("button", name=sentence.words).wait_for()


def test_a_sentence_leads_to_where_it_is_seen(visitor: Visitor) -> None:
    scene = SCENES["beale"]
    for sentence in evaluate_story(scene.story, scene.race(), scene.conditions):
        visitor.player.get_by_role("button", name=sentence.words).click()
        visitor.expect(lambda: visitor.step, sentence.step)
        on = visitor.player.locator("[aria-pressed=true]").count()
        assert on > 1
        assert visitor.can("Play")
        for part in (".told", ".views"):
            in_sight(visitor, part)
        assert sentence.words in visitor.player.locator(".told").inner_text()
        assert sentence.words in visitor.player.locator(".story [aria-current]").inner_text()
    visitor.screenshot("story")


def in_sight(visitor: Visitor, part: str) -> None:
    """Wait until some of a part of the player is in the window."""
    look = (
        "(box) => { const { top, bottom, height } = box.getBoundingClientRect();"
        " return height > 0 && bottom > 0 && top < innerHeight; }"
    )
    visitor.until(lambda: bool(visitor.player.locator(part).evaluate(look)))


def test_a_sentence_that_is_not_so_here_says_so(visitor: Visitor) -> None:
    story = visitor.player.locator(".story button")
    assert story.count() == len(SCENES["beale"].story)
    visitor.unfold("Momentum")
    enter(visitor.field("lr"), "0.000001")
    visitor.player.locator(".story [data-holds=false] strong").first.wait_for()
    visitor.screenshot("story-not-so")


def test_a_claim_races_while_it_is_still_measured(visitor: Visitor) -> None:
    scene = CLAIMS["jump"].scene
    visitor.pick_scene(CLAIMS["jump"].name)
    visitor.expect(visitor.player.locator(".legend .row").count, len(scene.entrants))
    visitor.watch_it_move()
    visitor.player.locator(".story button").nth(len(scene.story) - 1).wait_for()
    visitor.watch_it_move()
    assert visitor.player.locator(".story [data-holds=false]").count() == 0
    visitor.page.get_by_text("Measured: it holds.").wait_for()
    visitor.screenshot("claim")


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone"])
def test_definitions_fit_and_lead_to_their_race(visitor: Visitor, view: str) -> None:
    visitor.go("Definitions")
    visitor.page.get_by_text("Where definitions part").wait_for()
    visitor.page.wait_for_timeout(500)
    visitor.screenshot(f"definitions-{view}")
    assert visitor.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(visitor.page) == []
    visitor.page.get_by_role("button", name="Race them").first.click()
    visitor.expect(visitor.player.locator(".legend .row").count, 2)
