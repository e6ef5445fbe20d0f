"""The writer: every frame as if drawn afresh, the figure as it was, the files as asked for."""

import textwrap
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib import pyplot
from matplotlib.animation import FuncAnimation
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image

from optviz.filmwriter.layers import Layers
from optviz.filmwriter.sheet import Sheet
from optviz.filmwriter.writer import FORMATS, FilmWriter
from tests.support import figures
from tests.support.figures import Scene
from tests.support.films import decode_video, levels, pictures_of

FRAMES = 10


def afresh(figure: Figure) -> NDArray[np.uint8]:
    """What savefig makes of the figure, on white."""
    file = BytesIO()
    figure.savefig(file, format="rgba", dpi=figure.dpi)
    width, height = figure.canvas.get_width_height()
    picture = np.frombuffer(file.getvalue(), np.uint8).reshape(height, width, 4)
    alpha = picture[..., 3:] / 255
    return np.rint(picture[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)


def save(
    scene: Callable[[], Scene], path: Path, frames: int = FRAMES, **settings: Any
) -> FilmWriter:
    figure, update = scene()
    writer = FilmWriter(**settings)
    FuncAnimation(figure, update, frames=frames).save(path, writer=writer, dpi=80)
    return writer


def assert_frames_are_drawn_afresh(writer: FilmWriter, scene: Callable[[], Scene]) -> None:
    figure, update = scene()
    update(0)
    for k, picture in enumerate(pictures_of(writer.film)):
        update(k)
        true = afresh(figure)
        assert np.abs(picture.astype(int) - true).max() <= 2, f"frame {k}"


@pytest.mark.parametrize("scene", figures.ALONE + figures.FULL, ids=lambda each: each.__name__)
def test_every_frame_is_as_if_drawn_afresh(
    scene: Callable[[], Scene], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    composed, made = (count(Layers, name, monkeypatch) for name in ("compose", "learn"))
    writer = save(scene, tmp_path / "a.gif")
    assert len(writer.film.frames) == FRAMES
    assert_frames_are_drawn_afresh(writer, scene)
    # Making layers composes twice, to compare; more is what they are for.
    assert scene in figures.FULL or len(composed) > 2 * len(made), "all was drawn in full"


def count(kind: type, name: str, monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """A list that grows whenever this method is called."""
    calls: list[None] = []
    method = getattr(kind, name)

    def counted(*given: Any) -> Any:
        calls.append(None)
        return method(*given)

    monkeypatch.setattr(kind, name, counted)
    return calls


def draws(scene: Callable[[], Scene], path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a film of 40 frames is drawn in full."""
    full = count(Sheet, "draw_as_laid_out", monkeypatch)
    save(scene, path, frames=40)
    return len(full)


def test_little_is_drawn_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert draws(figures.growing_line, tmp_path / "a.gif", monkeypatch) == 3


def test_layers_are_given_up_where_they_are_of_no_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert draws(figures.drawn_from_scratch, tmp_path / "a.gif", monkeypatch) <= 42


def state_of(figure: Figure) -> list[Any]:
    """Everything that the writer may have touched."""
    canvas = vars(figure.canvas)
    artists = figure.findobj()
    return [
        figure.dpi,
        figure.get_facecolor(),
        figure.get_edgecolor(),
        figure.get_layout_engine(),
        *[canvas.get(name) for name in ("draw_idle", "manager", "_is_saving")],
        *[(vars(each).get("draw"), each.stale_callback) for each in artists],
        *[each.get_animated() for each in artists],
    ]


@pytest.mark.parametrize("scene", [figures.growing_line, figures.tight_layout, figures.attached])
@pytest.mark.parametrize("fails", [None, 0, 1, 2, 5])
def test_the_figure_is_as_it_was(
    scene: Callable[[], Scene], fails: int | None, tmp_path: Path
) -> None:
    figure, update = scene()
    figure.savefig(BytesIO())  # the first drawing makes the ticks
    before = state_of(figure)

    def perhaps(k: int) -> None:
        if k == fails:
            raise KeyboardInterrupt
        update(k)

    animation = FuncAnimation(figure, perhaps, frames=FRAMES)
    animation._draw_was_started = True  # type: ignore[attr-defined]  # if it fails before it draws
    with suppress(KeyboardInterrupt):
        kwargs = {"facecolor": "pink", "edgecolor": "red"}
        animation.save(tmp_path / "a.gif", writer=FilmWriter(), dpi=50, savefig_kwargs=kwargs)
    assert state_of(figure) == before
    assert [each.name for each in tmp_path.iterdir()] == ([] if fails is not None else ["a.gif"])
    assert figure.stale, "the figure on the screen must be drawn again"


def test_matplotlib_does_not_draw_every_frame_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle: list[None] = []
    figure, update = figures.growing_line()
    monkeypatch.setattr(type(figure.canvas), "draw_idle", lambda _: idle.append(None))
    FuncAnimation(figure, update, frames=FRAMES).save(tmp_path / "a.gif", writer=FilmWriter())
    assert not idle


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix.upper()}"
    writer = save(figures.growing_line, path, fps=20)
    last = levels(writer.film.last).astype(int)
    if suffix == ".mp4":
        frames = decode_video(path, (256, 192))
        assert len(frames) == FRAMES
        assert np.abs(frames[-1] - last).mean() < 3
        return
    with Image.open(path) as image:
        assert getattr(image, "n_frames", 1) == FRAMES
        times = []
        for k in range(FRAMES):
            image.seek(k)
            image.load()
            times.append(image.info["duration"])
        assert times == [50] * FRAMES
        assert np.abs(np.array(image.convert("RGB")) - last).mean() < (
            1 if suffix == ".gif" else 0.001
        )


def test_hold_and_loop(tmp_path: Path) -> None:
    save(figures.growing_line, tmp_path / "a.webp", fps=20, hold=3, loop=4)
    with Image.open(tmp_path / "a.webp") as image:
        image.seek(FRAMES - 1)
        image.load()
        assert (image.info["duration"], image.info["loop"]) == (3000, 4)


@pytest.mark.parametrize(
    ("settings", "message"),
    [({"fps": 0}, "fps = 0"), ({"hold": -1}, "hold = -1"), ({"loop": -1}, "loop = -1")],
)
def test_impossible_settings(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        FilmWriter(**settings)


def test_unknown_formats_are_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    figure, _ = figures.growing_line()
    before = state_of(figure)
    with pytest.raises(ValueError, match=r"'.avi' is no format: .*\.gif, \.mp4"):
        FilmWriter().setup(figure, tmp_path / "a.avi")
    assert state_of(figure) == before


def test_progress_may_cancel(tmp_path: Path) -> None:
    def cancel(done: int, total: int) -> None:
        if done == 4:
            raise KeyboardInterrupt

    for suffix in FORMATS:
        with pytest.raises(KeyboardInterrupt):
            save(figures.growing_line, tmp_path / f"a{suffix}", progress=cancel)
        assert not list(tmp_path.iterdir())


def test_resolution(tmp_path: Path) -> None:
    figure, update = figures.growing_line()
    animation = FuncAnimation(figure, update, frames=FRAMES)
    writer = FilmWriter()
    animation.save(tmp_path / "a.gif", writer=writer, dpi=40)
    assert writer.film.size == (128, 96)
    assert figure.dpi == 80
    figure.dpi = 40
    np.testing.assert_array_equal(levels(writer.film.last), afresh(figure))


def test_artists_that_are_animated(tmp_path: Path) -> None:
    def scene() -> Scene:
        figure, axes = figures.plot()
        line = axes.plot([], [], lw=4)[0]
        axes.plot(figures.X, np.cos(figures.X))

        def update(k: int) -> Any:
            line.set_data(*figures.wave(k))
            return [line]

        return figure, update

    figure, update = scene()
    writer = FilmWriter()
    FuncAnimation(figure, update, frames=FRAMES, blit=True).save(tmp_path / "a.gif", writer, dpi=80)
    assert_frames_are_drawn_afresh(writer, scene)
    assert len({picture.tobytes() for picture in pictures_of(writer.film)}) == FRAMES


def test_the_colour_round_the_axes(tmp_path: Path) -> None:
    figure, update = figures.growing_line()
    writer = FilmWriter()
    animation = FuncAnimation(figure, update, frames=FRAMES)
    animation.save(tmp_path / "a.gif", writer=writer, savefig_kwargs={"facecolor": "#102030"})
    for picture in pictures_of(writer.film):
        assert tuple(picture[0, 0]) == (0x10, 0x20, 0x30)


def test_axes_that_let_something_through_show_the_figures_colour(tmp_path: Path) -> None:
    def scene() -> Scene:
        figure, update = figures.growing_line()
        figure.axes[0].patch.set_alpha(0.3)
        return figure, update

    writer = save(scene, tmp_path / "a.gif")
    assert_frames_are_drawn_afresh(writer, scene)
    assert (writer.film.last[0] == 0xFFFFFFFF).all()


@pytest.mark.parametrize("suffix", ["gif", "mp4"])
@pytest.mark.parametrize("clear", ["invisible", "none", "half"])
def test_a_figures_own_clear_background_is_refused_where_there_is_none(
    suffix: str, clear: str, tmp_path: Path
) -> None:
    figure, update = figures.growing_line()
    if clear == "invisible":
        figure.patch.set_visible(False)
    else:
        figure.set_facecolor("none" if clear == "none" else (1, 0, 0, 0.5))
    animation = FuncAnimation(figure, update, frames=FRAMES)
    with pytest.raises(ValueError, match="no transparent background"):
        animation.save(tmp_path / f"a.{suffix}", writer=FilmWriter())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kwargs", [{"bbox_inches": "tight"}, {"dpi": 9}])
def test_what_cannot_be_chosen(kwargs: dict[str, Any], tmp_path: Path) -> None:
    figure, _ = figures.growing_line()
    writer = FilmWriter()
    with (
        pytest.raises(TypeError, match=next(iter(kwargs))),
        writer.saving(figure, tmp_path / "a.gif", None),
    ):
        writer.grab_frame(**kwargs)
    assert not list(tmp_path.iterdir())


CLEAR: list[dict[str, Any]] = [
    {"transparent": True},
    {"facecolor": "none"},
    {"facecolor": (1, 0, 0, 0.5)},
]


@pytest.mark.parametrize("kwargs", CLEAR)
@pytest.mark.parametrize("suffix", [".webp", ".png", ".apng"])
def test_a_transparent_background_is_what_savefig_makes(
    suffix: str, kwargs: dict[str, Any], tmp_path: Path
) -> None:
    figure, update = figures.growing_line()
    before = state_of(figure)
    animation = FuncAnimation(figure, update, frames=FRAMES)
    animation.save(tmp_path / f"a{suffix}", writer=FilmWriter(), savefig_kwargs=dict(kwargs))
    assert [each.name for each in tmp_path.iterdir()] == [f"a{suffix}"]
    assert state_of(figure)[1:] == before[1:]
    with Image.open(tmp_path / f"a{suffix}") as film:
        for k in range(FRAMES):
            update(k)
            still = BytesIO()
            figure.savefig(still, **kwargs)
            film.seek(k)
            shown, true = (np.array(each.convert("RGBA")) for each in (film, Image.open(still)))
            np.testing.assert_array_equal(shown[..., 3], true[..., 3])
            np.testing.assert_array_equal(shown[true[..., 3] > 0], true[true[..., 3] > 0])
            assert shown[0, 0, 3] < 255


@pytest.mark.parametrize("kwargs", CLEAR)
@pytest.mark.parametrize("suffix", [".gif", ".mp4"])
def test_formats_without_transparency_refuse_it(
    suffix: str, kwargs: dict[str, Any], tmp_path: Path
) -> None:
    figure, update = figures.growing_line()
    animation = FuncAnimation(figure, update, frames=FRAMES)
    with pytest.raises(ValueError, match=rf"a {suffix} file has no transparent background.*\.webp"):
        animation.save(tmp_path / f"a{suffix}", writer=FilmWriter(), savefig_kwargs=dict(kwargs))
    assert not list(tmp_path.iterdir())


def test_frames_taken_by_hand(tmp_path: Path) -> None:
    figure, update = figures.growing_line()
    figure.axes[0].lines[0].set_animated(True)
    writer = FilmWriter(fps=10)
    with writer.saving(figure, tmp_path / "a.gif", 80):
        for k in range(FRAMES):
            update(k)
            writer.grab_frame()
    assert_frames_are_drawn_afresh(writer, figures.growing_line)
    with Image.open(tmp_path / "a.gif") as image:
        assert getattr(image, "n_frames", 1) == FRAMES


def test_a_figure_that_grows_is_refused(tmp_path: Path) -> None:
    figure, _ = figures.growing_line()
    writer = FilmWriter()
    with writer.saving(figure, tmp_path / "a.gif", 80):
        writer.grab_frame()
        figure.set_size_inches(4, 4)
        with pytest.raises(ValueError, match="size changed"):
            writer.grab_frame()


def test_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = FilmWriter.__doc__ or ""
    example = text[text.index("        import matplotlib") : text.index("    While it saves")]
    with mpl.rc_context({"backend": "agg"}):
        exec(textwrap.dedent(example), {})
        pyplot.close("all")
    with Image.open("squares.gif") as image:
        times = []
        for k in range(getattr(image, "n_frames", 1)):
            image.seek(k)
            times.append(image.info["duration"])
        assert image.size == (640, 480)
    # A line of no point and one of one look the same.
    assert times == [80] + [40] * 9
