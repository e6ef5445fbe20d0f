"""What can be chosen of every picture: its title, its size, and whether it is light or dark."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from optviz.pictures.theme import THEMES
from optviz.race import whole

SIZES = {"slide": (1280, 720), "column": (640, 800), "square": (800, 800)}
SMALLEST, LARGEST = 240, 4096  # pixels, of a side


@dataclass(frozen=True, kw_only=True)
class PictureOptions:
    """What can be chosen of every picture.

    Attributes:
        title: above the picture; each kind of picture has its own if this is None, and "" is none.
        size: width and height in pixels.
        theme: "light" or "dark"; None for what is usual: a picture is light, a page is as the page
            around it or the system.
    """

    title: str | None = None
    size: tuple[int, int] = (800, 600)
    theme: str | None = None

    @property
    def titled(self) -> bool:
        """Whether the picture has a title."""
        return self.title != ""

    def title_or(self, own: str) -> str:
        """The title that was chosen, or the kind's own where none was."""
        return own if self.title is None else self.title

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something cannot be drawn."""
        if not isinstance(self.size, tuple | list) or len(self.size) != 2:
            raise ValueError(
                f"size = {self.size!r} is not possible: give width and height in pixels"
            )
        if self.title is not None and not isinstance(self.title, str):
            raise ValueError(f"title = {self.title!r} is not possible: give words, or none")
        if self.title:
            from optviz.pictures.fonts import families  # noqa: PLC0415, a second of matplotlib

            families(self.title)  # which refuses what no font has
        for name, side in zip(("width", "height"), self.size, strict=True):
            whole(name, side, SMALLEST, LARGEST)
        if self.theme is not None:
            choose("theme", self.theme, THEMES)


class Composition(Protocol):
    """What is drawn, and how: each kind of picture has a class of its own for it."""

    @property
    def options(self) -> PictureOptions:
        """What was chosen."""

    @property
    def steps(self) -> int:
        """The last step that the picture can show."""


def choose(name: str, value: object, choices: Iterable[str]) -> None:
    """Raise ValueError unless the value is one of the choices."""
    if value not in tuple(choices):
        raise ValueError(f"{name} = {value!r} is not possible: give {' or '.join(choices)}")
