"""A race from above, in one axes."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from optviz.pictures.marks import HEAD_RADIUS
from optviz.pictures.theme import Pen
from optviz.pictures.top_view import draw_standing, top_view_strands
from optviz.pictures.trails import Trails
from optviz.race import Race
from optviz.style import RunStyle


def draw_race(axes: Axes, race: Race, styles: Sequence[RunStyle], pen: Pen) -> Trails:
    """The surface and the start; what moves is still to be added to the axes."""
    draw_standing(axes, race.surface, race.start, pen)
    return Trails(axes, top_view_strands(race.surface, race.runs, styles), pen, HEAD_RADIUS)
