"""A writer for matplotlib's animations that draws and writes only what moves."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.animation import AbstractMovieWriter
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from optviz.files import check_path, whole_file
from optviz.film.film import Film
from optviz.film.gif import write_gif
from optviz.film.lossless import write_apng, write_webp
from optviz.film.ticks import Progress, check_loop
from optviz.film.video import write_mp4
from optviz.filmwriter.layers import replaced
from optviz.filmwriter.painter import Painter

SEEN_THROUGH = (".webp", ".png", ".apng")  # what has transparent backgrounds
FORMATS = (".gif", ".mp4", ".webp", ".png", ".apng")


class FilmWriter(AbstractMovieWriter):
    """Saves any animation as GIF, MP4, WebP or animated PNG, named by the file's suffix.

    Every frame looks as `savefig` would save it, but is drawn from what changed since the one
    before: artists that move are drawn alone between layers of what stands still. Whatever else
    changes, limits, ticks, a camera, artists that come and go, leads to a full drawing.

        import matplotlib.pyplot as plt
        from matplotlib.animation import FuncAnimation
        from optviz.filmwriter.writer import FilmWriter

        figure, axes = plt.subplots()
        axes.set(xlim=(0, 10), ylim=(0, 100))
        line, = axes.plot([], [])

        def update(k):
            line.set_data(range(k), [x * x for x in range(k)])

        FuncAnimation(figure, update, frames=11).save("squares.gif", writer=FilmWriter(fps=25))

    While it saves, the figure has the dpi it is saved with, and `canvas.draw_idle` does nothing:
    matplotlib would draw each frame twice (its issue 18785). Afterwards, also after an error, the
    figure is as it was. The file appears under its name when it is complete.

    A transparent background (`transparent=True`, `facecolor="none"`, or the figure's own) stays it
    in WebP and animated PNG, where each frame is then drawn wholly. GIF and MP4 refuse it.

    Not seen is what changes without telling matplotlib: an array inside an artist that is altered
    in place, other than the corners of a PathPatch or Polygon. Set artist.stale = True then.

    Args:
        fps: frames in a second.
        loop: how often the file is played, 0 for ever; not for MP4.
        hold: seconds that the last frame is shown; as long as any other if None.
        progress: called as progress(done, total) while the file is written, with counts of frames;
            may raise to cancel.

    Raises:
        ValueError: a rate, loop or hold that is not possible.
    """

    def __init__(
        self,
        fps: float = 25,
        loop: int = 0,
        hold: float | None = None,
        progress: Progress | None = None,
    ) -> None:
        if not isinstance(fps, int | float) or not 0.01 <= fps <= 1000:
            raise ValueError(f"fps = {fps!r} is not possible: give 0.01 to 1,000")
        if hold is not None and not 0 <= hold <= 86_400:
            raise ValueError(f"hold = {hold} is not possible: give 0 to 86,400 seconds")
        check_loop(loop)
        super().__init__(fps)  # type: ignore[arg-type]  # matplotlib's stubs know whole rates only
        self.loop = loop
        self.hold = hold
        self.progress = progress

    def setup(self, fig: Figure, outfile: str | PathLike[str], dpi: float | None = None) -> None:
        """Begin a film of this figure.

        Raises:
            ValueError: the file's suffix is not known.
        """
        super().setup(fig, fspath(outfile), dpi)
        if self.suffix not in FORMATS:
            raise ValueError(
                f"{self.suffix!r} is no format: a file's name ends in one of {', '.join(FORMATS)}"
            )
        check_path(Path(self.outfile))
        self.film = Film()
        self.given = ExitStack()  # what must be put back
        try:
            self.take()
        except BaseException:
            self.given.close()
            raise

    def take(self) -> None:
        """Make the figure one that is being saved, as savefig does, but once for all frames."""
        fig, canvas = self.fig, self.fig.canvas
        quiet = {"draw_idle": nothing, "manager": None, "_is_saving": True}
        self.given.enter_context(replaced(canvas, **quiet, _device_pixel_ratio=1))
        self.given.callback(setattr, fig, "dpi", fig.dpi)
        self.given.callback(fig.set_edgecolor, fig.get_edgecolor())
        self.given.callback(fig.set_facecolor, fig.get_facecolor())
        fig.dpi = self.dpi
        self.painter = Painter(fig)
        self.given.callback(self.painter.release)

    def grab_frame(self, **savefig_kwargs: Any) -> None:
        """Append the figure as it is now.

        Args:
            savefig_kwargs: facecolor, edgecolor and transparent, as for savefig.

        Raises:
            TypeError: what else savefig knows cannot be chosen for a film.
            ValueError: a transparent background was asked for, and the format has none.
        """
        clear = self.dress(**savefig_kwargs)
        with transparent_axes(self.fig) if clear else nullcontext():
            self.film.add(self.painter.paint(), 1 / self.fps)

    def dress(
        self,
        facecolor: Any = None,
        edgecolor: Any = None,
        transparent: bool | None = None,
        **others: Any,
    ) -> bool:
        """Give the figure the colours that it is saved with.

        Returns:
            Whether the axes, too, have no background.
        """
        if others:
            names = ", ".join(sorted(others))
            raise TypeError(f"a film's frames cannot be saved with {names}")
        if transparent is None:
            transparent = bool(mpl.rcParams["savefig.transparent"])
        if transparent:
            facecolor = "none" if facecolor is None else facecolor
            edgecolor = "none" if edgecolor is None else edgecolor
        fig = self.fig
        for wanted, usual, now, put in (
            (facecolor, mpl.rcParams["savefig.facecolor"], fig.get_facecolor(), fig.set_facecolor),
            (edgecolor, mpl.rcParams["savefig.edgecolor"], fig.get_edgecolor(), fig.set_edgecolor),
        ):
            colour = usual if wanted is None else wanted
            if not is_automatic(colour) and to_rgba(colour) != to_rgba(now):
                put(colour)
        covered = fig.patch.get_visible() and fig.get_frameon()
        seen_through = not covered or to_rgba(fig.get_facecolor())[3] < 1
        if (transparent or seen_through) and self.suffix not in SEEN_THROUGH:
            raise ValueError(
                f"a {self.suffix} file has no transparent background: "
                f"give an opaque facecolor, or let its name end in {' or '.join(SEEN_THROUGH)}"
            )
        self.painter.clear = seen_through
        return transparent

    def finish(self) -> None:
        """Give the figure back and write the film."""
        self.given.close()
        if self.film.frames and self.hold is not None:
            self.film.frames[-1] = replace(self.film.frames[-1], seconds=self.hold)
        with whole_file(Path(self.outfile)) as part:
            self.write(part)

    def write(self, path: Path) -> None:
        """Write the film in the format of the file's suffix."""
        if self.suffix == ".mp4":
            write_mp4(self.film, path, self.fps, self.progress)
            return
        writers: dict[str, Callable[..., None]] = {".gif": write_gif, ".webp": write_webp}
        writers.get(self.suffix, write_apng)(self.film, path, self.loop, self.progress)

    def _supports_transparency(self) -> bool:
        """Asked by matplotlib, which would else make every background opaque without a word."""
        return True

    @property
    def suffix(self) -> str:
        """The suffix of the file, in small letters."""
        return Path(self.outfile).suffix.lower()

    @contextmanager
    def saving(
        self,
        fig: Figure,
        outfile: str | PathLike[str],
        dpi: float | None,
        *args: Any,
        **kwargs: Any,
    ) -> Iterator["FilmWriter"]:
        """As for any writer; but after an error the figure is given back and nothing is written."""
        self.setup(fig, outfile, dpi, *args, **kwargs)
        try:
            yield self
        except BaseException:
            self.given.close()
            raise
        self.finish()


def is_automatic(colour: Any) -> bool:
    """Whether it stands for the figure's own colour."""
    return isinstance(colour, str) and colour == "auto"


@contextmanager
def transparent_axes(figure: Figure) -> Iterator[None]:
    """The figure with axes that have no background, as savefig has it when it is transparent."""
    with ExitStack() as given:
        for axes in figure.findobj(Axes):
            assert isinstance(axes, Axes)
            given.callback(axes.patch.set_facecolor, axes.patch.get_facecolor())
            given.callback(axes.patch.set_edgecolor, axes.patch.get_edgecolor())
            axes.patch.set(facecolor="none", edgecolor="none")
        yield


def nothing() -> None:
    """What drawing when there is time comes to while a film is made."""
