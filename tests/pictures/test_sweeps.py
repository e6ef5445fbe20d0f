"""Pictures of sweeps: they show the sweep's own numbers, all of them, and no word is cut off."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from numpy.typing import ArrayLike, NDArray

from optviz.optimizers import Adam, Momentum
from optviz.pictures.hatching import outline
from optviz.pictures.heatmap.heatmap import HeatmapPicture
from optviz.pictures.kinds import kind_of
from optviz.pictures.spacing import (
    DECADES,
    EVEN,
    SHORT_OF_ONE,
    Spacing,
    edges_of,
    signed_decades,
    spacing_of,
)
from optviz.pictures.sweep.composition import SweepComposition, SweepOptions
from optviz.pictures.sweep.rate_curves import RateCurvesPicture
from optviz.race import race
from optviz.studies.sweep import Sweep, learning_rate_sweep
from optviz.variants import RULES
from surfaces import SURFACES
from tests.support.studies import MUS, rate_sweep, swept_pair
from tests.support.words import check_words

SIZES = [(800, 600), (1280, 720), (640, 800), (400, 300), (240, 240), (1000, 240), (240, 1000)]
KEYS = ["beale", "long_valley", "noisy_moons", "saddle_point"]
Array = NDArray[np.float64]


def composed(sweep: Sweep, **options: Any) -> SweepComposition:
    return SweepComposition(sweep=sweep, options=SweepOptions(**options))


def curves(sweep: Sweep, **options: Any) -> RateCurvesPicture:
    picture = kind_of(sweep).draw(composed(sweep, **options))
    assert isinstance(picture, RateCurvesPicture)
    return picture


def heat(sweep: Sweep, **options: Any) -> HeatmapPicture:
    picture = kind_of(sweep).draw(composed(sweep, **options))
    assert isinstance(picture, HeatmapPicture)
    return picture


def lines_of(axes: Axes) -> dict[str, tuple[Array, Array]]:
    """The points of every line that has a label of its own."""
    labelled = {str(line.get_label()): line for line in axes.lines}
    return {
        label: (
            np.asarray(line.get_xdata(), dtype=float),
            np.asarray(line.get_ydata(), dtype=float),
        )
        for label, line in labelled.items()
        if not label.startswith("_") or label.startswith("_own ")
    }


def names_of(sweep: Sweep) -> list[str]:
    return [each.name for each in sweep.entrants]


def words_of(picture: RateCurvesPicture | HeatmapPicture) -> str:
    texts = picture.figure.findobj(Text)
    return "\n".join(text.get_text() for text in texts if isinstance(text, Text))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("measure", ["final", "steps"])
def test_every_trial_is_on_the_picture_and_nowhere_twice(key: str, measure: str) -> None:
    sweep = rate_sweep(key, 0.5)
    picture = curves(sweep, measure=measure)
    values = sweep.final if measure == "final" else sweep.reached
    low, high = picture.axes.get_ylim()
    for k, value in enumerate(values):
        name = names_of(sweep)[k]
        x, y = lines_of(picture.axes)[name]
        np.testing.assert_array_equal(x, sweep.swept["lr"])
        drawn = np.isfinite(y)
        np.testing.assert_array_equal(y[drawn], value[drawn])
        shown = drawn & (y >= low) & (y <= high)
        on_strips = np.zeros(len(value), dtype=int)
        for _, axes in picture.strips:
            at, _ = lines_of(axes).get(name, (np.empty(0), np.empty(0)))
            on_strips += np.isin(sweep.swept["lr"], at)
        assert (shown + on_strips == 1).all()


@pytest.mark.parametrize("key", KEYS)
def test_the_strip_of_those_that_diverged_shows_exactly_them(key: str) -> None:
    sweep = rate_sweep(key)
    strips = {strip.words: axes for strip, axes in curves(sweep).strips}
    lost = np.isfinite(sweep.diverged)
    assert ("diverged" in strips) == bool(lost.any())
    marks = lines_of(strips["diverged"]) if lost.any() else {}
    names = names_of(sweep)
    assert [*marks] == [names[k] for k in np.flatnonzero(lost.any(axis=1))]
    for name, (places, _) in marks.items():
        np.testing.assert_array_equal(places, sweep.swept["lr"][lost[names.index(name)]])
    rows = [float(row[0]) for _, row in marks.values()]
    assert len(set(rows)) == len(rows)  # nobody covers another


def test_everyone_has_a_colour_a_dash_and_a_marker_of_their_own() -> None:
    picture, names = curves(rate_sweep("beale")), names_of(rate_sweep("beale"))
    lines = [each for each in picture.axes.lines if each.get_label() in names]
    assert len({each.get_color() for each in lines}) == 7
    assert len({str(each._dash_pattern) for each in lines}) == 7  # type: ignore[attr-defined]
    markers = [each.get_marker() for each in lines]
    shapes = [each.vertices for each in markers if isinstance(each, Path)]
    assert len({np.asarray(each).tobytes() for each in shapes}) == 7


def test_the_own_setting_is_marked_where_its_race_ends() -> None:
    sweep = rate_sweep("beale")
    picture = curves(sweep)
    done = race(sweep.surface, sweep.optimizers, sweep.start, sweep.steps, sweep.seed)
    for run in done:
        x, y = lines_of(picture.axes)[f"_own {run.name}"]
        assert float(x[0]) == run.optimizer.settings()["lr"]
        assert float(y[0]) == pytest.approx(float(run.loss[-1]))
    without = lines_of(curves(sweep, current=False).axes)
    assert not [label for label in without if label.startswith("_own")]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", KEYS)
def test_no_word_is_cut_off_or_written_over_another(
    key: str, size: tuple[int, int], theme: str
) -> None:
    if theme == "dark" and key != "beale":
        return  # words stand where they stand
    options = {"size": size, "theme": theme}
    check_words(curves(rate_sweep(key), **options))
    check_words(heat(swept_pair(key), **options))
    check_words(curves(rate_sweep(key, 0.5), measure="steps", **options))
    check_words(heat(swept_pair(key, 0.5), measure="steps", **options))


def test_pictures_say_what_they_were_computed_with() -> None:
    for picture in (curves(rate_sweep("noisy_moons")), heat(swept_pair("noisy_moons"))):
        said = words_of(picture)
        assert "Noisy moons" in said
        assert "start w1, w2 = −0.36, 1.27; 100 steps; minibatches of 5, seed 0" in said  # noqa: RUF001
    assert "29 values" in words_of(curves(rate_sweep("noisy_moons")))
    assert "25 x 16 settings" in words_of(heat(swept_pair("noisy_moons")))
    assert "lr 0.2, β₁ 0.9, β₂ 0.999, ε 10⁻⁸" in words_of(curves(rate_sweep("noisy_moons")))


def test_half_a_sweep_says_so_and_draws_what_there_is() -> None:
    whole = rate_sweep("beale")
    known = np.arange(len(whole.swept["lr"])) % 4 == 0
    part = replace(whole, final=np.where(known, whole.final, np.nan), done=0.25)
    picture = curves(part)
    assert "25% tried" in words_of(picture)
    x, _ = lines_of(picture.axes)["Adam"]
    np.testing.assert_array_equal(x, whole.swept["lr"][known])


@pytest.mark.parametrize("key", ["beale", "noisy_moons"])
def test_the_cells_of_a_heat_map_are_the_sweep(key: str) -> None:
    sweep = swept_pair(key)
    picture = heat(sweep)
    heights: Any = picture.mesh.get_array()
    cells = heights.filled(np.inf).reshape(len(MUS), 25)
    np.testing.assert_array_equal(cells, sweep.final[0])
    x = np.asarray(picture.mesh.get_coordinates())[0, :, 0]
    assert ((x[:-1] < sweep.swept["lr"]) & (sweep.swept["lr"] < x[1:])).all()


def test_learning_rates_lie_along_whichever_way_they_were_swept() -> None:
    sweep = swept_pair("beale")
    turned = replace(
        sweep,
        swept=dict(reversed(sweep.swept.items())),
        **{
            name: getattr(sweep, name).transpose(0, 2, 1)
            for name in ("final", "reached", "diverged")
        },
    )
    one, other = heat(sweep), heat(turned)
    np.testing.assert_array_equal(one.grid.outcome, other.grid.outcome)
    assert one.grid.names == other.grid.names == ("lr", "mu")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_cells_without_a_number_are_hatched_each_kind_in_its_way(theme: str) -> None:
    sweep = swept_pair("beale", 0.5)
    picture = heat(sweep, measure="steps", theme=theme)
    hatched = {each.get_label(): each for each in picture.axes.patches}
    lost = np.isfinite(sweep.diverged[0])
    missed = np.isinf(sweep.reached[0]) & ~lost
    assert lost.any()
    assert missed.any()
    for kind, there in (("diverged", lost), ("not reached", missed)):
        patch = hatched[kind]
        assert isinstance(patch, PathPatch)
        middle = np.stack(np.meshgrid(sweep.swept["lr"], MUS), axis=-1).reshape(-1, 2)
        inside = covered(patch, middle).reshape(lost.shape)
        np.testing.assert_array_equal(inside, there)
    assert hatched["diverged"].get_hatch() != hatched["not reached"].get_hatch()
    assert {"diverged", "not reached"} <= set(words_of(picture).splitlines())


def covered(patch: PathPatch, points: Array) -> NDArray[np.bool_]:
    """Which points lie in one of a patch's rectangles."""
    corners = np.asarray(patch.get_path().vertices).reshape(-1, 5, 2)
    low, high = corners.min(axis=1), corners.max(axis=1)
    inside: NDArray[np.bool_] = (
        ((points[:, None] > low) & (points[:, None] < high)).all(axis=-1).any(axis=-1)
    )
    return inside


