"""Many minibatch seeds as a text, for addresses and arguments: "20", "5-11", "3,7-9".

The browser reads and writes the same texts: web/player/seedstext.js.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from optviz.race import MAX_SEED, whole
from optviz.spec.parsing import integer, shown

IN_PAGE = 200  # seeds at most that a page's browser runs
SPAN = re.compile(r"(0|[1-9][0-9]*)(?:-(0|[1-9][0-9]*))?")


def seeds_in(text: str, most: int = IN_PAGE) -> tuple[int, ...]:
    """Seeds: "20" says 0 to 19, "5-11" says 5 to 11, "3,7-9" says 3, 7, 8 and 9.

    Args:
        text: one number is how many there are; the seed 7 alone is "7-7".
        most: of them.

    Raises:
        ValueError: there is none, one comes twice, or they are too many.
    """
    if "," not in text and "-" not in text:
        return tuple(range(whole("how many seeds", integer(text), 1, most)))
    spans = [span_in(each.strip()) for each in text.split(",")]
    if (total := sum(each.stop - each.start for each in spans)) > most:
        raise ValueError(f"{total:,} seeds are more than {most:,}: give fewer")
    found = tuple(chain.from_iterable(spans))
    if len(set(found)) < len(found):
        again = next(each for k, each in enumerate(found) if each in found[:k])
        raise ValueError(f"seed {again} is given twice: leave one of them out")
    return found


def span_in(text: str) -> range:
    """A seed, or a first and a last one."""
    parts = SPAN.fullmatch(text)
    low, high = (int(each or parts[1]) for each in parts.groups()) if parts else (1, 0)
    if not low <= high <= MAX_SEED:
        raise ValueError(
            f"{shown(text)} is no seed: give how many, as in 20, or which, as in 5-11 or 3,7, "
            f"up to {MAX_SEED:,}"
        )
    return range(low, high + 1)


def seeds_text(seeds: Sequence[int]) -> str:
    """The shortest text that reads back to these seeds in their order; "" for none."""
    if tuple(seeds) == tuple(range(len(seeds))):
        return str(len(seeds)) if seeds else ""
    if len(seeds) == 1:
        return f"{seeds[0]}-{seeds[0]}"
    return ",".join(span_text(first, last) for first, last in spans_of(seeds))


def spans_of(seeds: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last seeds of the spans in which each seed is one more than the one before."""
    begin = 0
    for k in range(1, len(seeds) + 1):
        if k == len(seeds) or seeds[k] != seeds[k - 1] + 1:
            yield seeds[begin], seeds[k - 1]
            begin = k


def span_text(first: int, last: int) -> str:
    """A span of seeds."""
    return str(first) if first == last else f"{first}-{last}"
