"""A visitor's data in the browser: pasted or opened, scaled and unscaled, wrong; in no address."""

import re
from pathlib import Path

import pytest

from tests.browser.visitor import Visitor
from tests.support.tables import TEXT


def open_data(visitor: Visitor) -> None:
    visitor.pick_scene("Your data")
    visitor.page.get_by_text("Condition number").first.wait_for()
    visitor.until(lambda: "Logistic" in visitor.player.locator(".summary").inner_text())


def open_table(visitor: Visitor) -> None:
    field = visitor.page.get_by_role("textbox", name="Table as CSV text")
    button = visitor.page.get_by_role("button", name="Table", exact=True)
    while not field.is_visible():
        button.click()
        visitor.page.wait_for_timeout(500)


def paste(visitor: Visitor, text: str) -> None:
    open_table(visitor)
    visitor.page.get_by_role("textbox", name="Table as CSV text").fill(text)
    visitor.page.get_by_role("button", name="Use this table").click()


def condition(visitor: Visitor) -> float:
    said = visitor.page.get_by_text("Condition number").first.inner_text()
    return float(re.sub(r"[^\d.e+]", "", said.replace("Condition number", "").split("at")[0]))


@pytest.mark.parametrize("view", ["light-wide", "light-phone"])
def test_a_pasted_table_is_raced_and_scaling_shows_in_the_condition_number(
    visitor: Visitor, view: str
) -> None:
    open_data(visitor)
    paste(visitor, TEXT.replace(",", ";"))
    read = visitor.page.get_by_text("Read: 80 rows of 4 columns, separated by semicolons")
    read.wait_for()
    visitor.page.keyboard.press("Escape")
    visitor.watch_it_move()
    raw = condition(visitor)
    assert raw > 1000
    visitor.page.get_by_text("Standardize", exact=True).click()
    visitor.until(lambda: condition(visitor) < 10)
    visitor.watch_it_move()
    visitor.screenshot(f"data-{view}")
    visitor.page.get_by_text("Standardize", exact=True).click()
    visitor.expect(lambda: condition(visitor), raw)


def test_a_wrong_file_is_told_beside_the_field_and_the_race_stays(
    visitor: Visitor, tmp_path: Path
) -> None:
    open_data(visitor)
    visitor.pause()
    summary = visitor.player.locator(".summary").inner_text()
    open_table(visitor)
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("a,b\n1,2\n2,n/a\n3,4\n")
    choose = visitor.page.locator(".tablebox input[type=file]")
    choose.set_input_files(wrong)
    told = visitor.alerts.filter(has_text="line 3, column").first
    told.wait_for()
    assert "is not a number" in told.inner_text()
    assert visitor.player.locator(".summary").inner_text() == summary
    large = tmp_path / "large.csv"
    large.write_text("a,b\n" + "1.000000001,2.00000001\n" * 50_000)
    choose.set_input_files(large)
    visitor.page.locator(".tablebox [role=alert]").filter(has_text="more than 1 MB").wait_for()
    right = tmp_path / "right.csv"
    right.write_bytes("größe\tpreis\n1\t2\n2\t3\n3\t5\n".encode("utf-16"))
    choose.set_input_files(right)
    visitor.page.get_by_text("Read: 3 rows of 2 columns, separated by tabs").wait_for()
    visitor.until(lambda: not visitor.alerts.count())
    assert not visitor.exceptions.count()


def test_no_address_says_anything_of_them(visitor: Visitor) -> None:
    visitor.page.goto(f"{visitor.page.url.partition('?')[0]}?scene=booth")
    visitor.until(lambda: "Booth" in visitor.player.locator(".summary").inner_text())
    open_data(visitor)
    visitor.until(lambda: "scene=" not in visitor.page.url)
    visitor.page.get_by_text("Link", exact=True).click()
    visitor.alerts.filter(has_text="a link cannot carry them").wait_for()
    assert not visitor.can("Copy link")
    visitor.watch_it_move()
    assert "?" not in visitor.page.url


def test_the_samples_and_the_lines_through_them_are_drawn(visitor: Visitor) -> None:
    open_data(visitor)
    paste(visitor, "\n".join(line.rpartition(",")[0] for line in TEXT.split("\n")))
    visitor.page.get_by_text("Read: 80 rows of 3 columns").wait_for()
    visitor.page.keyboard.press("Escape")
    lines = visitor.player.locator("[data-view=samples] canvas").last
    visitor.pause()
    seen = set()
    for step in (0, 40, 120):
        visitor.scrub(step)
        visitor.page.wait_for_timeout(200)
        seen.add(lines.evaluate("canvas => canvas.toDataURL()"))
    assert len(seen) == 3
