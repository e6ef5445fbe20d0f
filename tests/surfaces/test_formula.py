"""Formulas: read, refused, differentiated, typeset; nothing in them ever runs as Python."""

import ast
import builtins
import pickle
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import autograd.numpy as anp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surfaces import SURFACES
from surfaces.formula import (
    FormulaError,
    formula_surface,
    latex,
    loss_and_gradient,
    minima_of,
    suggest_domain,
)
from surfaces.formula.tree import parse
from surfaces.formula.words import FUNCTIONS
from surfaces.surface import Array

ROSENBROCK = "(1 - x)**2 + 100*(y - x**2)**2"
HIMMELBLAU = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
RASTRIGIN = "20 + x**2 - 10*cos(2*pi*x) + y**2 - 10*cos(2*pi*y)"
X, Y = np.random.default_rng(3).uniform(0.1, 0.9, (2, 40))  # every function has a value here

slowest: dict[str, float] = {}
fuzzed: Counter[str] = Counter()  # random texts
refused: Counter[str] = Counter()  # how many of them were rejected


@pytest.fixture(scope="module", autouse=True)
def evaluate_story() -> Iterator[None]:
    """Print how long the slowest refusal took, once all of them have."""
    yield
    for kind, seconds in slowest.items():
        print(f"\nslowest of the {kind}: {1000 * seconds:.2f} ms")


def outcome(kind: str, text: Any) -> FormulaError | None:
    """The error that the text is refused with, or None; anything but a FormulaError gets out."""
    error, seconds = timed(text)
    if seconds > 0.005:  # slow twice is slow; once may be the garbage collector
        seconds = min(seconds, timed(text)[1])
    slowest[kind] = max(slowest.get(kind, 0.0), seconds)
    return error


def timed(text: Any) -> tuple[FormulaError | None, float]:
    begun = time.perf_counter()
    try:
        loss_and_gradient(text)
    except FormulaError as refused:
        return refused, time.perf_counter() - begun
    return None, time.perf_counter() - begun


def assert_a_good_refusal(error: FormulaError, text: str) -> None:
    sentence = str(error)
    assert f"column {error.column}" in sentence
    assert 1 <= error.column <= len(text) + 1
    assert sentence.isprintable()
    assert len(sentence) < 300


# What is accepted.

SAME = [
    (ROSENBROCK, lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2),
    (HIMMELBLAU, lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2),
    ("x", lambda x, y: x),
    ("-x**2", lambda x, y: -(x**2)),
    ("-x^2", lambda x, y: -(x**2)),
    ("(-x)^2", lambda x, y: x**2),
    ("2^3^2*x", lambda x, y: 512 * x),
    ("2**-x", lambda x, y: 2**-x),
    ("x - y - 1", lambda x, y: x - y - 1),
    ("x - (y - 1)", lambda x, y: x - (y - 1)),
    ("x/y/2", lambda x, y: x / y / 2),
    ("x/(y/2)", lambda x, y: x / (y / 2)),
    ("1+x^2*3", lambda x, y: 1 + x**2 * 3),
    ("x**y", lambda x, y: x**y),
    (" \t 1e-3*x + .5 + 2. + 007 \n", lambda x, y: 1e-3 * x + 0.5 + 2 + 7),
    ("--x + +y", lambda x, y: x + y),
    ("pi*x + e*y", lambda x, y: np.pi * x + np.e * y),
    ("minimum(x, y) + max(x, 2*y)", lambda x, y: np.minimum(x, y) + np.maximum(x, 2 * y)),
    ("sin ( x ) * ln(y)", lambda x, y: np.sin(x) * np.log(y)),
    ("arctan2(y, x)", lambda x, y: np.arctan2(y, x)),
]


