"""Programs as a browser gets them: numbered values, names of operations, and finite numbers.

`web/engine/program.js` makes functions of them; no text in them is ever run.
"""

from typing import Any

from optviz.program.program import COLUMN, CONSTANT, INPUT, Program

GIVEN = (INPUT, CONSTANT, COLUMN)  # values that are not computed


def encoded(program: Program) -> dict[str, Any]:
    """A program as JSON and arrays.

    Returns:
        `inputs`, their names; `constants`, finite numbers; `columns`, (samples,) arrays; `code`,
        for every other value its operation and the numbers of its operands; `outputs`, for every
        name the numbers of its values. Values are numbered in this order: inputs, constants,
        columns, code.
    """
    values = program.values
    inputs, constants, columns = (
        [place for place, each in enumerate(values) if each.operation == kind] for kind in GIVEN
    )
    code = [place for place, each in enumerate(values) if each.operation not in GIVEN]
    number = {place: k for k, place in enumerate([*inputs, *constants, *columns, *code])}
    return {
        "inputs": [values[place].name for place in inputs],
        "constants": [values[place].number for place in constants],
        "columns": [program.columns[values[place].column] for place in columns],
        "code": [
            [values[place].operation, *(number[each] for each in values[place].operands)]
            for place in code
        ],
        "outputs": {
            name: [number[place] for place in places] for name, places in program.outputs.items()
        },
    }
