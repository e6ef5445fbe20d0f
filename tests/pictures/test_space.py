"""The surface in space: what hides behind hills, and in which order its cells are painted."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from optviz.heightmap import heightmap
from optviz.optimizers import SGD, Momentum
from optviz.pictures.race.space.camera import BASE, HEIGHT, Camera
from optviz.pictures.race.space.drape import drape
from optviz.pictures.race.space.mesh import ground_mesh
from optviz.pictures.race.space.terrain import Horizon, Terrain
from optviz.pictures.theme import THEMES
from optviz.race import race
from optviz.style import STYLES
from surfaces import SURFACES

Array = NDArray[np.float64]

CAMERAS = [Camera(44.5, 225), Camera(62, 300), Camera(25, 40), Camera(80, 135.5), Camera(30, 90)]
every_camera = pytest.mark.parametrize("camera", CAMERAS, ids=str)
every_surface = pytest.mark.parametrize("name", ["beale", "saddle_point", "long_valley"])


def covered(terrain: Terrain, camera: Camera, x: float, y: float, z: float) -> float:
    """By how much the ground before a point rises above it: a ray marched to the viewer."""
    far = np.linspace(0.01, 1.5, 2000)
    before = terrain.ground(x - far * camera.away[0], y - far * camera.away[1])
    lift = before * camera.cosine - far * camera.sine
    return float(np.nanmax(lift, initial=-9) - z * camera.cosine)


@every_camera
@every_surface
def test_the_horizon_hides_what_a_ray_finds_hidden(name: str, camera: Camera) -> None:
    terrain = Terrain(heightmap(SURFACES[name]))
    horizon = Horizon(terrain, camera)
    places = np.random.default_rng(3).uniform(-0.48, 0.48, (800, 2))
    z = terrain.ground(places[:, 0], places[:, 1])
    clear = horizon.clearance(places[:, 0], places[:, 1], z)
    judged = 0
    for (x, y), height, clearance in zip(places, z, clear, strict=True):
        above = covered(terrain, camera, x, y, height)
        if abs(above) > 0.008:  # nearer to the edge of a hill the two may round differently
            judged += 1
            assert (clearance < 0) == (above > 0), (x, y)
    assert judged > 100


def test_something_is_hidden_in_the_tests_above() -> None:
    terrain = Terrain(heightmap(SURFACES["beale"]))
    sides = terrain.sides
    x, y = np.meshgrid(sides, sides)
    share = (Horizon(terrain, Camera(25, 40)).clearance(x, y, terrain.z) < 0).mean()
    assert 0.05 < share < 0.9


@every_camera
def test_cells_are_painted_from_far_to_near(camera: Camera) -> None:
    terrain = Terrain(heightmap(SURFACES["saddle_point"]))
    flat = replace(heightmap(SURFACES["saddle_point"]), loss=np.zeros_like(terrain.z))
    corners, colours = ground_mesh(Terrain(flat), camera, THEMES["light"])
    up = corners[..., 1]  # on level ground farther is higher up
    assert (np.diff(up, axis=0) <= 1e-12).all()
    assert (np.diff(up, axis=1) <= 1e-12).all()
    assert colours.shape == (len(sides_of(terrain)) - 1, len(sides_of(terrain)) - 1, 4)


def sides_of(terrain: Terrain) -> Array:
    return terrain.sides


@every_camera
def test_the_box_fits_whatever_the_camera(camera: Camera) -> None:
    x, y, z = np.meshgrid([-0.5, 0.5], [-0.5, 0.5], [BASE, HEIGHT])
    seen = camera.see(x.ravel(), y.ravel(), z.ravel())
    assert np.ptp(seen[:, 0]) <= np.sqrt(2) + 1e-9
    assert np.ptp(seen[:, 1]) <= 1.52


def test_level_ground_lies_at_its_height_and_nowhere_outside() -> None:
    terrain = Terrain(heightmap(SURFACES["beale"]))
    i, j = 20, 133
    side = terrain.sides
    assert terrain.ground(side[i], side[j]) == pytest.approx(terrain.z[j, i])
    assert np.isnan(terrain.ground(np.array(0.51), np.array(0.0)))
    assert np.nanmin(terrain.z) == 0
    assert np.nanmax(terrain.z) == pytest.approx(HEIGHT)


@every_camera
def test_a_trail_is_seen_or_hidden_but_never_both_nor_lost(camera: Camera) -> None:
    surface = SURFACES["beale"]
    terrain = Terrain(heightmap(surface))
    runs = race(surface, [SGD(lr=0.001), Momentum(lr=0.001, mu=0.95)], (1, 1.6), 150)
    horizon = Horizon(terrain, camera)
    for run in runs:
        draped = drape(run, STYLES["SGD"], terrain)
        strand = draped.seen(terrain, camera, horizon)
        assert strand.hidden is not None
        ground = draped.line
        parts = [time_covered(line.times, line.begins) for line in (strand.seen, strand.hidden)]
        assert sum(parts) == pytest.approx(time_covered(ground.times, ground.begins))
        assert strand.heads.shape == (151, 2)


def time_covered(times: Array, begins: NDArray[np.bool_]) -> Any:
    return sum(
        later - earlier
        for (earlier, later), lifted in zip(pairwise(times), begins[1:], strict=True)
        if not lifted
    )
