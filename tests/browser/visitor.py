"""What a visitor does with the app and sees of it, in the words of the tests."""

import math
import re
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page

from optviz.race import Race
from optviz.scenes import Scene
from optviz.style import settings_text
from tests.support.patience import PATIENCE

SCREENSHOTS = Path(__file__).parents[1] / "screenshots"
POWER_OF_TEN = re.compile("(·?)10(?=[⁻⁰¹²³⁴-⁹])")
PLAIN = {ord("∞"): "inf"} | str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻\N{MINUS SIGN}", "0123456789--")


class Visitor:
    """Somebody with the app open in `page`."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.player = page.locator(".player")
        self.trails = page.locator(".trails")
        self.notice = page.locator(".notice")
        self.alerts = page.get_by_test_id("stAlert")
        self.exceptions = page.get_by_test_id("stException")
        page.goto(address)
        self.player.locator(".count").filter(has_text="/").wait_for()

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until it holds."""
        self.expect(lambda: bool(holds()), True)

    def expect(self, see: Callable[[], object], value: object) -> None:
        """Wait until this value is seen."""
        end = time.monotonic() + PATIENCE
        while (seen := see()) != value:
            assert time.monotonic() < end, f"waited for {value}, saw {seen}"
            self.page.wait_for_timeout(20)

    # The player.

    @property
    def step(self) -> int:
        return self.count[0]

    @property
    def steps(self) -> int:
        return self.count[1]

    @property
    def count(self) -> tuple[int, int]:
        """The step that is shown and the last one, as they stand side by side."""
        step, steps = self.player.locator(".count").inner_text().split("/")
        return int(step), int(steps)

    @property
    def picture(self) -> str:
        """The views that are open, pixel by pixel, as data URLs."""
        canvases = self.player.locator(".views canvas")
        return str(
            canvases.evaluate_all(
                "all => all.map(each => each.clientWidth ? each.toDataURL() : '').join(' ')"
            )
        )

    @property
    def losses(self) -> dict[str, float]:
        """Name -> loss, as the legend shows them once it has been drawn."""
        texts = """rows => rows.map(row =>
            [".name", ".value"].map(part => row.querySelector(part).textContent))"""
        rows: list[list[str]] = [["", ""]]
        while not all(value for _, value in rows):
            rows = self.player.locator(".legend .row").evaluate_all(texts)
        return {name.split()[0]: number(value) for name, value in rows}

    def press(self, label: str) -> None:
        self.player.get_by_role("button", name=label, exact=True).click()

    def can(self, label: str) -> bool:
        return self.player.get_by_role("button", name=label, exact=True).is_visible()

    def play(self) -> None:
        self.press("Play")
        self.until(lambda: self.can("Pause"))

    def pause(self) -> None:
        self.press("Pause")
        self.until(lambda: self.can("Play"))

    def await_frame(self) -> None:
        """Until everything shows what has just been set."""
        self.page.evaluate("() => new Promise(requestAnimationFrame)")

    def scrub(self, step: int) -> None:
        slider = self.player.get_by_label("Step", exact=True)
        self.until(lambda: int(slider.get_attribute("max") or 0) >= step)  # after its first frame

        def stands_there() -> bool:
            """A player that is just being made anew, as on a busy machine, begins once more."""
            slider.fill(str(step))
            return self.step == step

        self.until(stands_there)
        self.await_frame()

    def set_speed(self, speed: float) -> None:
        self.player.get_by_label("Speed").select_option(str(speed))

    def entry(self, name: str) -> Locator:
        """An optimizer in the legend."""
        return self.player.locator(".legend .entry").filter(has_text=re.compile(rf"^{name}\b"))

    def legend(self, name: str) -> Locator:
        """What shows and hides it."""
        return self.entry(name).locator(".row")

    def watch_it_move(self) -> None:
        """The picture changes by itself; between two loops it may stand for a second."""
        before = self.picture
        self.until(lambda: self.picture != before)

    def stands(self) -> bool:
        """Whether the picture stays as it is, for a while in which it would have moved."""
        before = self.picture
        self.page.wait_for_timeout(300)
        return self.picture == before

    # The sidebar.

    def choose_scene(self, scene: Scene) -> None:
        """Pick a scene and wait for its race."""
        self.pick_scene(scene.name)
        settings = [settings_text(entry.optimizer) for entry in scene.entrants]
        self.expect(self.player.locator(".legend .settings").all_inner_texts, settings)
        summary = self.player.locator(".summary").filter(has_text=scene.surface.name)
        summary.wait_for(state="attached")  # another scene may have the same settings

    def pick_scene(self, name: str) -> None:
        """From the pictures of all scenes."""
        self.page.get_by_role("button", name="Scenes", exact=True).click()
        cards = self.page.get_by_role("dialog", name="Scenes").locator(".card")
        cards.filter(has=self.page.get_by_text(name, exact=True)).click()

    def go(self, room: str) -> None:
        """Into a room."""
        self.page.locator(".st-key-pages").get_by_text(room, exact=True).click()

    def field(self, label: str) -> Locator:
        """A field of the sidebar, whose box may be closed."""
        return self.page.get_by_role("textbox", name=label, exact=True, include_hidden=True)

    def unfold(self, optimizer: str) -> Locator:
        """Open an optimizer's settings."""
        box = self.box(optimizer)
        open_box(box.locator("details"))
        return box

    def box(self, title: str) -> Locator:
        """The expander with this title."""
        return self.page.get_by_test_id("stExpander").filter(
            has=self.page.locator("summary").get_by_text(title, exact=True)
        )

    def screenshot(self, name: str) -> None:
        """Keep a picture of the screen for people to look at."""
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")


def enter(field: Locator, value: str) -> None:
    """Type a value and confirm it."""
    uncover(field)
    field.fill(value)
    field.press("Enter")


def uncover(field: Locator) -> None:
    """Open the box that a field is in, unless it is open."""
    field.wait_for(state="attached")
    if not field.is_visible():
        open_box(field.locator("xpath=ancestor::details"))


def open_box(details: Locator) -> None:
    """Open a box, which loses a click while it is still drawn."""
    end = time.monotonic() + PATIENCE
    while details.get_attribute("open") is None:
        assert time.monotonic() < end, "the box stays closed"
        details.locator("summary").click()
        details.page.wait_for_timeout(300)


def number(shown: str) -> float:
    """A number as the player writes it: 0.25, 10⁵, 2.1·10⁻⁷, ∞."""
    if not shown:
        return math.nan  # not yet
    scientific = POWER_OF_TEN.sub(lambda found: "e" if found[1] else "1e", shown)
    return float(scientific.translate(PLAIN))


def legend_losses(race: Race, step: int) -> dict[str, float]:
    """What the legend should tell about Python's race: losses to four digits, ∞ after the last."""
    losses = {type(run.optimizer).__name__: run.loss[step] for run in race}
    return {
        name: float(f"{loss:.4g}") if math.isfinite(loss) else math.inf
        for name, loss in losses.items()
    }
