"""Which scene, and how it is changed: the arguments that commands share."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from optviz.cli.arguments import called, reads
from optviz.scenes import PRESETS, Scene
from optviz.scenes.catalog import CATALOG
from optviz.schedules import Piecewise
from optviz.spec.address import entrants
from optviz.spec.parsing import check_one_of, integer, number, one_of, pair, shown
from optviz.spec.race_spec import (
    TUNED,
    EntrantSpec,
    Formula,
    Preset,
    RaceSpec,
    formula_scene,
    own_entrants,
)
from optviz.spec.settings import setting
from optviz.user_rules import OPTION, load_rules
from optviz.user_surfaces import OPTION as SURFACE_OPTION
from optviz.user_surfaces import load_surfaces
from optviz.variants import RULES
from surfaces.formula import FormulaError, canonical
from surfaces.parameter import Parameter

Value = TypeVar("Value")

# The numbers about the losses themselves that can be changed; each is an option of its name.
PARAMETERS: dict[str, Parameter] = {
    scene.surface.parameter.name: scene.surface.parameter
    for scene in CATALOG.values()
    if scene.surface.parameter
}

FORMULA = "formula:"
NAME = re.compile(r"[^\W\d][\w\s-]*")  # what can be the name of a scene; all else is a formula
# The other commas are decimal commas.
ASSIGNMENTS = re.compile(r",(?![^()]*\))(?![0-9]+(?:e[+-]?[0-9]+)?@)(?=[^,=]*=)")
FOR_ALL = re.compile(r"[^=@]*|\s*(?:[-+.0-9]|\w+\()[^=@]*(?:@[^=@]*=[^=@]*)+")  # no name before it
# What is set, then a number, which may change on the way.
ASSIGNMENT = re.compile(r"(.*?)=([^=@]*(?:@[^=@]*=[^=@]*)*)")


def add_scene(command: argparse.ArgumentParser) -> None:
    """The scene and everything that can be set in it; what is not set stays the scene's own."""
    command.add_argument(
        "scene",
        help=f"{', '.join(CATALOG)}; or a loss of your own, as in '{FORMULA}x**2 + 3*y**2', or its "
        f"name in a {SURFACE_OPTION} file",
    )
    race = command.add_argument_group("the race", "What is not given stays as the scene has it.")
    race.add_argument(
        "--optimizers",
        metavar="A,B",
        help=f"the optimizers that race, of {', '.join(RULES)}; one that races again gets a name, "
        "as in sgd,sgd~fast",
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
        SURFACE_OPTION,
        metavar="FILE",
        action="append",
        default=[],
        dest="surface_files",
        help="a Python file with surfaces of your own, which is run; each is a scene of its name",
    )
    race.add_argument(
        "--lr",
        metavar="A=N",
        action="append",
        default=[],
        help="learning rates: 0.05 for all, or of some, as in adam=0.05,fast=0.1; 0.05@40=0.01 is "
        "0.01 from step 40 on, warmup(10)|cosine(0.3,190) a schedule",
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
    race.add_argument("--steps", type=reads(integer), metavar="N", help="updates per optimizer")
    race.add_argument("--seed", type=reads(integer), metavar="N", help="which minibatches are seen")
    race.add_argument("--batch", type=reads(integer), metavar="N", help="samples in a minibatch")
    for name, parameter in PARAMETERS.items():
        between = f"{parameter.low:g} to {parameter.high:,g}"
        told = f"the loss's {name}, {between}, where it has one"
        race.add_argument(f"--{name}", type=reads(number), metavar="N", help=told)
    race.add_argument("--xlim", metavar="A,B", help="which x is shown, of a formula or a race")
    race.add_argument("--ylim", metavar="A,B", help="which y")


def chosen_scene(options: argparse.Namespace) -> Scene:
    """The scene that the arguments describe.

    Raises:
        ValueError: an argument is not possible; the sentence says what is.
    """
    return race_spec(options).race_scene()


def race_spec(options: argparse.Namespace) -> RaceSpec:
    """The race that the arguments describe.

    Raises:
        ValueError: an argument is not possible; the sentence says what is.
    """
    for each in options.rule_files:
        load_rules(each)
    for each in options.surface_files:
        load_surfaces(each)
    surface = surface_of(options)
    scene = RaceSpec(**surface).own_scene()
    if options.batch is not None and not scene.surface.minibatches:
        raise ValueError(f"{scene.name} has no minibatches: leave --batch out")
    spec = RaceSpec(
        **surface,
        parameter=parameter_of(scene, options),
        batch=options.batch,
        preset=preset_of(options.preset),
        entrants=entrants_of(scene, options),
        start=pair_of("--start", options.start),
        steps=options.steps,
        seed=options.seed,
    )
    by_chance = scene.surface.minibatches or scene.surface.stages
    if options.seed is not None and not by_chance:
        raise ValueError(f"{scene.name} has no minibatches: leave --seed out")
    return spec


def surface_of(options: argparse.Namespace) -> dict[str, Any]:
    """The scene or the formula, as RaceSpec takes it."""
    name, limits = options.scene.strip(), {"x": options.xlim, "y": options.ylim}
    if name.lower().startswith(FORMULA) or not NAME.fullmatch(name):
        read = {axis: pair_of(f"--{axis}lim", text) for axis, text in limits.items()}
        options.xlim = options.ylim = None  # the loss's own, and no part of it that a style shows
        formula = formula_named(name, **read)
        say_reading(formula.text)
        return {"formula": formula}
    key = scene_named(name)
    for axis, text in limits.items():
        if text is not None and not hasattr(options, "style_file"):  # nothing is drawn
            own = f"{CATALOG[key].name} has its own limits"
            raise ValueError(f"--{axis}lim is for formulas: {own}")
    return {"scene": key}


def formula_named(text: str, **limits: Any) -> Formula:
    """The formula behind its mark, or one that cannot be the name of a scene."""
    if text.lower().startswith(FORMULA):
        return Formula(text[len(FORMULA) :].strip(), **limits)
    formula = Formula(text, **limits)
    try:
        formula_scene(formula)
    except FormulaError as error:
        raise ValueError(f"{shown(text)} is no scene and no formula: {error}") from None
    return formula


def scene_named(name: str) -> str:
    """The key of a scene.

    Raises:
        ValueError: there is none of this name.
    """
    try:
        key = "_".join(name.lower().split())  # "Noisy moons"
        return key if key in CATALOG else one_of("scene", name, CATALOG)
    except ValueError as error:
        if str(error).endswith("?"):  # something near was meant
            raise
        own = f"a loss of your own is written '{FORMULA} x**2 + 3*y**2'"
        raise ValueError(f"{error}; {called()} lists them; {own}") from None


def say_reading(text: str) -> None:
    """Say how a formula was read unless it was typed with every sign: beside what is printed."""
    reading = canonical(text)
    typed = text.replace("^", "**")
    if "".join(reading.split()) != "".join(typed.split()):
        print(f"the formula is read as {reading}", file=sys.stderr)


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


def preset_of(text: str) -> Preset:
    """Where settings come from that are not given: "own", "defaults", "rate=0.01" or "tuned"."""
    kind, _, rate = text.partition("=")
    kind = one_of("preset", kind.strip(), (*PRESETS, TUNED))
    return Preset(kind, rate=value_of("--preset", number, rate) if rate else None)


def entrants_of(scene: Scene, options: argparse.Namespace) -> tuple[EntrantSpec, ...]:
    """The optimizers, with the settings that are given for them."""
    found = own_entrants(scene)
    if options.optimizers is not None:
        found = entrants(options.optimizers, scene)
    chosen = [dict(each.settings) for each in found]
    for text in options.lr:  # first for all, then for some
        if FOR_ALL.fullmatch(text):
            rate = rate_for_all(text)
            for place in places_with_rate(found, scene):
                chosen[place]["lr"] = rate
    for option, texts in (("--lr", options.lr), ("--set", options.settings)):
        for text in (each for many in texts for each in assignments(option, many)):
            place, name, value = assignment(option, text, found, scene)
            chosen[place][name] = value
    return tuple(
        replace(each, settings=tuple(settings.items()))
        for each, settings in zip(found, chosen, strict=True)
    )


def rate_for_all(text: str) -> float | Piecewise:
    """A learning rate without a name before it."""
    if NAME.fullmatch(text.strip()):
        raise ValueError(f"--lr {text!r} has no number: write adam=0.05, or 0.05 for all")
    return value_of("--lr", setting, text)


def places_with_rate(found: Sequence[EntrantSpec], scene: Scene) -> list[int]:
    """Which entrants have a learning rate."""
    rules = [scene.rules[each.rule] for each in found]
    places = [k for k, rule in enumerate(rules) if "lr" in rule().settings()]
    if not places:
        raise ValueError("none of these optimizers has a learning rate: leave --lr out")
    return places


def assignments(option: str, text: str) -> list[str]:
    """The parts of an argument, such as adam=0.05 and nag=0,1; none of a learning rate for all."""
    if option == "--lr" and FOR_ALL.fullmatch(text):
        return []
    return [each.strip() for each in ASSIGNMENTS.split(text)]


def assignment(
    option: str, text: str, found: Sequence[EntrantSpec], scene: Scene
) -> tuple[int, str, float | Piecewise]:
    """Which entrant gets which hyper-parameter, and what it is.

    Args:
        option: "--lr" or "--set".
        text: "adam=0.05" or "adam.beta1=0.5".
        found: the entrants.
        scene: that they race in.
    """
    parts = ASSIGNMENT.fullmatch(text)
    example = "adam=0.05" if option == "--lr" else "adam.beta1=0.5"
    if parts is None:
        raise ValueError(f"{option} {text!r} has no number: write {example}")
    target, value = parts.groups()
    name = "lr"
    if option == "--set":
        target, dot, name = target.rpartition(".")
        if not dot:
            raise ValueError(f"{option} {text!r} does not say whose {name}: write {example}")
    place = place_of(target.strip(), found, scene, f"{option} {text!r}")
    rule = found[place].rule
    name = one_of(f"hyper-parameter of {rule}", name.strip(), scene.rules[rule]().settings())
    return place, name, value_of(f"{option} {text!r}:", setting, value)


def place_of(target: str, found: Sequence[EntrantSpec], scene: Scene, where: str) -> int:
    """Which entrant is meant: the one of that name, or else the first of that rule.

    Args:
        target: a name or a rule.
        found: the entrants.
        scene: that they race in.
        where: the argument, for the sentence that refuses it.
    """
    names, rules = [each.name for each in found], [each.rule for each in found]
    for among in (names, rules):
        if target in among:
            return among.index(target)
    if target.lower() in rules:
        return rules.index(target.lower())
    check_one_of("optimizer", target, [*names, *scene.rules])
    raise ValueError(f"{where} sets {target}, which does not race: add it to --optimizers")


def value_of(option: str, read: Callable[[str], Value], text: str) -> Value:
    """What an argument says; a refusal names the option."""
    try:
        return read(text)
    except ValueError as error:
        raise ValueError(f"{option} {error}") from None


def leave_out(options: argparse.Namespace, name: str, why: str) -> None:
    """Raise ValueError where an option was given that a command has no use for."""
    if getattr(options, name):
        raise ValueError(f"{why}: leave --{name} out")


def pair_of(option: str, text: str | None) -> tuple[float, float] | None:
    """The two numbers that an option has, None if it is not given."""
    return None if text is None else value_of(option, pair, text)
