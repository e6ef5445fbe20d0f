"""Functions with one minimum at the end of a valley: how long the way to it is."""

from dataclasses import replace

from optviz.optimizers import SGD
from optviz.race import Race, race
from optviz.scenes.tuned import tuned_scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import check_settled, distances, first, first_step, path, sign_changes
from surfaces.ill_conditioned import Quadratic, QuadraticGradient, ill_conditioned

FLOOR = 0.1  # so near to y = x^2 counts as on the floor of Rosenbrock's valley
TURN = 45.0  # degrees
MORE = 10.0  # times the condition


def end_losses(done: Race) -> dict[str, float]:
    """Each optimizer's last loss."""
    return {name: float(run.loss[int(run.last)]) for name, run in Runs(done).items()}


def end_distances(done: Race) -> dict[str, float]:
    """Each optimizer's distance from the minimum at the end."""
    return {
        name: float(distances(done.surface, path(run)[-1:])[0]) for name, run in Runs(done).items()
    }


def reaches_floor(done: Race) -> Numbers:
    """For each optimizer, the first step on the valley floor; infinity for never."""
    steps = {
        name: first(run, lambda at: abs(at[:, 1] - at[:, 0] * at[:, 0]) < FLOOR)
        for name, run in Runs(done).items()
    }
    numbers = {name: float("inf") if step is None else step for name, step in steps.items()}
    latest = max(numbers.values())
    return numbers | {"latest": latest, "at": min(latest, done.steps)}


def adadelta_behind(done: Race) -> Numbers:
    """How far AdaDelta and the others are from the minimum at the end, and AdaDelta's first step.

    KeyError unless its learning rate is the largest.
    """
    numbers, run = end_distances(done), Runs(done)["AdaDelta"]
    check_settled(*(each.optimizer for each in done))
    rates = {name: float(each.optimizer.settings()["lr"]) for name, each in Runs(done).items()}
    if rates["AdaDelta"] < max(rates.values()):
        raise KeyError("the largest learning rate")
    others = max(away for name, away in numbers.items() if name != "AdaDelta")
    return {
        "AdaDelta": numbers["AdaDelta"],
        "others": others,
        "rate": rates["AdaDelta"],
        "first": first_step(run),
    }


def crossings(done: Race) -> Numbers:
    """How often each optimizer crosses the line x + y = 4, along which Booth's valley runs."""
    runs = Runs(done).items()
    return {name: sign_changes(path(run).sum(axis=-1) - 4) for name, run in runs} | {
        "steps": done.steps,
        "at": 10,
    }


def flat_direction(done: Race) -> Numbers:
    """SGD along the flat direction: the share of the distance left, here and on a steeper surface.

    There the condition is ten times as high, so the learning rate must be a tenth.
    """
    parameter, run = done.surface.parameter, Runs(done)["SGD"]
    if parameter is None or not isinstance(run.optimizer, SGD):
        raise KeyError("condition")
    check_settled(run.optimizer)
    rule = replace(run.optimizer, lr=run.optimizer.lr / MORE)
    steeper = race(ill_conditioned(parameter.value * MORE), [rule], done.start, done.steps)[0]
    shares = [float(abs(path(each)[-1, 0] / each.x[0, 0])) for each in (run, steeper)]
    return {
        "condition": parameter.value,
        "steeper": parameter.value * MORE,
        "bound": 2 / parameter.value,
        "rate": run.optimizer.lr,
        "left": shares[0],
        "left_steeper": shares[1],
    }


def rotated(done: Race) -> Numbers:
    """Each optimizer's last loss, and what it is with valley and start rotated by 45 degrees."""
    parameter = done.surface.parameter
    if parameter is None:
        raise KeyError("condition")
    loss = Quadratic(parameter.value, TURN)
    surface = replace(done.surface, loss=loss, gradient=QuadraticGradient(loss))
    (x, y), (cos, sin) = done.start, loss.cos_sin()
    rules = [run.optimizer for run in done]
    other = race(surface, rules, (x * cos - y * sin, x * sin + y * cos), done.steps)
    rotated_losses = {f"{name}_rotated": last for name, last in end_losses(other).items()}
    return end_losses(done) | rotated_losses | {"angle": TURN}