@pytest.mark.parametrize(("formula", "expected"), SAME, ids=[each[0] for each in SAME])
def test_a_formula_means_what_numpy_means(formula: str, expected: Any) -> None:
    loss, _ = loss_and_gradient(formula)
    np.testing.assert_allclose(loss(X, Y), expected(X, Y), rtol=1e-14)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_numpys_and_has_a_slope(name: str) -> None:
    alias = {"ln": "log", "asin": "arcsin", "acos": "arccos", "atan": "arctan"}
    alias |= {"min": "minimum", "max": "maximum"}
    arguments = (X, Y)[: FUNCTIONS[name].arguments]
    formula = f"{name}({', '.join('xy'[: len(arguments)])})"
    loss, gradient = loss_and_gradient(formula)
    np.testing.assert_array_equal(loss(X, Y), getattr(np, alias.get(name, name))(*arguments))
    assert_small_differences(loss, gradient, X, Y)
    assert latex(formula).count("{") == latex(formula).count("}")


def test_a_hat_is_a_power_in_every_place() -> None:
    for formula in ("x^2+y^2", "-x^2", "2^x^y", "(x+1)^-2", "3*x^2/y^3"):
        ours, theirs = (loss_and_gradient(f)[0] for f in (formula, formula.replace("^", "**")))
        np.testing.assert_array_equal(ours(X, Y), theirs(X, Y))


# Random formulas that are well formed, with the value Python would give them.

numbers = st.sampled_from(["1", "2", "0.5", ".25", "3e-1", "10"])
leaves = st.one_of(numbers, st.sampled_from(["x", "y", "pi", "e"]))
ONE = [name for name, function in FUNCTIONS.items() if function.arguments == 1]


def combined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("{}{}{}".format, inner, st.sampled_from([" + ", "-", "*", " / "]), inner),
        st.builds("({})**{}".format, inner, st.sampled_from(["2", "3", "-1", "0.5"])),
        st.builds("-{}".format, inner),
        st.builds("{}({})".format, st.sampled_from(ONE), inner),
        st.builds("maximum({}, {})".format, inner, inner),
    )


formulas = st.recursive(leaves, combined, max_leaves=8)


@given(formulas)
@settings(max_examples=500, deadline=None, derandomize=True, database=None)
def test_what_is_accepted_has_pythons_value(formula: str) -> None:
    if outcome("well-formed formulas", formula) is not None:
        return  # a constant part is not finite: 1/(1 - 1)
    words = {name: function.apply for name, function in FUNCTIONS.items()}
    with np.errstate(all="ignore"):
        # This test may run them, having written them itself.
        expected = eval(formula, {"__builtins__": {}}, words | {"x": X, "y": Y} | PI_AND_E)
        expected = expected + np.zeros(len(X))
    loss, gradient = loss_and_gradient(formula)
    np.testing.assert_allclose(loss(X, Y), expected, rtol=1e-9, atol=1e-9)
    assert all(each.shape == X.shape for each in gradient(X, Y))
    assert latex(formula)


PI_AND_E = {"pi": np.float64(np.pi), "e": np.float64(np.e)}


# Shapes, slopes, and places without a value.


