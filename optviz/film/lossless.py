"""Animated WebP and PNG, exact to the last bit: changed rectangles, clear where nothing changes.

Sources: WebP Container Specification, Google; Portable Network Graphics Specification, third
edition, W3C, 2025, which describes animations.
"""

from collections.abc import Iterator
from io import BytesIO
from os import PathLike
from struct import pack, unpack_from
from typing import Any, BinaryIO, NamedTuple
from zlib import compressobj, crc32

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from optviz.film.drawn import drawn
from optviz.film.film import Colours, Film
from optviz.film.rectangle import Corner
from optviz.film.ticks import (
    SHORTEST,
    Progress,
    Showing,
    check_film,
    check_loop,
    portions,
)

PER_SECOND = 1000
LEAST = round(SHORTEST * PER_SECOND)
WEBP_MOST = (1 << 24) - 1
APNG_MOST = 65535

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"

# A pixel that changes nothing, for what is shown longer than one delay can say.
WAITING = (Corner(0, 0), np.zeros((1, 1), np.uint32))


def write_webp(
    film: Film, path: str | PathLike[str], loop: int = 0, progress: Progress | None = None
) -> None:
    """Write a film as an animated WebP without loss, which every browser since 2022 shows.

    A frame shorter than 20 ms gives its time to the next, as in `write_gif`.

    Args:
        film: at least one frame, at most 16,383 pixels wide and high.
        path: where the file is written.
        loop: how often it is played, 0 for ever.
        progress: called as progress(done, total) with counts of frames; may raise to cancel.

    Raises:
        ValueError: a film without frames, or a loop count that cannot be written.
    """
    check_film(film)
    check_loop(loop)
    width, height = film.size
    alpha, animated = 0x10, 0x02
    with open(path, "wb") as file:
        file.write(b"RIFF\0\0\0\0WEBP")
        sizes = three_bytes(width - 1) + three_bytes(height - 1)
        file.write(webp_chunk(b"VP8X", pack("<I", alpha | animated) + sizes))
        file.write(webp_chunk(b"ANIM", pack("<IH", 0, loop)))
        for part in parts(film, progress, WEBP_MOST, even=True):
            file.write(webp_chunk(b"ANMF", webp_frame(part)))
        length = file.tell() - 8
        file.seek(4)
        file.write(pack("<I", length))


def write_apng(
    film: Film, path: str | PathLike[str], loop: int = 0, progress: Progress | None = None
) -> None:
    """Write a film as an animated PNG; what does not know animations shows the first picture.

    A frame shorter than 20 ms gives its time to the next, as in `write_gif`.

    Args:
        film: at least one frame.
        path: where the file is written.
        loop: how often it is played, 0 for ever.
        progress: called as progress(done, total) with counts of frames; may raise to cancel.

    Raises:
        ValueError: a film without frames, or a loop count that cannot be written.
    """
    check_film(film)
    check_loop(loop)
    with open(path, "wb") as file:
        file.write(PNG_SIGNATURE)
        file.write(png_chunk(b"IHDR", pack(">IIBBBBB", *film.size, 8, 6, 0, 0, 0)))
        counted = file.tell()
        file.write(png_chunk(b"acTL", pack(">II", 0, loop)))
        frames = number = 0
        for part in parts(film, progress, APNG_MOST):
            number = write_apng_frame(file, number, part)
            frames += 1
        file.write(png_chunk(b"IEND", b""))
        file.seek(counted)
        file.write(png_chunk(b"acTL", pack(">II", frames, loop)))


class Part(NamedTuple):
    """A picture of a file.

    Attributes:
        corner: where it is laid.
        pixels: (height, width) its colours.
        ticks: how long it is shown.
        over: whether it lies over what is there, which is seen where it is clear; else it
            takes its place.
    """

    corner: Corner
    pixels: NDArray[Any]
    ticks: int
    over: bool


