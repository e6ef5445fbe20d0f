"""What newcomers are asked to try can be done, and is not done already."""

import numpy as np
import pytest

from optviz.race import race
from optviz.scenes.catalog import CATALOG
from optviz.scenes.prompts import OWN, prompts
from surfaces.surface import Surface


def largest(surface: Surface, axis: int | None) -> float:
    """The loss, or the distance from zero along an axis, that the picture reaches."""
    if axis is not None:
        return float(np.abs((surface.xlim, surface.ylim)[axis]).max())
    x, y = np.meshgrid(np.linspace(*surface.xlim, 101), np.linspace(*surface.ylim, 101))
    return float(np.nanmax(surface.loss(x, y)))


@pytest.mark.parametrize("key", CATALOG)
def test_each_scene_has_a_move_a_change_where_there_is_a_rate_and_a_question(key: str) -> None:
    scene = CATALOG[key]
    kinds = [each["kind"] for each in prompts(key, scene)]
    rates = any("lr" in each.optimizer.settings() for each in scene.entrants)
    assert kinds == (["move", "change", "guess"] if rates else ["move", "guess"])
    for each in prompts(key, scene):
        if each["kind"] == "change":
            settings = {entry.name: entry.optimizer.settings() for entry in scene.entrants}
            assert each["setting"] in settings[each["entrant"]]


@pytest.mark.parametrize("key", OWN)
def test_the_place_is_in_the_picture_and_is_not_the_start(key: str) -> None:
    scene = CATALOG[key]
    move, guess = OWN[key]
    assert move.where
    axis, least = move.where.axis, move.where.least
    x, y = (np.array(each) for each in scene.start)
    begins = float(scene.surface.loss(x, y)) if axis is None else abs(scene.start[axis])
    assert begins < least < 0.98 * largest(scene.surface, axis)
    if guess.where and guess.where.axis is not None:
        reached = np.abs(race(*scene.conditions).runs[-1].x[:, guess.where.axis]).max()
        assert abs(scene.start[guess.where.axis]) < guess.where.least < reached
