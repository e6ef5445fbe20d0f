"""What can be chosen of a film and of a still, besides what can be chosen of every picture."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from optviz.film.render import Timing
from optviz.pictures.composition import PictureOptions
from optviz.race import whole

TIMING = tuple(each.name for each in fields(Timing))


@dataclass(frozen=True, kw_only=True)
class FilmOptions:
    """What can be chosen of a film. What is None is as films of that kind have it.

    Attributes:
        fps: frames a second, at most; above 50 browsers slow down.
        speed: steps a second.
        hold: seconds for which the last step is shown at the end.
        poster: seconds for which the last step is shown at the beginning, for programs and
            printers that show only a first frame; 0 for none.
        loop: how often it plays; 0 for ever, as if it is None.
        turn: degrees by which the camera of a view in space turns in the course of the film.
    """

    fps: float | None = None
    speed: float | None = None
    hold: float | None = None
    poster: float | None = None
    loop: int | None = None
    turn: float | None = None

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something is not possible."""
        self.timing(Timing())
        if self.loop is not None:
            whole("loop", self.loop, 0, 65535)
        turn = 0 if self.turn is None else self.turn
        if not isinstance(turn, int | float) or not abs(turn) <= 3600:
            raise ValueError(f"turn = {self.turn!r} is not possible: give -3600 to 3600 degrees")

    def timing(self, usual: Timing) -> Timing:
        """A film's timing, given what is usual where nothing was chosen."""
        chosen = {name: getattr(self, name) for name in TIMING}
        return replace(usual, **{name: each for name, each in chosen.items() if each is not None})


@dataclass(frozen=True, kw_only=True)
class StillOptions:
    """What can be chosen of a still.

    Attributes:
        step: which step it shows; None for the last one.
    """

    step: int | None = None


Options = PictureOptions | FilmOptions | StillOptions


def names_chosen(options: Iterable[Options]) -> list[str]:
    """The names of all options that are not as they are by default.

    Raises:
        ValueError: something else is among them.
    """
    options = list(options)
    for each in options:
        if not isinstance(each, Options):
            raise ValueError(f"{each!r} is no option: give one as in PictureOptions(theme='dark')")
    return [
        each.name
        for group in options
        for each in fields(group)
        if getattr(group, each.name) != each.default
    ]
