"""What the scenes of well-known functions share: rates tuned on the race, and where optimizers end.

No picture is followed here, so each optimizer has the learning rate that is best for exactly this
race.
"""

from collections.abc import Callable, Iterable

import numpy as np

from optviz.entrants import TUNED, Entrant
from optviz.optimizers import OPTIMIZERS, Optimizer
from optviz.race import Race
from optviz.scenes.scene import Scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import path
from surfaces import SURFACES

SOURCE = (
    "the seven with torch.optim's defaults except for the learning rate: of 25 from 0.00001 to "
    "10, the one with the lowest loss after exactly these steps, for each optimizer; of equally "
    "good ones the smallest"
)


def with_rates(rates: Iterable[float]) -> tuple[Entrant, ...]:
    """The seven, in the order of `OPTIMIZERS`, with these tuned learning rates."""
    kinds: Iterable[Callable[..., Optimizer]] = OPTIMIZERS.values()
    return tuple(
        Entrant(optimizer.__class__.__name__, optimizer, TUNED)
        for optimizer in (kind(lr=rate) for kind, rate in zip(kinds, rates, strict=True))
    )


def tuned_scene(
    key: str,
    steps: int,
    rates: Iterable[float],
    story: tuple[Finding, ...],
    camera: tuple[float, float] = (50.0, 235.0),
    name: str = "",
) -> Scene:
    """The race of the seven on a surface, from its own start.

    Args:
        key: of `SURFACES`.
        steps: updates per optimizer.
        rates: as `with_rates` has them.
        story: what there is to see.
        camera: elevation and azimuth of the view in space, degrees.
        name: of the scene; the surface's if none, which tells its parameter as well.
    """
    surface = SURFACES[key]
    return Scene(
        name=name or surface.name,
        surface=surface,
        entrants=with_rates(rates),
        start=surface.start,
        steps=steps,
        story=story,
        source=SOURCE,
        camera=camera,
    )


def ends_in(*groups: tuple[str, ...]) -> Callable[[Race], Numbers]:
    """A measure: in which minimum each group of optimizers ends.

    For group k, from 0: `xk`, `yk` and `lossk` of the minimum nearest to where its first optimizer
    ends, and `offk`, the largest distance from it in the group. `minima` is how many these are.
    """

    def measure(done: Race) -> Numbers:
        runs, minima = Runs(done), np.array(done.surface.minima)
        numbers: dict[str, float] = {}
        for k, names in enumerate(groups):
            last = np.array([path(runs[name])[-1] for name in names])
            x, y = minima[np.hypot(*(minima - last[0]).T).argmin()]
            numbers |= {
                f"x{k}": float(x),
                f"y{k}": float(y),
                f"loss{k}": float(done.surface.loss(x, y)),
                f"off{k}": float(np.hypot(last[:, 0] - x, last[:, 1] - y).max()),
            }
        places = {(numbers[f"x{k}"], numbers[f"y{k}"]) for k in range(len(groups))}
        return numbers | {"minima": len(places)}

    return measure


def separate(numbers: Numbers, within: float = 0.05) -> bool:
    """Whether each group is within this distance of its minimum, and no two share one."""
    count = sum(name.startswith("off") for name in numbers)
    return numbers["minima"] == count and all(numbers[f"off{k}"] < within for k in range(count))


# What is said where optimizers do not end as a sentence over `ends_in` has it.
ENDS = {
    "minima": "They end in {value:.0f} minimum.",
    "off0": "One of the first group ends {value:.2g} from its minimum.",
    "off1": "One of the second group ends {value:.2g} from its minimum.",
    "loss0": "The first group ends at a loss of {value:.2g}.",
    "loss1": "The second group ends at a loss of {value:.2g}.",
}
