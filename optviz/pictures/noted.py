"""What a legend says of the settings of entrants."""

from collections.abc import Container, Sequence

from optviz.entrants import Entrant
from optviz.pictures.figure_style import NONE, Style
from optviz.style import settings_text


def origin_noted(entrant: Entrant, style: Style) -> str:
    """Where an entrant's settings come from, where all is said of them."""
    return style.say.name(entrant.origin) if style.notes == "all" else ""


def settings_noted(
    entrants: Sequence[Entrant], style: Style, without: Container[str] = ()
) -> list[tuple[str, ...]]:
    """A line on the settings of each entrant, or none, as the style has it."""
    return [one_noted(each, entrants, style, without) for each in entrants]


def one_noted(
    entrant: Entrant, entrants: Sequence[Entrant], style: Style, without: Container[str]
) -> tuple[str, ...]:
    """The line of one of the entrants."""
    if style.notes == NONE:
        return ()
    names = set(entrant.optimizer.settings())
    left_out = {name for name in names if name in without}
    if style.notes == "differing":
        left_out |= names - differing(entrant, entrants)
    said = settings_text(entrant.optimizer, left_out, style.say)
    return (said,) if said or style.notes == "all" else ()


def differing(entrant: Entrant, entrants: Sequence[Entrant]) -> set[str]:
    """The settings of an entrant that another one of the same rule has otherwise."""
    own = entrant.optimizer.settings()
    rivals = [
        each.optimizer.settings()
        for each in entrants
        if type(each.optimizer) is type(entrant.optimizer)
    ]
    return {
        name
        for name, value in own.items()
        if any(other[name] is not value and bool(other[name] != value) for other in rivals)
    }
