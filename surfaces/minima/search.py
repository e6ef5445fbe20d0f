"""The search for all minima of a picture."""

import numpy as np

from surfaces.floor import Floor
from surfaces.minima.found import Found
from surfaces.minima.grid import COARSE, FINE, Grid, Patches
from surfaces.minima.newton import newton
from surfaces.minima.picture import EPSILON, SAFETY, Array, Flags, Gradient, Limits, Loss, Picture
from surfaces.minima.settle import SAME, by_height, inside, settle
from surfaces.minima.valleys import Level, distance_to, level_floors, thinned

MOST_CANDIDATES = 640
MOST_MISSED = 12
MOST_LISTED = 127  # what a basin map can tell apart
CROWD = 3  # unknown minima beside the lowest: with more the grid shows too little
FEW_WALKS = 12  # in a zoom
FEW = 40  # that are listed where there are more
SHORTEST = 4  # places of a floor
ON_FLOOR = 0.2  # cells: so near its line a minimum belongs to a floor
ZOOMS, ZOOM_SIDE, ZOOMED, EACH = 4, 33, 6, 8


def find_minima(loss: Loss, gradient: Gradient, xlim: Limits, ylim: Limits) -> Found:
    """The isolated local minima and the level floors inside a picture.

    Args:
        loss: (x, y) -> loss, elementwise; may be nan.
        gradient: (x, y) -> (dloss/dx, dloss/dy), elementwise.
        xlim: (low, high) of the picture.
        ylim: the same for y.

    Returns:
        Minima to about 1e-8 of the picture. Those narrower than a cell of the grid, 1/120 of the
        picture, or 1/360 where the loss goes up and down so often, can be missed. If it does more
        often than that, only the lowest minimum found is listed; of more than 127 minima the 40
        lowest are. `unlisted` says so.
    """
    picture = Picture.of(loss, gradient, xlim, ylim)
    with np.errstate(all="ignore"):
        return search(picture)


def search(picture: Picture) -> Found:
    """The minima of a picture."""
    grid, begins, resolved = look(picture)
    minima, level, left = settle(picture, begins[:MOST_CANDIDATES], grid.cell)
    beside = beside_lowest(picture, minima, grid.cell)
    if not resolved or len(beside) > CROWD:
        minima = zoom(picture, minima, grid.cell)[:1]
        return Found(own_points(picture, minima), (), np.inf)
    floors, spots = parted(level_floors(picture, level, grid.cell))
    minima = by_height(picture, np.concatenate([minima, beside, spots]))
    for floor in floors:
        minima = minima[~belongs(picture, floor, minima, grid.cell)]
        left = left[distance_to(floor.lines, left) > 2 * grid.cell]
    unlisted = float(max(0, len(begins) - MOST_CANDIDATES))
    if len(left) or (unlisted and len(level)):
        unlisted = np.inf
    if len(minima) > MOST_LISTED or unlisted:
        # Of equally low ones those in the middle, not those of one side.
        levels = picture.equal_levels(picture.height(minima))
        order = np.lexsort((np.abs(minima - 0.5).max(axis=-1).round(9), levels))
        unlisted += max(0, len(minima) - FEW)
        minima = minima[order][:FEW]
    heights = [*picture.height(minima), *(each.loss for each in floors)]
    return Found(
        own_points(picture, ordered(picture, minima)),
        (*(valley(picture, each) for each in floors), *plateaus(picture, grid, heights)),
        unlisted,
    )


def parted(floors: list[Level]) -> tuple[list[Level], Array]:
    """The floors, and (n, 2) the middles of those that are so short that they are minima."""
    long = [each for each in floors if sum(map(len, each.lines)) >= SHORTEST]
    spots = [each.lines[0].mean(axis=0) for each in floors if not any(each is f for f in long)]
    return long, np.reshape(spots, (-1, 2))


def belongs(picture: Picture, floor: Level, points: Array, cell: float) -> Flags:
    """(n,) which points are places of a floor: on its line, or as low where it ends."""
    away, heights = distance_to(floor.lines, points), picture.height(points)
    level = np.abs(heights - floor.loss) <= picture.noise(points)
    return np.asarray(
        ((away < ON_FLOOR * cell) & (heights >= floor.loss)) | ((away < 2 * cell) & level)
    )


