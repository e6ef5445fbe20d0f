"""Basin maps: each cell is a race, each partial result a part of the last one."""

from dataclasses import replace

import autograd.numpy as anp
import numpy as np
import pytest

from optviz.batch import FAR
from optviz.optimizers import OPTIMIZERS, SGD, Adam, Momentum, Optimizer
from optviz.race import Trajectory, race
from optviz.studies.basins import UNKNOWN, Basins, basins
from optviz.studies.targets import DIVERGED, NOT_THERE
from surfaces import SURFACES, Surface
from surfaces.formula import formula_surface

VALLEY = SURFACES["long_valley"]
BEALE = SURFACES["beale"]
ENTRANTS: list[Optimizer] = [
    kind(**({"lr": 0.1} if name.startswith("ada") or name == "rmsprop" else {"lr": 0.02}))
    for name, kind in OPTIMIZERS.items()
]
STEPS = 60
ENDS = [name for name, surface in SURFACES.items() if surface.minima]


def last_of(surface: Surface, optimizers: list[Optimizer], **settings: object) -> Basins:
    """The complete result."""
    *_, done = basins(surface, optimizers, **settings)  # type: ignore[arg-type]
    return done


def read_off(run: Trajectory, asked: Basins) -> tuple[int, int]:
    """Which minimum a single race is at after its last step, and since when: step by step."""
    if run.ended is not None:
        return DIVERGED, run.ended
    places = []
    for point in run.x:
        near = [
            i
            for i, minimum in enumerate(asked.minima)
            if np.square(point - minimum).sum() <= asked.radius**2
        ]
        places.append(near[0] if near else NOT_THERE)
    if places[-1] == NOT_THERE:
        return NOT_THERE, len(run.x)
    since = len(run.x) - 1
    while since and places[since - 1] == places[-1]:
        since -= 1
    return places[-1], since


@pytest.mark.parametrize("surface", ENDS)
def test_every_start_is_a_race(surface: str) -> None:
    done = last_of(SURFACES[surface], ENTRANTS, shape=(5, 4), steps=STEPS)
    starts = np.stack(np.meshgrid(done.x, done.y), axis=-1)
    for row, column in np.ndindex(5, 4):
        runs = race(SURFACES[surface], ENTRANTS, starts[row, column], STEPS)
        for i, run in enumerate(runs):
            cell = (i, row, column)
            found = (int(done.minimum[cell]), int(done.since[cell]))
            assert found == read_off(run, done), (cell, run.optimizer)


def test_all_kinds_of_ends_occur() -> None:
    done = last_of(BEALE, ENTRANTS, shape=(9, 9), steps=200)
    assert set(np.unique(done.minimum)) == {0, NOT_THERE, DIVERGED}
    valley = last_of(VALLEY, ENTRANTS, shape=(9, 9), steps=200)
    assert {0, 1} <= set(np.unique(valley.minimum))


def test_two_minima_share_the_valley_at_its_middle() -> None:
    done = last_of(VALLEY, [SGD(lr=0.02)], shape=(21, 5), steps=1_000)
    below = done.y < 0
    assert (done.minimum[0, below] == 0).all()
    assert (done.minimum[0, done.y > 0] == 1).all()
    assert (done.minimum[0, done.y == 0] == NOT_THERE).all()
    np.testing.assert_array_equal(done.since[0, below][::-1], done.since[0, done.y > 0])


def test_partial_results_are_parts_of_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("optviz.studies.basins.BLOCK", 60)
    results = list(basins(BEALE, ENTRANTS, shape=(20, 17), steps=STEPS))
    done = results[-1]
    assert len(results) > 3
    assert done.done == 1
    assert done.stride == 1
    assert [each.done for each in results] == sorted({each.done for each in results})
    for each in results:
        known = each.minimum != UNKNOWN
        assert known.mean() == pytest.approx(each.done)
        np.testing.assert_array_equal(each.minimum[known], done.minimum[known])
        np.testing.assert_array_equal(each.since[known], done.since[known])
        assert known[:, :: each.stride, :: each.stride].all()
        picture = each.filled(each.minimum)
        assert (picture != UNKNOWN).all()
        np.testing.assert_array_equal(picture[known], done.minimum[known])


