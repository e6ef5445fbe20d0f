"""A race of many starts, and one of many seeds, as kinds of pictures."""

from dataclasses import replace
from pathlib import Path

from optviz.film.ticks import Progress
from optviz.pictures.bundle.bundle_picture import BundlePicture, check_chart
from optviz.pictures.bundle.composition import BundleComposition, BundleOptions
from optviz.pictures.bundle.page import seeds_page
from optviz.pictures.kind import GROUND, LEGEND, MOTION, TRAILS, Cost, DataFile, Kind
from optviz.pictures.race.table import write_csv, write_json
from optviz.race import SeedsRace
from optviz.race.bundles import is_bundle


def csv(composition: BundleComposition, path: Path, progress: Progress) -> None:
    """A row for every optimizer, seed and step."""
    write_csv(composition.subject, path, progress)


def json(composition: BundleComposition, path: Path, progress: Progress) -> None:
    """The same, with its meaning beside it."""
    write_json(composition.subject, path, progress)


def rows(composition: BundleComposition) -> int:
    """One for every optimizer, seed or start, and step."""
    runs = composition.subject.runs
    return len(runs) * runs[0].last.size * (composition.steps + 1)


def is_of_seeds(subject: object) -> bool:
    """Whether it is a race of many seeds."""
    return isinstance(subject, SeedsRace)


def page_costs(composition: BundleComposition) -> dict[str, Cost]:
    """Of a page, which holds the race of one seed."""
    return {"html": Cost(300, 0.01 / composition.subject.runs[0].last.size, 0.1, 0)}


STARTS = Kind(
    called="a race of many starts",
    shows=is_bundle,
    options=BundleOptions,
    style=LEGEND | GROUND | TRAILS | {"equal"},
    compose=BundleComposition.of,
    draw=BundlePicture,
    data={"csv": DataFile(csv), "json": DataFile(json)},
    rows=rows,
    costs={
        "gif": Cost(60, 12, 0.8, 0.06),
        "mp4": Cost(40, 7, 0.8, 0.06),
        "webm": Cost(40, 6, 0.8, 0.1),
        "webp": Cost(90, 25, 0.8, 0.1),
        "apng": Cost(150, 31, 0.8, 0.1),
        "png": Cost(250, 0, 0.6, 0),
        "svg": Cost(900, 0, 0.6, 0),
        "pdf": Cost(500, 0, 0.6, 0),
        "csv": Cost(2, 0.25, 0.1, 3e-5),
        "json": Cost(5, 0.23, 0.1, 3e-5),
    },
    motion=MOTION | {"easing"},
    check=check_chart,
)

SEEDS = replace(
    STARTS,
    called="a race of many seeds",
    shows=is_of_seeds,
    data={"html": DataFile(seeds_page, ("title", "theme", "chart")), **STARTS.data},
    costs={**STARTS.costs, "html": Cost(300, 0.01, 0.1, 0)},
    own_costs=page_costs,
)
