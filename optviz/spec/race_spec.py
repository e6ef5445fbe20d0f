"""RaceSpec: what is raced, as one frozen value that is checked where it is made.

The address, the page's form, the command line, lessons and JSON are spellings of it. None stands
for what the scene has itself, so that a spec says what differs and nothing else.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from optviz.entrants import YOURS, Entrant
from optviz.memo import memo
from optviz.optimizers import Optimizer
from optviz.race import MAX_SEED, MAX_STEPS, check_start, whole
from optviz.scenes import Scene
from optviz.scenes.beginnings import newcomer
from optviz.scenes.catalog import CATALOG
from optviz.scenes.typed import typed_scene
from optviz.schedules import Piecewise
from optviz.spec.data import Data
from optviz.spec.parsing import check_one_of
from optviz.stepping.members import with_values
from optviz.studies.tuning import SHARES, check_objective, tuned
from surfaces.formula import axes_of
from surfaces.keeping import Keeper, kept
from surfaces.minima import Limits

FIRST_SCENE = next(iter(CATALOG))
TUNED = "tuned"  # a preset, besides those of `Scene.preset`
KEPT = 256  # scenes of specs, and as many tuned ones


Setting = float | Piecewise


@dataclass(frozen=True)
class EntrantSpec:
    """One optimizer of a race.

    Attributes:
        rule: key of `Scene.rules`, such as "adam".
        name: under which it races, such as "Adam" or "fast".
        settings: the hyper-parameters that are not the preset's, with their values.
    """

    rule: str
    name: str
    settings: tuple[tuple[str, Setting], ...] = ()


@dataclass(frozen=True)
class Preset:
    """Where the settings come from that no entrant has of its own.

    Attributes:
        kind: "own", "defaults" or "rate", as `Scene.preset` has them, or "tuned".
        rate: the one learning rate, for "rate".
        objective: of `optviz.studies.tuning.OBJECTIVES`, for "tuned" as all that follow.
        threshold: the loss to be reached, for the objective "steps".
        second: whether a second hyper-parameter is tuned, too.
    """

    kind: str = "own"
    rate: float | None = None
    objective: str = "final"
    threshold: float | None = None
    second: bool = False


@dataclass(frozen=True)
class Formula:
    """A typed loss in place of a scene.

    Attributes:
        text: such as "x**2 + 3*y**2"; it is parsed, never executed.
        x: (low, high) of the picture; None for what shows the minima. `y` the same.
    """

    text: str
    x: Limits | None = None
    y: Limits | None = None


@dataclass(frozen=True)
class RaceSpec:
    """What is raced.

    Attributes:
        scene: key of `CATALOG`; "" where there is a formula or data.
        formula: a typed loss, or None.
        data: a loss of private data, or None.
        parameter: the surface's own number, such as a condition.
        batch: samples in a minibatch.
        preset: where settings come from that no entrant has of its own.
        entrants: the optimizers, in their order; None for the scene's own, and beside all seven
            those of the user's own files.
        start: (x, y).
        steps: updates per optimizer.
        seed: which minibatches are seen.

    Raises:
        ValueError: it cannot be raced; one sentence says why.
    """

    scene: str = FIRST_SCENE
    formula: Formula | None = None
    data: Data | None = None
    parameter: float | None = None
    batch: int | None = None
    preset: Preset = Preset()
    entrants: tuple[EntrantSpec, ...] | None = None
    start: tuple[float, float] | None = None
    steps: int | None = None
    seed: int | None = None

    def __post_init__(self) -> None:
        if self.formula is not None and self.data is not None:
            raise ValueError("a formula and data are two losses: give one of them")
        if self.formula is not None or self.data is not None:
            object.__setattr__(self, "scene", "")
        if self.preset.rate is not None and self.preset.kind != "rate":
            raise ValueError(
                f"a learning rate for all is for the settings 'rate', not {self.preset.kind!r}"
            )
        if self.preset.kind == TUNED:
            check_objective(self.preset.objective, self.preset.threshold)
        if self.formula is None and self.data is None:
            check_one_of("scene", self.scene, CATALOG)
        if self.parameter is not None and self.own_scene().surface.parameter is None:
            raise ValueError(f"{self.own_scene().name} has no parameter to change")
        if self.batch is not None and self.own_scene().surface.minibatches is None:
            raise ValueError(f"{self.own_scene().name} has no minibatches")
        own, scene = self.own_scene(), scene_with_preset(self)
        whole("steps", scene.steps, 1, MAX_STEPS)
        whole("seed", scene.seed, 0, MAX_SEED)
        # A scene's own start needs no check, which would import scikit-learn for the moons' loss.
        if scene.surface is not own.surface or scene.start != own.start:
            check_start(scene.surface, scene.start)

    @property
    def keeper(self) -> Keeper | None:
        """That of private data."""
        return None if self.data is None else self.data.keeper

    def own_scene(self) -> Scene:
        """The scene, the formula or the data themselves, unchanged."""
        if self.data is not None:
            return self.data.scene
        return CATALOG[self.scene] if self.formula is None else formula_scene(self.formula)

    def base_scene(self) -> Scene:
        """The scene with the settings of the preset; with "tuned", those before the trials."""
        own, preset = self.own_scene(), self.preset
        return own if preset.kind == TUNED else own.preset(preset.kind, preset.rate)

    def race_scene(self) -> Scene:
        """The scene as it is raced. With the preset "tuned" the trials are made on the first call.

        Raises:
            ValueError: nothing can be tuned.
        """
        return scene_with_preset(self) if self.preset.kind != TUNED else tuned_scene(self)

    def differences(self) -> "RaceSpec":
        """The same race, saying only what is not the scene's own."""
        own = self.own_scene()
        surface = own.surface
        same = self.entrants == own_entrants(own)
        parameter, batches = surface.parameter, surface.minibatches
        return said_otherwise(
            self,
            parameter=unless(self.parameter, parameter.value if parameter else None),
            batch=unless(self.batch, batches.size if batches else None),
            entrants=None if same else self.entrants,
            start=unless(self.start, own.start),
            steps=unless(self.steps, own.steps),
            seed=unless(self.seed, own.seed),
        )


