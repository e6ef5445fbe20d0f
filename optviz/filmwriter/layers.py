"""A figure's drawing, cut where moving artists come: what lies below them, between and above.

The figure draws itself once, in its own order, while the moving artists pause instead of drawing.
At each pause what was drawn so far is put away. From then on a frame is: the ground, the moving
artists, and what lies above them laid over the pixels they touched.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from optviz.film.film import Colours
from optviz.filmwriter.sheet import (
    BLACK,
    CLEAR,
    WHITE,
    Sheet,
    between,
    largest_difference,
    levels,
    over,
)

# Levels by which a composed picture may differ from one drawn afresh, before it is not used.
TOLERANCE = 2
# Levels by which it may differ where nothing moves, before the covers are drawn more finely.
ROUGH = 1


class Cover:
    """What stands still between one run of moving artists and the next, where it is not clear.

    Attributes:
        spots: (n,) the positions in the flattened picture that it covers, rising.
        colours: (n,) its colours, of any opacity.
        ends: (n,) how it looks over black and (n,) over white, where `colours` are too rough.
        before: (n,) the picture below it when nothing has moved there.
        after: (n,) the picture with it, likewise.
        correction: (n, 3) levels to add where something moves below, so that it is exact when
            nothing does.
    """

    def __init__(self, picture: Colours) -> None:
        """A cover that looks like this over what is clear."""
        self.spots = np.flatnonzero(picture)
        self.colours = picture.ravel()[self.spots]
        self.ends: tuple[Colours, Colours] | None = None
        self.before = self.after = self.colours
        self.correction = np.zeros((len(self.spots), 3), np.int16)

    def lay_still(self, state: Colours) -> None:
        """Lie on this flattened picture, in which nothing has moved, and alter it."""
        self.before = state[self.spots]
        self.after = self.blend(self.before, np.arange(len(self.spots)))
        state[self.spots] = self.after

    def blend(self, below: Colours, which: NDArray[np.intp]) -> Colours:
        """What is seen where these of its spots lie over these colours."""
        if self.ends is None:
            return over(self.colours[which], below)
        black, white = self.ends
        return between(black[which], white[which], below)

    def lay(self, flat: Colours) -> None:
        """Cover a flattened picture in which something may have moved."""
        now = flat[self.spots]
        moved = np.flatnonzero(now != self.before)
        colours = self.after.copy()
        if len(moved):
            blended = levels(self.blend(now[moved], moved))
            blended[:, :3] = np.clip(blended[:, :3] + self.correction[moved], 0, 255)
            colours[moved] = blended.view(np.uint32)[:, 0]
        flat[self.spots] = colours

    def learn(
        self, truth: Colours, still: NDArray[np.bool_], covers: NDArray[np.uint8], last: bool
    ) -> None:
        """Take over what the finished picture shows where nothing moves.

        Args:
            truth: the flattened picture, drawn afresh.
            still: where nothing moves in it.
            covers: how many covers lie on each position.
            last: whether this is the uppermost.
        """
        true, here = truth[self.spots], still[self.spots]
        alone = here & (covers[self.spots] == 1)
        apart = levels(true[alone]).astype(np.int16) - levels(self.after[alone])
        self.correction[alone] = apart[:, :3]
        known = here if last else alone
        self.after[known] = true[known]


class Layers:
    """What stands still, in layers between runs of moving artists.

    Attributes:
        ground: (height, width) what lies below the first run.
        runs: artists that are drawn one after another with nothing still between them.
        covers: what lies above each run.
        faithful: whether composing shows what a drawing afresh does.
    """

    def __init__(
        self, figure: Figure, moving: Sequence[Artist], sheet: Sheet, truth: Colours
    ) -> None:
        """Draw the figure without what moves, and compare with a picture of it drawn afresh.

        Afterwards the sheet shows the composed picture.
        """
        self.runs: list[list[Artist]] = []
        self.breaks: list[bool] = []
        self.ground, *covers = self.cut(figure, moving, sheet, CLEAR)
        self.covers = [Cover(picture) for picture in covers]
        state = self.lay_still()
        self.compose(sheet)
        still = sheet.picture.ravel() == state
        if largest_difference(state[still], truth.ravel()[still]) > ROUGH:
            self.refine(figure, moving, sheet)
            self.lay_still()
        self.learn(truth.ravel(), still)
        self.compose(sheet)
        self.faithful = largest_difference(sheet.picture, truth) <= TOLERANCE

    def cut(
        self, figure: Figure, moving: Sequence[Artist], sheet: Sheet, fill: np.uint32
    ) -> list[Colours]:
        """The ground and what lies above each run, drawn on this colour.

        The first time, on a clear one, it also tells the runs.
        """
        pictures: list[Colours] = []
        known = iter(self.breaks.copy())

        def pause(artist: Artist) -> None:
            begins = next(known, None)
            if begins is None:
                begins = not pictures or bool(sheet.picture.any())
                self.breaks.append(begins)
                self.runs += [[]] if begins else []
                self.runs[-1].append(artist)
            if begins:
                pictures.append(sheet.picture.copy())
                sheet.picture[...] = fill

        with pausing(moving, pause):
            sheet.draw_as_laid_out(figure)
        return [*pictures, sheet.picture.copy()]

    def refine(self, figure: Figure, moving: Sequence[Artist], sheet: Sheet) -> None:
        """Draw the covers over black and white: many layers in one of 8 bits are too rough."""
        blacks = self.cut(figure, moving, sheet, BLACK)[1:]
        whites = self.cut(figure, moving, sheet, WHITE)[1:]
        for cover, black, white in zip(self.covers, blacks, whites, strict=True):
            cover.ends = black.ravel()[cover.spots], white.ravel()[cover.spots]

    def lay_still(self) -> Colours:
        """Lay the covers on the ground: the flattened picture without anything that moves."""
        state: Colours = self.ground.ravel().copy()
        for cover in self.covers:
            cover.lay_still(state)
        return state

    def compose(self, sheet: Sheet) -> None:
        """Draw the moving artists between the layers."""
        np.copyto(sheet.picture, self.ground)
        flat = sheet.picture.ravel()
        for run, cover in zip(self.runs, self.covers, strict=True):
            for artist in run:
                artist.draw(sheet.renderer)
            cover.lay(flat)

    def learn(self, truth: Colours, still: NDArray[np.bool_]) -> None:
        """Take over from a flattened picture drawn afresh what it shows where nothing moves."""
        covers = np.zeros(truth.shape, np.uint8)
        for cover in self.covers:
            covers[cover.spots] += 1
        for cover in self.covers:
            cover.learn(truth, still, covers, cover is self.covers[-1])


@contextmanager
def pausing(moving: Sequence[Artist], pause: Callable[[Artist], None]) -> Iterator[None]:
    """These artists call `pause` with themselves where they should draw."""
    with ExitStack() as stack:
        for artist in moving:
            stack.enter_context(replaced(artist, draw=lambda _, artist=artist: pause(artist)))
        yield


@contextmanager
def replaced(thing: object, **values: Any) -> Iterator[None]:
    """An object with other attributes; afterwards it has its own again, or those of its class."""
    before = {name: vars(thing)[name] for name in values if name in vars(thing)}
    try:
        vars(thing).update(values)
        yield
    finally:
        for name in values:
            vars(thing).pop(name, None)
        vars(thing).update(before)
