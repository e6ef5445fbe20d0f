"""Rules and losses traced: from their definitions in Python to programs."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from optviz.optimizers import Optimizer, State
from optviz.program.derivative import derivatives
from optviz.program.formulas import formula_value
from optviz.program.program import Program
from optviz.program.symbols import Symbol, as_symbol, unwrapped
from optviz.program.trace import Trace, UntraceableError
from surfaces.formula.compiled import FormulaLoss
from surfaces.minibatches import Minibatches
from surfaces.surface import Surface

AXES = ("x", "y")


def point(trace: Trace, name: str) -> Symbol:
    """(2,) two inputs: the coordinates of a point, a gradient or a memory."""
    return Symbol(trace, [trace.input(f"{name}.{axis}") for axis in AXES])


def places(value: Any, trace: Trace) -> tuple[int, ...]:
    """The places of a symbol's numbers."""
    return tuple(int(each) for each in as_symbol(trace, value).places.flat)


@lru_cache(maxsize=256)
def rule_program(kind: type[Optimizer]) -> Program:
    """One update of a rule.

    Inputs are x.x, x.y, g.x, g.y, t (the number of the step, from 1), each hyper-parameter by its
    name, and each memory as its name with .x and .y; outputs are `x`, the point after the step,
    and everything that the rule names.

    Raises:
        UntraceableError: the rule is no straight-line arithmetic; the sentence says what is in it.
    """
    trace = Trace()
    optimizer = symbolic(kind, trace)
    state = State({name: point(trace, name) for name in kind.memory})
    vars(state)["t"] = Symbol(trace, trace.input("t"))
    after = attempt(optimizer.rule, point(trace, "x"), point(trace, "g"), state)
    outputs = {"x": pair(after, trace)}
    for name, value in vars(state).items():
        if name != "t":
            outputs[name] = pair(value, trace)
    return trace.program(outputs)


@lru_cache(maxsize=256)
def lookahead_program(kind: type[Optimizer]) -> Program:
    """Where a rule wants the gradient: from x and its memory to `x`.

    Raises:
        UntraceableError: as `rule_program` does.
    """
    trace = Trace()
    state = State({name: point(trace, name) for name in kind.memory})
    where = attempt(symbolic(kind, trace).lookahead, point(trace, "x"), state)
    return trace.program({"x": pair(where, trace)})


def symbolic(kind: type[Optimizer], trace: Trace) -> Optimizer:
    """An optimizer whose hyper-parameters are inputs."""
    optimizer = object.__new__(kind)
    for name in kind.__dataclass_fields__:
        object.__setattr__(optimizer, name, Symbol(trace, trace.input(name)))
    return optimizer


def pair(value: Any, trace: Trace) -> tuple[int, ...]:
    """Two places: those of a point, or twice that of a number."""
    symbol = as_symbol(trace, value)
    return tuple(int(each) for each in np.broadcast_to(symbol.places, (2,)))


def loss_program(surface: Surface) -> Program:
    """The full loss: from x and y to `loss`.

    Raises:
        UntraceableError: it is no straight-line arithmetic; the sentence says what is in it.
    """
    trace, x, y = begin()
    return trace.program({"loss": (loss_of(surface, trace, x, y),)})


def gradient_program(surface: Surface, stage: int = 0) -> Program:
    """The gradient that a step gets: from x and y to `gradient`, over the samples that it sees.

    Args:
        surface: whose.
        stage: which of its stages, if it has some.

    Raises:
        UntraceableError: as `loss_program` does; or samples count otherwise than one by one.
    """
    seen = surface.stages.parts[stage] if surface.stages else surface.minibatches
    if seen is not None:
        return samples_program(seen)
    trace, x, y = begin()
    typed = isinstance(surface.loss, FormulaLoss)
    if typed or surface.gradient is None:
        value = loss_of(surface, trace, x, y)
        found = derivatives(trace, value, [int(x.places), int(y.places)])
        if typed:
            found = [undefined_with(trace, value, each) for each in found]
        return trace.program({"gradient": tuple(found)})
    return trace.program({"gradient": both(attempt(surface.gradient, x, y), trace)})


def samples_program(minibatches: Minibatches) -> Program:
    """The gradient of the mean loss of some samples: from x and y to `gradient`.

    Raises:
        UntraceableError: as `gradient_program` does.
    """
    every = np.arange(minibatches.count)
    made = []
    for chosen in (every, every[1:], every[::-1]):
        trace, x, y = begin()
        found = attempt(minibatches.gradient, x, y, chosen)
        made.append((chosen, trace.program({"gradient": both(found, trace)})))
    _, program = made[0]
    for chosen, other in made[1:]:
        expected = [column[chosen] for column in program.columns]
        same = other.values == program.values and len(other.columns) == len(expected)
        same = same and all(map(np.array_equal, expected, other.columns))
        if not same or not program.sampled:
            raise UntraceableError("what it makes of a minibatch is no mean over its samples")
    return program


def hessian_program(surface: Surface) -> Program:
    """The second derivatives of the full loss: from x and y to `hessian`, xx, xy and yy.

    Raises:
        UntraceableError: as `loss_program` does.
    """
    trace, x, y = begin()
    inputs = [int(x.places), int(y.places)]
    dx, dy = derivatives(trace, loss_of(surface, trace, x, y), inputs)
    (xx, xy), (_, yy) = (derivatives(trace, each, inputs) for each in (dx, dy))
    return trace.program({"hessian": (xx, xy, yy)})


def loss_of(surface: Surface, trace: Trace, x: Symbol, y: Symbol) -> int:
    """The place of a surface's full loss."""
    if isinstance(surface.loss, FormulaLoss):
        value: Any = formula_value(trace, surface.loss.formula, x, y)
    else:
        value = attempt(surface.loss, x, y)
    (place,) = places(value, trace)
    return place


def undefined_with(trace: Trace, value: int, derivative: int) -> int:
    """A derivative, and nan where the value is nan: that of log is 1 / x even below 0."""
    is_number = trace.apply("equal", value, value)
    return trace.apply("where", is_number, derivative, value)


def begin() -> tuple[Trace, Symbol, Symbol]:
    """A trace and the coordinates of a point in it."""
    trace = Trace()
    x, y = (Symbol(trace, trace.input(axis)) for axis in AXES)
    return trace, x, y


def both(derivative: Any, trace: Trace) -> tuple[int, ...]:
    """The places of a gradient's two parts."""
    dx, dy = derivative
    return (*places(dx, trace), *places(dy, trace))


def attempt(function: Callable[..., Any], *args: Any) -> Any:
    """What a function makes of symbols.

    Raises:
        UntraceableError: it does not take them.
    """
    try:
        with np.errstate(all="ignore"):  # of constants
            return unwrapped(function(*args))
    except UntraceableError:
        raise
    except Exception as error:
        raise UntraceableError(f"it does not take symbols: {error}") from error
