"""The export panel: a preview, a file that can be saved, and a way to stop."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator

from optviz.scenes import SCENES
from tests.browser.axe import violations
from tests.browser.conftest import watched
from tests.browser.offline import offline
from tests.browser.server import Server
from tests.browser.visitor import Visitor, enter, open_box, uncover

STARTS_WITH = {
    "GIF": b"GIF89a",
    "MP4": b"\0\0\0 ftyp",
    "WebP": b"RIFF",
    "WebM": b"\x1aE\xdf\xa3",
    "APNG": b"\x89PNG",
    "PNG": b"\x89PNG",
    "SVG": b"<?xml",
    "PDF": b"%PDF",
    "HTML": b"<!doctype html>",
    "CSV": b"# ",
    "JSON": b"{",
}


class Panel:
    """The panel as a visitor sees it, open."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.box = visitor.page.get_by_test_id("stExpander").filter(has_text="Export").last
        open_box(self.box.locator("details"))
        self.preview.wait_for()
        self.wait_until_idle()

    @property
    def preview(self) -> Locator:
        return self.box.get_by_role("img").last

    @property
    def save(self) -> Locator:
        return self.box.get_by_role("button", name="Save")

    @property
    def cancel(self) -> Locator:
        return self.box.get_by_role("button", name="Cancel")

    def choose(self, label: str, option: str) -> None:
        chosen = self.box.get_by_role("combobox", name=label)
        offered = self.visitor.page.get_by_role("option", name=option, exact=True)

        def opened() -> bool:
            """A list that is still drawn loses a click."""
            chosen.click()
            self.visitor.page.wait_for_timeout(300)
            return offered.is_visible()

        self.visitor.until(opened)
        offered.click()
        self.visitor.expect(chosen.input_value, option)
        self.wait_until_idle()

    def make_for(self, purpose: str) -> None:
        self.box.get_by_role("radio", name=purpose, exact=True).click()
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        """Wait until the page has rerun: before that the button would make the old file."""
        self.visitor.page.wait_for_timeout(300)
        self.visitor.page.locator("[data-test-script-state=notRunning]").wait_for()
        self.visitor.page.locator("[data-stale=true]").first.wait_for(state="hidden")

    def make(self) -> None:
        self.box.get_by_role("button", name="Make the file").click()

    def saved(self, folder: Path) -> Path:
        """The file, as the browser saves it."""
        with self.visitor.page.expect_download() as download:
            self.save.click()
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        return path


def test_a_gif_from_preview_to_file(visitor: Visitor, tmp_path: Path) -> None:
    panel = Panel(visitor)
    panel.choose("Size", "small, 400 x 300")
    panel.make()
    panel.save.wait_for()
    visitor.screenshot("export-done")
    path = panel.saved(tmp_path)
    assert path.name == "beale-7-optimizers-198-steps.gif"
    with Image.open(path) as film:
        assert film.size == (400, 300)
        assert getattr(film, "n_frames", 1) >= 199


@pytest.mark.parametrize("name", STARTS_WITH)
def test_every_format_is_that_kind_of_file(name: str, visitor: Visitor, tmp_path: Path) -> None:
    enter(visitor.field("Steps"), "20")
    visitor.expect(lambda: visitor.steps, 20)
    panel = Panel(visitor)
    panel.make_for("Anything")
    if name != "GIF":
        panel.choose("Format", name)
    panel.make()
    panel.save.wait_for()
    path = panel.saved(tmp_path)
    assert path.suffix == f".{name.lower()}"
    assert path.read_bytes().lower().startswith(STARTS_WITH[name].lower())


def test_a_paper_has_any_width_and_the_command_is_shown(visitor: Visitor) -> None:
    panel = Panel(visitor)
    panel.make_for("Paper")
    for text, told in (("85mm", "--size=85mm"), ("broad", "'broad' is no size")):
        size = panel.box.get_by_role("combobox", name="Size")
        size.fill(text)
        size.press("Enter")
        if text == "85mm":
            panel.wait_until_idle()
            visitor.screenshot("export-paper")
            panel.box.get_by_role("button", name="Make it again").click()
            visitor.page.get_by_text(told).first.wait_for()
            visitor.screenshot("export-again")
            visitor.page.keyboard.press("Escape")
        else:
            panel.box.get_by_text(told).wait_for()
            assert visitor.steps == 198  # the rest of the page stays


