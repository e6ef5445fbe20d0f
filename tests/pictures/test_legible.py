"""What is written and drawn can be seen: contrasts, and runs that are told apart in grey.

Text has a contrast of 4.5 to 1 against all that is behind it (WCAG 2.2, criterion 1.4.3). On a
picture of 400 pixels heads and dashes are told apart without their colours.
"""

from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

from optviz.film.render import hidden
from optviz.pictures.kinds import kind_of
from optviz.pictures.layout import scale_of
from optviz.pictures.lines import cut
from optviz.pictures.marks import HEAD_RADIUS
from optviz.pictures.picture import Picture
from optviz.pictures.strand import Strand
from optviz.pictures.theme import DPI, THEMES, Pen
from optviz.pictures.trails import Trails
from optviz.race import race
from optviz.scenes import SCENES
from optviz.style import SPARE_STYLES, STYLES, RunStyle, contrast
from tests.support.studies import basin_map, rate_sweep, swept_pair

Array = NDArray[np.float64]

SMALL = (400, 300)  # pixels, the picture
SIDE = 120  # of it, what is looked at here
MIDDLE = SIDE / 2
ANGLES = np.radians([0, 17, 45, 118])
OFFSETS = [0.0, 0.3, 0.6]  # of a pixel
LAGS = 48  # pixels along a trail over which its pattern comes again
BLACK = "#000000"
TEXT = 4.5  # of contrast, at least

MOONS = SCENES["noisy_moons"]
SUBJECTS: dict[str, tuple[Callable[[], Any], dict[str, Any]]] = {
    "from above": (lambda: SCENES["beale"], {}),
    "in space": (lambda: SCENES["saddle_point"], {"views": ("above", "space")}),
    "chart": (lambda: MOONS, {}),
    "cloud": (lambda: SCENES["beale"], {"cloud": "disc:50"}),
    "seeds": (lambda: race("noisy_moons", seeds=range(4)), {}),
    "sweep": (lambda: rate_sweep("beale"), {}),
    "heat map": (lambda: swept_pair("beale"), {}),
    "basins": (lambda: basin_map("himmelblau"), {}),
}


def axes_of() -> Axes:
    """A white part of the picture, whose data are its pixels."""
    figure = Figure((SIDE / DPI, SIDE / DPI), dpi=DPI)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, SIDE), ylim=(0, SIDE))
    axes.set_axis_off()
    return axes


def drawn(style: RunStyle, points: Array) -> Array:
    """(SIDE, SIDE) the grey, from 0 to 1 for ink, of one black run through these points."""
    axes, pen = axes_of(), Pen(THEMES["light"], scale_of(SMALL))
    low, high = np.full(2, -99.0), np.full(2, SIDE + 99.0)
    black = RunStyle(BLACK, BLACK, style.dash, style.marker)
    strand = Strand(black, cut(points, low, high), points)
    Trails(axes, [strand], pen, HEAD_RADIUS).add_to_axes(len(points) - 1)
    canvas: Any = FigureCanvasAgg(axes.figure)  # type: ignore[arg-type]
    canvas.draw()
    grey: Array = 1 - np.asarray(canvas.buffer_rgba())[::-1, :, :3].mean(axis=-1) / 255
    return grey


def head_of(style: RunStyle, across: float, up: float) -> Array:
    """A head alone, so far from a pixel's middle."""
    return drawn(style, np.array([[MIDDLE + across, MIDDLE + up]]))


def rhythm(style: RunStyle, angle: float, begin: float) -> Array:
    """How a trail of this angle looks like itself, moved so many pixels along."""
    way = np.array([np.cos(angle), np.sin(angle)])
    grey = drawn(style, np.array([MIDDLE - (70 + begin) * way, MIDDLE + 90 * way]))
    along = np.arange(-45, 45, 0.5)
    x, y = (MIDDLE + along[:, None] * way).T - 0.5
    ink = map_coordinates(grey, [y, x], order=1)
    level = ink.mean()
    ink = ink - level
    found = [float(np.mean(ink[lag:] * ink[: len(ink) - lag])) for lag in range(0, 2 * LAGS, 1)]
    return np.array([level, *found])


def confused(samples: dict[str, list[Array]]) -> list[tuple[str, str]]:
    """Which are most like another one, of which they are not a sample."""
    every = [(name, each) for name, found in samples.items() for each in found]
    wrong = []
    for k, (name, one) in enumerate(every):
        others = [each for i, each in enumerate(every) if i != k]
        nearest, _ = min(others, key=lambda other: float(((other[1] - one) ** 2).sum()))
        if nearest != name:
            wrong.append((name, nearest))
    return wrong


def test_heads_are_told_apart_in_grey() -> None:
    samples = {
        style.marker: [head_of(style, *at) for at in product(OFFSETS, OFFSETS)]
        for style in STYLES.values()
    }
    assert confused(samples) == []


@pytest.mark.parametrize("styles", [tuple(STYLES.values()), SPARE_STYLES], ids=["seven", "spare"])
def test_dashes_are_told_apart_in_grey(styles: tuple[RunStyle, ...]) -> None:
    samples = {
        str(style.dash): [rhythm(style, *each) for each in product(ANGLES, OFFSETS)]
        for style in styles
    }
    assert confused(samples) == []


def test_what_is_alike_is_confused() -> None:
    sgd, adam = STYLES["SGD"], STYLES["Adam"]
    samples = {
        "one": [head_of(sgd, 0, 0)],
        "other": [head_of(sgd, 0, 0)],
        "adam": [head_of(adam, 0, 0)],
    }
    assert ("one", "other") in confused(samples)


def words_of(picture: Picture) -> list[Text]:
    """All texts that are seen."""
    texts = picture.figure.findobj(Text)
    return [each for each in texts if each.get_visible() and each.get_text().strip()]


def pixels_of(picture: Picture) -> NDArray[np.uint8]:
    """(height, width, 3) as it is drawn now, the lowest row first, as matplotlib counts."""
    canvas: Any = picture.figure.canvas
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[::-1, :, :3].copy()


def part_of(box: Bbox) -> tuple[slice, slice]:
    """The rows and columns of pixels that a box touches."""
    (left, low), (right, high) = np.floor(box.p0).astype(int), np.ceil(box.p1).astype(int)
    return slice(max(low, 0), high), slice(max(left, 0), right)


IN_COLOURS = ("cloud", "basins")  # there are no greys of these


@pytest.mark.parametrize(
    ("name", "theme"),
    [
        (name, theme)
        for name, theme in product(SUBJECTS, ("light", "dark", "print"))
        if theme != "print" or name not in IN_COLOURS
    ],
)
def test_words_stand_out_from_what_is_behind_them(name: str, theme: str) -> None:
    make, options = SUBJECTS[name]
    subject = make()
    kind = kind_of(subject)
    picture = kind.draw(kind.compose(subject, kind.options(theme=theme, **options)))
    picture.show(0)
    if name != "basins":  # whose letters stand on what moves
        for each in picture.moving:
            each.set_visible(False)
    written = pixels_of(picture)
    words = words_of(picture)
    parts = [part_of(each.get_window_extent()) for each in words]
    with hidden(words):
        bare = pixels_of(picture)
    assert len(words) > 5
    for text, part in zip(words, parts, strict=True):
        inked = (written[part] != bare[part]).any(axis=-1)
        behind = np.unique(bare[part][inked], axis=0)
        colour = to_hex(text.get_color())
        least = min((contrast(colour, "#" + bytes(each).hex()) for each in behind), default=TEXT)
        assert least >= TEXT, text.get_text()
