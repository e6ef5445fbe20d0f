"""How large a picture is: in pixels, on paper, or by the name of where it goes.

All of it is drawn on a sheet that is counted in hundredths of an inch, the pixels of a screen. What
is printed, or looked at on a phone, has more pixels an inch.
"""

import re
from dataclasses import dataclass
from math import inf, nextafter
from typing import NamedTuple

from optviz.race import whole
from optviz.spec.parsing import number

SMALLEST, LARGEST = 240, 4096  # pixels, of a side
NARROWEST, WIDEST = 2.2, 40.96  # inches, of a side
MOST = 8192  # pixels of a side, of a print that is made of them
SCREEN, PRINT = 100, 300  # pixels an inch
FINEST, COARSEST = 1200, 50
PHONE, UPRIGHT, LEAST_VIDEO = 2.7, 1.5, 720  # inches across; heights for a width; pixels across
UNITS = {"in": 1.0, "cm": 2.54, "mm": 25.4, "pt": 72.0}  # in an inch
LENGTHS = re.compile(r"([\d.,e+-]+?)(?:\s*[x×]\s*([\d.,e+-]+?))?\s*(in|cm|mm|pt)")  # noqa: RUF001
PIXELS = re.compile(r"(\d+)\s*[x×]\s*(\d+)")  # noqa: RUF001
NARROW = 4.5  # inches; a figure that is narrower has its legend below and is higher
SHAPES = {True: 1.2, False: 0.75}  # of a narrow figure, and of others: height for a width


class Venue(NamedTuple):
    """How large a picture is at some place, as a size is spelled, and who says so."""

    size: str
    source: str


SIZES = {
    "slide": Venue("1280x720", "16 to 9, as slides of PowerPoint, Keynote and Beamer are"),
    "full-hd": Venue("1920x1080", "Recommendation ITU-R BT.709-6, 2015"),
    "column": Venue("640x800", "optviz: a column of a page"),
    "square": Venue("800x800", "optviz: for posts"),
    "story": Venue("1080x1920", "9 to 16, the upright video of phones"),
    "ieee-column": Venue("3.5in", "IEEE Author Center: Size Requirements for Graphics"),
    "ieee-page": Venue("7.16in", "IEEE Author Center: Size Requirements for Graphics"),
    "nature-single": Venue("89mm", "Nature: Research Figure Guide"),
    "nature-double": Venue("183mm", "Nature: Research Figure Guide"),
    "acm-column": Venue("3.337in", "acmart.cls, sigconf: 506.295 pt less 24 pt, halved"),
    "acm-page": Venue("7.005in", "acmart.cls, sigconf: 506.295 pt of 72.27 an inch"),
    "icml-column": Venue("3.25in", "ICML: Submission and Formatting Instructions"),
    "icml-page": Venue("6.75in", "ICML: Submission and Formatting Instructions"),
    "neurips": Venue("5.5in", "NeurIPS: Formatting Instructions"),
    "a4": Venue("210x297mm", "ISO 216"),
    "a4-landscape": Venue("297x210mm", "ISO 216"),
}


@dataclass(frozen=True)
class Size:
    """How large a picture is.

    Attributes:
        width: in pixels, or on paper in inches.
        height: the same.
        printed: whether these are inches.
    """

    width: float
    height: float
    printed: bool = False

    def dots(self, dpi: float | None) -> float:
        """Pixels an inch; `dpi` if it is one.

        Else 300 of what is printed, and 100 of what is on a screen. An upright video fills a
        phone, which is some 2.7 inches across.
        """
        if dpi is not None:
            return dpi
        upright = self.height >= UPRIGHT * self.width and self.width >= LEAST_VIDEO
        return PRINT if self.printed else self.width / PHONE if upright else SCREEN

    def sheet(self, dpi: float | None) -> tuple[float, float]:
        """Width and height in hundredths of an inch."""
        if self.printed:
            return self.width * SCREEN, self.height * SCREEN
        dots = self.dots(dpi)
        return across(self.width, dots), across(self.height, dots)

    def pixels(self, dpi: float | None) -> tuple[int, int]:
        """Width and height of a picture that is made of pixels."""
        dots = self.dots(dpi) if self.printed else 1
        return int(self.width * dots + 1e-6), int(self.height * dots + 1e-6)

    @property
    def words(self) -> str:
        """How large it is, for a sentence."""
        return f"{self.width:.4g} x {self.height:.4g} {'inches' if self.printed else 'pixels'}"

    def check(self, dpi: float | None) -> None:
        """Raise ValueError, with a sentence, where it cannot be drawn."""
        sheet, most = self.sheet(dpi), max(self.pixels(dpi))
        inches = " x ".join(f"{side / SCREEN:.4g}" for side in sheet)
        if min(sheet) < NARROWEST * SCREEN or max(sheet) > WIDEST * SCREEN + 1e-6:
            raise ValueError(
                f"a picture of {inches} inches is not possible: give sides of {NARROWEST:g} to "
                f"{WIDEST:g} inches"
            )
        if most > MOST:
            raise ValueError(
                f"{inches} inches with {self.dots(dpi):g} pixels each are {most:,} pixels, and "
                f"{MOST:,} are possible: give a lower dpi"
            )


def across(pixels: float, dots: float) -> float:
    """So many pixels in hundredths of an inch: never a hair less, for matplotlib rounds down."""
    sheet = pixels * (SCREEN / dots)
    while int(sheet / SCREEN * dots) < pixels:
        sheet = nextafter(sheet, inf)
    return sheet


def size_of(given: object) -> Size:
    """The size that is meant by pixels, (800, 600) or "800x600", by lengths, or by a name.

    "85x60mm" is a width and a height, in mm, cm, in or pt; "3.25in" is a width, and the height is
    what is usual: 1.2 widths where it is less than 4.5 inches, else 0.75.

    Raises:
        ValueError: it is none of these; the sentence says what is.
    """
    if isinstance(given, str):
        return spelled(given)
    if not isinstance(given, tuple | list) or len(given) != 2:
        raise ValueError(
            f"size = {given!r} is not possible: give width and height in pixels, as in (800, 600), "
            "or what is spelled as '85mm', '800x600' or 'ieee-column'"
        )
    for name, side in zip(("width", "height"), given, strict=True):
        whole(name, side, SMALLEST, LARGEST)
    return Size(*given)


def spelled(text: str) -> Size:
    """A size out of a text."""
    words = text.strip().lower()
    if words in SIZES:
        words = SIZES[words].size
    if found := PIXELS.fullmatch(words):
        return size_of((int(found[1]), int(found[2])))
    found = LENGTHS.fullmatch(words)
    if not found:
        raise ValueError(
            f"{text!r} is no size: give {', '.join(SIZES)}, pixels as in 800x600, "
            "or what it is on paper as in 85mm or 85x60mm"
        )
    width = number(found[1]) / UNITS[found[3]]
    height = number(found[2]) / UNITS[found[3]] if found[2] else width * SHAPES[width < NARROW]
    return Size(width, height, printed=True)


def size_words(size: str) -> str:
    """A size as people read it: "1280 x 720" of "slide", "3.5 in" of "ieee-column"."""
    words = SIZES[size].size if size in SIZES else size
    return re.sub(r"(?<=\d)(?=[a-z]+$)", " ", words.replace("x", " x "))
