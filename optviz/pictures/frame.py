"""The frame of axes as the exports have it: numbers, names, and room for them."""

from typing import Any

from matplotlib.axes import Axes

from optviz.look import LOOK
from optviz.pictures.fonts import FAMILY, families
from optviz.pictures.labels import HINTED, width_of
from optviz.pictures.layout import AXES
from optviz.pictures.theme import DPI, Pen
from surfaces.surface import Surface

NUMBER, NAME = (float(LOOK["type"][each]) for each in ("number", "name"))  # pixels of type
BESIDE = 13  # pixels from the frame to the numbers and from these to the name


def frame_surface(axes: Axes, surface: Surface, pen: Pen) -> None:
    """The frame of a surface seen from above."""
    axes.set(xlim=surface.xlim, ylim=surface.ylim)
    across, up = surface.axes
    style_axes(axes, (pen.say.name(across), pen.say.name(up)), pen)
    fit_left(axes, pen)
    if pen.style.equal:
        equalise(axes)


def equalise(axes: Axes) -> None:
    """Make axes narrower or lower, so that a unit of both is equally long."""
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    across, up = axes.bbox.width / (right - left), axes.bbox.height / (high - low)
    unit, place = min(across, up), axes.get_position()
    wide, tall = place.width * unit / across, place.height * unit / up
    axes.set_position((place.x0, place.y1 - tall, wide, tall))


def style_axes(axes: Axes, names: tuple[str, str], pen: Pen) -> None:
    """Frame, round numbers and names."""
    soft = pen.theme.soft
    axes.tick_params(
        labelsize=pen.points(NUMBER),
        labelcolor=soft,
        color=soft,
        width=pen.points(1),
        length=pen.points(4),
        labelfontfamily=FAMILY,
    )
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: pen.say.short(value))
    for spine in axes.spines.values():
        spine.set(color=soft, linewidth=pen.points(1))
    how: dict[str, Any] = {
        "style": "italic",
        "color": pen.theme.ink,
        "size": pen.points(NAME),
        "family": families("".join(names)),
        "parse_math": False,
        "labelpad": pen.points(2),
    }
    axes.set_xlabel(names[0], **how)
    axes.set_ylabel(names[1], **how)


def fit_left(axes: Axes, pen: Pen) -> None:
    """Narrow styled axes from the left if their numbers need more room there than `AXES` gives."""
    low, high = axes.get_ylim()
    marks = [each for each in axes.yaxis.get_majorticklocs() if low <= each <= high]
    words = axes.yaxis.get_major_formatter().format_ticks(marks)
    widest = max((width_of(each, NUMBER * pen.scale) for each in words), default=0)
    needed = HINTED * widest + (BESIDE + 1.3 * NAME) * pen.scale
    figure = axes.get_figure(root=True)
    assert figure is not None
    more = (needed - AXES[0] * pen.scale) / (figure.get_figwidth() * DPI)
    if more > 0:
        place = axes.get_position()
        axes.set_position((place.x0 + more, place.y0, place.width - more, place.height))
