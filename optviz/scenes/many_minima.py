"""Functions with several minima: which optimizer ends in which one."""

import numpy as np

from optviz.race import Race
from optviz.scenes.tuned import ENDS, ends_in, separate, tuned_scene
from optviz.stories.findings import Finding, Numbers, Runs
from optviz.stories.measures import distances, first_step, path

ACCUMULATING = ("SGD", "Momentum", "NAG")
DIVIDING = ("AdaGrad", "AdaDelta", "RMSProp", "Adam")


def headings(done: Race) -> Numbers:
    """The direction of each optimizer's first step: degrees from the x axis, 0 to 90."""
    steps = {name: np.abs(path(run)[1] - path(run)[0]) for name, run in Runs(done).items()}
    angles = {name: float(np.degrees(np.arctan2(y, x))) for name, (x, y) in steps.items()}
    return angles | {"at": 1}


def first_steps(done: Race) -> Numbers:
    """The length of each optimizer's first step."""
    return {name: first_step(run) for name, run in Runs(done).items()} | {"at": 1}


def nearest_minimum(done: Race) -> Numbers:
    """Each optimizer's last loss, and its last distance from the minimum nearest the start."""
    minima = np.array(done.surface.minima)
    x, y = minima[np.hypot(*(minima - done.start).T).argmin()]
    numbers = {"x": float(x), "y": float(y), "minima": len(minima)}
    for name, run in Runs(done).items():
        end = path(run)[-1]
        numbers |= {
            name: float(np.hypot(end[0] - x, end[1] - y)),
            f"{name}_step": first_step(run),
            f"{name}_loss": float(run.loss[int(run.last)]),
        }
    return numbers | {"off": max(numbers[name] for name in (*ACCUMULATING, "AdaDelta", "RMSProp"))}


def unsettled(done: Race) -> Numbers:
    """Each optimizer's last step, the gradient before it, and its distance from a minimum."""
    numbers: dict[str, float] = {}
    for name, run in Runs(done).items():
        way = path(run)
        numbers[name] = float(np.hypot(*(way[-1] - way[-2])))
        numbers[f"{name}_gradient"] = float(np.hypot(*run.grad[len(way) - 2]))
        numbers[f"{name}_off"] = float(distances(done.surface, way[-1:])[0])
    return numbers


HIMMELBLAU = tuned_scene(
    "himmelblau",
    steps=100,
    rates=(
        *(0.01, 0.005623413251903491, 0.01),
        *(0.5623413251903491, 10.0, 0.05623413251903491, 1.7782794100389228),
    ),
    story=(
        Finding(
            says="Four minima are equally low, and from this start two of them are reached: SGD, "
            "Momentum and NAG end in ({x0:.2f}, {y0:.2f}), AdaGrad, AdaDelta, RMSProp and Adam "
            "in ({x1:.2f}, {y1:.2f}).",
            measure=ends_in(ACCUMULATING, DIVIDING),
            holds=separate,
            unsaid=ENDS,
            shows=("above", "distance"),
        ),
        Finding(
            says="They separate at the first step: AdaGrad, AdaDelta, RMSProp and Adam divide by "
            "the size of the gradient and move as far along y as along x, at {AdaGrad:.0f} "
            "degrees; SGD follows the gradient, at {SGD:.0f} degrees.",
            measure=headings,
            holds=lambda n: (
                max(abs(n[name] - 45) for name in DIVIDING) < 1
                and abs(n["SGD"] - n["Momentum"]) < 1
                and abs(n["SGD"] - 45) > 10
            ),
            unsaid={"*": "{name} moves at {value:.0f} degrees."},
            shows=("glyph-gradient", "glyph-rate"),
        ),
    ),
)

SIX_HUMP_CAMEL = tuned_scene(
    "six_hump_camel",
    steps=100,
    rates=(
        *(0.01, 0.03162277660168379, 0.005623413251903491),
        *(0.1, 3.1622776601683795, 0.01, 0.31622776601683794),
    ),
    story=(
        Finding(
            says="SGD, Momentum and NAG end in a minimum with a loss of {loss0:.2f}, AdaGrad, "
            "AdaDelta, RMSProp and Adam in one of the two lowest, with {loss1:.2f}.",
            measure=ends_in(ACCUMULATING, DIVIDING),
            holds=lambda n: separate(n) and n["loss1"] < n["loss0"] - 0.5,
            unsaid=ENDS,
            shows=("above", "linear"),
        ),
    ),
)

