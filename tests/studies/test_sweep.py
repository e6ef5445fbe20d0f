"""Sweeps: each cell is a race, each partial result a part of the last one."""

from dataclasses import replace

import numpy as np
import pytest

from optviz.optimizers import OPTIMIZERS, SGD, AdaDelta, Adam, Momentum, Optimizer
from optviz.race import race
from optviz.spec.race_spec import Formula, formula_scene
from optviz.studies.sweep import FINE, Sweep, axis_for, learning_rate_sweep, pair_sweep, sweep
from surfaces import SURFACES

BEALE = SURFACES["beale"]
SEVEN = [kind() for kind in OPTIMIZERS.values()]
RATES = 10.0 ** np.arange(-6, 2)
STEPS = 40
THRESHOLD = 5.0


def last_of(*args: object, **settings: object) -> Sweep:
    """The complete result of `learning_rate_sweep`."""
    *_, done = learning_rate_sweep(*args, **settings)  # type: ignore[arg-type]
    return done


def assert_is_the_race(sweep: Sweep, surface: str, optimizer: Optimizer, *cell: int) -> None:
    """One cell of a sweep says what the race with its settings says."""
    run = race(SURFACES[surface], [optimizer], steps=STEPS)[0]
    lost = run.ended
    below = np.flatnonzero(run.loss <= sweep.threshold)
    assert sweep.final[cell] == (run.loss[-1] if lost is None else np.inf)
    assert sweep.reached[cell] == (below[0] if lost is None and len(below) else np.inf)
    assert sweep.diverged[cell] == (np.inf if lost is None else lost)


@pytest.mark.parametrize("surface", ["beale", "saddle_point", "noisy_moons", "jumping_minimum"])
def test_every_rate_is_a_race_to_the_last_bit(surface: str) -> None:
    limit = float(SURFACES[surface].loss(*np.array(SURFACES[surface].start))) * 0.9
    done = last_of(SURFACES[surface], SEVEN, steps=STEPS, rates=RATES, threshold=limit)
    for i, optimizer in enumerate(SEVEN):
        for j, rate in enumerate(RATES):
            alone = replace(optimizer, lr=float(rate))  # type: ignore[call-arg]
            assert_is_the_race(done, surface, alone, i, j)


def test_every_pair_is_a_race_to_the_last_bit() -> None:
    mus = np.array([0.0, 0.5, 0.9])
    *_, done = pair_sweep(
        BEALE, Momentum(), {"mu": mus, "lr": RATES}, steps=STEPS, threshold=THRESHOLD
    )
    assert done.final.shape == (1, 3, len(RATES))
    for i, mu in enumerate(mus):
        for j, rate in enumerate(RATES):
            assert_is_the_race(done, "beale", Momentum(lr=float(rate), mu=float(mu)), 0, i, j)


def test_any_two_hyper_parameters_can_be_swept() -> None:
    values = {"beta1": np.array([0.0, 0.9]), "beta2": np.array([0.9, 0.999])}
    *_, done = pair_sweep(BEALE, Adam(lr=0.1), values, steps=STEPS)
    assert_is_the_race(done, "beale", Adam(lr=0.1, beta1=0.0, beta2=0.999), 0, 0, 1)


def test_partial_results_are_parts_of_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("optviz.studies.sweep.QUICK", 0)
    results = list(learning_rate_sweep(BEALE, SEVEN, steps=5, threshold=THRESHOLD))
    done = results[-1]
    assert len(results) > 1
    assert [each.done for each in results] == sorted({each.done for each in results})
    assert done.done == 1
    for each in results:
        known = ~np.isnan(each.final)
        assert known.mean() == each.done
        for part, whole in (
            (each.final, done.final),
            (each.reached, done.reached),
            (each.diverged, done.diverged),
        ):
            np.testing.assert_array_equal(np.isnan(part), ~known)
            np.testing.assert_array_equal(part[known], whole[known])


def test_blocks_do_not_show_in_the_result(monkeypatch: pytest.MonkeyPatch) -> None:
    once = last_of(BEALE, SEVEN, steps=STEPS)
    monkeypatch.setattr("optviz.studies.sweep.BLOCK", 30)
    monkeypatch.setattr("optviz.studies.sweep.QUICK", 0)
    again = last_of(BEALE, SEVEN, steps=STEPS)
    np.testing.assert_array_equal(once.final, again.final)
    np.testing.assert_array_equal(once.diverged, again.diverged)


def test_nothing_runs_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def called(*args: object) -> None:
        raise RuntimeError("called")

    monkeypatch.setattr("optviz.studies.settings.run_trials", called)
    sweep = learning_rate_sweep(BEALE, SEVEN)
    with pytest.raises(RuntimeError, match="called"):
        next(sweep)


def test_at_least_six_decades() -> None:
    assert np.log10(FINE[-1] / FINE[0]) >= 6


