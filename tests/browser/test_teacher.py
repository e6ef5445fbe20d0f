"""What a teacher or speaker has: pen, pointer, places to stop at, larger type."""

import pytest

from optviz.scenes import SCENES
from tests.browser.visitor import Visitor


def board(visitor: Visitor) -> int:
    """How many pixels of the board are drawn on."""
    return int(
        visitor.player.locator(".board").evaluate(
            """canvas => {
                const { width, height } = canvas;
                const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
                return data.filter((value, k) => k % 4 === 3 && value).length;
            }"""
        )
    )


def test_one_draws_on_the_picture_and_points(visitor: Visitor) -> None:
    visitor.pause()
    visitor.player.press("d")
    visitor.player.locator(".board").wait_for()
    box = visitor.trails.bounding_box()
    assert box
    mouse, x, y = visitor.page.mouse, box["x"] + 150, box["y"] + 150
    start = visitor.player.locator(".start").bounding_box()
    for down in (0, 40):
        mouse.move(x, y + down)
        mouse.down()
        mouse.move(x + 60, y + down + 20, steps=4)
        mouse.up()
    both = board(visitor)
    visitor.screenshot("pen")
    visitor.player.press("u")
    visitor.until(lambda: 0 < board(visitor) < both)
    visitor.player.press("w")
    visitor.until(lambda: board(visitor) == 0)
    visitor.player.press("o")
    visitor.await_frame()
    mouse.move(x, y)
    visitor.until(lambda: board(visitor) > 100)
    visitor.player.press("o")
    visitor.until(lambda: board(visitor) == 0)
    assert visitor.player.locator(".start").bounding_box() == start  # pens move no start


def test_escape_puts_the_pen_away_and_another_scene_begins_clean(visitor: Visitor) -> None:
    page = visitor.page
    visitor.press("Teach")
    visitor.press("Pen")
    pen = visitor.player.get_by_role("button", name="Pen", exact=True)
    visitor.expect(lambda: pen.get_attribute("aria-pressed"), "true")
    undo = visitor.player.get_by_role("button", name="Undo line")
    assert undo.get_attribute("aria-disabled") == "true"
    box = visitor.trails.bounding_box()
    assert box
    page.mouse.move(box["x"] + 100, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + 160, box["y"] + 140, steps=4)
    page.mouse.up()
    visitor.expect(lambda: undo.get_attribute("aria-disabled"), "false")
    page.keyboard.press("Escape")
    visitor.expect(lambda: pen.get_attribute("aria-pressed"), "false")
    assert board(visitor) > 0
    visitor.choose_scene(SCENES["long_valley"])
    visitor.until(lambda: board(visitor) == 0)


@pytest.mark.parametrize(("view", "least"), [("light-wide", 24), ("light-phone", 44)])
def test_a_flag_on_the_time_line_leads_to_its_stop_and_is_taken_away(
    visitor: Visitor, least: int
) -> None:
    home = visitor.page.url.partition("?")[0]
    again = Visitor(visitor.page, f"{home}?scene=beale&stops=40,80,150")
    flags = again.player.locator(".stop")
    again.expect(flags.count, 3)
    box = flags.nth(2).bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= least
    flags.nth(1).click(force=True)  # on a phone those beside it lie on it, and the nearest is meant
    again.expect(lambda: again.step, 80)
    again.expect(lambda: flags.nth(1).get_attribute("title"), "Take the stop at step 80 away")
    again.until(lambda: "t=80" in again.page.url)
    flags.nth(1).click(force=True)
    again.until(lambda: "stops=40,150" in again.page.url.replace("%2C", ","))
    again.expect(flags.count, 2)
    flags.nth(1).focus()
    again.page.keyboard.press("Enter")
    again.expect(lambda: again.step, 150)
    again.page.keyboard.press("Enter")
    again.until(lambda: "stops=40&" in f"{again.page.url}&")
    again.page.keyboard.press("ArrowLeft")  # the flag that had the focus is gone
    again.expect(lambda: again.step, 149)


def test_playback_stops_at_marks_which_the_address_has(visitor: Visitor) -> None:
    visitor.scrub(30)
    visitor.player.press("m")
    visitor.until(lambda: "stops=30" in visitor.page.url)
    address = visitor.page.url
    visitor.scrub(20)
    visitor.play()
    visitor.until(lambda: visitor.can("Play"))
    assert visitor.step == 30
    visitor.screenshot("stop")
    again = Visitor(visitor.page, address)
    again.scrub(25)
    again.play()
    again.until(lambda: again.can("Play"))
    assert again.step == 30
    again.player.press("t")
    again.press("Stop here")
    again.until(lambda: "stops" not in again.page.url)


def test_type_grows_and_is_kept(visitor: Visitor) -> None:
    visitor.player.press("t")
    size = "element => parseFloat(getComputedStyle(element).fontSize)"
    before = visitor.player.evaluate(size)
    visitor.press("A+")
    visitor.expect(lambda: round(visitor.player.evaluate(size) / before, 2), 1.2)
    assert visitor.page.evaluate("localStorage.getItem('optviz/type size')") == "1.2"
    visitor.player.press("<")
    visitor.expect(lambda: visitor.player.evaluate(size), before)


def test_larger_type_is_there_at_the_next_visit_and_the_playback_stays_on_the_screen(
    visitor: Visitor,
) -> None:
    page = visitor.page
    page.add_init_script("if (location.host) localStorage.setItem('optviz/type size', '1.45')")
    again = Visitor(page, page.url)
    scale = "element => element.style.getPropertyValue('--scale')"
    assert again.player.evaluate(scale) == "1.45"
    page.set_viewport_size({"width": 1366, "height": 768})
    again.player.focus()
    page.keyboard.press("f")
    again.until(lambda: page.evaluate("document.fullscreenElement !== null"))
    again.until(lambda: float(again.player.evaluate(scale)) > 1.6)
    box = again.player.locator(".controls").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 768
    again.screenshot("large-type-full-screen")


def test_the_list_of_the_keys_has_the_tools(visitor: Visitor) -> None:
    visitor.press("Keys")
    said = visitor.page.get_by_role("dialog", name="Keys").get_by_role("listitem")
    said.first.wait_for()
    begins = [each.split(":")[0] for each in said.all_inner_texts()]
    assert set("TDOUWM<>") <= set(begins)
