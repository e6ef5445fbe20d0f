"""What axe-core finds wrong with the player for people who use other senses or tools: nothing."""

import pytest

from optviz.scenes import SCENES
from tests.browser.axe import violations
from tests.browser.visitor import Visitor


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone"])
def test_axe_finds_no_violation(visitor: Visitor, view: str) -> None:
    visitor.press("Inspector")
    visitor.press("gradient, downhill")
    visitor.press("3-D")
    assert violations(visitor.page) == []


def test_axe_finds_no_violation_in_the_samples(visitor: Visitor) -> None:
    visitor.choose_scene(SCENES["noisy_moons"])
    visitor.press("Samples")
    assert violations(visitor.page) == []


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone"])
@pytest.mark.parametrize("room", ["Sweep", "Basins"])
def test_axe_finds_no_violation_among_many_races(visitor: Visitor, view: str, room: str) -> None:
    visitor.go(room)
    visitor.page.locator(".explorer canvas").first.wait_for()
    visitor.page.wait_for_timeout(1000)
    assert violations(visitor.page) == []
