"""Programs in JavaScript, run by Node.js, against the same programs run by numpy."""

import json
import subprocess
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.program.javascript import PRELUDE, javascript
from optviz.program.operations import OPERATIONS
from optviz.program.program import COUNT, Program
from optviz.program.running import run
from optviz.program.tracing import (
    gradient_program,
    hessian_program,
    loss_program,
    rule_program,
)
from optviz.variants import RULES
from surfaces import SURFACES
from tests.support.programs import inputs_of, state_before

Array = NDArray[np.float64]
SEEN = np.arange(0, 200, 7)

# Bits travel as whole numbers: JSON has no nan.
SCRIPT = """
import { readFileSync } from "node:fs";
const bits = (value) => new BigInt64Array(Float64Array.of(value).buffer)[0].toString();
const { prelude, cases } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const found = cases.map(({ text, outputs, inputs, columns, seen, sums }) => {
  const program = new Function(`${prelude}return ${text};`)();
  const arrays = columns.map((each) => Float64Array.from(each));
  const terms = Array.from({ length: sums }, () => new Float64Array(seen.length));
  return inputs.map((input) => {
    const output = new Float64Array(outputs);
    program(input, output, arrays, seen, seen.length, terms);
    return Array.from(output, bits);
  });
});
process.stdout.write(JSON.stringify(found));
"""


def cases() -> dict[str, tuple[Program, dict[str, Any]]]:
    """Programs and inputs: every rule and surface."""
    found: dict[str, tuple[Program, dict[str, Any]]] = {}
    for key, kind in RULES.items():
        found[key] = rule_program(kind), inputs_of(kind(), *state_before(kind()))
    for key, surface in SURFACES.items():
        draws = np.random.default_rng(2).random((30, 2))
        x, y = (
            low + each * (high - low)
            for (low, high), each in zip((surface.xlim, surface.ylim), draws.T, strict=True)
        )
        made = {"loss": loss_program(surface), "hessian": hessian_program(surface)}
        if key != "noisy_quadratic":
            made["gradient"] = gradient_program(surface)
        found |= {f"{key} {what}": (each, {"x": x, "y": y}) for what, each in made.items()}
    return found


CASES = cases()


@pytest.fixture(scope="module")
def by_node(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Array]:
    """(inputs, outputs) for each case."""
    folder = tmp_path_factory.mktemp("programs")
    script, content = folder / "run.mjs", folder / "cases.json"
    script.write_text(SCRIPT, encoding="utf-8")
    content.write_text(
        json.dumps({"prelude": PRELUDE, "cases": [asked(*each) for each in CASES.values()]})
    )
    done = subprocess.run(["node", script, content], capture_output=True, check=True)
    return {
        key: np.array(rows, dtype=np.int64).view(float)
        for key, rows in zip(CASES, json.loads(done.stdout), strict=True)
    }


def asked(program: Program, inputs: dict[str, Any]) -> dict[str, Any]:
    names = [name for name in program.inputs if name != COUNT]
    many = max((np.size(each) for each in inputs.values()), default=1)
    given = np.array([np.broadcast_to(inputs[name], many) for name in names])
    return {
        "text": javascript(program),
        "outputs": sum(len(places) for places in program.outputs.values()),
        "inputs": given.reshape(len(names), many).T.tolist(),
        "columns": [column.tolist() for column in program.columns],
        "seen": SEEN.tolist(),
        "sums": sum(each.operation == "sum" for each in program.values),
    }


@pytest.mark.parametrize("key", CASES)
def test_node_computes_what_numpy_computes(key: str, by_node: dict[str, Array]) -> None:
    program, inputs = CASES[key]
    found = by_node[key]
    parts = [each for own in run(program, inputs, SEEN).values() for each in own]
    expected = np.stack([np.broadcast_to(each, len(found)) for each in parts], -1)
    operations = {each.operation for each in program.values} & set(OPERATIONS)
    if all(OPERATIONS[each].exact for each in operations):
        np.testing.assert_array_equal(found, expected)
    else:
        # RAdam's rho is the difference of two numbers in the thousands, one made of a power.
        tolerance = 1e-11 if key == "radam" else 1e-12
        np.testing.assert_allclose(found, expected, rtol=tolerance, atol=1e-12)


def test_a_name_never_reaches_the_text() -> None:
    """Inputs are numbered; what a file calls its hyper-parameters stays in Python."""
    text = javascript(rule_program(RULES["adam"]))
    assert not any(name in text for name in ("beta1", "eps", "lr"))
