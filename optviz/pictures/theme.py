"""Ink and paper of a picture, light and dark."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from optviz.look import LOOK
from optviz.pictures.figure_style import NONE, USUAL, Style
from optviz.style import RunStyle
from optviz.words import Words

Array = NDArray[np.float64]
Colour = tuple[float, float, float, float]  # red, green, blue, opacity, each from 0 to 1

DPI = 100  # pixels an inch, so that sizes can be given in pixels


@dataclass(frozen=True)
class Light:
    """How slopes are shaded: what a colour is multiplied with, 1 being no change."""

    level: float
    contrast: float
    darkest: float
    brightest: float


@dataclass(frozen=True)
class Theme:
    """Colours of everything but the optimizers.

    Attributes:
        ink: text.
        soft: secondary text, axes.
        paper: what everything stands on.
        rim: what is laid round trails, so that they stand out from the ground and each other.
        contour: the surface's contours.
        wall: lines on the walls behind a surface in space.
        edge: edges of a surface in space.
        star: the mark on a minimum.
        areas: kinds of areas without a colour of their own -> pattern, paper and ink.
        ground: the surface's colours from its lowest point to its highest.
        light: the shading of a surface in space.
        grey: whether nothing has a hue, optimizers neither: dash and marker alone tell them apart.
        clear: whether the sheet lets through what it is laid on.
    """

    dark: bool
    ink: str
    soft: str
    paper: str
    rim: Colour
    contour: Colour
    wall: Colour
    edge: Colour
    star: str
    areas: dict[str, dict[str, str]]
    ground: tuple[str, ...]
    light: Light
    grey: bool = False
    clear: bool = False

    def colour_of(self, style: RunStyle) -> str:
        """An optimizer's colour on this paper."""
        if self.grey:
            return self.ink
        return style.dark if self.dark else style.light

    def tones(self) -> Array:
        """(256, 3) the ground's colours from low to high, red, green, blue from 0 to 1."""
        stops = np.array(
            [[int(hue[at : at + 2], 16) / 255 for at in (1, 3, 5)] for hue in self.ground]
        )
        at = np.linspace(0, len(stops) - 1, 256)
        mixed = [np.interp(at, np.arange(len(stops)), stops[:, part]) for part in range(3)]
        return np.stack(mixed, axis=-1)


def theme_of(name: str) -> Theme:
    """A theme as look.json has it."""
    given = LOOK["themes"][name]
    lines = {
        part: (*(channel / 255 for channel in given[part][:3]), given[part][3])
        for part in ("rim", "contour", "wall", "edge")
    }
    made = {"light": Light(**given["light"]), "ground": tuple(given["ground"])}
    return Theme(**given | lines | made, dark=name == "dark")


def printed(light: Theme) -> Theme:
    """The light theme in black and greys, for print."""
    black = (0.0, 0.0, 0.0)
    areas = {
        name: {**area, "paper": grey_of(area["paper"]), "ink": grey_of(area["ink"])}
        for name, area in light.areas.items()
    }
    return replace(
        light,
        ink="#000000",
        soft="#333333",
        star="#4d4d4d",
        contour=(*black, light.contour[3]),
        wall=(*black, light.wall[3]),
        edge=(*black, light.edge[3]),
        areas=areas,
        ground=tuple(grey_of(each) for each in light.ground),
        grey=True,
    )


def grey_of(colour: str) -> str:
    """A grey as bright as a colour, both #rrggbb."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + 3 * f"{round(0.2126 * red + 0.7152 * green + 0.0722 * blue):02x}"


PAGES = {name: theme_of(name) for name in LOOK["themes"]}  # which pages have, too
THEMES = {
    **PAGES,
    "transparent": replace(PAGES["light"], clear=True),
    "print": printed(PAGES["light"]),
}


def with_ground(theme: Theme, style: Style) -> Theme:
    """A theme with the ground's colours that a style has."""
    if style.colours is None:
        return theme
    if style.colours == NONE:
        return replace(theme, ground=(theme.paper, theme.paper))
    from matplotlib import colormaps, colors  # noqa: PLC0415, a second where none is asked for

    tones = colormaps[style.colours](np.linspace(0, 1, 256))
    return replace(theme, ground=tuple(colors.to_hex(each) for each in tones))


@dataclass(frozen=True)
class Pen:
    """What a picture is drawn with.

    Attributes:
        theme: its colours.
        scale: how much larger lines and marks are than on a picture of 800 x 600.
        type_scale: the same of type; None for the same number.
        family: families of fonts before optviz's own.
        style: what was chosen of everything else.
    """

    theme: Theme
    scale: float
    type_scale: float | None = None
    family: tuple[str, ...] = ()
    style: Style = USUAL

    @property
    def say(self) -> Words:
        """What is written, in the style's language."""
        return self.style.say

    def points(self, pixels: float) -> float:
        """Lengths on a picture of 800 x 600 in printer's points, as matplotlib takes them here."""
        return pixels * self.scale * 72 / DPI

    def type(self, pixels: float) -> float:
        """Sizes of type on a picture of 800 x 600 in printer's points."""
        return pixels * (self.type_scale or self.scale) * 72 / DPI
