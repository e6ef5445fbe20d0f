"""Tables of others that show what data do: published, small, and with their source."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A table to begin with.

    Attributes:
        name: what it is called.
        text: as CSV.
        source: who published it, and what there is to see.
    """

    name: str
    text: str
    source: str


def columns(heading: str, *values: str) -> str:
    """CSV text of columns that are written as words."""
    return "\n".join([heading, *map(",".join, zip(*map(str.split, values), strict=True))])


O_RINGS = columns(
    "temperature,damaged",
    "66 70 69 68 67 72 73 70 57 63 70 78 67 53 67 75 70 81 76 79 75 76 58",
    "no yes no no no no no no yes yes yes no no yes no no no no no no yes no yes",
)
ANSCOMBE = columns(
    "x,y",
    "10 8 13 9 11 14 6 4 12 7 5",
    "7.46 6.77 12.74 7.11 7.81 8.84 6.08 5.39 8.15 6.42 5.73",
)

EXAMPLES = {
    "o-rings": Example(
        "O-rings of 23 flights",
        O_RINGS,
        "Whether an O-ring of the space shuttle was damaged, by the temperature at launch in "
        "degrees Fahrenheit: S. Dalal, E. Fowlkes, B. Hoadley, JASA 84(408), 1989.",
    ),
    "anscombe": Example(
        "Anscombe's third",
        ANSCOMBE,
        "Eleven points of which ten lie on a line: linear regression misses it, Huber's does not. "
        "F. Anscombe, The American Statistician 27(1), 1973.",
    ),
}