def parts(film: Film, progress: Progress | None, most: int, even: bool = False) -> Iterator[Part]:
    """Every picture with its time, and where that is too long to write, pixels that only wait.

    In an opaque film, colour 0 is clear: there nothing has changed.
    """
    total, opaque = len(film.frames), film.opaque
    if progress:
        progress(0, total)

    def changes(showing: Showing, done: int) -> tuple[NDArray[np.intp], Colours]:
        return showing.places, showing.colours

    first = film.first.copy()
    for each in drawn(film, first, changes, PER_SECOND, LEAST, even=even, whole=not opaque):
        begin, *more = portions(each.ticks, LEAST, most)
        yield Part(each.corner, each.pixels, begin, over=opaque)
        for ticks in more:
            yield Part(*WAITING, ticks, over=True)
        if progress:
            progress(each.done, total)


def image_of(colours: Colours) -> Image.Image:
    """The RGBA picture of these colours."""
    return Image.fromarray(bytes_of(colours))


def bytes_of(colours: Colours) -> NDArray[np.uint8]:
    """(height, width, 4) reds, greens, blues and alphas."""
    return np.ascontiguousarray(colours).view(np.uint8).reshape(*colours.shape, 4)


def three_bytes(number: int) -> bytes:
    """The number in 24 bits, the lowest byte first."""
    return pack("<I", number)[:3]


def webp_chunk(name: bytes, data: bytes) -> bytes:
    """Name, length, and data padded to an even length."""
    return name + pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def webp_frame(part: Part) -> bytes:
    """The data of one ANMF chunk; its picture is left there."""
    corner, rectangle, ticks, over = part
    height, width = rectangle.shape
    how = b"\0" if over else b"\2"
    place = b"".join(
        map(three_bytes, (corner.left // 2, corner.top // 2, width - 1, height - 1, ticks))
    )
    file = BytesIO()
    # Method 0 writes files nine times larger, methods above 1 hardly smaller ones.
    image_of(rectangle).save(file, "WEBP", lossless=True, method=1, quality=0)
    return place + how + webp_chunk(b"VP8L", webp_pixels(file.getvalue()))


def webp_pixels(file: bytes) -> bytes:
    """The lossless bit stream inside a WebP file of one picture."""
    place = 12
    while file[place : place + 4] != b"VP8L":
        (length,) = unpack_from("<I", file, place + 4)
        place += 8 + length + length % 2
    (length,) = unpack_from("<I", file, place + 4)
    return file[place + 8 : place + 8 + length]


def png_chunk(name: bytes, data: bytes) -> bytes:
    """Length, name, data and their checksum."""
    return pack(">I", len(data)) + name + data + pack(">I", crc32(name + data))


def write_apng_frame(file: BinaryIO, number: int, part: Part) -> int:
    """Write a frame whose first chunk has this sequence number, and return the next number."""
    corner, rectangle, ticks, blend = part
    height, width = rectangle.shape
    leave, over = 0, 1
    control = pack(
        ">IIIIIHHBB",
        number,
        width,
        height,
        *corner,
        ticks,
        PER_SECOND,
        leave,
        over if number and blend else 0,
    )
    file.write(png_chunk(b"fcTL", control))
    if number == 0:
        file.write(png_chunk(b"IDAT", whole_pixels(rectangle)))
        return 1
    file.write(png_chunk(b"fdAT", pack(">I", number + 1) + sparse_pixels(rectangle)))
    return number + 2


def whole_pixels(picture: Colours) -> bytes:
    """Compressed rows, each filtered as suits it: what a PNG of this picture holds."""
    file = BytesIO()
    image_of(picture).save(file, "PNG", compress_level=6)
    data, place, found = file.getvalue(), len(PNG_SIGNATURE), b""
    while place < len(data):
        (length,) = unpack_from(">I", data, place)
        if data[place + 4 : place + 8] == b"IDAT":
            found += data[place + 8 : place + 8 + length]
        place += 12 + length
    return found


def sparse_pixels(rectangle: Colours) -> bytes:
    """Compressed rows without filters, which suit neither clear pixels nor lines."""
    height, width = rectangle.shape
    rows = np.zeros((height, 1 + 4 * width), np.uint8)
    rows[:, 1:] = bytes_of(rectangle).reshape(height, 4 * width)
    packer = compressobj(6)
    return packer.compress(rows.data) + packer.flush()
