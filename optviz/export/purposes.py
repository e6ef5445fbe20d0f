"""What people want a file for, and the formats and sizes that suit it, the usual ones first."""

from dataclasses import dataclass

from optviz.export.formats import FORMATS
from optviz.pictures.sizes import SIZES, size_of

SCREEN = ("800x600", "400x300")  # the usual size, and a small one
PAPER = tuple(name for name in SIZES if size_of(name).printed)
CHAT = "2MB"  # what chat programs show at once, without a click


@dataclass(frozen=True)
class Purpose:
    """What a file is for.

    Attributes:
        name: as people call it.
        formats: by suffix.
        sizes: as `size_of` reads them.
        max_bytes: of films, as `FilmOptions` has it; None for any number.
    """

    name: str
    formats: tuple[str, ...]
    sizes: tuple[str, ...]
    max_bytes: str | None = None


PURPOSES = {
    "web": Purpose(
        "Web", ("gif", "webp", "html", "mp4", "webm", "svg", "png"), (*SCREEN, "column", "square")
    ),
    "slide": Purpose("Slide", ("mp4", "gif", "png", "svg"), ("full-hd", "slide", *SCREEN)),
    "paper": Purpose("Paper", ("pdf", "svg", "png"), PAPER),
    "chat": Purpose("Chat", ("gif", "mp4", "png"), ("square", *SCREEN, "story"), CHAT),
    "any": Purpose("Anything", tuple(FORMATS), (*SCREEN, *SIZES)),
}
