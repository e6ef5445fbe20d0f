"""A race of many seeds as a page: that of its first seed, whose browser runs all of them."""

from collections.abc import Sequence
from pathlib import Path

from optviz.entrants import Entrant
from optviz.film.ticks import Progress
from optviz.pictures.bundle.composition import LOSS, BundleComposition
from optviz.pictures.race.composition import RaceComposition, RaceOptions
from optviz.pictures.race.kind import html
from optviz.player.only_python import why_only_python
from optviz.race import SeedsRace
from optviz.spec.seeds import IN_PAGE
from surfaces.surface import Surface


def seeds_page(
    composition: BundleComposition,
    path: Path,
    progress: Progress,
    step: int | None = None,
    speed: float | None = None,
) -> None:
    """The page of the first seed's race, with *Seeds* open on exactly these, and the loss's chart.

    Args:
        composition: of a `SeedsRace`.
        path: where to.
        progress: told when it is written.
        step: at which it stands; None to let it play.
        speed: steps a second; None for the player's own.

    Raises:
        ValueError: a browser cannot run them, or they are too many.
    """
    many = composition.subject
    assert isinstance(many, SeedsRace)
    check_page(many.surface, many.entrants, many.steps, many.seeds)
    own = composition.options
    options = RaceOptions(title=composition.title, theme=own.theme, chart=own.chart or LOSS)
    first = RaceComposition.of(many.races[0], options)
    html(first, path, progress, step, speed, seeds=many.seeds)


def check_page(
    surface: Surface, entrants: Sequence[Entrant], steps: int, seeds: Sequence[int]
) -> None:
    """Raise ValueError, with a sentence, where a page's browser cannot run a race of many seeds."""
    if len(seeds) > IN_PAGE:
        raise ValueError(
            f"a page's browser runs at most {IN_PAGE} seeds: give fewer than these {len(seeds):,}, "
            "or write a picture or a table of them"
        )
    if why := why_only_python(surface, entrants, steps):
        raise ValueError(
            f"a page runs the races of many seeds itself, and cannot run these: {why}; write a "
            "picture or a table of them"
        )
