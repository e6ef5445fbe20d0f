"""The table of pages: a page is one file with a function that shows it, and one line here.

Streamlit's own `st.navigation` is not used. It gives each page an address of its own, drops the
query when the page changes and counts a page's widgets as others than the next page's, while here
the scene with its settings goes along from page to page, an address says `?room=sweep` beside the
race, and tests run one script.
"""

from collections.abc import Callable
from dataclasses import dataclass

from optviz.pages import basins, definitions, lessons, race, sweep


@dataclass(frozen=True)
class Page:
    """One page.

    Attributes:
        title: its name, above all pages.
        show: draws it.
        of_scene: whether it shows the scene that is chosen.
    """

    title: str
    show: Callable[[], None]
    of_scene: bool = False


def digits() -> None:
    """The digits page; it draws with matplotlib, which takes a second to import."""
    from optviz.pages.digits import page  # noqa: PLC0415

    page()


PAGES = {
    "race": Page("Race", race.page, of_scene=True),
    "sweep": Page("Sweep", sweep.page, of_scene=True),
    "basins": Page("Basins", basins.page, of_scene=True),
    "lessons": Page("Lessons", lessons.page),
    "definitions": Page("Definitions", definitions.page),
    "digits": Page("Digits", digits),
}
