"""Whether a surface of one's own can be raced: its loss takes arrays, its gradient is its loss's.

A gradient that is not the loss's makes every picture of it wrong, and nothing else would tell. So
it is compared with central differences at the start and at points all over the picture, once for
each surface. The project's own losses and typed formulas are left out: tests prove theirs.
"""

import inspect
import warnings
from typing import Any

import numpy as np

from surfaces import SURFACES
from surfaces.differences import differences
from surfaces.formula.compiled import FormulaGradient, FormulaLoss
from surfaces.gradients import Claim, claims, samples_of
from surfaces.keeping import kept
from surfaces.surface import Array, Surface

POINTS = 16  # of the comparison, the start among them
# Both coordinates of equally spread points (M. Roberts, the R2 sequence, 2018): on no axis of
# symmetry, and no two beside each other.
SPREAD: Array = np.array([0.7548776662466927, 0.5698402909980532])
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


@kept(64)
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
        check_accuracy(surface, points)
        check_residuals(surface, points, loss)
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


@kept(64)
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
    for other in (in_a_square, one_by_one):
        values = other(surface, points)
        k = first_apart(together, values)
        if k is not None:
            raise ValueError(
                f"{name}: the loss at {pair(points[k])} is {values[k]:.6g} or {together[k]:.6g}, "
                "by which points are beside it: compute each point for itself, without sums, "
                "means or maxima over all of x"
            )
    return together


def in_a_square(surface: Surface, points: Array) -> Array:
    """(points,) the loss, asked for with arrays of two axes."""
    x, y = points.T.reshape(2, 4, -1)
    return evaluated(surface, x, y).ravel()


def one_by_one(surface: Surface, points: Array) -> Array:
    """(points,) the loss, asked for with arrays of no axes."""
    return np.array([evaluated(surface, *map(np.asarray, each)) for each in points])


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


def check_accuracy(surface: Surface, points: Array) -> None:
    """Raise ValueError unless the accuracy, if there is one, is a share for each point."""
    if surface.accuracy is None:
        return
    try:
        share: Any = surface.accuracy(*points.T)
    except Exception as error:  # a user's function may raise anything
        raise ValueError(f"{surface.name}: the accuracy fails: {mistake(error)}; {HOW}") from None
    if not is_array(share, points.shape[:-1]) or ((share < 0) | (share > 1)).any():
        raise ValueError(
            f"{surface.name}: the accuracy is {described(share)}: return a float64 array with the "
            "share of samples classified correctly, from 0 to 1, for each point"
        )


def check_residuals(surface: Surface, points: Array, loss: Array) -> None:
    """Raise ValueError unless the loss, (points,), is the sum of the squared residuals."""
    if surface.residuals is None:
        return
    try:
        total = sum(np.square(each) for each in surface.residuals(*points.T))
        apart = first_apart(loss, np.broadcast_to(np.asarray(total, dtype=float), loss.shape))
    except Exception as error:  # a user's function may raise anything
        raise ValueError(f"{surface.name}: the residuals fail: {mistake(error)}; {HOW}") from None
    if apart is not None:
        raise ValueError(
            f"{surface.name}: the squares of the residuals at {pair(points[apart])} add up to "
            f"{np.broadcast_to(total, loss.shape)[apart]:.6g}, the loss is {loss[apart]:.6g}"
        )


def evaluated(surface: Surface, x: Array, y: Array) -> Array:
    """The loss, or a ValueError that says why that is none."""
    try:
        value: Any = surface.loss(x, y)
    except Exception as error:  # a user's loss may raise anything
        raise ValueError(
            f"{surface.name}: the loss takes no {'arrays' if np.ndim(x) else 'single point'}: "
            f"{mistake(error)}; {HOW}"
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
