"""Figures that change from frame to frame, each in a way of its own.

Every one is a function that gives the figure and what brings it to frame k; frame 0 may be asked
for twice, as matplotlib does.
"""

from collections.abc import Callable
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import ConnectionPatch, PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

Scene = tuple[Figure, Callable[[int], Any]]

X = np.linspace(0, 10, 60)


def figure(**settings: Any) -> Figure:
    made = Figure(figsize=(3.2, 2.4), dpi=80, **settings)
    FigureCanvasAgg(made)
    return made


def plot(**settings: Any) -> tuple[Figure, Any]:
    made = figure(**settings)
    axes = made.add_subplot()
    axes.set(xlim=(0, 10), ylim=(-1.5, 1.5))
    return made, axes


def wave(k: int) -> tuple[Any, Any]:
    return X[: 5 * k + 2], np.sin(X[: 5 * k + 2])


def growing_line() -> Scene:
    made, axes = plot()
    axes.contourf(*np.meshgrid(X, [-1.5, 0, 1.5]), np.arange(180).reshape(3, 60))
    line = axes.plot([], [], lw=3)[0]
    return made, lambda k: line.set_data(*wave(k))


def line_that_leaves_the_axes() -> Scene:
    made, axes = plot()
    line = axes.plot([], [], lw=6, clip_on=False, alpha=0.6)[0]
    return made, lambda k: line.set_data([-3 + k, 12 - k], [-2, 2])


def scatter() -> Scene:
    made, axes = plot()
    axes.plot(X, np.cos(X))
    points = axes.scatter(X, 0 * X, c=X, alpha=0.7)
    return made, lambda k: points.set_offsets(np.stack([X, np.sin(X + k)], axis=1))


def counter() -> Scene:
    made, axes = plot()
    text = axes.text(0.5, 0.5, "", transform=axes.transAxes)
    axes.plot(X, np.cos(X))
    return made, lambda k: text.set_text(f"step {k}")


def title() -> Scene:
    made, axes = plot()
    line = axes.plot([], [])[0]

    def update(k: int) -> None:
        line.set_data(*wave(k))
        axes.set_title(f"step {k}" if k != 5 else "two\nlines $\\int_0^1$")

    return made, update


def title_only_once() -> Scene:
    made, axes = plot()
    line = axes.plot([], [])[0]

    def update(k: int) -> None:
        line.set_data(*wave(k))
        if k == 5:
            axes.set_title("half way")
            axes.set_xlabel("time")

    return made, update


def title_over_an_axis() -> Scene:
    made, axes = plot()
    axes.xaxis.tick_top()
    line = axes.plot([], [])[0]

    def update(k: int) -> None:
        line.set_data(*wave(k))
        axes.set_title(f"step {k}" if k < 4 else f"$\\frac{{\\int_0^{k}}}{{y_{{g_g}}}}$")

    return made, update


def legend_above() -> Scene:
    made, axes = plot()
    line = axes.plot([], [], "r", lw=8, label="wave")[0]
    axes.plot(X, np.cos(X), label="still", alpha=0.4)
    axes.legend(loc="upper left", framealpha=0.5)
    return made, lambda k: line.set_data(*wave(k))


def best_legend() -> Scene:
    made, axes = plot()
    line = axes.plot([], [], "r", lw=8, label="wave")[0]
    axes.legend()
    return made, lambda k: line.set_data(X, np.sin(X + k) / 9 + (1 if k < 5 else -1))


def layers_between() -> Scene:
    made, axes = plot()
    moving = []
    for z in range(3):
        moving.append(axes.plot([], [], lw=9, zorder=2 * z + 2)[0])
        axes.plot(X, np.cos(X + z), lw=5, alpha=0.5, zorder=2 * z + 3)

    def update(k: int) -> None:
        for z, line in enumerate(moving):
            line.set_data(wave(k)[0], wave(k)[1] * (1 - 0.2 * z))

    return made, update


def log_axis() -> Scene:
    made = figure()
    axes = made.add_subplot(xscale="log", yscale="log", xlim=(1, 100), ylim=(1, 1e4))
    axes.grid(True, which="both")
    line = axes.plot([], [])[0]
    return made, lambda k: line.set_data(X[1 : 5 * k + 2] * 9, X[1 : 5 * k + 2] ** 3)


def polar() -> Scene:
    made = figure()
    axes = made.add_subplot(projection="polar")
    axes.set_ylim(0, 10)
    line = axes.plot([], [])[0]
    return made, lambda k: line.set_data(X[: 5 * k + 1], X[: 5 * k + 1])


def space(**settings: Any) -> tuple[Figure, Any]:
    made = figure()
    axes = made.add_subplot(projection="3d")
    x, y = np.meshgrid(np.linspace(-1, 1, 8), np.linspace(-1, 1, 8))
    axes.plot_surface(x, y, x * x - y * y, alpha=0.7)
    axes.set(xlim=(-1, 1), ylim=(-1, 1), zlim=(-1, 1), **settings)
    return made, axes


