"""optviz shows how optimizers move: exact races over loss surfaces, every number open.

A race gives every optimizer the same start, the same steps and the same minibatches, and keeps
every number of it:

    >>> from optviz import SGD, SURFACES, Adam, race
    >>> sgd, adam = race(SURFACES["beale"], [SGD(lr=0.001), Adam(lr=0.3)], steps=198)
    >>> print(f"{sgd.loss[-1]:.3f} {adam.loss[-1]:.6f}")
    1.180 0.000030
    >>> adam.x.shape, adam.grad.shape, sorted(adam.state)
    ((199, 2), (198, 2), ['m', 'm_hat', 'rate', 'v', 'v_hat'])

What there is, by name:

    SGD, Momentum, NAG, AdaGrad, AdaDelta, RMSProp, Adam
                        the optimizers; their fields are the hyper-parameters
    Piecewise           a hyper-parameter that changes in mid-run: lr=Piecewise(0.1, {40: 0.05})
    Optimizer           the class to write one of your own on
    SURFACES, Surface   the losses, and the class to describe one of your own with
    function_surface    a function of yours as a Surface, with numpy, torch, jax or math
    least_squares, logistic, softplus, huber
                        models of two weights on data of yours, with minibatches: batch=10
    table               columns of CSV text for these, checked: table(text).numbers("age")
    SCENES, Scene       surface, optimizers, settings and start together, ready to race
    race, Race          run optimizers over a surface, or the scene of a name: race("beale"); a
                        Race or a Scene that is the last line of a notebook's cell plays below it
    SeedsRace           a race under many minibatch seeds: race("noisy_moons", seeds=range(20))
    sweep               the outcome over learning rates, or over two hyper-parameters
    race_over           the race anew at each of many values of a hyper-parameter, as a film
    basins              which minimum is reached, from every start in the picture
    tune                the best settings of equally many trials for each optimizer
    export              any of these as GIF, MP4, PNG, PDF, HTML, CSV, ...: the suffix decides
    PictureOptions, RaceOptions, SweepOptions, StillOptions, FilmOptions
                        what can be chosen of a file: export(race, "a.gif", FilmOptions(fps=50))
    plot, plot_loss, plot_surface, plot_sweep, plot_basins
                        the same pictures in axes of your own figure: plot(race("beale"), ax)
    Style               how figures look and their language: export(race, "a.pdf", Style(...))
    FilmWriter          saves your own matplotlib animations as fast as export saves ours

For instance, the film of a scene, and Adam against a rule of your own:

    export(SCENES["beale"], "beale.gif")

    @dataclass(frozen=True)
    class Signs(Optimizer):
        lr: float = 0.02

        def rule(self, x, g, s):
            return x - self.lr * np.sign(g)

    race(SURFACES["beale"], [Adam(lr=0.3), Signs()])

The command `optviz` (or `python -m optviz`) does the same in a shell; `optviz app` opens the page.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from optviz.scene_names import CATALOGS

if TYPE_CHECKING:
    from optviz.export import (
        FilmOptions,
        PictureOptions,
        RaceOptions,
        StillOptions,
        Style,
        SweepOptions,
        export,
    )
    from optviz.filmwriter.writer import FilmWriter
    from optviz.optimizers import (
        NAG,
        SGD,
        AdaDelta,
        AdaGrad,
        Adam,
        Momentum,
        Optimizer,
        RMSProp,
    )
    from optviz.pictures.plot import plot, plot_loss, plot_surface
    from optviz.pictures.plot_studies import plot_basins, plot_sweep
    from optviz.race import Race, SeedsRace, race
    from optviz.scenes import SCENES, Scene
    from optviz.schedules import Piecewise
    from optviz.studies.basins import basins
    from optviz.studies.over import RaceOver, race_over
    from optviz.studies.sweep import sweep
    from optviz.studies.tuning import tune
    from surfaces import SURFACES, Surface
    from surfaces.data import huber, least_squares, logistic, softplus, table
    from surfaces.own import function_surface

__version__ = "0.1.0"
__all__ = [
    "NAG",
    "SCENES",
    "SGD",
    "SURFACES",
    "AdaDelta",
    "AdaGrad",
    "Adam",
    "FilmOptions",
    "FilmWriter",
    "Momentum",
    "Optimizer",
    "PictureOptions",
    "Piecewise",
    "RMSProp",
    "Race",
    "RaceOptions",
    "RaceOver",
    "Scene",
    "SeedsRace",
    "StillOptions",
    "Style",
    "Surface",
    "SweepOptions",
    "__version__",
    "basins",
    "export",
    "function_surface",
    "huber",
    "least_squares",
    "logistic",
    "plot",
    "plot_basins",
    "plot_loss",
    "plot_surface",
    "plot_sweep",
    "race",
    "race_over",
    "softplus",
    "sweep",
    "table",
    "tune",
]

# Which module holds a name. It is imported when the name is asked for, so that `import optviz`
# costs next to nothing, and matplotlib is imported by those who export.
HOMES = {
    "optviz.optimizers": (
        "SGD",
        "Momentum",
        "NAG",
        "AdaGrad",
        "AdaDelta",
        "RMSProp",
        "Adam",
        "Optimizer",
    ),
    "optviz.schedules": ("Piecewise",),
    "optviz.race": ("Race", "SeedsRace", "race"),
    "optviz.scenes": ("SCENES", "Scene"),
    "optviz.studies.sweep": ("sweep",),
    "optviz.studies.over": ("RaceOver", "race_over"),
    "optviz.studies.basins": ("basins",),
    "optviz.studies.tuning": ("tune",),
    "optviz.export": (
        "export",
        "PictureOptions",
        "RaceOptions",
        "SweepOptions",
        "StillOptions",
        "Style",
        "FilmOptions",
    ),
    "optviz.pictures.plot": ("plot", "plot_loss", "plot_surface"),
    "optviz.pictures.plot_studies": ("plot_sweep", "plot_basins"),
    "optviz.filmwriter.writer": ("FilmWriter",),
    "surfaces": ("SURFACES", "Surface"),
    "surfaces.data": ("huber", "least_squares", "logistic", "softplus", "table"),
    "surfaces.own": ("function_surface",),
}
VIEWS = {  # of `surfaces.notebook_views`: how values show themselves
    "words": "optviz.notebook.words:words",
    "bundle": "optviz.notebook.bundle:bundle",
}
CATALOGS.append("optviz.scenes.catalog:CATALOG")
HOME = {name: module for module, names in HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in HOME:
        raise AttributeError(f"module 'optviz' has no attribute {name!r}")
    found = getattr(import_module(HOME[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class Face(ModuleType):
    """This module. `optviz.race` and `optviz.export` are the functions, never their modules.

    Python's import would set both to the modules of these names, as soon as one is imported.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = Face
