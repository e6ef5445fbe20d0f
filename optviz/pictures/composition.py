"""What a picture shows: a race, how large, on which paper, seen from where."""

from dataclasses import dataclass
from math import isfinite
from typing import Any

from optviz.look import CAMERA
from optviz.pictures.theme import THEMES
from optviz.race import Race, whole
from optviz.scenes import Scene

SIZES = {"slide": (1280, 720), "column": (640, 800), "square": (800, 800)}
SMALLEST, LARGEST = 240, 4096  # pixels, of a side
VIEWS = ("above", "space")
CHARTS = ("accuracy", "loss")


@dataclass(frozen=True, kw_only=True)
class Composition:
    """A picture of a race.

    Attributes:
        race: of a single start.
        title: above the picture; the surface's name unless given.
        source: where the whole comes from, for pages that have room to say it.
        size: width and height in pixels.
        theme: "light" or "dark".
        views: "above", "space", or both, side by side.
        chart: what is drawn over the steps below, where there is room for it: "accuracy", "loss"
            or None.
        camera: of the view in space: elevation and azimuth, degrees, as matplotlib's view_init.
    """

    race: Race
    title: str = ""
    source: str = ""
    size: tuple[int, int] = (800, 600)
    theme: str = "light"
    views: tuple[str, ...] = ("above",)
    chart: str | None = None
    camera: tuple[float, float] = CAMERA

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something cannot be drawn."""
        if self.race.start.ndim != 1:
            raise ValueError("a picture shows one race: this is a batch of starts or settings")
        check_paper(self.size, self.theme)
        check_views(self.views)
        check_camera(self.camera)
        if self.chart is not None:
            choose("chart", self.chart, CHARTS)
        if self.chart == "accuracy" and self.race.surface.accuracy is None:
            raise ValueError(f"{self.race.surface.name} classifies nothing, so it has no accuracy")

    @property
    def steps(self) -> int:
        """The last step that it can show."""
        return self.race.steps

    @classmethod
    def of(cls, what: Race | Scene, **wishes: Any) -> "Composition":
        """A race as wished for, or a scene, which has wishes of its own.

        Raises:
            ValueError: something is not possible; the sentence says what is.
        """
        if isinstance(what, Race):
            own: dict[str, Any] = {"race": what}
        else:
            own = {
                "race": what.race(),
                "title": what.name,
                "source": what.source,
                "views": tuple(view for view in what.views if view in VIEWS) or VIEWS[:1],
                "camera": what.camera,
                "chart": "accuracy" if what.surface.accuracy else None,
            }
        return cls(**own | wishes)


def check_paper(size: object, theme: object) -> None:
    """Raise ValueError unless there is such paper."""
    if not isinstance(size, tuple | list) or len(size) != 2:
        raise ValueError(f"size = {size!r} is not possible: give width and height in pixels")
    for name, side in zip(("width", "height"), size, strict=True):
        whole(name, side, SMALLEST, LARGEST)
    choose("theme", theme, THEMES)


def check_views(views: object) -> None:
    """Raise ValueError unless these are different views."""
    given = views if isinstance(views, tuple | list) else ()
    for view in given:
        choose("view", view, VIEWS)
    if not given or len(set(given)) < len(given):
        raise ValueError(f"views = {views!r} is not possible: give above, space or both")


def check_camera(camera: object) -> None:
    """Raise ValueError unless this is a direction."""
    angles = camera if isinstance(camera, tuple | list) else ()
    fine = all(isinstance(each, int | float) and isfinite(each) for each in angles)
    if len(angles) != 2 or not fine:
        raise ValueError(
            f"camera = {camera!r} is not possible: give elevation and azimuth in degrees"
        )


def choose(name: str, value: object, choices: Any) -> None:
    """Raise ValueError unless the value is one of the choices."""
    if value not in tuple(choices):
        raise ValueError(f"{name} = {value!r} is not possible: give {' or '.join(choices)}")
