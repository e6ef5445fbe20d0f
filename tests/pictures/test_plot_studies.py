"""Sweeps and basin maps in axes of any figure: their own numbers, legends, the exports' pixels."""

from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Patch

import optviz
from optviz import plot_basins, plot_sweep
from optviz.pictures.kinds import kind_of
from optviz.pictures.theme import THEMES
from optviz.studies.targets import DIVERGED
from optviz.style import styles_for
from tests.support.studies import MUS, basin_map, rate_sweep, swept_pair

untyped: Any = optviz


def new_axes() -> Axes:
    return Figure().add_subplot()


def pixels(figure: Figure) -> Any:
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3].astype(int)


@pytest.mark.parametrize("key", ["beale", "saddle_point"])
def test_every_trial_of_a_sweep_is_on_the_axes_or_on_a_strip(key: str) -> None:
    sweep = rate_sweep(key)
    axes = plot_sweep(sweep, new_axes())
    low, high = axes.get_ylim()
    assert axes.get_xscale() == "log"
    for entrant, final in zip(sweep.entrants, sweep.final, strict=True):
        (line,) = (each for each in axes.lines if each.get_label() == entrant.name)
        x, y = (np.asarray(each, dtype=float) for each in line.get_data())
        np.testing.assert_array_equal(x, sweep.swept["lr"])
        np.testing.assert_array_equal(y[np.isfinite(y)], final[np.isfinite(y)])
        shown = (y >= low) & (y <= high)
        strips = [each for beside in axes.child_axes for each in beside.lines]
        marks = [each.get_xdata() for each in strips if each.get_label() == entrant.name]
        counted = shown + np.isin(x, np.concatenate([np.empty(0), *marks]))
        assert (counted == 1).all()


def test_a_strip_says_what_it_has_and_goes_with_the_axes() -> None:
    sweep = rate_sweep("beale")
    axes = plot_sweep(sweep, new_axes())
    labels = [str(each.get_label()) for each in axes.child_axes]
    assert "diverged" in labels
    axes.set_xlim(1e-3, 1)
    assert all(each.get_xlim() == (1e-3, 1) for each in axes.child_axes)
    lost = np.isfinite(sweep.diverged).any(axis=1)
    name = sweep.entrants[int(np.flatnonzero(lost)[0])].name
    strip = axes.child_axes[labels.index("diverged")]
    before = len([each for each in strip.lines if each.get_label() == name])
    next(each for each in axes.lines if each.get_label() == name).remove()
    after = len([each for each in strip.lines if each.get_label() == name])
    assert (before, after) == (1, 0)
    assert not [each for each in axes.lines if str(each.get_label()).endswith(f"own {name}")]


def test_a_legend_has_each_optimizer_once() -> None:
    sweep = rate_sweep("beale")
    handles, labels = plot_sweep(sweep, new_axes()).get_legend_handles_labels()
    assert labels == [each.name for each in sweep.entrants]
    colours = [each.get_color() for each in handles]  # type: ignore[attr-defined]
    assert colours == [style.light for style in styles_for(sweep.entrants)]


def test_a_heat_map_has_the_numbers_and_their_colours() -> None:
    sweep = swept_pair("beale", 0.5)
    figure = Figure()
    axes = plot_sweep(sweep, figure.add_subplot())
    (mesh,) = axes.collections
    cells: Any = mesh.get_array()
    finite = np.isfinite(sweep.final[0])
    np.testing.assert_array_equal(cells.reshape(finite.shape)[finite], sweep.final[0][finite])
    bar = figure.colorbar(mesh, ax=axes)
    assert bar.ax.get_yscale() == "log"
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("learning rate lr", "μ")
    assert 0.99 in [round(float(each), 6) for each in axes.get_yticks()]
    _, labels = axes.get_legend_handles_labels()
    assert {"best", "own setting", "diverged"} == {*labels}
    assert MUS.max() < axes.get_ylim()[1]


