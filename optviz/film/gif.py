"""GIF: one palette, changed rectangles, exact delays.

Source: Graphics Interchange Format, version 89a, CompuServe, 1990; Netscape's loop block.
"""

from collections.abc import Iterator
from os import PathLike
from struct import pack
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from optviz.film.drawn import Drawn, drawn
from optviz.film.film import Film
from optviz.film.palette import MOST as MOST_COLOURS
from optviz.film.palette import TRANSPARENT, Palette, palette_of
from optviz.film.rectangle import Corner
from optviz.film.ticks import (
    SHORTEST,
    Progress,
    Showing,
    check_film,
    check_loop,
    portions,
)

PER_SECOND = 100
LEAST = round(SHORTEST * PER_SECOND)
MOST = 65535

# A pixel that changes nothing, for what is shown longer than one delay can say.
WAITING = (Corner(0, 0), np.full((1, 1), TRANSPARENT, np.uint8))


def write_gif(
    film: Film,
    path: str | PathLike[str],
    loop: int = 0,
    progress: Progress | None = None,
    colours: int = MOST_COLOURS,
) -> None:
    """Write a film as an animated GIF that plays at the film's speed.

    Pixels are exact if the film has at most so many colours, else the nearest of one palette. A
    frame shorter than 2 hundredths of a second, which browsers would show for 10, gives its time to
    the next.

    Args:
        film: at least one frame, at most 65,535 pixels wide and high.
        path: where the file is written.
        loop: how often it is played, 0 for ever.
        progress: called as progress(done, total) with counts of frames; may raise to cancel.
        colours: at most, 2 to 255; fewer make a smaller file.

    Raises:
        ValueError: a film without frames or with transparent ones, or a loop or number of colours
            that cannot be written.
    """
    check_film(film, opaque=True)
    check_loop(loop)
    if not 2 <= colours <= MOST_COLOURS:
        raise ValueError(f"colours = {colours} is not possible: give 2 to {MOST_COLOURS}")
    total = len(film.frames)
    if progress:
        progress(0, total)
    palette = palette_of(film, colours)
    with open(path, "wb") as file:
        file.write(head(film.size, palette, loop))
        for picture in pictures(film, palette):
            first, *more = portions(picture.ticks, LEAST, MOST)
            file.write(image(picture.corner, picture.pixels, first))
            for part in more:
                file.write(image(*WAITING, part))
            if progress:
                progress(picture.done, total)
        file.write(b";")


def pictures(film: Film, palette: Palette) -> Iterator[Drawn]:
    """Every picture in rows of the palette; what looks the same in it is no picture of its own."""
    shown = palette.rows(film.first)
    flat = shown.ravel()

    def changes(showing: Showing, done: int) -> tuple[NDArray[np.intp], NDArray[np.uint8]]:
        rows = palette.rows(showing.colours)
        seen = rows != flat[showing.places]
        # In merged frames a position may change and change back: then the order decides.
        if done == 0 or showing.done - done > 1:
            seen[:] = True
        return showing.places[seen], rows[seen]

    return drawn(film, shown, changes, PER_SECOND, LEAST)


def head(size: tuple[int, int], palette: Palette, loop: int) -> bytes:
    """Everything before the first picture."""
    bits = max(1, (len(palette.rgb) - 1).bit_length())
    colours = palette.rgb.tobytes().ljust(3 << bits, b"\0")
    screen = pack("<HHBBB", *size, 0x80 | (bits - 1) << 4 | (bits - 1), TRANSPARENT, 0)
    # A file without the block is played once; the block says how often it is repeated.
    again = b"" if loop == 1 else b"!\xff\x0bNETSCAPE2.0" + pack("<BBHB", 3, 1, max(loop - 1, 0), 0)
    return b"GIF89a" + screen + colours + again


def image(corner: Corner, rows: NDArray[Any], ticks: int) -> bytes:
    """One picture: its delay, its place and its pixels; it stays when the next is laid over it."""
    height, width = rows.shape
    stay, transparent = 1 << 2, 1
    control = pack("<BBBBHBB", 0x21, 0xF9, 4, stay | transparent, ticks, TRANSPARENT, 0)
    place = pack("<BHHHHB", 0x2C, *corner, width, height, 0)
    bits = max(2, int(rows.max()).bit_length())
    # Pillow's encoder "gif" takes the bits of a pixel and whether rows are interlaced.
    pixels = Image.fromarray(rows).tobytes("gif", "L", bits, 0)
    return control + place + bytes([bits]) + pixels + b"\0"
