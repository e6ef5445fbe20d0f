"""Words in any script are drawn in a font that has them, or the sentence says which is missing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib.font_manager import fontManager

from optviz.export import PictureOptions, export
from optviz.pictures import fonts
from optviz.pictures.fonts import FAMILY, families, family_of
from optviz.scenes import SCENES

SIZE = (300, 240)
WORD = "損失"


@pytest.fixture
def font(tmp_path: Path) -> Iterator[str]:
    """The family of a font that has the word, for the time of the test."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for corner in ((100, 700), (800, 700), (800, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    names = [".notdef", *(f"uni{ord(each):04X}" for each in WORD)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(each): f"uni{ord(each):04X}" for each in WORD})
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (900, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Squares CJK", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    path = tmp_path / "squares.ttf"
    builder.save(path)
    before = list(fontManager.ttflist)
    family_of.cache_clear()
    fontManager.addfont(path)
    yield "Squares CJK"
    fontManager.ttflist = before
    family_of.cache_clear()


def test_what_the_usual_font_has_is_set_in_it() -> None:
    assert families("Größe β₁ = ½, ∞ Жук") == [FAMILY]


def test_another_font_is_found(font: str) -> None:
    assert families(f"Adam {WORD}") == [FAMILY, font]


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
@pytest.mark.filterwarnings("error")
def test_a_title_is_drawn_in_it(suffix: str, font: str, tmp_path: Path) -> None:
    plain = export(SCENES["beale"], tmp_path / f"a.{suffix}", PictureOptions(size=SIZE, title=""))
    options = PictureOptions(size=SIZE, title=WORD)
    drawn = export(SCENES["beale"], tmp_path / f"b.{suffix}", options).read_bytes()
    assert drawn != plain.read_bytes()
    if suffix == "svg":
        assert WORD in drawn.decode()
        assert font in drawn.decode()


@pytest.mark.parametrize(
    ("title", "says"),
    [
        (WORD, r"no font on this machine has \w \(U\+\w+, CJK UNIFIED .*Noto Sans CJK"),
        ("two\nlines", r"U\+000A cannot be drawn: give words in one line"),
        ("half \ud800", r"U\+D800 cannot be drawn"),
    ],
)
def test_what_no_font_has_is_refused_before_anything_is_made(
    title: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = [each for each in fontManager.ttflist if each.name == FAMILY]
    monkeypatch.setattr(fontManager, "ttflist", usual)
    family_of.cache_clear()
    with pytest.raises(ValueError, match=says):
        PictureOptions(title=title)


def test_letters_that_must_be_joined_need_a_matplotlib_that_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "ft2font", object())
    with pytest.raises(ValueError, match=r"HEBREW LETTER SHIN.*matplotlib 3\.11"):
        families("ש")
