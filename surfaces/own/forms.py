"""How a function takes its points, and a loss of x and y made of it.

    numbers    f(x, y)          one point: two numbers
    arrays     f(x, y)          many points: two arrays of one shape (...)
    vector     f(w)             one point: an array of shape (2,)
    columns    f(w)             many points: an array of shape (2, ...)
    rows       f(w)             many points: an array of shape (..., 2)
    table      f(w)             many points: an array of shape (n, 2) and no other
    mapped     f(w)             one point, which torch.vmap or jax.vmap turns into many

A function of one point is asked point by point.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from surfaces.own.libraries import LIBRARIES, Library
from surfaces.surface import Array
from surfaces.validate import described, in_words

FORMS = {
    "numbers": "two numbers",
    "arrays": "two arrays",
    "vector": "a vector of two",
    "columns": "arrays of shape (2, ...)",
    "rows": "arrays of shape (..., 2)",
    "table": "arrays of shape (n, 2)",
    "mapped": "a vector of two",
}
IN_ONE_ROW = ("table", "mapped")
MANY = ("arrays", "columns", "rows", *IN_ONE_ROW)
STACKED = {
    "vector": 0,
    "columns": 0,
    "rows": -1,
    "table": -1,
    "mapped": -1,
}  # the axis of the two parameters
KINDS = "iuf"  # of numpy's numbers: whole ones and real ones


@dataclass(frozen=True)
class OwnLoss:
    """A user's function as a loss: (x, y) -> loss, elementwise on arrays of any one shape.

    Attributes:
        function: the user's.
        form: of `FORMS`, how it takes its points.
        library: of `LIBRARIES`, what it computes with.
    """

    function: Callable[..., Any]
    form: str
    library: str

    def __call__(self, x: Any, y: Any) -> Any:
        """The losses.

        Raises:
            ValueError: the function raises at a point or returns what is no number; one sentence
                with the point.
        """
        if not isinstance(x, float | int | np.ndarray):  # what traces: autograd, programs
            return self.asked(x, y)
        x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
        with self.own.within():
            if self.form in MANY and x.size:
                return self.together(*self.laid_out(x, y)).reshape(x.shape)
            values = [self.at(*each) for each in zip(x.flat, y.flat, strict=True)]
        return np.array(values, dtype=float).reshape(x.shape)

    @cached_property
    def own(self) -> Library:
        """What it computes with."""
        return LIBRARIES[self.library]()

    def laid_out(self, x: Array, y: Array) -> tuple[Array, Array]:
        """The points in one row where the function takes no other arrays."""
        return (x.ravel(), y.ravel()) if self.form in IN_ONE_ROW else (x, y)

    def asked(self, x: Any, y: Any) -> Any:
        """What the function returns for its library's own arrays."""
        if self.form == "mapped" and self.own.mapped:
            return self.own.mapped(self.function)(self.own.stack([x, y], -1))
        if self.form in STACKED:
            return self.function(self.own.stack([x, y], STACKED[self.form]))
        return self.function(x, y)

    def together(self, x: Array, y: Array) -> Array:
        """The losses of many points, in one call."""
        try:
            value = self.own.numbers(self.asked(self.own.array(x), self.own.array(y)))
        except Exception as error:  # a user's function may raise anything
            raise self.failed(x, y, error) from None
        return checked(value, x.shape, place(x, y))

    def at(self, x: float, y: float) -> float:
        """The loss of one point."""
        numbers = self.library == "numpy" and self.form == "numbers"
        point = (
            (float(x), float(y))
            if numbers
            else (self.own.array(np.asarray(x)), self.own.array(np.asarray(y)))
        )
        try:
            value = self.own.numbers(self.asked(*point))
        except Exception as error:  # a user's function may raise anything
            raise ValueError(f"the function fails at {place(x, y)}: {in_words(error)}") from None
        return float(checked(value, (), place(x, y)))

    def failed(self, x: Array, y: Array, error: Exception) -> ValueError:
        """The sentence on an exception, with the first point that raises it alone."""
        for one in zip(x.flat, y.flat, strict=True):
            try:
                self.asked(*(self.own.array(np.array([each])) for each in one))
            except Exception as alone:  # as above
                return ValueError(f"the function fails at {place(*one)}: {in_words(alone)}")
        return ValueError(f"the function fails at {x.size} points at once: {in_words(error)}")

    def __getstate__(self) -> dict[str, Any]:
        """Without what it computes with, which every process finds for itself."""
        return {key: value for key, value in vars(self).items() if key != "own"}


def checked(value: Any, shape: tuple[int, ...], where: str) -> Array:
    """What a function returned as float64 numbers of this shape; nan and infinity are numbers.

    Raises:
        ValueError: they are none; one sentence with the point.
    """
    found = np.asarray(value) if isinstance(value, float | int | np.ndarray | np.generic) else None
    if found is None or isinstance(value, bool) or found.dtype.kind not in KINDS:
        told = f"{value!r}" if isinstance(value, complex) else described(value)
        raise ValueError(f"the function returns {told} at {where}: return one real number")
    if found.dtype.kind == "f" and found.dtype.itemsize < 8:
        raise ValueError(
            f"the function returns {found.dtype} at {where}, although it gets float64: let it "
            "compute in double precision"
        )
    if found.shape != shape:
        raise ValueError(
            f"the function returns {described(found)} at {where}: return "
            + ("one real number" if shape == () else f"one number for each point, {shape}")
        )
    return found.astype(float)


def place(x: Any, y: Any) -> str:
    """A point in a sentence; of many, how many they are."""
    if np.size(x) != 1:
        return f"{np.size(x)} points"
    return f"({float(np.ravel(x)[0]):.6g}, {float(np.ravel(y)[0]):.6g})"


def of_many(loss: OwnLoss) -> Iterator[OwnLoss]:
    """The forms in which a function of one point may take many."""
    mapped = ("mapped",) if loss.own.mapped else ()
    for form in ("arrays",) if loss.form == "numbers" else ("columns", "rows", *mapped):
        yield OwnLoss(loss.function, form, loss.library)
