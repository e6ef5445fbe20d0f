"""One function for every format and everything there is: `export(race, "beale.gif")`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from optviz.export.files import whole_file
from optviz.export.options import What, composition_of, kind_of, sorted_wishes, timing_of
from optviz.export.settings import MADE, about
from optviz.export.stills import png, write_still
from optviz.export.study_tables import table_of, write_table_csv, write_table_json
from optviz.export.table import write_csv, write_json
from optviz.film.film import Film
from optviz.film.gif import write_gif
from optviz.film.lossless import write_apng, write_webp
from optviz.film.render import Timing, film_of
from optviz.film.ticks import Progress
from optviz.film.video import write_mp4
from optviz.pictures import BasinComposition, Composition, Shown, SweepComposition, picture_of
from optviz.player.page import page
from optviz.player.payload import message
from optviz.race import whole


@dataclass(frozen=True, kw_only=True)
class Order:
    """What is to be written.

    Attributes:
        composition: what the picture shows.
        timing: of a film.
        loop: how often a film plays; 0 for ever.
        turn: degrees by which the camera of the view in space turns in the course of a film.
        step: of a still; None for the last one.
    """

    composition: Shown
    timing: Timing = field(default_factory=Timing)
    loop: int = 0
    turn: float = 0.0
    step: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something is not possible."""
        whole("loop", self.loop, 0, 65535)
        if self.step is not None:
            whole("step", self.step, 0, self.composition.steps)
        if not isinstance(self.turn, int | float) or not abs(self.turn) <= 3600:
            raise ValueError(f"turn = {self.turn!r} is not possible: give -3600 to 3600 degrees")
        if self.turn and "space" not in getattr(self.composition, "views", ()):
            raise ValueError("only the view in space has a camera to turn: add the view space")


@dataclass(frozen=True)
class Format:
    """A kind of file.

    Attributes:
        name: what people call it.
        use: what it is good for, in half a sentence.
        moving: whether it is a film.
        drawn: whether it is a picture, so that size, theme and views matter.
        write: writes an order to a path.
        shows: the kinds of compositions that it can hold.
    """

    name: str
    use: str
    moving: bool
    drawn: bool
    write: Callable[[Order, Path, Progress], None]
    shows: tuple[type[Shown], ...]


def export(
    what: What, path: str | Path, *, progress: Progress | None = None, **wishes: Any
) -> Path:
    """Write a race, a sweep or a basin map to a file; the suffix says in which of `FORMATS`.

        export(SCENES["beale"], "beale.gif", fps=25, size=(800, 600))

    Args:
        what: a race; a scene, which brings its title, views and the origins of its settings; a
            Sweep, of one hyper-parameter or of two; or Basins. `formats_of` has the formats of
            each.
        path: where to; what is there already is replaced, once the new file is whole.
        progress: called with what is done and what there is to do; what it raises ends the work,
            and no file is left behind.
        wishes: attributes of `Composition` (size, theme, views, chart, camera, title), of
            `SweepComposition` (size, theme, title, measure, current) or `BasinComposition` (size,
            theme, title), of `Timing` (fps, speed, hold, poster) and of `Order` (loop, turn,
            step), as far as they concern what is shown.

    Returns:
        The path.

    Raises:
        ValueError: something is not possible; the sentence says what is.
        OSError: the file cannot be written.
        RuntimeError: ffmpeg could not write the video.
    """
    path = Path(path)
    format_of(path, kind_of(what))
    order = order_for(what, **wishes)
    with whole_file(path) as part:
        write(order, part, progress or ignore)
    return path


def write(order: Order, path: Path, progress: Progress) -> None:
    """Write an order to a path; half a file is left if it fails."""
    format_of(path, type(order.composition)).write(order, path, progress)


def order_for(what: What, **wishes: Any) -> Order:
    """An order from wishes, whichever part of it they concern."""
    shown, timing, own = sorted_wishes(what, wishes)
    return Order(composition=composition_of(what, shown), timing=timing_of(what, timing), **own)


def formats_of(what: What) -> dict[str, "Format"]:
    """The formats there are for it, by suffix."""
    kind = kind_of(what)
    return {suffix: each for suffix, each in FORMATS.items() if kind in each.shows}


