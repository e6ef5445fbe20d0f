"""The pen for axes of any figure: colours, widths and type as matplotlib's settings have them."""

from dataclasses import replace

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb, to_rgba

from optviz.pictures.figure_style import USUAL, Style
from optviz.pictures.frame import NAME
from optviz.pictures.marks import TRAIL_WIDTH
from optviz.pictures.theme import DPI, THEMES, Pen, Theme, with_ground
from optviz.style import contrast

LEGIBLE = 4.5  # to 1: the least contrast of words (WCAG 2.2, criterion 1.4.3)
CLEAR = 0.5  # opacity below which paper is not what a colour is seen on


def pen_for(axes: Axes, style: Style = USUAL) -> Pen:
    """What fits axes and the style that is in use.

    Trails are as wide as `lines.linewidth` and marks grow with them; type goes by `font.size` and
    `font.family`; ink is `text.color`, as far as it is read on the ground; paper is what the axes
    stand on, and tells whether all is light or dark.
    """
    given = mpl.rcParams
    return Pen(
        with_ground(theme_for(paper_of(axes), to_hex(given["text.color"])), style),
        scale=given["lines.linewidth"] / (TRAIL_WIDTH * 72 / DPI),
        type_scale=given["font.size"] / (NAME * 72 / DPI),
        family=tuple(given["font.family"]),
        style=style,
    )


def paper_of(axes: Axes) -> str:
    """The colour on which axes stand, #rrggbb: their own, else their figure's, else of a page."""
    figure = axes.get_figure(root=True)
    assert figure is not None
    for colour in (axes.get_facecolor(), figure.get_facecolor()):
        if to_rgba(colour)[3] > CLEAR:
            return to_hex(colour)
    ink = to_hex(mpl.rcParams["text.color"])  # a transparent figure is laid on what its words need
    return "#ffffff" if is_dark(ink) else "#000000"


def theme_for(paper: str, ink: str) -> Theme:
    """The light or the dark theme on some paper, with an ink of one's own."""
    usual = THEMES["dark" if is_dark(paper) else "light"]
    read = all(contrast(ink, each) >= LEGIBLE for each in (*usual.ground, paper))
    themed = replace(usual, paper=paper, rim=(*to_rgb(paper), usual.rim[3]))
    return replace(themed, ink=ink, soft=ink) if read else themed


def is_dark(colour: str) -> bool:
    """Whether white is seen better on it than black."""
    return contrast(colour, "#ffffff") > contrast(colour, "#000000")
