"""What can be chosen of every picture: its title, its size, and whether it is light or dark."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from optviz.pictures.figure_style import NONE, USUAL, Style
from optviz.pictures.sizes import COARSEST, FINEST, Size, size_of
from optviz.pictures.theme import THEMES
from optviz.words import Words


@dataclass(frozen=True, kw_only=True)
class PictureOptions:
    """What can be chosen of every picture.

    Attributes:
        title: above the picture; each kind of picture has its own if this is None, and "" is none.
        size: width and height in pixels, or as `size_of` reads it: "85mm", "ieee-column", "story".
        dpi: pixels an inch. 300 if this is None and the size is one on paper; 100 for pixels, but
            where an upright video fills a phone. In SVG and PDF it is that of the ground's colours,
            250 if not given.
        theme: "light", "dark"; "transparent", which is light without paper; or "print", in greys,
            where dash and marker alone tell optimizers apart. None for what is usual: a picture is
            light, a page is as the page around it or the system.
        style: colours, legend, language and all else that figures have in common.
    """

    title: str | None = None
    size: tuple[int, int] | str = (800, 600)
    dpi: float | None = None
    theme: str | None = None
    style: Style = USUAL

    @property
    def say(self) -> Words:
        """What is written in the picture."""
        return self.style.say

    @property
    def titled(self) -> bool:
        """Whether the picture has a title."""
        return self.title != ""

    def title_or(self, own: str) -> str:
        """The title that was chosen, or the kind's own where none was."""
        return own if self.title is None else self.title

    @property
    def measured(self) -> Size:
        """The size that is meant."""
        return size_of(self.size)

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of what is drawn on, in hundredths of an inch."""
        return self.measured.sheet(self.dpi)

    @property
    def dots(self) -> float:
        """Pixels an inch of what is made of them."""
        return self.measured.dots(self.dpi)

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of what is made of pixels."""
        return self.measured.pixels(self.dpi)

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something cannot be drawn."""
        if self.title is not None and not isinstance(self.title, str):
            raise ValueError(f"title = {self.title!r} is not possible: give words, or none")
        if self.title:
            from optviz.pictures.fonts import families  # noqa: PLC0415, a second of matplotlib

            families(self.title)  # which refuses what no font has
        check_size(self.size, self.dpi)
        if self.theme is not None:
            choose("theme", self.theme, THEMES)
        if not isinstance(self.style, Style):
            raise ValueError(
                f"style = {self.style!r} is no style: give one, as Style(notes='none')"
            )
        if self.theme == "print":
            for name in ("colour", "colours"):
                if getattr(self.style, name) not in ({}, None, NONE):
                    raise ValueError(f"{name} has no effect on paper for print: leave it out")


class Composition(Protocol):
    """What is drawn, and how: each kind of picture has a class of its own for it."""

    @property
    def options(self) -> PictureOptions:
        """What was chosen."""

    @property
    def steps(self) -> int:
        """The last step that the picture can show."""


def check_size(size: object, dpi: Any) -> None:
    """Raise ValueError, with a sentence, unless a picture can have such a size."""
    measured = size_of(size)
    number = isinstance(dpi, int | float) and not isinstance(dpi, bool)
    if dpi is not None and not (number and COARSEST <= dpi <= FINEST):
        raise ValueError(
            f"dpi = {dpi!r} is not possible: give {COARSEST} to {FINEST} pixels an inch"
        )
    measured.check(dpi)


def choose(name: str, value: object, choices: Iterable[str]) -> None:
    """Raise ValueError unless the value is one of the choices."""
    if value not in tuple(choices):
        raise ValueError(f"{name} = {value!r} is not possible: give {' or '.join(choices)}")