def test_where_each_diverges() -> None:
    done = last_of(BEALE, [SGD(), AdaDelta()], steps=200)
    sgd, adadelta = done.diverges_from()
    # Steeper than 2 / lr nothing stays: around Beale's start that is about 1 / 100 and below.
    assert 1e-3 < sgd < 1
    assert adadelta == np.inf
    below = np.searchsorted(FINE, sgd)
    assert np.isinf(done.final[0, below])
    assert np.isfinite(done.final[0, :below]).all()


def test_twice_the_steps_contain_the_first_half() -> None:
    once = last_of(BEALE, SEVEN, steps=STEPS, threshold=THRESHOLD)
    twice = last_of(BEALE, SEVEN, steps=2 * STEPS, threshold=THRESHOLD)
    lost = np.isfinite(once.diverged)
    np.testing.assert_array_equal(once.diverged[lost], twice.diverged[lost])
    assert (twice.diverged[~lost] > STEPS).all()
    there = np.isfinite(once.reached) & np.isinf(twice.diverged)
    np.testing.assert_array_equal(once.reached[there], twice.reached[there])
    later = np.isinf(once.reached) & ~lost
    assert (twice.reached[later] > STEPS).all()


def test_impossible_requests_fail_at_once() -> None:
    with pytest.raises(ValueError, match="no optimizer is chosen"):
        learning_rate_sweep(BEALE, [])
    with pytest.raises(ValueError, match="one start"):
        learning_rate_sweep(BEALE, SEVEN, start=[[1, 1], [2, 2]])
    with pytest.raises(ValueError, match="steps"):
        learning_rate_sweep(BEALE, SEVEN, steps=0)
    with pytest.raises(ValueError, match="SGD has no hyper-parameter 'mu'; it has lr"):
        pair_sweep(BEALE, SGD(), {"lr": RATES, "mu": [0.9]})
    with pytest.raises(ValueError, match="below 1"):
        pair_sweep(BEALE, Momentum(), {"lr": RATES, "mu": [1.0]})
    with pytest.raises(ValueError, match="two hyper-parameters"):
        pair_sweep(BEALE, Momentum(), {"lr": RATES})


def test_axes_cover_what_matters() -> None:
    adam = Adam()
    lr, beta1, eps = (axis_for(adam, name) for name in ("lr", "beta1", "eps"))
    np.testing.assert_allclose(lr[[0, -1]], [1e-6, 10])
    np.testing.assert_allclose(beta1[[0, -1]], [0, 0.999])
    np.testing.assert_allclose(eps[[0, -1]], [1e-12, 10])
    for ratios in (lr, 1 - beta1, eps):
        np.testing.assert_allclose(ratios[1:] / ratios[:-1], ratios[1] / ratios[0])
    assert axis_for(adam, "beta2", 3)[-1] > 0.9999
    np.testing.assert_allclose(axis_for(adam, "lr", 3, (1e-4, 1)), [1e-4, 1e-2, 1])


@pytest.mark.parametrize(
    ("name", "ends"), [("lr", (0.0, 1.0)), ("mu", (0.0, 1.0)), ("mu", (0.9, 0.5)), ("lr", (1, 1))]
)
def test_axes_with_impossible_ends_are_refused(name: str, ends: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="give a range"):
        axis_for(Momentum(), name, 5, ends)


def test_one_door_leads_to_both_kinds_of_sweep() -> None:
    adam, sgd = Adam(lr=0.3), SGD(lr=0.1)
    for values, rates in (({"lr": RATES}, RATES), (None, FINE)):
        *_, found = sweep(BEALE, [adam, sgd], values, steps=STEPS)
        assert np.array_equal(
            found.final, last_of(BEALE, [adam, sgd], steps=STEPS, rates=rates).final
        )
    pair = {"lr": RATES, "beta1": np.array([0.5, 0.9])}
    *_, found = sweep(BEALE, [adam], pair, steps=STEPS)
    *_, expected = pair_sweep(BEALE, adam, pair, steps=STEPS)
    assert np.array_equal(found.final, expected.final)
    with pytest.raises(ValueError, match="for one optimizer"):
        sweep(BEALE, [adam, sgd], pair)
    with pytest.raises(ValueError, match="two hyper-parameters"):
        sweep(BEALE, [adam], {"beta1": [0.5]})


def test_a_trial_that_stands_on_a_kink_has_its_loss_there() -> None:
    surface = formula_scene(Formula("sqrt(x**2 + y**2)")).surface
    rates = [0.0625, 0.125, 0.3]
    *_, done = learning_rate_sweep(surface, [SGD()], (1, 0), 20, rates=rates, threshold=0.2)
    assert done.final[0, :2].tolist() == [0, 0]
    assert done.reached[0].tolist() == [13, 7, 3]
    assert np.isinf(done.diverged).all()


def test_a_start_on_a_kink_that_is_no_minimum_stands_there() -> None:
    surface = formula_scene(Formula("sqrt(x**2) + sqrt(y**2)")).surface
    *_, done = learning_rate_sweep(surface, [SGD()], (0, 1), 20, rates=[0.1, 0.2])
    assert done.final[0].tolist() == [1, 1]
    assert np.isinf(done.diverged).all()
