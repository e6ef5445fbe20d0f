"""The keys, which act only where they should, and full screen."""

import pytest

from tests.browser.visitor import Visitor, uncover


def focus(visitor: Visitor) -> None:
    visitor.page.locator(".player").focus()


def press(visitor: Visitor, *keys: str) -> None:
    for key in keys:
        visitor.page.keyboard.press(key)


def test_space_plays_and_pauses(visitor: Visitor) -> None:
    focus(visitor)
    press(visitor, " ")
    visitor.until(lambda: visitor.can("Play"))
    press(visitor, " ")
    visitor.until(lambda: visitor.can("Pause"))


def test_they_act_on_a_page_that_was_just_opened_unless_that_is_unwanted(visitor: Visitor) -> None:
    assert visitor.page.evaluate("document.activeElement === document.body")
    press(visitor, " ")
    visitor.until(lambda: visitor.can("Play"))
    press(visitor, "?")
    keys = visitor.page.get_by_role("dialog", name="Keys")
    visitor.until(keys.is_visible)
    keys.get_by_role("checkbox").uncheck()
    press(visitor, "Escape")
    visitor.until(keys.is_hidden)
    press(visitor, " ")
    visitor.await_frame()
    assert visitor.can("Play")
    visitor.page.evaluate("localStorage.clear()")
    press(visitor, " ")
    visitor.until(lambda: visitor.can("Pause"))


@pytest.mark.parametrize("view", ["light-wide", "light-phone"])
def test_keys_and_inspector_open_inside_the_window(visitor: Visitor) -> None:
    height = visitor.page.evaluate("innerHeight")

    def inside(part: str) -> bool:
        box = visitor.page.locator(part).bounding_box()
        return box is not None and box["y"] >= 0 and box["y"] + min(box["height"], 300) <= height

    press(visitor, "i")
    visitor.until(lambda: inside(".inspector"))
    press(visitor, "?")
    visitor.until(lambda: inside(".help"))


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1366, 768), (1920, 1080)])
def test_in_full_screen_the_inspector_leaves_the_picture_where_it_can_be_seen(
    visitor: Visitor, width: int, height: int
) -> None:
    """Nothing is off the screen, nothing lies on another thing, and the picture is large."""
    visitor.page.set_viewport_size({"width": width, "height": height})
    focus(visitor)
    press(visitor, "f")
    visitor.until(lambda: visitor.page.evaluate("document.fullscreenElement !== null"))
    press(visitor, "i")
    visitor.page.locator(".inspector").wait_for()
    visitor.await_frame()

    def edges(part: str) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        box = visitor.player.locator(part).bounding_box()
        assert box, part
        return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]

    left, top, right, bottom = edges(".views")
    assert min(left, top) >= 0
    assert bottom - top > height / 2
    numbers, losses, controls = map(edges, (".inspector", ".legend", ".controls"))
    assert right <= min(numbers[0], losses[0])
    assert 0 <= numbers[1] < numbers[3] <= losses[1]
    assert max(bottom, losses[3]) <= controls[1] < controls[3] <= height
    assert max(numbers[2], losses[2], controls[2]) <= width


def test_arrows_home_and_end_move_the_step(visitor: Visitor) -> None:
    visitor.pause()
    focus(visitor)
    press(visitor, "Home")
    visitor.expect(lambda: visitor.step, 0)
    press(visitor, "ArrowRight", "ArrowRight")
    visitor.expect(lambda: visitor.step, 2)
    press(visitor, "Shift+ArrowRight")
    visitor.expect(lambda: visitor.step, 12)
    press(visitor, "ArrowLeft")
    visitor.expect(lambda: visitor.step, 11)
    press(visitor, "Shift+ArrowLeft")
    visitor.expect(lambda: visitor.step, 1)
    press(visitor, "End")
    visitor.expect(lambda: visitor.step, visitor.steps)


def test_brackets_set_the_speed(visitor: Visitor) -> None:
    speed = visitor.player.get_by_label("Speed")
    focus(visitor)
    press(visitor, "]")
    visitor.expect(speed.input_value, "2")
    press(visitor, "[", "[")
    visitor.expect(speed.input_value, "0.5")


def test_digits_hide_and_show_optimizers(visitor: Visitor) -> None:
    row = visitor.legend("Adam")
    focus(visitor)
    press(visitor, "7")
    visitor.expect(lambda: row.get_attribute("aria-pressed"), "false")
    press(visitor, "7")
    visitor.expect(lambda: row.get_attribute("aria-pressed"), "true")


def test_the_other_keys(visitor: Visitor) -> None:
    page = visitor.page
    focus(visitor)
    press(visitor, "?")
    visitor.until(page.locator(".help").is_visible)
    press(visitor, "?")
    visitor.until(page.locator(".help").is_hidden)
    press(visitor, "i")
    visitor.until(page.locator(".inspector").is_visible)
    press(visitor, "s")
    visitor.until(page.locator(".caption").is_visible)
    press(visitor, "s")
    visitor.until(page.locator(".caption").is_hidden)
    loop = visitor.player.get_by_role("button", name="Loop")
    press(visitor, "l")
    visitor.expect(lambda: loop.get_attribute("aria-pressed"), "false")


def test_f_fills_the_screen_with_larger_type_and_keeps_the_keys(visitor: Visitor) -> None:
    def large() -> bool:
        return bool(visitor.page.evaluate("!!document.fullscreenElement"))

    before = visitor.player.evaluate("player => getComputedStyle(player).fontSize")
    focus(visitor)
    press(visitor, "f")
    visitor.until(large)
    after = visitor.player.evaluate("player => getComputedStyle(player).fontSize")
    assert float(after.removesuffix("px")) > 1.2 * float(before.removesuffix("px"))
    press(visitor, " ")
    visitor.until(lambda: visitor.can("Play"))
    press(visitor, "f")
    visitor.until(lambda: not large())


def test_keys_do_nothing_where_the_player_has_no_focus(visitor: Visitor) -> None:
    field = visitor.field("Start x")
    uncover(field)
    field.focus()
    press(visitor, "ArrowLeft", "f", "?")
    visitor.page.wait_for_timeout(200)
    assert visitor.can("Pause")
    assert visitor.page.locator(".help").is_hidden()
    assert not visitor.page.evaluate("!!document.fullscreenElement")
