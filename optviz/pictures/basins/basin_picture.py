"""A basin map: for every optimizer a panel that shows in which minimum a run ends, from where."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text

from optviz.basin_colors import letter, shades
from optviz.endings import early_word
from optviz.pictures.basins.composition import BasinComposition
from optviz.pictures.basins.panels import HEAD, LINE, arrange_panels
from optviz.pictures.basins.regions import MOST_LETTERS, Regions, counts_at
from optviz.pictures.counter import Counter
from optviz.pictures.frame import NUMBER, style_axes
from optviz.pictures.hatching import draw_swatch
from optviz.pictures.labels import NAME, SMALL, draw_header, fitting, width_of, write
from optviz.pictures.layout import Rect, room_of, scale_of
from optviz.pictures.marks import HEAD_RADIUS, HEADS, reach
from optviz.pictures.picture import Picture
from optviz.pictures.spacing import EVEN
from optviz.pictures.theme import DPI
from optviz.race_words import seen
from optviz.studies.basins import Basins
from optviz.studies.targets import DIVERGED
from optviz.style import settings_text
from optviz.words import Words

RAMP, TALL, GAP = 46, 13, 16  # pixels: of a legend's sample, and between entries
ROW = 21  # pixels, of the legend
MOST = 8  # minima that the legend names one by one
TICK = 26  # pixels from number to number


@dataclass(frozen=True)
class Entry:
    """A sample in the legend: a minimum's shades, or a kind of hatching."""

    kind: int | str
    words: str


