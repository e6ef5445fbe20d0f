"""Data of two weights: two columns, or one column and an intercept, checked and scaled."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from surfaces.surface import Array

MOST = 65_536  # samples: players number them in 16 bits


@dataclass(frozen=True, eq=False)
class Design:
    """What a model of two weights is fitted to.

    Attributes:
        columns: (samples, 2) what the two weights are multiplied with.
        targets: (samples,) what is to be predicted.
        axes: the names of the two weights.
        words: how the columns came about.
    """

    columns: Array
    targets: Array
    axes: tuple[str, str]
    words: str

    def __len__(self) -> int:
        return len(self.targets)

    @property
    def has_intercept(self) -> bool:
        """Whether the second weight is the intercept."""
        return self.axes[1] == "b"


def design_of(inputs: ArrayLike, targets: ArrayLike, intercept: bool | None, scale: bool) -> Design:
    """The data as a model of two weights has them.

    Args:
        inputs: (samples, 2), (samples, 1) or (samples,).
        targets: (samples,).
        intercept: whether a constant is added; None: if there is one column.
        scale: whether each column's mean is taken away, and it is divided by its standard
            deviation, that of all samples (over n, not n - 1).

    Raises:
        ValueError: this makes other than two weights, or they are no finite numbers.
    """
    values, y = numbers(inputs, "X"), numbers(targets, "y")
    columns = values[:, None] if values.ndim == 1 else values
    if columns.ndim != 2 or y.shape != columns.shape[:1] or not len(y):
        raise ValueError(
            f"X has shape {values.shape} and y {y.shape}: give X of (samples, columns), y of "
            "(samples,), at least one"
        )
    if len(y) > MOST:
        raise ValueError(
            f"{len(y):,} samples are too many: give at most {MOST:,}, such as each tenth"
        )
    count = columns.shape[1]
    with_constant = count == 1 if intercept is None else bool(intercept)
    if count + with_constant != 2:
        made = f"X has {count} column{'s' * (count != 1)}"
        made += " and an intercept" if with_constant else " and no intercept"
        raise ValueError(
            f"{made}, {count + with_constant} weights: the picture has two; give two columns, or "
            "one and an intercept"
        )
    if scale:
        columns = scaled(columns)
    words = f"{len(y):,} samples" + ", columns standardized" * scale
    if not with_constant:
        return Design(columns, y, ("w1", "w2"), f"{words}, no intercept")
    ones = np.ones((len(y), 1))
    return Design(np.hstack([columns, ones]), y, ("w", "b"), f"{words}, intercept b")


def numbers(values: Any, name: str) -> Array:
    """An array of finite float64 numbers.

    Raises:
        ValueError: it is none; one sentence.
    """
    try:
        found = np.asarray(values)
    except ValueError:  # rows of unequal lengths
        raise ValueError(f"{name} is no array: its rows have different lengths") from None
    if found.dtype.kind not in "biuf":
        raise ValueError(f"{name} is an array of {found.dtype}: give numbers")
    found = found.astype(float)
    wrong = np.argwhere(~np.isfinite(found))
    if len(wrong):
        place = ", ".join(str(each) for each in wrong[0])
        raise ValueError(f"{name}[{place}] is {found[tuple(wrong[0])]}: give finite numbers")
    return found


def scaled(columns: Array) -> Array:
    """The columns with mean 0 and standard deviation 1.

    Raises:
        ValueError: a column is constant.
    """
    spread = columns.std(axis=0)
    flat = spread <= 1e-12 * np.abs(columns).max(axis=0)
    if flat.any():
        raise ValueError(
            f"column {int(flat.argmax())} of X is constant: it cannot be standardized, leave it out"
        )
    return np.asarray((columns - columns.mean(axis=0)) / spread)
