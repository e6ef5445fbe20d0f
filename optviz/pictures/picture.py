"""What all pictures are: a figure of a size on some paper, and in it what moves with the steps."""

from abc import ABC, abstractmethod
from typing import Protocol

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from optviz.pictures.layout import Rect, scale_of
from optviz.pictures.theme import DPI, THEMES, Pen


class Paper(Protocol):
    """What every composition says of the picture that is made of it."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""

    @property
    def theme(self) -> str:
        """Of `THEMES`."""

    @property
    def steps(self) -> int:
        """The last step that it can show."""


class Picture(ABC):
    """A composition, drawn.

    Attributes:
        figure: of the composition's size at 100 dots per inch.
        pen: what it is drawn with.
        steps: the last step that it can show.
        moving: the artists that change with the step; nothing that stands still is above them.
    """

    def __init__(self, shown: Paper) -> None:
        self.pen = Pen(THEMES[shown.theme], scale_of(shown.size))
        self.steps = shown.steps
        self.moving: list[Artist] = []
        with mpl.rc_context(mpl.rcParamsDefault):  # a visitor's matplotlibrc is for their figures
            inches = [side / DPI for side in shown.size]
            paper = self.pen.theme.paper
            self.figure = Figure((inches[0], inches[1]), dpi=DPI, facecolor=paper)
            FigureCanvasAgg(self.figure)
            self.draw()

    @abstractmethod
    def draw(self) -> None:
        """Put everything on the figure."""

    @abstractmethod
    def show(self, step: int) -> None:
        """Move everything that moves to a step."""

    def axes_at(self, rect: Rect) -> Axes:
        """Axes in a part of the picture."""
        width, height = self.figure.get_size_inches() * DPI
        low = 1 - rect.bottom / height
        return self.figure.add_axes(
            (rect.left / width, low, rect.width / width, rect.height / height)
        )
