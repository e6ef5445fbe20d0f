"""A trace: the values of a program in the making, each written down once."""

import numpy as np
from numpy.typing import NDArray

from optviz.program.operations import OPERATIONS
from optviz.program.program import COLUMN, CONSTANT, INPUT, SUM, Program, Value


class UntraceableError(ValueError):
    """Why something cannot be made a program, in a sentence."""


class Trace:
    """Values by their places; the same operation on the same operands is one value."""

    def __init__(self) -> None:
        self.values: list[Value] = []
        self.columns: list[NDArray[np.float64]] = []
        self._places: dict[Value, int] = {}

    def input(self, name: str) -> int:
        """A number that is given."""
        return self._place(Value(INPUT, name=name))

    def column(self, numbers: NDArray[np.float64]) -> int:
        """A number for each sample, (samples,); columns with the same numbers are one.

        Raises:
            UntraceableError: it is of another length than those before.
        """
        if self.columns and len(numbers) != len(self.columns[0]):
            raise UntraceableError(
                f"it computes with {len(numbers)} numbers and with {len(self.columns[0])} at once"
            )
        same = [k for k, known in enumerate(self.columns) if np.array_equal(known, numbers)]
        if not same:
            same = [len(self.columns)]
            self.columns.append(numbers)
        return self._place(Value(COLUMN, column=same[0], sampled=True))

    def constant(self, number: float) -> int:
        """A number.

        Raises:
            UntraceableError: it is not finite.
        """
        if not np.isfinite(number):
            raise UntraceableError(f"it contains {number}, which is no finite number")
        # Not -0.0 for 0.0, which are equal and hash alike: its sign is part of the name.
        return self._place(Value(CONSTANT, name=float(number).hex(), number=float(number)))

    def apply(self, operation: str, *operands: int) -> int:
        """An operation on values; of constants it is a constant, if numpy finds a finite one."""
        known = [self.values[place] for place in operands]
        if operation == "multiply":  # by 1, which changes no bit
            for one, other in (operands, operands[::-1]):
                if self.values[one] == Value(CONSTANT, name=(1.0).hex(), number=1.0):
                    return other
        if all(each.operation == CONSTANT for each in known):
            with np.errstate(all="ignore"):
                found = OPERATIONS[operation].apply(*(np.float64(each.number) for each in known))
            if np.isfinite(found):
                return self.constant(float(found))
        sampled = any(each.sampled for each in known)
        return self._place(Value(operation, operands, sampled=sampled))

    def sum(self, operand: int) -> int:
        """The sum of a value over the samples."""
        return self._place(Value(SUM, (operand,)))

    def program(self, outputs: dict[str, tuple[int, ...]]) -> Program:
        """What computes these outputs, and nothing else."""
        needed = {place for places in outputs.values() for place in places}
        for place in range(len(self.values) - 1, -1, -1):
            if place in needed:
                needed.update(self.values[place].operands)
        order = sorted(needed)
        moved = {place: k for k, place in enumerate(order)}
        values = [
            each._replace(operands=tuple(moved[place] for place in each.operands))
            for each in (self.values[place] for place in order)
        ]
        places = {name: tuple(moved[place] for place in own) for name, own in outputs.items()}
        return Program(tuple(values), places, tuple(self.columns))

    def _place(self, value: Value) -> int:
        if value not in self._places:
            self._places[value] = len(self.values)
            self.values.append(value)
        return self._places[value]