def test_a_basin_map_shows_where_runs_end() -> None:
    basins = basin_map("beale")
    place = 2
    axes = plot_basins(basins, new_axes(), optimizer=basins.entrants[place].name)
    (image,) = (each for each in axes.images if each.get_label() == "_basins")
    shown: Any = image.get_array()
    there = basins.filled(basins.minimum)[place] >= 0
    np.testing.assert_array_equal(shown[..., 3] > 0, there)
    handles, labels = axes.get_legend_handles_labels()
    assert all(isinstance(each, Patch) for each in handles)
    assert ("diverged" in labels) == bool((basins.minimum[place] == DIVERGED).any())
    assert "A: (3, 0.5)" in labels


def test_at_the_start_only_what_begins_at_a_minimum_is_there() -> None:
    basins = basin_map("himmelblau")
    early, late = (plot_basins(basins, new_axes(), optimizer=0, step=step) for step in (0, 60))
    few, many = (np.asarray(each.images[0].get_array())[..., 3].sum() for each in (early, late))
    assert few < many


def sheet(subject: Any) -> Any:
    kind = kind_of(subject)
    return kind.draw(kind.compose(subject, kind.options()))


@pytest.mark.parametrize(
    ("subject", "draw"),
    [
        (rate_sweep, plot_sweep),
        (swept_pair, plot_sweep),
        (basin_map, lambda given, ax: plot_basins(given, ax, optimizer=0)),
    ],
    ids=["curves", "map", "basins"],
)
def test_an_export_has_the_same_pixels_within_its_axes(
    subject: Any, draw: Callable[..., Axes]
) -> None:
    drawing = sheet(subject("beale"))
    theirs = drawing.regions[0].axes if hasattr(drawing, "regions") else drawing.axes
    theme = THEMES["light"]
    usual: Any = {"lines.linewidth": 2.2 * 0.72, "font.size": 12 * 0.72, "text.color": theme.ink}
    with mpl.rc_context(usual | {"font.family": "DejaVu Sans"}):
        figure = Figure((8, 6), dpi=100)
        axes = draw(subject("beale"), figure.add_axes(theirs.get_position().bounds))
        axes.grid(visible=False)
        theirs.grid(visible=False)
        inside = axes.bbox.padded(-3)
        ours, expected = pixels(figure), pixels(drawing.figure)
    rows = slice(int(600 - inside.y1) + 1, int(600 - inside.y0))
    across = slice(int(inside.x0) + 1, int(inside.x1))
    assert np.abs(ours - expected)[rows, across].max() <= 2


@pytest.mark.parametrize("style", ["dark_background", "ggplot"])
def test_titles_stand_above_the_strips_and_nothing_is_cut_off(style: str) -> None:
    with mpl.style.context(style):
        figure = Figure((5, 4), layout="constrained")
        axes = plot_sweep(rate_sweep("beale"), figure.add_subplot())
        axes.set_title("A title")
        canvas: Any = FigureCanvasAgg(figure)
        canvas.draw()
        title = axes.title.get_window_extent()
        assert title.y1 <= figure.bbox.height
        assert all(title.y0 >= each.bbox.y1 for each in axes.child_axes)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: untyped.plot_sweep("beale"), "str is no sweep: give the last"),
        (lambda: untyped.plot_sweep(rate_sweep("beale"), measure="steps"), "a threshold"),
        (lambda: untyped.plot_sweep(rate_sweep("beale"), measure="speed"), "final or steps"),
        (lambda: untyped.plot_sweep(rate_sweep("beale"), [1]), "give one of them"),
        (lambda: untyped.plot_basins(rate_sweep("beale")), "Sweep is no basin map"),
        (lambda: untyped.plot_basins(basin_map("beale")), "optimizer = None .* give one of SGD, "),
        (lambda: untyped.plot_basins(basin_map("beale"), optimizer="Adan"), "optimizer = 'Adan'"),
        (lambda: untyped.plot_basins(basin_map("beale"), optimizer=0, step=101), "from 0 to 100"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(wrong: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        wrong()
