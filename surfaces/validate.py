"""Whether a surface of one's own can be raced: its loss takes arrays, its gradient is its loss's.

A gradient that is not the loss's makes every picture of it wrong, and nothing else would tell. So
it is compared with central differences at the start and at points all over the picture, once for
each surface. The project's own losses and typed formulas are left out: tests prove theirs.
"""

import inspect
import warnings
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from surfaces import SURFACES
from surfaces.differences import differences
from surfaces.formula.compiled import FormulaGradient, FormulaLoss
from surfaces.minibatches import Minibatches
from surfaces.surface import Array, Surface

POINTS = 16  # of the comparison, the start among them
# Both coordinates of equally spread points (M. Roberts, the R2 sequence, 2018): on no axis of
# symmetry, and no two beside each other.
SPREAD: Array = np.array([0.7548776662466927, 0.5698402909980532])
SLICE = 512  # samples whose gradients are asked for at once
SAME = 1e-9  # relative: losses that differ by so little differ by roundings

HOW = (
    "write it with autograd.numpy (np.sin, np.where, ...) on x and y, arrays of one shape, so that "
    "it returns a float64 array of that shape"
)
# What an exception says -> what is done wrong.
MISTAKES = {
    "truth value": "it asks if of a whole array",
    "Python scalars": "it uses math or float(), which take a single number",
    "length-1": "it uses math or float(), which take a single number",
    "Tensor": "it computes with torch, which takes tensors",
}
UNTRACED = (
    "autograd cannot follow the loss through functions of plain numpy, float(), copies and changes "
    "in place"
)
# How exceptions speak of autograd's arrays, and of plain numpy's attempts to take them.
TRACES = ("ArrayBox", "dtype('O')", "Cannot cast", "array element", "object")


class Claim(NamedTuple):
    """A gradient that a surface has.

    Attributes:
        name: what it is called in a sentence.
        gradient: (x, y) -> (dloss/dx, dloss/dy).
        remedy: what to do if it is wrong.
    """

    name: str
    gradient: Callable[[Array, Array], Any]
    remedy: str


@lru_cache(maxsize=64)
def validate_surface(surface: Surface) -> None:
    """Let a surface through that can be raced; once it has been, that is known.

    Raises:
        ValueError: its loss or a gradient does not do what `Surface` asks for, or the gradient is
            not that of the loss. One sentence, with the numbers and the point.
    """
    if is_proven(surface):
        return
    points = sample_points(surface)
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # autograd's, of what depends on nothing
        loss = check_loss(surface, points)
        points = points[np.isfinite(loss)]
        if len(points):
            for claim in claims(surface):
                compare(surface, claim, points)


def compare(surface: Surface, claim: Claim, points: Array) -> None:
    """Raise ValueError where a claimed gradient is not that of central differences."""
    claimed = gradient_at(surface, claim, *points.T)
    measured = differences(
        lambda x, y: evaluated(surface, x, y), points, surface.xlim, surface.ylim
    )
    wrong = measured.contradict(claimed)
    # Here and there nan may be right, everywhere it is not.
    wrong |= np.isfinite(measured.error) & ~np.isfinite(claimed).any(axis=0)
    if wrong.any():
        k = int(wrong.any(axis=-1).argmax())
        raise ValueError(
            f"{surface.name}: at {pair(points[k])} {claim.name} is {pair(claimed[k])}, but central "
            f"differences of the loss give {pair(measured.value[k])}; {claim.remedy}"
        )
    alone = np.stack([gradient_at(surface, claim, x, y) for x, y in points])
    place = first_apart(claimed, alone)
    if place is not None:
        raise ValueError(
            f"{surface.name}: at {pair(points[place])} {claim.name} is {pair(alone[place])} or "
            f"{pair(claimed[place])}, by which points are beside it: compute each point for itself"
        )


@lru_cache(maxsize=64)
def is_proven(surface: Surface) -> bool:
    """Whether tests prove its gradient: it is one of `SURFACES`, in this, or a typed formula."""
    if isinstance(surface.loss, FormulaLoss):
        return not samples_of(surface) and surface.gradient == FormulaGradient(surface.loss.formula)
    return functions_of(surface) in {functions_of(each) for each in SURFACES.values()}


