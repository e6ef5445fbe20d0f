"""A stranger's first seconds: few actions to a changed race, and what explains itself there."""

import pytest

from optviz.scenes import SCENES
from tests.browser.axe import violations
from tests.browser.visitor import Visitor

PHONE = pytest.mark.parametrize("view", ["light-phone"])
FINGER = 44  # px
SMALL = """(root, finger) => [...root.querySelectorAll("button, select, input, .scrub")]
    .filter(each => each.checkVisibility())
    .map(each => [each.className || each.textContent, each.getBoundingClientRect().height])
    .filter(([_, height]) => height < finger - 0.5)
    .map(([name, height]) => `${name}: ${height}`)"""
COVERED = """each => { const {x, y, width, height} = each.getBoundingClientRect();
    return each.getRootNode().elementFromPoint(x + width / 2, y + height / 2) !== each; }"""


def drag(visitor: Visitor, name: str, by: float) -> None:
    """One action: a number of the legend is dragged to the side."""
    box = visitor.player.get_by_role("spinbutton", name=name, exact=True).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse = visitor.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + by, y, steps=4)
    mouse.up()


def told(visitor: Visitor) -> str:
    """What came of the last thing to try that was done."""
    return visitor.player.locator(".came").inner_text()


def test_one_drag_changes_a_learning_rate_and_the_picture_follows(visitor: Visitor) -> None:
    visitor.scrub(100)
    before, picture = visitor.losses["SGD"], visitor.picture
    drag(visitor, "SGD: lr", 30)
    visitor.until(lambda: visitor.losses["SGD"] != before and visitor.picture != picture)


@PHONE
def test_picture_playback_and_number_are_on_a_phone_together(visitor: Visitor) -> None:
    number = visitor.player.get_by_role("spinbutton", name="Adam: lr", exact=True)
    number.evaluate("each => each.scrollIntoView({block: 'end'})")  # a swipe, one action
    parts = [visitor.player.locator(each) for each in (".picture", ".controls .play")]
    visitor.page.wait_for_timeout(200)
    for each in (*parts, number):
        box = each.bounding_box()
        assert box
        assert box["y"] >= -1
        assert box["y"] + box["height"] <= 845
    assert not number.evaluate(COVERED)
    visitor.scrub(100)
    before = visitor.losses["Adam"]
    drag(visitor, "Adam: lr", 30)
    visitor.until(lambda: visitor.losses["Adam"] != before)


@PHONE
def test_a_phone_has_a_button_for_all_settings(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="All settings").click()
    visitor.page.get_by_test_id("stSidebar").get_by_role("button", name="Reset").wait_for()


@PHONE
def test_fingers_find_their_targets(visitor: Visitor) -> None:
    assert visitor.player.evaluate(SMALL, FINGER) == []


def test_things_to_try_say_what_came_of_them(visitor: Visitor) -> None:
    prompts = visitor.player.get_by_role("group", name="Things to try")
    assert not told(visitor)
    place = visitor.trails.bounding_box()
    prompts.get_by_role("button", name="Double Adam's learning rate").click()
    visitor.page.keyboard.press("Enter")  # the number has the focus
    visitor.page.keyboard.type("0.6")
    visitor.page.keyboard.press("Enter")
    visitor.until(lambda: told(visitor).startswith("Adam: loss 3.02·10⁻⁵ at the end; now loss "))
    prompts.get_by_role("combobox").select_option("SGD")
    visitor.until(lambda: told(visitor).startswith("No: ") and "SGD with loss" in told(visitor))
    prompts.get_by_role("button", name="Drag the ring up the valley's wall").click()
    for _ in range(30):
        visitor.page.keyboard.press("ArrowUp")
    visitor.until(lambda: "ends lowest" in told(visitor))
    assert prompts.locator(".done").count() == 3
    assert visitor.trails.bounding_box() == place  # nothing has jumped
    visitor.choose_scene(SCENES["saddle_point"])
    assert not told(visitor)
    visitor.player.get_by_role("button", name="Hide what to try").click()
    visitor.until(prompts.is_hidden)
    assert visitor.page.evaluate("localStorage.getItem('optviz/prompts')") == "off"
    visitor.press("Try this")
    visitor.until(prompts.is_visible)


def test_the_tour_begins_on_demand_and_is_left_at_any_time(visitor: Visitor) -> None:
    tour = visitor.page.get_by_role("dialog", name="Tour")
    assert tour.is_hidden()
    visitor.press("Tour")
    tour.wait_for()
    seen = []
    while tour.is_visible():
        seen.append(tour.locator("p").inner_text())
        box = tour.bounding_box()
        assert box
        assert min(box["x"], box["y"]) >= 0
        assert box["y"] + box["height"] <= 900
        visitor.page.keyboard.press("Enter")  # Next has the focus
    assert len(set(seen)) == len(seen) == 7
    visitor.press("Tour")
    tour.wait_for()
    visitor.page.keyboard.press("Escape")
    assert tour.is_hidden()
    visitor.page.reload()
    visitor.player.locator(".count").filter(has_text="/").wait_for()
    assert tour.is_hidden()


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone"])
def test_scenes_are_chosen_from_pictures_by_keys_too(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Scenes", exact=True).click()
    window = visitor.page.get_by_role("dialog", name="Scenes")
    shown = window.locator("[aria-current]")
    assert shown.locator("strong").inner_text() == "Beale's function"
    pictures = window.locator("img")
    assert pictures.count() == 28
    visitor.until(
        lambda: pictures.first.evaluate("each => each.complete && each.naturalWidth === 240")
    )
    assert violations(visitor.page) == []
    visitor.page.keyboard.press("Escape")
    visitor.until(window.is_hidden)
    visitor.page.get_by_role("button", name="Scenes", exact=True).click()
    visitor.page.keyboard.press("Tab")  # from the scene that is shown to the next
    visitor.page.keyboard.press("Enter")
    visitor.page.get_by_role("heading", name="Long valley").wait_for()
    assert window.is_hidden()
