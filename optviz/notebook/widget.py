"""A race as a widget of notebooks, whose start, settings and step go both ways.

It needs the extra `notebook`: `pip install "optviz[notebook]"`, which brings anywidget.

    widget = RaceWidget("beale")
    widget                          # shown: drag the ring or a learning rate
    widget.start                    # where the ring is now
    widget.start = (1, 2)           # moves it
    widget.settings["Adam"]["lr"]   # as it was dragged
    widget.race                     # the race that is shown, computed by Python
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import anywidget
import traitlets

from optviz.notebook.bundle import still
from optviz.notebook.words import words
from optviz.optimizers import Optimizer
from optviz.player.numbers import MAX_STEPS, numbers_content
from optviz.player.payload import message
from optviz.player.rules import rules_of
from optviz.race import MAX_SEED, Race, check_start, race_that_runs, whole
from optviz.scenes import Scene
from optviz.scenes.catalog import CATALOG
from optviz.schedules import Piecewise, from_content
from optviz.spec.parsing import one_of
from optviz.web.scripts import SCRIPTS
from surfaces.notebook_views import in_terminal

Settings = Mapping[str, Mapping[str, Any]]  # entrant's name -> hyper-parameter -> value


class RaceWidget(anywidget.AnyWidget):
    """The player with a race that Python and the visitor change alike.

    Attributes:
        start: (x, y).
        settings: {entrant's name: {hyper-parameter: number}}; one that changes in mid-run is a
            `Piecewise`. Set it whole, or in part: `widget.settings = {"Adam": {"lr": 0.1}}`.
        step: at which the player stands; it follows once the playback rests.
        problem: why what was asked for last cannot be raced, in a sentence; "" if it can. The race
            stays as it was then.
        race: the race that is shown, with every number.
    """

    _esm = SCRIPTS["widget"]
    start = traitlets.Tuple(traitlets.Float(), traitlets.Float())
    settings = traitlets.Dict()
    step = traitlets.Int(0, min=0).tag(sync=True)
    problem = traitlets.Unicode("").tag(sync=True)
    _data = traitlets.Bytes(b"").tag(sync=True)
    _asked = traitlets.Dict().tag(sync=True)

    def __init__(self, what: str | Scene | Race) -> None:
        """Show a race.

        Args:
            what: the key of a scene, a scene, or a race of a single start.

        Raises:
            ValueError: there is no such scene, or the race is a batch.
        """
        super().__init__()
        self._scene = scene_of(what)
        self._own = self._scene
        self._setting = False
        self._show(self._scene, {})

    @property
    def race(self) -> Race:
        """The race that is shown."""
        return self._race

    @traitlets.observe("start", "settings")
    def _take(self, change: Any) -> None:
        """Python set a trait: race it."""
        if self._setting:
            return
        try:
            scene = self._with({change["name"]: change["new"]})
        except (ValueError, TypeError, KeyError) as error:
            self._tell_traits()  # as they were
            raise ValueError(str(error)) from None
        self._show(scene, {})

    @traitlets.observe("_asked")
    def _answer(self, change: Any) -> None:
        """The visitor changed something: race it, or say why not."""
        asked = change["new"]
        try:
            scene = self._with(asked)
            self._show(scene, asked)
            self.problem = ""
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            self.problem = f"{error}. The race stays as it was."
            numbered = isinstance(
                asked.get("serial"), int
            )  # else it is no question of the player's
            self._show(self._scene, asked if numbered else {})

    def __repr__(self) -> str:
        """The race in a few lines."""
        return words(self._race)

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """The live player, and the race as it is now for where no kernel or no trust is left."""
        live, about = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return live | ({} if in_terminal() else still(self._race)), about

    def _with(self, asked: Mapping[str, Any]) -> Scene:
        """The scene with what is asked for.

        Raises:
            ValueError, TypeError, KeyError, AttributeError: it is not possible.
        """
        scene, own = self._scene, numbers_content(self._race)
        start = asked.get("start", scene.start)
        origin = check_start(scene.surface, tuple(float(each) for each in start))
        if "entrants" in asked:
            optimizers = entered(asked["entrants"], rules_of(scene.entrants))
        else:
            optimizers = changed(scene, asked.get("settings") or {})
        return self._own.changed(
            optimizers,
            (float(origin[0]), float(origin[1])),
            whole("steps", asked.get("steps", scene.steps), 1, max(MAX_STEPS, scene.steps)),
            whole("seed", asked.get("seed", scene.seed), 0, MAX_SEED),
            asked.get("batch", own["batch"]),
            asked.get("parameter", own["parameter"]),
        )

    def _show(self, scene: Scene, asked: Mapping[str, Any]) -> None:
        """Run a scene's race and hand it to the player."""
        race = race_that_runs(*scene.conditions).race
        data = message(
            race,
            camera=scene.camera,
            views=scene.views,
            serial=int(asked.get("serial", 0)),
            known_surface=asked.get("surface") or None,
            begin=self._own.entrants,
        )
        self._scene, self._race = scene, race
        self._tell_traits()
        self._data = data

    def _tell_traits(self) -> None:
        """The traits are those of the race that is shown."""
        self._setting = True
        try:
            self.start = self._scene.start
            self.settings = {each.name: each.optimizer.settings() for each in self._scene.entrants}
        finally:
            self._setting = False


def scene_of(what: str | Scene | Race) -> Scene:
    """What is shown, as a scene.

    Raises:
        ValueError: there is no such scene, or the race is a batch.
    """
    if isinstance(what, Scene):
        return what
    if not isinstance(what, Race):
        return CATALOG[one_of("scene", what, CATALOG)]
    if what.start.shape != (2,):
        raise ValueError("a widget shows one race: this is a batch of starts or settings")
    x, y = what.start.tolist()
    entrants = tuple(run.entrant for run in what)
    return Scene(what.surface.name, what.surface, entrants, (x, y), what.steps, (), "", what.seed)


def changed(scene: Scene, settings: Settings) -> dict[str, Optimizer]:
    """The optimizers of a scene with other settings, by name.

    Raises:
        ValueError: there is no such optimizer, hyper-parameter or value.
    """
    optimizers = {each.name: each.optimizer for each in scene.entrants}
    for name, values in settings.items():
        key = one_of("optimizer", name, optimizers)
        known = optimizers[key].settings()
        given = {one_of("setting", each, known): number(v) for each, v in values.items()}
        optimizers[key] = replace(optimizers[key], **given)
    return optimizers


def entered(listed: Any, rules: Mapping[str, type[Optimizer]]) -> dict[str, Optimizer]:
    """The optimizers of a list of entrants, as web/player/entrants.js has it.

    Raises:
        ValueError, TypeError, KeyError: it is no such list.
    """
    return {
        each["name"]: rules[each["rule"]](**{k: number(v) for k, v in each["settings"].items()})
        for each in listed
    }


def number(value: Any) -> Any:
    """A hyper-parameter, as Python or as the player has it."""
    if isinstance(value, Mapping):
        return from_content(value)
    return value if isinstance(value, Piecewise) else float(value)