def assert_small_differences(loss: Any, gradient: Any, x: Array, y: Array) -> None:
    h = 1e-6
    dx = (loss(x + h, y) - loss(x - h, y)) / (2 * h)
    dy = (loss(x, y + h) - loss(x, y - h)) / (2 * h)
    np.testing.assert_allclose(np.stack(gradient(x, y)), [dx, dy], rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("formula", [ROSENBROCK, HIMMELBLAU, RASTRIGIN, "x**y*sin(x/y)", "tanh(x)"])
def test_slopes_are_those_of_small_differences(formula: str) -> None:
    assert_small_differences(*loss_and_gradient(formula), X, Y)


def test_rosenbrocks_slope_is_its_closed_form() -> None:
    dx, dy = loss_and_gradient(ROSENBROCK)[1](X, Y)
    np.testing.assert_allclose(dx, -2 * (1 - X) - 400 * X * (Y - X**2), rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(dy, 200 * (Y - X**2), rtol=1e-12)


def test_a_typed_beale_is_beale() -> None:
    typed = formula_surface(
        "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2", (-5, 5), (-5, 5)
    )
    where = np.stack([X, Y], axis=-1)
    own = SURFACES["beale"]
    np.testing.assert_allclose(typed.loss(X, Y), own.loss(X, Y), rtol=1e-13)
    np.testing.assert_allclose(typed.step_gradient(where), own.step_gradient(where), rtol=1e-10)
    np.testing.assert_allclose(typed.minima, own.minima, atol=1e-7)


@pytest.mark.parametrize("formula", ["3", "pi - e", "x**2", "sin(y)", "x*y", "x - x"])
@pytest.mark.parametrize("shape", [(), (1,), (5,), (3, 4), (0,)])
def test_any_formula_has_the_shape_of_its_points(formula: str, shape: tuple[int, ...]) -> None:
    surface = formula_surface(formula, (-1, 1), (-1, 1))
    points = np.full((*shape, 2), 0.5)
    assert np.shape(surface.loss(points[..., 0], points[..., 1])) == shape
    assert surface.step_gradient(points).shape == (*shape, 2)
    if formula in {"3", "pi - e", "x - x"}:
        assert not surface.step_gradient(points).any()


def test_loss_and_gradient_broadcast() -> None:
    row, column = np.linspace(0, 1, 5), np.linspace(0, 1, 3)[:, None]
    for formula in ("x", "y", "2", "x*y"):
        loss, gradient = loss_and_gradient(formula)
        assert loss(row, column).shape == (3, 5)
        assert [each.shape for each in gradient(row, column)] == [(3, 5), (3, 5)]


@pytest.mark.parametrize("formula", ["log(x)", "sqrt(x)", "x**0.5", "arcsin(x - 2)", "0*log(x)"])
def test_where_there_is_no_real_value_there_is_nan_and_no_warning(formula: str) -> None:
    loss, gradient = loss_and_gradient(formula)  # pytest turns warnings into errors
    x, y = np.array([-1.0, -2.0]), np.zeros(2)
    assert np.isnan(loss(x, y)).all()
    assert np.isnan(gradient(x, y)).all()


def test_poles_and_overflows_are_silent() -> None:
    for formula in ("1/x", "log(x)", "exp(exp(x))", "x**y", "1/x - 1/x", "x**64"):
        loss, gradient = loss_and_gradient(formula)
        for x in (0.0, 1e300, -1e300):
            loss(np.array(x), np.array(x))
            gradient(np.array(x), np.array(x))


# Pickles: an export's process and a preview's name need them.


@pytest.mark.parametrize("formula", [ROSENBROCK, "3", " x^2 + y ", "log(x)"])
def test_a_surface_comes_back_from_its_pickle(formula: str) -> None:
    limits = (-2, 2), (-1, 3)
    surface = formula_surface(formula, *limits)
    again = pickle.loads(pickle.dumps(surface))
    twin = formula_surface(formula, [-2.0, 2.0], [-1.0, 3.0])  # type: ignore[arg-type]
    for other in (again, twin):
        assert other == surface
        assert hash(other) == hash(surface)
        assert pickle.dumps(other) == pickle.dumps(surface)
    where = np.stack([X, Y], axis=-1)
    np.testing.assert_array_equal(again.loss(X, Y), surface.loss(X, Y))
    np.testing.assert_array_equal(again.step_gradient(where), surface.step_gradient(where))
    assert formula_surface(f"{formula} + x", *limits) != surface
    assert formula_surface(formula, (-2, 2.5), (-1, 3)) != surface


# What is refused.

BROKEN = [
    ("z + x", "unknown name `z` at column 1; you can use x, y, pi, e"),
    ("x + y*z", "unknown name `z` at column 7; you can use x, y, pi, e"),
    ("X + y", "unknown name `X` at column 1 (did you mean x?); you can use x, y, pi, e"),
    ("sine(x)", "unknown function `sine` at column 1 (did you mean sin?); you can use sin, cos"),
    ("", "the formula is empty; write one from column 1 on"),
    ("  ", "the formula is empty; write one from column 1 on"),
    ("x +", "a value is missing after `+` at column 3"),
    ("* x", "a value is missing before `*` at column 1"),
    ("x * / y", "a value is missing between `*` at column 3 and `/` at column 5"),
    ("x // y", "a value is missing between `/` at column 3 and `/` at column 4"),
    ("2x", "an operator is missing between `2` at column 1 and `x` at column 2; to multiply"),
    ("x (y)", "an operator is missing between `x` at column 1 and `(` at column 3"),
    ("(x + y", "the bracket `(` at column 1 is never closed"),
    ("x + y)", "the bracket `)` at column 6 was never opened"),
    ("()", "a value is missing between `(` at column 1 and `)` at column 2"),
    ("sin", "the function `sin` at column 1 needs its argument in brackets: sin(...)"),
    ("sin x", "the function `sin` at column 1 needs its argument in brackets: sin(...)"),
    ("sin()", "a value is missing between `(` at column 4 and `)` at column 5"),
    ("sin(x, y)", "`sin` takes one argument, not 2, at column 1"),
    ("1 + min(x)", "`min` takes two arguments, not 1, at column 5"),
    ("1,5*x", "`,` at column 2 does not separate the arguments of a function; decimals are"),
    ("min((x, y), 1)", "`,` at column 7 does not separate the arguments of a function"),
    ("x = 1", "`=` at column 3 is not part of a formula"),
    ("x\u00b2", "`\u00b2` at column 2 is not part of a formula; write **2"),
    ("x \u2212 1", "`\u2212` at column 3 is not part of a formula; write -"),
    ("x**65", "exponents go up to 64; this one is larger: column 4"),
    ("x^(-8*9)", "exponents go up to 64; this one is larger: column 4"),
    ("9**9**9", "exponents go up to 64; this one is larger: column 4"),
    ("x + 1/0", "no finite number comes out at column 5"),
    ("x + log(0 - 1)", "no finite number comes out at column 5"),
    ("x + 1e13", "`1e13` at column 5 is too large; the limit is 1e12"),
    ("9**9**2", "exponents go up to 64; this one is larger: column 4"),
    ("9**20", "a constant part exceeds 1e12 in size at column 1"),
    ("1e12*10 + x", "a constant part exceeds 1e12 in size at column 1"),
    ("x" + "+x" * 200, "the formula has 401 characters; it must end before column 401"),
    ("x" + "+x" * 150, "more than 100 operations are within one another at column 1"),
]


@pytest.mark.parametrize(("text", "sentence"), BROKEN, ids=[each[0][:20] for each in BROKEN])
def test_a_mistake_is_named_with_its_place(text: str, sentence: str) -> None:
    error = outcome("written mistakes", text)
    assert error is not None
    assert sentence in str(error)
    assert_a_good_refusal(error, text)


HOSTILE = [
    "__import__('os').system('echo')",
    "__import__",
    "__builtins__",
    "eval",
    "exec(x)",
    "open(x)",
    "print(x)",
    "x.__class__",
    "x.__class__.__mro__[1].__subclasses__()",
    "().__class__",
    "(1).__class__",
    "1..__class__",
    "1.real",
    "sin.__globals__",
    "sin.__call__(x)",
    "lambda: 1",
    "lambda x: x",
    "(lambda: 1)()",
    "[x for x in (1,2)]",
    "{x for x in y}",
    "{x: y}",
    "(x for x in y)",
    "[1,2,3]",
    "f'{x}'",
    'f"{__import__}"',
    "'x'",
    '"x"',
    "b'x'",
    "'x' * 9",
    "(x := 1)",
    "x := 1",
    "x = 1",
    "x if y else 1",
    "x or y",
    "not x",
    "x and y",
    "x in y",
    "x is y",
    "x < y",
    "x == y",
    "None",
    "True",
    "False",
    "...",
    "Ellipsis",
    "yield x",
    "await x",
    "(yield)",
    "global x",
    "import os",
    "del x",
    "pass",
    "x; y",
    "x\ny",
    "x\n+ y",
    "x +\\\n y",
    "x # comment",
    "#",
    "x\x00",
    "\x00x",
    "x\r+y",
    "x\x0cy",
    "x\u2028y",
    "x\u00a0+ y",
    "x\u200by",
    "\ufeffx",
    "\u202ex",
    "\ud800",
    "\U0001f600",
    "\u0445",  # Cyrillic x
    "\uff58",  # full-width x, which Python would read as x
    "\u1d465",
    "\U0001d465",  # mathematical italic x, likewise
    "s\u0131n(x)",
    "\u0661 + x",  # an Arabic digit one
    "\u2460",
    "\u212f",
    "e\u0301",
    "9**9**9",
    "9**9**9**9",
    "9^9^9",
    "x**9**9",
    "x**(9**9)",
    "(9**9)**x*9**9**9",
    "2**1000",
    "9" * 399,
    "9" * 5000,
    "1" + "0" * 100,
    "1e400",
    "1e99999999",
    "0x10",
    "0b1",
    "0o7",
    "1_000",
    "1j",
    "1J*x",
    "x @ y",
    "x % y",
    "x // y",
    "x << 9",
    "x >> 9",
    "x & y",
    "x | y",
    "~x",
    "!x",
    "x!",
    "x?",
    "$x",
    "`x`",
    "*x",
    "**x",
    "sin(*x)",
    "sin(**x)",
    "sin(x=1)",
    "sin(x,)",
    "sin(x)(y)",
    "sin(sin)",
    "x(y)",
    "pi(x)",
    "(sin)(x)",
    "x[0]",
    "x[:]",
    "x,",
    "x, y",
    "(x, y)",
    "(x,)",
    "1if x else 2",
    "0or x",
    "1.e",
    "1e",
    "1e+",
    ".",
    "..",
    "_",
    "__",
    "self",
    "np",
    "numpy.load",
    "@x",
    "->x",
    "match x",
    "a" * 400,
    "x" * 400,
    "(" * 400,
    ")" * 400,
    "(" * 199 + "x",
    "-" * 400,
    "-" * 399 + "x",
    "+" * 399 + "x",
    "(" * 199 + "x)" * 199 + ")" * 9,
    "(" * 10_000 + "x" + ")" * 10_000,
    "[" * 10_000,
    "sin(" * 99 + "-" + "x" + ")" * 99,
    "x**" * 133 + "x",
    "-(" * 133 + "x" + ")" * 133,
    "x" * 10**6,
    " " * 10**6 + "x",
    "%s%s%s%n",
    "${jndi:x}",
    "<script>",
    "'; DROP TABLE x",
    "\\x41",
    "\\",
]


@contextmanager
def nothing_runs(text: str) -> Iterator[None]:
    """Running, opening or importing anything within the block fails, and names the text."""

    def reached(*_: Any, **__: Any) -> None:
        raise AssertionError(text)

    real = builtins.__import__

    def imported(name: str, within: Any = None, *rest: Any) -> Any:
        if within and within["__name__"] == "ast":  # ast.walk imports what it needs when it runs
            return real(name, within, *rest)
        return reached()

    with pytest.MonkeyPatch.context() as patch:
        for name in ("eval", "exec", "open"):
            patch.setattr(builtins, name, reached)
        patch.setattr(builtins, "__import__", imported)
        yield


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_tries_to_get_out_is_refused(text: str) -> None:
    with nothing_runs(text):
        error = outcome("written attacks", text)
    assert error is not None
    assert_a_good_refusal(error, text)


@pytest.mark.parametrize("text", [None, 3, 2.5, b"x", ["x"], np.float64(1)])
def test_only_text_is_a_formula(text: Any) -> None:
    error = outcome("things that are no text", text)
    assert "a formula is text" in str(error)


def test_brackets_may_be_many_without_being_deep() -> None:
    """Brackets leave no trace in the tree, and Python's own limit on them gives a refusal."""
    error = outcome("brackets", "(" * 150 + "x" + ")" * 150)
    assert error is None


def test_a_tree_holds_nothing_but_arithmetic() -> None:
    """Whatever is accepted is made of five kinds of nodes."""
    from surfaces.formula.tree import parse  # noqa: PLC0415

    kinds = {type(node) for formula, _ in SAME for node in ast.walk(parse(formula))}
    nodes = {ast.Constant, ast.Name, ast.UnaryOp, ast.BinOp, ast.Call, ast.Load}
    operators = {ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.UAdd, ast.USub}
    assert kinds == nodes | operators


# 20 000 random texts: each is read or rejected with its place, and nothing else happens.

VALID = [ROSENBROCK, HIMMELBLAU, RASTRIGIN, "minimum(abs(x), -y)/2 + exp(-x**2)", "1e-3*tanh(x)"]
PIECES = [*"xye()+-*/^,. 0123456789_[]{}'\"=<>:;#@&|~!\\\n\t", "**", "pi", "sin", "minimum"]
PIECES += ["lambda", "if", "else", "for", "in", "None", "__import__", ".__class__", "1e", "e-"]
PIECES += ["\x00", "\u00b2", "\uff58", "f'", '"""', "sin(", "9**9", "e400", "j", ":=", "*x"]
pieces = st.sampled_from(PIECES)


def fuzz(kind: str, text: str) -> None:
    with nothing_runs(text):
        error = outcome(kind, text)
    fuzzed[kind] += 1
    if error is not None:
        refused[kind] += 1
        assert_a_good_refusal(error, text)
    else:
        assert latex(text)
        assert np.shape(loss_and_gradient(text)[0](X, Y)) == X.shape


hostile = settings(max_examples=5000, deadline=None, derandomize=True, database=None)


@given(st.text(max_size=60))
@hostile
def random_text(text: str) -> None:
    fuzz("random texts", text)


@given(st.text(st.sampled_from("xye()+-*/^., 0123456789"), max_size=30))
@hostile
def random_arithmetic(text: str) -> None:
    fuzz("random arithmetic", text)


@given(st.lists(pieces, max_size=40).map("".join))
@hostile
def token_soup(text: str) -> None:
    fuzz("token soups", text)


@given(st.sampled_from(VALID), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 3), pieces)))
@hostile
def mutated_formulas(formula: str, changes: list[tuple[int, int, str]]) -> None:
    for at, length, piece in changes[:4]:
        formula = formula[:at] + piece + formula[at + length :]
    fuzz("mutated formulas", formula)