class BasinPicture(Picture):
    """A basin map, drawn.

    Attributes:
        composition: what it shows.
        regions: one panel for each optimizer.
        shares: below each name, how many starts have arrived where; empty without room.
    """

    def __init__(self, composition: BasinComposition) -> None:
        self.composition = composition
        self.basins = basins = composition.basins
        self.some_diverge = bool((basins.minimum == DIVERGED).any())
        self.entries = entries_of(composition)
        self.scale = scale_of(composition.options.sheet)
        rows = 1 + max(row for row, _, _ in self._flow())
        aspect = np.ptp(basins.surface.ylim) / np.ptp(basins.surface.xlim)
        self.layout = arrange_panels(
            composition.options.sheet,
            len(basins.optimizers),
            float(aspect),
            (rows * ROW + 4) * self.scale,
            composition.options.titled,
        )
        self.styles = composition.options.style.looks(basins.entrants)
        self.regions: list[Regions] = []
        self.shares: list[tuple[Text, ...]] = []
        super().__init__(composition)
        self.show(self.steps)

    def show(self, step: float) -> None:
        """Let the basins grow to a step; between two there is nothing."""
        step = int(min(step, self.steps))
        self.counter.step = step
        self.counter.stale = True
        for region in self.regions:
            region.show(step)
        for texts, counts in zip(self.shares, counts_at(self.basins, step).tolist(), strict=True):
            words = [self._arrived(counts), self._others(counts)]
            for text, line in zip(texts, words, strict=False):
                size = fitting(line, SMALL * self.scale, self._room())
                text.set(text=line, fontsize=size * 72 / DPI)

    def _arrived(self, counts: list[int]) -> str:
        """How many starts have arrived where, or how many in all where these are too many."""
        say = self.pen.say
        _, _, *arrived = say.percents(counts)
        words = ", ".join(
            say("basins.arrived", letter=letter(k), share=each) for k, each in enumerate(arrived)
        )
        if self._width_of(words) * 0.6 <= self._room():
            return words
        *_, share = say.percents([*counts[:2], sum(counts[2:])])
        places = plural(self.basins, say)
        return say("basins.all_arrived", count=len(arrived), places=places, share=share)

    def _others(self, counts: list[int]) -> str:
        """How many have not, and how many never will, where there are such."""
        say = self.pen.say
        diverged, missed, *_ = say.percents(counts)
        if not self.some_diverge:
            return say("basins.rest", share=missed)
        early = early_word(self.basins.surface, say)
        return say("basins.rest_early", early=early, diverged=diverged, share=missed)

    def draw(self) -> None:
        """Header, panels and legend."""
        basins, where, pen, say = self.basins, self.layout, self.pen, self.pen.say
        title = say("basins.title", surface=say.name(basins.surface.name))
        title = self.composition.options.title_or(title)
        axes = ", ".join(map(say.name, basins.surface.axes))
        words = say("basins.starts", columns=len(basins.x), rows=len(basins.y), axes=axes)
        words += f"; {say('conditions.steps', steps=basins.steps)}"
        words += f"; {say('basins.within', radius=say.short(basins.radius))}"
        words += seen(basins.surface, basins.seed, say)
        if basins.done < 1:
            words += f"; {say('basins.known', share=say.percent(basins.done))}"
        draw_header(self.figure, title, words, where.header, pen)
        for place in range(len(basins.optimizers)):
            self._draw_panel(place)
        self._draw_legend()
        self.counter = Counter(self.figure, where.header, pen, basins.steps)
        self.figure.add_artist(self.counter)
        self.moving.append(self.counter)

    def _draw_panel(self, place: int) -> None:
        """One optimizer: its name and its regions."""
        rect, pen = self.layout.panels[place], self.pen
        axes = self.axes_at(rect)
        style_axes(axes, ("", ""), pen)
        axes.tick_params(labelsize=pen.points(NUMBER * 0.9), length=pen.points(3))
        self.regions.append(Regions(axes, self.basins, place, pen))
        self._number_axes(axes, place)
        self.moving += self.regions[-1].moving
        self._draw_words(place)

    def _number_axes(self, axes: Axes, place: int) -> None:
        """Numbers along the axes of panels that have no other below or to the left."""
        where, surface = self.layout, self.basins.surface
        rect = where.panels[place]
        first, last = place % where.columns == 0, place + where.columns >= len(where.panels)
        for axis, limits, length in (
            (axes.xaxis, surface.xlim, rect.width),
            (axes.yaxis, surface.ylim, rect.height),
        ):
            most = int(length / (TICK * self.scale))
            EVEN.number_axis(axis, limits, most, self.pen.say)
        axes.tick_params(labelbottom=last, labelleft=first)

    def _draw_words(self, place: int) -> None:
        """Above a panel, as far as there is room: name, settings, shares."""
        where, pen, scale = self.layout, self.pen, self.scale
        rect = where.panels[place]
        top = rect.top - (HEAD + LINE * where.lines) * scale
        self._draw_name(place, rect.left, top + HEAD / 2 * scale)
        lines = [top + (HEAD + LINE * (k + 0.4)) * scale for k in range(where.lines)]
        size, soft = SMALL * scale, pen.theme.soft
        if where.lines == 3:
            words = settings_text(self.basins.optimizers[place], say=pen.say)
            fits = fitting(words, size, self._room())
            write(self.figure, (rect.left, lines.pop(0)), words, fits, soft, style="italic")
        texts = tuple(write(self.figure, (rect.left, line), "", size, soft) for line in lines)
        self.shares.append(texts)
        self.moving += texts

    def _draw_name(self, place: int, left: float, line: float) -> None:
        """An optimizer's head and name."""
        pen, style = self.pen, self.styles[place]
        width, height = self.figure.get_size_inches() * DPI
        radius = HEAD_RADIUS * self.scale
        self.figure.add_artist(
            Line2D(
                [(left + radius) / width],
                [1 - line / height],
                linestyle="",
                marker=HEADS[style.marker],
                markersize=2 * pen.points(HEAD_RADIUS) * reach(style.marker),
                markerfacecolor=pen.theme.colour_of(style),
                markeredgewidth=0,
            )
        )
        words = pen.style.label_of(self.basins.entrants[place].name)
        room = self._room() - 2 * radius - 6 * self.scale
        size = fitting(words, NAME * self.scale, room, weight="bold")
        at = left + 2 * radius + 5 * self.scale, line
        write(self.figure, at, words, size, pen.theme.ink, weight="bold")

    def _room(self) -> float:
        """Pixels of width for words above a panel."""
        panels = self.layout.panels
        if self.layout.columns > 1 and len(panels) > 1:
            return panels[1].left - panels[0].left - 8 * self.scale
        return self.layout.header.right - panels[0].left

    def _width_of(self, words: str) -> float:
        """Of small type, in pixels."""
        return width_of(words, SMALL * self.scale)

    def _flow(self) -> list[tuple[int, float, float]]:
        """Row, left border and size of type of every entry of the legend."""
        room, scale = room_of(self.composition.options.sheet), self.scale
        places, row, left = [], 0, 0.0
        for entry in self.entries:
            sample = (RAMP + 6) * scale if entry.kind != "" else 0
            size = fitting(entry.words, SMALL * scale, room.width - sample)
            wide = sample + width_of(entry.words, size) * 1.05
            if left and left + wide > room.width:
                row, left = row + 1, 0.0
            places.append((row, left, size))
            left += wide + GAP * scale
        return places

    def _draw_legend(self) -> None:
        """Samples of all shades and hatches, as many in a row as there is room for."""
        legend, scale = self.layout.legend, self.scale
        for entry, (row, along, size) in zip(self.entries, self._flow(), strict=True):
            line = legend.top + (row * ROW + ROW / 2 + 4) * scale
            left = legend.left + along
            rect = Rect(left, line - TALL / 2 * scale, RAMP * scale, TALL * scale)
            if isinstance(entry.kind, int):
                axes = self.axes_at(rect)
                axes.imshow(shades(entry.kind, np.linspace(0, 1, 32))[None], aspect="auto")
                axes.set_axis_off()
            elif entry.kind:
                draw_swatch(self.figure, rect, entry.kind, self.pen)
            words = left + ((RAMP + 6) * scale if entry.kind != "" else 0)
            write(self.figure, (words, line), entry.words, size, self.pen.theme.ink)


