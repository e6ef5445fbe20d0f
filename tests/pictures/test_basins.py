"""Pictures of basin maps: a panel for each optimizer, areas that are the map's own, all words."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from optviz.basin_colors import HUES, letter, shades
from optviz.film.render import pictures, pixels
from optviz.numbers import percents
from optviz.optimizers import SGD
from optviz.pictures.basins.basin_picture import BasinPicture
from optviz.pictures.basins.composition import BasinComposition
from optviz.pictures.basins.panels import arrange_panels
from optviz.pictures.basins.regions import counts_at
from optviz.pictures.composition import PictureOptions
from optviz.scenes import SCENES
from optviz.studies.basins import UNKNOWN, Basins, basins
from optviz.studies.targets import DIVERGED, NOT_THERE
from surfaces.formula import formula_surface
from tests.support.films import channels
from tests.support.studies import HIMMELBLAU, basin_map
from tests.support.words import check_words

KEYS = ["beale", "long_valley", "himmelblau"]
SIZES = [(800, 600), (1280, 720), (640, 800), (400, 300), (240, 240), (1000, 240), (240, 1000)]


def atlas(found: Basins, **options: Any) -> BasinPicture:
    return BasinPicture(BasinComposition(basins=found, options=PictureOptions(**options)))


def words_of(picture: BasinPicture) -> list[str]:
    return [text.get_text() for text in picture.figure.findobj(Text) if isinstance(text, Text)]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("step", [0, 30, 1000])
def test_areas_are_those_of_the_map(key: str, step: int) -> None:
    found = basin_map(key)
    picture = atlas(found)
    picture.show(step)
    at = found.at(min(step, found.steps))
    assert len(picture.regions) == len(found.optimizers)
    for region, there in zip(picture.regions, at, strict=True):
        drawn = np.asarray(region.image.get_array())
        np.testing.assert_array_equal(drawn[..., 3] > 0, there >= 0)
        for kind in np.unique(there[there >= 0]):
            colours = np.unique(drawn[there == kind][:, :3], axis=0)
            possible = np.round(255 * shades(int(kind), np.linspace(0, 1, 32)))
            assert (colours[:, None] == possible[None]).all(axis=-1).any(axis=-1).all()
        for kind, patch in region.hatches.items():
            corners = np.asarray(patch.get_path().vertices).reshape(-1, 5, 2)
            cells = np.ptp(corners, axis=1).prod(axis=1).sum()
            one = np.diff(region.edges[0])[0] * np.diff(region.edges[1])[0]
            assert cells == pytest.approx(one * (there == kind).sum())


def test_who_arrives_sooner_is_brighter() -> None:
    for kind in range(len(HUES)):
        colours = shades(kind, np.linspace(0, 1, 32))
        linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
        luminance = linear @ [0.2126, 0.7152, 0.0722]  # of sRGB, IEC 61966-2-1
        assert (np.diff(luminance) < 0).all()
        assert luminance[0] > 0.5
        assert luminance[-1] < 0.15


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_kinds_of_areas_differ_by_more_than_colour(theme: str) -> None:
    picture = atlas(basin_map("beale"), theme=theme)
    for region in picture.regions:
        hatches = {kind: patch.get_hatch() for kind, patch in region.hatches.items()}
        assert hatches.keys() == {DIVERGED, NOT_THERE}
        assert hatches[DIVERGED]
        assert hatches[NOT_THERE]
        assert hatches[DIVERGED] != hatches[NOT_THERE]


@pytest.mark.parametrize("key", KEYS)
def test_every_minimum_has_its_letter_at_its_place(key: str) -> None:
    found = basin_map(key)
    for region in atlas(found).regions:
        texts = {text.get_text(): text.get_position() for text in region.axes.texts}
        assert list(texts) == ["A", "B", "C", "D"][: len(found.minima)]
        np.testing.assert_array_equal(list(texts.values()), found.minima)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_cut_off_or_written_over_another(key: str, size: tuple[int, int]) -> None:
    check_words(atlas(basin_map(key), size=size))


def test_the_picture_says_what_it_was_computed_with_and_who_gets_where() -> None:
    found = basin_map("himmelblau")
    picture = atlas(found)
    said = words_of(picture)
    assert "24 x 21 starts x, y; 60 steps; at a minimum: within 0.283" in said
    assert {"SGD", "NAG", "AdaGrad", "Adam", "Momentum"} <= set(said)
    assert "lr 0.3, β₁ 0.9, β₂ 0.999, ε 10⁻⁸" in said
    for step in (10, 60):
        picture.show(step)
        counts = counts_at(found, step)
        assert (counts.sum(axis=1) == 24 * 21).all()
        for (first, second), row in zip(picture.shares, counts.tolist(), strict=True):
            diverged, missed, *arrived = percents(row)
            wanted = ", ".join(f"{letter(k)} {each}" for k, each in enumerate(arrived))
            assert first.get_text() == wanted
            assert f"diverged {diverged}" in second.get_text()
            assert f"not there {missed}" in second.get_text()
    stale = replace(found, done=0.5)
    assert any("50% of the starts known" in words for words in words_of(atlas(stale)))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_fast_way_draws_the_same_pixels(theme: str) -> None:
    options = {"size": (480, 360), "theme": theme}
    steps = [0, 12, 60]
    drawing = atlas(basin_map("himmelblau"), **options)
    frames = [(step, 0.1) for step in steps]
    for step, picture in zip(steps, pictures(drawing, frames, 0), strict=True):
        afresh = atlas(basin_map("himmelblau"), **options)
        afresh.show(step)
        canvas = FigureCanvasAgg(afresh.figure)
        canvas.draw()  # type: ignore[no-untyped-call]
        apart = np.abs(channels(picture) - channels(pixels(canvas))).max(axis=-1)
        # At the corners of panels, ticks and frames lie on each other in another order.
        assert (apart > 2).sum() <= 4 * len(drawing.regions)
        assert apart.max() <= 20


def test_half_a_map_shows_its_neighbours_where_nothing_is_known() -> None:
    surface, optimizers, _, _, seed = SCENES["beale"].conditions
    first = next(basins(surface, optimizers[-1:], (33, 33), 20, seed))
    assert (first.minimum == UNKNOWN).any()
    (region,) = atlas(first).regions
    drawn = np.asarray(region.image.get_array())[..., 3] > 0
    np.testing.assert_array_equal(drawn, first.filled(first.minimum)[0] >= 0)


def test_many_minima_are_told_together() -> None:
    found = basin_map("himmelblau")
    many = replace(found, minima=np.random.default_rng(0).uniform(-5, 5, (30, 2)))
    said = words_of(atlas(many, size=(640, 480)))
    assert any(words.startswith("30 minima") for words in said)
    assert "30 minima, hues in turn" in said
    assert "AD" not in said  # letters would hide the map


@given(
    st.integers(240, 4096),
    st.integers(240, 4096),
    st.integers(1, 12),
    st.floats(0.01, 100),
    st.integers(25, 90),
)
def test_panels_are_alike_and_apart(w: int, h: int, count: int, aspect: float, low: int) -> None:
    where = arrange_panels((w, h), count, aspect, low)
    assert len(where.panels) == count
    assert len({(round(each.width, 6), round(each.height, 6)) for each in where.panels}) == 1
    for k, panel in enumerate(where.panels):
        assert panel.left >= 0
        assert panel.right <= w
        assert panel.top >= where.header.bottom - 1e-6
        assert panel.bottom <= where.legend.top + 1e-6
        for other in where.panels[:k]:
            beside = panel.left >= other.right or other.left >= panel.right
            assert beside or panel.top >= other.bottom or other.top >= panel.bottom


def test_letters_go_on_after_z() -> None:
    assert [letter(k) for k in (0, 25, 26, 51, 52, 126)] == ["A", "Z", "AA", "AZ", "BA", "DW"]


def test_a_surface_without_minima_has_no_map() -> None:
    with pytest.raises(ValueError, match="no known minimum"):
        basins(SCENES["saddle_point"].surface, [SGD()])
    with pytest.raises(ValueError, match="width = 10"):
        atlas(basin_map("beale"), size=(10, 600))
    assert len(HIMMELBLAU.minima) == 4


def test_the_lowest_minima_have_other_discs_and_valleys_are_named() -> None:
    surface = formula_surface(
        "minimum((x^2 + y^2 - 1)^2, 0.5*(x^2 + y^2) + 0.1)", (-1.8, 1.8), (-1.8, 1.8)
    )
    *_, found = basins(surface, [SGD(lr=0.02)], (6, 6), 20)
    picture = atlas(found)
    said = words_of(picture)
    assert any(words.startswith("B: valley through") for words in said)
    assert "A: (0, 0)" in said
    discs = [
        line.get_markerfacecolor()
        for line in picture.regions[0].axes.get_lines()
        if line.get_marker() == "o"
    ]
    assert discs == [picture.pen.theme.paper, picture.pen.theme.ink]
