"""Films between steps: where heads are on the way, and that a picture shows that they are."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from numpy.typing import NDArray

from optviz.film.render import pixels
from optviz.optimizers import SGD, Adam, Momentum
from optviz.pictures.bundle.bundle_picture import BundlePicture
from optviz.pictures.bundle.composition import BundleComposition
from optviz.pictures.lines import cut, divided
from optviz.pictures.picture import Picture
from optviz.pictures.race.composition import RaceComposition, RaceOptions
from optviz.pictures.race.race_picture import RacePicture
from optviz.race import Race, race
from optviz.wrappers import EMA
from surfaces import SURFACES
from tests.support.films import levels

BEALE = SURFACES["beale"]
FAR = race(BEALE, [SGD(lr=0.02)], (1, 1.6), 6)  # its steps are longer than a head is wide


def picture_of(what: Race, *, eased: bool = True, **options: object) -> RacePicture:
    composition = RaceComposition.of(what, RaceOptions(**options))  # type: ignore[arg-type]
    return RacePicture(replace(composition, eased=eased))


def drawn(picture: Picture, step: float) -> NDArray[np.uint8]:
    picture.show(step)
    canvas = FigureCanvasAgg(picture.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    return levels(pixels(canvas)).copy()


def place(picture: RacePicture, point: NDArray[np.float64]) -> tuple[int, int]:
    """Row and column of a pixel."""
    x, y = picture.views[0].axes.transData.transform(point)
    return round(picture.figure.bbox.height - y), round(x)


def near(pixel: NDArray[np.uint8], colour: NDArray[np.int_]) -> bool:
    return bool(np.abs(pixel.astype(int) - colour).max() < 12)


@given(
    st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), min_size=2, max_size=8, unique=True),
    st.floats(0, 1),
)
def test_a_line_is_on_the_straight_way_between_iterates(
    given_points: list[tuple[float, float]], share: float
) -> None:
    points = np.array(given_points)
    time = share * (len(points) - 1)
    before = min(int(time), len(points) - 2)
    true = points[before] + (time - before) * (points[before + 1] - points[before])
    whole = cut(points, np.array([-9.0, -9.0]), np.array([9.0, 9.0]))
    for line in (whole, divided(whole, 0.1)):
        np.testing.assert_allclose(line.at(time), true, atol=1e-9)
        np.testing.assert_allclose(np.asarray(line.until(time).vertices)[-1], true, atol=1e-9)
    low, high = np.array([-1.0, -1.0]), np.array([1.0, 1.0])
    inside = ((true > low + 1e-9) & (true < high - 1e-9)).all()
    outside = ((true < low - 1e-9) | (true > high + 1e-9)).any()
    found = np.isfinite(cut(points, low, high).at(time)).all()
    assert found if inside else not (outside and found)


def test_a_head_on_the_way_is_hollow_and_leaves_a_dot_at_its_iterate() -> None:
    picture = picture_of(FAR, size=(800, 800))
    colour = np.array([int(picture.styles[0].light[k : k + 2], 16) for k in (1, 3, 5)])
    run = FAR.runs[0].x
    shown, before = drawn(picture, 0.5), drawn(picture, 0)
    middle, left = place(picture, (run[0] + run[1]) / 2), place(picture, run[0])
    following = place(picture, run[1])
    assert near(shown[left], colour)
    assert not near(shown[middle[0] - 3, middle[1]], colour)  # within the ring
    ring = shown[middle[0], middle[1] : middle[1] + 12]
    assert any(near(pixel, colour) for pixel in ring[4:])
    np.testing.assert_array_equal(shown[following], before[following])
    still = drawn(picture_of(FAR, size=(800, 800), eased=False), 1)
    assert near(still[following], colour)


def test_what_has_come_to_its_end_is_as_always() -> None:
    ended = race(BEALE, [SGD(lr=1.0), Adam(lr=0.3)], (1, 1.6), 12)
    assert ended.runs[0].diverged is not None
    eased, plain = picture_of(ended), picture_of(ended, eased=False)
    words = slice(0, 60)  # the header says how frames between steps are drawn
    one, other = drawn(eased, 12), drawn(plain, 12)
    np.testing.assert_array_equal(one[words.stop :], other[words.stop :])
    assert (one[words] != other[words]).any()


@pytest.mark.parametrize("chart", ["loss", "none"])
def test_pixels_move_a_little_from_frame_to_frame_in_every_view(chart: str) -> None:
    what = race(SURFACES["saddle_point"], [Momentum(lr=0.01), EMA()(SGD(lr=0.05))], (-0.5, 0.25), 6)
    picture = picture_of(what, views=("above", "space"), chart=chart, cloud="disc:50")
    steps = [2, 2.25, 2.5, 2.75, 3]
    shown = [drawn(picture, step) for step in steps]
    for one, other in pairwise(shown):
        assert 20 < (one != other).any(axis=-1).sum() < 20_000


def test_many_seeds_glide_as_one_does() -> None:
    seeds = race("noisy_moons", [SGD(lr=0.3)], steps=6, seeds=range(5))
    picture = BundlePicture(replace(BundleComposition.of(seeds), eased=True))
    shown = [drawn(picture, step) for step in (2, 2.5, 3)]
    assert (shown[0] != shown[1]).any()
    assert (shown[1] != shown[2]).any()