def said_otherwise(spec: RaceSpec, **fields: Any) -> RaceSpec:
    """The same race with other words for it; that it can be raced is known already."""
    found = copy(spec)
    for name, value in fields.items():
        object.__setattr__(found, name, value)
    return found


def unless(value: Any, own: Any) -> Any:
    """The value, but None where it is the scene's own."""
    return None if value == own else value


def own_entrants(scene: Scene) -> tuple[EntrantSpec, ...]:
    """The entrants of a scene, and beside all seven the rules of the user's own files."""
    own = scene_entrants(scene)
    rules = {each.rule for each in own}
    added = [key for key in scene.racing if key not in rules]
    return (*own, *(EntrantSpec(key, scene.rules[key].__name__) for key in added))


def scene_entrants(scene: Scene) -> tuple[EntrantSpec, ...]:
    """The entrants of a scene, whatever the user's own files hold."""
    keys = {kind: key for key, kind in scene.rules.items()}
    return tuple(EntrantSpec(keys[type(each.optimizer)], each.name) for each in scene.entrants)


def formula_scene(formula: Formula) -> Scene:
    """A formula's scene; its minima are looked for once.

    Raises:
        ValueError: it cannot be read (a `FormulaError`), or its limits are not possible.
    """
    axes_of(formula.text)  # what cannot be read is told before anything takes long
    return searched_scene(formula)


@memo(64, long="looking for the minima of the formula")
def searched_scene(formula: Formula) -> Scene:
    """The scene of a formula that can be read.

    Raises:
        ValueError: its limits are not possible.
    """
    return typed_scene(formula.text, formula.x, formula.y)


@kept(KEPT)
def scene_with_preset(spec: RaceSpec) -> Scene:
    """The scene of a spec; with the preset "tuned", what is to be tuned."""
    own, base = spec.own_scene(), spec.base_scene()
    return base.changed(
        dict(optimizers_of(spec, base)),
        start=own.start if spec.start is None else spec.start,
        steps=own.steps if spec.steps is None else spec.steps,
        seed=own.seed if spec.seed is None else spec.seed,
        batch=spec.batch,
        parameter=spec.parameter,
    )


def optimizers_of(spec: RaceSpec, base: Scene) -> Iterator[tuple[str, Optimizer]]:
    """Each entrant's name and its optimizer, with the settings of the preset and its own.

    Raises:
        ValueError: there is no such rule or setting, a setting is out of range, or two entrants
            have one name.
    """
    names: set[str] = set()
    for each in own_entrants(base) if spec.entrants is None else spec.entrants:
        check_one_of("optimizer", each.rule, base.rules)
        if each.name in names:
            raise ValueError(f"two entrants are called {each.name!r}: give each a name of its own")
        names.add(each.name)
        optimizer = preset_optimizer(base, each.rule, each.name)
        settings = dict(each.settings)
        for name in settings:
            check_one_of(f"hyper-parameter of {each.rule}", name, optimizer.settings())
        yield each.name, with_values(optimizer, settings)


def preset_optimizer(base: Scene, rule: str, name: str) -> Optimizer:
    """A rule with the settings of a preset's scene.

    They are those of the entrant of this name, or else of the first of this rule, or else those
    with which the rule begins in this scene.
    """
    kind = base.rules[rule]
    alike = [each for each in base.entrants if type(each.optimizer) is kind]
    named = [each for each in alike if each.name == name]
    found = [*named, *alike]
    return found[0].optimizer if found else newcomer(base.entrants, kind).optimizer


def tuned_scene(spec: RaceSpec) -> Scene:
    """The scene of a spec with the best settings; those that the spec says itself stay."""
    preset = spec.preset
    said = {each.name: each.settings for each in spec.entrants or ()}
    plain = tuple(replace(each, settings=()) for each in spec.entrants or ())
    begin = scene_with_preset(replace(spec, entrants=plain) if plain else spec)
    threshold = preset.threshold if preset.objective == "steps" else None
    # Without its story: findings are of no concern to the trials, nor can all of them be sent.
    best = best_scene(replace(begin, story=()), preset.objective, threshold, preset.second)
    entrants = tuple(by_hand(each, said.get(each.name, ())) for each in best.entrants)
    return replace(begin, entrants=entrants, source=best.source)


@memo(KEPT, long="trying settings for each optimizer")
def best_scene(scene: Scene, objective: str, threshold: float | None, second: bool) -> Scene:
    """A scene with the best settings; arguments as `Preset` has them.

    Raises:
        ValueError: nothing can be tuned.
    """
    return tuned(scene, objective, threshold, SHARES if second else ())


def by_hand(entrant: Entrant, settings: tuple[tuple[str, Setting], ...]) -> Entrant:
    """A tuned entrant with the settings that were not to be tuned."""
    if not settings:
        return entrant
    return Entrant(entrant.name, with_values(entrant.optimizer, dict(settings)), YOURS)
