"""One app on many screens: sharp, not too wide, dark or light, and calm for those who ask."""

import pytest

from tests.browser.visitor import Visitor


@pytest.mark.parametrize("view", ["light-wide", "light-phone"])
def test_canvases_have_a_pixel_for_every_pixel(visitor: Visitor, view: str) -> None:
    density = visitor.page.evaluate("devicePixelRatio")
    assert density == {"light-wide": 1, "light-phone": 2}[view]
    canvases = visitor.player.locator("canvas:visible").all()
    assert len(canvases) >= 3
    for canvas in canvases:
        size = canvas.evaluate("({width, height}) => [width, height]")
        box = canvas.evaluate("({clientWidth, clientHeight}) => [clientWidth, clientHeight]")
        assert size == [density * side for side in box]


@pytest.mark.parametrize("view", ["light-phone"])
def test_a_phone_shows_all_of_the_player_and_scrolls_down_only(visitor: Visitor) -> None:
    widths = "({scrollWidth, clientWidth}) => [scrollWidth, clientWidth]"
    for scroller in ("html", "body", "[data-testid=stMain]"):
        content, room = visitor.page.locator(scroller).evaluate(widths)
        assert content <= room <= 390
    parts = visitor.player.locator(
        ":is(button, canvas, input, select):not(.prompts *)"
    )  # they scroll
    for part in [visitor.player, *parts.all()]:
        if not part.is_visible():  # views that are closed
            continue
        box = part.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


@pytest.mark.parametrize(("view", "dark"), [("light-wide", False), ("dark-wide", True)])
def test_the_picture_is_as_dark_as_the_page(visitor: Visitor, dark: bool) -> None:
    """Measured in a corner of the ground's canvas, where the surface is painted."""
    brightness = visitor.page.locator(".ground").evaluate(
        """canvas => {
            const {width, height} = canvas;
            const pixel = canvas.getContext("2d").getImageData(width * .9, height * .5, 1, 1);
            return (pixel.data[0] + pixel.data[1] + pixel.data[2]) / 3 / 255;
        }"""
    )
    assert (brightness < 0.4) == dark
    assert (brightness > 0.7) != dark


@pytest.mark.parametrize("view", ["calm"])
def test_who_asked_for_less_motion_starts_it_by_hand(visitor: Visitor) -> None:
    assert visitor.can("Play")
    assert visitor.step == 0
    assert visitor.stands()
    visitor.press("Play")
    visitor.until(lambda: visitor.step > 0)
