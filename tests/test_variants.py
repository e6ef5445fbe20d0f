"""What each variant must be to the seven and to its paper, and how far definitions lie apart."""

from dataclasses import replace

import numpy as np
import pytest

from optviz.equations import equations
from optviz.optimizers import (
    NAG,
    OPTIMIZERS,
    AdaGrad,
    Adam,
    Array,
    Optimizer,
    RMSProp,
    State,
)
from optviz.race import race
from optviz.variants import (
    VARIANTS,
    AdaBelief,
    AdaGradInitial,
    AdaMax,
    AdamEpsHat,
    AdamUncorrected,
    AdamW,
    AMSGrad,
    LazyAdam,
    Lion,
    Nadam,
    NAGLookAhead,
    RAdam,
    RMSPropEpsInside,
    Yogi,
)
from surfaces import SURFACES, Surface
from tests.support.equations import evaluate

NORMAL = np.random.default_rng(8).normal(size=(200, 2))
# From these runs leave for infinity: there roundings grow without bound, and slopes never shrink.
LEAVING = {"goldstein_price", "monkey_saddle"}
SETTLED = {name: each for name, each in SURFACES.items() if name not in LEAVING}
every_settled = pytest.mark.parametrize("surface", SETTLED.values(), ids=SETTLED.keys())
every_surface = pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES.keys())


def given(optimizer: Optimizer, gradients: Array, x: Array | None = None) -> tuple[Array, State]:
    """The path under gradients that do not depend on it, and every quantity: (steps, 2) each."""
    x = np.zeros(2) if x is None else x
    state, path, kept = optimizer.init(x), [x], []
    for g in gradients:
        x, state = optimizer.step(x, g, state)
        path.append(x)
        kept.append(vars(state))
    return np.array(path), State(
        {name: np.array([each[name] for each in kept]) for name in kept[0]}
    )


def moves(optimizer: Optimizer, gradients: Array) -> Array:
    return np.diff(given(optimizer, gradients)[0], axis=0)


# A variant that differs in one thing is the other rule where that thing is nothing.

SAME: list[tuple[Optimizer, Optimizer]] = [
    (AdamW(decay=0), Adam()),
    (LazyAdam(lr=0.1), Adam(lr=0.1)),
    (Nadam(beta1=0), Adam(lr=2e-3, beta1=0)),
    (AdamUncorrected(beta1=0, beta2=0.9), RMSProp(lr=1e-3, rho=0.9)),
    (RMSPropEpsInside(eps=0), RMSProp(lr=1e-3, rho=0.9, eps=0)),
    (AdaGradInitial(initial=0, eps=0), AdaGrad(lr=1e-3, eps=0)),
]


@pytest.mark.parametrize(("one", "other"), SAME, ids=repr)
@every_surface
def test_without_what_is_new_it_is_the_old_rule(
    one: Optimizer, other: Optimizer, surface: Surface
) -> None:
    if surface is SURFACES["rare_feature"]:  # a slope of 0 is what is new with LazyAdam
        surface = replace(surface, minibatches=None)
    new, old = race(surface, [one, other], steps=200)
    np.testing.assert_array_equal(new.x, old.x)


@every_settled
@pytest.mark.parametrize("mu", [0.0, 0.5, 0.95])
def test_the_look_ahead_form_of_nag_goes_where_nag_looks(surface: Surface, mu: float) -> None:
    nag, ahead = race(surface, [NAG(1e-3, mu), NAGLookAhead(1e-3, mu)], steps=500)
    # What leaves the saddle goes far, and its roundings grow with it.
    scale = max(1.0, float(np.abs(nag.x).max()))
    np.testing.assert_allclose(ahead.x[:-1], nag.grad_at, rtol=0, atol=6e-15 * scale)


