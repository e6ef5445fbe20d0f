"""Entrants changed in the legend by keyboard alone: with a server, and in a file without one."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator

from optviz.optimizers import SGD, Momentum
from optviz.race import race
from optviz.scenes import SCENES
from tests.browser.axe import violations
from tests.browser.offline import offline, write
from tests.browser.visitor import Visitor, number

BEALE = SCENES["beale"]


def names(player: Locator) -> list[str]:
    """Who is in the legend, from top to bottom."""
    found: list[str] = player.locator(".legend .name").evaluate_all(
        "all => all.map(each => each.firstChild.textContent)"
    )
    return found


def tools(player: Locator, name: str) -> Locator:
    """What opens the buttons of an entrant."""
    return player.get_by_role("button", name=f"{name}: change, copy, remove", exact=True)


def act(player: Locator, name: str, label: str) -> None:
    if tools(player, name).get_attribute("aria-expanded") == "false":
        tools(player, name).press("Enter")
    player.get_by_role("group", name=name, exact=True).get_by_role("button", name=label).press(
        "Enter"
    )


def focused(player: Locator) -> str:
    """The label of what has the focus."""
    found: str = player.evaluate("each => each.getRootNode().activeElement?.ariaLabel ?? ''")
    return found


@pytest.mark.parametrize("view", ["light-wide", "light-phone"])
def test_entrants_come_go_and_are_renamed_and_the_server_follows(visitor: Visitor) -> None:
    player = visitor.player
    own = [each.name for each in BEALE.entrants]
    act(player, "SGD", "Duplicate")
    visitor.expect(lambda: names(player), ["SGD", "SGD 2", *own[1:]])
    visitor.expect(lambda: focused(player), "SGD 2: change, copy, remove")
    act(player, "SGD 2", "Rename")
    player.get_by_label("Name", exact=True).fill("Adam")
    player.get_by_label("Name", exact=True).press("Enter")
    assert player.get_by_role("alert").inner_text() == "Another is called Adam."
    player.get_by_label("Name", exact=True).fill("fast")
    player.get_by_label("Name", exact=True).press("Enter")
    visitor.expect(lambda: names(player), ["SGD", "fast", *own[1:]])
    visitor.legend("fast").press("Enter")  # hidden, whatever its name is
    visitor.page.keyboard.press("z")
    visitor.expect(lambda: names(player), ["SGD", "SGD 2", *own[1:]])
    visitor.expect(lambda: visitor.legend("SGD 2").get_attribute("aria-pressed"), "false")
    visitor.page.keyboard.press("Shift+Z")
    visitor.expect(lambda: names(player), ["SGD", "fast", *own[1:]])
    visitor.legend("fast").press("Enter")
    act(player, "SGD", "Remove")
    visitor.expect(lambda: names(player), ["fast", *own[1:]])
    player.get_by_label("Optimizer to add", exact=True).select_option("Lion")
    player.get_by_role("button", name="Add", exact=True).press("Enter")
    visitor.expect(lambda: names(player), ["fast", *own[1:], "Lion"])
    field = player.get_by_role("spinbutton", name="fast: lr", exact=True)
    field.press("Enter")
    field.locator("input").fill("0.02")
    field.locator("input").press("Enter")
    visitor.until(lambda: "fast" in visitor.page.url and "lion" in visitor.page.url)
    assert names(player) == ["fast", *own[1:], "Lion"]
    visitor.scrub(BEALE.steps)
    run = race(BEALE.surface, [SGD(lr=0.02)], BEALE.start, BEALE.steps)[0]
    loss = pytest.approx(float(run.loss[-1]), rel=1e-3)
    visitor.until(lambda: number(visitor.entry("fast").locator(".value").inner_text()) == loss)
    act(player, "Adam", "Two at once")
    assert violations(visitor.page) == []
    visitor.screenshot("legend")


def test_without_a_server_two_numbers_are_set_at_once(browser: Browser, tmp_path: Path) -> None:
    path = write(BEALE, tmp_path)
    with offline(browser, path) as page:
        page.goto(path.as_uri())
        player = page.locator(".player")
        act(player, "Momentum", "Two at once")
        pad = player.get_by_role("application")
        pad.press("ArrowUp")
        pad.press("Shift+ArrowLeft")
        said = player.locator(".pad output").filter(has_text="lr 0.000989, μ 0.9554")
        said.wait_for(state="attached")
        player.get_by_label("Step", exact=True).fill(str(BEALE.steps))
        run = race(BEALE.surface, [Momentum(0.000989, 0.9554)], BEALE.start, BEALE.steps)[0]
        value = player.locator(".legend .entry").nth(1).locator(".value")
        page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
        assert number(value.inner_text()) == pytest.approx(float(run.loss[-1]), rel=1e-3)
        pad.press("Escape")
        assert not player.locator(".pad").count()
        page.keyboard.press("Escape")
        assert focused(player) == "Momentum: change, copy, remove"
        origin, notice = player.locator(".legend .entry .origin").nth(1), page.locator(".notice")
        assert (origin.inner_text(), notice.is_visible()) == ("yours", True)
        page.keyboard.press("z")
        page.keyboard.press("z")
        notice.wait_for(state="hidden")
        origin.filter(has_text=BEALE.entrants[1].origin).wait_for()
