"""Floors: where a loss is lowest along a line or over an area instead of at a point."""

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Floor:
    """A level place that nothing around is lower than: a valley or a plateau.

    Attributes:
        loss: on it.
        place: (x, y) a point of it.
        lines: the valley's floor as lines, each of points (x, y) in their order; empty for a
            plateau, which is level over an area.
    """

    loss: float
    place: Point
    lines: tuple[tuple[Point, ...], ...] = ()

    @property
    def kind(self) -> str:
        """What it is: "valley" or "plateau"."""
        return "valley" if self.lines else "plateau"
