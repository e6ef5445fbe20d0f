"""A scene at a glance: its race from above without a word, as small as a postage stamp.

The ones that the pages show are made once, by `python -m optviz gallery --thumbnails`, so that no
visitor waits for them.
"""

import io
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image

from optviz.heightmap import heightmap
from optviz.pictures.contours import contour_lines
from optviz.pictures.marks import HEAD_RADIUS
from optviz.pictures.theme import DPI, THEMES, Pen
from optviz.pictures.top_view import (
    draw_colours,
    draw_minimum,
    draw_nowhere,
    draw_ring,
    marked_minima,
    top_view_strands,
)
from optviz.pictures.trails import Trails
from optviz.scenes import Scene
from optviz.style import styles_for

SIZE = 240, 160  # pixels
SCALE = 0.6  # of lines and marks, where a picture of 800 x 600 has 1
MANY = 12  # minima, of which more would cover the picture
QUALITY = 82  # of WebP


def thumbnail(scene: Scene, theme: str) -> NDArray[np.uint8]:
    """(160, 240, 3) the scene's own race at its end, red, green, blue.

    Args:
        scene: what is shown.
        theme: "light" or "dark".
    """
    race, pen = scene.race(), Pen(THEMES[theme], SCALE)
    with mpl.rc_context(mpl.rcParamsDefault):
        figure = Figure((SIZE[0] / DPI, SIZE[1] / DPI), dpi=DPI, facecolor=pen.theme.paper)
        canvas: Any = FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        ground = heightmap(race.surface)
        draw_colours(axes, ground, pen)
        draw_nowhere(axes, ground, pen)
        contour_lines(axes, ground, pen)
        minima = list(marked_minima(race.surface))
        for minimum, lowest in minima:
            if lowest or len(minima) <= MANY:
                draw_minimum(axes, minimum, pen, lowest=lowest)
        draw_ring(axes, race.start, pen)
        strands = top_view_strands(race.surface, race.runs, styles_for(race.entrants))
        trails = Trails(axes, strands, pen, HEAD_RADIUS)
        trails.fan = True
        trails.add_to_axes(race.steps)
        canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3].copy()


def write_thumbnail(scene: Scene, theme: str, path: Path) -> None:
    """Make a scene's thumbnail a WebP file."""
    content = io.BytesIO()
    Image.fromarray(thumbnail(scene, theme)).save(content, "WEBP", quality=QUALITY, method=6)
    path.write_bytes(content.getvalue())