def in_space() -> Scene:
    made, axes = space()
    line = axes.plot([], [], [], "r", lw=3)[0]
    head = axes.plot([], [], [], "ko")[0]

    def update(k: int) -> None:
        t = X[: 5 * k + 1] / 5 - 1
        line.set_data_3d(t, t / 2, t * t)
        head.set_data_3d(t[-1:], t[-1:] / 2, t[-1:] ** 2)

    return made, update


def points_in_space() -> Scene:
    made, axes = space()
    points = axes.scatter([], [], [])

    def update(k: int) -> None:
        points._offsets3d = (X / 5 - 1, np.sin(X + k), np.cos(X))

    return made, update


def turning_camera() -> Scene:
    made, axes = space()
    line = axes.plot([], [], [], "r", lw=3)[0]

    def update(k: int) -> None:
        line.set_data_3d(X[:k] / 10, X[:k] / 10, X[:k] / 10)
        axes.view_init(30, 10 * max(0, k - 4))

    return made, update


def image() -> Scene:
    made, axes = plot()
    shown = axes.imshow(np.zeros((5, 8)), vmin=0, vmax=9, extent=(1, 9, -1, 1), aspect="auto")
    axes.plot(X, np.cos(X), lw=4, alpha=0.5)
    return made, lambda k: shown.set_data(np.full((5, 8), k) + np.eye(5, 8))


def two_images() -> Scene:
    made, axes = plot()
    below = axes.imshow(np.zeros((5, 8)), vmin=0, vmax=9, extent=(1, 9, -1, 1), aspect="auto")
    axes.imshow(np.eye(4), alpha=0.5, extent=(2, 6, -1, 1), aspect="auto")
    made.suppressComposite = False
    return made, lambda k: below.set_data(np.full((5, 8), k) + np.eye(5, 8))


def tight_layout() -> Scene:
    made, axes = plot(layout="tight")
    axes.set(xlabel="x", ylabel="y", title="tight")
    line = axes.plot([], [])[0]
    return made, lambda k: line.set_data(*wave(k))


def constrained_layout() -> Scene:
    made, axes = plot(layout="constrained")
    line = axes.plot([], [])[0]
    outside = axes.text(8, 0, "", clip_on=False)

    def update(k: int) -> None:
        line.set_data(*wave(k))
        outside.set_text("x" * k)
        axes.set_title("one line" if k < 5 else "two\nlines")

    return made, update


def twin_axes() -> Scene:
    made, axes = plot()
    other = axes.twinx()
    other.set_ylim(0, 100)
    line, second = axes.plot([], [], lw=5)[0], other.plot([], [], "r", lw=5)[0]
    axes.plot(X, np.cos(X))

    def update(k: int) -> None:
        line.set_data(*wave(k))
        second.set_data([0, 10], [10 * k, 50])

    return made, update


def added_midway() -> Scene:
    made, axes = plot()
    lines = [axes.plot([], [])[0]]

    def update(k: int) -> None:
        if k == 5:
            lines.append(axes.plot([], [], "r", lw=4)[0])
        for i, line in enumerate(lines):
            line.set_data(wave(k)[0], wave(k)[1] / (1 + i))

    return made, update


def removed_midway() -> Scene:
    made, axes = plot()
    lines = [axes.plot([], [], lw=3)[0] for _ in range(3)]

    def update(k: int) -> None:
        if k == 5:
            lines.pop(1).remove()
        for i, line in enumerate(lines):
            line.set_data(wave(k)[0], wave(k)[1] / (1 + i))

    return made, update


def limits_that_follow() -> Scene:
    made = figure()
    axes = made.add_subplot()
    line = axes.plot([], [])[0]

    def update(k: int) -> None:
        line.set_data(X[: 10 * min(k, 4) + 2], k * X[: 10 * min(k, 4) + 2])
        axes.relim()
        axes.autoscale()

    return made, update


def limits_once() -> Scene:
    made, axes = plot()
    line = axes.plot([], [])[0]

    def update(k: int) -> None:
        line.set_data(*wave(k))
        if k == 5:
            axes.set_xlim(0, 20)

    return made, update


def order_changes() -> Scene:
    made, axes = plot()
    lines = [axes.plot([], [], lw=12)[0] for _ in range(2)]

    def update(k: int) -> None:
        for i, line in enumerate(lines):
            line.set_data([0, 10], [k / 10 - i, i])
        lines[0].set_zorder(2 if k < 5 else 7)

    return made, update


def blinking() -> Scene:
    made, axes = plot()
    line = axes.plot(X, np.sin(X), lw=4)[0]
    other = axes.plot([], [])[0]

    def update(k: int) -> None:
        line.set_visible(k % 3 != 1)
        other.set_data(*wave(k))

    return made, update


def turned_by_its_transform() -> Scene:
    made, axes = plot()
    turn = Affine2D()
    axes.plot(X, np.sin(X), transform=turn + axes.transData)
    line = axes.plot([], [])[0]

    def update(k: int) -> None:
        line.set_data(*wave(k))
        turn.clear().rotate_deg(5 * max(0, k - 4))

    return made, update


