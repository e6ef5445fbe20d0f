"""From a drawing to a film: the background is drawn once, then only what moves."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg

from optviz.film.film import Colours, Film
from optviz.film.ticks import Progress
from optviz.pictures import Drawing, Picture
from optviz.pictures.counter import Counter

SHORTEST = 0.02  # seconds; browsers slow shorter frames down to a tenth of a second


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
    drawing: Picture,
    timing: Timing,
    *,
    turn: float = 0,
    progress: Progress | None = None,
) -> Film:
    """Draw every frame.

    Args:
        drawing: what is filmed; it is left at its last step.
        timing: which steps are shown, and for how long.
        turn: degrees by which the camera of a race turns round the upright axis on the way.
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


def pictures(drawing: Picture, frames: list[tuple[int, float]], turn: float) -> Iterator[Colours]:
    """Every frame's picture; the same array each time, with other pixels."""
    canvas: Any = FigureCanvasAgg(drawing.figure)  # typed neither as Agg nor as a canvas
    turned = drawing if turn and isinstance(drawing, Drawing) else None
    changing = [space.axes for space, _ in turned.turning] if turned else []
    with hidden([*drawing.moving, *changing]):
        canvas.draw()
    renderer = canvas.get_renderer()
    background = canvas.copy_from_bbox(drawing.figure.bbox)
    with kept_digits(drawing):
        for step, _ in frames:
            drawing.show(step)
            canvas.restore_region(background)
            if turned:
                elevation, azimuth = turned.composition.camera
                turned.look_from(elevation, azimuth + turn * step / drawing.steps)
            for artist in [*changing, *drawing.moving]:
                artist.draw(renderer)
            yield pixels(canvas)


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


@contextmanager
def kept_digits(drawing: Picture) -> Iterator[None]:
    """Let the counter keep its digits' pixels while the background stays the same."""
    counters = [artist for artist in drawing.moving if isinstance(artist, Counter)]
    for counter in counters:
        counter.keep(True)
    try:
        yield
    finally:
        for counter in counters:
            counter.keep(False)


def pixels(canvas: Any) -> Colours:
    """An Agg canvas as (height, width) colours, without copying."""
    return np.asarray(canvas.buffer_rgba()).view(np.uint32)[..., 0]
