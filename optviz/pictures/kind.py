"""What makes something a kind of picture: all that the rest of the project asks of one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

from optviz.film.timing import Timing
from optviz.pictures.composition import Composition, PictureOptions
from optviz.pictures.picture import Picture


class Cost(NamedTuple):
    """Kilobytes and seconds of a file: what it has anyway, and for each frame or row."""

    first_kb: float
    frame_kb: float
    first_s: float
    frame_s: float


@dataclass(frozen=True)
class DataFile:
    """A file that holds a subject itself, not a picture of it.

    Attributes:
        write: writes a composition's subject to a path; that of a page takes `step` and `speed`.
        options: the picture's options that it follows, too.
    """

    write: Callable[..., None]
    options: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of picture.

    Attributes:
        called: what it shows, with an article.
        shows: whether it shows this subject.
        options: the class of what can be chosen of the picture.
        style: the names of the parts of a `Style` that have an effect on it.
        compose: a subject and options -> a composition.
        draw: a composition -> its picture.
        data: the formats that hold the subject's data, by suffix.
        rows: how many rows the table of a composition's subject has.
        costs: what files cost on a picture of 800 x 600, by suffix; it has the formats of these.
        turning_costs: the same for films whose camera turns.
        own_costs: a composition -> the same where it has others than its kind; None for never.
        motion: the options of films and stills that have an effect; none where nothing moves.
        timing: a composition -> when its film shows which step, where nothing else is chosen;
            None for a `Timing` as it comes.
        check: raises ValueError where an option of a composition has no effect on its picture.
        turns: whether a composition has a camera that can turn; None for never.
    """

    called: str
    shows: Callable[[Any], bool]
    options: type[PictureOptions]
    style: frozenset[str]
    compose: Callable[[Any, Any], Composition]
    draw: Callable[[Any], Picture]
    data: Mapping[str, DataFile]
    rows: Callable[[Any], int]
    costs: Mapping[str, Cost]
    turning_costs: Mapping[str, Cost] = field(default_factory=dict)
    own_costs: Callable[[Any], Mapping[str, Cost]] | None = None
    motion: frozenset[str] = frozenset()
    timing: Callable[[Any], Timing] | None = None
    check: Callable[[Any], None] | None = None
    turns: Callable[[Any], bool] | None = None

    def follows(self, suffix: str) -> frozenset[str]:
        """The names of the picture's options that have an effect on a format."""
        if suffix in self.data:
            return frozenset(self.data[suffix].options)
        return self.style | {each.name for each in fields(self.options)}


# What of a style has an effect on every kind of picture, on those with trails or lines of each
# optimizer, on those with a legend of them, and on those with the ground.
ANY_STYLE = frozenset({"language", "label"})
LINES = ANY_STYLE | {"colour", "dash", "marker"}
LEGEND = LINES | {"legend", "notes"}
GROUND = frozenset({"levels", "colours", "minima"})
TRAILS = frozenset({"trails"})
WINDOW = frozenset({"xlim", "ylim", "equal"})
# The options of films and stills that concern whatever moves.
MOTION = frozenset(
    {"fps", "speed", "frames", "duration", "hold", "poster", "loop", "step", "max_bytes"}
)
