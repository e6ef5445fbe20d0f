"""Many seeds in the player: the race under each as Python has it, in trails and in a sentence."""

from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from optviz.export import StillOptions, export
from optviz.optimizers import SGD, Adam
from optviz.race import SeedsRace, race
from optviz.race.bundles import QUARTILES, ahead, losses, quantile
from optviz.race_words import seeds_text
from optviz.scenes import SCENES
from optviz.stories.bundles import ahead_sentence
from tests.browser.offline import offline
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


def all_digits(page: Page) -> list[list[float]]:
    """The quartiles of each optimizer's loss, as its cells tell them to a pointer on them."""
    rows = page.locator("[aria-label='Losses over seeds'] tbody tr").all()
    return [
        [float(cell.get_attribute("title") or "inf") for cell in row.locator("td").all()[:3]]
        for row in rows
    ]


def quartiles(many: SeedsRace, step: int) -> list[list[float]]:
    """The same of Python's races."""
    return [[float(quantile(losses(run)[step], share)) for share in QUARTILES] for run in many]


PAGES = {
    "noisy_moons": range(5, 12),
    "noisy_quadratic": (4_294_967_295, 3),  # the largest there is
    "jump": range(4),  # a loss in stages
}


@pytest.mark.parametrize("scene", PAGES)
def test_a_page_of_many_seeds_computes_those_asked_for(
    scene: str, browser: Browser, tmp_path: Path
) -> None:
    optimizers = {"SGD": SGD(lr=0.1), "fast": SGD(lr=1e3), "Adam": Adam(lr=0.2)}
    many = race(scene, optimizers, steps=80, seeds=PAGES[scene])
    path = export(many, tmp_path / "seeds.html", StillOptions(step=40))
    assert path.stat().st_size < 400_000
    with offline(browser, path) as page:
        page.goto(path.as_uri())
        said = page.locator("[aria-label=Seeds] p")
        under = f"({seeds_text(many.seeds)})"
        expect(said).to_have_text(f"{ahead_sentence(many, 40)} {under}", timeout=60_000)
        np.testing.assert_allclose(all_digits(page), quartiles(many, 40), rtol=1e-9)
        page.locator(".player").press("End")
        expect(said).to_have_text(f"{ahead_sentence(many)} {under}")
        np.testing.assert_allclose(all_digits(page), quartiles(many, 80), rtol=1e-9)