def format_of(path: Path, shown: type[Shown]) -> Format:
    """The format that a file's suffix names, or a ValueError that tells which there are."""
    kind = FORMATS.get(path.suffix.lower().lstrip("."))
    possible = [suffix for suffix, each in FORMATS.items() if shown in each.shows]
    ends = f"let it end in .{', .'.join(possible)}"
    if kind is None:
        raise ValueError(f"{path.name} names no format: {ends}")
    if shown not in kind.shows:
        raise ValueError(f"{path.name}: {CALLED[shown]} is never {kind.name}: {ends}")
    return kind


def preview(order: Order) -> bytes:
    """What an order shows, at its step or the last one, as PNG."""
    return png(picture_of(order.composition), step_of(order))


def step_of(order: Order) -> int:
    """The step that a still shows."""
    return order.composition.steps if order.step is None else order.step


def ignore(done: int, total: int) -> None:
    """Progress nobody watches."""


def filmed(order: Order, progress: Progress) -> tuple[Film, Progress]:
    """The film, and how to tell of the work left; drawing is one half of it, writing the other."""
    film = film_of(
        picture_of(order.composition),
        order.timing,
        turn=order.turn,
        progress=lambda done, total: progress(done, 2 * total),
    )
    return film, lambda done, total: progress(total + done, 2 * total)


def gif(order: Order, path: Path, progress: Progress) -> None:
    """An animation."""
    film, rest = filmed(order, progress)
    write_gif(film, path, loop=order.loop, progress=rest)


def webp(order: Order, path: Path, progress: Progress) -> None:
    """A lossless animation."""
    film, rest = filmed(order, progress)
    write_webp(film, path, loop=order.loop, progress=rest)


def apng(order: Order, path: Path, progress: Progress) -> None:
    """A lossless animation."""
    film, rest = filmed(order, progress)
    write_apng(film, path, loop=order.loop, progress=rest)


def mp4(order: Order, path: Path, progress: Progress) -> None:
    """A video; it has no loop of its own."""
    film, rest = filmed(order, progress)
    write_mp4(film, path, fps=min(order.timing.fps, order.timing.speed or 50), progress=rest)


def still(order: Order, path: Path, progress: Progress) -> None:
    """One step."""
    write_still(picture_of(order.composition), path, step_of(order))
    progress(1, 1)


def html(order: Order, path: Path, progress: Progress) -> None:
    """The player with the race in it."""
    path.write_text(page_of(order), encoding="utf-8")
    progress(1, 1)


def csv(order: Order, path: Path, progress: Progress) -> None:
    """A row for every optimizer and step, or setting, or start."""
    shown = order.composition
    if isinstance(shown, Composition):
        write_csv(shown.race, path, progress)
    else:
        write_table_csv(table_of(shown), path, progress)


def json(order: Order, path: Path, progress: Progress) -> None:
    """The same, with its meaning beside it."""
    shown = order.composition
    if isinstance(shown, Composition):
        write_json(shown.race, path, progress)
    else:
        write_table_json(table_of(shown), path, progress)


def page_of(order: Order) -> str:
    """A page that opens from a file."""
    shown = order.composition
    assert isinstance(shown, Composition)
    data = message(shown.race, camera=shown.camera, views=shown.views)
    said = about(shown.race, shown.source)
    return page(data, title=shown.title or shown.race.surface.name, about=said, made=MADE)


CALLED: dict[type[Shown], str] = {
    Composition: "a race",
    SweepComposition: "a sweep",
    BasinComposition: "a basin map",
}
RACES, MOVING, ALL = (Composition,), (Composition, BasinComposition), tuple(CALLED)

FORMATS = {
    "gif": Format("GIF", "plays everywhere, slides and mails included", True, True, gif, MOVING),
    "mp4": Format("MP4", "a video, the smallest film", True, True, mp4, MOVING),
    "webp": Format("WebP", "a film for web pages, exact to the pixel", True, True, webp, MOVING),
    "apng": Format("APNG", "the same for programs without WebP", True, True, apng, MOVING),
    "png": Format("PNG", "a still, as pixels", False, True, still, ALL),
    "svg": Format("SVG", "a still, to be edited or printed at any size", False, True, still, ALL),
    "pdf": Format("PDF", "a still, for LaTeX and print", False, True, still, ALL),
    "html": Format("HTML", "the whole player with it in one file", False, False, html, RACES),
    "csv": Format("CSV", "every number as a table", False, False, csv, ALL),
    "json": Format("JSON", "every number, with what it means", False, False, json, ALL),
}
