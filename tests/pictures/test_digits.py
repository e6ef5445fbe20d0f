"""The picture of the digits: what it says, and that nothing lies on anything else."""

import itertools
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from numpy.typing import NDArray

from optviz.entrants import entrants
from optviz.optimizers import SGD, Adam
from optviz.pictures.digits.digits import SIZES, as_svg, draw_digits, share_text
from optviz.studies.digits import FIELD, Plane, Training, plane_of, train
from optviz.style import styles_for


@pytest.fixture(scope="module")
def drawn() -> tuple[Training, Plane]:
    training = train(epochs=20)
    return training, plane_of(training)


def pixels(figure: Figure) -> NDArray[np.uint8]:
    """The figure, drawn."""
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())


def boxes(figure: Figure) -> dict[str, Bbox]:
    """Every text that is seen: by what it says, and a number that tells it from others."""
    pixels(figure)
    texts = [*figure.texts]
    for axes in figure.axes:
        texts += [*axes.texts, axes.xaxis.label, axes.yaxis.label]
        for axis in (axes.xaxis, axes.yaxis):
            low, high = sorted(axis.get_view_interval())
            texts += [t.label1 for t in axis.get_major_ticks() if low <= t.get_loc() <= high]
    seen = [each for each in texts if each.get_visible() and each.get_text()]
    return {f"{each.get_text()} ({k})": each.get_window_extent() for k, each in enumerate(seen)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_words_lie_on_words_or_leave(
    drawn: tuple[Training, Plane], size: str, theme: str
) -> None:
    figure = draw_digits(*drawn, size=SIZES[size], theme=theme)
    found = boxes(figure)
    assert len(found) > 40
    for (one, a), (other, b) in itertools.combinations(found.items(), 2):
        assert not a.overlaps(b), f"{one} lies on {other}"
    for words, box in found.items():
        assert figure.bbox.contains(*box.p0), words
        assert figure.bbox.contains(*box.p1), words


def test_it_says_who_how_well_and_what_the_plane_holds(drawn: tuple[Training, Plane]) -> None:
    training, plane = drawn
    said = " ".join(boxes(draw_digits(training, plane)))
    for run, name, share in zip(training, training.names, plane.shares, strict=True):
        assert name in said
        assert share_text(float(run.accuracy[-1])) in said
        assert f"{share_text(share)} in the plane" in said
    assert f"{share_text(plane.share)} of all variance" in said


def test_nobody_looks_like_somebody_else() -> None:
    styles = styles_for(entrants(list(FIELD)))
    assert len({(style.light, style.dash) for style in styles}) == len(styles)


def test_who_diverged_is_named_so() -> None:
    training = train([SGD(1e308), Adam(0.01)], epochs=2)
    plane = plane_of(training)
    figure = draw_digits(training, plane)
    assert any(words.startswith("diverged") for words in boxes(figure))


def test_the_same_picture_is_the_same_file(drawn: tuple[Training, Plane]) -> None:
    one, other = (as_svg(draw_digits(*drawn)) for _ in range(2))
    assert one == other
    assert one.lstrip().startswith("<?xml")


@pytest.mark.parametrize("wishes", [{"theme": "grey"}, {"size": (10, 10)}])
def test_what_cannot_be_drawn_is_said(
    drawn: tuple[Training, Plane], wishes: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match="not possible"):
        draw_digits(*drawn, **wishes)


def test_the_picture_is_not_empty(drawn: tuple[Training, Plane]) -> None:
    colours = np.ascontiguousarray(pixels(draw_digits(*drawn))).view(np.uint32)
    assert len(np.unique(colours)) > 500
