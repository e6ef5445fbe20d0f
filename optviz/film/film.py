"""A film: one whole picture, and for every later frame only the pixels that changed.

A race moves a few hundred pixels a frame. What writes films out of these changes need not look
at the other half million.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Colours = NDArray[np.uint32]


@dataclass(frozen=True, eq=False)
class Frame:
    """What one frame changes.

    Attributes:
        seconds: how long it is shown.
        places: (n,) positions in the flattened picture, rising.
        colours: (n,) their new colours.
    """

    seconds: float
    places: NDArray[np.intp]
    colours: Colours


@dataclass(eq=False)
class Film:
    """Frames of one size, the first of them whole.

    Colours are pixels as matplotlib's Agg canvas keeps them: four bytes red, green, blue, alpha in
    this order in memory, seen as one uint32.

    Attributes:
        frames: what each frame changes in the one before it; the first changes nothing.
        first: (height, width) the picture of the first frame.
        last: (height, width) the picture of the latest frame.
    """

    frames: list[Frame] = field(default_factory=list)
    first: Colours = field(default_factory=lambda: np.empty((0, 0), np.uint32))
    last: Colours = field(default_factory=lambda: np.empty((0, 0), np.uint32))

    @property
    def opaque(self) -> bool:
        """Whether no pixel of any frame lets something through."""
        pictures = [self.first.ravel(), *(frame.colours for frame in self.frames)]
        return all(bool((alphas(each) == 255).all()) for each in pictures)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        height, width = self.first.shape
        return width, height

    def add(self, picture: Colours, seconds: float) -> None:
        """Append a frame.

        Args:
            picture: (height, width), of the same shape for every frame. It is copied.
            seconds: how long it is shown.

        Raises:
            ValueError: the picture's shape is not that of the frames before it.
        """
        if not self.frames:
            self.first = picture.copy()
            self.last = picture.copy()
        if picture.shape != self.last.shape:
            raise ValueError(
                f"a frame of shape {picture.shape} after frames of {self.last.shape}: "
                "the figure's size and dpi must stay the same"
            )
        places = np.flatnonzero(picture != self.last)
        colours = picture.ravel()[places]
        self.last.ravel()[places] = colours
        self.frames.append(Frame(seconds, places, colours))


def alphas(colours: Colours) -> NDArray[np.uint8]:
    """(n,) the opacities of n colours."""
    return np.ascontiguousarray(colours).view(np.uint8)[3::4]
