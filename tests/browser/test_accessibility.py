"""What axe-core finds wrong with the player for people who use other senses or tools: nothing."""

from pathlib import Path

import pytest

from optviz.scenes import SCENES
from tests.browser.visitor import Visitor

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
RUN = """async () => {
    const player = document.querySelector("[data-testid=stMain]");
    const found = await axe.run(player, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
    return found.violations.map(({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map(node => node.html).join(" | ")}`);
}"""


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone"])
def test_axe_finds_no_violation(visitor: Visitor, view: str) -> None:
    visitor.press("Inspector")
    visitor.press("gradient, downhill")
    visitor.press("3-D")
    visitor.page.evaluate(AXE)
    assert visitor.page.evaluate(RUN) == []


def test_axe_finds_no_violation_in_the_samples(visitor: Visitor) -> None:
    visitor.choose_scene(SCENES["noisy_moons"])
    visitor.press("Samples")
    visitor.page.evaluate(AXE)
    assert visitor.page.evaluate(RUN) == []


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone"])
@pytest.mark.parametrize("room", ["Sweep", "Basins"])
def test_axe_finds_no_violation_among_many_races(visitor: Visitor, view: str, room: str) -> None:
    visitor.go(room)
    visitor.page.locator(".explorer canvas").first.wait_for()
    visitor.page.wait_for_timeout(1000)
    visitor.page.evaluate(AXE)
    assert visitor.page.evaluate(RUN) == []
