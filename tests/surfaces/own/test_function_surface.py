"""However a function takes its points, its surface is the same loss with the same gradient."""

import math
import pickle
from collections.abc import Callable
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest

import optviz
from optviz import Adam, function_surface, race
from optviz.player.payload import surface_content
from optviz.program.running import run
from optviz.program.trace import UntraceableError
from optviz.program.tracing import gradient_program
from surfaces import SURFACES, Surface
from surfaces.own.forms import OwnLoss
from surfaces.own.gradients import CENTRAL, gradient_words
from surfaces.surface import Array

ROSENBROCK = SURFACES["rosenbrock"]
LIMITS: Any = {"xlim": (-2.0, 2.0), "ylim": (-1.0, 3.0)}
POINTS: Array = np.array([[-1.2, 1.0], [0.5, 0.25], [1.5, 2.5]])


def numbers(x: float, y: float) -> float:
    return (1 - x) ** 2 + 100 * (y - x * x) ** 2 if x > -1e9 else 0.0


def by_math(x: float, y: float) -> float:
    return math.pow(1 - x, 2) + 100 * math.pow(y - x * x, 2)


def arrays(x: Any, y: Any) -> Any:
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def vector(w: Any) -> Any:
    return anp.sum((anp.array([1.0, 0.0]) - w) ** 2 * anp.array([1.0, 0.0])) + float_free(w)


def float_free(w: Any) -> Any:
    return 100 * (w[1] - w[0] ** 2) ** 2


def columns(w: Any) -> Any:
    return arrays(w[0], w[1])


def rows(w: Any) -> Any:
    return arrays(w[..., 0], w[..., 1])


def table(w: Any) -> Any:
    return arrays(w[:, 0], w[:, 1])


FUNCTIONS: dict[str, Callable[..., Any]] = {
    each.__name__: each for each in (numbers, by_math, arrays, vector, columns, rows, table)
}


@pytest.fixture(scope="module")
def surfaces() -> dict[str, Surface]:
    # Minima are looked for in a test of their own.
    return {
        name: function_surface(each, start=(-1.2, 1), minima=((1.0, 1.0),), **LIMITS)
        for name, each in FUNCTIONS.items()
    }


@pytest.mark.parametrize("name", FUNCTIONS)
def test_it_is_the_loss_however_it_takes_its_points(
    surfaces: dict[str, Surface], name: str
) -> None:
    surface = surfaces[name]
    x, y = POINTS.T
    assert isinstance(surface.loss, OwnLoss)
    assert surface.loss.form == name.replace("by_math", "numbers")
    np.testing.assert_allclose(surface.loss(x, y), ROSENBROCK.loss(x, y), rtol=1e-12)
    np.testing.assert_allclose(
        surface.step_gradient(POINTS), ROSENBROCK.step_gradient(POINTS), rtol=1e-8
    )


@pytest.mark.parametrize("name", FUNCTIONS)
def test_it_races_as_the_surface_of_the_project(surfaces: dict[str, Surface], name: str) -> None:
    (own,), (ours,) = (
        race(each, [Adam(lr=0.05)], start=(-1.2, 1.0), steps=50)
        for each in (surfaces[name], ROSENBROCK)
    )
    np.testing.assert_allclose(own.x, ours.x, rtol=1e-6 if name == "by_math" else 1e-10)


def test_differences_are_used_where_nothing_else_is_right_and_it_is_said(
    surfaces: dict[str, Surface],
) -> None:
    said = f"gradient {CENTRAL}"
    assert "h = 6.06e-06 max(1, |x|)" in said
    surface = surfaces["by_math"]
    assert said in repr(surface)
    assert said in repr(race(surface, [Adam()], steps=2))
    assert said[1:] in surface_content(surface)["found"]
    for name in FUNCTIONS.keys() - {"by_math"}:
        assert gradient_words(surfaces[name]) == "gradient by autograd"
        assert not surface_content(surfaces[name])["found"]


def test_a_gradient_that_autograd_gets_wrong_is_not_used() -> None:
    def cut(x: Any, y: Any) -> Any:
        return x**2 + getattr(y, "_value", y) ** 2  # autograd does not see y

    surface = function_surface(cut, (-2, 2), (-2, 2), minima=())
    assert CENTRAL in surface.source
    np.testing.assert_allclose(surface.step_gradient(np.array([0.5, 1.0])), [1.0, 2.0], rtol=1e-9)


@pytest.mark.parametrize("name", ["arrays", "columns", "rows"])
def test_the_browser_has_a_program_of_what_takes_arrays(
    surfaces: dict[str, Surface], name: str
) -> None:
    found = run(gradient_program(surfaces[name]), {"x": 0.5, "y": 0.3})
    np.testing.assert_allclose(found["gradient"], [-11.0, 10.0], rtol=1e-12)


