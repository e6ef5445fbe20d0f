"""Many seeds in the player: the race under each as Python has it, in trails and in a sentence."""

import numpy as np
import pytest

from optviz.race import race
from optviz.race.bundles import QUARTILES, ahead, losses, quantile
from optviz.scenes import SCENES
from optviz.stories.bundles import ahead_sentence
from tests.browser.visitor import Visitor, number

MOONS = SCENES["noisy_moons"]
PIXELS = """canvas => {
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    return data.filter((value, k) => k % 4 === 3 && value).length;
}"""


def said(visitor: Visitor) -> str:
    return visitor.player.locator("[aria-label=Seeds] p").inner_text()


def table(visitor: Visitor) -> list[list[float]]:
    rows = visitor.player.locator("[aria-label='Losses over seeds'] tbody tr").all()
    return [[number(cell) for cell in row.locator("td").all_inner_texts()] for row in rows]


@pytest.mark.parametrize("view", ["light-wide"])
def test_the_seeds_are_pythons_and_follow_the_step(visitor: Visitor) -> None:
    visitor.choose_scene(MOONS)
    visitor.pause()
    many = race(MOONS, seeds=range(20))
    visitor.scrub(118)
    visitor.press("Seeds")
    visitor.expect(lambda: said(visitor), f"{ahead_sentence(many)} (seeds 0 to 19)")
    expected = [
        [*(float(quantile(losses(run)[-1], share)) for share in QUARTILES), float(count)]
        for run, count in zip(many.runs, ahead(many).counts[:, -1], strict=True)
    ]
    np.testing.assert_allclose(table(visitor), expected, rtol=1e-3)
    sheet = visitor.player.locator(".cloud-picture")
    visitor.until(lambda: sheet.evaluate(PIXELS) > 5_000)
    whole = sheet.evaluate(PIXELS)
    visitor.screenshot("seeds")
    visitor.scrub(30)
    visitor.expect(lambda: said(visitor), f"{ahead_sentence(many, 30)} (seeds 0 to 19)")
    visitor.until(lambda: 0 < sheet.evaluate(PIXELS) < whole)
    loss = visitor.player.locator(".quantities button", has_text="Loss, log")
    loss.click()
    chart = visitor.page.locator(".curves canvas")
    visitor.screenshot("seeds-chart")
    banded = chart.evaluate("canvas => canvas.toDataURL()")
    visitor.press("Seeds")
    visitor.until(lambda: sheet.evaluate(PIXELS) == 0)
    visitor.until(lambda: chart.evaluate("canvas => canvas.toDataURL()") != banded)


@pytest.mark.parametrize("view", ["light-wide"])
def test_a_race_without_minibatches_offers_none(visitor: Visitor) -> None:
    assert visitor.can("Cloud")
    assert not visitor.can("Seeds")
