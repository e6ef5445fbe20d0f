"""A function of one's own as a Surface: of numpy, torch or jax, however it takes its points."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from surfaces.formula import far_from
from surfaces.minima import find_minima
from surfaces.own.forms import FORMS
from surfaces.own.gradients import OwnGradient, gradient_of, gradient_words
from surfaces.own.settling import name_of, settled, tried_points
from surfaces.surface import Limits, Minima, Surface, check_function, checked_limits, checked_point

# What autograd takes as it is, and programs of the browser do.
TRACED = [("numpy", form) for form in ("arrays", "columns", "rows")]

__all__ = ["function_surface", "surface_from"]


def function_surface(
    function: Callable[..., Any],
    xlim: Sequence[float] | None = None,
    ylim: Sequence[float] | None = None,
    start: Sequence[float] | None = None,
    *,
    name: str | None = None,
    takes: str | None = None,
    gradient: Callable[..., Any] | None = None,
    minima: Minima | None = None,
    axes: tuple[str, str] = ("x", "y"),
) -> Surface:
    """The surface of a function, written with numpy, autograd.numpy, torch, jax.numpy or math.

    It takes two numbers, a vector of two, or many points as arrays; which is found out by trying.
    Its gradient is autograd's, torch's or jax's where that agrees with central differences, else it
    is by central differences, and pictures and `repr` say so. Everything is in float64; jax's 64
    bits are on while it is asked.

    Args:
        function: the loss.
        xlim: (low, high) of the picture; left out, it is as wide as the start is far out, at least
            from -2 to 2.
        ylim: the same for y.
        start: (x, y); left out, a place far from the minima.
        name: left out, the function's own.
        takes: "x, y" or "vector" for a function that could take either.
        gradient: (x, y) -> (dloss/dx, dloss/dy) on arrays, if it is known in closed form.
        minima: those inside the picture; left out, they are looked for.
        axes: the names of the two parameters.

    Raises:
        ValueError: it is no function of a point, cannot be settled to be one, raises, or returns
            what is no number; one sentence with the point.
    """
    check_function("function", function)
    if xlim is None and ylim is None and start is None:
        raise ValueError("a function needs a picture: give xlim and ylim, or a start")
    wide, tall = limits_of(xlim, ylim, start)
    loss = settled(function, wide, tall, takes)
    points = tried_points(wide, tall)
    if not np.isfinite(loss(*points.T)).any():
        raise ValueError(f"{name_of(function)} has no finite value in the picture: give others")
    found = gradient or gradient_of(loss, points, wide, tall)
    search = find_minima(loss, found, wide, tall) if minima is None else None
    known = search.minima if search else minima or ()
    begin = far_from(known, loss, wide, tall) if start is None else checked_point(start, "start")
    traced = isinstance(found, OwnGradient) and (loss.library, loss.form) in TRACED
    surface = Surface(
        name=name or name_of(function),
        loss=loss,
        gradient=None if traced else found,
        xlim=wide,
        ylim=tall,
        start=begin,
        minima=known,
        floors=search.floors if search else (),
        unlisted=search.unlisted if search else 0,
        partial=True,
        source="",
        axes=axes,
    )
    taken = f"a function of {FORMS[loss.form]}, {loss.library}"
    return replace(surface, source=f"{taken}; {gradient_words(surface)}")


def surface_from(function: Callable[..., Any], start: ArrayLike | None) -> Surface:
    """The surface of a function, its picture as wide as the start, or the first of many, is far.

    Raises:
        ValueError: there is no start, or the function is no loss.
    """
    if start is None:
        raise ValueError(
            "a function alone has no start: give one, as in start=(1, 1), or give it limits with "
            "function_surface"
        )
    points: Any = np.asarray(start)
    many = points.ndim > 1 and points.size and points.shape[-1] == 2
    return function_surface(function, start=points.reshape(-1, 2)[0] if many else points)


def limits_of(
    xlim: Sequence[float] | None, ylim: Sequence[float] | None, start: Sequence[float] | None
) -> tuple[Limits, Limits]:
    """The picture: what is not given reaches 1.5 times as far as the start, at least 2."""
    begin = (0.0, 0.0) if start is None else checked_point(start, "start")
    half = max(2.0, 1.5 * max(map(abs, begin)))
    wide = (-half, half) if xlim is None else xlim
    tall = (-half, half) if ylim is None else ylim
    return checked_limits(wide, "xlim"), checked_limits(tall, "ylim")