@pytest.mark.parametrize(
    ("texts", "kind", "read"),  # of each kind, more are read than so many: of all, more than 500
    [
        (random_text, "random texts", 0),
        (random_arithmetic, "random arithmetic", 410),
        (token_soup, "token soups", 45),
        (mutated_formulas, "mutated formulas", 45),
    ],
    ids=["text", "arithmetic", "tokens", "mutated"],
)
def test_twenty_thousand_texts_are_read_or_refused(
    texts: Callable[[], None], kind: str, read: int
) -> None:
    """And neither are all of them refused, nor all read."""
    texts()
    print(f"\n{refused[kind]} of {fuzzed[kind]} {kind} were refused")
    assert fuzzed[kind] >= 5_000
    assert 2_500 < refused[kind] < fuzzed[kind] - read


def test_a_refusal_is_quick() -> None:
    """50 ms is what a typist does not notice; a busy machine gets ten times as long."""
    for text in HOSTILE:
        for _ in range(3):
            outcome("attacks again", text)
    assert slowest["attacks again"] < 0.5


# Minima and views.

HIMMELBLAUS = [(3, 2), (-2.805118, 3.131312), (-3.779310, -3.283186), (3.584428, -1.848126)]


@pytest.mark.parametrize(
    ("formula", "limits", "expected"),
    [
        (ROSENBROCK, (-2, 3), [(1, 1)]),
        (HIMMELBLAU, (-5, 5), HIMMELBLAUS),
        ("abs(x - 1) + abs(y + 0.3)", (-3, 3), [(1, -0.3)]),
        ("maximum(abs(x - 1/3), abs(y))", (-3, 3), [(1 / 3, 0)]),
        ("x**2 + 1e6*(y - x)**2", (-2, 2), [(0, 0)]),
        ("(x - 1)**4 + y**4", (-2, 2), [(1, 0)]),
        ("1e-9*(x**2 + y**2)", (-2, 2), [(0, 0)]),
        ("x*log(x) + y**2", (-2, 2), [(1 / np.e, 0)]),
        ("5*y**2 - x**2", (-2, 2), []),
        ("x**2", (-2, 2), []),
        ("x + y", (-2, 2), []),
        ("7", (-2, 2), []),
        ("log(x - 50)", (-2, 2), []),
        ("(x - 3)**2 + y**2", (-2, 2), []),
    ],
)
def test_minima_are_found(formula: str, limits: tuple[float, float], expected: Any) -> None:
    found = minima_of(formula, limits, limits)
    assert len(found) == len(expected)
    assert found == minima_of(formula, limits, limits)
    for minimum in expected:
        # A quartic is flat to the last bit within 1e-4 of its minimum.
        within = 1e-3 if "4" in formula else 1e-6
        assert min(np.abs(np.subtract(found, minimum)).max(axis=-1)) < within


