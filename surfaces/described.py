"""What is known of a surface's minima, in words, and which of them are the lowest."""

import numpy as np

from surfaces.keeping import kept
from surfaces.minima.picture import Picture
from surfaces.surface import Surface

NO_MINIMUM = "There is no minimum in this picture."
NONE_CERTAIN = "There are more minima than can be told apart in this picture: none is marked."
MANY = 100  # from here on a count is rounded
NOTHING = 1e-7  # of the picture or of its heights: less is written as 0


@kept(64)
def lowest_minima(surface: Surface) -> int:
    """How many of the listed minima are the lowest known; 0 where a floor is lower."""
    if not surface.minima:
        return 0
    picture = picture_of(surface)
    points = np.array(surface.minima)
    floors = [each.loss for each in surface.floors]
    levels = picture.equal_levels(np.array([*surface.loss(points[:, 0], points[:, 1]), *floors]))
    return int(np.count_nonzero(levels[: len(points)] == 0))


def picture_of(surface: Surface) -> Picture:
    """The surface's loss over its picture."""
    gradient = surface.gradient or surface.autograd_gradient
    return Picture.of(surface.loss, gradient, surface.xlim, surface.ylim)


def minima_text(surface: Surface) -> str:
    """What is known of the minima in the picture, in a sentence or a few."""
    said = [isolated_text(surface), *floor_texts(surface)]
    return " ".join(each for each in said if each)


def isolated_text(surface: Surface) -> str:
    """A sentence on the isolated minima; nothing where there are floors instead."""
    if not surface.minima:
        if surface.floors:
            return ""
        return NO_MINIMUM if not surface.unlisted else NONE_CERTAIN
    count, lowest = len(surface.minima), lowest_text(surface)
    if surface.unlisted:
        return incomplete_text(count, surface, lowest)
    if count == 1:
        return f"One minimum is found: {lowest}."
    if lowest_minima(surface) == count:
        return f"{count} minima are found, all equally low: {lowest.partition(' ')[0]}."
    return f"{count} minima are found, the lowest {lowest}."


def incomplete_text(count: int, surface: Surface, lowest: str) -> str:
    """The same where there are more minima than are listed."""
    if np.isfinite(surface.unlisted):
        many = about(count + int(surface.unlisted))
        return f"The {count} lowest of {many} minima are marked, the lowest {lowest}."
    marked = "only the lowest found is marked, " if count == 1 else "the lowest found is "
    return f"There are more minima than can be told apart in this picture: {marked}{lowest}."


def lowest_text(surface: Surface) -> str:
    """The loss and the place of the first minimum."""
    x, y = surface.minima[0]
    low = float(surface.loss(np.array(x), np.array(y)))
    scales = (picture_of(surface).usual_rise, np.ptp(surface.xlim), np.ptp(surface.ylim))
    low, x, y = (
        0.0 if abs(each) < NOTHING * of else each
        for each, of in zip((low, x, y), scales, strict=True)
    )
    return f"{number(low)} at ({number(x)}, {number(y)})"


def floor_texts(surface: Surface) -> list[str]:
    """A sentence on the valleys and one on the plateau, where there are any."""
    valleys = [each for each in surface.floors if each.kind == "valley"]
    said = []
    if valleys:
        low = number(valleys[0].loss)
        if len(valleys) == 1:
            said.append(
                f"The floor of a valley is level at {low}: each of its points is as low, and none "
                "is a minimum of its own."
            )
        else:
            more = " or more" if np.isinf(surface.unlisted) else ""
            said.append(
                f"There are {len(valleys)}{more} valleys with level floors, the lowest at {low}: "
                "each point of a floor is as low, and none is a minimum of its own."
            )
    said += [
        f"The loss is level at its lowest, {number(each.loss)}, over an area."
        for each in surface.floors
        if each.kind == "plateau"
    ]
    return said


def about(count: int) -> str:
    """A count of minima; a large one is not exact."""
    if count < MANY:
        return str(count)
    digits = len(str(count)) - 2
    return f"about {round(count, -digits):,}"


def number(value: float) -> str:
    """A number with four digits."""
    return f"{value + 0.0:.4g}"
