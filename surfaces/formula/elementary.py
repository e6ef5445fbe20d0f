"""Functions that numpy does not have, or whose slope at a kink autograd leaves undefined.

At a kink the slope is the mean of both sides; only ReLU has 0 there, as in every framework.
"""

from typing import Any

import autograd.numpy as anp
import numpy as np
from autograd.extend import defvjp, primitive

from surfaces.surface import Array


@primitive  # type: ignore[untyped-decorator]
def sigmoid(x: Array) -> Array:
    """(...) 1 / (1 + e^-x), without overflow at either end."""
    small = np.exp(-np.abs(x))
    return np.asarray(np.where(np.asarray(x) < 0, small, 1.0) / (1 + small))


# 1 - sigmoid(x) would be 0 for large x, where sigmoid(-x) still has all its digits.
defvjp(sigmoid, lambda answer, x: lambda g: g * sigmoid(x) * sigmoid(-x))


@primitive  # type: ignore[untyped-decorator]
def softplus(x: Array) -> Array:
    """(...) log(1 + e^x), without overflow."""
    return np.asarray(np.logaddexp(0.0, x))


defvjp(softplus, lambda answer, x: lambda g: g * sigmoid(x))


@primitive  # type: ignore[untyped-decorator]
def relu(x: Array) -> Array:
    """(...) x where it is positive, otherwise 0; its slope at 0 is 0."""
    return np.asarray(np.maximum(x, 0.0))


defvjp(relu, lambda answer, x: lambda g: g * (x > 0))


@primitive  # type: ignore[untyped-decorator]
def sign(x: Array) -> Array:
    """(...) -1, 0 or 1; its slope is 0 everywhere."""
    return np.asarray(np.sign(x))


defvjp(sign, lambda answer, x: anp.zeros_like)


@primitive  # type: ignore[untyped-decorator]
def heaviside(x: Array, at_zero: Any = 0.5) -> Array:
    """(...) 0 where x is negative, 1 where it is positive, `at_zero` at 0; its slope is 0."""
    return np.asarray(np.heaviside(x, at_zero))


defvjp(
    heaviside,
    lambda answer, x, at_zero=0.5: anp.zeros_like,
    lambda answer, x, at_zero: lambda g: g * (x == 0),
)


@primitive  # type: ignore[untyped-decorator]
def cbrt(x: Array) -> Array:
    """(...) the real cube root, of negative numbers too."""
    return np.asarray(np.cbrt(x))


defvjp(cbrt, lambda answer, x: lambda g: g / (3 * answer * answer))


@primitive  # type: ignore[untyped-decorator]
def hypot(x: Array, y: Array) -> Array:
    """(...) sqrt(x^2 + y^2), without overflow; its slope at the origin is 0."""
    return np.asarray(np.hypot(x, y))


def share(part: Array, whole: Array) -> Array:
    """(...) part / whole, and 0 where the whole is 0."""
    found: Array = anp.divide(part, anp.where(whole == 0, 1.0, whole))
    return found


defvjp(
    hypot,
    lambda answer, x, y: lambda g: g * share(x, answer),
    lambda answer, x, y: lambda g: g * share(y, answer),
)


def largest(*values: Any) -> Any:
    """(...) the largest of two or more."""
    first, *others = values
    for each in others:
        first = anp.maximum(first, each)
    return first


def smallest(*values: Any) -> Any:
    """(...) the smallest of two or more."""
    first, *others = values
    for each in others:
        first = anp.minimum(first, each)
    return first


@primitive  # type: ignore[untyped-decorator]
def taken(x: Array, chosen: Array) -> Array:
    """(n,) those elements of x that are chosen."""
    return np.asarray(np.asarray(x)[chosen])


@primitive  # type: ignore[untyped-decorator]
def placed(values: Any, chosen: Array) -> Array:
    """(...) n values, or one for all, at the places that are chosen, and 0 elsewhere."""
    whole = np.zeros(chosen.shape)
    whole[chosen] = values
    return whole


defvjp(taken, lambda answer, x, chosen: lambda g: placed(g, chosen), argnums=(0,))
defvjp(placed, lambda answer, values, chosen: lambda g: taken(g, chosen), argnums=(0,))