def long_work(panel: Panel) -> None:
    """Begin what takes many seconds."""
    panel.box.get_by_role("button", name="3-D", exact=True).click()
    turn = panel.box.get_by_text("Turn the camera")
    turn.click()
    panel.box.get_by_text("A turning camera moves every pixel").wait_for()
    panel.make()
    panel.cancel.wait_for()


def test_long_work_shows_how_far_it_is_and_can_be_cancelled(
    visitor: Visitor, server: Server
) -> None:
    panel = Panel(visitor)
    long_work(panel)
    visitor.until(server.works)
    bar = panel.box.get_by_role("progressbar")
    visitor.until(lambda: 0 < int(bar.get_attribute("aria-valuenow") or 0) < 100)
    visitor.screenshot("export-working")
    panel.cancel.click()
    panel.cancel.wait_for(state="hidden")
    visitor.until(lambda: not server.works())
    assert not panel.save.is_visible()
    assert panel.preview.is_visible()


def test_a_setting_can_change_meanwhile_and_nobody_else_waits(
    visitor: Visitor, server: Server, context_of: Callable[[str], BrowserContext]
) -> None:
    panel = Panel(visitor)
    long_work(panel)
    enter(visitor.field("Steps"), "50")
    visitor.expect(lambda: visitor.steps, 50)
    with watched(context_of("light-wide").new_page(), server) as page:
        other = Visitor(page, server.address)
        enter(other.field("Steps"), "60")
        other.expect(lambda: other.steps, 60)
    assert panel.cancel.is_visible()
    panel.cancel.click()
    panel.cancel.wait_for(state="hidden")


@pytest.mark.parametrize("view", ["light-wide", "dark-wide", "light-phone"])
def test_the_open_panel_fits_and_axe_finds_nothing(visitor: Visitor, view: str) -> None:
    panel = Panel(visitor)
    panel.preview.scroll_into_view_if_needed()
    visitor.screenshot(f"export-{view}")
    page = visitor.page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []


def test_a_warning_goes_with_its_mistake_while_work_goes_on(visitor: Visitor) -> None:
    panel = Panel(visitor)
    long_work(panel)
    enter(visitor.field("Steps"), "0")
    visitor.alerts.wait_for()
    enter(visitor.field("Steps"), "50")
    visitor.alerts.wait_for(state="detached")
    panel.cancel.click()
    panel.cancel.wait_for(state="hidden")


def test_work_that_has_begun_is_done_whatever_is_set_meanwhile(
    visitor: Visitor, tmp_path: Path
) -> None:
    enter(visitor.field("Steps"), "30")
    visitor.expect(lambda: visitor.steps, 30)
    panel = Panel(visitor)
    long_work(panel)
    visitor.choose_scene(SCENES["saddle_point"])
    panel.save.wait_for()
    path = panel.saved(tmp_path)
    assert path.name == "beale-7-optimizers-30-steps.gif"
    with Image.open(path) as film:
        assert getattr(film, "n_frames", 1) == 1 + 31  # the last step first, as a poster


def test_the_file_is_what_was_chosen_last_however_fast_the_button_is_pressed(
    visitor: Visitor,
) -> None:
    panel = Panel(visitor)
    uncover(visitor.field("Steps"))
    visitor.field("Steps").fill("20")
    panel.make()
    panel.box.get_by_role("button", name="Save beale-7-optimizers-20-steps.gif").wait_for()


def test_the_page_that_was_saved_plays_without_a_network(
    visitor: Visitor, browser: Browser, tmp_path: Path
) -> None:
    panel = Panel(visitor)
    panel.choose("Format", "HTML")
    panel.make()
    path = panel.saved(tmp_path)
    with offline(browser, path) as page:
        reader = Visitor(page, path.as_uri())
        reader.until(lambda: reader.step > 0)
        assert reader.steps == visitor.steps
    visitor.screenshot("export-embed")
    for snippet in ('<iframe src="beale-7-optimizers-198-steps.html#embed"', "<optviz-race src="):
        assert panel.box.locator("code").filter(has_text=snippet).is_visible()


def test_what_it_will_cost_is_told_before(visitor: Visitor) -> None:
    panel = Panel(visitor)
    cost = panel.box.get_by_text(re.compile(r"About [\d.]+ [KM]B, \d+ s\.$"))
    usual = cost.inner_text()
    panel.choose("Size", "small, 400 x 300")
    visitor.until(lambda: cost.inner_text() != usual)
