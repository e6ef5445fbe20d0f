"""Programs run by numpy: the reference for what other languages make of them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optviz.program.operations import OPERATIONS
from optviz.program.program import COLUMN, COUNT, Program

Array = NDArray[np.float64]


def run(
    program: Program, inputs: Mapping[str, Any], seen: NDArray[np.intp] | None = None
) -> dict[str, list[Array]]:
    """Every output's numbers.

    Args:
        program: what is run.
        inputs: name -> a number or an array, which broadcast.
        seen: which samples count; None: all.

    Returns:
        name -> as many arrays as it has numbers, each of the inputs' shape.
    """
    columns = [each if seen is None else each[seen] for each in program.columns]
    samples = len(columns[0]) if columns else 0
    found: list[Any] = []
    with np.errstate(all="ignore"):
        for value in program.values:
            operands = [found[place] for place in value.operands]
            if value.sampled and value.operation != COLUMN:
                operands = [
                    each if program.values[place].sampled else np.asarray(each)[..., None]
                    for each, place in zip(operands, value.operands, strict=True)
                ]
            match value.operation:
                case "input":
                    number = samples if value.name == COUNT else inputs[value.name]
                    found.append(np.asarray(number, dtype=float))
                case "column":
                    found.append(columns[value.column])
                case "constant":
                    found.append(np.float64(value.number))
                case "sum":
                    found.append(np.add.reduce(operands[0], axis=-1))
                case name:
                    found.append(np.asarray(OPERATIONS[name].apply(*operands), dtype=float))
    return {name: [found[place] for place in places] for name, places in program.outputs.items()}