def test_blocks_do_not_show_in_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    once = last_of(BEALE, ENTRANTS, shape=(12, 12), steps=STEPS)
    monkeypatch.setattr("optviz.studies.basins.BLOCK", 70)
    again = last_of(BEALE, ENTRANTS, shape=(12, 12), steps=STEPS)
    np.testing.assert_array_equal(once.minimum, again.minimum)
    np.testing.assert_array_equal(once.since, again.since)


def test_the_first_picture_is_coarse() -> None:
    first = next(basins(BEALE, ENTRANTS, shape=(100, 100), steps=2))
    assert first.stride == 4
    assert first.done == 25 * 25 / 10_000
    assert (first.filled(first.minimum) != UNKNOWN).all()


def test_who_else_runs_makes_no_difference() -> None:
    together = last_of(BEALE, ENTRANTS, shape=(6, 6), steps=STEPS)
    for i, optimizer in enumerate(ENTRANTS):
        alone = last_of(BEALE, [optimizer], shape=(6, 6), steps=STEPS)
        np.testing.assert_array_equal(alone.minimum[0], together.minimum[i])
        np.testing.assert_array_equal(alone.since[0], together.since[i])


def test_basins_grow_with_the_step() -> None:
    done = last_of(VALLEY, ENTRANTS, shape=(9, 9), steps=200)
    np.testing.assert_array_equal(done.at(200), done.minimum)
    sizes = [np.count_nonzero(done.at(step) != NOT_THERE) for step in range(201)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[100] < sizes[200]
    early = done.at(50)
    settled = early != NOT_THERE
    np.testing.assert_array_equal(early[settled], done.minimum[settled])
    assert (done.since[settled] <= 50).all()


def test_unknown_starts_stay_unknown_at_every_step() -> None:
    first = next(basins(BEALE, ENTRANTS, shape=(30, 30), steps=5))
    np.testing.assert_array_equal(first.at(0) == UNKNOWN, first.minimum == UNKNOWN)


def test_twice_the_steps_keep_what_has_settled_and_diverged() -> None:
    once = last_of(VALLEY, [SGD(lr=0.05)], shape=(9, 9), steps=100)
    twice = last_of(VALLEY, [SGD(lr=0.05)], shape=(9, 9), steps=200)
    there = once.minimum >= 0
    assert there.any()
    np.testing.assert_array_equal(once.since[there], twice.since[there])
    np.testing.assert_array_equal(once.minimum[there], twice.minimum[there])
    wild = last_of(BEALE, [Momentum(lr=0.01)], shape=(9, 9), steps=50)
    longer = last_of(BEALE, [Momentum(lr=0.01)], shape=(9, 9), steps=100)
    lost = wild.minimum == DIVERGED
    assert lost.any()
    np.testing.assert_array_equal(wild.since[lost], longer.since[lost])
    assert (longer.minimum[lost] == DIVERGED).all()


def test_the_same_twice() -> None:
    moons = SURFACES["noisy_moons"]
    one, other, third = (
        last_of(moons, ENTRANTS, shape=(6, 6), steps=80, seed=seed) for seed in (1, 1, 2)
    )
    np.testing.assert_array_equal(one.since, other.since)
    assert not np.array_equal(one.since, third.since)


def test_a_start_without_a_finite_loss_has_diverged_at_once() -> None:
    def loss(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        return np.where(x < 0, np.nan, x * x + y * y)

    bowl = replace(
        BEALE, loss=loss, residuals=None, gradient=lambda x, y: (2 * x, 2 * y), minima=((0.0, 0.0),)
    )
    done = last_of(bowl, [SGD(lr=0.1)], shape=(3, 3), steps=40)
    assert (done.minimum[0, :, 0] == DIVERGED).all()
    assert (done.since[0, :, 0] == 0).all()
    assert (done.minimum[0, :, 2] == 0).all()


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())
def test_a_loss_with_a_closed_slope_is_finite_out_to_far(surface: Surface) -> None:
    assert surface.gradient is not None
    sizes = FAR ** np.linspace(-1, 1, 41)
    axis = np.concatenate([-sizes, [0.0], sizes])
    with np.errstate(all="ignore"):
        assert np.isfinite(surface.loss(*np.meshgrid(axis, axis))).all()


def test_a_loss_that_is_no_number_ends_a_run_though_its_slope_is_one() -> None:
    def loss(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        return anp.log(x) + y * y  # type: ignore[no-any-return]

    well = replace(
        BEALE, loss=loss, residuals=None, gradient=None, xlim=(0.5, 2.0), minima=((0.01, 0.0),)
    )
    done = last_of(well, [SGD(lr=0.1)], shape=(2, 3), steps=STEPS)
    starts = np.stack(np.meshgrid(done.x, done.y), axis=-1)
    for row, column in np.ndindex(2, 3):
        run = race(well, [SGD(lr=0.1)], starts[row, column], STEPS)[0]
        found = (int(done.minimum[0, row, column]), int(done.since[0, row, column]))
        assert found == read_off(run, done)
    assert (done.minimum == DIVERGED).any()


def test_storage_is_five_bytes_a_run() -> None:
    done = last_of(BEALE, [Adam()], shape=(3, 3), steps=2)
    assert done.minimum.itemsize + done.since.itemsize == 5


def test_impossible_requests_fail_at_once() -> None:
    with pytest.raises(ValueError, match="no known minimum"):
        basins(SURFACES["saddle_point"], ENTRANTS)
    with pytest.raises(ValueError, match="below 2"):
        basins(VALLEY, ENTRANTS, radius=2.0)
    with pytest.raises(ValueError, match="above 0"):
        basins(VALLEY, ENTRANTS, radius=0.0)
    with pytest.raises(ValueError, match="no optimizer is chosen"):
        basins(BEALE, [])
    with pytest.raises(ValueError, match="no arrays"):
        basins(BEALE, [SGD(lr=np.array([[0.1], [0.2]]))])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="shape"):
        basins(BEALE, ENTRANTS, shape=(0, 5))


def test_a_surface_without_known_minima_can_be_given_some() -> None:
    done = last_of(
        SURFACES["saddle_point"], [SGD(lr=0.1)], shape=(3, 3), steps=9, minima=[(0.0, 0.0)]
    )
    assert done.minima.tolist() == [[0.0, 0.0]]


# Valleys are places to end in, each as a whole.


def test_a_valley_is_one_place_to_end_in() -> None:
    """Two valleys, x y = 1 on both sides of the origin: no point of theirs counts for itself."""
    surface = formula_surface("(x*y - 1)^2", (-2, 2), (-2, 2))
    done = last_of(surface, [SGD(lr=0.05)], shape=(11, 11), steps=300)
    assert (len(done.minima), done.valleys, done.lowest) == (2, 2, [True, True])
    starts = np.stack(np.meshgrid(done.x, done.y), axis=-1)
    runs = race(surface, [SGD(lr=0.05)], starts, 300)
    end = runs[0].x[-1]
    on_floor = np.abs(np.prod(end, axis=-1) - 1) < 1e-3
    arrived = done.minimum[0] >= 0
    assert arrived[on_floor].all()
    assert not arrived[np.abs(np.prod(end, axis=-1) - 1) > 0.3].any()
    sides = np.sign(done.minima[:, 0])
    np.testing.assert_array_equal(sides[done.minimum[0][on_floor]], np.sign(end[on_floor][:, 0]))


def test_valleys_come_after_the_minima() -> None:
    surface = formula_surface(
        "minimum((x^2 + y^2 - 1)^2, 0.5*(x^2 + y^2) + 0.1)", (-1.8, 1.8), (-1.8, 1.8)
    )
    done = last_of(surface, [SGD(lr=0.02)], shape=(11, 11), steps=200)
    assert (len(done.minima), done.valleys, done.lowest) == (2, 1, [False, True])
    assert set(np.unique(done.minimum)) >= {0, 1}
    middle = done.minimum[0, 5, 5]
    assert middle == 0


@pytest.mark.parametrize("formula", ["max(x^2 + y^2 - 1, 0)", "3", "x + y"])
def test_where_there_is_nothing_to_end_in_a_sentence_says_so(formula: str) -> None:
    with pytest.raises(ValueError, match=r"level at its lowest loss over an area|no known minimum"):
        basins(formula_surface(formula, (-2, 2), (-2, 2)), [SGD(lr=0.1)])


def test_minima_given_by_hand_stand_without_valleys() -> None:
    surface = formula_surface("(x*y - 1)^2", (-2, 2), (-2, 2))
    done = last_of(surface, [SGD(lr=0.1)], shape=(3, 3), steps=5, minima=[(1, 1)])
    assert (done.minima.tolist(), done.valleys) == ([[1, 1]], 0)
