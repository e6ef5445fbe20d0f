"""From a drawing to a film: the background is drawn once, then only what moves."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from optviz.film.film import Colours, Film
from optviz.film.ticks import Progress


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

    def show(self, step: int) -> None:
        """Move everything that moves to a step."""

    def turn(self, degrees: float) -> None:
        """Turn the camera so far from where it was at first."""

    def keep_pixels(self, keep: bool) -> None:
        """Whether the background stays the same from now on."""


@dataclass(frozen=True)
class Timing:
    """When which step is shown.

    Attributes:
        fps: frames a second, at most; above 50 browsers slow down.
        speed: steps a second; None for one step a frame.
        hold: seconds for which the last step is shown at the end.
        poster: seconds for which the last step is shown at the beginning, for programs and
            printers that show only a first frame; 0 for none.
    """

    fps: float = 25
    speed: float | None = None
    hold: float = 2.0
    poster: float = 1.0

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where a number is not possible."""
        bounds = {"fps": (0.1, 50), "speed": (0.1, 1e6), "hold": (0, 600), "poster": (0, 600)}
        for name, (low, high) in bounds.items():
            value = getattr(self, name)
            if name == "speed" and value is None:
                continue
            if not isinstance(value, int | float) or not low <= value <= high:
                raise ValueError(
                    f"{name} = {value!r} is not possible: give a number from {low:g} to {high:g}"
                )

    def frames(self, steps: int) -> list[tuple[int, float]]:
        """The step of every frame and for how many seconds it is shown.

        Every frame shows a whole step, from the start to the last one; a frame is as long as it
        takes to the next one. Where `speed` is above `fps`, steps are left out, never squeezed.
        """
        speed = self.speed or self.fps
        fps = min(self.fps, speed)
        count = max(1, round(steps / speed * fps))
        shown = [round(k * steps / count) for k in range(count + 1)]
        frames = [(step, 1 / fps) for step in shown[:-1]] + [(steps, max(self.hold, 1 / fps))]
        return [(steps, self.poster), *frames] if self.poster else frames


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
    frames = timing.frames(drawing.steps)
    film = Film()
    shown = pictures(drawing, frames, turn)
    for k, (picture, (_, seconds)) in enumerate(zip(shown, frames, strict=True), 1):
        film.add(picture, seconds)
        if progress:
            progress(k, len(frames))
    return film


def pictures(drawing: Drawing, frames: list[tuple[int, float]], turn: float) -> Iterator[Colours]:
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
