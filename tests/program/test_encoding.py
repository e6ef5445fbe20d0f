"""Programs as browsers have them, run by Node.js, against the same programs run by numpy."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.oracles import Asking
from optviz.program.encoding import encoded
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
from tests.support.node import run_node
from tests.support.programs import at_points, inputs_of, state_before

Array = NDArray[np.float64]
SEEN = np.arange(0, 200, 7)

# Compiled and interpreted, as policies of pages let them. Bits travel as whole numbers, for nan.
SCRIPT = """
const { Program, compiled, interpreted } = await import(engine + "program.js");
const bits = (value) => new BigInt64Array(Float64Array.of(value).buffer)[0].toString();
const found = given.map(({ program: encoded, inputs, seen }) => {
  const columns = encoded.columns.map((each) => Float64Array.from(each));
  const numbered = { ...encoded, columns: columns.map((_, place) => place) };
  const program = new Program(numbered, columns);
  return [compiled, interpreted].map((make) => {
    const go = make(numbered, columns);
    return inputs.map((input) => {
      const output = program.output();
      go(Float64Array.from(input), output, seen, seen.length);
      return Array.from(output, bits);
    });
  });
});
process.stdout.write(JSON.stringify(found));
"""


def cases() -> dict[str, tuple[Program, dict[str, Any]]]:
    """Programs and inputs: every rule and surface."""
    found: dict[str, tuple[Program, dict[str, Any]]] = {}
    for key, kind in RULES.items():
        if not issubclass(kind, Asking):
            found[key] = rule_program(kind), inputs_of(kind(), *state_before(kind()))
    for key, surface in SURFACES.items():
        draws = np.random.default_rng(2).random((30, 2))
        x, y = (
            low + each * (high - low)
            for (low, high), each in zip((surface.xlim, surface.ylim), draws.T, strict=True)
        )
        made = {
            "loss": loss_program(surface),
            "hessian": hessian_program(surface),
            "gradient": gradient_program(surface),
        }
        inputs = at_points(surface, x, y)
        found |= {f"{key} {what}": (each, inputs) for what, each in made.items()}
    return found


CASES = cases()


@pytest.fixture(scope="module")
def by_node(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Array]:
    """(2, inputs, outputs) for each case: compiled, and interpreted."""
    asked = [asked_of(*each) for each in CASES.values()]
    rows = run_node(SCRIPT, asked, tmp_path_factory.mktemp("programs"))
    return {
        key: np.array(each, dtype=np.int64).view(float)
        for key, each in zip(CASES, rows, strict=True)
    }


def asked_of(program: Program, inputs: dict[str, Any]) -> dict[str, Any]:
    content = encoded(program)
    many = max((np.size(each) for each in inputs.values()), default=1)
    given = np.array(
        [np.broadcast_to(0.0 if n == COUNT else inputs[n], many) for n in content["inputs"]]
    )
    columns = [each.tolist() for each in content["columns"]]
    return {
        "program": content | {"columns": columns},
        "inputs": given.reshape(len(content["inputs"]), many).T.tolist(),
        "seen": SEEN.tolist(),
    }


@pytest.mark.parametrize("key", CASES)
def test_node_computes_what_numpy_computes(key: str, by_node: dict[str, Array]) -> None:
    program, inputs = CASES[key]
    found, interpreted = by_node[key]
    np.testing.assert_array_equal(found, interpreted)
    parts = [each for own in run(program, inputs, SEEN).values() for each in own]
    expected = np.stack([np.broadcast_to(each, len(found)) for each in parts], -1)
    operations = {each.operation for each in program.values} & set(OPERATIONS)
    if all(OPERATIONS[each].exact for each in operations):
        np.testing.assert_array_equal(found, expected)
    else:
        # RAdam's rho is the difference of two numbers in the thousands, one made of a power.
        tolerance = 1e-11 if key == "radam" else 1e-12
        np.testing.assert_allclose(found, expected, rtol=tolerance, atol=1e-12)


def test_both_tables_have_the_same_operations(tmp_path_factory: pytest.TempPathFactory) -> None:
    script = """
    const { OPERATIONS } = await import(engine + "../core/operations.js");
    process.stdout.write(JSON.stringify(Object.entries(OPERATIONS).map(([k, v]) => [k, v[2]])));
    """
    names = dict(run_node(script, None, tmp_path_factory.mktemp("names")))
    assert names == {name: len(each.pullbacks) for name, each in OPERATIONS.items()}


FORGED: list[dict[str, Any]] = [
    {"code": [["alert(1)", 0, 1]]},
    {"code": [["constructor", 0]]},
    {"code": [["__proto__", 0]]},
    {"code": [["add", 0, "1;alert(1)"]]},
    {"code": [["add", 0, 99]]},
    {"code": [["add", 0, 2]]},
    {"code": [["add", 0]]},
    {"code": [["add", 0, -1]]},
    {"code": [["add", 0, 0.5]]},
    {"code": "add"},
    {"constants": ["1;alert(1)"]},
    {"constants": [{"toString": "alert(1)"}]},
    {"constants": [None]},
    {"inputs": [1, 2]},
    {"columns": [0]},
    {"outputs": {"out": ["0];alert(1);["]}},
    {"outputs": {"out": "01"}},
]


@pytest.mark.parametrize("make", ["compiled", "interpreted"])
def test_nothing_but_programs_is_run(make: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is forged is refused as a whole, before any function is made of it."""
    right = {
        "inputs": ["x", "y"],
        "constants": [],
        "columns": [],
        "code": [["add", 0, 1]],
        "outputs": {"out": [2]},
    }
    script = """
    globalThis.alert = () => { throw new RangeError("it ran"); };
    const { Program } = await import(engine + "program.js");
    const tried = given.map((encoded) => {
      try {
        const program = new Program(encoded, []);
        const output = program.output();
        program.run(Float64Array.of(1, 2), output, [], 0);
        return output[0];
      } catch (error) {
        return error.message;
      }
    });
    process.stdout.write(JSON.stringify(tried));
    """
    if make == "interpreted":
        script = 'globalThis.Function = () => { throw new EvalError("no"); };' + script
    given = [right, *(right | each for each in FORGED)]
    sum_, *others = run_node(script, given, tmp_path_factory.mktemp("forged"))
    assert sum_ == 3
    assert others == ["this is no program of optviz"] * len(FORGED)
