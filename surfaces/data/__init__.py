"""Data of one's own as a Surface: a model of two weights, its minimum, its minibatches."""

from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

import numpy as np
from numpy.typing import ArrayLike

from surfaces.data.design import Design, design_of, numbers
from surfaces.data.fitting import condition_of, minimum_of, separable
from surfaces.data.models import (
    Huber,
    LeastSquares,
    Logistic,
    Model,
    Softplus,
    logistic_model,
    with_targets,
)
from surfaces.data.table import table
from surfaces.keeping import Keeper
from surfaces.minibatches import Minibatches
from surfaces.minima import find_minima
from surfaces.surface import Array, Limits, Surface, checked_limits, checked_point

MOST_SEARCHED = 5_000  # samples, where minima have to be looked for

__all__ = ["huber", "least_squares", "logistic", "softplus", "table"]


class Choices(TypedDict, total=False):
    """What can be chosen of every model.

    Attributes:
        intercept: whether a constant is added as the second weight; left out: with one column.
        standardize: whether each column gets mean 0 and standard deviation 1.
        batch: samples in a minibatch; left out, every step sees all of them.
        xlim: (low, high) of the first weight's axis; left out, start and minimum with room.
        ylim: the same for the second weight.
        start: the first weights, (0, 0) if left out.
        name: of the surface.
        keeper: of the surface, for data that are private.
    """

    intercept: bool | None
    standardize: bool
    batch: int | None
    xlim: Sequence[float] | None
    ylim: Sequence[float] | None
    start: Sequence[float]
    name: str
    keeper: Keeper | None


def least_squares(X: ArrayLike, y: ArrayLike, **choices: Unpack[Choices]) -> Surface:
    """Linear regression: mean((w . x - y)^2) / 2 over the samples.

    Args:
        X: (samples, 2) without an intercept, or (samples, 1) or (samples,) with one.
        y: (samples,).
        choices: of `Choices`.

    Raises:
        ValueError: data or choices are not possible; one sentence.
    """
    design = data_of(X, y, choices)
    return surface_of(LeastSquares(design, with_targets(design)), choices)


def huber(
    X: ArrayLike,
    y: ArrayLike,
    delta: float = 1.0,
    **choices: Unpack[Choices],
) -> Surface:
    """Linear regression with Huber's loss: as torch.nn.HuberLoss has it, the mean over the samples.

    Args:
        X: as `least_squares` has it, like y and choices.
        y: (samples,).
        delta: up to which the loss of a residual is quadratic.
        choices: of `Choices`.

    Raises:
        ValueError: data or choices are not possible; one sentence.
    """
    if not (np.isfinite(delta) and delta > 0):
        raise ValueError(f"delta = {delta!r} is not possible: give a number above 0")
    design = data_of(X, y, choices)
    return surface_of(Huber(design, with_targets(design), float(delta)), choices)


def softplus(X: ArrayLike, y: ArrayLike, **choices: Unpack[Choices]) -> Surface:
    """Softplus regression, one neuron: mean((softplus(w . x) - y)^2) / 2 over the samples.

    softplus(p) = log(1 + exp(p)) is positive, so that targets below 0 are never reached. The loss
    is not convex: its minima are those that are found in the picture.

    Args:
        X: as `least_squares` has it, like y and choices.
        y: (samples,).
        choices: of `Choices`.

    Raises:
        ValueError: data or choices are not possible; one sentence.
    """
    design = data_of(X, y, choices)
    return surface_of(Softplus(design, with_targets(design)), choices)


def logistic(X: ArrayLike, y: ArrayLike, **choices: Unpack[Choices]) -> Surface:
    """Logistic regression without a penalty: mean(log(1 + exp(-s w . x))), in nats.

    Args:
        X: as `least_squares` has it.
        y: (samples,) the classes: 0 and 1, -1 and 1, or bools.
        choices: of `Choices`.

    Raises:
        ValueError: data or choices are not possible; one sentence.
    """
    design = data_of(X, classes(y), choices)
    return surface_of(logistic_model(design), choices)


def classes(labels: ArrayLike) -> Array:
    """(samples,) 0 and 1."""
    found = numbers(labels, "y")
    values = set(np.unique(found))
    if len(values) == 2 and values in ({0.0, 1.0}, {-1.0, 1.0}):
        return (found > 0).astype(float)
    shown = ", ".join(f"{each:g}" for each in sorted(values)[:4])
    raise ValueError(f"y has the labels {shown}: give two classes, 0 and 1 or -1 and 1")


