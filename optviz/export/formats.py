"""One function for every format and everything there is: `export(race, "beale.gif")`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from os import PathLike
from pathlib import Path

from optviz.export.options import (
    PAPER,
    TIMING,
    FilmOptions,
    Options,
    StillOptions,
    check_theme,
    folded,
    names_chosen,
    only,
)
from optviz.export.recipe import Recipe, recipe_or_why, to_json
from optviz.export.stills import png
from optviz.export.writers import data, film, page, still, suffix_of
from optviz.files import check_path, whole_file
from optviz.film.ticks import SHORTEST, Progress
from optviz.film.timing import Timing
from optviz.film.video import FASTEST
from optviz.pictures.composition import Composition, PictureOptions
from optviz.pictures.kind import Kind
from optviz.pictures.kinds import kind_of
from optviz.pictures.theme import DPI
from optviz.race import Race, SeedsRace, whole
from optviz.scenes import Scene
from optviz.spec.race_spec import RaceSpec
from optviz.studies.basins import Basins
from optviz.studies.digits.study import Study
from optviz.studies.over import RaceOver
from optviz.studies.sweep import Sweep

Subject = Race | SeedsRace | Scene | RaceOver | Sweep | Basins | Study
IN_BROWSERS = 1 / SHORTEST  # frames a second of an animation
PREVIEW = 1280  # pixels


@dataclass(frozen=True, kw_only=True)
class Request:
    """What is to be written.

    Attributes:
        kind: of picture.
        composition: what is shown.
        film: what was chosen of a film.
        still: what was chosen of a still.
        recipe: of which it can be made again, or a sentence on why there is none.
    """

    kind: Kind
    composition: Composition
    film: FilmOptions
    still: StillOptions
    recipe: Recipe | str = ""

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, where something is not possible."""
        if self.still.step is not None:
            whole("step", self.still.step, 0, self.composition.steps)
        turns = self.kind.turns is not None and self.kind.turns(self.composition)
        if self.film.turn is not None and not turns:
            raise ValueError("only the view in space has a camera to turn: add the view space")

    def timing(self, suffix: str) -> Timing:
        """When a film in a format shows which step."""
        usual = self.kind.timing(self.composition) if self.kind.timing else Timing()
        return self.film.timing(usual if FORMATS[suffix].poster else replace(usual, poster=0))

    @property
    def step(self) -> int:
        """The step that a still shows."""
        return self.composition.steps if self.still.step is None else self.still.step

    @property
    def recipe_text(self) -> str:
        """The recipe for the metadata of a picture; "" without one."""
        return to_json(self.recipe) if isinstance(self.recipe, Recipe) else ""


@dataclass(frozen=True)
class Format:
    """A kind of file.

    Attributes:
        name: what people call it.
        use: what it is good for, in half a sentence.
        moving: whether it is a film.
        drawn: whether it is a picture, so that size, theme and views matter.
        write: writes a request to a path; may return what was chosen for it, in words.
        options: the names of the options of films and stills that it follows.
        poster: whether its films begin with the last step, if nothing else is chosen.
        fastest: frames a second that its films have at most.
    """

    name: str
    use: str
    moving: bool
    drawn: bool
    write: Callable[[Request, Path, Progress], str | None]
    options: frozenset[str] = frozenset()
    poster: bool = True
    fastest: float = IN_BROWSERS

    def check(self, timing: Timing, steps: int) -> None:
        """Raise ValueError where there is no film in it of such a timing and so many steps."""
        timing.check(steps)
        _, rate = timing.pace(steps)
        if rate <= self.fastest * (1 + 1e-9):
            return
        given = f"fps = {timing.fps:g}" if rate == timing.fps else f"frames = {timing.frames}"
        slowed = self.fastest == IN_BROWSERS
        why = "browsers slow down what has" if slowed else "there are no players for"
        raise ValueError(
            f"{given} is not possible in {self.name}: {why} more than {self.fastest:g} frames a "
            f"second; give fewer{', or write an MP4' if slowed else ''}"
        )


def export(
    subject: Subject,
    path: str | Path,
    *options: Options,
    progress: Progress | None = None,
    tell: Callable[[str], object] | None = None,
) -> Path:
    """Write a race, a sweep, a basin map or a study of the digits to a file.

        export(SCENES["beale"], "beale.gif", RaceOptions(size=(640, 480)), FilmOptions(fps=50))

    Args:
        subject: a race; a scene, which brings its title, views and camera; a RaceOver; a Sweep, of
            one hyper-parameter or of two; Basins; or a Study of the digits.
        path: where to; the suffix says in which of `FORMATS`, and `formats_of` has those that
            there are for a subject. What is there already is replaced, once the new file is whole.
        options: of the picture a `RaceOptions`, a `SweepOptions` or for anything a
            `PictureOptions`, and a `Style`; of a film `FilmOptions`; of a still `StillOptions`.
            Each at most once.
        progress: called with what is done and what there is to do; what it raises ends the work,
            and no file is left behind.
        tell: called with a sentence about what was chosen for you, if anything was: what was given
            up to stay below `max_bytes`.

    Returns:
        The path.

    Raises:
        ValueError: something is not possible, or an option has no effect; the sentence says what.
        OSError: the file cannot be written.
        RuntimeError: ffmpeg could not write the video.
    """
    if not isinstance(path, str | PathLike):
        raise ValueError(f"path = {path!r}: give where the file is to be, as in 'beale.gif'")
    path = Path(path)
    check_path(path)
    request = request_for(subject, suffix_for(path, kind_of(subject)), *options)
    with whole_file(path) as part:
        said = write(request, part, progress or ignore)
    if said and tell:
        tell(said)
    return path


