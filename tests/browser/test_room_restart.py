"""A room outlives its server: with Redis, the teacher's page and phones come back by themselves."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.server import serve
from tests.browser.visitor import Visitor
from tests.support.patience import PATIENCE
from tests.support.ports import free_port
from tests.support.redis import redis_server

SLIDE = "?room=lessons&lesson=beale&page=3"  # asks
SOON = 1000 * PATIENCE  # ms


def test_after_the_server_was_killed_all_are_in_the_same_room_and_no_vote_is_lost(
    browser: Browser,
) -> None:
    port = free_port()
    teacher, one, two = browser.new_page(), browser.new_page(), browser.new_page()
    with redis_server() as redis:
        with serve(port, OPTVIZ_REDIS=redis) as server:
            visitor = Visitor(teacher, server.address + "/" + SLIDE)
            teacher.get_by_role("button", name="Open a room").click()
            teacher.locator("dialog.class-shown").get_by_role("button", name="Close").click()
            code = teacher.locator(".class-code").inner_text()
            for phone in (one, two):
                phone.goto(f"{server.address}/room/{code}")
            vote(one, "SGD")
            expect(teacher.locator("section.class")).to_contain_text("1 of 2", timeout=SOON)
            server.kill()
            two.get_by_text("Connection lost").wait_for(timeout=SOON)
        with serve(port, OPTVIZ_REDIS=redis):
            for phone in (one, two):
                expect(phone.get_by_text("Connected", exact=True)).to_be_visible(timeout=SOON)
            expect(one.locator(".choice[aria-pressed=true]")).to_contain_text("SGD", timeout=SOON)
            vote(two, "NAG")
            expect(teacher.locator(".class-code")).to_have_text(code, timeout=SOON)
            expect(teacher.locator("section.class")).to_contain_text("2 of 2", timeout=SOON)
            visitor.press("Reveal")
            for phone in (one, two):
                expect(phone.get_by_text("Measured:")).to_be_visible(timeout=SOON)
    for page in (teacher, one, two):
        page.close()


def vote(phone: Page, name: str) -> None:
    """Choose, until it counts."""
    phone.get_by_role("button", name=name, exact=True).click()
    phone.get_by_text("Your answer counts.").wait_for(timeout=SOON)