def bars_of_one_path() -> Scene:
    made, axes = plot()
    path = Path(np.array([[1, 0], [1, 1], [3, 1], [3, 0], [1, 0]], float))
    axes.add_patch(PathPatch(path))
    line = axes.plot([], [])[0]

    def update(k: int) -> None:
        line.set_data(*wave(k))
        np.asarray(path.vertices)[1:3, 1] = max(4, k) / 10

    return made, update


def bars() -> Scene:
    made, axes = plot()
    container = axes.bar(range(1, 9), np.zeros(8), alpha=0.8)

    def update(k: int) -> None:
        for i, bar in enumerate(container):
            bar.set_height(np.sin(i + k))

    return made, update


def attached() -> Scene:
    made, axes = plot()
    text = axes.text(1, 0, "run")
    axes.annotate("here", (0.5, 0), (20, -30), xycoords=text, textcoords="offset points",
                  arrowprops={"arrowstyle": "->"})  # fmt: skip
    return made, lambda k: text.set_position((k, np.sin(k)))


def connected() -> Scene:
    made = figure()
    left, right = made.subplots(1, 2)
    head = left.plot([0], [0], "o")[0]
    line = ConnectionPatch((0, 0), (0, 0), "data", "data", axesA=left, axesB=right)
    made.add_artist(line)

    def update(k: int) -> None:
        head.set_data([k / 10], [0.5])
        line.xy1 = (k / 10, 0.5)

    for axes in (left, right):
        axes.set(xlim=(0, 1), ylim=(0, 1))
    return made, update


def small_figures() -> Scene:
    made = figure()
    parts: Any = made.subfigures(1, 2)
    lines = []
    for part in parts:
        axes = part.add_subplot()
        axes.set(xlim=(0, 10), ylim=(-1, 1))
        lines.append(axes.plot([], [], lw=4)[0])
        axes.plot(X, np.cos(X))

    def update(k: int) -> None:
        for line in lines:
            line.set_data(*wave(k))

    return made, update


def inset() -> Scene:
    made, axes = plot()
    line = axes.plot([], [], lw=5)[0]
    small = axes.inset_axes((0.5, 0.5, 0.4, 0.4), xlim=(0, 10), ylim=(-1, 1))
    second = small.plot([], [], "r")[0]

    def update(k: int) -> None:
        line.set_data(*wave(k))
        second.set_data(*wave(k))

    return made, update


def figure_text() -> Scene:
    made, axes = plot()
    axes.plot(X, np.sin(X))
    text = made.text(0.3, 0.5, "", fontsize=20, alpha=0.5)
    return made, lambda k: text.set_text(f"{k} of 9")


def drawn_from_scratch() -> Scene:
    made, axes = plot()

    def update(k: int) -> None:
        axes.clear()
        axes.plot(*wave(k))

    return made, update


def colours_change() -> Scene:
    made, axes = plot()
    ground = axes.contourf(*np.meshgrid(X, [-1.5, 0, 1.5]), np.arange(180).reshape(3, 60))
    made.colorbar(ground)
    line = axes.plot([], [])[0]

    def update(k: int) -> None:
        line.set_data(*wave(k))
        if k == 5:
            ground.set_cmap("magma")

    return made, update


def ground_changes() -> Scene:
    made, axes = plot()
    line = axes.plot([], [])[0]

    def update(k: int) -> None:
        line.set_data(*wave(k))
        if k == 5:
            axes.patch.set_facecolor("0.8")

    return made, update


def arrows() -> Scene:
    made, axes = plot()
    field = axes.quiver(X[::6], 0 * X[::6], X[::6], X[::6], scale=50)
    return made, lambda k: field.set_UVC(np.cos(X[::6] + k), np.sin(X[::6] + k))


def standing_still() -> Scene:
    made, axes = plot()
    line = axes.plot([], [])[0]
    return made, lambda k: line.set_data(*wave(k)) if k % 4 < 2 else None


def by_turns() -> Scene:
    made, axes = plot()
    lines = [axes.plot([], [], lw=3)[0] for _ in range(2)]
    return made, lambda k: lines[k % 2].set_data(X, np.sin(X + k))


def hand_drawn() -> Scene:
    with mpl.rc_context({"path.sketch": (1, 100, 2)}):
        made, axes = plot()
        line = axes.plot([], [], lw=4)[0]
        axes.plot(X, np.cos(X))
    return made, lambda k: line.set_data(*wave(k))


# Those of which nothing can be drawn alone, or not for long.
FULL = (
    points_in_space,
    two_images,
    limits_that_follow,
    drawn_from_scratch,
    title_over_an_axis,
)
ALONE = (
    growing_line,
    line_that_leaves_the_axes,
    scatter,
    counter,
    title,
    title_only_once,
    legend_above,
    best_legend,
    layers_between,
    log_axis,
    polar,
    in_space,
    turning_camera,
    image,
    tight_layout,
    constrained_layout,
    twin_axes,
    added_midway,
    removed_midway,
    limits_once,
    order_changes,
    blinking,
    turned_by_its_transform,
    bars_of_one_path,
    bars,
    attached,
    connected,
    small_figures,
    inset,
    figure_text,
    colours_change,
    ground_changes,
    arrows,
    standing_still,
    by_turns,
    hand_drawn,
)