def write(request: Request, path: Path, progress: Progress) -> str:
    """Write a request to a path, in the format of its suffix; half a file is left if it fails.

    Returns:
        What was chosen for it, as a sentence; "" if nothing was.
    """
    said = FORMATS[suffix_for(path, request.kind)].write(request, path, progress)
    return f"below {request.film.most_bytes:,} bytes with {said}" if said else ""


def request_for(
    subject: Subject, suffix: str, *options: Options, spec: RaceSpec | None = None
) -> Request:
    """What `export` writes to a file with that suffix.

    Args:
        subject: as `export` takes it.
        suffix: of the format.
        options: as `export` takes them.
        spec: what is raced, where it is known; else it is looked for among the scenes.

    Raises:
        ValueError: something is not possible, or an option has no effect.
    """
    kind = kind_of(subject)
    check_options(kind, suffix, names_chosen(options))
    form = FORMATS[suffix]
    given = only(folded(options), PictureOptions)
    known = {each.name for each in fields(kind.options)}
    chosen = {each.name: getattr(given, each.name) for each in fields(given) if each.name in known}
    check_theme(given.theme, suffix, form.name)
    composition = kind.compose(subject, kind.options(**chosen))
    if form.drawn and kind.check:
        kind.check(composition)
    request = Request(
        kind=kind,
        composition=composition,
        film=only(options, FilmOptions),
        still=only(options, StillOptions),
        recipe=recipe_or_why(subject, options, spec),
    )
    if form.moving:
        form.check(request.timing(suffix), composition.steps)
    return request


def check_options(kind: Kind, suffix: str, names: Iterable[str]) -> None:
    """Raise ValueError where an option has no effect on a kind of picture in a format.

    Args:
        kind: of picture.
        suffix: of the format.
        names: of the options that are chosen.
    """
    for name in names:
        if name not in followed(kind, suffix):
            called = FORMATS[suffix].name
            raise ValueError(f"{name} has no effect on {kind.called} as {called}: leave it out")


def followed(kind: Kind, suffix: str) -> frozenset[str]:
    """The names of all options that have an effect on a kind of picture in a format."""
    return kind.follows(suffix) | (FORMATS[suffix].options & (kind.motion | PAPER))


def formats_of(subject: Subject) -> dict[str, Format]:
    """The formats there are for it, by suffix."""
    return {suffix: FORMATS[suffix] for suffix in FORMATS if suffix in kind_of(subject).costs}


def suffix_for(path: Path, kind: Kind) -> str:
    """A file's suffix in small letters, without the dot.

    Raises:
        ValueError: it names no format, or none that there is for this kind of picture.
    """
    suffix = suffix_of(path)
    if suffix in kind.costs:
        return suffix
    ends = f"let it end in .{', .'.join(each for each in FORMATS if each in kind.costs)}"
    if suffix not in FORMATS:
        raise ValueError(f"{path.name} names no format: {ends}")
    raise ValueError(
        f"{path.name}: {kind.called} cannot be written as {FORMATS[suffix].name}: {ends}"
    )


def preview(request: Request, dots: float | None = None) -> bytes:
    """The picture of a request, at its step or the last one, as PNG.

    Args:
        request: what is to be written.
        dots: an inch; None for the file's own, as far as it is no wider than `PREVIEW`.
    """
    options = request.composition.options
    own = min(options.dots, DPI * PREVIEW / options.sheet[0])
    drawn = request.kind.draw(request.composition)
    return png(drawn, request.step, dots or own, request.recipe_text)


def ignore(done: int, total: int) -> None:
    """Progress that is not shown."""


VIDEO = frozenset({*TIMING, "turn", "max_bytes"})
ANIMATION = VIDEO | {"loop"}
STILL = frozenset({"step"})
PLAYED = STILL | {"speed"}
EDITED = STILL | {"text"}

FORMATS = {
    "gif": Format(
        "GIF", "plays everywhere, slides and mails included", True, True, film, ANIMATION
    ),
    "mp4": Format("MP4", "a video, the smallest film", True, True, film, VIDEO, False, FASTEST),
    "webm": Format("WebM", "a smaller video for browsers", True, True, film, VIDEO, False, FASTEST),
    "webp": Format("WebP", "a film for web pages, exact to the pixel", True, True, film, ANIMATION),
    "apng": Format("APNG", "the same for programs without WebP", True, True, film, ANIMATION),
    "png": Format("PNG", "a still, as pixels", False, True, still, STILL),
    "svg": Format(
        "SVG",
        "a still, to be edited or printed at any size",
        False,
        True,
        still,
        EDITED,
    ),
    "pdf": Format("PDF", "a still, for LaTeX and print", False, True, still, STILL),
    "html": Format("HTML", "the whole player with it in one file", False, False, page, PLAYED),
    "csv": Format("CSV", "every number as a table", False, False, data),
    "json": Format("JSON", "every number, with what it means", False, False, data),
}
