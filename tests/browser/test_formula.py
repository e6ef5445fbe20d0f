"""A visitor's own loss in the browser: typed, typeset, raced on; what is wrong is marked."""

from tests.browser.visitor import Visitor

HOSTILE = "<img src=x onerror=alert(1)> $x$ :red[y] `z` **b**"


def type_formula(visitor: Visitor, text: str) -> None:
    field = visitor.page.get_by_role("textbox", name="Loss of two parameters")
    field.fill(text)
    field.press("Enter")


def open_formula(visitor: Visitor) -> None:
    visitor.pick_scene("Your formula")
    visitor.page.get_by_role("textbox", name="Loss of two parameters").wait_for()


def test_a_formula_is_typeset_and_raced_on(visitor: Visitor) -> None:
    open_formula(visitor)
    type_formula(visitor, "(x - 3)**2 + 2*(y + 1)**2")
    summary = visitor.player.locator(".summary")
    visitor.until(lambda: "(x - 3)**2" in summary.inner_text())
    assert visitor.page.locator(".katex").first.is_visible()
    visitor.watch_it_move()
    visitor.screenshot("formula-light-wide")


def test_a_letters_slider_leaves_start_and_history_as_they_are(visitor: Visitor) -> None:
    open_formula(visitor)
    type_formula(visitor, "a*(x - 1)^2 + y^2")
    slider = visitor.page.get_by_test_id("stSlider").get_by_role("slider")
    slider.wait_for()
    visitor.until(lambda: "a = 1" in visitor.player.locator(".summary").inner_text())
    entries, start = visitor.page.evaluate("history.length"), visitor.field("Start x").input_value()
    slider.press("ArrowRight")
    field = visitor.page.get_by_role("textbox", name="Loss of two parameters")
    visitor.until(lambda: field.input_value() == "a*(x - 1)^2 + y^2; a = 1.05")
    visitor.until(lambda: "a = 1.05" in visitor.player.locator(".summary").inner_text())
    visitor.until(lambda: "a+%3D+1.05" in visitor.page.url)
    assert visitor.page.evaluate("history.length") == entries
    assert visitor.field("Start x").input_value() == start
    visitor.screenshot("formula-letters")


def test_half_a_plane_without_a_value_is_hatched_and_said_to_be(visitor: Visitor) -> None:
    open_formula(visitor)
    type_formula(visitor, "sqrt(x) + y**2 + x**2")
    visitor.until(lambda: "sqrt(x)" in visitor.player.locator(".summary").inner_text())
    ground = visitor.player.locator(".ground")

    def colours() -> int:
        """How many colours a spot has where there is no value: paper and hatching."""
        count: int = ground.evaluate(
            """canvas => {
                const {width, height} = canvas;
                const data = canvas.getContext("2d")
                    .getImageData(width * 0.25 | 0, height * 0.5 | 0, 30, 30).data;
                const seen = new Set();
                for (let i = 0; i < data.length; i += 4) seen.add(data.slice(i, i + 4).join());
                return seen.size;
            }"""
        )
        return count

    visitor.until(lambda: colours() > 2)


def test_a_mistake_is_marked_and_nothing_of_it_is_rendered(visitor: Visitor) -> None:
    open_formula(visitor)
    type_formula(visitor, HOSTILE)
    visitor.alerts.first.wait_for()
    assert "`$` at column 30" in visitor.alerts.first.inner_text()
    assert HOSTILE in visitor.page.get_by_test_id("stCode").inner_text()
    assert visitor.page.locator("[onerror]").count() == 0
    assert not visitor.exceptions.count()
