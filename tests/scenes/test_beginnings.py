"""With which learning rate an optimizer begins that a race does not have: one that moves it."""

import numpy as np
import pytest

from optviz.entrants import ALIKE, DEFAULT, SAME, YOURS, Entrant
from optviz.optimizers import NAG, SGD, AdaDelta, AdaGrad, Adam, Momentum, Optimizer, RMSProp
from optviz.race import race
from optviz.scenes.beginnings import newcomer, plain
from optviz.scenes.catalog import CATALOG
from optviz.scenes.typed import typed_scene
from optviz.schedules import Piecewise
from optviz.stepping.members import with_values
from optviz.variants import RULES, AdaGradInitial, AdamW, Lion, NAGLookAhead, RAdam

LEAST, MOST = 0.02, 20.0  # times the picture's width that a newcomer gets, at its farthest


@pytest.mark.parametrize("key", CATALOG)
def test_whoever_comes_moves_and_does_not_explode(key: str) -> None:
    scene = CATALOG[key]
    racing = {type(each.optimizer) for each in scene.entrants}
    new = [newcomer(scene.entrants, kind) for kind in RULES.values() if kind not in racing]
    told = [each for each in new if each.origin == ALIKE]
    if not told:  # the scene has one rule with two of its rates
        assert {each.optimizer for each in scene.entrants} & {AdaDelta(), NAG(0.001, 0.95)}
        return
    width = scene.surface.xlim[1] - scene.surface.xlim[0]
    for run in race(scene.surface, told, scene.start, scene.steps, scene.seed):
        away = np.nanmax(np.hypot(*(run.x - run.x[0]).T)) / width
        assert run.ended is None, run.name
        assert away > LEAST, run.name
        if scene.surface.minima:
            assert away < MOST, run.name


@pytest.mark.parametrize(
    ("kind", "racing", "rate", "origin"),
    [
        (AdamW, [SGD(0.1), Adam(0.3)], 0.3, ALIKE),
        (AdamW, [SGD(0.1), RMSProp(0.2)], 0.2, ALIKE),
        (AdamW, [SGD(0.1)], 0.001, DEFAULT),
        (Lion, [Adam(0.3)], 0.03, ALIKE),
        (RAdam, [Adam(0.3), Momentum(0.005)], 0.005, ALIKE),
        (AdaGradInitial, [Adam(0.3), AdaGrad(0.7)], 0.7, ALIKE),
        (NAGLookAhead, [Momentum(0.2), NAG(0.1)], 0.1, ALIKE),
        (SGD, [Momentum(0.2)], 0.2, ALIKE),
        (AdaDelta, [Adam(0.3)], 1.0, DEFAULT),
        (AdamW, [with_values(Adam(), {"lr": Piecewise(0.3, {5: 0.1})})], 0.3, ALIKE),
        (AdamW, [Adam(0.001)], 0.001, DEFAULT),
    ],
)
def test_the_rate_is_that_of_its_like(
    kind: type[Optimizer], racing: list[Optimizer], rate: float, origin: str
) -> None:
    entrants = [Entrant(type(each).__name__, each, YOURS) for each in racing]
    found = newcomer(entrants, kind)
    assert (found.name, found.optimizer.settings()["lr"], found.origin) == (
        kind.__name__,
        rate,
        origin,
    )
    others = {name: v for name, v in found.optimizer.settings().items() if name != "lr"}
    assert others == {name: v for name, v in plain(kind).settings().items() if name != "lr"}


def test_with_a_librarys_defaults_or_one_rate_for_all_it_has_these() -> None:
    beale = CATALOG["beale"]
    assert newcomer(beale.preset("defaults").entrants, AdamW).optimizer == AdamW()
    assert newcomer(typed_scene("x^2 + y^2").entrants, AdamW).origin == DEFAULT
    alike = newcomer(beale.preset("rate", 0.05).entrants, AdamW)
    assert alike.optimizer == AdamW(lr=0.05)
    assert {each.origin for each in beale.preset("rate", 0.05).entrants} == {SAME}


def test_a_scene_says_where_the_rate_comes_from() -> None:
    beale = CATALOG["beale"]
    own = {each.name: each.optimizer for each in beale.entrants}
    changed = beale.changed(own | {"AdamW": AdamW(lr=0.3)}, beale.start, beale.steps, beale.seed)
    assert changed.entrants[-1].origin == ALIKE
    other = beale.changed(own | {"AdamW": AdamW(lr=0.2)}, beale.start, beale.steps, beale.seed)
    assert other.entrants[-1].origin == YOURS
