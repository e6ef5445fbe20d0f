"""A parameter of a surface: one number that can be another, which makes another surface."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from surfaces.surface import Surface


@dataclass(frozen=True)
class Parameter:
    """What can be changed about a loss itself, such as a condition number.

    Attributes:
        name: what it is called, one word: in the app, and as an option of the commands.
        value: what it is.
        low: the least it can be, above 0: sliders over it are logarithmic.
        high: the most it can be.
        surface: value -> the surface with that value; a function of a module, not a closure, so
            that surfaces can be pickled and are equal where their values are.
        family: value -> (loss, gradient) with that value, arithmetic in it as in x and y, so that
            pages can have both follow it; None where more about the surface depends on the value
            than these two and its name.
        title: the surface's name, with {} where the value stands, as `{value:,g}`; for a family.

    Raises:
        ValueError: the value is not a number from low to high.
    """

    name: str
    value: float
    low: float
    high: float
    surface: Callable[[float], "Surface"]
    family: Callable[[Any], tuple[Callable[..., Any], Callable[..., Any]]] | None = None
    title: str = ""

    def __post_init__(self) -> None:
        number = isinstance(self.value, (int, float)) and not isinstance(self.value, bool)
        if not number or not self.low <= self.value <= self.high:
            raise ValueError(
                f"{self.name} = {self.value!r}: give a number from {self.low:g} to {self.high:,g}"
            )
