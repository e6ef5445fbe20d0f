"""The Scene type: a race worth watching, where its settings come from, what there is to see."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from optviz.entrants import ELSEWHERE, SAME, TUNED, YOURS, Entrant, entrants
from optviz.look import CAMERA
from optviz.optimizers import OPTIMIZERS, Optimizer
from optviz.race import Race, race, race_again
from optviz.scenes.beginnings import default_origin, newcomer, plain, with_rate
from optviz.stories.findings import Conditions, Finding
from optviz.user_rules import loaded_rules
from optviz.variants import RULES
from optviz.wrappers import Rules
from surfaces import Surface
from surfaces.keeping import Keeper
from surfaces.notebook_views import Shown, view

PRESETS = ("own", "defaults", "rate")  # where a scene's settings can come from, see Scene.preset

RADFORD = "Alec Radford's animation of 2014, its settings inferred from the published picture"


@dataclass(frozen=True, repr=False)
class Scene(Shown):
    """A race worth watching.

    Attributes:
        name: what it is called.
        surface: what is descended.
        entrants: the optimizers that race, each under a name and with the origin of its settings.
        start: (x, y).
        steps: updates per optimizer.
        story: what there is to see, as sentences, each a measurement.
        source: where the scene comes from.
        seed: which minibatches are seen.
        camera: elevation and azimuth of the view in space, degrees, as matplotlib's view_init.
        views: what is shown to begin with: "above", "space" or "samples".
    """

    name: str
    surface: Surface
    entrants: tuple[Entrant, ...]
    start: tuple[float, float]
    steps: int
    story: tuple[Finding, ...]
    source: str
    seed: int = 0
    camera: tuple[float, float] = CAMERA
    views: tuple[str, ...] = ("above",)

    @property
    def keeper(self) -> Keeper | None:
        """The surface's."""
        return self.surface.keeper

    @property
    def conditions(self) -> Conditions:
        """What makes its race what it is."""
        return Conditions(self.surface, self.entrants, self.start, self.steps, self.seed)

    @property
    def rules(self) -> Rules:
        """All optimizers that can race in it: `RULES`, and those that only this scene has."""
        own = [type(entry.optimizer) for entry in self.entrants]
        return Rules(RULES | {kind.__name__.lower(): kind for kind in own})

    @property
    def racing(self) -> list[str]:
        """What races at first, as names of `rules`; with all seven, also those of loaded files."""
        own = {type(entry.optimizer) for entry in self.entrants}
        guests = loaded_rules() if own.issuperset(OPTIMIZERS.values()) else {}
        return [name for name, kind in self.rules.items() if kind in own or name in guests]

    def race(self, before: Race | None = None) -> Race:
        """The race with the scene's own settings; what can be taken over from `before` is."""
        if before is None:
            return race(*self.conditions)
        return race_again(before, *self.conditions)

    def _repr_html_(self) -> str:
        """Its race in the player, for programs that show HTML alone."""
        return str(view("bundle", self)["text/html"])

    def preset(self, name: str, rate: float | None = None) -> "Scene":
        """The same scene with other settings for all its optimizers.

        Args:
            name: "own", the scene's own; "defaults", those of torch.optim; "rate", the scene's own
                but with one learning rate for all.
            rate: that learning rate.

        Raises:
            ValueError: no such name, or the learning rate is out of range.
        """
        if name == "own":
            return self
        if name == "defaults":
            defaults = tuple(
                replace(
                    each,
                    optimizer=plain(type(each.optimizer)),
                    origin=default_origin(type(each.optimizer)),
                )
                for each in self.entrants
            )
            return replace(self, entrants=defaults, source="the defaults of torch.optim")
        if name != "rate":
            raise ValueError(f"there are no settings {name!r}: take own, defaults or rate")
        if rate is None:
            raise ValueError("the learning rate for all is missing: give a number, as 0.01")
        entrants = tuple(
            Entrant(each.name, with_rate(each.optimizer, rate), SAME) for each in self.entrants
        )
        said = f"the scene's own settings, but learning rate {rate:g} for all"
        return replace(self, entrants=entrants, source=said)

    def changed(
        self,
        optimizers: Mapping[str, Optimizer],
        start: tuple[float, float],
        steps: int,
        seed: int,
        batch: int | None = None,
        parameter: float | None = None,
    ) -> "Scene":
        """The same scene, raced otherwise.

        Args:
            optimizers: the entrants' names and their optimizers. Settings that are the scene's own
                keep their origin; others are those of a newcomer, a library's defaults, or yours.
            start: (x, y).
            steps: updates per optimizer.
            seed: which minibatches are seen.
            batch: samples in a minibatch; without meaning where the surface has none.
            parameter: the surface's own, such as a condition; without meaning where it has none.

        Raises:
            ValueError: a name, the minibatch size or the parameter is not possible, or there is no
                optimizer.
        """
        surface = self.surface
        if surface.parameter and parameter is not None:
            surface = surface.parameter.surface(parameter)
        if surface.minibatches and batch is not None:
            surface = replace(surface, minibatches=replace(surface.minibatches, size=batch))
        same = (surface, start, steps, seed) == (self.surface, self.start, self.steps, self.seed)
        own = {each.optimizer: each.origin for each in self.entrants}
        changed = []
        for each in entrants(optimizers):
            kind = type(each.optimizer)
            origin = own.get(each.optimizer)
            if origin is None:
                begins = newcomer(self.entrants, kind)
                origin = begins.origin if each.optimizer == begins.optimizer else YOURS
                if each.optimizer == plain(kind):
                    origin = default_origin(kind)
            if origin == TUNED and not same:
                origin = ELSEWHERE
            changed.append(replace(each, origin=origin))
        return replace(
            self, entrants=tuple(changed), start=start, steps=steps, seed=seed, surface=surface
        )
