"""Sweeps, heat maps and basin maps in the browser: they are drawn, read out, and lead to races."""

import pytest
from playwright.sync_api import Position

from optviz.scenes import SCENES
from optviz.studies.sweep import FINE, learning_rate_sweep
from tests.browser.visitor import Visitor

BEALE = SCENES["beale"]
views = pytest.mark.parametrize("view", ["light-wide", "dark-wide"])


def pick(visitor: Visitor, label: str) -> None:
    visitor.page.get_by_test_id("stMain").get_by_text(label, exact=True).click()


def learning_rate(visitor: Visitor, optimizer: str) -> float:
    """As the race's legend has it."""
    row = visitor.entry(optimizer).locator(".settings").inner_text()
    return float(row.split("lr ")[1].split(",")[0])


@views
def test_a_best_learning_rate_is_taken_into_the_race(visitor: Visitor) -> None:
    visitor.go("Sweep")
    visitor.page.locator(".plot canvas").wait_for()
    surface, optimizers, start, steps, seed = BEALE.conditions
    *_, done = learning_rate_sweep(surface, optimizers, start, steps, seed)
    best = FINE[done.final[6].argmin()]
    computed = visitor.page.get_by_role("progressbar")
    visitor.until(lambda: computed.count() == 0)  # before, the best of a few is told
    rows = visitor.page.locator(".bests .row")
    places = rows.evaluate_all("all => all.map(row => `${row.offsetLeft} ${row.offsetTop}`)")
    assert len(set(places)) == len(places)
    rows.filter(has_text="Adam").click()
    visitor.player.locator(".legend .row").first.wait_for()
    visitor.until(lambda: abs(learning_rate(visitor, "Adam") / best - 1) < 1e-4)
    visitor.until(lambda: "yours" in visitor.legend("Adam").inner_text())


def test_a_click_on_a_line_takes_its_learning_rate(visitor: Visitor) -> None:
    visitor.go("Sweep")
    plot = visitor.page.locator(".plot canvas")
    plot.wait_for()
    box = plot.bounding_box()
    assert box
    reading = visitor.page.locator(".plot .reading")

    def on_a_line() -> bool:
        """Search for one from top to bottom, two thirds to the right."""
        for share in range(20, 90, 2):
            plot.hover(position={"x": 0.66 * box["width"], "y": share / 100 * box["height"]})
            if plot.evaluate("canvas => canvas.style.cursor") == "pointer":
                return True
        return False

    visitor.until(on_a_line)
    assert reading.locator("span").count() == len(BEALE.entrants)
    rate = float(reading.locator("b").inner_text().removeprefix("lr "))
    visitor.page.mouse.down()
    visitor.page.mouse.up()
    visitor.player.locator(".legend .row").first.wait_for()
    names = [type(entry.optimizer).__name__ for entry in BEALE.entrants]
    visitor.until(
        lambda: any(abs(learning_rate(visitor, name) / rate - 1) < 0.01 for name in names)
    )


@views
def test_a_pair_of_hyper_parameters_is_taken_into_the_race(visitor: Visitor) -> None:
    visitor.go("Sweep")
    pick(visitor, "Two hyper-parameters")
    plot = visitor.page.get_by_role("img", name="Momentum: outcome over")
    visitor.page.locator(".take").wait_for()
    box = plot.bounding_box()
    assert box
    place: Position = {"x": 0.3 * box["width"], "y": 0.5 * box["height"]}
    reading = visitor.page.locator(".plot .reading")

    def read() -> bool:
        """A picture that grows meanwhile loses a pointer."""
        plot.hover(position=place)
        return reading.locator("i").count() == 2

    visitor.until(read)
    mu, _ = reading.locator("i").all_inner_texts()
    plot.click(position=place)
    visitor.player.locator(".legend .row").first.wait_for()
    settings = visitor.entry("Momentum").locator(".settings")
    visitor.until(lambda: f"μ {float(mu):g}"[:6] in settings.inner_text())


