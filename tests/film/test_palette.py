"""The palette: exact while it can be, and near where it cannot."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from optviz.film import palette
from optviz.film.film import Film
from optviz.film.palette import condense, histogram, nearest, palette_of
from tests.support.films import film_of, films, levels, many_colours, opaque


def random_colours(count: int, seed: int = 0) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (count, 3), np.uint8)


@given(films(st.just(4)))
def test_few_colours_stay_what_they_are(film: Film) -> None:
    chosen = palette_of(film)
    for colours in (film.first, film.last):
        rows = chosen.rows(colours)
        assert (rows > 0).all(), "row 0 says that nothing changes"
        np.testing.assert_array_equal(chosen.rgb[rows], levels(colours))


def test_255_colours_are_exact_and_256_are_not() -> None:
    for count in (255, 256):
        rgb = np.zeros((1, count, 3), np.uint8)
        rgb[0, :, 0] = np.arange(count)
        film = film_of([rgb], [1])
        chosen = palette_of(film)
        wrong = (chosen.rgb[chosen.rows(film.first)] != rgb).any(axis=-1)
        assert len(chosen.rgb) <= 256
        assert wrong.any() == (count == 256)


def test_every_colour_gets_the_nearest() -> None:
    film = many_colours()
    chosen = palette_of(film)
    rgb = levels(film.first).reshape(-1, 3).astype(int)
    sites = chosen.rgb[1:].astype(int)
    taken = ((chosen.rgb[chosen.rows(film.first)].reshape(-1, 3) - rgb) ** 2).sum(axis=-1)
    best = np.array([((sites - each) ** 2).sum(axis=-1).min() for each in rgb])
    np.testing.assert_array_equal(taken, best)


def test_frequent_colours_stay_what_they_are() -> None:
    rgb = random_colours(100 * 100).reshape(100, 100, 3)
    rgb[:50] = (10, 200, 30)
    rgb[50:60] = (11, 200, 30)
    film = film_of([rgb], [1])
    chosen = palette_of(film)
    np.testing.assert_array_equal(chosen.rgb[chosen.rows(film.first[:60])], rgb[:60])


def test_cuts_and_k_means_come_near() -> None:
    film = many_colours()
    chosen = palette_of(film)
    error = chosen.rgb[chosen.rows(film.first)].astype(int) - levels(film.first)
    # A cube of 6 x 6 x 6 evenly spaced colours leaves a mean square of 250 or so.
    assert (error**2).mean() < 40


def test_k_means_brings_them_nearer(monkeypatch: pytest.MonkeyPatch) -> None:
    film = film_of([random_colours(64 * 64).reshape(64, 64, 3)], [1])

    def square(steps: int) -> float:
        monkeypatch.setattr(palette, "KMEANS_STEPS", steps)
        chosen = palette_of(film)
        error = chosen.rgb[chosen.rows(film.first)].astype(float) - levels(film.first)
        return float((error**2).mean())

    assert square(3) < square(1) < square(0)


def test_what_moves_comes_first() -> None:
    ground = random_colours(200).reshape(10, 20, 3)
    moved = ground.copy()
    moved[3, 4:6] = (1, 2, 3)
    chosen = palette_of(film_of([ground, moved], [1, 1]))
    np.testing.assert_array_equal(chosen.rgb[1], (1, 2, 3))


def test_a_film_of_more_pixels_than_are_counted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rgb = random_colours(500)
    colours = opaque(rgb[np.random.default_rng(1).integers(500, size=(1, 4000))])[0]
    monkeypatch.setattr(palette, "PIXELS_AT_ONCE", 300)
    found, counts = histogram(iter([colours[:1000], colours[1000:1100], colours[1100:]]))
    distinct, times = np.unique(colours, return_counts=True)
    np.testing.assert_array_equal(found, distinct)
    np.testing.assert_array_equal(counts, times)


def test_condensed_colours_have_the_same_mean() -> None:
    rgb = np.unique(random_colours(60_000), axis=0)
    counts = np.random.default_rng(2).integers(1, 50, len(rgb))
    points, weights = condense(rgb, counts)
    assert len(points) < 1 << 15 < len(rgb)
    assert weights.sum() == counts.sum()
    np.testing.assert_allclose(weights @ points, counts @ rgb, rtol=1e-4)
    few, same = condense(rgb[:9], counts[:9])
    np.testing.assert_array_equal(few, rgb[:9])
    np.testing.assert_array_equal(same, counts[:9])


def test_hundreds_of_thousands_of_colours() -> None:
    rgb = random_colours(300 * 300).reshape(300, 300, 3)
    film = film_of([rgb], [1])
    chosen = palette_of(film)
    error = chosen.rgb[chosen.rows(film.first)].astype(float) - rgb
    # 255 balls that fill the cube of colours leave a mean square of 95 to 120 a channel.
    assert (error**2).mean() < 150


@settings(max_examples=30)
@given(st.integers(1, 300), st.integers(1, 256), st.integers(0, 99))
def test_nearest_is_nearest(points: int, centres: int, seed: int) -> None:
    some, sites = random_colours(points, seed), random_colours(centres, seed + 1)
    distances = ((some[:, None].astype(int) - sites) ** 2).sum(axis=-1)
    chosen = distances[np.arange(points), nearest(some, sites)]
    np.testing.assert_array_equal(chosen, distances.min(axis=1))
