"""What all pictures are: a figure of a size on some paper, and in it what moves with the steps."""

from abc import ABC, abstractmethod

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from optviz.pictures.composition import Composition
from optviz.pictures.counter import Counter
from optviz.pictures.heads import Heads
from optviz.pictures.layout import Rect, scale_of
from optviz.pictures.theme import DPI, THEMES, Pen, with_ground
from optviz.pictures.trail import Trail


class Picture(ABC):
    """A composition, drawn.

    Attributes:
        figure: of the composition's size, at 100 dots an inch as long as `set_dots` says nothing.
        pen: what it is drawn with.
        steps: the last step that it can show.
        moving: the artists that change with the step; nothing that stands still is above them.
        turning: the artists that change as the camera turns; `moving` are above them.
    """

    def __init__(self, composition: Composition) -> None:
        options = composition.options
        theme = with_ground(THEMES[options.theme or "light"], options.style)
        scale = scale_of(options.sheet)
        self.pen = Pen(theme, scale, style=options.style)
        self.steps = composition.steps
        self.moving: list[Artist] = []
        self.turning: list[Artist] = []
        with mpl.rc_context(mpl.rcParamsDefault):  # a visitor's matplotlibrc is for their figures
            wide, tall = options.sheet
            paper = "none" if theme.clear else theme.paper
            self.figure = Figure((wide / DPI, tall / DPI), dpi=DPI, facecolor=paper)
            FigureCanvasAgg(self.figure)
            self.draw()

    @abstractmethod
    def draw(self) -> None:
        """Put everything on the figure."""

    @abstractmethod
    def show(self, step: float) -> None:
        """Move everything that moves to a step, or between two where the kind has easing."""

    def fan_out(self) -> None:  # noqa: B027, on most pictures nothing covers another
        """Show what would cover each other side by side, as suits a still."""

    def turn(self, degrees: float) -> None:  # noqa: B027, most pictures have no camera
        """Turn the camera so far round the upright axis from where it was at first."""

    def keep_pixels(self, keep: bool) -> None:
        """Whether the background stays the same from now on, as do axes, size and dpi.

        So digits need to be drawn, and trails laid out, only once.
        """
        for artist in self.moving:
            if isinstance(artist, Counter | Trail | Heads):
                artist.keep(keep)

    def axes_at(self, rect: Rect) -> Axes:
        """Axes in a part of the picture."""
        width, height = self.figure.get_size_inches() * DPI
        low = 1 - rect.bottom / height
        return self.figure.add_axes(
            (rect.left / width, low, rect.width / width, rect.height / height)
        )
