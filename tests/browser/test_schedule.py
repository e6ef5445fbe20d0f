"""A learning rate as a function of the step: chosen in the legend, dragged, told to Python."""

import re
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest

from optviz.optimizers import Adam
from optviz.race import race
from optviz.scenes import SCENES
from optviz.spec.settings import setting
from tests.browser.visitor import Visitor, number

BEALE = SCENES["beale"]


@pytest.mark.parametrize("view", ["light-wide", "light-phone"])
def test_a_schedule_is_chosen_dragged_and_told_to_python(visitor: Visitor, view: str) -> None:
    entry = visitor.entry("Adam")
    entry.locator("button.more").click()
    entry.get_by_role("button", name="Schedule").click()
    entry.get_by_label("Its course over the steps").select_option("cosine")
    visitor.until(lambda: "lr cosine 0.3 to 0 in 198 steps" in entry.inner_text())
    plot = entry.locator(".schedule-plot")
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    assert box
    left, top = box["x"], box["y"]
    visitor.page.mouse.move(left + box["width"] - 6, top + box["height"] - 16)
    visitor.page.mouse.down()
    visitor.page.mouse.move(left + box["width"] / 2, top + box["height"] * 0.6, steps=5)
    visitor.page.mouse.up()
    chosen: list[Any] = []

    def told() -> bool:
        """The address has the schedule, as Python reads it."""
        (optimizers,) = parse_qs(urlparse(visitor.page.url).query).get("opt", [""])
        found = re.search(r"adam:lr=(cosine\([^)]*\))", optimizers)
        chosen[:] = [setting(found[1])] if found else []
        return bool(chosen) and 50 < chosen[0].first.steps < 150

    visitor.until(told)
    assert chosen[0].first.last > 0
    visitor.scrub(BEALE.steps)
    (run,) = race(BEALE.surface, [Adam(lr=chosen[0])], BEALE.start, BEALE.steps)
    loss = pytest.approx(float(run.loss[-1]), rel=1e-3)
    visitor.until(lambda: number(entry.locator(".value").inner_text()) == loss)
    assert visitor.player.get_by_role("tab", name="Learning rate").count() or (
        visitor.player.get_by_text("Learning rate", exact=True).count()
    )
    visitor.screenshot(f"schedule-{view}")
    visitor.page.reload()
    visitor.until(lambda: "lr cosine" in entry.inner_text())
