"""Which scene, and how it is changed: the arguments that commands share."""

import argparse
import difflib
from collections.abc import Iterable
from typing import Any

from optviz.scenes import PRESETS, Scene
from optviz.scenes.catalog import CATALOG
from optviz.scenes.typed import typed_scene
from optviz.studies.tuning import tuned
from optviz.user_rules import OPTION, load_rules
from optviz.variants import RULES
from surfaces.parameter import Parameter

# The numbers about the losses themselves that can be changed; each is an option of its name.
PARAMETERS: dict[str, Parameter] = {
    scene.surface.parameter.name: scene.surface.parameter
    for scene in CATALOG.values()
    if scene.surface.parameter
}

FORMULA = "formula:"
BEST = "tuned"


def add_scene(command: argparse.ArgumentParser) -> None:
    """The scene and everything that can be set in it; what is not set stays the scene's own."""
    command.add_argument(
        "scene",
        help=f"{', '.join(CATALOG)}; or a loss of your own, as in '{FORMULA}x**2 + 3*y**2'",
    )
    race = command.add_argument_group("the race", "What is not given stays as the scene has it.")
    race.add_argument(
        "--optimizers", metavar="A,B", help=f"the optimizers that race, of {', '.join(RULES)}"
    )
    race.add_argument(
        OPTION,
        metavar="FILE",
        action="append",
        default=[],
        dest="rule_files",
        help="a Python file with an optimizer of your own, which is run; it races where all seven "
        "do, and wherever --optimizers names it",
    )
    race.add_argument(
        "--lr", metavar="A=N", action="append", default=[], help="learning rates, as in adam=0.05"
    )
    race.add_argument(
        "--set",
        metavar="A.P=N",
        action="append",
        default=[],
        dest="settings",
        help="other hyper-parameters, as in adam.beta1=0.5",
    )
    race.add_argument(
        "--preset",
        metavar="P",
        default="own",
        help="where settings come from that are not given: own (the scene's), defaults "
        "(torch.optim's), rate=N (the scene's, with one learning rate for all) or tuned (the best "
        "of 25 learning rates for each on this very race)",
    )
    race.add_argument("--start", metavar="X,Y", help="where all optimizers start")
    race.add_argument("--steps", type=int, metavar="N", help="updates per optimizer")
    race.add_argument("--seed", type=int, metavar="N", help="which minibatches are seen")
    race.add_argument("--batch", type=int, metavar="N", help="samples in a minibatch")
    for name, parameter in PARAMETERS.items():
        between = f"{parameter.low:g} to {parameter.high:,g}"
        told = f"the loss's {name}, {between}, where it has one"
        race.add_argument(f"--{name}", type=float, metavar="N", help=told)
    race.add_argument("--xlim", metavar="A,B", help="which x a formula's picture shows")
    race.add_argument("--ylim", metavar="A,B", help="which y")


def chosen_scene(options: argparse.Namespace) -> Scene:
    """The scene as the arguments want it.

    Raises:
        ValueError: an argument is not possible; the sentence says what is.
    """
    for each in options.rule_files:
        load_rules(each)
    scene = scene_called(options.scene, options)
    preset, _, rate = options.preset.partition("=")
    preset = named("preset", preset, (*PRESETS, BEST))
    if preset != BEST:
        scene = scene.preset(preset, number(rate, options.preset) if rate else None)
    if options.batch is not None and not scene.surface.minibatches:
        raise ValueError(f"{scene.name} has no minibatches: leave --batch out")
    asked = scene.changed(
        scene.built(settings(scene, options)),
        start=scene.start if options.start is None else pair("--start", options.start),
        steps=scene.steps if options.steps is None else options.steps,
        seed=scene.seed if options.seed is None else options.seed,
        batch=options.batch,
        parameter=parameter_of(scene, options),
    )
    return tuned(asked) if preset == BEST else asked


def parameter_of(scene: Scene, options: argparse.Namespace) -> float | None:
    """The number about the loss itself that is asked for, None if none is.

    Raises:
        ValueError: the scene's loss does not have it.
    """
    own = scene.surface.parameter
    for name in PARAMETERS:
        if getattr(options, name) is not None and (own is None or own.name != name):
            raise ValueError(f"{scene.name} has no {name}: leave --{name} out")
    return getattr(options, own.name) if own else None


def scene_called(name: str, options: argparse.Namespace) -> Scene:
    """The scene of that name, or that of a formula."""
    limits = {axis: getattr(options, axis) for axis in ("xlim", "ylim")}
    if name.lower().startswith(FORMULA):
        given = {axis: text and pair(f"--{axis}", text) for axis, text in limits.items()}
        return typed_scene(name[len(FORMULA) :].strip(), **given)
    key = named("scene", name, CATALOG)
    for axis, text in limits.items():
        if text is not None:
            raise ValueError(f"--{axis} is for formulas: {CATALOG[key].name} has its own limits")
    return CATALOG[key]


def settings(scene: Scene, options: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """The optimizers that race, each with all its hyper-parameters."""
    rules = scene.rules
    own = {type(entry.optimizer): entry.optimizer for entry in scene.entrants}
    if options.optimizers is None:
        names = scene.racing
    else:
        names = [named("optimizer", each, rules) for each in options.optimizers.split(",")]
    chosen = {name: (own.get(rules[name]) or rules[name]()).settings() for name in names}
    wanted = [each.replace("=", ".lr=", 1) for given in options.lr for each in given.split(",")]
    wanted += [each for given in options.settings for each in given.split(",")]
    for each in wanted:
        target, _, value = each.partition("=")
        name, _, parameter = target.strip().partition(".")
        name = named("optimizer", name, rules)
        if name not in chosen:
            raise ValueError(f"{each!r} sets {name}, which does not race: add it to --optimizers")
        parameter = named(f"hyper-parameter of {name}", parameter, chosen[name])
        chosen[name][parameter] = number(value, each)
    return chosen


def named(kind: str, name: str, names: Iterable[str]) -> str:
    """The name if it is one of these, else a ValueError that tells the nearest ones."""
    names = list(names)
    name = name.strip()
    if name in names:
        return name
    near = difflib.get_close_matches(name.lower(), names, n=3, cutoff=0.5) or names
    raise ValueError(f"there is no {kind} {name!r}; did you mean {' or '.join(near)}?")


def number(text: str, where: str) -> float:
    """A number out of an argument."""
    try:
        return float(text)
    except ValueError:
        raise ValueError(
            f"{where!r} has no number after the equals sign: write adam=0.05"
        ) from None


def pair(option: str, text: str) -> tuple[float, float]:
    """Two numbers out of an argument."""
    try:
        first, second = (float(part) for part in text.split(","))
    except ValueError:
        raise ValueError(
            f"{option} {text!r} is not a pair: give two numbers, as in 1,1.6"
        ) from None
    return first, second
