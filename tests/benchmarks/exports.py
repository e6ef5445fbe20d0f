"""Exports against matplotlib's own way, FuncAnimation and PillowWriter, drawing the same picture.

    pip install -r requirements.txt
    python -m tests.benchmarks.exports [--rounds 5]

Every run is a process of its own; the sides take turns, so that what else the machine does falls on
all of them. CPU seconds count the child processes too, and neither imports nor the race. Only the
ratios mean something elsewhere.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from matplotlib.animation import FuncAnimation, PillowWriter
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray
from PIL import Image

from optviz.export import FilmOptions, RaceOptions, export
from optviz.film.render import pictures
from optviz.filmwriter.writer import FilmWriter
from optviz.heightmap import heightmap
from optviz.pictures.heads import RIM
from optviz.pictures.labels import write
from optviz.pictures.marks import HEAD_RADIUS, HEADS, TRAIL_WIDTH
from optviz.pictures.race.composition import RaceComposition
from optviz.pictures.race.race_picture import RacePicture
from optviz.scenes import SCENES

FRAMES = 240
TURNING = 120
FPS = 30
FILM = FilmOptions(fps=FPS, poster=0, hold=1 / FPS)
TURN = 90.0


def raced(key: str, frames: int) -> RaceComposition:
    """A scene with as many steps as make so many frames, one step a frame."""
    scene = SCENES[key]
    steps = frames - 1
    return RaceComposition.of(replace(scene, steps=steps))


def usual_2d(composition: RaceComposition) -> FuncAnimation:
    """The same picture as people animate it: lines whose data are set, frame by frame."""
    drawing = RacePicture(composition)
    axes, pen = drawing.figure.axes[0], drawing.pen
    moving: list[Any] = []
    for trails in drawing.views:
        for strand in trails.strands:
            colour, width = pen.theme.colour_of(strand.style), pen.points(TRAIL_WIDTH)
            dash = (0, strand.style.dash) if strand.style.dash else "-"
            rim: dict[str, Any] = {
                "color": pen.theme.rim,
                "lw": width + pen.points(2),
                "zorder": 9,
            }
            line: dict[str, Any] = {"color": colour, "lw": width, "ls": dash, "zorder": 9}
            marker = HEADS[strand.style.marker]
            reach = float(np.abs(np.asarray(marker.vertices)).max())
            head: dict[str, Any] = {
                "marker": marker,
                "ms": 2 * pen.points(HEAD_RADIUS) * reach,
                "mfc": colour,
                "mec": pen.theme.paper,
                "mew": pen.points(RIM / 2),
                "ls": "",
                "zorder": 10,
            }
            moving.append([axes.plot([], [], **how)[0] for how in (rim, line, head)])
    for artist in drawing.moving:
        artist.remove()
    where = drawing.layout.header
    at = where.right, where.top + 10 * pen.scale
    step_text = write(drawing.figure, at, "", 14 * pen.scale, pen.theme.ink, ha="right")
    runs = composition.race.runs

    def update(step: int) -> list[Artist]:
        for (rim_line, line, head), run in zip(moving, runs, strict=True):
            x, y = run.x[: step + 1].T
            rim_line.set_data(x, y)
            line.set_data(x, y)
            head.set_data(x[-1:], y[-1:])
        step_text.set_text(f"step {step}")
        return []

    return FuncAnimation(drawing.figure, update, frames=FRAMES, interval=1000 / FPS, blit=False)


def usual_3d(composition: RaceComposition, frames: int, turn: float) -> FuncAnimation:
    """The saddle as matplotlib's 3-D axes draw it, with lines on the surface."""
    race = composition.race
    figure = Figure((8, 6), dpi=100)
    axes: Any = figure.add_subplot(projection="3d", computed_zorder=False)
    ground = heightmap(race.surface)
    x, y = np.meshgrid(ground.x, ground.y)
    axes.plot_surface(x, y, ground.loss, cmap="coolwarm", alpha=0.9)
    axes.view_init(*composition.camera)
    lines = [axes.plot([], [], [], label=type(run.optimizer).__name__)[0] for run in race]
    heads = [axes.plot([], [], [], "o", color=line.get_color())[0] for line in lines]
    axes.set(
        xlim=race.surface.xlim, ylim=race.surface.ylim, zlim=(ground.loss.min(), ground.loss.max())
    )
    axes.legend()
    title = axes.set_title("")

    def update(step: int) -> list[Artist]:
        for line, head, run in zip(lines, heads, race, strict=True):
            u, v = run.x[: step + 1].T
            line.set_data_3d(u, v, run.loss[: step + 1])
            head.set_data_3d(u[-1:], v[-1:], run.loss[step : step + 1])
        title.set_text(f"step {step}")
        if turn:
            elevation, azimuth = composition.camera
            axes.view_init(elevation, azimuth + turn * step / frames)
        return []

    return FuncAnimation(figure, update, frames=frames, interval=1000 / FPS, blit=False)


