"""A race over a hyper-parameter as a matplotlib figure: each step shows the race at a value."""

from matplotlib.artist import Artist

from optviz.endings import early_word
from optviz.pictures.figure_style import NONE
from optviz.pictures.frame import frame_surface
from optviz.pictures.labels import draw_header
from optviz.pictures.layout import AXES, Layout, arrange
from optviz.pictures.legend import COUNTED, LegendLines, Named, draw_legend, entry_lines
from optviz.pictures.marks import HEAD_RADIUS, marks_text
from optviz.pictures.noted import origin_noted, settings_noted
from optviz.pictures.over.composition import OverComposition
from optviz.pictures.over.value import Value
from optviz.pictures.picture import Picture
from optviz.pictures.strand import Strand
from optviz.pictures.top_view import draw_standing, top_view_strands
from optviz.pictures.trails import Trails
from optviz.race_words import conditions
from optviz.style import SYMBOLS


class OverPicture(Picture):
    """A race over a hyper-parameter, drawn.

    Attributes:
        composition: what it shows.
        trails: of the race at a value, from the start to the last step.
    """

    def __init__(self, composition: OverComposition) -> None:
        self.composition, self.over = composition, composition.over
        self.styles = composition.options.style.looks(self.over.entrants)
        self.layout = over_layout(composition)
        super().__init__(composition)
        self.show(self.steps)

    def show(self, step: float) -> None:
        """Show the race at a value, by its place."""
        place = int(min(step, self.steps))
        self.trails.lay(self._strands(place))
        for artist in self.counted:
            artist.step = place  # type: ignore[attr-defined]
            artist.stale = True

    def fan_out(self) -> None:
        """Let heads that would cover each other stand beside the points that they mark."""
        self.trails.fan = True

    def draw(self) -> None:
        """Header, legend and the view from above."""
        over, where, race = self.over, self.layout, self.over.race
        say, name = self.pen.say, SYMBOLS.get(over.name, over.name)
        words = conditions(race.surface, race.start, race.steps, race.seed, say)
        said = [words, say("over.each", name=name), marks_text(race.surface, self.pen.style)]
        title = say("over.title", surface=say.name(race.surface.name), name=name)
        title = self.composition.options.title_or(title)
        draw_header(self.figure, title, "; ".join(filter(None, said)), where.header, self.pen)
        named = legend_of(self.composition)
        draw_legend(self.figure, named, where, self.pen)
        axes = self.axes_at(where.views[0].inside(*(each * where.scale for each in AXES)))
        frame_surface(axes, race.surface, self.pen)
        draw_standing(axes, race.surface, race.start, self.pen)
        self.trails = Trails(axes, self._strands(0), self.pen, HEAD_RADIUS)
        self.trails.add_to_axes(race.steps)
        self.moving += self.trails.artists
        values = [say.short(float(each)) for each in over.values]
        self.counted: list[Artist] = [Value(self.figure, where.header, self.pen, name, values)]
        if where.detailed and self.pen.style.legend != NONE:
            self.counted.append(LegendLines(self.figure, named, where, self.pen, self._losses))
        for artist in self.counted:
            self.figure.add_artist(artist)
        self.moving += self.counted

    def _strands(self, place: int) -> list[Strand]:
        return top_view_strands(self.over.surface, self.over.runs[place], self.styles)

    def _losses(self, place: int) -> list[str]:
        """How each run at a value has ended, for the legend."""
        say = self.pen.say
        early = early_word(self.over.surface, say)
        return [
            say("over.loss", loss=say.short(float(run.loss[-1])))
            if run.last == self.over.race.steps
            else say("over.early", early=early, step=run.last + 1)
            for run in self.over.runs[place]
        ]


def legend_of(composition: OverComposition) -> list[Named]:
    """Each optimizer; settings without the one that varies, and room for how a run has ended."""
    over, style = composition.over, composition.options.style
    looks = style.looks(over.entrants)
    whole, rest = (settings_noted(over.entrants, style, each) for each in ((), (over.name,)))
    named = []
    for k, (entrant, varies) in enumerate(zip(over.entrants, over.varied, strict=True)):
        details = tuple(filter(None, (rest if varies else whole)[k]))
        note = "" if varies else origin_noted(entrant, style)
        named.append(Named(style.label_of(entrant.name), looks[k], note, (*details, COUNTED)))
    return named


def over_layout(composition: OverComposition) -> Layout:
    """Where everything stands on the picture."""
    options = composition.options
    entries, legend = entry_lines(legend_of(composition)), options.style.legend
    return arrange(options.sheet, entries, 1, chart=False, titled=options.titled, legend=legend)
