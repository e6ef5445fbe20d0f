"""What the player takes for a page's colours, where no Streamlit gives them."""

from pathlib import Path
from string import Template

AUTO = "auto"
DARK = {AUTO: "(prefers-color-scheme: dark)", "light": "not all", "dark": "all"}  # when it is
COLOURS = Path(__file__).with_name("colours.html")


def colours(theme: str = AUTO) -> str:
    """The style elements with what the player takes for the page's colours, light and dark.

    Args:
        theme: of `DARK`.
    """
    return Template(COLOURS.read_text(encoding="utf-8")).substitute(dark=DARK[theme])
