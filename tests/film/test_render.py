"""Filming any figure whose artists move from step to step; film knows nothing of optviz."""

import ast
from pathlib import Path

import numpy as np
import pytest
from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

import optviz
from optviz.film.render import film_of, pixels
from optviz.film.timing import Timing
from tests.support.films import levels, pictures_of


class Clock:
    """A hand that turns with the steps, before a face that turns with the camera."""

    def __init__(self) -> None:
        self.figure = Figure((1.2, 1), dpi=100)
        FigureCanvasAgg(self.figure)
        axes = self.figure.add_axes((0, 0, 1, 1))
        axes.set(xlim=(-1, 1), ylim=(-1, 1))
        (self.face,) = axes.plot([-0.5, 0.5], [0, 0], lw=6)
        (self.hand,) = axes.plot([0, 1], [0, 0], lw=2, zorder=3)
        self.steps = 4
        self.moving: list[Artist] = [self.hand]
        self.turning: list[Artist] = [self.face]
        self.kept: list[bool] = []

    def show(self, step: float) -> None:
        angle = np.pi / 2 * step / self.steps
        self.hand.set_data([0, np.cos(angle)], [0, np.sin(angle)])

    def turn(self, degrees: float) -> None:
        c, s = np.cos(np.radians(degrees)) / 2, np.sin(np.radians(degrees)) / 2
        self.face.set_data([-c, c], [-s, s])

    def keep_pixels(self, keep: bool) -> None:
        self.kept.append(keep)


@pytest.mark.parametrize("turn", [0, 60])
def test_whatever_moves_can_be_filmed(turn: float) -> None:
    clock = Clock()
    told: list[tuple[int, int]] = []
    film = film_of(clock, Timing(poster=0), turn=turn, progress=lambda *both: told.append(both))
    assert told == [(k, 5) for k in range(1, 6)]
    assert clock.kept == [True, False]
    for step, picture in enumerate(pictures_of(film)):
        afresh = Clock()
        afresh.show(step)
        if turn:
            afresh.turn(turn * step / 4)
        canvas = FigureCanvasAgg(afresh.figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        true = levels(pixels(canvas))
        # The frame of the axes lies under the face where that is drawn anew, not above it.
        assert (picture != true).mean() < 0.02
    assert len(film.frames) == 5


@pytest.mark.parametrize(
    ("package", "allowed"), [("film", {"film"}), ("filmwriter", {"film", "filmwriter", "files"})]
)
def test_what_films_knows_nothing_of_optviz(package: str, allowed: set[str]) -> None:
    for path in (Path(optviz.__file__).parent / package).glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [
            name
            for node in ast.walk(tree)
            for name in (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else []
            )
        ]
        own = {name.split(".")[1] for name in names if name.startswith("optviz.")}
        assert own <= allowed, path.name
        assert "optviz" not in names
        assert not any(name.startswith("surfaces") for name in names)