def test_rastrigin_has_a_minimum_in_every_cell_and_the_lowest_comes_first() -> None:
    found = minima_of(RASTRIGIN, (-5.12, 5.12), (-5.12, 5.12))
    assert len(found) == 11**2
    assert found[0] == pytest.approx((0, 0), abs=1e-9)


@pytest.mark.parametrize("formula", [ROSENBROCK, HIMMELBLAU, "(x - 100)**2 + (y + 30)**2"])
def test_a_view_holds_the_minima(formula: str) -> None:
    xlim, ylim = suggest_domain(formula)
    surface = formula_surface(formula)
    assert (surface.xlim, surface.ylim) == (xlim, ylim)
    assert surface.minima
    for x, y in (*surface.minima, surface.start):
        assert xlim[0] < x < xlim[1]
        assert ylim[0] < y < ylim[1]
    assert np.isfinite(surface.loss(*np.array(surface.start)))


def test_a_view_goes_where_the_formula_has_a_value() -> None:
    assert suggest_domain("log(x - 8)") == ((-20, 20), (-20, 20))
    assert suggest_domain("x*y") == ((-2, 2), (-2, 2))
    x, y = formula_surface("log(x - 8)").start
    assert np.isfinite(formula_surface("log(x - 8)").loss(np.array(x), np.array(y)))


