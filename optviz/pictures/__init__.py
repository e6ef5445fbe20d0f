"""Races, sweeps and basin maps as matplotlib figures."""

from optviz.pictures.basins.basin_picture import AtlasPicture
from optviz.pictures.composition import CHARTS, SIZES, VIEWS, Composition
from optviz.pictures.heatmap.heatmap import HeatPicture
from optviz.pictures.outcomes import MEASURES, BasinComposition, SweepComposition
from optviz.pictures.picture import Picture
from optviz.pictures.race.drawing import Drawing
from optviz.pictures.sweep.rate_curves import CurvesPicture
from optviz.pictures.theme import THEMES

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
