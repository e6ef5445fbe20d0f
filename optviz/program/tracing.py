"""Rules and losses traced: from their definitions in Python to programs."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

import numpy as np

from optviz.optimizers import Optimizer, State
from optviz.oracles import Asking, Oracle
from optviz.program.derivative import derivatives
from optviz.program.formulas import formula_value
from optviz.program.kinks import at_border
from optviz.program.program import Program
from optviz.program.symbols import Symbol, as_symbol, unwrapped
from optviz.program.trace import Trace, UntraceableError
from surfaces.formula.compiled import FormulaLoss
from surfaces.keeping import kept
from surfaces.minibatches import Indices, Minibatches
from surfaces.surface import Surface

AXES = ("x", "y")
PARAMETER = "parameter"  # the input that is the surface's own number
HYPER, STATE = "hyper.", "state."  # begin the names of hyper-parameters and of what rules name


def point(trace: Trace, name: str) -> Symbol:
    """(2,) two inputs: the coordinates of a point, a gradient or a memory."""
    return Symbol(trace, [trace.input(f"{name}.{axis}") for axis in AXES])


def places(value: Any, trace: Trace) -> tuple[int, ...]:
    """The places of a symbol's numbers."""
    return tuple(int(each) for each in as_symbol(trace, value).places.flat)


@lru_cache(maxsize=256)
def rule_program(kind: type[Optimizer]) -> Program:
    """One update of a rule.

    Inputs are x.x, x.y, g.x, g.y, t (the number of the step, from 1), for each hyper-parameter
    as lr hyper.lr, for each memory as m state.m.x and state.m.y; outputs are x, the point after the
    step, and for all that the rule names as m state.m.

    Raises:
        UntraceableError: the rule is no straight-line arithmetic; the sentence says what is in it.
    """
    trace = Trace()
    x, g = point(trace, "x"), point(trace, "g")
    rule = symbolic(kind, trace).rule
    return trace.program(ruled(rule, trace, x, g, symbolic_state(kind, trace)))


def ruled(
    rule: Callable[..., Any], trace: Trace, x: Symbol, g: Symbol, state: State
) -> dict[str, tuple[int, ...]]:
    """The outputs of one update, given the state after the step before."""
    vars(state)["t"] = Symbol(trace, trace.input("t"))
    after = attempt(rule, x, g, state)
    named = {name: value for name, value in vars(state).items() if name != "t"}
    states = {STATE + name: pair(value, trace) for name, value in named.items()}
    return {"x": pair(after, trace)} | states


@lru_cache(maxsize=256)
def lookahead_program(kind: type[Optimizer]) -> Program:
    """Where a rule wants the gradient: from x and its memory to `x`.

    Raises:
        UntraceableError: as `rule_program` does.
    """
    trace = Trace()
    x, state = point(trace, "x"), symbolic_state(kind, trace)
    return trace.program({"x": pair(attempt(symbolic(kind, trace).lookahead, x, state), trace)})


@lru_cache(maxsize=256)
def memory_program(kind: type[Optimizer]) -> Program:
    """What a rule's memory is before the first step.

    Inputs are, for each hyper-parameter as lr that it depends on, hyper.lr; outputs are for each
    memory as m state.m.

    Raises:
        UntraceableError: as `rule_program` does.
    """
    trace = Trace()
    begin = attempt(symbolic(kind, trace).begin)
    return trace.program({STATE + name: pair(begin.get(name, 0.0), trace) for name in kind.memory})


def symbolic_state(kind: type[Optimizer], trace: Trace) -> State:
    """A state whose memory is inputs."""
    return State({name: point(trace, STATE + name) for name in kind.memory})


def symbolic(kind: type[Optimizer], trace: Trace) -> Optimizer:
    """An optimizer whose hyper-parameters are inputs."""
    optimizer = object.__new__(kind)
    for name in kind.__dataclass_fields__:
        object.__setattr__(optimizer, name, Symbol(trace, trace.input(HYPER + name)))
    return optimizer


def pair(value: Any, trace: Trace) -> tuple[int, ...]:
    """Two places: those of a point, or twice that of a number."""
    symbol = as_symbol(trace, value)
    return tuple(int(each) for each in np.broadcast_to(symbol.places, (2,)))


