"""The class's panel in a teacher's player."""

from playwright.sync_api import Locator

from tests.browser.visitor import Visitor


class Screen:
    """The class's panel in a player."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.root = visitor.player.locator("section.class")

    def open_room(self) -> str:
        """A click; the code is shown at once, large. Returns it."""
        self.visitor.page.get_by_role("button", name="Open a room").click()
        shown = self.visitor.page.locator("dialog.class-shown")
        shown.get_by_role("button", name="Close").click()
        return self.await_room()

    def await_room(self) -> str:
        self.root.locator(".class-line[data-state=connected]").wait_for()
        return self.root.locator(".class-code").inner_text()

    @property
    def counted(self) -> Locator:
        """How many are there, or have answered."""
        return self.part("bar").locator(".class-count")

    def press(self, label: str) -> None:
        self.root.get_by_role("button", name=label, exact=True).click()

    def part(self, name: str) -> Locator:
        return self.root.locator(f".class-{name}")

    def counts(self) -> list[list[str]]:
        """Each choice with how many made it, in every round."""
        rows = """rows => rows.map(row => [...row.querySelectorAll("th, .number")].map(
            each => each.firstChild.data.trim()))"""
        found: list[list[str]] = self.part("results").locator("tbody tr").evaluate_all(rows)
        return found