def test_python_alone_runs_what_decides_by_values(surfaces: dict[str, Surface]) -> None:
    with pytest.raises(UntraceableError):
        gradient_program(surfaces["numbers"])


def test_minima_are_found() -> None:
    found = function_surface(columns, **LIMITS).minima
    np.testing.assert_allclose(found, [(1.0, 1.0)], atol=1e-7)


def test_a_function_alone_races_from_a_start() -> None:
    done = race(columns, [Adam(lr=0.05)], start=(-2, 2), steps=5)
    assert done.surface.xlim == done.surface.ylim == (-3.0, 3.0)
    many = race(columns, [Adam(lr=0.05)], start=[(-2, 2), (1, 0)], steps=5)
    np.testing.assert_array_equal(many[0].x[:, 0], done[0].x)
    for wrong in ([(1, 2, 3)], np.empty((0, 2)), "here"):
        with pytest.raises(ValueError, match="give two finite numbers, x and y"):
            race(columns, [Adam()], start=wrong)
    with pytest.raises(ValueError, match="a function alone has no start: give one"):
        race(columns, [Adam()])


def test_a_closed_form_is_taken_and_held_to_the_loss() -> None:
    right = function_surface(columns, gradient=ROSENBROCK.gradient, minima=(), **LIMITS)
    assert "gradient in closed form" in right.source
    wrong = function_surface(columns, gradient=lambda x, y: (x, y), minima=(), **LIMITS)
    with pytest.raises(ValueError, match="central differences of the loss give"):
        race(wrong, [Adam()])


def test_it_goes_to_other_processes(surfaces: dict[str, Surface]) -> None:
    loss = surfaces["rows"].loss
    loss(*POINTS.T)
    assert pickle.loads(pickle.dumps(loss)) == loss


def fails(x: float, y: float) -> float:
    raise RuntimeError("no data\nat all")


REFUSED: list[tuple[Callable[..., Any], str]] = [
    (lambda *w: 3.0, "takes two numbers and a vector of two as well: say which is meant"),
    (lambda x, y: None, "returns None at (0, 1): return one real number"),
    (lambda x, y: x * 1j, "returns 0j at (0, 1): return one real number"),
    (lambda x, y: [x, y], "returns a list at (0, 1)"),
    (lambda x, y: x > y, "returns a bool at (0, 1)"),
    (lambda w: w * 2, "returns an array of float64 and shape (2,) at (0, 1)"),
    (lambda x, y: np.float32(x), "returns float32 at (0, 1), although it gets float64"),
    (lambda x, y: math.log(x - 1e-9), "fails at (0, 1): ValueError: math domain error"),
    (fails, "fails at (0, 1): RuntimeError: no data"),
    (lambda x, y, z: x, "missing 1 required positional argument: 'z'"),
    (lambda x, y: x * np.nan, "has no finite value in the picture"),
]


@pytest.mark.parametrize(("function", "sentence"), REFUSED)
def test_what_is_no_loss_is_refused_in_a_sentence(
    function: Callable[..., Any], sentence: str
) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011, looked at below
        function_surface(function, (-2, 2), (-1, 3))
    assert sentence in str(refused.value).replace("4.44089e-16", "0")
    assert "\n" not in str(refused.value)


def test_what_is_meant_can_be_said() -> None:
    def either(*w: Any) -> Any:
        x, y = w if len(w) == 2 else w[0]
        return x * x + (2 if len(w) == 2 else 3) * y * y

    for takes, slope in (("x, y", 4.0), ("vector", 6.0)):
        surface = function_surface(either, (-2, 2), (-2, 2), takes=takes, minima=())
        assert surface.step_gradient(np.array([0.0, 1.0]))[1] == pytest.approx(slope)
    with pytest.raises(ValueError, match="takes = 'rows' is not possible: give 'x, y' or 'vector'"):
        function_surface(either, (-2, 2), (-2, 2), takes="rows")


def test_a_function_that_fails_on_the_way_is_named_with_the_point() -> None:
    def near(x: float, y: float) -> float:
        if abs(x) > 2:
            raise ArithmeticError("too far")
        return math.exp(x) + y * y

    surface = function_surface(near, (-1, 1), (-1, 1), start=(0.5, 0.5), minima=())
    with pytest.raises(
        ValueError, match=r"the function fails at \(-2\.\d+, .*ArithmeticError: too"
    ):
        race(surface, [optviz.SGD(lr=2.0)], steps=20)


def test_a_picture_is_needed() -> None:
    with pytest.raises(ValueError, match="a function needs a picture: give xlim and ylim, or a"):
        function_surface(columns)
