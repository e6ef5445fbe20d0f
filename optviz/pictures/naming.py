"""Names of a picture's parts, which SVG has as its groups' ids, so that editors list them."""

import re
from collections import Counter
from collections.abc import Iterator

from matplotlib.artist import Artist
from matplotlib.contour import QuadContourSet
from matplotlib.figure import Figure
from matplotlib.image import AxesImage

from optviz.pictures.trail import Trail

OTHER = re.compile(r"[^\w.-]+")  # what XML has in no id, besides what it has not at its beginning


def name_parts(figure: Figure) -> None:
    """Give axes, grounds, contours and trails ids of their own; a head has that of its trail."""
    taken = Counter[str]()
    for artist, name in parts(figure):
        taken[name] += 1
        artist.set_gid(name if taken[name] == 1 else f"{name}..{taken[name]}")


def parts(figure: Figure) -> Iterator[tuple[Artist, str]]:
    """What has a name, with it."""
    for axes in figure.axes:
        yield axes, "view"
        for artist in axes.get_children():
            if isinstance(artist, AxesImage):
                yield artist, "ground"
            if isinstance(artist, QuadContourSet):
                yield artist, "contours"
    for trail in figure.findobj(Trail):
        yield trail, f"trail-{id_part(str(trail.get_label()))}"


def id_part(words: str) -> str:
    """Words as a part of an XML id, in which each other character is a hyphen."""
    return OTHER.sub("-", words).strip("-")