STYBLINSKI_TANG = tuned_scene(
    "styblinski_tang",
    steps=100,
    rates=(
        *(0.005623413251903491, 0.03162277660168379, 0.0031622776601683795),
        *(0.31622776601683794, 1.7782794100389228, 0.03162277660168379, 3.1622776601683795),
    ),
    story=(
        Finding(
            says="Only Adam ends in the lowest minimum, with a loss of {loss1:.1f}; the other "
            "six end in one with {loss0:.1f}.",
            measure=ends_in((*ACCUMULATING, *DIVIDING[:-1]), DIVIDING[-1:]),
            holds=lambda n: separate(n) and n["loss1"] < n["loss0"] - 10,
            unsaid=ENDS,
            shows=("above", "linear"),
        ),
        Finding(
            says="Adam's first step is {Adam:.1f} long, ten times as long as the longest of the "
            "others: AdaGrad's is {AdaGrad:.2f}, SGD's {SGD:.4f}.",
            measure=first_steps,
            holds=lambda n: (
                n["Adam"] > 4
                and n["Adam"] > 9.5 * max(n[each] for each in n if each not in ("Adam", "at"))
            ),
            unsaid={"*": "{name}'s is {value:.2f} long."},
            shows=("glyph-rate",),
        ),
    ),
)

GOLDSTEIN_PRICE = tuned_scene(
    "goldstein_price",
    steps=200,
    rates=(
        *(0.0005623413251903491, 0.00017782794100389227, 1e-5),
        *(0.1, 1.7782794100389228, 0.01, 1.0),
    ),
    story=(
        Finding(
            says="SGD, Momentum and Adam end in the lowest minimum, with a loss of {loss0:.0f}; "
            "NAG, AdaGrad, AdaDelta and RMSProp in the next one, with {loss1:.0f}.",
            measure=ends_in(("SGD", "Momentum", "Adam"), ("NAG", "AdaGrad", "AdaDelta", "RMSProp")),
            holds=lambda n: separate(n) and n["loss0"] < n["loss1"],
            unsaid=ENDS,
            shows=("above", "log"),
        ),
    ),
)

ACKLEY = tuned_scene(
    "ackley",
    steps=80,
    rates=(
        *(0.0031622776601683795, 0.005623413251903491, 0.03162277660168379),
        *(0.5623413251903491, 1.7782794100389228, 0.05623413251903491, 0.5623413251903491),
    ),
    story=(
        Finding(
            says="SGD and AdaDelta stay in the local minimum next to the start, at a loss of "
            "{loss0:.2f}; the others reach the global minimum.",
            measure=ends_in(("SGD", "AdaDelta"), ("Momentum", "NAG", "AdaGrad", "RMSProp", "Adam")),
            holds=lambda n: separate(n) and n["loss0"] > 2 and abs(n["loss1"]) < 1e-9,
            unsaid=ENDS,
            shows=("above", "log"),
        ),
        Finding(
            says="The global minimum is a sharp point, and AdaGrad and NAG do not settle there: "
            "at a distance of {AdaGrad_off:.2f} AdaGrad still has a gradient of "
            "{AdaGrad_gradient:.1f}, and its last step is {AdaGrad:.2f} long, NAG's {NAG:.2f}. "
            "SGD's last step in the local minimum is {SGD:.0e} long.",
            measure=unsettled,
            holds=lambda n: (
                min(n["AdaGrad"], n["NAG"]) > 0.02
                and n["AdaGrad_off"] < 0.05
                and n["AdaGrad_gradient"] > 2
                and n["SGD"] < 1e-3
            ),
            shows=("gradient", "distance"),
        ),
    ),
)

RASTRIGIN = tuned_scene(
    "rastrigin",
    steps=100,
    rates=(
        *(0.00031622776601683794, 0.001, 0.00017782794100389227),
        *(1.7782794100389228, 1.7782794100389228, 0.005623413251903491, 0.5623413251903491),
    ),
    story=(
        Finding(
            says="Out of {minima:.0f} minima, SGD, Momentum, NAG, AdaDelta and RMSProp end in "
            "the one nearest to the start, ({x:.2f}, {y:.2f}), even with their best learning "
            "rates; none of them is more than {off:.0e} away from it.",
            measure=nearest_minimum,
            holds=lambda n: n["off"] < 0.01,
            shows=("above", "distance"),
        ),
        Finding(
            says="AdaGrad and Adam leave it, with first steps of {AdaGrad_step:.1f} and "
            "{Adam_step:.1f}, where neighbouring minima are about one apart; they end at losses of "
            "{AdaGrad_loss:.1f} and {Adam_loss:.1f} instead of SGD's {SGD_loss:.1f}.",
            measure=nearest_minimum,
            holds=lambda n: (
                min(n["AdaGrad"], n["Adam"]) > 0.9
                and max(n["AdaGrad_loss"], n["Adam_loss"]) < n["SGD_loss"]
                and min(n["AdaGrad_step"], n["Adam_step"]) > 0.5
            ),
            unsaid={"*": "{name} ends {value:.2f} from it."},
            shows=("above", "linear"),
        ),
    ),
)
