"""What is made of a race: itself, itself under many seeds, a sweep, a heat map, a basin map."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

import numpy as np

from optviz.export.recipe.swept import PairSweep, RateSweep, check_cells
from optviz.race import MAX_STEPS, Race, SeedsRace, race_by_seeds
from optviz.scenes import Scene
from optviz.spec.parsing import number_text
from optviz.spec.seeds import seeds_in, seeds_text
from optviz.studies.basins import Basins, basins
from optviz.studies.over import RaceOver
from optviz.studies.sweep import Sweep
from optviz.studies.targets import targets_of


class Made(Protocol):
    """What is made of a race.

    Attributes:
        name: what a recipe calls it.
        command: of the command line.
    """

    name: ClassVar[str]
    command: ClassVar[str]

    def subject(self, scene: Scene) -> Any:
        """What is exported."""

    def flags(self) -> Iterator[tuple[str, str]]:
        """Options of its command besides those of the race, by name."""

    def python(self) -> tuple[str, str]:
        """The module's imports and the code that make the subject of `scene`."""


@dataclass(frozen=True, kw_only=True)
class OneRace:
    """A race as it is."""

    name: ClassVar[str] = "race"
    command: ClassVar[str] = "export"

    def subject(self, scene: Scene) -> Scene:
        """The scene, which brings its title, views and camera."""
        return scene

    def flags(self) -> Iterator[tuple[str, str]]:
        """None."""
        return iter(())

    def python(self) -> tuple[str, str]:
        """The scene."""
        return "", "scene"


@dataclass(frozen=True, kw_only=True)
class ManySeeds:
    """A race under many minibatch seeds.

    Attributes:
        seeds: "20", "5-11", "3,7-9".
    """

    name: ClassVar[str] = "seeds"
    command: ClassVar[str] = "export"
    seeds: str

    def __post_init__(self) -> None:
        """Raise ValueError where these are no seeds."""
        seeds_in(self.seeds, MAX_STEPS)

    @classmethod
    def of(cls, subject: SeedsRace) -> "ManySeeds":
        """As a race was made."""
        return cls(seeds=seeds_text(subject.seeds))

    def subject(self, scene: Scene) -> SeedsRace:
        """The race under each seed."""
        seeds = seeds_in(self.seeds, MAX_STEPS)
        *_, found = race_by_seeds(*scene.conditions[:-1], seeds=seeds)
        return found

    def flags(self) -> Iterator[tuple[str, str]]:
        """The seeds."""
        yield "seeds", self.seeds

    def python(self) -> tuple[str, str]:
        """The race under each seed."""
        seeds = seeds_in(self.seeds, MAX_STEPS)
        row = f"range({len(seeds)})" if seeds == tuple(range(len(seeds))) else repr(seeds)
        return "from optviz import race", f"race(*scene.conditions[:-1], seeds={row})"


@dataclass(frozen=True, kw_only=True)
class BasinMap:
    """Which minimum each start leads to.

    Attributes:
        starts: how many along and up.
        radius: the distance from a minimum that counts as there; None for the usual one.
    """

    name: ClassVar[str] = "basins"
    command: ClassVar[str] = "basins"
    starts: tuple[int, int]
    radius: float | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where there are too many starts."""
        check_cells("starts", self.starts)

    @classmethod
    def of(cls, subject: Basins) -> "BasinMap":
        """As a map was made.

        Raises:
            ValueError: with minima of the caller's own.
        """
        usual = targets_of(subject.surface, None, None)
        radius = None if subject.radius == usual.radius else subject.radius
        if not np.array_equal(targets_of(subject.surface, None, radius).minima, subject.minima):
            raise ValueError("a basin map with minima of your own has no recipe")
        return cls(starts=(len(subject.x), len(subject.y)), radius=radius)

    def subject(self, scene: Scene) -> Basins:
        """The whole map."""
        surface, entrants, _, steps, seed = scene.conditions
        *_, found = basins(surface, entrants, self.starts[::-1], steps, seed, self.radius)
        return found

    def flags(self) -> Iterator[tuple[str, str]]:
        """Starts and radius."""
        yield "starts", "{}x{}".format(*self.starts)
        if self.radius is not None:
            yield "radius", number_text(self.radius)

    def python(self) -> tuple[str, str]:
        """The whole map."""
        given = "scene.surface, scene.entrants"
        given += f", {self.starts[::-1]!r}, scene.steps, scene.seed"
        given += "" if self.radius is None else f", {self.radius!r}"
        return "from optviz import basins", f"[*basins({given})][-1]"


MADE: dict[str, type[Any]] = {
    each.name: each for each in (OneRace, ManySeeds, RateSweep, PairSweep, BasinMap)
}


def made_of(subject: Any) -> Made:
    """What was made of a race.

    Raises:
        ValueError: nothing that a recipe can say; the sentence says why.
    """
    if isinstance(subject, SeedsRace):
        return ManySeeds.of(subject)
    if isinstance(subject, Sweep):
        return RateSweep.of(subject) if len(subject.swept) == 1 else PairSweep.of(subject)
    if isinstance(subject, Basins):
        return BasinMap.of(subject)
    if isinstance(subject, Scene) or (isinstance(subject, Race) and subject.start.ndim == 1):
        return OneRace()
    if isinstance(subject, RaceOver):
        raise ValueError("a race over a hyper-parameter has no recipe: keep the line that made it")
    what = "a race of many starts" if isinstance(subject, Race) else "a study of the digits"
    raise ValueError(f"{what} has no recipe: no command makes one")
