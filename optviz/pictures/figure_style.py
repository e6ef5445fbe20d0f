"""How figures look and what language they speak, in one value: `Style`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from optviz.entrants import Entrant
from optviz.heightmap import MOST_LEVELS
from optviz.pictures.looks import (
    by_entrant,
    check_label,
    check_limits,
    check_map,
    colour_of,
    dash_of,
    marker_of,
)
from optviz.pictures.style_file import content_of
from optviz.race import whole
from optviz.style import RunStyle, styles_for
from optviz.words import Words, words_of
from surfaces.surface import Surface

LEGENDS = ("right", "below", "none")
NOTES = ("all", "differing", "none")
TRAILS = ("lines", "dots", "fading")
NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a figure looks. What is None is as the kind of picture has it.

    Attributes:
        language: of all that optviz writes: "en", "de", or the path of a file of words.
        legend: where it is: "right", "below", or "none".
        notes: what it says of the optimizers' settings: "all", where they come from, too;
            "differing", those in which optimizers of the same rule differ; or "none".
        label: entrants' names -> what is written for them.
        colour: entrants' names -> colours as matplotlib has them, on any paper.
        dash: entrants' names -> "solid", "dashed", "dotted", "dashdot", or strokes and gaps in
            turn, in line widths: (6, 2).
        marker: entrants' names -> circle, square, triangle, diamond, plus, cross or star.
        levels: how many contours there are at most, all at round losses; 0 for none.
        colours: of the ground or of a heat map: a colour map of matplotlib's, from low to high; or
            "none", on the ground.
        minima: whether minima and the floors of valleys are marked.
        trails: "lines"; "dots", one for each step; or "fading" the older they are.
        xlim: the lowest and the highest x that are shown; contours are those of what is shown.
        ylim: the same of y.
        equal: whether a unit of x is as long as one of y, seen from above.
    """

    language: str = "en"
    legend: str | None = None
    notes: str = "all"
    label: Mapping[str, str] = field(default_factory=dict, hash=False)
    colour: Mapping[str, str] = field(default_factory=dict, hash=False)
    dash: Mapping[str, str | tuple[float, ...]] = field(default_factory=dict, hash=False)
    marker: Mapping[str, str] = field(default_factory=dict, hash=False)
    levels: int | None = None
    colours: str | None = None
    minima: bool = True
    trails: str = "lines"
    xlim: tuple[float, float] | None = None
    ylim: tuple[float, float] | None = None
    equal: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something is not possible."""
        words_of(self.language)
        one_of("legend", self.legend, (None, *LEGENDS))
        one_of("notes", self.notes, NOTES)
        one_of("minima", self.minima, (True, False))
        one_of("equal", self.equal, (True, False))
        one_of("trails", self.trails, TRAILS)
        for name in ("xlim", "ylim"):
            check_limits(name, getattr(self, name))
        for name, read in PARTS.items():
            given = getattr(self, name)
            if not isinstance(given, Mapping):
                raise ValueError(f"{name} = {given!r} is not by names: give it as {{'Adam': ...}}")
            object.__setattr__(self, name, {who: read(each) for who, each in given.items()})
        if self.levels is not None:
            whole("levels", self.levels, 0, MOST_LEVELS)
        if self.colours not in (None, NONE):
            check_map(self.colours)

    @classmethod
    def read(cls, path: str | Path) -> "Style":
        """A style out of a TOML file, whose keys are the names of the attributes.

        Raises:
            ValueError: the file is none, or something in it is not possible.
        """
        return cls(**content_of(Path(path), cls))

    @property
    def chosen(self) -> list[str]:
        """The names of what is not as it is by default."""
        return [each.name for each in fields(self) if getattr(self, each.name) != default(each)]

    @property
    def say(self) -> Words:
        """What is written in the language."""
        return words_of(self.language)

    def window(self, surface: Surface) -> Surface:
        """A surface within the limits that are shown."""
        if self.xlim is None and self.ylim is None:
            return surface
        return replace(surface, xlim=self.xlim or surface.xlim, ylim=self.ylim or surface.ylim)

    def every_level(self, count: int) -> int:
        """Every how many of so many contours is drawn; 0 for none."""
        most = count if self.levels is None else self.levels
        return -(-count // most) if most else 0

    def label_of(self, name: str) -> str:
        """What is written for an entrant."""
        return next((each for who, each in self.label.items() if who.lower() == name.lower()), name)

    def check_names(self, entrants: Sequence[Entrant]) -> list[str]:
        """The names of entrants, once a label is known to be for one of these."""
        names = [each.name for each in entrants]
        by_entrant("label", self.label, names)
        return names

    def looks(self, entrants: Sequence[Entrant]) -> list[RunStyle]:
        """Colour, dash and marker of each entrant.

        Raises:
            ValueError: something is given for an entrant that there is not.
        """
        names = self.check_names(entrants)
        colours = by_entrant("colour", self.colour, names)
        dashes = by_entrant("dash", self.dash, names)
        markers = by_entrant("marker", self.marker, names)
        return [
            RunStyle(
                light=colours.get(name, usual.light),
                dark=colours.get(name, usual.dark),
                dash=dashes.get(name, usual.dash),
                marker=markers.get(name, usual.marker),
            )
            for name, usual in zip(names, styles_for(entrants), strict=True)
        ]


def default(option: "Field[Any]") -> Any:
    """What an option is where nothing was chosen."""
    made = option.default_factory
    return made() if callable(made) else option.default


PARTS = {"label": check_label, "colour": colour_of, "dash": dash_of, "marker": marker_of}


def one_of(name: str, value: object, choices: Iterable[object]) -> None:
    """Raise ValueError unless the value is one of the choices."""
    if not any(value is each or value == each for each in choices):
        known = " or ".join(str(each) for each in choices if each is not None)
        raise ValueError(f"{name} = {value!r} is not possible: give {known}")


USUAL = Style()
