"""Rules that ask for more than a gradient: raced by Python, drawn over what they cost."""

import pytest

from optviz.oracles import Backtracking, Newton
from optviz.oracles.oracle import evaluations
from optviz.race import race
from optviz.scenes import SCENES
from tests.browser.visitor import Visitor, number

BEALE = SCENES["beale"]
STEPS = 40


@pytest.mark.parametrize("view", ["dark-wide", "light-phone"])
def test_losses_are_drawn_over_what_they_cost(visitor: Visitor, view: str) -> None:
    page = visitor.page
    address = f"{page.url.partition('?')[0]}?scene=beale&opt=newton,backtracking&steps={STEPS}"
    visitor = Visitor(page, address)
    visitor.until(lambda: visitor.steps == STEPS)
    visitor.scrub(STEPS)
    runs = {run.name: run for run in race(BEALE.surface, [Newton(), Backtracking()], steps=STEPS)}
    visitor.until(lambda: visitor.losses["Newton"] == pytest.approx(runs["Newton"].loss[-1], 1e-3))
    visitor.player.get_by_text("Loss by cost", exact=True).click()
    chart, reading = page.locator(".curves canvas"), page.locator(".curves .reading")
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visitor.until(lambda: reading.is_visible() and "cost" in reading.inner_text())
    cost = int(reading.locator("b").inner_text().removeprefix("cost "))
    spent = {n: evaluations(run.optimizer, run.state, STEPS) for n, run in runs.items()}
    assert cost == pytest.approx(max(each[-1] for each in spent.values()) / 2, rel=0.2)
    rows = [row.split(maxsplit=1) for row in reading.locator("span").all_inner_texts()]
    assert len(rows) == 2, rows
    for name, value in rows:
        loss, step = value.split(", step ")
        reached = int((spent[name] <= cost).sum()) - 1
        assert int(step) == reached
        assert number(loss) == pytest.approx(runs[name].loss[reached], rel=1e-2)
    visitor.screenshot(f"cost-{view}")
