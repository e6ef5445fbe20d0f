"""A surface alone, from above: its heights, minima and start, without a race."""

from dataclasses import dataclass, field

from optviz.pictures.composition import PictureOptions
from optviz.pictures.frame import frame_surface
from optviz.pictures.labels import draw_header
from optviz.pictures.layout import AXES, header_of, room_of, scale_of
from optviz.pictures.picture import Picture
from optviz.pictures.top_view import draw_standing
from surfaces.described import minima_text
from surfaces.surface import Surface


@dataclass(frozen=True, kw_only=True)
class SurfaceComposition:
    """A picture of a surface.

    Attributes:
        surface: what is shown.
        options: of the picture.
    """

    surface: Surface
    options: PictureOptions = field(default_factory=PictureOptions)

    @property
    def steps(self) -> int:
        """None is made."""
        return 0


class SurfacePicture(Picture):
    """A surface, drawn."""

    def __init__(self, composition: SurfaceComposition) -> None:
        self.composition = composition
        super().__init__(composition)

    def show(self, step: float) -> None:
        """Nothing moves."""

    def draw(self) -> None:
        """Header and ground."""
        surface, options = self.composition.surface, self.composition.options
        header, scale = header_of(options.sheet, options.titled), scale_of(options.sheet)
        title = options.title_or(surface.name)
        draw_header(self.figure, title, minima_text(surface), header, self.pen, counted=False)
        room = room_of(options.sheet)
        below = room.inside(0, header.bottom - room.top, 0, 0)
        axes = self.axes_at(below.inside(*(each * scale for each in AXES)))
        frame_surface(axes, surface, self.pen)
        draw_standing(axes, surface, surface.start, self.pen)
