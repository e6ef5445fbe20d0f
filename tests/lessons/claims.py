"""What slides say, sentence by sentence, and the measurement behind each."""

import numpy as np

from optviz.look import LOOK
from optviz.optimizers import SGD
from optviz.scenes.catalog import CATALOG
from optviz.studies.tuning import RATES
from tests.lessons.measuring import (
    Check,
    adam_after_one_step,
    adam_betas,
    against_gradient,
    are,
    as_long_although_small,
    at_start,
    both_too_small,
    changes_across,
    denominators,
    epsilon_decides_where_gradients_are_small,
    evens_out,
    full_gradient,
    grows_along,
    is_mean_over_all,
    keeps_velocity,
    leads_to_the_old_minimum,
    longer_by_rate,
    minibatches_average,
    minibatches_of,
    mirrored,
    moves,
    noise,
    noise_is_the_same_everywhere,
    only_noise,
    origins,
    oscillates_above,
    paler_is_lower,
    recent_only,
    remembers,
    rises_to,
    runs,
    same_noise,
    same_rates,
    scales,
    share,
    steps,
    velocity_lasts,
)

CLAIMS: dict[str, Check | None] = {  # None: states nothing that a race or rule could contradict
    # beale
    (
        "Every point of the picture is a pair of weights; the lighter its colour, the lower the "
        "loss."
    ): lambda _: paler_is_lower(),
    "The flag marks the minimum, at (3, 0.5).": (
        lambda s: s.scene.surface.minima == ((3.0, 0.5),) and "lowest" in LOOK
    ),
    "The ring is the start.": None,
    "At every step an optimizer decides in which direction to go, and how far.": None,
    (
        "SGD goes against the gradient: each step is the gradient times the learning rate, so "
        "where the loss is steep, steps are long."
    ): lambda s: np.allclose(
        steps(s.race["SGD"]), -s.race["SGD"].optimizer.settings()["lr"] * s.race["SGD"].grad
    ),
    "The arrow points downhill, against the gradient.": lambda s: "glyph-gradient" in s.switch,
    "Momentum and NAG keep a velocity: each step repeats most of the one before.": (
        lambda s: all(map(keeps_velocity, runs(s, "Momentum", "NAG")))
    ),
    "SGD keeps nothing.": lambda s: not remembers(s.race["SGD"].optimizer),
    "The learning rate is the same for all three.": same_rates,
    "AdaGrad, AdaDelta, RMSProp and Adam divide the gradient by a measure of its past size.": (
        lambda s: all(
            evens_out(run.optimizer)
            for run in runs(s, "AdaGrad", "RMSProp", "Adam")  # AdaDelta's eps is large here
        )
    ),
    (
        "At the first step the past is that one gradient, so its size cancels: the step's length "
        "comes from the hyper-parameters."
    ): lambda s: (
        all(abs(scales(run.optimizer) - 1) < 0.01 for run in s.race if run.name != "SGD")
        and bool(np.isclose(scales(s.race["SGD"].optimizer), 10))
    ),
    "This is the race that Alec Radford drew in 2014, with Adam added.": (
        lambda s: {e.name for e in s.scene.entrants if e.origin == "added"} == {"Adam"}
    ),
    "The settings were recovered from his picture, as far as it shows them.": (
        lambda s: origins(s) == {"recovered", "roughly recovered", "reconstructed", "added"}
    ),
    # long_valley
    "Across the valley the loss is steep, along it almost flat.": (
        lambda s: abs(at_start(s)[0]) > 1000 * abs(at_start(s)[1])
    ),
    (
        "The start is a little to one side of the line y = 0; this small offset decides to which "
        "side the runs leave."
    ): mirrored,
    "SGD multiplies both coordinates of the gradient by the same learning rate.": (
        lambda s: np.allclose(moves(SGD(lr=0.1), (3.0, -2.0)), (-0.3, 0.2))
    ),
    (
        "It has to be small enough for the steep direction, or the run oscillates wider and wider."
    ): oscillates_above,
    "Momentum keeps a velocity, RMSProp divides by the size of past gradients, SGD does neither.": (
        lambda s: are(s, Momentum=(True, False), RMSProp=(False, True), SGD=(False, False))
    ),
    "A run has left when it is one unit along the valley.": (
        lambda s: s.question is not None and s.question.decides == "down along y"
    ),
    "Along the valley the gradient keeps its sign, so a velocity grows.": grows_along,
    "Across the valley the gradient changes its sign at every crossing.": changes_across,
    "Adam does both: it averages past gradients and divides by their size.": (
        lambda s: are(s, Adam=(True, True))
    ),
    (
        "The other three only divide: each of their coordinates goes against its gradient at every "
        "step."
    ): lambda s: all(against_gradient(run) == (run.name != "Adam") for run in s.race),
    "Now the start lies on the line y = 0.": lambda s: s.scene.start[1] == 0,
    "There the gradient along the valley is exactly zero.": lambda s: at_start(s)[1] == 0,
    # saddle_point
    (
        "At a saddle point the gradient is zero, yet it is no minimum: the loss rises in one "
        "direction and falls in another."
    ): lambda s: (
        not full_gradient(s.scene.surface, np.zeros(2)).any()
        and rises_to(s.scene.surface, 0, 0.1)
        and not rises_to(s.scene.surface, 0.1, 0)
    ),
    "The start is where it rises, a tiny bit to one side.": lambda s: (
        rises_to(s.scene.surface, *s.scene.start) and 0 < abs(s.scene.start[0]) < 1e-5
    ),
    "SGD follows the gradient.": lambda s: against_gradient(s.race["SGD"]),
    (
        "At the start the gradient along y, into the saddle point, is large; along x, away from "
        "it, it is almost zero."
    ): lambda s: (
        at_start(s)[1] * s.scene.start[1] > 0
        and at_start(s)[0] * s.scene.start[0] < 0
        and abs(at_start(s)[1]) > 1e4 * abs(at_start(s)[0])
    ),
    "NAG keeps a velocity, RMSProp divides by the size of past gradients, Adam does both.": (
        lambda s: are(s, NAG=(True, False), RMSProp=(False, True), Adam=(True, True))
    ),
    "A run has left when it is one unit away along x.": (
        lambda s: s.question is not None and s.question.decides == "down along x"
    ),
    "A velocity that was built up on the way in does not stop at the saddle point.": (
        lambda s: all((run.x[:, 1] < 0).any() for run in s.race)
    ),
    "All start from the same point, each with a learning rate of its own.": (
        lambda s: not same_rates(s)
    ),
    "Adam keeps running means of the gradients and of their squares.": (
        lambda s: {"m", "v"} <= set(s.race["Adam"].state)
    ),
    "The second one has the longer memory: β₁ is 0.9, β₂ is 0.999.": (
        lambda s: (
            [s.race["Adam"].optimizer.settings()[b] for b in ("beta1", "beta2")] == [0.9, 0.999]
        )
    ),
    # noisy_moons
    "A line is to separate two crescents of points.": (
        lambda s: set(minibatches_of(s).labels()) == {0, 1}
    ),
    (
        "It has two weights, and the picture shows the mean loss over all points for every pair of "
        "them."
    ): is_mean_over_all,
    "A step sees a minibatch of five points, the same five for every optimizer.": (
        lambda s: minibatches_of(s).size == 5
    ),
    (
        "Its gradient is that of another loss; only the average over many minibatches is the "
        "gradient of the loss shown."
    ): minibatches_average,
    "Momentum and Adam average over earlier minibatches; SGD knows only the last one.": (
        lambda s: (
            [remembers(run.optimizer) for run in runs(s, "Momentum", "Adam", "SGD")]
            == [True, True, False]
        )
    ),
    "A velocity lasts for a while after the gradient has changed its sign.": velocity_lasts,
    "A low loss is only a means.": None,
    "The aim is to have as many points as possible on the right side of the line.": None,
    # bias_correction
    "Adam keeps two running means: m of the gradients and v of their squares.": adam_after_one_step,
    (
        "Both start at 0, so after one step they are only a small share of what they estimate."
    ): adam_after_one_step,
    "The bias correction divides by that share.": adam_after_one_step,
    "Adam divides m and v by these shares, AdamUncorrected does not.": lambda s: (
        "m_hat" in s.race["Adam"].state and "m_hat" not in s.race["AdamUncorrected"].state
    ),
    "Everything else is the same.": lambda s: (
        s.race["Adam"].optimizer.settings() == s.race["AdamUncorrected"].optimizer.settings()
    ),
    "A step is m divided by the root of v.": both_too_small,
    "Without the correction both are too small.": both_too_small,
    (
        "The share of m grows quickly, that of v slowly, because β₂ is closer to 1 than β₁."
    ): lambda s: share(0.9, 30) > 30 * share(0.999, 30) and adam_betas(s),
    "So the error changes from step to step.": lambda _: (
        len({round(share(0.9, t) / np.sqrt(share(0.999, t)), 3) for t in range(1, 100)}) == 99
    ),
    (
        "With a smaller β₂ the mean of squares forgets faster, and the two shares become more "
        "alike."
    ): lambda _: share(0.999, 1) < share(0.99, 1) < share(0.9, 1),  # which is that of m
    # epsilon
    "Adam divides by √v + ε, so that it never divides by zero.": lambda s: bool(
        np.isfinite(moves(s.race["Adam"].optimizer, (0.0, 0.0))).all()
    ),
    (
        "Where gradients are much larger than ε, it has no effect; where they are much smaller, it "
        "decides how long the steps are."
    ): epsilon_decides_where_gradients_are_small,
    "The second weight starts at its best value.": only_noise,
    "Its gradient is only the noise of the minibatches, and that noise is small.": only_noise,
    "Adam divides each gradient by its own usual size.": (
        lambda s: evens_out(s.race["Adam"].optimizer)
    ),
    (
        "So with a small ε the steps of the second weight are as long as those of the first, "
        "although its gradients are a thousand times smaller."
    ): as_long_although_small,
    "Here ε is 1 and all gradients are smaller.": denominators,
    "So the denominator √v + ε changes little: it stays between 1 and 1.5.": denominators,
    (
        "A larger denominator makes the steps shorter, unless the learning rate is raised with it."
    ): longer_by_rate,
    (
        "In the long valley the gradient along the valley is small, too, but it is no noise: it "
        "points the way."
    ): lambda s: (
        s.scene.surface.minibatches is None
        and abs(at_start(s)[1]) < 1e-3 * abs(at_start(s)[0])
        and at_start(s)[1] * s.scene.start[1] < 0
    ),
    # learning_rates
    "All optimizers have the same learning rate.": same_rates,
    (
        "That looks fair, but each rule uses it in its own way: SGD's first step grows with the "
        "gradient, Adam's is as long for a gradient ten times as large."
    ): lambda s: bool(
        np.allclose([scales(run.optimizer) for run in runs(s, "SGD", "Adam")], [10, 1])
    ),
    (
        "Now each optimizer has the best of 25 learning rates, all tried on exactly this race."
    ): lambda s: len(RATES) == 25 and origins(s) == {"tuned"},
    "The loss and the start are as before.": (lambda s: s.scene.start == CATALOG["beale"].start),
    "The same in the long valley: each optimizer has the best of 25 learning rates.": (
        lambda s: len(RATES) == 25 and origins(s) == {"tuned"}
    ),
    "Back on Beale's function, from another start, with learning rates tuned for it.": (
        lambda s: origins(s) == {"tuned"} and s.scene.start != CATALOG["beale"].start
    ),
    (
        "It is said that Adam combines two advantages: AdaGrad's on rare features and RMSProp's on "
        "a changing loss."
    ): None,
    # noise
    "The loss is a quadratic bowl.": lambda s: np.allclose(
        np.diff(s.scene.surface.loss(np.linspace(-3, 3, 9), np.linspace(-2, 2, 9)), 3), 0
    ),
    "Each step gets its gradient plus noise, as with minibatches.": (
        lambda s: noise(s.race, s.race["SGD"]).std() > 0
    ),
    "The noise is as large at the minimum as it is far away.": noise_is_the_same_everywhere,
    "At the minimum the gradient is zero, but the noise stays.": lambda s: (
        noise_is_the_same_everywhere(s)
        and np.allclose(full_gradient(s.scene.surface, np.array(s.scene.surface.minima)), 0)
    ),
    "All optimizers get the same noise in the same order.": same_noise,
    "Their learning rates were tuned for this race.": lambda s: origins(s) == {"tuned"},
    "In the middle of this race the minimum jumps to another place.": lambda s: (
        s.scene.surface.stages is not None and 2 * s.scene.surface.stages.lasts == s.scene.steps
    ),
    "Gradients from before the jump lead to the old one.": leads_to_the_old_minimum,
    "AdaGrad divides by the root of the sum of all squared gradients so far.": recent_only,
    "RMSProp divides by the root of a running mean, which forgets old ones.": recent_only,
}
