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
from optviz.pictures.composition import PictureOptions
from optviz.pictures.digits.composition import DigitsComposition
from optviz.pictures.digits.digits_picture import SIZES, DigitsPicture, share_text
from optviz.studies.digits import FIELD, Conditions, Study, Training, plane_of, train
from optviz.studies.digits.rates import Rates
from optviz.style import styles_for
from optviz.words import ENGLISH


def studied(training: Training) -> Study:
    """A study of one training, without the comparison of learning rates, which no picture shows."""
    return Study(
        Conditions(splits=1), (training,), plane_of(training), Rates((), (), np.empty((1, 0, 0)))
    )


@pytest.fixture(scope="module")
def study() -> Study:
    return studied(train(epochs=20))


def drawn(study: Study, **options: Any) -> Figure:
    options = {"size": SIZES["wide"]} | options
    shown = DigitsComposition(study=study, options=PictureOptions(**options))
    return DigitsPicture(shown).figure


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


EVERY_SIZE = [
    *SIZES.values(),
    (1280, 720),
    (640, 800),
    (800, 800),
    (800, 600),
    (400, 300),
    (1000, 240),
]


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_words_lie_on_words_or_leave(study: Study, size: tuple[int, int], theme: str) -> None:
    figure = drawn(study, size=size, theme=theme)
    found = boxes(figure)
    assert len(found) > (40 if min(size) > 400 else 25)
    for (one, a), (other, b) in itertools.combinations(found.items(), 2):
        assert not a.overlaps(b), f"{one} lies on {other}"
    for words, box in found.items():
        assert figure.bbox.contains(*box.p0), words
        assert figure.bbox.contains(*box.p1), words


def test_it_says_who_how_well_and_what_the_plane_holds(study: Study) -> None:
    training, plane = study.shown, study.plane
    said = " ".join(boxes(drawn(study)))
    for run, name, share in zip(training, training.names, plane.shares, strict=True):
        assert name in said
        assert share_text(float(run.accuracy[-1]), ENGLISH) in said
        assert f"{share_text(share, ENGLISH)} in the plane" in said
    assert f"{share_text(plane.share, ENGLISH)} of all variance" in said


def test_nobody_looks_like_somebody_else() -> None:
    styles = styles_for(entrants(list(FIELD)))
    assert len({(style.light, style.dash) for style in styles}) == len(styles)


def test_who_diverged_is_named_so() -> None:
    training = train([SGD(1e308), Adam(0.01)], epochs=2)
    figure = drawn(studied(training))
    assert any(words.startswith("diverged") for words in boxes(figure))


@pytest.mark.parametrize("size", [(240, 240), (240, 1000), (4096, 240), (4096, 4096)])
def test_every_possible_size_is_drawn(study: Study, size: tuple[int, int]) -> None:
    names = {words.partition(" (")[0] for words in boxes(drawn(study, size=size))}
    assert names > set(study.shown.names)


def test_a_title_may_be_given(study: Study) -> None:
    assert "Mine (0)" in boxes(drawn(study, title="Mine"))


@pytest.mark.parametrize("options", [{"theme": "grey"}, {"size": (10, 10)}])
def test_what_cannot_be_drawn_is_said(study: Study, options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not possible"):
        drawn(study, **options)


def test_the_picture_is_not_empty(study: Study) -> None:
    colours = np.ascontiguousarray(pixels(drawn(study))).view(np.uint32)
    assert len(np.unique(colours)) > 500
