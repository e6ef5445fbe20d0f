"""Trails as lines: cut at a box, divided into pieces, joined again; held against brute force."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.path import Path
from numpy.typing import NDArray

from optviz.pictures.lines import Line, cut, divided

Array = NDArray[np.float64]

LOW, HIGH = np.array([-1.0, -2.0]), np.array([3.0, 2.0])
coordinates = st.floats(-6, 6) | st.sampled_from([-1.0, 3.0, -2.0, 2.0, 0.0, 1e9, -1e300])
polylines = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=12).map(
    lambda points: np.array(points, dtype=float)
)


def length(line: Line) -> float:
    pieces = np.hypot(*np.diff(line.points, axis=0).T)
    return float(pieces[~line.begins[1:]].sum())


def at(points: Array, time: float) -> Array:
    """Where a polyline is at a time, one corner a step."""
    k = min(int(time), len(points) - 2)
    return np.asarray(points[k] + (time - k) * (points[k + 1] - points[k]))


@given(polylines)
def test_what_is_left_lies_in_the_box_and_in_the_order_of_time(points: Array) -> None:
    line = cut(points, LOW, HIGH)
    assert np.isfinite(line.points).all()
    assert (np.diff(line.times) >= 0).all()
    if np.abs(points).max() < 10:
        assert (line.points >= LOW - 1e-9).all()
        assert (line.points <= HIGH + 1e-9).all()
    if len(line.points):
        assert line.begins[0]


@given(polylines.filter(lambda points: len(points) > 1 and np.abs(points).max() < 10))
def test_every_moment_inside_is_kept_and_none_outside(points: Array) -> None:
    line = cut(points, LOW, HIGH)
    spans = [
        (line.times[k - 1], line.times[k]) for k in range(1, len(line.times)) if not line.begins[k]
    ]
    for time in np.linspace(0, len(points) - 1, 97):
        place = at(points, time)
        margin = np.minimum(place - LOW, HIGH - place).min()
        kept = any(begin - 1e-9 <= time <= end + 1e-9 for begin, end in spans)
        if abs(margin) > 1e-6:
            assert kept == (margin > 0)


@given(polylines.filter(lambda points: np.abs(points).max() < 10), st.floats(0.05, 3))
def test_dividing_changes_nothing_but_the_number_of_pieces(points: Array, longest: float) -> None:
    line = cut(points, LOW, HIGH)
    pieces = divided(line, longest)
    assert length(pieces) == pytest.approx(length(line))
    assert pieces.begins.sum() <= line.begins.sum()
    steps = np.hypot(*np.diff(pieces.points, axis=0).T)[~pieces.begins[1:]]
    assert (steps <= longest * (1 + 1e-9)).all()
    for point, time in zip(line.points, line.times, strict=True):
        if length(line):
            gaps = np.hypot(*(pieces.points - point).T) + np.abs(pieces.times - time)
            assert gaps.min() < 1e-9


def test_a_line_grows_step_by_step() -> None:
    line = cut(np.array([(0.0, 0.0), (1, 0), (9, 0), (1, 1), (2, 1)]), LOW, HIGH)
    assert corners(line.until(0)) == [[0, 0]]
    assert corners(line.until(1)) == [[0, 0], [1, 0]]
    whole = line.until(4)
    assert corners(whole) == [[0, 0], [1, 0], [3, 0], [3, 0.75], [1, 1], [2, 1]]
    move, go = Path.MOVETO, Path.LINETO
    assert np.asarray(whole.codes).tolist() == [move, go, go, move, go, go]


def corners(path: Path) -> object:
    return np.asarray(path.vertices).tolist()