ROSENBROCK = tuned_scene(
    "rosenbrock",
    steps=200,
    rates=(
        *(0.0031622776601683795, 0.0031622776601683795, 0.001),
        *(1.7782794100389228, 10.0, 0.1778279410038923, 1.0),
    ),
    story=(
        Finding(
            says="Every optimizer reaches the floor of the valley early: SGD at step {SGD:.0f}, "
            "Momentum at {Momentum:.0f}, Adam at {Adam:.0f}, the last one at {latest:.0f}.",
            measure=reaches_floor,
            holds=lambda n: n["latest"] < 50,
            shows=("above",),
        ),
        Finding(
            says="The minimum is far along the floor: at the end SGD is still {SGD:.2f} from it, "
            "NAG {NAG:.2f} and AdaDelta {AdaDelta:.2f}; Momentum is {Momentum:.2f} from it, "
            "AdaGrad {AdaGrad:.2f} and RMSProp {RMSProp:.2f}.",
            measure=end_distances,
            holds=lambda n: (
                min(n["SGD"], n["NAG"], n["AdaDelta"]) > 0.3
                and max(n["Momentum"], n["AdaGrad"], n["RMSProp"]) < 0.1
            ),
            shows=("distance",),
        ),
    ),
)

BOOTH = tuned_scene(
    "booth",
    steps=60,
    rates=(
        *(0.1, 0.01, 0.05623413251903491),
        *(5.623413251903491, 10.0, 0.5623413251903491, 1.7782794100389228),
    ),
    story=(
        Finding(
            says="SGD jumps across the valley in every step: it changes sides {SGD:.0f} times in "
            "{steps:.0f} steps, RMSProp {RMSProp:.0f} times.",
            measure=crossings,
            holds=lambda n: n["SGD"] == n["steps"] and n["RMSProp"] < n["SGD"] / 2,
            shows=("above", "glyph-gradient"),
        ),
        Finding(
            says="AdaDelta is still {AdaDelta:.1f} from the minimum at the end, although its "
            "learning rate of {rate:.0f} is the largest: its first step is only {first:.2f} "
            "long. No other optimizer is more than {others:.2f} away.",
            measure=adadelta_behind,
            holds=lambda n: n["AdaDelta"] > 5 and n["others"] < 0.2 and n["first"] < 0.1,
            shows=("distance", "glyph-rate"),
        ),
    ),
)

ILL_CONDITIONED = tuned_scene(
    "ill_conditioned",
    name="Ill-conditioned quadratic",
    steps=150,
    rates=(
        *(0.01778279410038923, 0.01, 0.0031622776601683795),
        *(0.31622776601683794, 10.0, 0.03162277660168379, 0.5623413251903491),
    ),
    story=(
        Finding(
            says="The steep direction limits SGD's learning rate to {bound:.2g}, so progress in "
            "the flat direction is slow: {left:.0%} of the distance along it is left at the end. "
            "At a condition number of {steeper:,.0f}, with a tenth of the learning rate, "
            "{left_steeper:.0%} is left.",
            measure=flat_direction,
            holds=lambda n: (
                n["bound"] / 2 < n["rate"] < n["bound"]
                and 0.01 < n["left"] < 0.3
                and n["left_steeper"] > 0.7
            ),
            unsaid={"rate": "SGD's learning rate is {value:.3g}."},
            shows=("above", "distance"),
        ),
        Finding(
            says="A learning rate for each coordinate makes up for the condition number only if "
            "the valley is aligned with an axis: with valley and start rotated by {angle:.0f} "
            "degrees, RMSProp ends at a loss of {RMSProp_rotated:.0e} instead of {RMSProp:.0e} "
            "and AdaGrad at {AdaGrad_rotated:.0e} instead of {AdaGrad:.0e}; SGD ends at "
            "{SGD_rotated:.4f}, as before.",
            measure=rotated,
            holds=lambda n: (
                n["RMSProp_rotated"] > 1e3 * n["RMSProp"]
                and n["AdaGrad_rotated"] > 1e3 * n["AdaGrad"]
                and abs(n["SGD_rotated"] / n["SGD"] - 1) < 1e-6
            ),
            shows=("rate-x", "rate-y", "glyph-rate"),
        ),
    ),
)
