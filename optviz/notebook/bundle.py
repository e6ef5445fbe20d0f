"""What a notebook is given to show: the player, a picture and text, by MIME type.

The notebook takes the best that it may show. HTML runs a script only where the notebook is trusted,
and where frames are taken out of HTML, the picture in it is left. What is no race, or one of many
seeds or starts, is a picture.
"""

import base64
from contextlib import suppress
from html import escape

from optviz.export.formats import preview, request_for
from optviz.export.stills import png
from optviz.film.indexed import indexed_png
from optviz.notebook.frame import framed
from optviz.notebook.words import words
from optviz.pictures.composition import PictureOptions
from optviz.pictures.picture import Picture
from optviz.pictures.surface_picture import SurfaceComposition, SurfacePicture
from optviz.race import Race, Trajectory
from optviz.race.bundles import is_bundle
from optviz.scenes import Scene
from surfaces.surface import Surface

SIZE = (640, 480)  # pixels


def bundle(value: object) -> dict[str, str]:
    """MIME types and what is shown for each; bytes are in base64, as notebooks keep them."""
    shown = still(value)
    if isinstance(value, Race | Scene) and not is_bundle(value):
        shown["text/html"] = html(value, shown.get("image/png", ""), shown["text/plain"])
    return shown


def still(value: object) -> dict[str, str]:
    """What of it runs nothing: words, and a picture unless it cannot be drawn."""
    shown = {"text/plain": words(value)}
    if not isinstance(value, Trajectory):
        with suppress(ValueError):  # it cannot be drawn; the words are shown, and HTML says why
            shown["image/png"] = picture_of(value)
    return shown


def html(value: Race | Scene, picture: str, alt: str) -> str:
    """The player, and before it a picture for where frames are not shown."""
    before = image(picture, alt) if picture else ""
    if isinstance(value, Scene):
        return framed(value.race(), value.name, value.camera, value.views, before=before)
    return framed(value, value.surface.name, before=before)


def picture_of(value: object) -> str:
    """The picture of it, PNG in base64.

    Raises:
        ValueError: it cannot be drawn.
    """
    options = PictureOptions(size=SIZE)
    if isinstance(value, Surface):
        whole: Picture = SurfacePicture(SurfaceComposition(surface=value, options=options))
        data = png(whole, 0)
    else:
        data = preview(request_for(value, "png", options))  # type: ignore[arg-type]
    return base64.b64encode(indexed_png(data)).decode()


def image(picture: str, alt: str) -> str:
    """A picture in HTML, with words in its place for those who do not see it."""
    return f'<img alt="{escape(alt)}" src="data:image/png;base64,{picture}">'
