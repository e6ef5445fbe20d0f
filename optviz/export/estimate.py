"""How large a file will be and how long it will take, before it is made.

Both grow evenly with the frames or rows, and more slowly than the pixels: lines cover few of them.
The figures, which each kind of picture has in its `costs`, were measured on two cores; others will
be right within a factor of about two.
"""

from optviz.export.formats import FORMATS, Request

MEASURED_AT = 800 * 600  # pixels
LINES = frozenset({"svg", "pdf"})  # which have no more in them the more pixels an inch they have
GROWTH = 0.6  # how bytes and seconds grow with pixels: to this power


def estimate(request: Request, suffix: str) -> tuple[float, float]:
    """Bytes and seconds of a request in a format, by its suffix."""
    kind, composition = request.kind, request.composition
    turning = kind.turning_costs if request.film.turn else {}
    own = kind.own_costs(composition) if kind.own_costs else {}
    cost = turning.get(suffix) or own.get(suffix) or kind.costs[suffix]
    if FORMATS[suffix].drawn:
        options = composition.options
        width, height = options.sheet if suffix in LINES else options.pixels
        size = (width * height / MEASURED_AT) ** GROWTH
        count = len(request.timing(suffix).schedule(composition.steps))
    else:
        size, count = 1.0, kind.rows(composition)
    kilobytes = size * (cost.first_kb + cost.frame_kb * count)
    return 1000 * kilobytes, size * (cost.first_s + cost.frame_s * count)
