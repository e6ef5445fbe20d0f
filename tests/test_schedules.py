"""Hyper-parameters that change on the way: each step is the rule's with that step's settings."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optviz.batch import run_trials
from optviz.optimizers import NAG, SGD, Adam, Array, Momentum, Optimizer, State
from optviz.race import race, race_that_runs
from optviz.scenes import SCENES
from optviz.schedules import Piecewise as Exact
from optviz.schedules import in_words
from optviz.stories.findings import evaluate_story
from optviz.variants import RULES
from surfaces import SURFACES
from surfaces.surface import Surface, empty_points
from tests.support.optimizers import racing_on

ADAGRAD: Any = RULES["adagradinitial"]
Piecewise: Any = Exact  # in the place of numbers
BEALE = SURFACES["beale"]


def by_hand(surface: Surface, optimizer: Optimizer, steps: int) -> Iterator[Array]:
    """A run through the step interface, its settings put in before each step."""
    x = np.array(surface.start, dtype=float)
    state = optimizer.init(x)
    for k in range(steps):
        settings = optimizer.settings().items()
        now = {name: each.at(k) for name, each in settings if isinstance(each, Exact)}
        rule = replace(optimizer, **now)
        g = surface.step_gradient(rule.lookahead(x, state), k, 0)
        vars(state)["t"] = k + 1
        x = rule.rule_on(surface, 0)(x, g, state)
        yield x


def changing(kind: type[Optimizer]) -> Optimizer:
    """A rule all of whose settings, but for what acts at the start alone, change twice."""
    own = kind().settings()
    changes = {
        name: Piecewise(value, {3: value / 2, 7 + k: value * 0.9})
        for k, (name, value) in enumerate(own.items())
        if name not in ("initial", "pairs")
    }
    return kind(**changes)


@pytest.mark.parametrize(
    ("key", "name"),
    [(key, name) for name in ("beale", "noisy_moons") for key in racing_on(SURFACES[name])],
)
def test_every_rule_steps_as_by_hand(key: str, name: str) -> None:
    surface, optimizer = SURFACES[name], changing(RULES[key])
    run = race(surface, [optimizer], steps=15)[0]
    with np.errstate(all="ignore"):  # what diverges does
        np.testing.assert_array_equal(run.x[1:], list(by_hand(surface, optimizer, 15)))


def test_up_to_the_change_the_path_is_the_one_without() -> None:
    changed, plain = race(
        BEALE, {"changed": Adam(lr=Piecewise(0.1, {20: 0.2})), "plain": Adam(lr=0.1)}, steps=40
    )
    np.testing.assert_array_equal(changed.x[:21], plain.x[:21])
    assert (changed.x[21:] != plain.x[21:]).all()


@dataclass(frozen=True)
class Mixing(Optimizer):
    """A user's, of whose batches each member is stepped by itself."""

    lr: float = 0.1

    def rule(self, x: Array, g: Array, s: State) -> Array:
        return np.asarray(x - self.lr * g / (1 + np.linalg.norm(g)))


@pytest.mark.parametrize("kind", [SGD, NAG, Mixing])
def test_trials_of_a_batch_change_as_single_races_do(kind: Any) -> None:
    optimizer = kind(lr=Piecewise(1e-3, {5: 2e-3}))
    starts = empty_points((3,))
    starts[...] = [[1.0, 1.5], [0.5, 0.5], [2.0, 1.0]]
    final = run_trials(BEALE, [optimizer], starts, 12, 0).final[0]
    single = [race(BEALE, [optimizer], each, 12)[0].loss[-1] for each in starts]
    np.testing.assert_array_equal(final, single)


@dataclass(frozen=True)
class FailsWhenSmall(Optimizer):
    """A user's, which fails in its second phase."""

    lr: float = 0.1

    def rule(self, x: Array, g: Array, s: State) -> Array:
        if self.lr < 0.01:
            raise RuntimeError("too small")
        return x - self.lr * g


def test_a_rule_that_fails_after_its_change_is_left_out_with_its_step() -> None:
    failing = FailsWhenSmall(lr=Piecewise(0.02, {4: 0.001}))
    raced = race_that_runs(BEALE, [failing, SGD()], steps=9)
    assert [run.name for run in raced.race] == ["SGD"]
    (note,) = raced.notes
    assert "FailsWhenSmall fails at step 5: RuntimeError: too small" in note


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda: Piecewise(1, {}), "give whole numbers from 1"),
        (lambda: Piecewise(1, {0: 2}), "give whole numbers from 1"),
        (lambda: Piecewise(1, ((3, 1), (3, 2))), "each once"),
        (lambda: Piecewise(1, {2.5: 1}), "give whole numbers from 1"),
        (lambda: Piecewise(1, 3), "give them as in"),
        (lambda: Piecewise(1, [[40]]), "give them as in"),
        (lambda: SGD(lr=Piecewise(0.1, {3: -1.0})), "lr = -1"),
        (lambda: Momentum(mu=Piecewise(1.0, {3: 0.5})), "mu = 1"),
        (lambda: SGD(lr=Piecewise(np.ones(2), {3: 1.0})), "no single number"),
        (
            lambda: ADAGRAD(initial=Piecewise(0.1, {3: 1.0})),
            "before the first step",
        ),
    ],
)
def test_what_cannot_change_so_is_refused_in_a_sentence(make: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        make()


@given(
    st.lists(st.integers(1, 60), min_size=1, max_size=4, unique=True).map(sorted),
    st.integers(0, 70),
)
def test_the_value_of_a_step_is_that_of_the_last_change_before(steps: list[int], at: int) -> None:
    value = Piecewise(0.0, {step: float(step) for step in steps})
    assert value.at(at) == max([0, *(step for step in steps if step <= at)])


def test_people_read_it_in_words() -> None:
    changing = Piecewise(0.1, {40: 0.05, 60: 1e-9})
    assert in_words(changing) == "0.1 (0.05 from step 40, 10⁻⁹ from step 60)"


@pytest.mark.parametrize("key", SCENES)
def test_stories_of_constant_settings_are_not_told_of_others(key: str) -> None:
    scene = SCENES[key]
    entrants = {each.name: changing_rate(each.optimizer) for each in scene.entrants}
    done = race(scene.surface, entrants, scene.start, 60)
    for statement in evaluate_story(scene.story, done, scene.conditions, patient=False):
        assert statement.words


def changing_rate(optimizer: Optimizer) -> Optimizer:
    settings = optimizer.settings()
    name = "lr" if "lr" in settings else next(iter(settings))
    changed: dict[str, Any] = {name: Piecewise(settings[name], {20: settings[name] / 2})}
    return replace(optimizer, **changed)
