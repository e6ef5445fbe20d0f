"""Recipe: what a request was made of, as one frozen value."""

from collections.abc import Sequence
from dataclasses import dataclass, field, is_dataclass, replace
from typing import Any

import numpy as np

from optviz.entrants import Entrant
from optviz.export.options import Options, folded
from optviz.export.recipe.made import Made, OneRace, made_of
from optviz.export.recipe.values import chosen
from optviz.look import CAMERA
from optviz.pictures.composition import PictureOptions
from optviz.pictures.figure_style import USUAL
from optviz.pictures.race.composition import NO_CHART, VIEWS, RaceOptions
from optviz.pictures.sizes import SIZES, size_of
from optviz.race import Race
from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG
from optviz.spec.race_spec import EntrantSpec, RaceSpec, preset_optimizer
from optviz.spec.settings import setting_text
from optviz.studies.basins import Basins
from optviz.studies.sweep import Sweep
from optviz.words import COMING
from surfaces.surface import Surface

PRIVATE = "private data are in no recipe, so that no file tells them"


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """What a request was made of.

    Attributes:
        race: what is raced.
        made: what is made of the race.
        options: those of the picture, the film and the still that were chosen.
    """

    race: RaceSpec
    made: Made = field(default_factory=OneRace)
    options: tuple[Options, ...] = ()

    def subject(self) -> Any:
        """What `export` takes: it is computed.

        Raises:
            ValueError: it is not possible.
        """
        return self.made.subject(self.race.race_scene())


def fitted(recipe: Recipe, followed: frozenset[str]) -> Recipe:
    """A recipe with those of its options alone that have an effect."""
    kept = (following(each, followed) for each in recipe.options)
    return replace(recipe, options=tuple(filter(chosen, kept)))


def following(group: Any, followed: frozenset[str]) -> Any:
    """A group of options, those that have no effect as they are by default."""
    given = chosen(group)
    inner = {name: following(each, followed) for name, each in given.items() if is_dataclass(each)}
    return type(group)(**{name: each for name, each in given.items() if name in followed} | inner)


def recipe_or_why(subject: Any, options: Sequence[Options], spec: RaceSpec | None) -> Recipe | str:
    """The recipe of what is exported, or a sentence on why it has none; arguments as below."""
    try:
        return recipe_of(subject, options, spec)
    except ValueError as error:
        return str(error)


def recipe_of(subject: Any, options: Sequence[Options], spec: RaceSpec | None = None) -> Recipe:
    """The recipe of what is exported.

    Args:
        subject: as `export` takes it.
        options: the same.
        spec: what is raced, where that is known; else it is looked for among the scenes.

    Raises:
        ValueError: it has none; one sentence says why.
    """
    made, options = made_of(subject), folded(options)
    race = spec_of(subject) if spec is None else spec
    if race.data is not None:
        raise ValueError(PRIVATE)
    if any(getattr(each, "style", USUAL).language not in COMING for each in options):
        raise ValueError("words of a file of yours are in no recipe, nor is its path")
    if spec is None and isinstance(subject, Race):
        options = as_scene(race.race_scene(), options)
    return Recipe(race=race, made=made, options=tuple(filter(chosen, map(plainly, options))))


def plainly(group: Options) -> Options:
    """A group of options; "640x480" is (640, 480), so that it is written in one way."""
    if not isinstance(group, PictureOptions) or not isinstance(group.size, str):
        return group
    meant = size_of(group.size)
    if group.size not in SIZES and not meant.printed:
        return replace(group, size=(int(meant.width), int(meant.height)))
    return group


def spec_of(subject: Any) -> RaceSpec:
    """What is raced in a subject: a scene of the catalog, perhaps with other settings.

    Raises:
        ValueError: there is no such scene; one sentence says why.
    """
    if subject.surface.keeper is not None:
        raise ValueError(PRIVATE)
    said = {
        "start": start_of(subject),
        "steps": subject.steps,
        "seed": getattr(subject, "seed", None),
    }
    found: RaceSpec | None = None
    for key in keys_on(subject):
        found = RaceSpec(**surface_parts(CATALOG[key], subject.surface), scene=key, **said)
        found = replace(
            found, entrants=tuple(entrant_spec(each, found) for each in subject.entrants)
        )
        if is_same(found.race_scene(), subject):
            return found.differences()
    if found is None:
        raise ValueError(
            f"{subject.surface.name} is no scene's surface, so a recipe cannot name it"
        )
    raise ValueError(
        "where the settings come from is not as in a scene, so a recipe would make another legend"
    )


