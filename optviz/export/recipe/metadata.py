"""Recipes in files: where PNG, SVG and PDF hold one, and how it is found there again.

Sources: ISO/IEC 15948 (PNG), 11.3.4.3, for tEXt; Dublin Core's description in RDF, as SVG 1.1 has
it in its chapter 21; ISO 32000-1 (PDF), 7.3.4.2, for strings, and 14.3.3 for Keywords.

What is read is a stranger's file: no more of it is kept than a recipe can be long.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from xml.etree import ElementTree

from optviz.export.recipe.content import LONGEST, from_json
from optviz.export.recipe.recipe import Recipe
from optviz.files import reason

KEYWORD = "optviz"  # of the text in a PNG
MARK = "optviz "  # before a recipe where other programs write words
FIELDS = {"png": KEYWORD, "svg": "Description", "pdf": "Keywords"}  # as matplotlib calls them
SIGNATURE = b"\x89PNG\r\n\x1a\n"
DESCRIPTION = "{http://purl.org/dc/elements/1.1/}description"
METADATA = "{http://www.w3.org/2000/svg}metadata"
KEYWORDS = re.compile(rb"/Keywords \(((?:[^()\\]|\\.)*)\)", re.DOTALL)
ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
END = 64_000  # bytes at either end of a PDF in which what describes it stands


def metadata(suffix: str, text: str) -> dict[str, str]:
    """What is written into a file of this format about it; nothing without a recipe."""
    if not text or suffix not in FIELDS:
        return {}
    return {FIELDS[suffix]: text if suffix == "png" else MARK + text}


def recipe_in(path: Path) -> Recipe:
    """The recipe that a picture holds.

    Raises:
        ValueError: it holds none that can be read; one sentence says why.
    """
    readers = {"png": in_png, "svg": in_svg, "pdf": in_pdf}
    suffix = path.suffix.lower().lstrip(".")
    if suffix not in readers:
        raise ValueError(f"{path.name}: only PNG, SVG and PDF hold a recipe")
    try:
        with path.open("rb") as file:
            text = readers[suffix](file)
    except OSError as error:
        raise ValueError(f"{path.name} cannot be read: {reason(error, str(path.parent))}") from None
    except (ValueError, ElementTree.ParseError) as error:
        raise ValueError(f"{path.name} cannot be read: {error}") from None
    if text is None:
        raise ValueError(
            f"{path.name} holds no recipe: it was not made by optviz, or its race has no spelling, "
            "or another program has saved it without"
        )
    try:
        return from_json(text)
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from None


def in_png(file: BinaryIO) -> str | None:
    """The text under our keyword; None without one.

    Raises:
        ValueError: this is no PNG, or it is damaged.
    """
    if file.read(8) != SIGNATURE:
        raise ValueError("it is no PNG")
    for kind, content in chunks(file):
        keyword, _, text = content.partition(b"\0")
        if kind == b"tEXt" and keyword == KEYWORD.encode():
            return text.decode("latin-1")
    return None


def chunks(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of text of a PNG, those left out that are longer than a recipe can be.

    Raises:
        ValueError: the file ends in the middle of one, or one is damaged.
    """
    while head := file.read(8):
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        if kind == b"IEND":
            return
        if kind != b"tEXt" or length > LONGEST + len(KEYWORD) + 1:
            file.seek(length + 4, 1)
            continue
        content, check = file.read(length), file.read(4)
        if len(check) < 4 or zlib.crc32(kind + content) != int.from_bytes(check, "big"):
            raise ValueError("its text is damaged")
        yield kind, content


def in_svg(file: BinaryIO) -> str | None:
    """What the description says behind our mark; None without one.

    Raises:
        ParseError: this is no XML.
    """
    for _, element in ElementTree.iterparse(file):
        if element.tag == DESCRIPTION:
            return behind_mark(element.text or "")
        if element.tag == METADATA:
            break
    return None


def in_pdf(file: BinaryIO) -> str | None:
    """What the keywords say behind our mark; None without one.

    Raises:
        ValueError: this is no PDF.
    """
    if file.read(5) != b"%PDF-":
        raise ValueError("it is no PDF")
    size = file.seek(0, 2)
    for begin in (max(0, size - LONGEST - END), 0):
        file.seek(begin)
        if found := KEYWORDS.search(file.read(LONGEST + END)):
            return behind_mark(ESCAPED.sub(rb"\1", found[1]).decode("latin-1"))
    return None


def behind_mark(text: str) -> str | None:
    """The recipe behind our mark; None where the text has no mark."""
    return text.removeprefix(MARK) if text.startswith(MARK) else None