@pytest.mark.parametrize("limits", [(1, 1), (2, 1), (0, np.inf), (np.nan, 1), (1,), 3, ("a", 2)])
def test_limits_that_are_none_are_refused(limits: Any) -> None:
    with pytest.raises(ValueError, match=r"xlim = .*: give two finite numbers, the lower"):
        formula_surface("x", limits, (0, 1))
    with pytest.raises(ValueError, match=r"ylim = .*: give two finite numbers, the lower"):
        formula_surface("x", (0, 1), limits)


def test_limits_within_which_a_formula_has_no_value_are_refused() -> None:
    with pytest.raises(ValueError, match="no finite value for x from -2 to 2 and y from 0 to 1"):
        formula_surface("log(x - 8)", (-2, 2), (0, 1))


@pytest.mark.parametrize("start", [(1,), (np.nan, 0), "ab", 3])
def test_a_start_that_is_none_is_refused(start: Any) -> None:
    with pytest.raises(ValueError, match=r"start = .*: give two finite numbers"):
        formula_surface("x", (0, 1), (0, 1), start)


def test_autograd_differentiates_the_loss_itself() -> None:
    """The loss is made of autograd's functions, so it composes with others."""
    from autograd import grad  # noqa: PLC0415

    loss, _ = loss_and_gradient("x**2*sin(y)")
    assert grad(lambda x: anp.exp(loss(x, np.array(1.0))))(0.5) == pytest.approx(
        np.exp(0.25 * np.sin(1)) * 2 * 0.5 * np.sin(1)
    )


