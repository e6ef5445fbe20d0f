"""Many seeds in the player: the race under each as Python has it, in trails and in a sentence."""

import pytest

from optviz.race import race
from optviz.scenes import SCENES
from optviz.stories.bundles import ahead_sentence
from tests.browser.visitor import Visitor

MOONS = SCENES["noisy_moons"]
PIXELS = """canvas => {
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    return data.filter((value, k) => k % 4 === 3 && value).length;
}"""


def said(visitor: Visitor) -> str:
    return visitor.player.locator("[aria-label=Seeds] p").inner_text()


@pytest.mark.parametrize("view", ["light-wide"])
def test_the_seeds_are_pythons_and_follow_the_step(visitor: Visitor) -> None:
    visitor.choose_scene(MOONS)
    visitor.pause()
    many = race(MOONS, seeds=range(20))
    visitor.scrub(118)
    visitor.press("Seeds")
    visitor.expect(lambda: said(visitor), f"{ahead_sentence(many)} (seeds 0 to 19)")
    sheet = visitor.player.locator(".cloud-picture")
    visitor.until(lambda: sheet.evaluate(PIXELS) > 5_000)
    whole = sheet.evaluate(PIXELS)
    visitor.screenshot("seeds")
    visitor.scrub(30)
    visitor.expect(lambda: said(visitor), f"{ahead_sentence(many, 30)} (seeds 0 to 19)")
    visitor.until(lambda: 0 < sheet.evaluate(PIXELS) < whole)
    visitor.press("Seeds")
    visitor.until(lambda: sheet.evaluate(PIXELS) == 0)


@pytest.mark.parametrize("view", ["light-wide"])
def test_a_race_without_minibatches_offers_none(visitor: Visitor) -> None:
    assert visitor.can("Cloud")
    assert not visitor.can("Seeds")