def loss_program(surface: Surface) -> Program:
    """The full loss: from x and y to `loss`.

    As every program of a surface that is one of a family, it has `parameter` as an input, too.

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

    def made(chosen: Indices | None) -> Program:
        trace, x, y = begin()
        return trace.program({"gradient": gradient_of(surface, stage, trace, x, y, chosen)})

    return over_samples(surface, stage, made)


def step_program(kind: type[Optimizer], surface: Surface, stage: int = 0) -> Program:
    """One step of a rule on a surface, as a race makes it.

    Inputs are those of `rule_program` but the gradient; outputs are its own, and `grad_at` and
    `grad`: where the gradient was measured, over the samples that the step sees, and what it was.

    Raises:
        UntraceableError: the rule or the loss is no straight-line arithmetic.
    """

    def made(chosen: Indices | None) -> Program:
        trace = Trace()
        x, state = point(trace, "x"), symbolic_state(kind, trace)
        at = pair(attempt(symbolic(kind, trace).lookahead, x, state), trace)
        at_x, at_y = (Symbol(trace, each) for each in at)
        gradient = gradient_of(surface, stage, trace, at_x, at_y, chosen)
        optimizer = symbolic(kind, trace)
        rule = optimizer.rule
        if isinstance(optimizer, Asking):
            oracle = TracedOracle(surface, stage, chosen, trace, state)
            rule = partial(optimizer.answered, oracle=oracle)
        outputs = ruled(rule, trace, x, Symbol(trace, gradient), state)
        return trace.program(outputs | {"grad_at": at, "grad": gradient})

    return over_samples(surface, stage, made)


class TracedOracle(Oracle):
    """Answers with symbols: gradients, over the samples that a step on a surface sees."""

    def __init__(
        self, surface: Surface, stage: int, chosen: Indices | None, trace: Trace, state: State
    ) -> None:
        super().__init__(state)
        self.surface, self.stage, self.chosen, self.trace = surface, stage, chosen, trace

    def loss_at(self, points: Any) -> Any:
        raise UntraceableError("it compares losses")

    def gradient_at(self, points: Any) -> Any:
        x, y = points[..., 0], points[..., 1]
        return Symbol(
            self.trace, gradient_of(self.surface, self.stage, self.trace, x, y, self.chosen)
        )

    def hessian_at(self, points: Any) -> tuple[Any, Any, Any]:
        # Those of `derivatives` differ from autograd's in their rounding, which Newton magnifies.
        raise UntraceableError("it asks for second derivatives")

    def gauss_newton_at(self, points: Any) -> tuple[Any, Any, Any]:
        raise UntraceableError("it asks for the residuals of a sum of squares")


def over_samples(
    surface: Surface, stage: int, make: Callable[[Indices | None], Program]
) -> Program:
    """What `make` traces, which must be a mean over whatever samples it is told to see.

    Raises:
        UntraceableError: it is not; or as `make` does.
    """
    seen = samples_seen(surface, stage)
    if seen is None:
        return make(None)
    every = np.arange(seen.count)
    program = make(every)
    for chosen in (every[1:], every[::-1]):
        other, expected = make(chosen), [column[chosen] for column in program.columns]
        same = other.values == program.values and len(other.columns) == len(expected)
        same = same and all(map(np.array_equal, expected, other.columns))
        if not same or not program.sampled:
            raise UntraceableError("what it makes of a minibatch is no mean over its samples")
    return program


def samples_seen(surface: Surface, stage: int) -> Minibatches | None:
    """What a step sees of a surface's samples."""
    return surface.stages.parts[stage] if surface.stages else surface.minibatches


def gradient_of(
    surface: Surface, stage: int, trace: Trace, x: Symbol, y: Symbol, chosen: Indices | None
) -> tuple[int, ...]:
    """The places of the gradient that a step gets, over the samples that are chosen."""
    seen = samples_seen(surface, stage)
    if seen is not None:
        return both(attempt(seen.gradient, x, y, chosen), trace)
    typed = isinstance(surface.loss, FormulaLoss)
    if surface.gradient is not None and not typed:
        gradient = surface.gradient if free(surface) is None else of_family(surface, trace)[1]
        return both(attempt(gradient, x, y), trace)
    value = loss_of(surface, trace, x, y)
    found = derivatives(trace, value, [int(x.places), int(y.places)])
    if typed:
        found = [undefined_with(trace, value, each) for each in found]
    return tuple(found)


def accuracy_program(surface: Surface) -> Program:
    """The share of samples classified correctly: from x and y to `accuracy`.

    Raises:
        UntraceableError: as `loss_program` does.
    """
    assert surface.accuracy is not None
    trace, x, y = begin()
    return trace.program({"accuracy": places(attempt(surface.accuracy, x, y), trace)})


def hessian_program(surface: Surface) -> Program:
    """The second derivatives of the full loss: from x and y to `hessian`, xx, xy and yy.

    They are nan on the borders between pieces of the loss: kinks, jumps, cases.

    Raises:
        UntraceableError: as `loss_program` does.
    """
    trace, x, y = begin()
    inputs = [int(x.places), int(y.places)]
    loss = loss_of(surface, trace, x, y)
    dx, dy = derivatives(trace, loss, inputs)
    (xx, xy), (_, yy) = (derivatives(trace, each, inputs) for each in (dx, dy))
    border = at_border(trace, loss)
    if border is None:
        return trace.program({"hessian": (xx, xy, yy)})
    zero = trace.constant(0.0)
    nan = trace.apply("divide", zero, zero)
    parts = tuple(trace.apply("where", border, nan, each) for each in (xx, xy, yy))
    return trace.program({"hessian": parts})


def loss_of(surface: Surface, trace: Trace, x: Symbol, y: Symbol) -> int:
    """The place of a surface's full loss."""
    if isinstance(surface.loss, FormulaLoss):
        value: Any = formula_value(trace, surface.loss.formula, x, y)
    else:
        loss = surface.loss if free(surface) is None else of_family(surface, trace)[0]
        value = attempt(loss, x, y)
    (place,) = places(value, trace)
    return place


@kept(64)
def free(surface: Surface) -> float | None:
    """The surface's own number, if programs have it as an input; else None.

    What the family says is looked at here and at both ends of the range: what else depends on the
    number than loss, gradient and name would be drawn as it was.
    """
    own = surface.parameter
    if own is None or own.family is None or samples_seen(surface, 0):
        return None
    for each in (surface, own.surface(own.low), own.surface(own.high)):
        assert each.parameter
        loss, gradient = own.family(each.parameter.value)
        shown = own.title.format(f"{each.parameter.value:,g}")
        if each != replace(
            surface, name=shown, loss=loss, gradient=gradient, parameter=each.parameter
        ):
            return None
    return own.value


def of_family(surface: Surface, trace: Trace) -> tuple[Callable[..., Any], Callable[..., Any]]:
    """Loss and gradient of a surface whose own number is free."""
    assert surface.parameter
    assert surface.parameter.family
    found: tuple[Callable[..., Any], Callable[..., Any]] = attempt(
        surface.parameter.family, Symbol(trace, trace.input(PARAMETER))
    )
    return found


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
