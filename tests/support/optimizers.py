"""Optimizers of a scene by the names of their rules."""

from collections.abc import Mapping
from typing import Any

from optviz.optimizers import Optimizer
from optviz.scenes import Scene
from optviz.variants import RULES
from surfaces import Surface

# Rules that run in the browser.
ASKING_MORE = (
    *("backtracking", "exactlinesearch", "conjugategradient"),
    *("newton", "saddlefreenewton", "gaussnewton"),
)
LIVE = {key: kind for key, kind in RULES.items() if key not in ASKING_MORE}


def racing_on(surface: Surface) -> dict[str, type[Optimizer]]:
    """The rules that can race there, by their keys: Gauss-Newton's needs squared residuals."""
    left = () if surface.residuals else ("gaussnewton",)
    return {key: kind for key, kind in RULES.items() if key not in left}


def built(scene: Scene, settings: Mapping[str, Mapping[str, Any]]) -> dict[str, Optimizer]:
    """Optimizers by the names of their classes, from names of the scene's rules and settings.

    Raises:
        ValueError: a hyper-parameter is out of its range.
    """
    made = [scene.rules[name](**values) for name, values in settings.items()]
    return {type(each).__name__: each for each in made}