# Typesetting.

TYPESET = [
    (ROSENBROCK, r"\left(1 - x\right)^{2} + 100 \left(y - x^{2}\right)^{2}"),
    ("(1 - x)**2/2", r"\frac{\left(1 - x\right)^{2}}{2}"),
    ("-x**2", r"-x^{2}"),
    ("(-x)**2", r"\left(-x\right)^{2}"),
    ("x - (y - 1)", r"x - \left(y - 1\right)"),
    ("x - y - 1", r"x - y - 1"),
    ("x - -y", r"x - \left(-y\right)"),
    ("x*(y + 1)", r"x \left(y + 1\right)"),
    ("x*y*2", r"x y \cdot 2"),
    ("2*3*x", r"2 \cdot 3 x"),
    ("2*(x/3)", r"2 \cdot \frac{x}{3}"),
    ("-2*x", r"-2 x"),
    ("x + -2*y", r"x + \left(-2 y\right)"),
    ("-(x + y)", r"-\left(x + y\right)"),
    ("x/(y/2)", r"\frac{x}{\frac{y}{2}}"),
    ("(x/y)**2", r"\left(\frac{x}{y}\right)^{2}"),
    ("x^y^2", r"x^{y^{2}}"),
    ("(x^y)^2", r"\left(x^{y}\right)^{2}"),
    ("sin(x)**2", r"\left(\sin\left(x\right)\right)^{2}"),
    ("exp(-x/2)", r"e^{\frac{-x}{2}}"),
    ("exp(x)**2", r"\left(e^{x}\right)^{2}"),
    ("sqrt(x + 1)*abs(y)", r"\sqrt{x + 1} \left|y\right|"),
    ("cos(2*pi*x)", r"\cos\left(2 \pi x\right)"),
    ("min(x, 1/y)", r"\min\left(x, \frac{1}{y}\right)"),
    ("1e-7*x", r"10^{-7} x"),
    ("2.5e-7*x", r"2.5 \cdot 10^{-7} x"),
    ("100*x", r"100 x"),
    ("x**1e-7", r"x^{10^{-7}}"),
]