def look(picture: Picture) -> tuple[Grid, Array, bool]:
    """A grid, places to begin from, the lowest first, and whether the grid shows all there is."""
    grid = Grid.over(picture, COARSE)
    patches = Patches(picture, grid)
    missed = hidden(picture, patches)
    resolved = not patches.oscillate()
    if len(missed) or not resolved:
        grid = Grid.over(picture, FINE)
        patches = Patches(picture, grid)
        resolved, missed = not patches.oscillate(), hidden(picture, patches)
    return grid, np.concatenate([grid.candidates(), missed]), resolved


def hidden(picture: Picture, patches: Patches) -> Array:
    """(n, 2) minima in the patches that the grid does not show."""
    begins = patches.missed()[:MOST_MISSED]
    if not len(begins):
        return begins
    found = settle(picture, begins, patches.grid.cell, patches.grid.cell).minima
    near = np.abs(found[:, None] - begins).max(axis=-1).min(axis=-1) < patches.grid.cell
    return np.asarray(found[near])


def beside_lowest(picture: Picture, minima: Array, cell: float) -> Array:
    """(n, 2) minima within two cells of the lowest that are not known."""
    if not len(minima):
        return minima
    begins = low_points(picture, minima[0], cell)
    points, proven = newton(picture, begins[inside(begins)], cell)
    points = points[proven & (np.abs(points - minima[0]).max(axis=-1) < 2 * cell)]
    apart = np.abs(points[:, None] - minima).max(axis=-1).min(axis=-1)
    return thinned(points[apart > cell / 100], SAME)


def low_points(picture: Picture, place: Array, cell: float) -> Array:
    """(n, 2) the low points of a finer grid within two cells of a place."""
    along = np.linspace(-2, 2, ZOOM_SIDE) * cell
    places = place + np.stack(np.meshgrid(along, along, indexing="ij"), axis=-1)
    return Grid.at(places, picture.height(places)).candidates()[:EACH]


def zoom(picture: Picture, minima: Array, cell: float) -> Array:
    """Finer and finer grids round the lowest minima known, until none finds a lower one."""
    for _ in range(ZOOMS if len(minima) else 0):
        before = picture.height(minima).min()
        found = np.concatenate([low_points(picture, each, cell) for each in minima[:ZOOMED]])
        found = settle(picture, found[inside(found)], cell, walks=FEW_WALKS).minima
        minima = thinned(by_height(picture, np.concatenate([minima, found])), SAME)
        if not picture.height(minima).min() < before:
            cell /= 4
    return minima


def valley(picture: Picture, level: Level) -> Floor:
    """A level floor in the loss's own coordinates."""
    longest = max(level.lines, key=len)
    (place,) = own_points(picture, longest[None, len(longest) // 2])
    return Floor(level.loss, place, tuple(own_points(picture, each) for each in level.lines))


def plateaus(picture: Picture, grid: Grid, heights: list[float]) -> tuple[Floor, ...]:
    """The flat area at the lowest loss of all, if there is one."""
    if not grid.flat.any():
        return ()
    flat = grid.heights[grid.flat]
    lowest = float(flat.min())
    tolerance = SAFETY * EPSILON * abs(lowest)
    if lowest > min([*heights, float(grid.heights.min())]) + tolerance:
        return ()
    area = grid.points[grid.flat][flat <= lowest + tolerance]
    middle = np.abs(area - area.mean(axis=0)).max(axis=-1).argmin()
    return (Floor(lowest, own_points(picture, area[None, middle])[0]),)


def ordered(picture: Picture, points: Array) -> Array:
    """The lowest first; equally low ones from left to right."""
    levels = picture.equal_levels(picture.height(points))
    return np.asarray(points[np.lexsort((*np.round(points, 6).T[::-1], levels))])


def own_points(picture: Picture, points: Array) -> tuple[tuple[float, float], ...]:
    """Points in the loss's own coordinates."""
    return tuple((float(x), float(y)) for x, y in picture.coordinates(points))
