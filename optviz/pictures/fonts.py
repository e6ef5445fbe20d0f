"""Which fonts words are set in: one that comes with matplotlib, and others where it has no letter.

Titles, names and axes are given by users, in any script.
"""

import unicodedata
from functools import cache, lru_cache

from matplotlib import ft2font
from matplotlib.font_manager import FontEntry, fontManager, get_font

FAMILY = "DejaVu Sans"  # comes with matplotlib, so it is the same on every machine
NO_LETTERS = ("Last Resort", "LastResort")  # a box for every character
LIKELY = ("CJK", "Noto Sans", "Source Han", "Gothic", "Hei", "PingFang", "Sans")
# Scripts whose letters are joined, turned round or put on top of each other.
SHAPED = ((0x0590, 0x08FF), (0x0900, 0x0DFF), (0x0E00, 0x109F), (0x1780, 0x17FF))


def families(words: str) -> list[str]:
    """The families that have all characters of some words, the usual one first.

    Raises:
        ValueError: a character is in no font that is installed, or is none that can be drawn.
    """
    found = [FAMILY]
    for each in sorted(set(words)):
        check_drawable(each)
        family = family_of(each)
        if family not in found:
            found.append(family)
    return found


def check_drawable(character: str) -> None:
    """Raise ValueError unless matplotlib can draw it as it is read."""
    if unicodedata.category(character) in ("Cc", "Cs"):
        raise ValueError(
            f"the character U+{ord(character):04X} cannot be drawn: give words in one line"
        )
    shaped = any(low <= ord(character) <= high for low, high in SHAPED)
    if shaped and not hasattr(ft2font, "__libraqm_version__"):
        raise ValueError(
            f"{named(character)} is of a script whose letters this matplotlib does not join: "
            "install matplotlib 3.11 or newer, or use another script"
        )


@lru_cache(maxsize=4096)
def family_of(character: str) -> str:
    """The family of a font that has a character.

    Raises:
        ValueError: no font that is installed has it.
    """
    fonts = sorted(fontManager.ttflist, key=preference)
    for font in fonts:
        if ord(character) in characters(font.fname):
            return str(font.name)
    raise ValueError(
        f"no font on this machine has {named(character)}: "
        "install one that has, such as Noto Sans CJK, or leave it out"
    )


def preference(font: FontEntry) -> tuple[bool, bool, int, str]:
    """What fonts are sorted by: the usual one, then upright ones of families that have much."""
    likely = (place for place, name in enumerate(LIKELY) if name in font.name)
    usual = font.name == FAMILY
    return not usual, font.style != "normal", next(likely, len(LIKELY)), font.name


@cache
def characters(path: str) -> frozenset[int]:
    """The characters that a font has; none if it only has boxes, or cannot be read."""
    try:
        font = get_font(path)
        found = frozenset(font.get_charmap())
    except (OSError, RuntimeError):
        return frozenset()
    return frozenset() if font.family_name.startswith(NO_LETTERS) else found


def named(character: str) -> str:
    """A character, its number and its name, for a sentence."""
    name = unicodedata.name(character, "")
    return f"{character} (U+{ord(character):04X}{', ' * bool(name)}{name})"
