"""A race as a kind of picture."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from optviz.film.ticks import Progress
from optviz.pictures.kind import GROUND, LEGEND, MOTION, TRAILS, WINDOW, Cost, DataFile, Kind
from optviz.pictures.race.composition import RaceComposition, RaceOptions
from optviz.pictures.race.race_picture import RacePicture, check_effects
from optviz.pictures.race.table import write_csv, write_json
from optviz.pictures.settings import MADE, about
from optviz.player.omitted import takes_long
from optviz.player.page import page
from optviz.player.payload import message
from optviz.race import Race
from optviz.scenes import Scene
from optviz.web.colours import AUTO


def is_race(subject: Any) -> bool:
    """Whether it is a race, or a scene, which can be raced."""
    return isinstance(subject, Race | Scene)


def turns(composition: RaceComposition) -> bool:
    """Whether there is a view in space."""
    return "space" in composition.views


def rows(composition: RaceComposition) -> int:
    """One for every optimizer and step."""
    return len(composition.race) * (composition.steps + 1)


# Of films of 7 x 200 trials, which hardly grow with more: pixels change all over the picture.
WITH_CLOUD = {
    "gif": Cost(60, 12.5, 0.5, 0.08),
    "mp4": Cost(40, 7, 0.5, 0.08),
    "webm": Cost(40, 6, 0.5, 0.12),
    "webp": Cost(90, 25, 0.5, 0.15),
    "apng": Cost(150, 31, 0.5, 0.13),
    "svg": Cost(680, 0, 0.5, 0),
}


def own_costs(composition: RaceComposition) -> dict[str, Cost]:
    """Of a page that holds all histories, and of films with a cloud."""
    page = {"html": Cost(300, 0.11, 0.1, 0)} if takes_long(composition.race) else {}
    return page | (WITH_CLOUD if composition.options.cloud else {})


def csv(composition: RaceComposition, path: Path, progress: Progress) -> None:
    """A row for every optimizer and step."""
    write_csv(composition.race, path, progress)


def json(composition: RaceComposition, path: Path, progress: Progress) -> None:
    """The same, with its meaning beside it."""
    write_json(composition.race, path, progress)


def html(
    composition: RaceComposition,
    path: Path,
    progress: Progress,
    step: int | None = None,
    speed: float | None = None,
    seeds: Sequence[int] = (),
) -> None:
    """The player with the race in it, as a page that opens from a file.

    Args:
        composition: what is shown.
        path: where to.
        progress: told when it is written.
        step: at which it stands; None to let it play.
        speed: steps a second; None for the player's own.
        seeds: of the minibatches, whose races it runs and shows, too.
    """
    race = composition.race
    data = message(
        race,
        camera=composition.camera,
        views=composition.views,
        whole=False,
        cloud=composition.options.cloud or "",
        seeds=seeds,
    )
    said = about(race, composition.source, seeds)
    options = composition.options
    text = page(
        data,
        title=composition.title,
        about=said,
        made=MADE,
        theme=options.theme or AUTO,
        step=step,
        speed=speed,
        chart=options.chart or "",
    )
    path.write_text(text, encoding="utf-8")
    progress(1, 1)


RACE = Kind(
    called="a race",
    shows=is_race,
    options=RaceOptions,
    style=LEGEND | GROUND | TRAILS | WINDOW,
    compose=RaceComposition.of,
    draw=RacePicture,
    data={
        "html": DataFile(html, ("title", "theme", "views", "chart", "camera", "cloud")),
        "csv": DataFile(csv),
        "json": DataFile(json),
    },
    rows=rows,
    costs={
        "gif": Cost(60, 1.9, 0.5, 0.003),
        "mp4": Cost(40, 0.8, 0.5, 0.006),
        "webm": Cost(40, 0.6, 0.5, 0.02),
        "webp": Cost(90, 2.6, 0.5, 0.004),
        "apng": Cost(150, 3.8, 0.5, 0.005),
        "png": Cost(165, 0, 0.3, 0),
        "svg": Cost(400, 0, 0.4, 0),
        "pdf": Cost(215, 0, 0.4, 0),
        "html": Cost(300, 0.01, 0.1, 0),
        "csv": Cost(2, 0.25, 0.1, 3e-5),
        "json": Cost(5, 0.23, 0.1, 3e-5),
    },
    turning_costs={
        "gif": Cost(60, 44, 0.5, 0.09),
        "mp4": Cost(40, 4.6, 0.5, 0.11),
        "webm": Cost(40, 4, 0.5, 0.15),
        "webp": Cost(90, 95, 0.5, 0.2),
        "apng": Cost(150, 105, 0.5, 0.2),
    },
    own_costs=own_costs,
    motion=MOTION | {"turn", "easing"},
    check=check_effects,
    turns=turns,
)
