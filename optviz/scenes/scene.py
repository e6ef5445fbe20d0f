"""The Scene type: a race worth watching, where its settings come from, what there is to see."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from optviz.optimizers import OPTIMIZERS, Optimizer
from optviz.race import Race, race, race_again
from optviz.stories.findings import Conditions, Finding
from optviz.user_rules import loaded_rules
from optviz.variants import RULES
from surfaces import Surface

RECOVERED = "recovered"
ROUGHLY = "roughly recovered"
RECONSTRUCTED = "reconstructed"
ADDED = "added"
CHOSEN = "chosen"
DEFAULT = "library default"
SAME = "same rate for all"
TUNED = "tuned"
ELSEWHERE = "tuned on another race"
OWN = "default of its file"
YOURS = "yours"

ORIGINS = {
    RECOVERED: "inferred from Radford's picture: simulated with it, the balls keep to his tracks",
    ROUGHLY: "inferred from Radford's picture, which leaves some room",
    RECONSTRUCTED: "ours, because Radford's picture does not tell it",
    ADDED: "ours, because Radford's picture has no Adam",
    CHOSEN: "ours, chosen for what this scene is to show; its source line says how",
    DEFAULT: "what torch.optim takes if nothing is said, or the library that has the rule",
    OWN: "what the file says that brought it along",
    SAME: "the scene's own, but for the learning rate, which is the same for everybody",
    TUNED: "the best of equally many trials for everybody on exactly this race",
    ELSEWHERE: "the best of equally many trials on this scene as it was; the race is another now",
    YOURS: "changed by you",
}

PRESETS = ("own", "defaults", "rate")  # where a scene's settings can come from, see Scene.preset

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
        story: what there is to see, sentence by sentence, each a measurement.
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
    story: tuple[Finding, ...]
    source: str
    seed: int = 0
    camera: tuple[float, float] = (44.5, 225.0)
    views: tuple[str, ...] = ("above",)

    @property
    def conditions(self) -> Conditions:
        """What makes its race what it is."""
        optimizers = tuple(entry.optimizer for entry in self.entries)
        return Conditions(self.surface, optimizers, self.start, self.steps, self.seed)

    @property
    def rules(self) -> dict[str, type[Optimizer]]:
        """Everybody who can race in it: all rules, and those that only this scene has."""
        own = [type(entry.optimizer) for entry in self.entries]
        return RULES | {kind.__name__.lower(): kind for kind in own}

    @property
    def racing(self) -> list[str]:
        """Who races to begin with, as names of `rules`; beside all seven, who was brought along."""
        own = {type(entry.optimizer) for entry in self.entries}
        guests = loaded_rules() if own.issuperset(OPTIMIZERS.values()) else {}
        return [name for name, kind in self.rules.items() if kind in own or name in guests]

    def race(self, before: Race | None = None) -> Race:
        """The race with the scene's own settings; what can be taken over from `before` is."""
        if before is None:
            return race(*self.conditions)
        return race_again(before, *self.conditions)

    def _repr_html_(self) -> str:
        """Its race in the player, as a notebook shows it."""
        from optviz.player.notebook import shown_scene  # noqa: PLC0415, built on scenes

        return shown_scene(self)

    def preset(self, name: str, rate: float | None = None) -> "Scene":
        """The same scene with other settings for everybody who can race in it.

        Args:
            name: "own", the scene's own; "defaults", those of torch.optim; "rate", the scene's own
                but for one learning rate for everybody.
            rate: that learning rate.

        Raises:
            ValueError: no such name, or nobody can have that learning rate.
        """
        if name == "own":
            return self
        if name == "defaults":
            entries = tuple(default_entry(type(each.optimizer)) for each in self.entries)
            return replace(self, entries=entries, source="the defaults of torch.optim")
        if name != "rate":
            raise ValueError(f"there are no settings {name!r}: take own, defaults or rate")
        if rate is None:
            raise ValueError("the learning rate for all is missing: give a number, as 0.01")
        entries = tuple(Entry(with_rate(each.optimizer, rate), SAME) for each in self.entries)
        said = f"the scene's own settings, but learning rate {rate:g} for everybody"
        return replace(self, entries=entries, source=said)

    def newcomer(self, kind: type[Optimizer]) -> Optimizer:
        """With which settings somebody begins who does not race in it yet."""
        rates = {getattr(each.optimizer, "lr", None) for each in self.entries}
        if {each.origin for each in self.entries} == {SAME} and len(rates) == 1:
            return with_rate(plain(kind), rates.pop())
        return plain(kind)

    def changed(
        self,
        settings: Mapping[str, Mapping[str, Any]],
        start: tuple[float, float],
        steps: int,
        seed: int,
        batch: int | None = None,
        parameter: float | None = None,
    ) -> "Scene":
        """The same scene as somebody else wants it.

        Args:
            settings: who races, as names of `rules`, and all their hyper-parameters. An
                entry that differs from the scene's own says that its settings are yours, or a
                library's.
            start: (x, y).
            steps: updates per optimizer.
            seed: which minibatches are seen.
            batch: samples in a minibatch; without meaning where the surface has none.
            parameter: the surface's own, such as a condition; without meaning where it has none.

        Raises:
            ValueError: a hyper-parameter, the minibatch size or the parameter is out of range.
        """
        own = {type(entry.optimizer): entry for entry in self.entries}
        entries, rules = [], self.rules
        for name, values in settings.items():
            optimizer = rules[name](**values)
            entry = own.get(type(optimizer))
            kept = entry is not None and entry.optimizer == optimizer
            default = default_entry(type(optimizer))
            newcomer = default if default.optimizer == optimizer else Entry(optimizer, YOURS)
            entries.append(entry if entry and kept else newcomer)
        surface = self.surface
        if surface.parameter and parameter is not None:
            surface = surface.parameter.surface(parameter)
        if surface.minibatches and batch is not None:
            surface = replace(surface, minibatches=replace(surface.minibatches, size=batch))
        if (surface, start, steps, seed) != (self.surface, self.start, self.steps, self.seed):
            entries = [tuned_elsewhere(each) for each in entries]
        return replace(
            self, entries=tuple(entries), start=start, steps=steps, seed=seed, surface=surface
        )


def tuned_elsewhere(entry: Entry) -> Entry:
    """The same; what was tuned says that it was not on this race."""
    return replace(entry, origin=ELSEWHERE) if entry.origin == TUNED else entry


def default_entry(kind: type[Optimizer]) -> Entry:
    """Somebody at its defaults, and whose they are."""
    return Entry(plain(kind), OWN if kind in loaded_rules().values() else DEFAULT)


@lru_cache(maxsize=64)
def plain(kind: type[Optimizer]) -> Optimizer:
    """Somebody at its defaults; the page asks for all of them with every click."""
    return kind()


def with_rate(optimizer: Optimizer, rate: Any) -> Optimizer:
    """The same rule with another learning rate; as it is, if it has none."""
    if "lr" not in optimizer.settings():
        return optimizer
    return replace(optimizer, lr=rate)  # type: ignore[call-arg]
