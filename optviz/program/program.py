"""Programs: straight-line arithmetic on numbers, each value computed once from earlier ones.

A value is a number, or one number for each sample of a loss that is a mean over samples; what is
summed over the samples is a number again.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optviz.program.operations import OPERATIONS

Array = NDArray[np.float64]

INPUT, COLUMN, CONSTANT, SUM = "input", "column", "constant", "sum"
COUNT = "count"  # the input that is how many samples are seen


class Value(NamedTuple):
    """How one value of a program comes about.

    Attributes:
        operation: a name of `OPERATIONS`, or INPUT (a number that is given), COLUMN (one that is
            known of each sample), CONSTANT, or SUM (of a value over the samples).
        operands: the places of the values it is computed from, all before its own.
        name: of an input.
        column: which of the program's columns.
        number: of a constant, finite.
        sampled: whether it is a number for each sample.
    """

    operation: str
    operands: tuple[int, ...] = ()
    name: str = ""
    column: int = 0
    number: float = 0.0
    sampled: bool = False


@dataclass(frozen=True, eq=False)
class Program:
    """A straight-line program.

    Attributes:
        values: in the order in which they are computed.
        outputs: name -> the places of its numbers, one for a scalar, two for a point.
        columns: (samples,) each, what is known of every sample.
    """

    values: tuple[Value, ...]
    outputs: dict[str, tuple[int, ...]]
    columns: tuple[Array, ...] = ()

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names of the numbers it needs."""
        return tuple(each.name for each in self.values if each.operation == INPUT)

    @property
    def sampled(self) -> bool:
        """Whether it needs to know which samples are seen."""
        return any(each.operation == SUM or each.name == COUNT for each in self.values)


def all_exact(program: Program) -> bool:
    """Whether IEEE 754 fixes all its operations: then Python and browsers agree bit for bit."""
    used = {value.operation for value in program.values} & set(OPERATIONS)
    return all(OPERATIONS[each].exact for each in used)