def functions_of(surface: Surface) -> tuple[Any, ...]:
    """What decides about its loss and its gradients, but for the size of minibatches."""
    return (
        surface.loss,
        surface.gradient,
        *((each.count, each.gradient) for each in samples_of(surface)),
    )


def samples_of(surface: Surface) -> tuple[Minibatches, ...]:
    """What its steps see, one for each stage; nothing where they see the whole loss."""
    if surface.stages is not None:
        return surface.stages.parts
    return () if surface.minibatches is None else (surface.minibatches,)


def sample_points(surface: Surface) -> Array:
    """(POINTS, 2) the start, and points all over the picture."""
    low, high = np.transpose([surface.xlim, surface.ylim])
    shares = (0.5 + np.arange(POINTS - 1)[:, None] * SPREAD) % 1
    return np.concatenate([[surface.start], low + (0.02 + 0.96 * shares) * (high - low)])


def check_loss(surface: Surface, points: Array) -> Array:
    """(points,) the loss; ValueError unless it works point by point and is a function."""
    name, (x, y) = surface.name, points.T
    check_arguments(surface)
    together = evaluated(surface, x, y)
    if not np.array_equal(together, evaluated(surface, x, y), equal_nan=True):
        raise ValueError(
            f"{name}: the loss gives other values when it is asked again: it must be a function of "
            "x and y; noise of samples belongs into minibatches"
        )
    square = evaluated(surface, x.reshape(4, -1), y.reshape(4, -1)).ravel()
    alone = np.array([evaluated(surface, a, b) for a, b in zip(x, y, strict=True)], dtype=float)
    for other in (alone, square):
        k = first_apart(together, other)
        if k is not None:
            raise ValueError(
                f"{name}: the loss at {pair(points[k])} is {other[k]:.6g} or {together[k]:.6g}, by "
                "which points are beside it: compute each point for itself, without sums, means "
                "or maxima over all of x"
            )
    return together


def check_arguments(surface: Surface) -> None:
    """Raise ValueError unless the loss can be called with two arguments."""
    try:
        inspect.signature(surface.loss).bind(0.0, 0.0)
    except TypeError:
        raise ValueError(
            f"{surface.name}: the loss takes other arguments than x and y: write def loss(x, y), "
            "computed with autograd.numpy"
        ) from None
    except ValueError:  # some functions written in C do not say
        pass


def evaluated(surface: Surface, x: Array, y: Array) -> Array:
    """The loss, or a ValueError that says why that is none."""
    try:
        value: Any = surface.loss(x, y)
    except Exception as error:  # a user's loss may raise anything
        raise ValueError(
            f"{surface.name}: the loss takes no arrays: {mistake(error)}; {HOW}"
        ) from None
    number = np.ndim(x) == 0 and isinstance(value, float)
    if number or is_array(value, np.shape(x)):
        return np.asarray(value, dtype=float)
    raise ValueError(
        f"{surface.name}: the loss returns {described(value)} for x and y of shape "
        f"{np.shape(x)}; {HOW}"
    )


def is_array(value: Any, shape: tuple[int, ...]) -> bool:
    """Whether it is a plain array of this shape in double precision."""
    return type(value) is np.ndarray and value.shape == shape and value.dtype == np.float64


def claims(surface: Surface) -> Iterator[Claim]:
    """The gradients that a surface's steps get, and the closed form if it has one."""
    samples = samples_of(surface)
    if surface.gradient is not None:
        remedy = "correct it, or leave it out and write the loss with autograd.numpy"
        yield Claim("its gradient", surface.gradient, remedy)
    elif not samples:
        remedy = (
            "write the loss with autograd.numpy in place of numpy, without np.asarray and float(), "
            "or give its gradient in closed form"
        )
        yield Claim("autograd's gradient", surface.autograd_gradient, remedy)
    if samples:

        def mean(x: Array, y: Array) -> Array:
            return np.asarray(np.mean([over_all(each, x, y) for each in samples], axis=0))

        remedy = (
            "it must be the mean over the chosen samples, and the loss, written with "
            "autograd.numpy, the mean over all"
        )
        yield Claim("the gradient of its minibatches, over all samples,", mean, remedy)


