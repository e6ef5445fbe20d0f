"""Sizes: pixels, lengths on paper and names, and what files of them measure."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from optviz.export import FilmOptions, PictureOptions, export
from optviz.optimizers import Adam
from optviz.pictures.sizes import LARGEST, SIZES, SMALLEST, size_of, size_words
from optviz.race import Race, race
from surfaces import SURFACES


@pytest.fixture(scope="module")
def run() -> Race:
    return race(SURFACES["beale"], [Adam(lr=0.3)], (1, 1.6), 2)


@pytest.mark.parametrize(
    ("spelling", "inches"),
    [
        ("3.5in", (3.5, 4.2)),
        ("89mm", (3.5039, 4.2047)),
        ("8,9 cm", (3.5039, 4.2047)),
        ("396pt", (5.5, 4.125)),
        ("85x60mm", (3.3465, 2.3622)),
        ("7.16IN", (7.16, 5.37)),
        ("nature-double", (7.2047, 5.4035)),
        ("a4", (8.2677, 11.6929)),
        ((800, 600), (8, 6)),
        ("800x600", (8, 6)),
        ("1080 x 1920", (2.7, 4.8)),  # fills a phone
        ("story", (2.7, 4.8)),
        ("column", (6.4, 8)),
    ],
)
def test_spellings_are_so_many_inches(spelling: Any, inches: tuple[float, float]) -> None:
    assert [side / 100 for side in size_of(spelling).sheet(None)] == pytest.approx(inches, abs=1e-4)


@pytest.mark.parametrize("name", SIZES)
def test_every_name_can_be_drawn_and_has_a_source(name: str) -> None:
    options = PictureOptions(size=name)
    assert min(options.sheet) >= 220
    assert re.search("[A-Za-z]", SIZES[name].source)
    numbers = re.findall(r"[\d.]+", size_words(name))
    assert numbers == re.findall(r"[\d.]+", SIZES[name].size)


sides = st.integers(SMALLEST, LARGEST)


@given(sides, sides, st.none() | st.floats(50, 1200))
def test_a_size_in_pixels_has_exactly_these(wide: int, high: int, dpi: float | None) -> None:
    """As matplotlib counts them, which rounds inches times dots an inch down."""
    size = size_of((wide, high))
    assert size.pixels(dpi) == (wide, high)
    counted = [int(side / 100 * size.dots(dpi)) for side in size.sheet(dpi)]
    assert counted == [wide, high]


@pytest.mark.parametrize(
    ("size", "dpi", "pixels"),
    [
        ((410, 300), None, (410, 300)),
        ("3.5in", None, (1050, 1260)),
        ("89x70mm", 150, (525, 413)),
        ((800, 600), 200, (800, 600)),
        ((720, 1280), None, (720, 1280)),
    ],
)
def test_files_have_that_many_pixels(
    size: Any, dpi: float | None, pixels: tuple[int, int], run: Race, tmp_path: Path
) -> None:
    options = PictureOptions(size=size, dpi=dpi)
    film = FilmOptions(poster=0, hold=0)
    paths = export(run, tmp_path / "a.png", options), export(run, tmp_path / "a.gif", options, film)
    for path in paths:
        with Image.open(path) as image:
            assert image.size == pixels
    with Image.open(paths[0]) as image:
        assert image.info["dpi"][0] == pytest.approx(options.dots, abs=0.02)


@pytest.mark.parametrize(("size", "points"), [("3.25in", 234.0), ("85mm", 240.945)])
def test_a_still_is_as_wide_on_paper_as_was_asked(
    size: str, points: float, run: Race, tmp_path: Path
) -> None:
    pdf = export(run, tmp_path / "a.pdf", PictureOptions(size=size)).read_bytes()
    found = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", pdf)
    assert found
    assert float(found[1]) == pytest.approx(points, abs=0.01)
    assert float(found[2]) / float(found[1]) == pytest.approx(1.2, abs=1e-3)
    assert b"/FontFile2" in pdf
    assert b"/Type3" not in pdf
    svg = export(run, tmp_path / "a.svg", PictureOptions(size=size)).read_text()
    assert float(re.findall(r'width="([\d.]+)pt"', svg)[0]) == pytest.approx(points, abs=0.01)


def test_the_ground_of_a_pdf_is_as_fine_as_was_asked(run: Race, tmp_path: Path) -> None:
    files = [
        export(run, tmp_path / f"{dpi}.pdf", PictureOptions(size="3.5in", dpi=dpi)).read_bytes()
        for dpi in (100, 600)
    ]
    coarse, fine = (max(int(each) for each in re.findall(rb"/Width (\d+)", data)) for data in files)
    assert fine > 5 * coarse


@pytest.mark.parametrize("size", ["3", "wide", "1in", "50in", "nanin", -3, "1/0in", True, "3x4"])
def test_what_is_no_size_is_refused(size: Any) -> None:
    with pytest.raises(ValueError, match=r"size|number|inches|width"):
        PictureOptions(size=size)


@pytest.mark.parametrize(
    ("size", "dpi", "says"),
    [
        ((800, 600), 10, "dpi = 10 is not possible"),
        ((800, 600), True, "dpi = True"),
        ((800, 600), float("nan"), "dpi = nan"),
        ((800, 600), 400, "a picture of 2 x 1.5 inches"),
        ("a4", 1200, "give a lower dpi"),
    ],
)
def test_pixels_that_no_picture_has_are_refused(size: Any, dpi: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        PictureOptions(size=size, dpi=dpi)
