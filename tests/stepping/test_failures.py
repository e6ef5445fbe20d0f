"""Rules that fail in the middle of a race: named with file, line and step, never broadcast."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import pytest

from optviz.entrants import Entrant
from optviz.optimizers import SGD, Adam, Optimizer
from optviz.race import race, race_that_runs
from optviz.scenes import SCENES
from optviz.stepping import RuleFailed
from optviz.studies.sweep import sweep
from optviz.studies.tuning import tuned
from surfaces import SURFACES

BEALE = SURFACES["beale"]
STARTS = np.array([[1.0, 1.6], [0.5, 0.2], [-1.0, 2.0]])
TURNS = 6  # the step at which they go wrong


@dataclass(frozen=True)
class Turning(Optimizer):
    """Does what SGD does, and later something else."""

    lr: float = 1e-3
    memory: ClassVar[tuple[str, ...]] = ("v",)

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        s.v = g
        return self.later(x, g, s) if s.t >= TURNS else x - self.lr * g

    def later(self, x: Any, g: Any, s: Any) -> Any:
        raise NotImplementedError


def turning(later: Any) -> Optimizer:
    made: Any = type("Mine", (Turning,), {"later": later, "__module__": "mine"})
    rule: Optimizer = dataclass(frozen=True)(made)()
    return rule


def kept(value: Any) -> Any:
    def later(self: Any, x: Any, g: Any, s: Any) -> Any:
        s.v = value(g)
        return x

    return later


def also(self: Any, x: Any, g: Any, s: Any) -> Any:
    s.other = g
    return x


def in_place(self: Any, x: Any, g: Any, s: Any) -> Any:
    x -= g
    return x


def aliased(self: Any, x: Any, g: Any, s: Any) -> Any:
    s.v *= 0.9
    return x - s.v


def unknown(self: Any, x: Any, g: Any, s: Any) -> Any:
    return x - s.velocity


def exits(self: Any, x: Any, g: Any, s: Any) -> Any:
    raise SystemExit(0)


LATE: dict[str, tuple[Any, str]] = {
    "raises": (lambda self, x, g, s: 1 / 0, "fails at step 6: ZeroDivisionError: division by zero"),
    "exits": (exits, "fails at step 6: SystemExit: 0"),
    "unknown": (unknown, "nothing is remembered as 'velocity': name it in the class's `memory`"),
    "in place": (
        in_place,
        "write x = x - ..., not x -= ...: the rule must not",
    ),
    "in place by another name": (aliased, "the rule must not change what it gets"),
    "number": (lambda self, x, g, s: 1.0, "at step 6 its rule returns a float where x has shape"),
    "shorter": (lambda self, x, g, s: x[..., :1], "at step 6 its rule returns shape (1,) where x"),
    "longer": (
        lambda self, x, g, s: np.zeros((5, 2)),
        "returns shape (5, 2) where x has",
    ),
    "complex": (lambda self, x, g, s: x + 0j, "returns shape (2,) of complex128 where x"),
    "objects": (lambda self, x, g, s: x.astype(object), "returns shape (2,) of object where x"),
    "whole": (lambda self, x, g, s: x.astype(int), "returns shape (2,) of int64 where x"),
    "masked": (lambda self, x, g, s: np.ma.masked_array(x), "returns shape (2,) of MaskedArray"),
    "nothing": (lambda self, x, g, s: None, "returns None where x"),
    "uneven": (lambda self, x, g, s: [[1.0], 2.0], "returns a list where x"),
    "other names": (also, "at step 6 its rule assigns other names to s than in its first step"),
    "kept shape": (kept(lambda g: np.zeros(3)), "at step 6 its rule keeps s.v as shape (3,) where"),
    "kept complex": (kept(lambda g: 1j * g), "keeps s.v as shape (2,) of complex128 where"),
    "kept text": (kept(lambda g: "a"), "keeps s.v as a str where"),
}


@pytest.mark.parametrize("name", LATE)
@pytest.mark.parametrize("start", [STARTS[0], STARTS], ids=["one", "many"])
def test_what_goes_wrong_later_is_a_sentence(name: str, start: Any) -> None:
    later, says = LATE[name]
    rule = turning(later)
    with pytest.raises(RuleFailed, match=re.escape(says)) as refused:
        race(BEALE, [Adam(), rule, SGD()], start, steps=20)
    assert refused.value.optimizer is rule
    place = rf"{Path(__file__).name}, line \d+: Mine "
    assert re.fullmatch(rf"{place}[^\n]+[^.\n]", str(refused.value))


BEGINS: dict[str, tuple[dict[str, Any], str]] = {
    "memory": ({"memory": "velocity"}, "cannot begin: its memory is no tuple of names: write"),
    "no memory": ({"memory": None}, "cannot begin: its memory is no tuple of names: write"),
    "init": ({"init": lambda self, x: None}, "cannot begin: its init gives no t: leave init out"),
    "raises": ({"begin": lambda self: 1 / 0}, "cannot begin: ZeroDivisionError: division by"),
    "shape": ({"begin": lambda self: {"v": np.zeros(7)}}, "cannot begin: ValueError: operands"),
    "lookahead": ({"lookahead": lambda self, x, s: 1 / 0}, "fails at step 1: ZeroDivisionError"),
    "looks at": ({"lookahead": lambda self, x, s: x[..., 0]}, "at step 1 its lookahead returns sh"),
}


@pytest.mark.parametrize("name", BEGINS)
@pytest.mark.parametrize("start", [STARTS[0], STARTS], ids=["one", "many"])
def test_what_cannot_begin_is_a_sentence(name: str, start: Any) -> None:
    own, says = BEGINS[name]
    made: Any = type("Mine", (Turning,), {"__module__": "mine"} | own)
    rule: Optimizer = dataclass(frozen=True)(made)()
    with pytest.raises(RuleFailed, match=re.escape(says)):
        race(BEALE, [Adam(), rule], start, steps=20)


@pytest.mark.parametrize(
    "later",
    [
        lambda self, x, g, s: x,
        lambda self, x, g, s: x[...],
        lambda self, x, g, s: (x - self.lr * g).tolist(),
        lambda self, x, g, s: (x - self.lr * g).astype(np.float32),
        lambda self, x, g, s: x * np.nan,
        kept(lambda g: 2.0),
        kept(lambda g: g > 0),
    ],
    ids=["x", "a view", "a list", "float32", "nan", "a number", "flags"],
)
def test_what_is_a_step_is_taken_as_it_is(later: Any) -> None:
    rule = turning(later)
    (run,) = race(BEALE, [rule], steps=20)
    (_, beside) = race(BEALE, [Adam(), rule], steps=20)
    np.testing.assert_array_equal(run.x, beside.x)
    np.testing.assert_array_equal(run.grad_at, np.where(np.isnan(run.grad_at), np.nan, run.x[:-1]))
    many = race(BEALE, [rule], STARTS, steps=20)[0]
    np.testing.assert_array_equal(many.x[:, 0], run.x)


@dataclass(frozen=True)
class Asserts(Optimizer):
    """Insists on finite numbers, as training scripts do."""

    lr: float = 0.1

    def rule(self, x: Any, g: Any, s: Any) -> Any:
        if not (np.isfinite(x).all() and np.isfinite(g).all()):
            raise RuntimeError("diverged")
        return x - self.lr * g


def test_what_a_rule_makes_of_a_run_that_has_ended_does_not_count() -> None:
    rates = np.array([1e-5, 1e-3, 10.0])
    runs = [race(BEALE, [Asserts(lr=rate)], steps=60)[0] for rate in rates]
    same = [race(BEALE, [SGD(lr=rate)], steps=60)[0] for rate in rates]
    assert [run.ended for run in runs] == [run.ended for run in same]
    assert runs[-1].ended
    (*_, found) = sweep(BEALE, [Asserts()], {"lr": rates}, steps=60)
    for k, run in enumerate(runs):
        assert found.final[0, k] == (run.loss[-1] if run.ended is None else np.inf)


def test_a_study_and_a_scene_go_on_with_the_others() -> None:
    rule = turning(lambda self, x, g, s: 1 / 0)
    (*_, found) = sweep(BEALE, [SGD(), rule, Adam()], {"lr": [0.001, 0.01]}, steps=20)
    (*_, without) = sweep(BEALE, [SGD(), Adam()], {"lr": [0.001, 0.01]}, steps=20)
    assert [each.name for each in found.entrants] == ["SGD", "Adam"]
    np.testing.assert_array_equal(found.final, without.final)
    (note,) = found.notes
    says = "Mine fails at step 6: ZeroDivisionError: division by zero; Mine is left out"
    assert note.endswith(says)

    scene = SCENES["beale"]
    both = scene.changed({"Mine": rule, "Adam": Adam()}, scene.start, 20, 0)
    raced = race_that_runs(*both.conditions)
    assert [run.name for run in raced.race] == ["Adam"]
    assert len(raced.notes) == 1
    best = tuned(both)
    assert best.entrants[0] == Entrant("Mine", rule, both.entrants[0].origin)
    assert best.entrants[1].optimizer != Adam()
    with pytest.raises(ValueError, match="Mine fails at step 6"):
        race_that_runs(BEALE, [rule], steps=20)
