"""Pictures in axes of any figure: what is drawn, how it is found, and that styles are followed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

import optviz
from optviz import SCENES, SGD, SURFACES, Adam, Momentum, Race, plot, plot_loss, plot_surface, race
from optviz.film.render import pictures
from optviz.pictures.axes_pen import pen_for
from optviz.pictures.marks import HEADS
from optviz.pictures.race.composition import RaceComposition, RaceOptions
from optviz.pictures.race.race_picture import RacePicture
from optviz.pictures.theme import THEMES
from optviz.style import contrast, styles_for

BEALE = SURFACES["beale"]
untyped: Any = optviz


@pytest.fixture(autouse=True)
def without_windows() -> Iterator[None]:
    with mpl.rc_context({"backend": "agg"}):
        yield
    plt.close("all")


@pytest.fixture(scope="module")
def short() -> Race:
    return race(BEALE, [SGD(lr=0.001), Momentum(lr=0.001), Adam(lr=0.3)], (1, 1.6), 40)


def new_axes() -> Axes:
    return Figure().add_subplot()


def line(axes: Axes, label: str) -> Line2D:
    (found,) = (each for each in axes.lines if each.get_label() == label)
    return found


def pixels(figure: Figure) -> Any:
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3].astype(int)


def test_lines_are_the_iterates_up_to_the_step(short: Race) -> None:
    axes = new_axes()
    assert plot(short, axes, step=25) is axes
    for run in short:
        np.testing.assert_array_equal(line(axes, run.name).get_xydata(), run.x[:26])
    assert (axes.get_xlim(), axes.get_ylim()) == (BEALE.xlim, BEALE.ylim)
    assert (axes.get_xlabel(), axes.get_ylabel()) == BEALE.axes


def test_lines_of_losses_are_the_losses_on_an_ordinary_axis(short: Race) -> None:
    axes = plot_loss(short, new_axes())
    for run in short:
        expected = np.column_stack([np.arange(41), run.loss])
        np.testing.assert_array_equal(line(axes, run.name).get_xydata(), expected)
    assert axes.get_yscale() == "log"
    low, high = axes.get_ylim()
    assert 0 < low < min(run.loss.min() for run in short)
    assert high > max(run.loss.max() for run in short)
    axes.set_ylim(1e-3, 10)  # in losses, as any axis


def test_the_axes_of_losses_do_not_go_by_the_step(short: Race) -> None:
    early, late = (plot_loss(short, new_axes(), step=step) for step in (2, 40))
    np.testing.assert_allclose(early.get_ylim(), late.get_ylim(), rtol=0.05)
    np.testing.assert_allclose(early.get_xlim(), late.get_xlim())


def test_negative_losses_stand_where_they_are() -> None:
    done = race(SURFACES["styblinski_tang"], [Adam(lr=0.1)], steps=50)
    axes = plot_loss(done, new_axes())
    np.testing.assert_array_equal(line(axes, "Adam").get_ydata(), done[0].loss)
    assert done[0].loss[-1] < 0
    assert axes.get_ylim()[0] < done[0].loss.min()


@settings(deadline=None, max_examples=25)
@given(st.floats(0.001, 2), st.integers(0, 30))
def test_of_a_run_that_leaves_the_picture_is_drawn_what_lies_in_it(lr: float, step: int) -> None:
    done = race(BEALE, [SGD(lr=lr)], (1, 1.6), 30)
    axes = plot(done, new_axes(), step=step)
    (drawn,) = (each for each in axes.lines if str(each.get_label()).startswith("SGD"))
    points = np.asarray(drawn.get_xydata())
    wide, high = np.ptp(BEALE.xlim), np.ptp(BEALE.ylim)
    low = np.array([BEALE.xlim[0] - 0.15 * wide, BEALE.ylim[0] - 0.15 * high])
    there = points[np.isfinite(points).all(axis=1)]
    assert (there >= low - 1e-9).all()
    assert (there <= low + 1.3 * np.array([wide, high]) + 1e-9).all()
    own = done[0].x[: min(step, int(done[0].last)) + 1]
    inside = own[((own >= low) & (own <= low + 1.3 * np.array([wide, high]))).all(axis=1)]
    assert {*map(tuple, np.round(inside, 9))} <= {*map(tuple, np.round(there, 9))}
    if len(inside) < len(own):
        assert drawn.get_label() != "SGD" or (own[-1] == inside[-1]).all()


def test_what_became_of_a_run_is_told_by_its_label() -> None:
    done = race(BEALE, [SGD(lr=1.0), Adam(lr=0.3)], (1, 1.6), 20)
    ended = done[0].ended
    assert ended is not None
    labels = [plot(done, new_axes(), step=step).get_legend_handles_labels()[1] for step in (0, 1)]
    assert labels == [["SGD", "Adam"], ["SGD (outside the picture)", "Adam"]]
    for draw in (plot, plot_loss):
        first, second = draw(done, new_axes()).get_legend_handles_labels()[1]
        assert (first, second) == (f"SGD (diverged at step {ended})", "Adam")


def test_the_legend_has_one_entry_for_each_as_it_is_drawn(short: Race) -> None:
    for draw in (plot, plot_loss):
        axes = draw(short, new_axes())
        assert axes.get_legend() is None
        handles = axes.legend().legend_handles
        assert [each.get_label() for each in handles if each] == [run.name for run in short]
        for handle, style in zip(handles, styles_for(short.entrants), strict=True):
            assert isinstance(handle, Line2D)
            assert to_hex(handle.get_color()) == style.light
            vertices = np.asarray(HEADS[style.marker].vertices)
            np.testing.assert_array_equal(handle.get_marker().vertices, vertices)  # type: ignore[union-attr]
            assert handle.is_dashed() == bool(style.dash)


def test_a_line_can_be_recoloured_relabelled_and_removed_with_its_head(short: Race) -> None:
    axes = plot(short, new_axes())
    figure = axes.get_figure(root=True)
    assert figure
    before = pixels(figure)
    line(axes, "SGD").set(color="#ff00ff", markerfacecolor="#ff00ff", label="plain descent")
    coloured = pixels(figure)
    assert (np.abs(coloured - [255, 0, 255]).max(axis=-1) < 8).sum() > 60
    assert (np.abs(before - [255, 0, 255]).max(axis=-1) < 8).sum() == 0
    assert axes.get_legend_handles_labels()[1][0] == "plain descent"
    line(axes, "plain descent").remove()
    np.testing.assert_array_equal(pixels(figure), without(short, "SGD"))


def without(done: Race, name: str) -> Any:
    left = replace(done, runs=tuple(run for run in done if run.name != name))
    figure = plot(left, new_axes()).get_figure(root=True)
    assert figure
    return pixels(figure)


def test_properties_of_lines_are_followed_as_matplotlib_does(short: Race) -> None:
    """Width, dash, opacity, z-order and what is outside: as a plain line of the same points."""
    ours, plain = plot_loss(short, new_axes()), plot_loss(short, new_axes())
    how: dict[str, Any] = {"lw": 4, "ls": "--", "alpha": 0.5, "color": "C3", "marker": ""}
    for axes in (ours, plain):
        for each in axes.lines[1:]:
            each.set_visible(False)
    first: Any = ours.lines[0]
    first.set(**how)
    first.rim = None
    plain.lines[0].set_visible(False)
    points = short[0].loss
    plain.plot(points, **how, dash_capstyle="butt", dash_joinstyle="round", snap=False, zorder=10)
    one, other = (pixels(each.get_figure(root=True)) for each in (ours, plain))  # type: ignore[arg-type]
    np.testing.assert_array_equal(one, other)


def test_the_current_axes_are_drawn_into_and_nothing_else_is_touched(short: Race) -> None:
    figure, (left, right) = plt.subplots(1, 2)
    plt.sca(left)
    sizes = figure.get_size_inches().copy(), figure.dpi, figure.get_facecolor()
    assert plot(short) is left
    assert not right.lines
    assert not figure.texts
    assert not figure.legends
    assert not left.get_title()
    assert (sizes[0] == figure.get_size_inches()).all()
    assert (figure.dpi, figure.get_facecolor()) == sizes[1:]
    (own,) = left.plot([0], [0])
    assert own.get_color() == mpl.rcParams["axes.prop_cycle"].by_key()["color"][0]


@pytest.mark.parametrize("style", ["default", "dark_background", "seaborn-v0_8-paper", "ggplot"])
def test_styles_are_followed(style: str, short: Race) -> None:
    with plt.style.context([style, {"lines.linewidth": 3.0, "font.size": 7.0}]):
        axes = plot(short, plt.figure().add_subplot())
        dark = style == "dark_background"
        for run, look in zip(short, styles_for(short.entrants), strict=True):
            assert to_hex(line(axes, run.name).get_color()) == (look.dark if dark else look.light)
            assert line(axes, run.name).get_linewidth() == pytest.approx(3)
        assert all(each.get_fontsize() == pytest.approx(7 * 10 / 12) for each in axes.texts)
        assert axes.xaxis.label.get_color() == mpl.rcParams["axes.labelcolor"]
        theme = pen_for(axes).theme
        assert all(contrast(theme.soft, each) >= 4.5 for each in THEMES[theme_name(dark)].ground)


def theme_name(dark: bool) -> str:
    return "dark" if dark else "light"


def test_ink_that_cannot_be_read_on_the_ground_is_not_taken(short: Race) -> None:
    with mpl.rc_context({"text.color": "white"}):  # of titles on a dark slide, axes being light
        assert pen_for(new_axes()).theme.ink == THEMES["light"].ink
    with mpl.rc_context({"text.color": "#000080"}):
        assert pen_for(new_axes()).theme.ink == "#000080"


@pytest.mark.parametrize("layout", ["constrained", "tight"])
def test_no_words_of_a_grid_lie_on_each_other(layout: Any, short: Race) -> None:
    figure = Figure((9, 6), layout=layout)
    grid = figure.subplots(2, 3)
    for k, axes in enumerate(grid.flat):
        (plot if k % 2 else plot_loss)(short, axes)
        axes.set_title(f"Race {k}")
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    boxes = [axes.get_tightbbox(canvas.get_renderer()) for axes in grid.flat]
    for k, box in enumerate(boxes):
        assert box.x0 >= -1 and box.y0 >= -1 and box.x1 <= 901 and box.y1 <= 601  # noqa: PT018
        assert not any(box.overlaps(other) for other in boxes[:k])


@pytest.mark.parametrize("key", ["beale", "saddle_point"])
def test_an_export_has_the_same_pixels_within_its_axes(key: str) -> None:
    """Where settings of matplotlib are those of an export, and the axes stand where its do."""
    drawing = RacePicture(RaceComposition.of(SCENES[key], RaceOptions(views=("above",))))
    drawing.show(60)
    drawing.fan_out()
    theme = drawing.pen.theme
    scale: Any = {"lines.linewidth": 2.2 * 0.72, "font.size": 12 * 0.72}
    with mpl.rc_context({**scale, "text.color": theme.ink, "font.family": "DejaVu Sans"}):
        figure = Figure((8, 6), dpi=100)
        axes = figure.add_axes(drawing.figure.axes[0].get_position().bounds)
        plot(SCENES[key], axes, step=60)
        inside = axes.bbox.padded(-3)
        for each in figure.axes[0].texts:  # the exports set them in a softer ink
            each.set_color(theme.soft)
        ours, theirs = pixels(figure), pixels(drawing.figure)
    rows = slice(int(600 - inside.y1), int(600 - inside.y0))
    across = slice(int(inside.x0), int(inside.x1))
    assert np.abs(ours - theirs)[rows, across].max() <= 2


def test_lines_of_a_film_have_their_points_when_it_is_done() -> None:
    drawing = RacePicture(RaceComposition.of(SCENES["beale"], RaceOptions(size=(320, 240))))
    for _ in pictures(drawing, [(step, 0.04) for step in (0, 5, 9)], 0):
        pass
    run = SCENES["beale"].race()[0]
    drawn = line(drawing.figure.axes[0], run.name)
    np.testing.assert_array_equal(drawn.get_xydata(), run.x[:10])


def test_a_surface_alone_has_nothing_of_a_race() -> None:
    axes = plot_surface(BEALE, new_axes())
    assert [each.get_label() for each in axes.lines] == ["_lowest minimum"]
    assert {each.get_label() for each in axes.collections} >= {"_contours"}
    assert axes.get_legend_handles_labels() == ([], [])


def test_limits_scales_and_aspects_stay_the_callers() -> None:
    axes = new_axes()
    axes.set_aspect("equal")
    plot_surface(BEALE, axes)
    assert axes.get_aspect() == 1
    axes.set(xlim=(0, 4), ylim=(-1, 1))
    figure = axes.get_figure(root=True)
    assert figure
    assert pixels(figure).std() > 1


@pytest.mark.parametrize("suffix", ["svg", "pdf"])
def test_vector_files_are_written(suffix: str, short: Race, tmp_path: Any) -> None:
    figure = Figure()
    plot(short, figure.add_subplot())
    figure.savefig(tmp_path / f"a.{suffix}")
    assert (tmp_path / f"a.{suffix}").stat().st_size > 10_000


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: untyped.plot("beale"), r"'beale' is a name: give its race, as race\('beale'\)"),
        (lambda: untyped.plot(BEALE), "Surface is no race: give one"),
        (
            lambda: untyped.plot(race(BEALE, [SGD()], [(1, 1), (0, 0)], 5)),
            "one race.*race one of them",
        ),
        (
            lambda: untyped.plot(race("noisy_moons", seeds=range(2), steps=3)),
            r"give one, as many.races\[0",
        ),
        (lambda: untyped.plot(SCENES["beale"], step=1e9), "step = 1000000000.0 is not possible"),
        (lambda: untyped.plot(SCENES["beale"], step=-1), "whole number from 0 to 198"),
        (
            lambda: untyped.plot(SCENES["beale"], plt.subplots(1, 2)[1]),
            "several axes: give one of them",
        ),
        (lambda: untyped.plot(SCENES["beale"], Figure()), "ax is Figure: give axes"),
        (
            lambda: untyped.plot(SCENES["beale"], Figure().add_subplot(projection="3d")),
            "projection '3d': give plain axes",
        ),
        (lambda: untyped.plot_loss(SCENES["beale"], chart="speed"), "accuracy or loss or cost"),
        (lambda: untyped.plot_loss(SCENES["beale"], chart="accuracy"), "classifies nothing"),
        (lambda: untyped.plot_loss(SCENES["beale"], chart="cost"), "choose loss"),
        (lambda: untyped.plot_surface(SCENES["beale"]), "Scene is no surface"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(wrong: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        wrong()
