"""Frames of a figure that other code changes, each as if it were drawn afresh."""

from matplotlib.figure import Figure

from optviz.film.film import Colours
from optviz.filmwriter.layers import Layers
from optviz.filmwriter.sheet import CLEAR, WHITE, Sheet
from optviz.filmwriter.watch import Watch


class Painter:
    """Draws a figure again and again, and of it only what has moved where that can be proved.

    It begins with full drawings, from which it learns what moves. When layers turn out useless
    because something else changes all the time, it waits longer before it makes new ones.

    Attributes:
        clear: whether what the figure leaves transparent stays it. Then all drawings are full ones.
    """

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.sheet = Sheet(figure)
        self.watch = Watch(figure)
        self.layers: Layers | None = None
        self.quiet = 0  # frames in a row in which only what is known to move has moved
        self.served = 0  # frames that the layers were good for
        self.patience = 0  # quiet frames before layers are made
        self.clear = False

    def paint(self) -> Colours:
        """(height, width) the figure as it is now; memory of the sheet, good until the next call.

        Raises:
            ValueError: the figure's size has changed.
        """
        self.check_size()
        self.sheet.paper = CLEAR if self.clear else WHITE
        if self.clear:
            self.layers = None
            self.sheet.draw(self.figure)
            return self.sheet.picture
        moved = self.watch.drawn and self.watch.only_movement(self.sheet)
        self.quiet = self.quiet + 1 if moved else 0
        if not moved or self.layers is None:
            return self.paint_afresh()
        if self.watch.movement() or self.served == 0:
            self.layers.compose(self.sheet)
        self.served += 1
        return self.sheet.picture

    def paint_afresh(self) -> Colours:
        """Draw everything, and make layers if they promise to be of use."""
        if self.layers is not None:
            self.patience = 0 if self.served > 1 else max(1, 2 * self.patience)
            self.layers = None
        before = self.positions()
        self.watch.learn()
        self.sheet.draw(self.figure)
        self.watch.note(self.sheet)
        settled = self.positions() == before
        if settled and self.quiet >= self.patience and self.watch.can_be_layered():
            self.make_layers()
            self.watch.note(self.sheet)
        return self.sheet.picture

    def make_layers(self) -> None:
        """Cut the figure into layers, and keep them if they show what was just drawn."""
        truth = self.sheet.picture.copy()
        layers = Layers(self.figure, self.watch.moving, self.sheet, truth)
        self.served = 0
        if layers.faithful:
            self.layers = layers
        else:
            self.patience = max(8, 2 * self.patience)
        self.sheet.picture[...] = truth

    def positions(self) -> list[tuple[float, ...]]:
        """Where the axes are, to a thousandth of a pixel."""
        # Not get_position(), which applies the aspect and so makes the figure stale.
        boxes = [axes.bbox.bounds for axes in self.figure.axes]
        return [tuple(round(edge, 3) for edge in box) for box in boxes]

    def check_size(self) -> None:
        """Raise ValueError if the figure is not as large as its first frame."""
        width, height = self.figure.canvas.get_width_height(physical=True)
        if self.sheet.picture.shape != (height, width):
            raise ValueError("the figure's size changed: all frames must have the same")

    def release(self) -> None:
        """Give the figure back as it was."""
        self.watch.release()
