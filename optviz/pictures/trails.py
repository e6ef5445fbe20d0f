"""What moves in one view: every run's trail up to a step, and the heads above all of them."""

from collections.abc import Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes

from optviz.look import LOOK
from optviz.pictures.heads import Heads
from optviz.pictures.lines import Line
from optviz.pictures.marks import HEADS, TRAIL_WIDTH, reach
from optviz.pictures.strand import GHOST, Strand
from optviz.pictures.theme import Pen
from optviz.pictures.trail import ABOVE, Trail

RIM: float = LOOK["trail"]["rim"]  # pixels round a trail, at both sides together


class Trails:
    """The artists of one view.

    Attributes:
        strands: what they show.
        lines: one for each strand.
        heads: above the lines.
        artists: all of them, in the order in which they lie on each other.
    """

    def __init__(
        self,
        axes: Axes,
        strands: Sequence[Strand],
        pen: Pen,
        radius: float,
        drawn: str | None = None,
    ) -> None:
        """Strands in the data coordinates of `axes`; `radius` of their heads in pixels.

        `drawn` is how `Trail` has it; as the pen's style if it is None.
        """
        self.axes, self.pen, self.radius = axes, pen, radius
        self.drawn = drawn or pen.style.trails
        self.strands = strands
        self.lines = [self._line(each) for each in strands]
        self.hidden = [self._hidden(each, each.hidden) for each in strands if each.hidden]
        averages = [
            (self._average(line, each.average), each.average)
            for line, each in zip(self.lines, strands, strict=True)
            if each.average
        ]
        self.heads = Heads(axes, self.lines, strands, averages, pen, radius)
        thin = [line for line, _ in averages]
        self.artists: list[Artist] = [*self.hidden, *self.lines, *thin, self.heads]

    @property
    def fan(self) -> bool:
        """Whether heads that would cover each other stand side by side, as suits a still."""
        return self.heads.fan

    @fan.setter
    def fan(self, fan: bool) -> None:
        self.heads.fan = fan
        self.heads.stale = True

    def add_to_axes(self, step: int) -> None:
        """Put them into the axes, as they are at a step."""
        for each in self.artists:
            if isinstance(each, Trail):
                each.step = step
                self.axes.add_line(each)
            else:
                self.axes.add_artist(each)

    def lay(self, strands: Sequence[Strand]) -> None:
        """Take the same runs as they are seen from elsewhere."""
        self.strands = strands
        for line, strand in zip(self.lines, strands, strict=True):
            line.lay(strand.seen)
        behind = [strand.hidden for strand in strands if strand.hidden]
        for line, hidden in zip(self.hidden, behind, strict=True):
            line.lay(hidden)
        averages = [strand.average for strand in strands if strand.average]
        thin = [line for line, _ in self.heads.averages]
        for line, average in zip(thin, averages, strict=bool(averages)):
            line.lay(average.seen)
        self.heads.lay(strands, averages)

    def _line(self, strand: Strand) -> Trail:
        """A run's trail; the marker is its head's."""
        pen, style = self.pen, strand.style
        return Trail(
            strand.seen,
            (pen.theme.rim, pen.points(RIM)),
            self.drawn,
            marker=HEADS[style.marker],
            markersize=2 * pen.points(self.radius) * reach(style.marker),
            markeredgewidth=0,
            label=pen.style.label_of(strand.name) or None,
            **self._look(strand),
        )

    def _hidden(self, strand: Strand, line: Line) -> Trail:
        """What of it is behind a hill."""
        return Trail(
            line,
            None,
            self.drawn,
            label="_hidden",
            **self._look(strand, alpha=GHOST, zorder=ABOVE - 0.1),
        )

    def _average(self, of: Trail, strand: Strand) -> Trail:
        """A thin line, which goes when the run's own does."""
        rim = self.pen.theme.rim, self.pen.points(RIM)
        width = self.pen.points(TRAIL_WIDTH / 2)
        look = self._look(strand, linewidth=width, zorder=ABOVE + 0.1)
        made = Trail(strand.seen, rim, label=f"_average of {of.get_label()}", **look)
        of.beside.append(made)
        return made

    def _look(self, strand: Strand, **other: Any) -> dict[str, Any]:
        pen, style = self.pen, strand.style
        return {
            "color": pen.theme.colour_of(style),
            "linewidth": pen.points(TRAIL_WIDTH),
            "linestyle": (0, style.dash) if style.dash else "-",
            "dash_capstyle": "butt",
            "dash_joinstyle": "round",
            "solid_capstyle": "butt",
            "solid_joinstyle": "round",
            "transform": self.axes.transData,
            "clip_box": self.axes.bbox,
            **other,
        }