@pytest.mark.parametrize("eps_hat", [1e-8, 1e-3, 0.1])
def test_eps_hat_is_an_eps_that_shrinks(eps_hat: float) -> None:
    paper, form = Adam(lr=0.1), AdamEpsHat(lr=0.1, eps_hat=eps_hat)
    x, state = np.zeros(2), paper.init(np.zeros(2))
    path = given(form, NORMAL)[0]
    for t, g in enumerate(NORMAL, 1):
        eps_t = eps_hat / np.sqrt(1 - 0.999**t)
        x, state = replace(paper, eps=float(eps_t)).step(x, g, state)
        np.testing.assert_allclose(path[t], x, rtol=0, atol=1e-14)


def test_without_its_corrections_adams_first_step_is_three_times_as_long() -> None:
    t = np.arange(1, 201)[:, None]
    longer = (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
    plain, corrected = moves(AdamUncorrected(eps=0), NORMAL), moves(Adam(eps=0), NORMAL)
    np.testing.assert_allclose(plain, longer * corrected, rtol=1e-9)
    assert longer[0] == pytest.approx(3.16, abs=0.01)
    assert longer.max() == pytest.approx(6.57, abs=0.01)


# Decay.


def test_adamw_shrinks_what_no_gradient_moves() -> None:
    x = np.array([1.0, -2.0])
    path, _ = given(AdamW(lr=0.1, decay=0.2), np.zeros((50, 2)), x)
    np.testing.assert_allclose(path, x * 0.98 ** np.arange(51)[:, None], rtol=1e-13)


def test_decay_is_not_seen_by_the_memory() -> None:
    _, plain = given(Adam(), NORMAL, np.ones(2))
    _, decayed = given(AdamW(decay=5.0), NORMAL, np.ones(2))
    for name in vars(plain):
        np.testing.assert_array_equal(getattr(plain, name), getattr(decayed, name))


def test_lion_steps_by_lr_along_signs_and_shrinks() -> None:
    np.testing.assert_array_equal(np.sign(moves(Lion(lr=0.25, beta1=0), NORMAL)), -np.sign(NORMAL))
    np.testing.assert_allclose(np.abs(moves(Lion(lr=0.25), NORMAL)), 0.25, rtol=1e-12)
    scaled = moves(Lion(lr=0.25), 2.0**-20 * NORMAL)
    np.testing.assert_array_equal(moves(Lion(lr=0.25), NORMAL), scaled)
    path, _ = given(Lion(lr=0.1, decay=0.2), np.zeros((50, 2)), np.ones(2))
    np.testing.assert_allclose(path[:, 0], 0.98 ** np.arange(51), rtol=1e-13)


# Other memories.


@every_settled
def test_amsgrad_never_forgets_the_largest_v(surface: Surface) -> None:
    run = race(surface, [AMSGrad(lr=0.05, beta2=0.9)], steps=300)[0]
    assert (np.diff(run.state["v_max"], axis=0) >= 0).all()
    np.testing.assert_array_equal(run.state["v_max"], np.maximum.accumulate(run.state["v"]))
    assert (run.state["v_max"][-1] > run.state["v"][-1]).any()


def test_amsgrad_is_adam_while_v_rises() -> None:
    rising = np.arange(1, 101)[:, None] * [1.0, -3.0]
    np.testing.assert_array_equal(moves(AMSGrad(), rising), moves(Adam(), rising))


def test_adamax_divides_by_the_largest_slope_it_remembers() -> None:
    _, state = given(AdaMax(beta2=0.5, eps=0), np.array([[8.0, 1], [1, 1], [1, 1], [9, 0.1]]))
    np.testing.assert_array_equal(state.u, [[8, 1], [4, 1], [2, 1], [9, 0.5]])
    ramp = np.full((60, 2), -7.0)
    np.testing.assert_allclose(moves(AdaMax(lr=0.1, eps=0), ramp), 0.1, rtol=1e-12)


def test_adabelief_on_a_ramp_divides_by_its_eps_alone() -> None:
    rule = AdaBelief(lr=1e-6, beta1=0, beta2=0.9, eps=1e-8)
    rate = 1e-6 / (np.sqrt(1e-8 / (1 - 0.9)) + 1e-8)
    np.testing.assert_allclose(moves(rule, np.full((60, 2), -7.0)), 7 * rate, rtol=1e-12)


def test_adabelief_measures_surprise() -> None:
    _, state = given(AdaBelief(beta2=0.9, eps=0), NORMAL)
    weights = 0.1 * 0.9 ** np.arange(199, -1, -1)[:, None]
    expected = (weights * (NORMAL - state.m) ** 2).sum(axis=0)
    np.testing.assert_allclose(state.s[-1], expected, rtol=1e-12)


def test_yogis_v_moves_by_a_share_of_the_square_whatever_v_is() -> None:
    _, state = given(Yogi(beta2=0.9, initial=0.5), NORMAL)
    before = np.vstack([np.full((1, 2), 0.5), state.v[:-1]])
    np.testing.assert_allclose(np.abs(state.v - before), 0.1 * NORMAL**2, atol=1e-15)
    np.testing.assert_array_equal(state.v > before, before < NORMAL**2)


def test_yogi_from_nothing_begins_as_adam() -> None:
    yogi, adam = Yogi(lr=0.1, initial=0, eps=1e-8), Adam(lr=0.1)
    np.testing.assert_array_equal(moves(yogi, NORMAL[:1]), moves(adam, NORMAL[:1]))


# Schedules.


def test_nadam_without_a_schedule_corrects_as_adam_does() -> None:
    _, state = given(Nadam(beta1=0.8, psi=1e6), NORMAL)
    t = np.arange(1, 201)[:, None]
    np.testing.assert_allclose(state.mu_product, 0.8**t * [1, 1], rtol=1e-12)
    expected = 0.8 * state.m / (1 - 0.8 ** (t + 1)) + 0.2 * NORMAL / (1 - 0.8**t)
    np.testing.assert_allclose(state.m_hat, expected, rtol=1e-12, atol=1e-15)


def test_nadams_momentum_warms_up_from_half_of_beta1() -> None:
    _, state = given(Nadam(beta1=0.8), NORMAL)
    assert state.mu[0] == pytest.approx(0.4, rel=1e-3)
    assert (np.diff(state.mu) > 0).all()
    np.testing.assert_array_equal(state.mu_next[:-1], state.mu[1:])
    np.testing.assert_allclose(state.mu_product[:, 0], np.cumprod(state.mu), rtol=1e-12)


def test_radam_begins_as_momentum_and_ends_as_adam() -> None:
    many = np.random.default_rng(9).normal(size=(20_000, 2))
    _, state = given(RAdam(lr=0.1), many)
    early = state.rho <= 5
    np.testing.assert_array_equal(np.flatnonzero(early), np.arange(5))
    np.testing.assert_array_equal(state.rate[early], 0.1)
    np.testing.assert_array_equal(state.r[early], 1)
    assert (np.diff(state.r[~early]) >= 0).all()
    _, adam = given(Adam(lr=0.1, eps=0), many)
    np.testing.assert_allclose(state.rate[-1], adam.rate[-1], rtol=1e-3)
    assert state.rate[5].max() < 0.05 * adam.rate[5].min()


@pytest.mark.parametrize("beta2", [0.0, 1 / 3, 0.5, 0.6, 2 / 3])
def test_radam_never_trusts_a_short_memory(beta2: float) -> None:
    _, state = given(RAdam(lr=0.1, beta2=beta2), NORMAL)
    np.testing.assert_array_equal(state.rate, 0.1)


# Laziness.

SPARSE = np.where(np.random.default_rng(10).random((200, 2)) < 0.3, NORMAL, 0.0)


def test_lazy_adam_rests_where_there_is_no_slope() -> None:
    path, state = given(LazyAdam(lr=0.1), SPARSE)
    resting = SPARSE == 0
    assert not np.diff(path, axis=0)[resting].any()
    for history in (state.m, state.v):
        assert not np.diff(history, axis=0)[resting[1:]].any()
    assert np.diff(path, axis=0)[~resting].all()
    began = np.maximum.accumulate(~resting)
    assert moves(Adam(lr=0.1), SPARSE)[began].all()


def test_lazy_adam_counts_the_steps_in_which_it_rests() -> None:
    late = np.zeros((100, 2))
    late[99] = 3.0
    expected = -0.1 * (0.3 / (1 - 0.9**100)) / np.sqrt(0.009 / (1 - 0.999**100))
    assert moves(LazyAdam(lr=0.1, eps=1e-30), late)[99] == pytest.approx(expected)
    assert moves(LazyAdam(lr=0.1, eps=1e-30), late[99:])[0] == pytest.approx(-0.1)


@pytest.mark.parametrize("kind", VARIANTS.values(), ids=VARIANTS.keys())
def test_equations_hold_where_slopes_are_nothing(kind: type[Optimizer]) -> None:
    optimizer = kind()
    path, history = given(optimizer, SPARSE, np.ones(2))
    for k, axis in np.ndindex(60, 2):
        known = optimizer.settings() | {"t": k + 1, "g": SPARSE[k, axis], "x": path[k, axis]}
        for name in optimizer.memory:
            before = getattr(history, name)[k - 1, axis] if k else optimizer.begin().get(name, 0.0)
            known[name] = float(before)
        for equation in equations(kind):
            known[equation.name] = evaluate(equation.tree, known)
        assert known["x"] == pytest.approx(path[k + 1, axis], rel=1e-12, abs=1e-15)


# Other starts.


def test_a_sum_that_starts_is_a_gradient_seen_before() -> None:
    before = np.vstack([np.full((1, 2), 0.5), NORMAL])
    _, started = given(AdaGradInitial(lr=0.1, initial=0.25, eps=0), NORMAL)
    np.testing.assert_array_equal(started.rate, given(AdaGrad(lr=0.1, eps=0), before)[1].rate[1:])


def test_the_registry_names_classes_as_that_of_the_seven_does() -> None:
    assert len(VARIANTS) == 14
    assert not VARIANTS.keys() & OPTIMIZERS.keys()
    for name, kind in VARIANTS.items():
        assert name == kind.__name__.lower()


# How far definitions lead apart on Beale's function, from the start of its scene, in 500 steps.

APART: list[tuple[Optimizer, Optimizer, float]] = [
    (Adam(lr=0.3, eps=0.1), AdamEpsHat(lr=0.3, eps_hat=0.1), 5.68e-2),
    (Adam(lr=0.3, eps=1e-8), AdamEpsHat(lr=0.3, eps_hat=1e-8), 5.96e-9),
    (Adam(lr=0.3), AdamUncorrected(lr=0.3), 2.10),
    (NAG(lr=0.001, mu=0.95), NAGLookAhead(lr=0.001, mu=0.95), 0.192),
    (RMSProp(lr=0.01, eps=0.1), RMSPropEpsInside(lr=0.01, rho=0.99, eps=0.1), 1.26e-2),
    (RMSProp(lr=0.01, eps=1e-8), RMSPropEpsInside(lr=0.01, rho=0.99, eps=1e-8), 1.30e-9),
    (AdaGrad(lr=1.0, eps=1e-10), AdaGradInitial(lr=1.0), 2.01e-5),
]


@pytest.mark.parametrize(("one", "other", "distance"), APART, ids=repr)
def test_definitions_lead_apart(one: Optimizer, other: Optimizer, distance: float) -> None:
    first, second = race(SURFACES["beale"], [one, other], (1.0, 1.6), steps=500)
    assert np.abs(first.x - second.x).max() == pytest.approx(distance, rel=0.02)
