"""The scenes: which optimizers race where, with which settings, and what there is to see.

All four follow the animations that Alec Radford published in 2014. Their code is lost; what is
called recovered here was inferred from the pictures by following the balls' pixels and fitting
simulations to them. What the pictures do not tell is reconstructed, and Adam, which they do not
have, is added; every entry says which it is. The tests measure each sentence of a story again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from optviz.optimizers import (
    NAG,
    OPTIMIZERS,
    SGD,
    AdaDelta,
    AdaGrad,
    Adam,
    Momentum,
    Optimizer,
    RMSProp,
)
from optviz.race import Race, race
from surfaces import SURFACES, Surface

RECOVERED = "recovered"
ROUGHLY = "roughly recovered"
RECONSTRUCTED = "reconstructed"
ADDED = "added"
YOURS = "yours"

ORIGINS = {
    RECOVERED: "inferred from Radford's picture: simulated with it, the balls keep to his tracks",
    ROUGHLY: "inferred from Radford's picture, which leaves some room",
    RECONSTRUCTED: "ours, because Radford's picture does not tell it",
    ADDED: "ours, because Radford's picture has no Adam",
    YOURS: "changed by you",
}

RADFORD = "Alec Radford's animation of 2014, its settings inferred from the published picture"


@dataclass(frozen=True)
class Entry:
    """An optimizer in a scene, and where its settings come from."""

    optimizer: Optimizer
    origin: str


@dataclass(frozen=True)
class Scene:
    """A race worth watching.

    Attributes:
        name: what people call it.
        surface: what is descended.
        entries: who races, with which settings, and where those come from.
        start: (x, y).
        steps: updates per optimizer.
        story: what there is to see, sentence by sentence.
        source: where the scene comes from.
        seed: which minibatches are seen.
        camera: elevation and azimuth of the view in space, degrees, as matplotlib's view_init.
        views: what is shown to begin with: "above", "space" or "samples".
    """

    name: str
    surface: Surface
    entries: tuple[Entry, ...]
    start: tuple[float, float]
    steps: int
    story: tuple[str, ...]
    source: str
    seed: int = 0
    camera: tuple[float, float] = (44.5, 225.0)
    views: tuple[str, ...] = ("above",)

    def race(self) -> Race:
        """The race with the scene's own settings."""
        optimizers = [entry.optimizer for entry in self.entries]
        return race(self.surface, optimizers, self.start, self.steps, self.seed)

    def changed(
        self,
        settings: Mapping[str, Mapping[str, Any]],
        start: tuple[float, float],
        steps: int,
        seed: int,
        batch: int | None = None,
    ) -> "Scene":
        """The same scene as somebody else wants it.

        Args:
            settings: who races, as names of `OPTIMIZERS`, and all their hyper-parameters. An
                entry that differs from the scene's own says that its settings are yours.
            start: (x, y).
            steps: updates per optimizer.
            seed: which minibatches are seen.
            batch: samples in a minibatch; without meaning where the surface has none.

        Raises:
            ValueError: a hyper-parameter or the minibatch size is out of range.
        """
        own = {type(entry.optimizer): entry for entry in self.entries}
        entries = []
        for name, values in settings.items():
            optimizer = OPTIMIZERS[name](**values)
            entry = own.get(type(optimizer))
            kept = entry is not None and entry.optimizer == optimizer
            entries.append(entry if entry and kept else Entry(optimizer, YOURS))
        surface = self.surface
        if surface.minibatches and batch is not None:
            surface = replace(surface, minibatches=replace(surface.minibatches, size=batch))
        return replace(
            self, entries=tuple(entries), start=start, steps=steps, seed=seed, surface=surface
        )


BEALE = Scene(
    name="Beale's function",
    surface=SURFACES["beale"],
    entries=(
        Entry(SGD(lr=0.001), RECOVERED),
        Entry(Momentum(lr=0.001, mu=0.95), RECOVERED),
        Entry(NAG(lr=0.001, mu=0.95), RECOVERED),
        Entry(AdaGrad(lr=1.0), RECOVERED),
        Entry(AdaDelta(lr=1.0, rho=0.98, eps=0.0225), RECONSTRUCTED),
        Entry(RMSProp(lr=0.07, rho=0.95), ROUGHLY),
        Entry(Adam(lr=0.3), ADDED),
    ),
    start=(1.0, 1.6),
    steps=198,
    story=(
        "The start lies on a steep wall. Momentum and NAG run down it, through the valley and up "
        "the other side: Momentum gets as far as 3.9 from the minimum, and it started 2.3 away.",
        "SGD's first step is 0.13 long. AdaGrad and AdaDelta leap by 1.4 and 1.5, RMSProp and Adam "
        "by 0.4: their first step has the length of the settings, not of the slope.",
        "After the leap AdaGrad and AdaDelta lower the loss at every single step, as SGD does.",
        "Adam overshoots less than Momentum and ends nearer to the minimum; SGD is still 1.4 away.",
    ),
    source=RADFORD,
    camera=(62.0, 225.0),
)

