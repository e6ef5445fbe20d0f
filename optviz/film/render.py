"""From a drawing to a film: the background is drawn once, then only what moves."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from optviz.film.film import Colours, Film
from optviz.film.ticks import Progress
from optviz.film.timing import Timing


class Drawing(Protocol):
    """What can be filmed: a figure on which some artists change from step to step.

    Attributes:
        figure: what is drawn.
        steps: the last step that it can show.
        moving: the artists that change with the step, above everything that stands still.
        turning: the artists that change as the camera turns; `moving` are above them.
    """

    figure: Figure
    steps: int
    moving: list[Artist]
    turning: list[Artist]

    def show(self, step: float) -> None:
        """Move everything that moves to a step, or between two."""

    def turn(self, degrees: float) -> None:
        """Turn the camera so far from where it was at first."""

    def keep_pixels(self, keep: bool) -> None:
        """Whether the background stays the same from now on."""


def film_of(
    drawing: Drawing,
    timing: Timing,
    *,
    turn: float = 0,
    progress: Progress | None = None,
) -> Film:
    """Draw every frame.

    Args:
        drawing: what is filmed; it is left at its last step.
        timing: which steps are shown, and for how long.
        turn: degrees by which the camera turns round the upright axis on the way.
            Then every frame is drawn anew, which takes about thirty times as long.
        progress: called with frames done and frames in all; what it raises ends the work.
    """
    frames = timing.schedule(drawing.steps)
    film = Film()
    shown = pictures(drawing, frames, turn)
    for k, (picture, (_, seconds)) in enumerate(zip(shown, frames, strict=True), 1):
        film.add(picture, seconds)
        if progress:
            progress(k, len(frames))
    return film


def pictures(
    drawing: Drawing, frames: Sequence[tuple[float, float]], turn: float
) -> Iterator[Colours]:
    """Every frame's picture; the same array each time, with other pixels."""
    canvas: Any = FigureCanvasAgg(drawing.figure)  # typed neither as Agg nor as a canvas
    changing = drawing.turning if turn else []
    with hidden([*drawing.moving, *changing]):
        canvas.draw()
    renderer = canvas.get_renderer()
    background = canvas.copy_from_bbox(drawing.figure.bbox)
    drawing.keep_pixels(True)
    try:
        for step, _ in frames:
            drawing.show(step)
            canvas.restore_region(background)
            if changing:
                drawing.turn(turn * step / drawing.steps)
            for artist in [*changing, *drawing.moving]:
                artist.draw(renderer)
            yield pixels(canvas)
    finally:
        drawing.keep_pixels(False)


@contextmanager
def hidden(artists: Sequence[Artist]) -> Iterator[None]:
    """Leave these artists out of the drawings made meanwhile."""
    for artist in artists:
        artist.set_visible(False)
    try:
        yield
    finally:
        for artist in artists:
            artist.set_visible(True)


def pixels(canvas: Any) -> Colours:
    """An Agg canvas as (height, width) colours, without copying."""
    return np.asarray(canvas.buffer_rgba()).view(np.uint32)[..., 0]