@views
def test_basins_grow_step_by_step_and_a_click_starts_there(visitor: Visitor) -> None:
    visitor.go("Basins")
    maps = visitor.page.locator(".map canvas")
    visitor.until(lambda: maps.count() == len(BEALE.entrants))
    shares = visitor.page.locator(".share")
    visitor.until(lambda: "there" in shares.last.inner_text())
    at_the_end = shares.last.inner_text()
    visitor.page.get_by_label("Step", exact=True).fill("5")
    visitor.until(lambda: shares.last.inner_text() != at_the_end)
    visitor.page.get_by_role("button", name="Play", exact=True).click()
    visitor.until(lambda: int(visitor.player.locator(".count").inner_text().split("/")[0]) > 8)
    computed = visitor.page.get_by_role("progressbar")
    visitor.until(lambda: computed.count() == 0)  # maps that come meanwhile lose a click
    maps.last.click(position={"x": 90, "y": 90})
    visitor.player.locator(".legend .row").first.wait_for()
    x = visitor.field("Start x")
    visitor.until(lambda: x.input_value() != "1")
    assert BEALE.surface.xlim[0] <= float(x.input_value()) <= BEALE.surface.xlim[1]


@pytest.mark.parametrize("view", ["light-phone"])
def test_rooms_fit_a_phone(visitor: Visitor) -> None:
    for room in ("Sweep", "Basins"):
        visitor.go(room)
        visitor.page.locator(".plot canvas, .map canvas").first.wait_for()
        visitor.page.wait_for_timeout(500)
        wide = visitor.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= visitor.page.viewport_size["width"]  # type: ignore[index]
        visitor.screenshot(f"{room.lower()}-light-phone")


def test_a_map_follows_a_dragged_number_and_the_server_hears_of_it_later(visitor: Visitor) -> None:
    visitor.go("Basins")
    page, shares = visitor.page, visitor.page.locator(".share")
    visitor.until(lambda: shares.count() == len(BEALE.entrants))
    visitor.until(
        lambda: all("there" in each and "comp" not in each for each in shares.all_inner_texts())
    )
    before = shares.all_inner_texts()
    sent: list[object] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.webSocketFrameSent", lambda frame: sent.extend([frame]))
    rate = page.get_by_role("spinbutton", name="Momentum: lr")
    box = rate.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for moved in range(1, 31, 3):
        page.mouse.move(x + moved, y)
    visitor.until(lambda: shares.nth(1).inner_text() != before[1])
    page.mouse.up()
    visitor.until(lambda: "computed" not in shares.nth(1).inner_text())
    after = shares.all_inner_texts()
    assert [k for k, each in enumerate(after) if each != before[k]] == [1]
    assert not sent
    wanted = float(rate.get_attribute("aria-valuenow") or 0)
    page.mouse.move(5, 5)
    visitor.until(lambda: sent)
    visitor.go("Race")
    visitor.player.locator(".legend .row").first.wait_for()
    visitor.until(lambda: abs(learning_rate(visitor, "Momentum") / wanted - 1) < 1e-3)


def test_where_no_worker_may_run_the_page_computes_all_maps_itself(visitor: Visitor) -> None:
    """As a policy's refusal is told: by an event after the worker was made."""
    visitor.page.add_init_script(
        """window.Worker = class extends EventTarget {
            postMessage() { setTimeout(() => this.dispatchEvent(new Event("error"))); }
            terminate() {}
        };"""
    )
    visitor.page.reload()
    visitor.player.locator(".legend .row").first.wait_for()
    visitor.go("Basins")
    shares = visitor.page.locator(".share")
    visitor.until(lambda: shares.count() == len(BEALE.entrants))
    visitor.until(
        lambda: all("there" in each and "comp" not in each for each in shares.all_inner_texts())
    )
