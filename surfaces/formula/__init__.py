"""A typed formula as a Surface: read, checked and never run as Python.

>>> valley = formula_surface("(1 - x)^2 + 100(y - x^2)^2", xlim=(-2, 2), ylim=(-1, 3))

A formula is read as it stands in papers, chats, code and LaTeX; docs/formulas.md has the rules.
From text to numbers it passes `lexer`, `tail`, `heading`, `names`, `axes` and `grammar`, and
becomes a `tree`, which `compiled` makes a function of, `text` writes out and `typeset` sets. A
letter beside the two parameters is a number, 1 unless the end of the formula says otherwise:
`a*x^2 + y^2; a = 2`. A formula has at most 400 characters, 100 operations within one another,
constant exponents up to 64, constants up to 1e12 and
a cost, as `cost` counts it, of 500.
"""

import autograd.numpy as np

from surfaces.formula.compiled import FormulaGradient, FormulaLoss
from surfaces.formula.errors import FormulaError
from surfaces.formula.letters import body_of, letters_of, with_letters
from surfaces.formula.reading import read
from surfaces.formula.text import canonical
from surfaces.formula.typeset import latex, latex_equation
from surfaces.formula.well_known import usual_view
from surfaces.minima import Gradient, Limits, Loss, find_minima, find_view
from surfaces.surface import Minima, Surface, checked_limits, checked_point

__all__ = [
    "FormulaError",
    "axes_of",
    "body_of",
    "canonical",
    "formula_surface",
    "latex",
    "latex_equation",
    "letters_of",
    "minima_of",
    "suggest_domain",
    "with_letters",
]


def formula_surface(
    formula: str,
    xlim: Limits | None = None,
    ylim: Limits | None = None,
    start: tuple[float, float] | None = None,
    name: str | None = None,
) -> Surface:
    """The surface of a formula in two parameters, which name its axes.

    Where the formula has no real value (log(-1), 1/0 - 1/0), loss and gradient are nan, silently.
    The gradient is autograd's; at a kink (abs, min, max) it is the mean of both sides, and that of
    relu at 0 is 0.

    Args:
        formula: such as "(1 - x)^2 + 100(y - x^2)^2".
        xlim: (low, high), the part of the first axis to look at; left out, that of
            `suggest_domain`.
        ylim: the same for the second.
        start: (x, y); left out, it is a place far from the minima.
        name: left out, it is the formula as it was read.

    Returns:
        A Surface with the minima and floors that `surfaces.minima.find_minima` finds inside the
        limits.

    Raises:
        FormulaError: the formula cannot be read, or can be read in two ways; one sentence with
            the column.
        ValueError: limits that are no numbers, do not rise, or between which the formula has no
            finite value; a start that is not two numbers.
    """
    loss, gradient = loss_and_gradient(formula)
    if xlim is None or ylim is None:
        wide, tall = view_of(loss, gradient)
        xlim, ylim = (wide if xlim is None else xlim), (tall if ylim is None else ylim)
    xlim, ylim = checked_limits(xlim, "xlim"), checked_limits(ylim, "ylim")
    found = find_minima(loss, gradient, xlim, ylim)
    if start is None:
        start = far_from(found.places, loss, xlim, ylim)
    start = checked_point(start, "start")
    text = canonical(formula)
    return Surface(
        name=name or text,
        loss=loss,
        gradient=gradient,
        xlim=xlim,
        ylim=ylim,
        start=start,
        minima=found.minima,
        floors=found.floors,
        unlisted=found.unlisted,
        partial=True,
        source=f"the formula {text}",
        axes=axes_of(formula),
    )


def axes_of(formula: str) -> tuple[str, str]:
    """The names of a formula's two parameters, the first axis first.

    Raises:
        FormulaError: the formula cannot be read.
    """
    return read(formula).axes


def minima_of(formula: str, xlim: Limits, ylim: Limits) -> Minima:
    """The isolated local minima of a formula inside the limits, the lowest first.

    Found numerically, as `surfaces.minima.find_minima` says, to about 1e-8 of the picture.

    Raises:
        FormulaError: the formula cannot be read.
    """
    return find_minima(*loss_and_gradient(formula), xlim, ylim).minima


def suggest_domain(formula: str) -> tuple[Limits, Limits]:
    """(xlim, ylim) of a picture that shows the formula's lowest minimum.

    Where `well_known.WELL_KNOWN` has them for this function, else as `find_view` says.

    Raises:
        FormulaError: the formula cannot be read.
    """
    return view_of(*loss_and_gradient(formula))


def view_of(loss: Loss, gradient: Gradient) -> tuple[Limits, Limits]:
    """The same for a loss."""
    return usual_view(loss, FormulaLoss) or find_view(loss, gradient)


def loss_and_gradient(formula: str) -> tuple[Loss, Gradient]:
    """The formula's loss and gradient, both elementwise on arrays that broadcast.

    Raises:
        FormulaError: the formula cannot be read.
    """
    read(formula)
    return FormulaLoss(formula), FormulaGradient(formula)


def far_from(minima: Minima, loss: Loss, xlim: Limits, ylim: Limits) -> tuple[float, float]:
    """A place inside the limits with a loss, as far from the minima as a grid of places offers.

    Raises:
        ValueError: the loss is finite at none of these places.
    """
    # Not symmetric about the middle nor a diagonal: a start on an axis of symmetry sees no gradient
    # across it.
    across = np.array([0.12, 0.23, 0.34, 0.45, 0.56, 0.67, 0.78, 0.87])
    along = np.array([0.16, 0.26, 0.38, 0.47, 0.59, 0.71, 0.82, 0.91])
    wide, tall = xlim[1] - xlim[0], ylim[1] - ylim[0]
    x, y = np.meshgrid(xlim[0] + across * wide, ylim[0] + along * tall)
    targets = minima or ((sum(xlim) / 2, sum(ylim) / 2),)
    away = np.min([np.hypot((x - a) / wide, (y - b) / tall) for a, b in targets], axis=0)
    away = np.where(np.isfinite(loss(x, y)), away, -1)
    if away.max() < 0:
        raise ValueError(
            f"the formula has no finite value for x from {xlim[0]:g} to {xlim[1]:g} and "
            f"y from {ylim[0]:g} to {ylim[1]:g}; choose other limits"
        )
    best = np.unravel_index(away.argmax(), away.shape)
    return float(f"{x[best]:.4g}"), float(f"{y[best]:.4g}")
