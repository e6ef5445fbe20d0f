"""Where definitions part: every sentence holds, and can be false."""

from dataclasses import replace

import pytest

from optviz.scenes.definitions import DIFFERENCES
from optviz.variants import RULES

every_difference = pytest.mark.parametrize("key", DIFFERENCES)


@every_difference
def test_what_is_said_is_so(key: str) -> None:
    scene = DIFFERENCES[key]
    measured = scene.story[0].of(scene.race())
    assert measured
    assert measured.holds, measured.words


@every_difference
def test_both_can_be_chosen_in_any_scene(key: str) -> None:
    entrants = DIFFERENCES[key].entrants
    assert len({each.name for each in entrants}) == 2
    assert len({each.optimizer for each in entrants}) == 2
    assert {type(each.optimizer) for each in entrants} <= set(RULES.values())


@pytest.mark.parametrize("key", [key for key in DIFFERENCES if key != "adam-eps-small"])
def test_a_rule_beside_itself_does_not_part(key: str) -> None:
    scene = DIFFERENCES[key]
    other = type("Other", (type(scene.entrants[0].optimizer),), {})
    twin = other(**scene.entrants[0].optimizer.settings())
    same = replace(scene, entrants=(scene.entrants[0], replace(scene.entrants[1], optimizer=twin)))
    measured = scene.story[0].of(same.race())
    assert measured is None or not measured.holds
