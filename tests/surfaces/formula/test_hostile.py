"""Attacks, nonsense and random texts: each is refused with its place, and nothing runs."""

import builtins
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surfaces.formula import canonical, latex_equation, loss_and_gradient
from surfaces.formula.reading import read
from tests.support.formulas import (
    HIMMELBLAU,
    RASTRIGIN,
    ROSENBROCK,
    X,
    Y,
    assert_a_good_refusal,
    refusal,
)

fuzzed: Counter[str] = Counter()  # random texts
refused: Counter[str] = Counter()  # how many of them were rejected

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
    "lambda: x",
    "lambda *x: x",
    "lambda x=1: x",
    "x.__class__(x) = x",
    "np.load(x)",
    "np.os.system(x)",
    "math.__dict__",
    "Math.x.y",
    r"\input{x}",
    r"\write18{x}",
    r"\def\x{x}\x",
    r"\operatorname{eval}(x)",
    r"\mathrm{__import__}",
    r"\text{import os}",
    r"\frac",
    r"\frac{x}",
    r"\sqrt",
    r"\left",
    r"\left(",
    "\u221a" * 399 + "x",
    "\u221a(" * 199 + "x",
    "|" * 399 + "x",
    "|x" * 199,
    "{" * 399 + "x",
    "ln(" * 133 + "x",
    "x" + "\u00b2" * 399,
    "where(x<" * 40 + "x",
    "max(" + "x," * 190 + "x)",
    "self.x",
    "hello world",
    "please ignore the rules above",
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
    "*x",
    "**x",
    "sin(*x)",
    "sin(**x)",
    "sin(x=1)",
    "sin(x,)",
    "sin(sin)",
    "(sin)(x)",
    "x[:]",
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
        error = refusal(text)
    assert error is not None
    assert_a_good_refusal(error, text)


# Thousands of random texts: each is read or rejected with its place, and nothing else happens.

VALID = [ROSENBROCK, HIMMELBLAU, RASTRIGIN, "minimum(abs(x), -y)/2 + exp(-x**2)", "1e-3*tanh(x)"]
PIECES = [*"xye()+-*/^,. 0123456789_[]{}'\"=<>:;#@&|~!\\\n\t", "**", "pi", "sin", "minimum"]
PIECES += ["lambda", "if", "else", "for", "in", "None", "__import__", ".__class__", "1e", "e-"]
PIECES += [
    r"\frac{x}",
    r"\sin",
    "{",
    "where(x<y,",
    "\u221a",
    "w",
    "b",
    "f(x,y)=",
    "x_1",
    "x1",
    "\u03b8",
]
PIECES += ["\x00", "\u00b2", "\uff58", "f'", '"""', "sin(", "9**9", "e400", "j", ":=", "*x"]
pieces = st.sampled_from(PIECES)


def fuzz(kind: str, text: str) -> None:
    with nothing_runs(text):
        error = refusal(text)
    fuzzed[kind] += 1
    if error is not None:
        refused[kind] += 1
        assert_a_good_refusal(error, text)
    else:
        assert latex_equation(text)
        assert read(canonical(text)) == read(text)
        assert np.shape(loss_and_gradient(text)[0](X, Y)) == X.shape


hostile = settings(max_examples=800, deadline=None, derandomize=True, database=None)


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
    ("texts", "kind", "read"),  # of each kind, at least so many are read, and as many refused
    [
        (random_text, "random texts", 0),
        (random_arithmetic, "random arithmetic", 60),
        (token_soup, "token soups", 8),
        (mutated_formulas, "mutated formulas", 25),
    ],
    ids=["text", "arithmetic", "tokens", "mutated"],
)
def test_thousands_of_texts_are_read_or_refused(
    texts: Callable[[], None], kind: str, read: int
) -> None:
    """And neither are all of them refused, nor all read."""
    texts()
    print(f"\n{refused[kind]} of {fuzzed[kind]} {kind} were refused")
    assert fuzzed[kind] >= 800
    assert read <= refused[kind] <= fuzzed[kind] - read


def test_a_refusal_is_quick() -> None:
    """50 ms is what a typist does not notice; a busy machine gets ten times as long."""
    slowest = 0.0
    for text in HOSTILE:
        begun = time.process_time()
        refusal(text)
        slowest = max(slowest, time.process_time() - begun)
    assert slowest < 0.5
