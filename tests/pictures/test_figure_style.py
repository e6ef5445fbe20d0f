"""A style's parts: each changes what it must, and what is not possible is refused in a sentence."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from numpy.typing import NDArray
from PIL import Image

from optviz import plot
from optviz.__main__ import main
from optviz.export import Style, SweepOptions, export
from optviz.export.formats import request_for
from optviz.optimizers import SGD, Adam
from optviz.pictures.race.composition import RaceComposition, RaceOptions
from optviz.pictures.race.race_picture import RacePicture, legend_of
from optviz.race import Race, race
from optviz.scenes import SCENES
from optviz.style import STYLES, contrast
from surfaces import SURFACES
from tests.support.studies import swept_pair
from tests.support.words import written


@pytest.fixture(scope="module")
def three() -> Race:
    some = {"Adam": Adam(lr=0.3), "SGD": SGD(lr=0.001), "SGD fast": SGD(lr=0.002)}
    return race(SURFACES["beale"], some, steps=30)


def drawn(subject: Race, style: Style, **options: Any) -> RacePicture:
    picture = RacePicture(RaceComposition.of(subject, RaceOptions(style=style, **options)))
    picture.show(picture.steps)
    return picture


def pixels(picture: RacePicture) -> NDArray[np.uint8]:
    picture.figure.canvas.draw()
    return np.array(picture.figure.canvas.buffer_rgba())[..., :3]  # type: ignore[attr-defined]


def shown_pixels(picture: RacePicture, colour: str) -> int:
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return int((pixels(picture) == wanted).all(axis=-1).sum())


def said(picture: RacePicture) -> list[str]:
    return [text.get_text() for text in written(picture)]


def test_an_entrant_has_the_colour_dash_marker_and_label_of_its_author(three: Race) -> None:
    style = Style(
        colour={"adam": "#cc0000"},
        dash={"Adam": "6,2,1,2"},
        marker={"Adam": "diamond"},
        label={"Adam": "Adam (ours)"},
    )
    picture = drawn(three, style)
    assert shown_pixels(picture, "#cc0000") > 50
    assert shown_pixels(drawn(three, Style()), "#cc0000") == 0
    ours, sgd, _ = picture.styles
    assert (ours.dash, ours.marker) == ((6, 2, 1, 2), "diamond")
    assert sgd == STYLES["SGD"]
    assert "Adam (ours)" in said(picture)
    assert "Adam" not in said(picture)


def test_notes_are_all_differing_or_none(three: Race) -> None:
    def details(notes: str) -> list[tuple[str, ...]]:
        composition = RaceComposition.of(three, RaceOptions(style=Style(notes=notes)))
        return [each.details for each in legend_of(composition)]

    assert details("all")[1] == ("lr 0.001",)
    assert details("differing") == [(), ("lr 0.001",), ("lr 0.002",)]
    assert details("none") == [(), (), ()]
    origins = [each.note for each in legend_of(RaceComposition.of(SCENES["beale"]))]
    without = RaceComposition.of(SCENES["beale"], RaceOptions(style=Style(notes="none")))
    assert any(origins)
    assert not any(each.note for each in legend_of(without))


def view(picture: RacePicture) -> Axes:
    return picture.figure.axes[0]


def test_the_legend_is_where_it_was_asked_for_and_leaves_its_room(three: Race) -> None:
    usual, none = drawn(three, Style()), drawn(three, Style(legend="none"))
    below = drawn(three, Style(legend="below"))
    right = drawn(three, Style(legend="right"), size=(600, 600))
    assert view(none).bbox.width > view(usual).bbox.width
    assert view(below).bbox.width == view(none).bbox.width
    assert view(below).bbox.height < view(none).bbox.height
    assert "SGD fast" not in said(none)
    for picture in (below, right):
        (box,) = [box for text, box in written(picture).items() if text.get_text() == "SGD fast"]
        frame = view(picture).bbox
        assert box.y1 < frame.y0 if picture is below else box.x0 > frame.x1
    bare = drawn(three, Style(notes="none"))
    assert view(bare).bbox.width > view(usual).bbox.width  # names alone need less


@pytest.mark.parametrize(("levels", "most"), [(6, 6), (1, 1), (18, 18)])
def test_there_are_at_most_so_many_contours(three: Race, levels: int, most: int) -> None:
    (lines,) = contours(drawn(three, Style(levels=levels)))
    assert 0 < len(lines.levels) <= most
    assert not contours(drawn(three, Style(levels=0)))


def contours(picture: RacePicture) -> list[Any]:
    return [each for each in view(picture).collections if hasattr(each, "levels")]


def test_the_ground_has_the_colours_of_a_map_or_none(three: Race) -> None:
    frame = view(drawn(three, Style())).bbox
    corner = int(600 - frame.y1) + 12, int(frame.x0) + 12

    def ground(style: Style, **options: Any) -> str:
        return to_hex(pixels(drawn(three, style, **options))[corner] / 255)

    assert ground(Style(colours="none")) == "#ffffff"
    assert ground(Style(colours="none"), theme="dark") == "#0e1117"
    red, green, blue = (int(ground(Style(colours="Reds"))[at : at + 2], 16) for at in (1, 3, 5))
    assert red > 1.3 * max(green, blue)


def darkest(picture: RacePicture, at: NDArray[np.float64]) -> int:
    """How dark it is round a point, from 0 for paper to 255."""
    seen, (x, y) = pixels(picture), view(picture).transData.transform(at)
    row, column = len(seen) - round(y), round(x)
    return 255 - int(seen[row - 2 : row + 2, column - 2 : column + 2].max(axis=-1).min())


def black(trails: str) -> tuple[Race, RacePicture]:
    """A way that does not cross itself, black on white."""
    only = race(SURFACES["booth"], {"a": SGD(lr=0.002)}, (-8, -8), 60)
    style = Style(colours="none", levels=0, minima=False, trails=trails)
    return only, drawn(only, replace(style, colour={"a": "black"}, dash={"a": "solid"}))


def test_fading_trails_are_fainter_the_older_they_are() -> None:
    found = {}
    for trails in ("lines", "fading"):
        only, picture = black(trails)
        found[trails] = [darkest(picture, only["a"].x[step]) for step in (4, 20, 40)]
    assert min(found["lines"]) > 200
    first, second, third = found["fading"]
    assert 20 < first < second < third


def test_dots_are_one_for_each_step() -> None:
    (only, dots), (_, line) = black("dots"), black("lines")
    assert all(darkest(dots, only["a"].x[step]) > 200 for step in (3, 4, 5))
    between = (only["a"].x[3] + only["a"].x[4]) / 2
    assert darkest(dots, between) < 50 < darkest(line, between)


def test_limits_show_a_part_with_contours_of_its_own(three: Race) -> None:
    near = drawn(three, Style(xlim=(0, 2), ylim=(0.5, 2)))
    assert view(near).get_xlim() == (0, 2)
    assert view(near).get_ylim() == (0.5, 2)
    whole = drawn(three, Style())
    assert len(contours(near)[0].levels) > 3
    shown = [each for each in said(near) if each in said(whole)]
    assert len(shown) < len(said(whole))
    assert max(three["SGD"].loss) == max(near.composition.race["SGD"].loss)


def test_equal_scales_are_equal(three: Race) -> None:
    for size in ((800, 600), (500, 700)):
        axes = view(drawn(three, Style(equal=True, xlim=(-1, 4), ylim=(-1, 2)), size=size))
        assert axes.bbox.width / 5 == pytest.approx(axes.bbox.height / 3, rel=1e-3)
    with pytest.raises(ValueError, match="equal has no effect in space"):
        request_for(three, "png", Style(equal=True), RaceOptions(views=("space",)))


def test_print_is_grey_and_legible(three: Race) -> None:
    picture = drawn(three, Style(), theme="print", views=("above", "space"), chart="loss")
    seen = pixels(picture).astype(int)
    assert np.ptp(seen, axis=-1).max() == 0
    theme = picture.pen.theme
    for paper in theme.ground:
        assert min(contrast(theme.soft, paper), contrast(theme.ink, paper)) >= 4.5
    looks = {(each.dash, each.marker) for each in picture.styles}
    assert len(looks) == len(picture.styles)
    for given in ({"colour": {"Adam": "red"}}, {"colours": "Reds"}):
        with pytest.raises(ValueError, match="has no effect on paper for print"):
            RaceOptions(theme="print", style=Style(**given))


def test_a_transparent_sheet_lets_through_what_it_is_laid_on(three: Race, tmp_path: Path) -> None:
    with Image.open(export(three, tmp_path / "a.png", RaceOptions(theme="transparent"))) as image:
        alphas = np.asarray(image)[..., 3]
    assert alphas[2, 2] == 0
    assert alphas[300, 300] == 255
    with pytest.raises(ValueError, match="GIF has no transparent pixels"):
        export(three, tmp_path / "a.gif", RaceOptions(theme="transparent"))
    with pytest.raises(ValueError, match="a page is light or dark"):
        export(three, tmp_path / "a.html", RaceOptions(theme="print"))


@pytest.mark.parametrize("views", [("above",), ("space",)])
def test_minima_are_marked_or_not(views: tuple[str, ...]) -> None:
    subject = race(SURFACES["himmelblau"], [Adam(lr=0.1)], steps=5)
    marked, bare = (
        len(view(drawn(subject, Style(minima=each), views=views)).lines) for each in (True, False)
    )
    assert marked - bare == len(SURFACES["himmelblau"].minima)
    assert not any("minimum" in each for each in said(drawn(subject, Style(minima=False))))


def test_axes_of_ones_own_follow_it(three: Race) -> None:
    style = Style(label={"Adam": "Ours"}, colour={"Adam": "crimson"}, minima=False, language="de")
    _, ax = plt.subplots()
    plot(three, ax, style=style)
    ours = {line.get_label(): line for line in ax.lines}["Ours"]
    assert to_hex(ours.get_color()) == to_hex("crimson")
    with pytest.raises(ValueError, match="legend has no effect in axes of your own"):
        plot(three, ax, style=Style(legend="none"))
    with pytest.raises(ValueError, match="is no style"):
        plot(three, ax, style="dark")  # type: ignore[arg-type]
    plt.close("all")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"legend": "left"}, "give right or below or none"),
        ({"notes": None}, "give all or differing or none"),
        ({"minima": "no"}, "give True or False"),
        ({"colour": {"Adam": "redd"}}, "'redd' is no colour"),
        ({"colour": {"Adam": "none"}}, "is no colour"),
        ({"colour": "red"}, "is not by names"),
        ({"dash": {"Adam": "1,2,3"}}, "strokes and gaps in turn"),
        ({"dash": {"Adam": (0, 1)}}, "strokes and gaps in turn"),
        ({"marker": {"Adam": "heart"}}, "give circle or square"),
        ({"label": {"Adam": " "}}, "give 1 to 80 characters"),
        ({"label": {"Adam": "a\nb"}}, "cannot be drawn"),
        ({"levels": 19}, "levels"),
        ({"levels": 2.5}, "levels"),
        ({"trails": "points"}, "give lines or dots or fading"),
        ({"xlim": (1, 1)}, "give the lowest and the highest"),
        ({"ylim": (0, float("inf"))}, "give the lowest and the highest"),
        ({"equal": 1.5}, "give True or False"),
        ({"colours": "virids"}, "did you mean viridis"),
    ],
)
def test_what_is_not_possible_is_refused(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Style(**given)


@pytest.mark.parametrize("part", ["label", "colour", "dash", "marker"])
def test_a_name_that_there_is_not_is_refused_with_those_there_are(three: Race, part: str) -> None:
    look = {"label": "x", "colour": "red", "dash": "solid", "marker": "star"}[part]
    unknown: dict[str, Any] = {part: {"Lion": look}}
    with pytest.raises(ValueError, match="there are Adam, SGD, SGD fast"):
        drawn(three, Style(**unknown))
    twice: dict[str, Any] = {part: {"Adam": look, "adam": look}}
    with pytest.raises(ValueError, match="given twice"):
        drawn(three, Style(**twice))


def test_a_style_comes_out_of_a_file_and_flags_count_more(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'language = "de"\nnotes = "none"\n[colour]\nadam = "#cc0000"\n[dash]\nadam = [6, 2]\n',
        encoding="utf-8",
    )
    read = Style.read(path)
    assert read == Style(
        language="de", notes="none", colour={"adam": "#cc0000"}, dash={"adam": (6, 2)}
    )
    out = tmp_path / "a.svg"
    given = ["export", "beale", str(out), "--style", str(path), "--notes", "all", "--quiet"]
    assert main([*given, "--marker", "adam=circle", "--label", "adam=Unseres"]) == 0
    text = out.read_text(encoding="utf-8")
    assert all(each in text for each in ("Schritt", "erschlossen", "#cc0000", "Unseres"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("colors = 1", "has 'colors', which no style has"),
        ("legend = 'left'", "legend = 'left' is not possible"),
        ("legend =", "is no style in TOML"),
    ],
)
def test_a_file_that_is_no_style_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=sentence):
        Style.read(path)


def test_what_a_kind_or_picture_cannot_follow_is_refused(tmp_path: Path) -> None:
    heat = swept_pair("beale")
    with pytest.raises(ValueError, match="legend has no effect on a heat map"):
        export(heat, tmp_path / "a.png", Style(legend="none"))
    with pytest.raises(ValueError, match="shows nothing: give a colour map"):
        export(heat, tmp_path / "a.png", Style(colours="none"), SweepOptions())
    with pytest.raises(ValueError, match="cloud has its counts in the legend"):
        export(
            SCENES["beale"], tmp_path / "a.png", Style(legend="none"), RaceOptions(cloud="disc:50")
        )
    assert not list(tmp_path.iterdir())
