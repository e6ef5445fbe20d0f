"""What many runs have in common, counted again run by run; what ended early is the worst."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optviz.optimizers import SGD, Adam, Array, Momentum
from optviz.race import Race, SeedsRace, race
from optviz.race.bundles import ahead, band, is_bundle, losses, median_path, quantile
from surfaces import SURFACES

MOONS, BEALE = SURFACES["noisy_moons"], SURFACES["beale"]
STARTS = np.array([[1.0, 1.6], [0.5, 0.2], [3.0, 0.4], [4.5, 4.5], [-4.0, 4.0]])


@pytest.fixture(scope="module")
def seeds() -> SeedsRace:
    return race(MOONS, [SGD(lr=0.2), Momentum(lr=0.2), Adam(lr=0.2)], steps=30, seeds=range(9))


@pytest.fixture(scope="module")
def starts() -> Race:
    """Some of its runs diverge: of SGD the last two, of Momentum with this rate more."""
    return race(BEALE, [SGD(lr=1e-3), Momentum(lr=0.01), Adam(lr=0.3)], STARTS, steps=40)


@given(
    values=st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=25),
    share=st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]),
)
def test_finite_quantiles_are_numpys(values: list[float], share: float) -> None:
    found = quantile(np.array(values), share)
    np.testing.assert_allclose(found, np.quantile(values, share), rtol=1e-12, atol=1e-6)


@given(finite=st.integers(0, 12), infinite=st.integers(0, 12), quarter=st.integers(0, 4))
def test_a_quantile_is_infinite_where_the_values_beside_it_are(
    finite: int, infinite: int, quarter: int
) -> None:
    """The limit of quantiles of ever larger numbers in place of the infinite ones."""
    if finite + infinite == 0:
        return
    values = np.array([*range(finite), *[np.inf] * infinite], dtype=float)
    found = float(quantile(values, quarter / 4))
    near, far = (
        float(np.quantile(np.where(np.isinf(values), large, values), quarter / 4))
        for large in (1e6, 2e6)
    )
    assert np.isinf(found) if far != near else found == pytest.approx(near)


def test_bands_are_the_quartiles_of_the_races(seeds: SeedsRace) -> None:
    for i, run in enumerate(seeds):
        each = np.stack([own[i].loss for own in seeds.races])
        found = band(run)
        for k, edge in enumerate((found.low, found.median, found.high), 1):
            np.testing.assert_allclose(edge, np.quantile(each, k / 4, axis=0), rtol=1e-12)


def test_who_is_ahead_is_counted_race_by_race(seeds: SeedsRace) -> None:
    found = ahead(seeds)
    counts = np.zeros((3, 31), dtype=int)
    for own in seeds.races:
        for step in range(1, 31):
            counts[np.argmin([run.loss[step] for run in own]), step] += 1
    np.testing.assert_array_equal(found.counts[:, 1:], counts[:, 1:])
    assert found.tied[0] == found.total == 9
    assert not found.tied[1:].any()


def test_runs_that_ended_have_infinite_losses(starts: Race) -> None:
    assert any(0 < (run.last < 40).sum() < 5 for run in starts)
    for run in starts:
        for k, last in enumerate(run.last):
            np.testing.assert_array_equal(losses(run)[: last + 1, k], run.loss[: last + 1, k])
            assert np.isinf(losses(run)[last + 1 :, k]).all()


def test_each_comparison_is_counted_once(starts: Race) -> None:
    found = ahead(starts)
    total = found.counts.sum(axis=0) + found.tied + found.ended
    np.testing.assert_array_equal(total, np.full(41, 5))


def test_ties_and_ends_are_no_lead() -> None:
    twins = race(MOONS, {"one": SGD(lr=0.1), "two": SGD(lr=0.1)}, steps=4, seeds=range(3))
    assert (ahead(twins).tied == 3).all()
    lost = race(BEALE, [SGD(lr=10.0)], STARTS, steps=30)
    assert ahead(lost).ended[-1] == 5
    assert ahead(lost).counts[0, -1] == 0


def test_the_median_path_goes_as_far_as_the_median_loss(starts: Race) -> None:
    for run in starts:
        path = median_path(run)
        known = np.isfinite(path).all(axis=-1)
        np.testing.assert_array_equal(known, np.isfinite(band(run).median))
        for step in np.flatnonzero(known):
            there: Array = run.x[step][run.last >= step]
            np.testing.assert_array_equal(path[step], np.median(there, axis=0))


def test_what_is_a_bundle(seeds: SeedsRace, starts: Race) -> None:
    settings = race(BEALE, [SGD(lr=np.array([[1e-3], [1e-4]]))], steps=2)  # type: ignore[arg-type]
    assert [is_bundle(each) for each in (seeds, starts)] == [True, True]
    assert [is_bundle(each) for each in (settings, seeds.races[0], MOONS)] == [False] * 3
