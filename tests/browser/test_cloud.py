"""A cloud: many starts at once, counted as it runs, and computed in the page."""

import re

import pytest

from tests.browser.visitor import Visitor

ASKED = "performance.getEntriesByName('optviz: asked').length"
PIXELS = """canvas => {
    const { width, height } = canvas;
    const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
    return data.filter((value, k) => k % 4 === 3 && value).length;
}"""


def counts(visitor: Visitor) -> list[list[int]]:
    """Of each optimizer that is shown, how many trials are where."""
    rows = visitor.player.locator(".counts tbody tr:visible")
    return [[int(each) for each in row.split("\t")[1:]] for row in rows.all_inner_texts()]


def caption(visitor: Visitor) -> str:
    return visitor.player.locator(".counts caption").inner_text()


@pytest.mark.parametrize("view", ["light-wide"])
def test_a_cloud_is_counted_follows_the_ring_and_is_in_the_address(visitor: Visitor) -> None:
    visitor.pause()
    visitor.scrub(120)
    visitor.press("Cloud")
    visitor.expect(lambda: caption(visitor), "Where 200 trials each are at step 120")
    before = counts(visitor)
    assert [sum(each) for each in before] == [200] * 7
    picture = visitor.player.locator(".cloud-picture")
    assert picture.evaluate(PIXELS) > 1000
    visitor.screenshot("cloud")
    visitor.scrub(40)
    visitor.expect(lambda: caption(visitor), "Where 200 trials each are at step 40")
    assert counts(visitor) != before
    visitor.scrub(120)
    visitor.expect(lambda: counts(visitor), before)

    ring = visitor.page.locator(".start").bounding_box()
    assert ring
    mouse, x, y = visitor.page.mouse, ring["x"] + ring["width"] / 2, ring["y"] + ring["height"] / 2
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 60, y + 40, steps=4)
    visitor.until(lambda: counts(visitor) != before)
    assert visitor.page.evaluate(ASKED) == 0
    mouse.up()

    shape = visitor.player.get_by_role("combobox", name="Shape of the cloud")
    shape.focus()
    visitor.page.keyboard.press("End")
    number = visitor.player.get_by_role("combobox", name="Trials of each optimizer")
    number.select_option("1,000")
    visitor.until(lambda: re.match("Where 1,000 trials", caption(visitor)))
    visitor.legend("SGD").click()
    visitor.expect(lambda: [sum(each) for each in counts(visitor)], [1000] * 6)
    visitor.until(lambda: "cloud=picture:1000" in visitor.page.url)

    again = Visitor(visitor.page, visitor.page.url)
    again.until(lambda: re.match("Where 1,000 trials", caption(again)))
    again.press("Cloud")
    again.until(lambda: "cloud" not in again.page.url)
    assert picture.evaluate(PIXELS) == 0