def save(animation: FuncAnimation, path: Path, writer: Any) -> None:
    animation.save(path, writer=writer)


Side = Callable[[Path], None]


def side(name: str) -> tuple[str, Side]:
    """A file name, and what writes it; everything that is not to be measured is done here."""
    beale, saddle = raced("beale", FRAMES), raced("saddle_point", FRAMES)
    turning = raced("saddle_point", TURNING)
    pillow = PillowWriter(fps=FPS)

    def ours(composition: RaceComposition, turn: float = 0) -> Side:
        picture = RaceOptions(
            title=composition.title,
            views=composition.views,
            chart=composition.chart,
            camera=composition.camera if "space" in composition.views else None,
        )
        film = replace(FILM, turn=turn or None)
        return lambda path: void(export(composition.race, path, picture, film))

    def usual(make: Callable[[], FuncAnimation], writer: Any) -> Side:
        return lambda path: save(make(), path, writer)

    sides: dict[str, tuple[str, Side]] = {
        "usual 2-D": ("a.gif", usual(lambda: usual_2d(beale), pillow)),
        "2-D gif": ("a.gif", ours(beale)),
        "2-D mp4": ("a.mp4", ours(beale)),
        "2-D webp": ("a.webp", ours(beale)),
        "2-D apng": ("a.apng", ours(beale)),
        "our writer": ("a.gif", usual(lambda: usual_2d(beale), FilmWriter(fps=FPS))),
        "usual 3-D": ("a.gif", usual(lambda: usual_3d(saddle, FRAMES, 0), pillow)),
        "3-D gif": ("a.gif", ours(saddle)),
        "usual turning": ("a.gif", usual(lambda: usual_3d(turning, TURNING, TURN), pillow)),
        "turning gif": ("a.gif", ours(turning, turn=TURN)),
        "turning mp4": ("a.mp4", ours(turning, turn=TURN)),
    }
    return sides[name]


def void(_: object) -> None:
    """Forget what is returned."""


# Side, against which, how many times faster, how many times smaller, extra MB at most.
TARGETS: list[tuple[str, str, float, float, float]] = [
    ("2-D gif", "usual 2-D", 40, 4, 40),
    ("2-D mp4", "usual 2-D", 15, 10, np.inf),
    ("2-D webp", "usual 2-D", 25, 0, np.inf),
    ("2-D apng", "usual 2-D", 25, 0, np.inf),
    ("our writer", "usual 2-D", 20, 0, np.inf),
    ("3-D gif", "usual 3-D", 40, 20, np.inf),
    ("turning gif", "usual turning", 2.5, 0, np.inf),
    ("turning mp4", "usual turning", 2.5, 0, np.inf),
]