def test_the_star_stands_on_the_best_cell() -> None:
    sweep = swept_pair("beale")
    best = heat(sweep).grid.best
    assert best
    (lr, mu), loss = best
    assert loss == sweep.final.min()
    again = race(sweep.surface, [Momentum(lr=lr, mu=mu)], sweep.start, 100)
    assert again[0].loss[-1] == loss


def test_where_nothing_works_there_is_still_a_picture() -> None:
    *_, sweep = learning_rate_sweep(
        rate_sweep("beale").surface, [Adam()], (1e200, 1.0), 3, rates=[0.1, 1.0]
    )
    assert np.isinf(sweep.final).all()
    check_words(curves(sweep))


@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (640, 800)])
def test_there_is_room_for_everybody_there_is(size: tuple[int, int]) -> None:
    optimizers = [kind() for kind in RULES.values()]
    assert len(optimizers) > 20
    *_, sweep = learning_rate_sweep(
        rate_sweep("beale").surface, optimizers, steps=20, rates=[0.01, 0.1]
    )
    check_words(curves(sweep, size=size))


def test_a_threshold_is_needed_for_steps() -> None:
    with pytest.raises(ValueError, match="threshold"):
        composed(rate_sweep("beale"), measure="steps")
    with pytest.raises(ValueError, match="final or steps"):
        composed(rate_sweep("beale"), measure="speed")
    with pytest.raises(ValueError, match="light or dark"):
        composed(rate_sweep("beale"), theme="pink")


