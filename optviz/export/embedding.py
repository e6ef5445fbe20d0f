"""What to copy into another page, so that an exported page stands in it."""

from html import escape
from urllib.parse import quote

HEIGHT = 480  # pixels, in which picture, playback and legend find room beside each other


def frame(file: str, title: str) -> str:
    """An iframe of a fixed height, which needs no script.

    Args:
        file: the exported page's name.
        title: what it shows, for those who do not see it; text, never markup.
    """
    return (
        f'<iframe src="{quote(file)}#embed" title="{quoted(title)}"\n'
        f'  style="width: 100%; height: {HEIGHT}px; border: 0"\n'
        '  sandbox="allow-scripts" allow="fullscreen" loading="lazy"></iframe>'
    )


def element(file: str, title: str) -> str:
    """The element of `embed.js`: as high as the page in it, light or dark as the page around it.

    Args:
        file: the exported page's name.
        title: what it shows; text, never markup.
    """
    return (
        '<script src="embed.js"></script>\n'
        f'<optviz-race src="{quote(file)}" title="{quoted(title)}"></optviz-race>'
    )


def quoted(text: str) -> str:
    """A text as it stands between double quotes, with its apostrophes."""
    return escape(text, quote=False).replace('"', "&quot;")