def cpu() -> float:
    """Seconds of this process and its children."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(each) for each in whose]
    return sum(each.ru_utime + each.ru_stime for each in used)


def run_side(name: str, folder: Path) -> None:
    """Do it once; print seconds, bytes and how much the memory grew."""
    file, work = side(name)
    path = folder / file
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = cpu()
    work(path)
    seconds = cpu() - began
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(json.dumps([seconds, path.stat().st_size, grown]))


def measure(names: list[str], rounds: int) -> dict[str, list[tuple[float, float, float]]]:
    """Seconds, bytes and megabytes of every side in every round."""
    figures: dict[str, list[tuple[float, float, float]]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory() as folder:
        for k in range(rounds):
            for name in names:
                command = [sys.executable, "-m", __spec__.name, "--side", name, "--folder", folder]
                done = subprocess.run(command, check=True, capture_output=True, text=True)
                figures[name].append(tuple(json.loads(done.stdout)))
                print(f"round {k + 1}: {name} {figures[name][-1][0]:.2f} s", file=sys.stderr)
    return figures


def errors(folder: Path) -> tuple[float, float, float]:
    """Of the 2-D GIF: mean error, the same over pixels that move, and flickering pixels a frame."""
    composition = raced("beale", FRAMES)
    _, work = side("2-D gif")
    work(folder / "a.gif")
    truth = pictures(RacePicture(composition), [(step, 0.0) for step in range(FRAMES)], 0)
    mean, moving, flicker = [], [], []
    last: NDArray[np.int16] | None = None
    shown_before: NDArray[np.int16] | None = None
    with Image.open(folder / "a.gif") as film:
        for k, picture in enumerate(truth):
            true = picture.view(np.uint8).reshape(*picture.shape, 4)[..., :3].astype(np.int16)
            film.seek(k)
            shown = np.asarray(film.convert("RGB")).astype(np.int16)
            apart = np.abs(shown - true)
            mean.append(apart.mean())
            if last is not None and shown_before is not None:
                moved = (true != last).any(axis=-1)
                moving.append(apart[moved].mean())
                flicker.append(((shown != shown_before).any(axis=-1) & ~moved).sum())
            last, shown_before = true, shown
    return float(np.mean(mean)), float(np.mean(moving)), float(np.mean(flicker))


def main() -> int:
    """Print the table; 1 if a median misses its target."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--side")
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    if options.side:
        run_side(options.side, options.folder)
        return 0
    names = list(dict.fromkeys(name for ours, usual, *_ in TARGETS for name in (usual, ours)))
    figures = measure(names, options.rounds)
    missed = 0
    print(f"{'':14}{'CPU s':>8}{'KB':>8}{'MB':>6}  {'faster':>7}{'worst':>7}{'least':>7}", end="")
    print(f"{'smaller':>9}{'least':>7}")
    for name in names:
        seconds, sizes, grown = (list(each) for each in zip(*figures[name], strict=True))
        line = f"{name:14}{median(seconds):8.2f}{median(sizes) / 1000:8.0f}{median(grown):6.0f}"
        for ours, usual, faster, smaller, most in TARGETS:
            if ours == name:
                ratios = [u[0] / o[0] for u, o in zip(figures[usual], figures[name], strict=True)]
                size = median(u[1] for u in figures[usual]) / median(sizes)
                line += f"  {median(ratios):7.1f}{min(ratios):7.1f}{faster:7.1f}"
                line += f"{size:9.1f}{smaller:7.1f}"
                missed |= median(ratios) < faster or size < smaller or median(grown) > most
        print(line)
    with tempfile.TemporaryDirectory() as folder:
        mean, moving, flicker = errors(Path(folder))
    print(f"2-D gif, levels of 255: mean error {mean:.3f}, of what moves {moving:.2f}; ", end="")
    print(f"pixels that flicker {flicker:.1f} a frame (wanted: .12, 3, 0)")
    return int(missed or mean > 0.12 or moving > 3 or flicker > 0)


if __name__ == "__main__":
    sys.exit(main())