LONG_VALLEY = Scene(
    name="Long valley",
    surface=SURFACES["long_valley"],
    entries=(
        Entry(SGD(lr=0.01), RECONSTRUCTED),
        Entry(Momentum(lr=0.01, mu=0.9), RECONSTRUCTED),
        Entry(NAG(lr=0.01, mu=0.9), RECONSTRUCTED),
        Entry(AdaGrad(lr=0.1), RECONSTRUCTED),
        Entry(AdaDelta(lr=1.0, rho=0.9, eps=1e-6), RECONSTRUCTED),
        Entry(RMSProp(lr=0.02, rho=0.9), RECONSTRUCTED),
        Entry(Adam(lr=0.02), ADDED),
    ),
    start=(-0.5, 0.001),
    steps=200,
    story=(
        "The start is a thousandth off the valley's line of symmetry, so almost all of the slope "
        "points across the valley. SGD comes to rest on its floor and gets nowhere in 200 steps.",
        "Momentum and NAG swing from wall to wall until their speed along the valley has grown: "
        "they are one unit down it at steps 116 and 112.",
        "Rules that divide by the size of past gradients see a small slope as well as a large "
        "one: AdaGrad is there at step 18, RMSProp at 30, AdaDelta at 35 and Adam at 44.",
    ),
    source=(
        "a reconstruction: no copy of Alec Radford's animation of 2014 is known, so function and "
        "settings are ours, chosen so that what his caption says can be seen"
    ),
    camera=(60.0, 300.0),
)

SADDLE_POINT = Scene(
    name="Saddle point",
    surface=SURFACES["saddle_point"],
    entries=(
        Entry(SGD(lr=0.01), RECOVERED),
        Entry(Momentum(lr=0.01, mu=0.95), RECOVERED),
        Entry(NAG(lr=0.01, mu=0.95), RECOVERED),
        Entry(AdaGrad(lr=0.05), ROUGHLY),
        Entry(AdaDelta(lr=1.0, rho=0.9, eps=1e-6), RECONSTRUCTED),
        Entry(RMSProp(lr=0.01, rho=0.95), ROUGHLY),
        Entry(Adam(lr=0.01), ADDED),
    ),
    start=(-1e-6, 0.25),
    steps=198,
    story=(
        "The start is a millionth off the ridge. SGD slides into the saddle and stays: after 198 "
        "steps it has moved less than a thousandth along x.",
        "Momentum and NAG shoot through the saddle up to the opposite flank, then swing and leave; "
        "they are one unit down the slope at steps 120 and 113.",
        "AdaDelta, RMSProp, AdaGrad and Adam hardly notice how flat it is: steps 37, 54, 57, 77.",
    ),
    source=RADFORD,
    views=("space",),
)

NOISY_MOONS = Scene(
    name="Noisy moons",
    surface=SURFACES["noisy_moons"],
    entries=(
        Entry(SGD(lr=0.2), ROUGHLY),
        Entry(Momentum(lr=0.2, mu=0.9), RECONSTRUCTED),
        Entry(NAG(lr=0.2, mu=0.9), ROUGHLY),
        Entry(AdaGrad(lr=1.0), RECOVERED),
        Entry(AdaDelta(lr=1.0, rho=0.9, eps=1e-3), RECONSTRUCTED),
        Entry(RMSProp(lr=0.07, rho=0.95), ROUGHLY),
        Entry(Adam(lr=0.2), ADDED),
    ),
    start=(-0.36, 1.27),
    steps=118,
    story=(
        "The picture is the loss over all 400 samples, but a step sees only five of them, the same "
        "five for everyone. The accuracy is over all samples: it begins at 14 %.",
        "Memory of past gradients smooths the noise: Momentum, NAG and Adam turn by 20 to 25 "
        "degrees a step, the other four by more than 60.",
        "And it overshoots: Momentum runs 19 % past the minimum, NAG 16 %, Adam 8 %. Numbers are "
        "medians over 20 orders of the minibatches.",
    ),
    source=RADFORD,
    camera=(62.0, 300.0),
)

SCENES: dict[str, Scene] = {
    "beale": BEALE,
    "long_valley": LONG_VALLEY,
    "saddle_point": SADDLE_POINT,
    "noisy_moons": NOISY_MOONS,
}
