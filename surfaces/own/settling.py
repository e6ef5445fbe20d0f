"""How a function takes its points is found out by trying, and told where it cannot be."""

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

from surfaces.own.forms import OwnLoss, of_many
from surfaces.own.libraries import Library, imported, owner_of
from surfaces.surface import Array, Limits
from surfaces.validate import SAME, SPREAD

TRIED = 8  # points; no 2, so that a shape tells what is a point and what a coordinate
THEIRS = ("Tensor", "ArrayImpl", "torch", "jax")  # in what numpy's numbers are refused with
CALLS = ("argument", "subscriptable", "index")  # in exceptions of the wrong call
TAKES = {"x, y": ("numbers",), "vector": ("vector",)}


def settled(
    function: Callable[..., Any], xlim: Limits, ylim: Limits, takes: str | None = None
) -> OwnLoss:
    """A function as a loss of x and y.

    It is asked at eight points, one by one: with two numbers, with a vector of two, with these as
    tensors of torch or arrays of jax where the user has imported these. If it answers many points
    at once as it answers each alone, it is asked for many at once from then on.

    Args:
        function: of two numbers, of a vector of two, or of many points.
        xlim: (low, high) of the picture, in which the points lie; ylim the same.
        ylim: the same for y.
        takes: "x, y" or "vector" for a function that could take either; None to find out.

    Raises:
        ValueError: it answers to nothing of this, or to two of it; one sentence.
    """
    if takes is not None and takes not in TAKES:
        raise ValueError(f"takes = {takes!r} is not possible: give 'x, y' or 'vector'")
    forms = ("numbers", "vector") if takes is None else TAKES[takes]
    points = tried_points(xlim, ylim)
    problems: list[ValueError] = []
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for library in imported():
            able = [each for form in forms if (each := able_in(library, function, form, points))]
            found = [each for each in able if isinstance(each, OwnLoss)]
            problems += [each for each in able if isinstance(each, ValueError)]
            if len(found) > 1:
                raise ValueError(
                    f"{name_of(function)} takes two numbers and a vector of two as well: say "
                    "which is meant by takes='x, y' or takes='vector'"
                )
            if found:
                return fastest(found[0], points)
            if table := only_table(library, function, points, forms):
                return table
    raise ValueError(f"{name_of(function)} cannot be raced: {telling(problems)}")


def tried_points(xlim: Limits, ylim: Limits) -> Array:
    """(TRIED, 2) points all over the picture."""
    low, high = np.transpose([xlim, ylim])
    shares = (0.5 + np.arange(TRIED)[:, None] * SPREAD) % 1
    return np.asarray(low + (0.02 + 0.96 * shares) * (high - low))


def able_in(
    library: Library, function: Callable[..., Any], form: str, points: Array
) -> OwnLoss | ValueError:
    """The function in this form, or why it does not take it."""
    loss = OwnLoss(function, form, library.name)
    try:
        with library.within():
            for x, y in points:
                loss.at(x, y)
            returned = owner_of(loss.asked(*map(library.array, points[0])))
    except Exception as error:
        return error if isinstance(error, ValueError) else ValueError(str(error))
    if library.name == "numpy" and returned != "numpy":
        return ValueError(f"it returns what is {returned}'s")
    return loss


def fastest(loss: OwnLoss, points: Array) -> OwnLoss:
    """The function as it takes many points at once, if it answers them as it does each alone."""
    alone = loss(*points.T)
    for each in of_many(loss):
        if agrees(each, points, alone):
            return each
    return loss


def only_table(
    library: Library, function: Callable[..., Any], points: Array, forms: tuple[str, ...]
) -> OwnLoss | None:
    """A function that takes many points as rows, (n, 2), and no single one."""
    loss = OwnLoss(function, "table", library.name)
    if "vector" not in forms:
        return None
    try:
        alone = np.concatenate([loss(*each[:, None]) for each in points])
    except ValueError:
        return None
    return loss if agrees(loss, points, alone) else None


def agrees(loss: OwnLoss, points: Array, alone: Array) -> bool:
    """Whether many points, in a row and in a square, get the losses that they get alone."""
    shapes = ((TRIED,), (2, TRIED // 2))
    try:
        found = [loss(*points.T.reshape(2, *shape)).ravel() for shape in shapes]
    except ValueError:
        return False
    return all(np.allclose(each, alone, rtol=SAME, atol=0, equal_nan=True) for each in found)


def telling(problems: list[ValueError]) -> str:
    """The problem that tells the most: one of values before one of arguments.

    What numpy's numbers do with a function of another library tells nothing.
    """
    texts = list(dict.fromkeys(map(str, problems)))
    for vague in (THEIRS, CALLS):
        left = [each for each in texts if not any(mark in each for mark in vague)]
        texts = left or texts
    return f"with two numbers or a vector of two it {texts[0].removeprefix('the function ')}"


def name_of(function: Any) -> str:
    """What a function is called."""
    return str(getattr(function, "__name__", type(function).__name__))
