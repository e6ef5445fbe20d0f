"""Looks: told apart without colour, seen on every paper, and enough for newcomers."""

import math
from itertools import combinations, product

import pytest

from optviz.entrants import Entrant, entrants
from optviz.look import LOOK
from optviz.optimizers import NAG, OPTIMIZERS, SGD, Adam, Optimizer
from optviz.style import (
    DARK_PAPER,
    LIGHT_PAPER,
    SPARE_STYLES,
    STYLES,
    contrast,
    luminance,
    settings_text,
    styles_for,
)

EVERY_STYLE = (*STYLES.values(), *SPARE_STYLES)


def test_contrast_is_what_wcag_says_it_is() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_look_is_seen_on_all_of_the_paper(theme: str) -> None:
    paper = {"light": LIGHT_PAPER, "dark": DARK_PAPER}[theme]
    for style, ground in product(EVERY_STYLE, paper):
        assert contrast(getattr(style, theme), ground) >= 3, (style, ground)


@pytest.mark.parametrize(("theme", "least"), [("light", 1.5), ("dark", 2.3)])
def test_a_valley_is_seen(theme: str, least: float) -> None:
    """Lower ground is lighter all the way, and the floor of a valley far lighter than its walls."""
    paper = {"light": LIGHT_PAPER, "dark": DARK_PAPER}[theme]
    assert contrast(paper[0], paper[-1]) >= least
    assert sorted(paper, key=luminance, reverse=True) == list(paper)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_marks_are_seen_on_all_of_the_paper(theme: str) -> None:
    look = LOOK["themes"][theme]
    for ground in (*look["ground"], look["paper"]):
        assert contrast(look["star"], ground) >= 3, ground
        assert min(contrast(look[text], ground) for text in ("ink", "soft")) >= 4.5, ground


def test_looks_differ_without_their_colours() -> None:
    shapes = {(style.dash, style.marker) for style in EVERY_STYLE}
    assert len(shapes) == len(EVERY_STYLE)
    assert len({style.marker for style in STYLES.values()}) == len(STYLES)
    assert len({style.dash for style in STYLES.values()}) == len(STYLES)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_colour_is_there_twice(theme: str) -> None:
    assert len({getattr(style, theme) for style in EVERY_STYLE}) == len(EVERY_STYLE)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_far_apart(theme: str) -> None:
    """In CIELAB, where 2.3 is a just noticeable difference (M. Mahy et al., 1994)."""
    places = [lab(getattr(style, theme)) for style in EVERY_STYLE]
    assert min(math.dist(one, other) for one, other in combinations(places, 2)) > 12


def lab(colour: str) -> tuple[float, float, float]:
    """L*, a*, b* of a colour on a screen (sRGB, D65)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    rows = [
        (0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505),
        (0.2126, 0.7152, 0.0722),
        (0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089),
    ]
    x, y, z = (
        math.cbrt(each) if each > (6 / 29) ** 3 else each * (29 / 6) ** 2 / 3 + 4 / 29
        for each in (sum(a * b for a, b in zip(row, linear, strict=True)) for row in rows)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_white_has_all_the_lightness_and_no_hue() -> None:
    assert lab("#ffffff") == pytest.approx((100, 0, 0), abs=0.02)
    assert lab("#d6293e")[1] > 50


def test_dashes_are_strokes_and_gaps_in_turn() -> None:
    for style in EVERY_STYLE:
        assert len(style.dash) % 2 == 0
        assert all(length > 0 for length in style.dash)


def test_looks_belong_to_optimizers() -> None:
    assert STYLES.keys() <= {kind.__name__ for kind in OPTIMIZERS.values()}


def test_newcomers_get_the_spare_looks_in_turn() -> None:
    count = len(SPARE_STYLES)
    assert count >= 8
    kinds = [type(f"Newcomer{k}", (SGD,), {}) for k in range(count + 1)]
    assert len({style.dash for style in EVERY_STYLE}) == len(EVERY_STYLE)
    styles = styles_for(entrants([kind() for kind in (*kinds[:1], Adam, *kinds[1:])]))
    spare = [each for each in styles if each != STYLES["Adam"]]
    at = SPARE_STYLES.index(spare[0])
    assert spare[:count] == [*SPARE_STYLES[at:], *SPARE_STYLES[:at]]
    assert styles[1] == STYLES["Adam"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "kinds",
    [[kind] * 12 for kind in OPTIMIZERS.values()] + [[*OPTIMIZERS.values()] * 2],
    ids=lambda kinds: "-".join(dict.fromkeys(kind.__name__ for kind in kinds)),
)
def test_the_same_rule_may_race_often_and_is_told_apart(
    kinds: list[type[Optimizer]], theme: str
) -> None:
    """By the dash alone, so in grey and by colour-blind people; by the colour as well."""
    styles = styles_for(entrants([kind() for kind in kinds]))
    assert len({style.dash for style in styles}) == len(styles)
    colours = [getattr(style, theme) for style in styles]
    assert len(set(colours)) == len(colours)
    paper = {"light": LIGHT_PAPER, "dark": DARK_PAPER}[theme]
    assert min(contrast(one, ground) for one, ground in product(colours, paper)) >= 3
    alike = styles_for(entrants([kinds[0]() for _ in range(7)]))
    assert len({style.marker for style in alike}) == len(alike)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_three_of_one_rule_have_three_colours(theme: str) -> None:
    for kind in OPTIMIZERS.values():
        places = [lab(getattr(each, theme)) for each in styles_for(entrants([kind()] * 3))]
        assert min(math.dist(one, other) for one, other in combinations(places, 2)) > 10, kind


def test_settings_are_written_with_the_papers_symbols() -> None:
    assert settings_text(NAG(lr=0.001, mu=0.95)) == "lr 0.001, μ 0.95"
    assert settings_text(Adam(lr=0.3)) == "lr 0.3, β₁ 0.9, β₂ 0.999, ε 10⁻⁸"


def test_the_others_keep_their_looks_when_one_leaves() -> None:
    """Two of each of the seven: nobody moves up, so no colour jumps."""
    field = [
        Entrant(f"{kind.__name__}{number}", kind())
        for kind in OPTIMIZERS.values()
        for number in ("", " 2")
    ]
    styles = styles_for(field)
    for gone in range(len(field)):
        others = [k for k in range(len(field)) if k != gone]
        assert styles_for([field[k] for k in others]) == [styles[k] for k in others]


def test_another_name_keeps_the_look_of_the_one_before() -> None:
    before = styles_for([Entrant("SGD", SGD()), Entrant("SGD 2", SGD()), Entrant("Adam", Adam())])
    after = styles_for([Entrant("SGD", SGD()), Entrant("fast", SGD()), Entrant("Adam", Adam())])
    assert before == after
