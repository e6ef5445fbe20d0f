"""The derivative of a traced value by reverse accumulation, written into the same trace.

Source: S. Linnainmaa, The representation of the cumulative rounding error of an algorithm as a
Taylor expansion of the local rounding errors, 1970; A. Griewank, A. Walther, Evaluating
Derivatives, SIAM 2008, chapter 3.
"""

import numpy as np

from optviz.program.operations import OPERATIONS
from optviz.program.program import COLUMN, CONSTANT, COUNT, INPUT, SUM
from optviz.program.symbols import Symbol, as_symbol
from optviz.program.trace import Trace


def derivatives(trace: Trace, value: int, inputs: list[int]) -> list[int]:
    """The places of d(value)/d(input) for each input.

    Args:
        trace: of all of them; what is needed is added to it.
        value: the place of a number, not of a number for each sample.
        inputs: places of numbers; they may be computed themselves, as where a rule looks ahead.
    """
    adjoints: dict[int, Symbol] = {value: as_symbol(trace, 1.0)}
    for place in range(value, -1, -1):
        given = place in inputs or trace.values[place].operation in (INPUT, COLUMN, CONSTANT)
        if given or place not in adjoints:
            continue
        own, adjoint = trace.values[place], adjoints.pop(place)
        operands = tuple(Symbol(trace, each) for each in own.operands)
        if own.operation == "where" and not own.sampled:
            cases = cases_of(trace, own.operands, adjoint, inputs)
            for each, part in zip(inputs, cases, strict=True):
                add(adjoints, each, part)
            continue
        if own.operation == SUM:
            add(adjoints, own.operands[0], adjoint)
            continue
        for k, pullback in enumerate(OPERATIONS[own.operation].pullbacks):
            if pullback is not None and trace.values[own.operands[k]].operation != CONSTANT:
                part = as_symbol(trace, pullback(Symbol(trace, place), operands, adjoint))
                if own.sampled and not trace.values[own.operands[k]].sampled:
                    part = over_samples(trace, part)
                add(adjoints, own.operands[k], part)
    zero = as_symbol(trace, 0.0)
    return [int(adjoints.get(each, zero).places) for each in inputs]


def cases_of(
    trace: Trace, operands: tuple[int, ...], adjoint: Symbol, inputs: list[int]
) -> list[Symbol]:
    """What `where` contributes to each input.

    The derivative of a case counts only where the case does: the other may be nan there, and
    nothing times nan is not nothing.
    """
    condition, *cases = operands
    first, second = (derivatives(trace, case, inputs) for case in cases)
    return [
        np.where(
            Symbol(trace, condition), adjoint * Symbol(trace, one), adjoint * Symbol(trace, other)
        )
        for one, other in zip(first, second, strict=True)
    ]


def over_samples(trace: Trace, part: Symbol) -> Symbol:
    """What all samples together contribute to a number, given what each of them does."""
    if part.sampled:
        return Symbol(trace, trace.sum(int(part.places)))
    return as_symbol(trace, part * Symbol(trace, trace.input(COUNT)))


def add(adjoints: dict[int, Symbol], place: int, part: Symbol) -> None:
    """Add a part to the adjoint of a value."""
    adjoints[place] = adjoints[place] + part if place in adjoints else part