def over_all(minibatches: Minibatches, x: Array, y: Array) -> Array:
    """(2, points) the gradient over all samples, from parts of them: mean of their means."""
    count = minibatches.count
    parts = np.array_split(np.arange(count), min(count, max(2, -(-count // SLICE))))
    total = np.zeros((2, *x.shape))
    for chosen in parts:
        dx, dy = minibatches.gradient(x, y, chosen)
        total += len(chosen) / count * np.stack(np.broadcast_arrays(x, dx, dy)[1:])
    return total


def gradient_at(surface: Surface, claim: Claim, x: Array, y: Array) -> Array:
    """(..., 2) what a surface claims its gradient to be, or a ValueError: why it is none."""
    x, y = np.asarray(x), np.asarray(y)
    must = "return the pair (dloss/dx, dloss/dy), both float64 arrays in the shape of x"
    try:
        found = claim.gradient(x, y)
    except Exception as error:  # a user's gradient may raise anything, autograd many things
        if claim.gradient == surface.autograd_gradient:
            said = in_words(error)
            traced = any(each in said for each in TRACES)
            words = UNTRACED if traced else f"autograd fails on the loss, {said}"
            raise ValueError(f"{surface.name}: {words}; {claim.remedy}") from None
        raise ValueError(f"{surface.name}: {claim.name} fails: {mistake(error)}; {must}") from None
    if not isinstance(found, tuple | list | np.ndarray) or len(found) != 2:
        raise ValueError(f"{surface.name}: {claim.name} is {described(found)}; {must}")
    for part in found:
        # A number stands for itself at every point, as in (2 * x, 1.0).
        number = isinstance(part, int | float) and not isinstance(part, bool)
        if not number and not is_array(part, x.shape):
            raise ValueError(
                f"{surface.name}: {claim.name} is {described(part)} for x and y of shape "
                f"{x.shape}; {must}"
            )
    return np.stack([np.broadcast_to(part, x.shape) for part in found], axis=-1)


def first_apart(one: Array, other: Array) -> int | None:
    """The first point at which two results, (points,) or (points, 2), differ, or None.

    Roundings do not count: a coordinate may be the difference of large terms.
    """
    one, other = (each.reshape(len(each), -1) for each in (one, other))
    finite = np.isfinite(one) & np.isfinite(other)
    size = np.where(finite, np.maximum(np.abs(one), np.abs(other)), 0).max(axis=-1, keepdims=True)
    apart = finite & (np.abs(one - other) > SAME * np.maximum(size, 1e-3 * size.max()))
    apart |= np.isfinite(one) != np.isfinite(other)
    found = apart.any(axis=-1)
    return int(found.argmax()) if found.any() else None


def described(value: Any) -> str:
    """What a value is, for a sentence."""
    if isinstance(value, np.ndarray | np.generic):
        words = {"ndarray": "an array", "MaskedArray": "a masked array", "matrix": "a matrix"}
        kind = words.get(type(value).__name__, "a number")
        return f"{kind} of {value.dtype} and shape {value.shape}"
    return "None" if value is None else f"a {type(value).__name__}"


def mistake(error: Exception) -> str:
    """What is done wrong, as far as an exception tells."""
    said = in_words(error)
    return next((words for mark, words in MISTAKES.items() if mark in said), said)


def in_words(error: Exception) -> str:
    """An exception in a line."""
    kind, lines = type(error).__name__, str(error).strip().splitlines()
    return f"{kind}: {lines[0].rstrip('.')[:160]}" if lines else kind


def pair(numbers: Array) -> str:
    """Two numbers, as they stand in a sentence."""
    return f"({numbers[0]:.6g}, {numbers[1]:.6g})"
