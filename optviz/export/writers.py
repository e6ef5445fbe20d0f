"""The writers of all formats: each takes a request, a path and whom to tell of the progress."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from optviz.export.films import CODINGS, Shot, write_film
from optviz.export.limits import reduced, write_below
from optviz.export.stills import write_still
from optviz.film.ticks import Progress
from optviz.film.timing import Timing
from optviz.pictures.composition import Composition
from optviz.pictures.picture import Picture

if TYPE_CHECKING:
    from optviz.export.formats import Request


def suffix_of(path: Path) -> str:
    """A file's suffix in small letters, without the dot."""
    return path.suffix.lower().lstrip(".")


def film(request: "Request", path: Path, progress: Progress) -> str:
    """A film; what was given up to keep it below a limit, if something was."""
    suffix = suffix_of(path)
    shot = shot_of(request, request.timing(suffix))
    limit, coding = request.film.most_bytes, CODINGS[suffix]
    if limit is not None:
        return write_below(limit, shot, coding, path, progress)
    write_film(shot, coding, path, progress)
    return ""


def shot_of(request: "Request", timing: Timing) -> Shot:
    """What is filmed of a request."""
    composition: Any = request.composition  # a dataclass, whichever it is
    options = request.composition.options
    eased = {"eased": True} if timing.easing else {}

    def compose(share: float) -> Composition:
        smaller: Composition = replace(composition, options=reduced(options, share), **eased)
        if request.kind.check:
            request.kind.check(smaller)
        return smaller

    def draw(smaller: Composition) -> Picture:
        picture = request.kind.draw(smaller)
        picture.figure.set_dpi(smaller.options.dots)
        return picture

    return Shot(
        compose=compose,
        draw=draw,
        steps=request.composition.steps,
        timing=timing,
        turn=request.film.turn or 0,
        loop=request.film.loop or 0,
    )


def still(request: "Request", path: Path, progress: Progress) -> None:
    """One step."""
    options, picture = request.composition.options, request.kind.draw(request.composition)
    dpi = options.dots if path.suffix.lower() == ".png" else options.dpi
    as_paths, recipe = request.still.text == "paths", request.recipe_text
    write_still(picture, path, request.step, dpi, as_paths=as_paths, recipe=recipe)
    progress(1, 1)


def data(request: "Request", path: Path, progress: Progress) -> None:
    """The subject itself, as its kind writes it."""
    request.kind.data[suffix_of(path)].write(request.composition, path, progress)


def page(request: "Request", path: Path, progress: Progress) -> None:
    """The player, which begins at a step and with a speed if they were chosen."""
    write_page = request.kind.data["html"].write
    chosen = {"step": request.still.step, "speed": request.film.speed}
    write_page(request.composition, path, progress, **chosen)
