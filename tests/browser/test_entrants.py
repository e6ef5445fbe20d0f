"""The same rule twice in the browser: duplicated, set, seen, and found again from its address."""

import pytest

from optviz.optimizers import SGD
from optviz.race import Trajectory, race
from optviz.scenes import SCENES
from tests.browser.visitor import Visitor, enter, number

BEALE = SCENES["beale"]
SAMPLES = """rows => rows.map(row => row.querySelector("canvas").toDataURL())"""


def rows(visitor: Visitor) -> dict[str, str]:
    """Name -> loss as the legend shows it."""
    found = visitor.player.locator(".legend .row").evaluate_all(
        """rows => rows.map(row => [
            row.querySelector(".name").firstChild.textContent,
            row.querySelector(".value").textContent,
        ])"""
    )
    return dict(found)


def expect_loss(visitor: Visitor, name: str, run: Trajectory) -> None:
    """Wait until the legend has a run's last loss."""
    loss = pytest.approx(float(run.loss[-1]), rel=1e-3)
    visitor.until(lambda: number(rows(visitor)[name]) == loss)


def duplicate_sgd(visitor: Visitor) -> None:
    """SGD once more, with a learning rate and a name of its own."""
    box = visitor.box("SGD 2")
    first = visitor.unfold("SGD").get_by_role("button", name="Duplicate")

    def is_there() -> bool:
        """A click on a box that is being drawn anew is lost."""
        if not box.is_visible():
            first.click()
            visitor.page.wait_for_timeout(1000)
        return box.is_visible()

    visitor.until(is_there)

    def rate_is_set() -> bool:
        """A field that is still being drawn anew loses what is typed."""
        enter(box.get_by_label("lr", exact=True), "0.02")
        visitor.page.wait_for_timeout(500)
        return "lr 0.02" in visitor.entry("SGD 2").inner_text()

    visitor.until(rate_is_set)
    enter(box.get_by_label("Name", exact=True), "fast")
    visitor.until(lambda: list(rows(visitor))[:2] == ["SGD", "fast"])
    visitor.box("fast (SGD)").get_by_label("Name", exact=True).wait_for()  # it stays open


@pytest.mark.parametrize("view", ["light-wide", "dark-wide"])
def test_sgd_races_twice_and_its_address_shows_both(visitor: Visitor, view: str) -> None:
    duplicate_sgd(visitor)
    visitor.scrub(BEALE.steps)
    own = BEALE.entrants[0].optimizer
    runs = race(BEALE.surface, [own, SGD(lr=0.02)], BEALE.start, BEALE.steps)
    for name, run in zip(("SGD", "fast"), runs, strict=True):
        expect_loss(visitor, name, run)
    samples = visitor.player.locator(".legend .row").evaluate_all(SAMPLES)
    assert len(set(samples)) == len(samples) == len(BEALE.entrants) + 1
    visitor.screenshot(f"entrants-{view}")
    before = visitor.picture
    visitor.legend("fast").click()  # takes its trail away
    visitor.until(lambda: visitor.picture != before)
    visitor.page.get_by_test_id("stMain").get_by_text("Link", exact=True).click()
    code = visitor.page.get_by_test_id("stCode")
    code.wait_for()
    address = code.inner_text().strip()
    visitor.page.goto(address)
    visitor.until(lambda: list(rows(visitor))[:2] == ["SGD", "fast"])
    visitor.scrub(BEALE.steps)
    expect_loss(visitor, "fast", runs[1])
    visitor.unfold("fast (SGD)")
    visitor.expect(visitor.box("fast (SGD)").get_by_label("lr", exact=True).input_value, "0.02")
    button = visitor.box("fast (SGD)").get_by_role("button", name="Remove")

    def removed() -> bool:
        """A box that is still being drawn anew loses a click."""
        if button.count():
            button.click()
        visitor.page.wait_for_timeout(500)
        return list(rows(visitor)) == [each.name for each in BEALE.entrants]

    visitor.until(removed)