def data_of(inputs: ArrayLike, targets: ArrayLike, choices: Choices) -> Design:
    """The data; choices that there are not are refused by name."""
    unknown = choices.keys() - Choices.__annotations__.keys()
    if unknown:
        possible = ", ".join(Choices.__annotations__)
        raise ValueError(f"{min(unknown)} is no choice of a model: there are {possible}")
    scale = choices.get("standardize", False)
    return design_of(inputs, targets, choices.get("intercept"), bool(scale))


def surface_of(model: Model, choices: Choices) -> Surface:
    """The model's loss as a surface."""
    start = checked_point(choices.get("start", (0.0, 0.0)), "start")
    weights = minimum_of(model)
    wide, tall = limits_of(weights, start, choices)
    known = lowest(model, weights, wide, tall)
    batches = minibatches_of(model, choices.get("batch"))
    return Surface(
        name=choices.get("name", model.title),
        loss=model.loss,
        gradient=model.gradient,
        minibatches=batches,
        accuracy=model.accuracy if isinstance(model, Logistic) else None,
        xlim=wide,
        ylim=tall,
        start=start,
        source=source_of(model, weights if model.convex else first(known["minima"])),
        axes=model.design.axes,
        keeper=choices.get("keeper"),
        **known,
    )


def first(minima: Sequence[tuple[float, float]]) -> Array | None:
    """(2,) the lowest of the minima in the picture; None where there is none."""
    return np.array(minima[0]) if minima else None


def lowest(model: Model, weights: Array | None, xlim: Limits, ylim: Limits) -> dict[str, Any]:
    """Minima and floors inside the limits, as `Surface` has them.

    Raises:
        ValueError: there may be several minima, and too many samples to look for them.
    """
    if weights is not None and model.convex:
        inside = all(a <= w <= b for w, (a, b) in zip(weights, (xlim, ylim), strict=True))
        return {"minima": (tuple(map(float, weights)),) if inside else ()}
    if isinstance(model, Logistic):
        return {"minima": ()}
    if not model.convex and len(model.design) > MOST_SEARCHED:
        raise ValueError(
            f"softplus regression of {len(model.design):,} samples may have several minima, which "
            f"are looked for among at most {MOST_SEARCHED:,}: give fewer samples"
        )
    if isinstance(model, Huber) and len(model.design) > MOST_SEARCHED:
        raise ValueError(
            f"Huber's loss of {len(model.design):,} samples has no single minimum; what there is "
            f"is looked for among at most {MOST_SEARCHED:,}: give fewer samples or a larger delta"
        )
    found = find_minima(model.loss, model.gradient, xlim, ylim)
    return {"minima": found.minima, "floors": found.floors, "unlisted": found.unlisted}


def source_of(model: Model, weights: Array | None) -> str:
    """What the loss is, of which data, and how ill-conditioned it is."""
    said = f"{model.formula}; {model.design.words}"
    if weights is None and isinstance(model, Logistic) and separable(model.rows):
        return f"{said}; a line parts the classes, so that there is no minimum"
    if weights is None:
        return f"{said}; no {'single minimum' if model.convex else 'minimum in the picture'}"
    where = "the minimum" if model.convex else "the lowest minimum in the picture"
    return f"{said}; condition number {four_digits(condition_of(model, weights))} at {where}"


def four_digits(number: float) -> str:
    """A number above 1 with four digits that count: 26.26, 825,900, 1.2e+12."""
    rounded = float(f"{number:.4g}")
    return f"{rounded:,.0f}" if 1e4 <= rounded < 1e9 else f"{rounded:,.4g}"


def limits_of(
    weights: Array | None, start: tuple[float, float], choices: Choices
) -> tuple[Limits, Limits]:
    """A square with start and minimum in its middle half, or what is chosen."""
    begin = np.array(start)
    end = begin if weights is None else weights
    half = float(np.abs(end - begin).max()) or max(2.0, 1.5 * float(np.abs(begin).max()))
    low, high = (begin + end) / 2 - half, (begin + end) / 2 + half
    found = []
    for k, name in enumerate(("xlim", "ylim")):
        given: Any = choices.get(name)
        own = (float(f"{low[k]:.4g}"), float(f"{high[k]:.4g}"))
        found.append(checked_limits(own if given is None else given, name))
    return found[0], found[1]


def minibatches_of(model: Model, batch: int | None) -> Minibatches | None:
    """What a step sees."""
    if batch is None:
        return None
    return Minibatches(
        len(model.design),
        batch,
        model.batch_gradient,
        model.points,
        model.labels,
        model.batch_loss,
        rowwise=True,
        fit=model.fit(),
    )
