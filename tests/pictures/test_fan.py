"""Heads that would cover each other stand side by side, near what they mark."""

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from optviz.export import RaceOptions
from optviz.pictures.fan import COVERED, fanned
from optviz.pictures.race.composition import RaceComposition
from optviz.pictures.race.race_picture import RacePicture
from optviz.scenes import SCENES

Array = NDArray[np.float64]
RADIUS = 6.0
LOW, HIGH = np.array([0.0, 0.0]), np.array([400.0, 300.0])
inside = st.tuples(st.integers(60, 340), st.integers(60, 240))


def gaps(places: Array) -> Array:
    found: Array = np.linalg.norm(places[:, None] - places, axis=-1)
    return found[np.triu_indices(len(places), 1)]


@given(st.lists(inside, min_size=1, max_size=4), st.integers(1, 4))
@example([(68, 62), (87, 62), (67, 60)], 4)
def test_every_head_is_seen_whatever_coincides(spots: list[tuple[int, int]], times: int) -> None:
    points = np.array(spots * times, dtype=float)
    places = fanned(points, RADIUS, LOW, HIGH)
    assert (gaps(places) >= COVERED * RADIUS - 1e-9).all()
    assert (places >= LOW).all()
    assert (places <= HIGH).all()
    assert np.linalg.norm(places - points, axis=-1).max() < 3 * RADIUS * (1 + len(points) / 2)


def test_what_covers_nothing_stays_and_what_is_nowhere_too() -> None:
    points = np.array([[100.0, 100.0], [130.0, 100.0], [np.nan, np.nan]])
    np.testing.assert_array_equal(fanned(points, RADIUS, LOW, HIGH), points)
    crowd = np.array([[300.0, 100.0], [100.0, 100.0], [100.0, 100.0], [np.nan, 3.0]])
    places = fanned(crowd, RADIUS, LOW, HIGH)
    np.testing.assert_array_equal(places[[0, 3]], crowd[[0, 3]])
    assert not (places[1:3] == crowd[1:3]).all(axis=-1).any()


def test_in_a_corner_heads_stay_on_the_picture() -> None:
    places = fanned(np.array([[1.0, 1.0]] * 5), RADIUS, LOW, HIGH)
    assert (places >= LOW + RADIUS).all()


def test_stills_fan_out_and_films_do_not() -> None:
    picture = RacePicture(RaceComposition.of(SCENES["beale"], RaceOptions(size=(400, 300))))
    assert not any(trails.fan for trails in picture.views)
    picture.fan_out()
    assert picture.views
    assert all(trails.fan for trails in picture.views)
