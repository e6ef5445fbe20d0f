"""What a picture of a race shows: the race, seen from where, and what is drawn below it."""

from dataclasses import dataclass, field, replace
from math import isfinite

from optviz.look import CAMERA
from optviz.oracles.oracle import asks_more
from optviz.pictures.composition import PictureOptions, choose
from optviz.race import Race
from optviz.scenes import Scene
from optviz.spec.parsing import cloud_of

VIEWS = ("above", "space")
CHARTS = ("accuracy", "loss", "cost")
NO_CHART = "none"


@dataclass(frozen=True, kw_only=True)
class RaceOptions(PictureOptions):
    """What can be chosen of a race's picture. What is None stays as the scene has it.

    Attributes:
        views: "above", "space", or both, side by side.
        chart: what is drawn over the steps below, where there is room for it: "accuracy", "loss",
            "cost", which is the loss over the evaluations asked for until then, or "none".
        camera: of the view in space: elevation and azimuth, degrees, as matplotlib's view_init.
        cloud: each optimizer from many starts at once as well: a shape, disc, line or picture, and
            how many trials, 50, 200 or 1000, as in "disc:200"; from above.
    """

    views: tuple[str, ...] | None = None
    chart: str | None = None
    camera: tuple[float, float] | None = None
    cloud: str | None = None

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something cannot be drawn."""
        super().__post_init__()
        if self.cloud is not None:
            cloud_of(self.cloud)
        if self.views is not None:
            check_views(self.views)
        if self.camera is not None:
            check_camera(self.camera)
        if self.chart is not None:
            choose("chart", self.chart, (*CHARTS, NO_CHART))


@dataclass(frozen=True, kw_only=True)
class RaceComposition:
    """A picture of a race.

    Attributes:
        race: of a single start.
        title: above the picture.
        views: of `VIEWS`.
        chart: of `CHARTS`, or None.
        camera: elevation and azimuth, degrees.
        source: where the whole comes from, for pages that have room to say it.
        options: as they were given.
        endings: whether the legend tells how runs ended before the last step; where that is still
            to be predicted it does not.
        eased: whether it is of a film that has frames between steps, which the header says.
    """

    race: Race
    title: str
    views: tuple[str, ...]
    chart: str | None
    camera: tuple[float, float]
    source: str = ""
    options: RaceOptions = field(default_factory=RaceOptions)
    endings: bool = True
    eased: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something cannot be drawn."""
        check_single(self.race)
        if self.chart:
            check_chart(self.race, self.chart)

    @property
    def steps(self) -> int:
        """The last step that it can show."""
        return self.race.steps

    @classmethod
    def of(cls, subject: Race | Scene, options: RaceOptions | None = None) -> "RaceComposition":
        """A race, or a scene's race with the title, views, camera and chart that the scene has.

        Raises:
            ValueError: something is not possible; the sentence says what is.
        """
        chosen = options or RaceOptions()
        chart = None if chosen.chart == NO_CHART else chosen.chart
        raced = subject if isinstance(subject, Race) else subject.race()
        shown = replace(raced, surface=chosen.style.window(raced.surface))
        if isinstance(subject, Race):
            return cls(
                race=shown,
                title=chosen.title_or(chosen.say.name(subject.surface.name)),
                views=chosen.views or VIEWS[:1],
                chart=chart,
                camera=chosen.camera or CAMERA,
                options=chosen,
            )
        views = tuple(view for view in subject.views if view in VIEWS)
        if chosen.chart is None and subject.surface.accuracy:
            chart = "accuracy"
        return cls(
            race=shown,
            title=chosen.title_or(chosen.say.name(subject.name)),
            views=chosen.views or views or VIEWS[:1],
            chart=chart,
            camera=chosen.camera or subject.camera,
            source=subject.source,
            options=chosen,
        )


def check_single(race: Race) -> None:
    """Raise ValueError unless the race is of a single start and setting."""
    if race.start.ndim != 1:
        raise ValueError(
            "a picture shows one race: this is a batch of starts or settings; race one of them"
        )


def check_chart(race: Race, chart: object) -> None:
    """Raise ValueError where a race has no such chart."""
    choose("chart", chart, CHARTS)
    if chart == "accuracy" and race.surface.accuracy is None:
        raise ValueError(f"{race.surface.name} classifies nothing, so it has no accuracy")
    if chart == "cost" and not any(asks_more(run.optimizer) for run in race):
        raise ValueError(
            "chart = 'cost' would show the steps: each optimizer here asks for one gradient a "
            "step; choose loss"
        )


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
