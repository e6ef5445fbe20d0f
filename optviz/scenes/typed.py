"""A scene on a formula that was typed or a surface of the user's: without a story."""

from optviz.entrants import DEFAULT, Entrant
from optviz.heightmap import heightmap
from optviz.optimizers import OPTIMIZERS
from optviz.scenes.scene import Scene
from surfaces.formula import formula_surface
from surfaces.minima import Limits
from surfaces.surface import Surface

STEPS = 200


def typed_scene(
    formula: str,
    xlim: Limits | None = None,
    ylim: Limits | None = None,
    start: tuple[float, float] | None = None,
) -> Scene:
    """The seven with the settings that libraries give them, on a formula in x and y.

    Args:
        formula: such as "(1 - x)**2 + 100*(y - x**2)**2".
        xlim: (low, high); left out, what shows the minima, as `surfaces.formula` says.
        ylim: the same for y.
        start: (x, y); left out, a place far from the minima.

    Raises:
        ValueError: the formula cannot be read (a `FormulaError`, which knows the column), or
            limits or start are not possible.
    """
    surface = formula_surface(formula, xlim, ylim, start)
    heightmap(surface)  # raises for a loss without a value in the picture
    return plain_scene(surface, f"the formula {surface.name}, with the defaults of torch.optim")


def plain_scene(surface: Surface, source: str) -> Scene:
    """The seven with the settings that libraries give them, on a surface without a story.

    Args:
        surface: what is descended, from its own start.
        source: where the scene comes from.
    """
    return Scene(
        name=surface.name,
        surface=surface,
        entrants=tuple(Entrant(kind.__name__, kind(), DEFAULT) for kind in OPTIMIZERS.values()),
        start=surface.start,
        steps=STEPS,
        story=(),
        source=source,
    )
