"""What a search for minima has found."""

from dataclasses import dataclass

from surfaces.floor import Floor


@dataclass(frozen=True)
class Found:
    """The minima of a picture.

    Attributes:
        minima: (x, y) of the isolated local minima, the lowest first.
        floors: valleys and plateaus, the lowest first.
        unlisted: how many more minima there are; infinite where they are too many to tell.
    """

    minima: tuple[tuple[float, float], ...]
    floors: tuple[Floor, ...]
    unlisted: float

    @property
    def places(self) -> tuple[tuple[float, float], ...]:
        """The minima and all points of floors."""
        floors = (each for floor in self.floors for each in (floor.place, *sum(floor.lines, ())))
        return (*self.minima, *floors)