@pytest.mark.parametrize(("formula", "expected"), TYPESET, ids=[each[0] for each in TYPESET])
def test_latex_has_the_brackets_it_needs(formula: str, expected: str) -> None:
    assert latex(formula) == expected


def test_surfaces_of_equal_formulas_are_equal_and_travel_as_text() -> None:
    surface = formula_surface(HIMMELBLAU)
    again = formula_surface(HIMMELBLAU)
    assert surface == again
    assert hash(surface) == hash(again)
    assert formula_surface(ROSENBROCK) != surface
    there = pickle.loads(pickle.dumps(surface))
    assert there == surface
    np.testing.assert_array_equal(there.loss(X, Y), surface.loss(X, Y))
    points = np.stack([X, Y], axis=-1)
    np.testing.assert_array_equal(there.step_gradient(points), surface.step_gradient(points))


def test_starts_do_not_lie_where_nothing_draws_to_the_side() -> None:
    for formula in ("x**2 + y**2", "x*y", "cos(x)*cos(y)"):
        x, y = formula_surface(formula).start
        assert 0 not in (x, y)
        assert abs(x) != abs(y)


def test_many_threads_may_read_formulas_at_once() -> None:
    """Python 3.11 counts a tree's depth for all threads together; this must not be noticed."""
    deep = "+".join(["sin(x)"] * 40)
    with ThreadPoolExecutor(8) as pool:
        trees = list(pool.map(lambda k: ast.dump(parse(f"{deep} + {k}")), range(400)))
    assert len(set(trees)) == 400
