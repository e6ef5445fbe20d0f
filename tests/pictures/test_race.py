"""Pictures: everything is on them and nothing is cut off; the fast way draws the same pixels."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.lines import Line2D
from matplotlib.patheffects import Normal, Stroke
from matplotlib.text import Text

from optviz.film.film import Colours
from optviz.film.render import film_of, pictures, pixels
from optviz.film.timing import Timing
from optviz.optimizers import OPTIMIZERS, SGD, Adam
from optviz.pictures.heads import RIM
from optviz.pictures.layout import Rect
from optviz.pictures.marks import HEADS, TRAIL_WIDTH
from optviz.pictures.race.composition import RaceComposition, RaceOptions
from optviz.pictures.race.race_picture import RacePicture, race_layout
from optviz.pictures.theme import THEMES
from optviz.race import race
from optviz.scenes import SCENES
from optviz.scenes.catalog import CATALOG
from optviz.schedules import Piecewise
from surfaces import SURFACES
from tests.support.films import channels

every_scene = pytest.mark.parametrize("key", SCENES)
USUAL = [(1280, 720), (640, 800), (800, 800)]
EVERY_SIZE = [*USUAL, (800, 600), (400, 300), (240, 240), (1000, 240), (240, 1000)]
every_theme = pytest.mark.parametrize("theme", THEMES)


def drawn_afresh(composition: RaceComposition, step: int, turn: float = 0) -> Colours:
    drawing = RacePicture(composition)
    drawing.show(step)
    if turn:
        drawing.turn(turn)
    canvas = FigureCanvasAgg(drawing.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    return pixels(canvas)


@every_theme
@every_scene
def test_the_fast_way_draws_the_same_pixels(key: str, theme: str) -> None:
    composition = RaceComposition.of(SCENES[key], RaceOptions(theme=theme, size=(640, 480)))
    steps = [0, 1, 37, 100]
    frames = [(step, 0.04) for step in steps]
    for step, picture in zip(steps, pictures(RacePicture(composition), frames, 0), strict=True):
        apart = np.abs(channels(picture) - channels(drawn_afresh(composition, step)))
        assert apart.max() <= 2


def test_a_turning_camera_draws_the_same_pixels() -> None:
    options = RaceOptions(size=(480, 360), views=("space", "above"))
    composition = RaceComposition.of(SCENES["saddle_point"], options)
    steps = [0, 99, 198]
    frames = [(step, 0.04) for step in steps]
    for step, picture in zip(steps, pictures(RacePicture(composition), frames, 90), strict=True):
        afresh = drawn_afresh(composition, step, 90 * step / 198)
        apart = np.abs(channels(picture) - channels(afresh))
        assert apart.max() <= 2


@pytest.mark.parametrize("view", ["above", "space"])
def test_a_circle_marks_where_settings_change_from_that_step_on(view: str) -> None:
    """A change to the same value is seen, before which nothing differs."""
    rate: Any = Piecewise(0.3, {20: 0.3})
    plain, changed = (
        RaceComposition.of(
            race(SURFACES["beale"], [Adam(lr=lr)], (1, 1.6), 60),
            RaceOptions(size=(500, 400), views=(view,), chart="loss"),
        )
        for lr in (0.3, rate)
    )
    legend = race_layout(plain).legend  # which names the change
    for step, seen in ((19, False), (60, True)):
        one, other = (channels(drawn_afresh(each, step)) for each in (plain, changed))
        apart = np.abs(one - other)[:, : int(legend.left)].max(axis=-1)
        assert (apart > 60).any() == seen


def test_trails_look_as_matplotlibs_own_lines_do() -> None:
    """The same strands as `Line2D` with rims; only where lines cross may the order differ."""
    composition = RaceComposition.of(
        race(SURFACES["beale"], [Adam(lr=0.3)], (1, 1.6), 60), RaceOptions(size=(500, 400))
    )
    ours = channels(drawn_afresh(composition, 60))
    drawing = RacePicture(composition)
    (trails,) = drawing.views
    (strand,) = trails.strands
    for artist in trails.artists:
        artist.remove()
    axes, pen = drawing.figure.axes[0], drawing.pen
    width = pen.points(TRAIL_WIDTH)
    rim = [Stroke(linewidth=width + pen.points(2), foreground=pen.theme.rim), Normal()]
    x, y = composition.race[0].x.T
    colour = pen.theme.colour_of(strand.style)
    axes.add_line(
        Line2D(x, y, color=colour, lw=width, path_effects=rim, solid_capstyle="butt", zorder=9)
    )
    marker = HEADS[strand.style.marker]
    size = 2 * pen.points(6) * np.abs(np.asarray(marker.vertices)).max()
    for edge in (pen.points(RIM), 0):
        axes.plot(
            x[-1:], y[-1:], ls="", marker=marker, ms=size, mfc=colour, mec="w", mew=edge, zorder=11
        )
    drawing.moving[-1].step = 60  # type: ignore[attr-defined] # the counter
    canvas = FigureCanvasAgg(drawing.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    theirs = channels(pixels(canvas))
    moved = np.abs(ours - channels(drawn_afresh(composition, 0))).max(axis=-1) > 8
    assert 300 < moved.sum() < 6000
    assert np.abs(ours - theirs)[moved].mean() < 6


@every_theme
@every_scene
@pytest.mark.parametrize(
    "size", [*USUAL, (800, 600), (400, 300), (240, 240), (1000, 240), (240, 1000)]
)
def test_no_word_is_cut_off_or_written_over_another(
    key: str, theme: str, size: tuple[int, int]
) -> None:
    if theme == "dark" and key != "beale":
        return  # words stand where they stand
    drawing = RacePicture(RaceComposition.of(SCENES[key], RaceOptions(size=size)))
    canvas = FigureCanvasAgg(drawing.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    words: list[Text] = []
    draw_text = renderer.draw_text

    def noted(*given: Any, **named: Any) -> None:
        words.extend([named["mtext"]] if named.get("mtext") else [])
        draw_text(*given, **named)

    renderer.draw_text = noted
    drawing.figure.draw(renderer)
    assert len(words) > 10
    boxes = {text: text.get_window_extent(renderer) for text in words}
    for text, box in boxes.items():
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= size[0] + 1 and box.y1 <= size[1] + 1
        assert inside, f"{text.get_text()!r} leaves the picture"
    own = [text for text in words if text.axes is None]
    for k, text in enumerate(own):
        for other in own[:k]:
            assert not boxes[text].shrunk(0.9, 0.8).overlaps(boxes[other]), (text, other)


@pytest.mark.parametrize("size", EVERY_SIZE)
def test_what_the_height_means_is_told_within_its_view(size: tuple[int, int]) -> None:
    views = ("above", "space")
    drawing = RacePicture(RaceComposition.of(SCENES["beale"], RaceOptions(size=size, views=views)))
    canvas = FigureCanvasAgg(drawing.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    texts = [text for axes in drawing.figure.axes for text in axes.texts]
    (caption,) = (text for text in texts if text.get_text().startswith("height"))
    axes = caption.axes
    assert axes
    box = caption.get_window_extent()
    right = axes.get_position().x1 * size[0]
    assert box.x1 <= right + 1


@settings(deadline=None)
@given(st.integers(240, 4096), st.integers(240, 4096), st.integers(1, 7), st.integers(1, 2))
def test_parts_of_a_picture_never_overlap(w: int, h: int, runs: int, views: int) -> None:
    kinds = list(OPTIMIZERS.values())[:runs]
    done = race(SURFACES["noisy_moons"], [kind() for kind in kinds], steps=1)
    options = RaceOptions(size=(w, h), views=("above", "space")[:views], chart="accuracy")
    composition = RaceComposition.of(done, options)
    where = race_layout(composition)
    parts = [where.header, *where.views, where.legend, *([where.chart] if where.chart else [])]
    for k, part in enumerate(parts):
        assert part.left >= 0
        assert part.top >= 0
        assert min(part.width, part.height) > 0
        assert part.right <= w
        assert part.bottom <= h
        for other in parts[:k]:
            assert not overlap(part, other)


def overlap(one: Rect, other: Rect) -> bool:
    room = 1e-6
    return (
        one.left < other.right - room
        and other.left < one.right - room
        and one.top < other.bottom - room
        and other.top < one.bottom - room
    )


def test_a_race_says_on_its_picture_what_made_it() -> None:
    drawing = RacePicture(RaceComposition.of(SCENES["noisy_moons"]))
    words = {text.get_text() for text in drawing.figure.findobj(Text)}
    assert "Noisy moons" in words
    assert "start w1, w2 = −0.36, 1.27; 118 steps; minibatches of 5, seed 0" in words  # noqa: RUF001
    assert {"roughly recovered", "recovered", "reconstructed", "added"} <= words
    assert "lr 0.2, β₁ 0.9, β₂ 0.999, ε 10⁻⁸" in words


def test_a_run_that_blows_up_says_so_on_its_picture() -> None:
    done = race(SURFACES["beale"], [SGD(lr=1.0), Adam(lr=0.3)], (1, 1.6), 50)
    drawing = RacePicture(RaceComposition.of(done, RaceOptions(views=("above", "space"))))
    words = {text.get_text() for text in drawing.figure.findobj(Text)}
    assert f"diverged at step {done[0].ended}" in words
    film_of(drawing, Timing())  # numbers far outside the picture are no harm


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"size": (100, 600)}, "width = 100"),
        ({"size": (800, 9000)}, "height = 9000"),
        ({"size": 800}, "give width and height"),
        ({"theme": "pink"}, "light or dark"),
        ({"views": ("below",)}, "above or space"),
        ({"views": ()}, "above, space or both"),
        ({"views": ("space", "space")}, "above, space or both"),
        ({"chart": "accuracy"}, "classifies nothing"),
        ({"chart": "speed"}, "accuracy or loss"),
    ],
)
def test_what_cannot_be_drawn_is_refused(options: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        RaceComposition.of(SCENES["beale"], RaceOptions(**options))


def test_batches_are_no_picture() -> None:
    batch = race(SURFACES["beale"], [SGD()], [(1, 1), (0, 0)], 5)
    with pytest.raises(ValueError, match="one race"):
        RaceComposition.of(batch)


@pytest.mark.parametrize("view", ["above", "space"])
def test_long_names_of_axes_are_written(view: str) -> None:
    drawing = RacePicture(RaceComposition.of(CATALOG["epsilon"], RaceOptions(views=(view,))))
    words = {text.get_text() for text in drawing.figure.findobj(Text) if isinstance(text, Text)}
    assert {"w1", "w2 (faint)"} <= words