def keys_on(subject: Any) -> list[str]:
    """The scenes on a subject's surface; that of a scene's own name first."""
    keys = [key for key, scene in CATALOG.items() if is_on(scene, subject.surface)]
    return sorted(keys, key=lambda key: CATALOG[key].name != getattr(subject, "name", None))


def is_on(scene: Scene, surface: Surface) -> bool:
    """Whether a scene is on a surface, but for its parameter and its minibatches' size."""
    try:
        return scene.surface == surface or alike(scene, surface) == surface
    except ValueError:
        return False


def alike(scene: Scene, surface: Surface) -> Surface:
    """The scene's surface with the parameter and the minibatches' size of another."""
    own, parts = scene.surface, surface_parts(scene, surface)
    if own.parameter and "parameter" in parts:
        own = own.parameter.surface(parts["parameter"])
    if own.minibatches and "batch" in parts:
        own = replace(own, minibatches=replace(own.minibatches, size=parts["batch"]))
    return own


def surface_parts(scene: Scene, surface: Surface) -> dict[str, Any]:
    """Parameter and size of minibatches of a surface, as RaceSpec takes them."""
    own, parts = scene.surface, dict[str, Any]()
    if own.parameter and surface.parameter and own.parameter.name == surface.parameter.name:
        parts["parameter"] = surface.parameter.value
    if own.minibatches and surface.minibatches:
        parts["batch"] = surface.minibatches.size
    return parts


def start_of(subject: Any) -> tuple[float, float] | None:
    """Where a subject's races begin; None where they begin everywhere."""
    start = getattr(subject, "start", None)
    return None if start is None else (float(start[0]), float(start[1]))


def entrant_spec(entrant: Entrant, spec: RaceSpec) -> EntrantSpec:
    """An entrant with those of its settings that its scene does not give it.

    Raises:
        ValueError: it is of a rule that no address names.
    """
    scene, optimizer = spec.own_scene(), entrant.optimizer
    keys = {kind: key for key, kind in scene.rules.items()}
    if type(optimizer) not in keys:
        raise ValueError(f"{entrant.name} is an optimizer of your own, which no recipe can name")
    rule = keys[type(optimizer)]
    own = preset_optimizer(scene, rule, entrant.name).settings()
    given = optimizer.settings()
    if any(np.ndim(value) for value in given.values()):
        raise ValueError(f"{entrant.name} has many settings at once, which have no recipe")
    differing = {name: value for name, value in given.items() if value != own[name]}
    for value in differing.values():
        setting_text(value)  # refuses a function of the user's own
    return EntrantSpec(rule, entrant.name, tuple(differing.items()))


def is_same(scene: Scene, subject: Any) -> bool:
    """Whether a scene makes a subject again; where it is drawn, the origin of settings counts."""
    raced, given = scene.entrants, tuple(subject.entrants)
    if isinstance(subject, Sweep | Basins):
        raced, given = (tuple(replace(e, origin="") for e in each) for each in (raced, given))
    same = scene.surface == subject.surface and raced == given
    if isinstance(subject, Scene):
        shown = ("name", "camera", "views", "source")
        return same and all(getattr(scene, each) == getattr(subject, each) for each in shown)
    return same


def as_scene(scene: Scene, options: Sequence[Options]) -> list[Options]:
    """The options with which the picture of a scene is that of its race alone.

    A race brings no title, views or camera as a scene does.
    """
    given = next((each for each in options if isinstance(each, PictureOptions)), RaceOptions())
    picture = RaceOptions(**chosen(given))
    bare: dict[str, Any] = {"title": scene.surface.name, "views": VIEWS[:1]}
    if scene.surface.accuracy:
        bare["chart"] = NO_CHART
    if "space" in (picture.views or ()):
        bare["camera"] = CAMERA
    own = {"title": scene.name, "views": drawn_views(scene), "camera": scene.camera}
    for name, value in bare.items():
        if getattr(picture, name) is None and value != own.get(name):
            picture = replace(picture, **{name: value})
    return [picture, *(each for each in options if not isinstance(each, PictureOptions))]


def drawn_views(scene: Scene) -> tuple[str, ...]:
    """The views with which a scene's picture begins."""
    return tuple(each for each in scene.views if each in VIEWS) or VIEWS[:1]