def entries_of(composition: BasinComposition) -> list[Entry]:
    """What the legend says."""
    basins, say = composition.basins, composition.options.say
    return [
        *places_of(basins, say),
        Entry("", say("basins.speed", steps=basins.steps)),
        Entry("diverged", early_word(basins.surface, say)),
        Entry("missed", missed_words(basins, say)),
    ]


def missed_words(basins: Basins, say: Words) -> str:
    """What starts are that have arrived nowhere."""
    if basins.surface.unlisted:
        return say("basins.missed_these", places=plural(basins, say))
    return say("basins.missed")


def places_of(basins: Basins, say: Words) -> list[Entry]:
    """An entry for each minimum, or one for all where these are many."""
    count = len(basins.minima)
    if count <= MOST:
        return [Entry(k, named_place(basins, k, say)) for k in range(count)]
    key = "basins.turns_lettered" if count <= MOST_LETTERS else "basins.turns"
    return [Entry(0, say(key, last=letter(count - 1), count=count, places=plural(basins, say)))]


def named_place(basins: Basins, kind: int, say: Words) -> str:
    """A minimum's letter, and where it is."""
    return say("basins.place", letter=letter(kind), place=place_text(basins, kind, say))


def plural(basins: Basins, say: Words) -> str:
    """What a map's places to end in are, in a word."""
    if not basins.valleys:
        return say("basins.minima")
    mixed = basins.valleys < len(basins.minima)
    return say("basins.minima_and_valleys" if mixed else "basins.valleys")


def place_text(basins: Basins, kind: int, say: Words) -> str:
    """Where a minimum is; of a valley that it is one."""
    x, y = basins.minima[kind]
    place = say.point(float(x), float(y))
    return say("basins.through", place=place) if basins.is_valley(kind) else place
