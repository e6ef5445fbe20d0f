"""Functions with one minimum at the end of a valley: how long the way to it is."""

from dataclasses import replace

from optviz.optimizers import SGD
from optviz.race import Race, race
from optviz.scenes.tuned import tuned_scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import distances, first, first_step, path, sign_changes
from surfaces.ill_conditioned import Quadratic, QuadraticGradient, ill_conditioned

FLOOR = 0.1  # so near to y = x^2 counts as on the floor of Rosenbrock's valley
TURN = 45.0  # degrees
MORE = 10.0  # times the condition


def lasts(done: Race) -> dict[str, float]:
    """Everybody's last loss."""
    return {name: float(run.loss[int(run.last)]) for name, run in Runs(done).items()}


def aways(done: Race) -> dict[str, float]:
    """How far from the minimum everybody ends."""
    return {
        name: float(distances(done.surface, path(run)[-1:])[0]) for name, run in Runs(done).items()
    }


def floor(done: Race) -> Numbers:
    """The first step at which everybody is on the valley's floor; infinity for never."""
    steps = {
        name: first(run, lambda at: abs(at[:, 1] - at[:, 0] * at[:, 0]) < FLOOR)
        for name, run in Runs(done).items()
    }
    numbers = {name: float("inf") if step is None else step for name, step in steps.items()}
    latest = max(numbers.values())
    return numbers | {"latest": latest, "at": min(latest, done.steps)}


def creeps(done: Race) -> Numbers:
    """How far AdaDelta and the others are from the minimum at the end, and AdaDelta's first step.

    KeyError unless its learning rate is the largest.
    """
    numbers, run = aways(done), Runs(done)["AdaDelta"]
    rates = {name: float(each.optimizer.settings()["lr"]) for name, each in Runs(done).items()}
    if rates["AdaDelta"] < max(rates.values()):
        raise KeyError("the largest learning rate")
    others = max(away for name, away in numbers.items() if name != "AdaDelta")
    return {
        "AdaDelta": numbers["AdaDelta"],
        "others": others,
        "rate": rates["AdaDelta"],
        "leap": first_step(run),
    }


def crossings(done: Race) -> Numbers:
    """How often everybody crosses the line x + y = 4, along which Booth's valley runs."""
    runs = Runs(done).items()
    return {name: sign_changes(path(run).sum(axis=-1) - 4) for name, run in runs} | {
        "steps": done.steps,
        "at": 10,
    }


def slowed(done: Race) -> Numbers:
    """SGD along the flat direction: which share of the way is left, here and on a steeper one.

    There the condition is ten times as high, so the learning rate must be a tenth.
    """
    parameter, run = done.surface.parameter, Runs(done)["SGD"]
    if parameter is None or not isinstance(run.optimizer, SGD):
        raise KeyError("condition")
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


def turned(done: Race) -> Numbers:
    """Everybody's last loss, and what it is if valley and start are turned by 45 degrees."""
    parameter = done.surface.parameter
    if parameter is None:
        raise KeyError("condition")
    loss = Quadratic(parameter.value, TURN)
    surface = replace(done.surface, loss=loss, gradient=QuadraticGradient(loss))
    (x, y), (cos, sin) = done.start, loss.cos_sin()
    rules = [run.optimizer for run in done]
    other = race(surface, rules, (x * cos - y * sin, x * sin + y * cos), done.steps)
    askew = {f"{name}_turned": last for name, last in lasts(other).items()}
    return lasts(done) | askew | {"angle": TURN}


ROSENBROCK = tuned_scene(
    "rosenbrock",
    steps=200,
    rates=(
        *(0.0031622776601683795, 0.0031622776601683795, 0.001),
        *(1.7782794100389228, 10.0, 0.1778279410038923, 1.0),
    ),
    story=(
        Finding(
            says="Everybody is on the floor of the valley soon, SGD at step {SGD:.0f}, Momentum at "
            "{Momentum:.0f}, Adam at {Adam:.0f}, the last at {latest:.0f}.",
            measure=floor,
            holds=lambda n: n["latest"] < 50,
            shows=("above",),
        ),
        Finding(
            says="Its end is far: after all steps SGD is still {SGD:.2f} from the minimum, NAG "
            "{NAG:.2f}, AdaDelta {AdaDelta:.2f}; Momentum is {Momentum:.2f} from it, AdaGrad "
            "{AdaGrad:.2f}, RMSProp {RMSProp:.2f}.",
            measure=aways,
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
            says="SGD jumps across the valley at every step: it changes sides {SGD:.0f} times in "
            "{steps:.0f} steps, RMSProp {RMSProp:.0f} times.",
            measure=crossings,
            holds=lambda n: n["SGD"] == n["steps"] and n["RMSProp"] < n["SGD"] / 2,
            shows=("above", "glyph-gradient"),
        ),
        Finding(
            says="AdaDelta is still {AdaDelta:.1f} from the minimum, although {rate:.0f} is the "
            "largest learning rate of all: it begins with a step {leap:.2f} long. Nobody else is "
            "more than {others:.2f} away.",
            measure=creeps,
            holds=lambda n: n["AdaDelta"] > 5 and n["others"] < 0.2 and n["leap"] < 0.1,
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
            says="The steep direction keeps SGD's learning rate below {bound:.2g}, so the flat one "
            "is slow: {left:.0%} of the way along it is left. At condition {steeper:,.0f}, with a "
            "tenth of the rate, it is {left_steeper:.0%}.",
            measure=slowed,
            holds=lambda n: (
                n["bound"] / 2 < n["rate"] < n["bound"]
                and 0.01 < n["left"] < 0.3
                and n["left_steeper"] > 0.7
            ),
            shows=("above", "distance"),
        ),
        Finding(
            says="A rate for each coordinate undoes the condition only where the valley follows "
            "an axis: turned by {angle:.0f} degrees, start and all, RMSProp ends at a loss of "
            "{RMSProp_turned:.0e} instead of {RMSProp:.0e}, AdaGrad at {AdaGrad_turned:.0e} "
            "instead of {AdaGrad:.0e}; SGD at {SGD_turned:.4f} as before.",
            measure=turned,
            holds=lambda n: (
                n["RMSProp_turned"] > 1e3 * n["RMSProp"]
                and n["AdaGrad_turned"] > 1e3 * n["AdaGrad"]
                and abs(n["SGD_turned"] / n["SGD"] - 1) < 1e-6
            ),
            shows=("rate-x", "rate-y", "glyph-rate"),
        ),
    ),
)
