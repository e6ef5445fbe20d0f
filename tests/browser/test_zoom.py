"""The view from above comes nearer, by wheel, key, box, double click; the race stays as it is."""

from tests.browser.visitor import Visitor


def place(visitor: Visitor, across: float, up: float) -> tuple[float, float]:
    """A place in the picture from above, in pixels of the page."""
    box = visitor.trails.bounding_box()
    assert box
    return box["x"] + across * box["width"], box["y"] + (1 - up) * box["height"]


def test_zoom_leads_in_and_back_and_changes_nothing_else(visitor: Visitor) -> None:
    visitor.pause()
    visitor.scrub(visitor.steps)
    page, mouse = visitor.page, visitor.page.mouse
    ring = visitor.player.locator(".start")
    visitor.player.focus()
    page.keyboard.press("+")
    page.keyboard.press("0")  # drawn anew: an axis' italic type may have been loaded since
    visitor.until(visitor.stands)

    def trails() -> str:
        """Without the ground, whose contours may have their labels in other places."""
        return str(visitor.trails.evaluate("canvas => canvas.toDataURL()"))

    whole, losses, start = trails(), visitor.losses, ring.get_attribute("style")

    def leads_back() -> None:
        """After a wait for what it zoomed to, with the start and the step that were before."""
        visitor.until(lambda: visitor.can("Whole picture (0)"))
        visitor.until(lambda: trails() != whole)
        assert visitor.losses == losses
        page.keyboard.press("0")
        visitor.until(lambda: trails() == whole)
        assert ring.get_attribute("style") == start

    mouse.move(*place(visitor, 0.6, 0.6))
    mouse.wheel(0, -400)
    leads_back()
    page.keyboard.press("+")
    leads_back()
    mouse.dblclick(*place(visitor, 0.6, 0.6))
    leads_back()
    page.keyboard.down("Alt")
    for escaped in (True, False):
        mouse.move(*place(visitor, 0.5, 0.5))
        mouse.down()
        mouse.move(*place(visitor, 0.7, 0.7))
        visitor.until(page.locator(".zoombox").is_visible)
        visitor.screenshot("zoom-box")
        if escaped:
            page.keyboard.press("Escape")
            visitor.until(lambda: not page.locator(".zoombox").count())
        mouse.up()
        visitor.expect(lambda: visitor.can("Whole picture (0)"), not escaped)
    page.keyboard.up("Alt")
    leads_back()
    assert visitor.field("Start x").input_value() == "1"


def test_keys_move_what_is_seen_and_the_start_keeps_the_focus(visitor: Visitor) -> None:
    visitor.pause()
    ring = visitor.player.locator(".start")
    ring.focus()
    for _ in range(4):
        visitor.page.keyboard.press("+")
    visitor.until(lambda: "beyond" in (ring.get_attribute("class") or ""))
    before = visitor.picture
    visitor.page.keyboard.press("Control+ArrowRight")
    visitor.until(lambda: visitor.picture != before)
    assert ring.evaluate("ring => ring.matches(':focus')")
    assert ring.is_visible()
    visitor.player.focus()
    visitor.until(ring.is_hidden)


def test_the_view_in_space_shows_the_same_part(visitor: Visitor) -> None:
    visitor.pause()
    visitor.press("3-D")

    def picture() -> str:
        ground = visitor.player.locator(".space canvas").first
        return str(ground.evaluate("canvas => canvas.toDataURL()"))

    visitor.player.focus()
    visitor.page.keyboard.press("0")
    visitor.until(visitor.stands)
    whole = picture()
    visitor.page.keyboard.press("+")
    visitor.until(lambda: picture() != whole)
    visitor.page.keyboard.press("0")
    visitor.until(lambda: picture() == whole)
