"""Optimizers from a user's file, in the player: with the right numbers, equations or not."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser

from optviz.entrants import OWN, Entrant
from optviz.optimizers import Adam, Array, Optimizer, State
from optviz.scenes import SCENES
from tests.browser.conftest import WIDE
from tests.browser.offline import offline, write
from tests.browser.visitor import Visitor, legend_losses, number


@dataclass(frozen=True)
class Bare(Optimizer):
    """No equations, no source, no learning rate."""

    size: float = 0.02

    def rule(self, x: Array, g: Array, s: State) -> Array:
        s.d = np.sign(g)
        return x - self.size * s.d


SCENE = replace(
    SCENES["beale"], entrants=(Entrant("Bare", Bare(), OWN), Entrant("Adam", Adam(lr=0.3), OWN))
)
STEP = 41


def test_a_rule_without_equations_is_inspected_all_the_same(
    browser: Browser, tmp_path: Path
) -> None:
    path = write(SCENE, tmp_path)
    with offline(browser, path, viewport=WIDE) as page:
        visitor = Visitor(page, path.as_uri())
        for button in ("Inspector", "step size per axis", "Step x", "Slow motion"):
            visitor.press(button)
            page.wait_for_timeout(100)
        page.locator(".choices select").first.select_option("Bare")
        visitor.scrub(STEP)
        visitor.expect(lambda: visitor.losses, legend_losses(SCENE.race(), STEP))
        run = SCENE.race()[0]
        update = run.x[STEP + 1] - run.x[STEP]
        for quantity, wanted in {"g": run.grad[STEP], "update": update}.items():
            cells = page.locator(f"td[data-quantity={quantity}]").all()
            seen = [number(each.locator("mn").last.text_content() or "") for each in cells]
            np.testing.assert_allclose(seen, wanted, rtol=1e-4)
        assert "Source" not in page.locator(".rule").inner_text()