@pytest.mark.parametrize(
    ("values", "spacing"),
    [
        (np.geomspace(1e-6, 10, 40), DECADES),
        (np.linspace(0.1, 0.9, 9), EVEN),
        (MUS, SHORT_OF_ONE),
        ((0.0, 0.5, 0.8, 0.9, 0.95, 0.99), SHORT_OF_ONE),
        ((0.5, 0.6), EVEN),
    ],
)
def test_values_are_spaced_evenly(values: ArrayLike, spacing: Spacing) -> None:
    assert spacing_of(values) is spacing


@given(
    st.sampled_from([EVEN, DECADES, SHORT_OF_ONE, signed_decades(0.1)]),
    st.floats(1e-6, 0.5),
    st.floats(1.2, 1.9),
    st.integers(2, 12),
)
def test_marks_lie_on_the_axis_and_are_few(
    spacing: Spacing, low: float, factor: float, most: int
) -> None:
    marks = spacing.marks(low, low * factor, most)
    assert all(low * (1 - 1e-6) <= each <= low * factor * (1 + 1e-6) for each in marks)
    assert marks == sorted(marks)
    assert len(marks) <= most + 3
    places = spacing.place(np.array([low, low * factor]))
    np.testing.assert_allclose(spacing.number(places), [low, low * factor], rtol=1e-6)


@given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=6))
def test_an_outline_covers_its_cells_and_no_others(rows: list[list[bool]]) -> None:
    there = np.array(rows)
    x, y = edges_of(np.arange(5.0)), np.arange(len(rows) + 1.0)
    patch = PathPatch(outline(there, x, y))
    middle = np.stack(np.meshgrid(np.arange(5.0), np.arange(len(rows)) + 0.5), axis=-1)
    inside = covered(patch, middle.reshape(-1, 2)) if there.any() else np.zeros(there.size, bool)
    np.testing.assert_array_equal(inside.reshape(there.shape), there)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("ends", [(5e-324, 1.7e308), (5e-324, 1e-320), (1e300, 1.7e308)])
def test_learning_rates_may_reach_as_far_as_numbers_do(ends: tuple[float, float]) -> None:
    rates = np.geomspace(*ends, 9)
    with np.errstate(all="ignore"):
        *_, sweep = learning_rate_sweep(SURFACES["beale"], [Adam()], steps=3, rates=rates)
    curves(sweep).figure.canvas.draw()
