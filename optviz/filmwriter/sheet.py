"""What figures are drawn on: matplotlib's Agg buffer, seen as colours."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray

from optviz.film.film import Colours

WHITE = np.uint32(0xFFFFFFFF)
BLACK = np.array([0, 0, 0, 255], np.uint8).view(np.uint32)[0]
CLEAR = np.uint32(0)


class Sheet:
    """A buffer of a figure's size and resolution.

    Attributes:
        renderer: draws into it.
        picture: (height, width) its pixels, the renderer's own memory.
        paper: the colour below everything: white, or clear.
    """

    def __init__(self, figure: Figure) -> None:
        width, height = figure.canvas.get_width_height(physical=True)
        self.paper = WHITE
        self.renderer = RendererAgg(width, height, figure.dpi)
        self.picture: Colours = np.asarray(self.renderer.buffer_rgba()).view(np.uint32)[..., 0]

    def draw(self, figure: Figure) -> None:
        """Draw everything, as savefig does: the layout first, and only then the picture.

        What the figure leaves transparent shows the paper.
        """
        if figure.get_layout_engine() is not None:
            figure.draw_without_rendering()
        self.draw_as_laid_out(figure)

    def draw_as_laid_out(self, figure: Figure) -> None:
        """Draw everything, where the last layout put it."""
        self.picture[...] = self.paper
        with without_layout(figure):
            figure.draw(self.renderer)


@contextmanager
def without_layout(figure: Figure) -> Iterator[None]:
    """The figure without its layout engine."""
    engine = figure.get_layout_engine()
    if engine is None:
        yield
        return
    figure.set_layout_engine("none")
    try:
        yield
    finally:
        figure.set_layout_engine(engine)


def over(top: Colours, below: Colours) -> Colours:
    """Opaque pixels as they look under others, to the rounding of Agg.

    Args:
        top: (n,) colours of any opacity.
        below: (n,) opaque colours.

    Returns:
        (n,) opaque colours.

    Source: fixed_blender_rgba_plain in matplotlib's src/_backend_agg_basic_types.h.
    """
    blended = below.copy()
    opacity = levels(top)[:, 3]
    opaque = opacity == 255
    blended[opaque] = top[opaque]
    partly = np.flatnonzero((opacity > 0) & ~opaque)
    if len(partly):
        upper, lower = levels(top[partly]).astype(np.int32), levels(below[partly]).astype(np.int32)
        alpha = upper[:, 3:]
        under = 255 * lower
        mixed = ((256 * upper - under) * alpha + 256 * under) // (alpha + 65280)
        mixed[:, 3] = 255
        blended[partly] = mixed.astype(np.uint8).view(np.uint32)[:, 0]
    return blended


def between(black: Colours, white: Colours, below: Colours) -> Colours:
    """Opaque pixels as they look under others, of which is known how they look over two colours.

    Args:
        black: (n,) how the others look over black.
        white: (n,) how they look over white.
        below: (n,) opaque colours.

    Returns:
        (n,) opaque colours.
    """
    low, high = levels(black).astype(np.int32), levels(white).astype(np.int32)
    mixed = low + (levels(below) * (high - low) + 127) // 255
    mixed[:, 3] = 255
    blended: Colours = mixed.astype(np.uint8).view(np.uint32)[:, 0]
    return blended


def levels(colours: Colours) -> NDArray[np.uint8]:
    """(n, 4) reds, greens, blues and alphas of n colours."""
    return np.ascontiguousarray(colours).view(np.uint8).reshape(-1, 4)


def largest_difference(some: Colours, others: Colours) -> int:
    """The largest difference of any channel between pictures of one shape."""
    apart = np.flatnonzero(some != others)
    some_levels, other_levels = levels(some.ravel()[apart]), levels(others.ravel()[apart])
    return int(np.abs(some_levels.astype(np.int16) - other_levels).max(initial=0))
