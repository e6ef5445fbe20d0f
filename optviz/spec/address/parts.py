"""What an address consists of, for its writer and its reader alike."""

import re
from dataclasses import dataclass

MOST_STEPS = 1_000  # as in the page
MOST_STOPS = 20
PAGES = ("race", "sweep", "basins", "definitions", "digits", "lessons")
VIEWS = ("above", "space", "samples")

# A blank with operators neither before nor behind it. A + that was typed into an address comes in
# as a blank, too, so that one that is meant is written as a tab.
OPERATORS = r"\s\-+*/^,;=<>\u00b7\u00d7\u2212\u2217"
APART = re.compile(rf"(?<![{OPERATORS}(\[{{]) +(?![{OPERATORS})\]}}])(?!$)")

# The parts in the order in which they are written. `room` and `page` are called so since the first
# version: they are the page and the slide.
PARTS = (
    *("scene", "formula", "x", "y", "room", "preset", "rate", "best", "below", "second", "opt"),
    *(
        "start",
        "steps",
        "seed",
        "batch",
        "parameter",
        "view",
        "t",
        "stops",
        "cloud",
        "seeds",
        "lesson",
        "page",
    ),
)


@dataclass(frozen=True)
class Place:
    """Where on the pages one stands; None and "" for what is not said.

    Attributes:
        page: of `PAGES`.
        view: of `VIEWS`, open to begin with.
        t: the step at which the race stands.
        stops: steps at which its playback stops, in order.
        cloud: shape of many starts, and how many: "disc:200".
        seeds: of the minibatches, under each of which the race is shown, too.
        lesson: key of a lesson.
        slide: of the lesson, from 1.
    """

    page: str = ""
    view: tuple[str, ...] = ()
    t: int | None = None
    stops: tuple[int, ...] = ()
    cloud: str = ""
    seeds: tuple[int, ...] = ()
    lesson: str = ""
    slide: int | None = None
