"""A race as a matplotlib figure: contours, the surface in space, the accuracy or loss below."""

from optviz.draw.composition import CHARTS, SIZES, VIEWS, Composition
from optviz.draw.drawing import Drawing
from optviz.draw.theme import THEMES

__all__ = ["CHARTS", "SIZES", "THEMES", "VIEWS", "Composition", "Drawing"]
