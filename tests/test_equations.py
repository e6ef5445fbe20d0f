"""The docstrings' equations say what the rules do: evaluated, they give the races' numbers."""

import pytest

from optviz.equations import Tree, equations, parse, source
from optviz.optimizers import OPTIMIZERS
from optviz.race import Trajectory, race
from optviz.scenes import SCENES
from optviz.variants import VARIANTS
from tests.support.equations import evaluate

RULES = OPTIMIZERS | VARIANTS


def own_run(name: str, scene: str) -> Trajectory:
    kind = RULES[name]
    raced = [entry.optimizer for entry in SCENES[scene].entrants]
    optimizer = next((each for each in raced if type(each) is kind), kind())
    return race(SCENES[scene].surface, [optimizer], SCENES[scene].start, 60)[0]


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("name", RULES)
def test_equations_give_the_numbers_of_the_rule(name: str, scene: str) -> None:
    run = own_run(name, scene)
    for k in (0, 1, 7, 59):
        for axis in (0, 1):
            known = run.optimizer.settings() | {"t": k + 1, "g": run.grad[k, axis]}
            known |= {"x": run.x[k, axis]}
            known |= {each: run.state[each][k, axis] for each in run.optimizer.memory}
            for equation in equations(type(run.optimizer)):
                known[equation.name] = evaluate(equation.tree, known)
            assert known["x"] == pytest.approx(run.x[k + 1, axis], rel=1e-12, abs=1e-15)
            for each, history in run.state.items():
                assert known[each] == pytest.approx(history[k + 1, axis], rel=1e-12)


@pytest.mark.parametrize("name", RULES)
def test_every_quantity_of_the_state_has_its_equation(name: str) -> None:
    run = own_run(name, "beale")
    assert {each.name for each in equations(RULES[name])} == {*run.state, "x"}


@pytest.mark.parametrize("name", RULES)
def test_every_rule_names_its_source(name: str) -> None:
    assert any(year in source(RULES[name]) for year in ("1951", "1964", "1983", "20"))
    assert "Frameworks" not in source(RULES[name])


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("mu v - lr g", ["-", ["*", "mu", "v"], ["*", "lr", "g"]]),
        ("-rate g", ["*", ["neg", "rate"], "g"]),
        ("m / (1 - beta1^t)", ["/", "m", ["-", 1.0, ["^", "beta1", "t"]]]),
        ("(1 - rho) g^2", ["*", ["-", 1.0, "rho"], ["^", "g", 2.0]]),
        ("lr / (sqrt(G) + 1e-8)", ["/", "lr", ["+", ["sqrt", "G"], 1e-8]]),
        ("lr (sign(c) + decay x)", ["*", "lr", ["+", ["sign", "c"], ["*", "decay", "x"]]]),
        ("beta1 max(u, abs(g))", ["*", "beta1", ["max", "u", ["abs", "g"]]]),
        ("2 g if m v != 0 else m", ["if", ["!=", ["*", "m", "v"], 0.0], ["*", 2.0, "g"], "m"]),
        ("a - b if (c) <= d e else f", ["if", ["<=", "c", ["*", "d", "e"]], ["-", "a", "b"], "f"]),
    ],
)
def test_expressions_are_read_as_papers_write_them(text: str, tree: Tree) -> None:
    assert parse(text) == tree


NO_EQUATIONS = (
    *("", "mu +", "print('x')", "x.y", "[1]", "a @ b", "max(u)", "sqrt(a, b)", "abs()", "rho > 5"),
    *("x if y else z", "x if y > z", "x if 0 < y < z else x", "x if y > 0 and z > 0 else x", "max"),
)


@pytest.mark.parametrize("text", NO_EQUATIONS)
def test_what_is_no_equation_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="equation"):
        parse(text)
