"""Races, sweeps and basin maps as matplotlib figures."""

from optviz.draw.atlas import AtlasPicture
from optviz.draw.composition import CHARTS, SIZES, VIEWS, Composition
from optviz.draw.curves import CurvesPicture
from optviz.draw.drawing import Drawing
from optviz.draw.heat import HeatPicture
from optviz.draw.outcomes import MEASURES, BasinComposition, SweepComposition
from optviz.draw.picture import Picture
from optviz.draw.theme import THEMES

__all__ = [
    "CHARTS",
    "MEASURES",
    "SIZES",
    "THEMES",
    "VIEWS",
    "AtlasPicture",
    "BasinComposition",
    "Composition",
    "CurvesPicture",
    "Drawing",
    "HeatPicture",
    "Picture",
    "Shown",
    "SweepComposition",
    "picture_of",
]

Shown = Composition | SweepComposition | BasinComposition


def picture_of(shown: Shown) -> Picture:
    """A composition of any kind, drawn."""
    if isinstance(shown, Composition):
        return Drawing(shown)
    if isinstance(shown, BasinComposition):
        return AtlasPicture(shown)
    return (CurvesPicture if len(shown.sweep.swept) == 1 else HeatPicture)(shown)
