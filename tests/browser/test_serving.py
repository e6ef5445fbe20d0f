"""A full server says so; a server that was killed and is back is found by the open pages."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.server import serve
from tests.browser.visitor import Visitor
from tests.support.patience import PATIENCE
from tests.support.ports import free_port

RATE = re.compile(r"adam:lr(=|%3D)0\.(337|224)")  # one step above those of the scene and the link
FULL = "all 1 places are taken"


def test_a_full_server_says_so_until_somebody_leaves(browser: Browser) -> None:
    with serve(OPTVIZ_VISITORS="1") as server:
        inside, outside = browser.new_page(), browser.new_page()
        Visitor(inside, server.address)
        outside.goto(server.address)
        expect(outside.get_by_text(FULL)).to_be_visible(timeout=1000 * PATIENCE)
        assert outside.locator(".player").count() == 0
        inside.close()
        expect(outside.locator(".player")).to_be_visible(timeout=1000 * PATIENCE)
        assert not outside.get_by_text(FULL).count()
        outside.close()


@pytest.mark.parametrize("query", ["", "/?scene=beale&steps=77&opt=adam:lr=0.2,sgd&start=0.5,1.2"])
def test_pages_come_back_after_a_crash(browser: Browser, query: str) -> None:
    """The new server is told what was set in them, which it cannot know."""
    port = free_port()
    page = browser.new_page()
    with serve(port) as server:
        visitor = Visitor(page, server.address + query)
        visitor.player.get_by_role("spinbutton", name="Adam: lr", exact=True).press("ArrowUp")
        visitor.until(lambda: RATE.search(page.url))
        steps, legend = visitor.steps, visitor.player.locator(".settings").all_inner_texts()
        server.kill()
    with serve(port):
        page.get_by_text("Connection error").wait_for(state="detached", timeout=1000 * PATIENCE)
        page.get_by_test_id("stStatusWidget").wait_for(state="detached", timeout=1000 * PATIENCE)
        assert page.locator(".player").is_visible()
        visitor.pause()
        visitor.page.locator(".start").press("ArrowRight")  # it answers again
        visitor.until(lambda: visitor.can("Pause"))
        assert visitor.steps == steps
        visitor.until(lambda: "start=" in page.url and RATE.search(page.url))
        assert visitor.player.locator(".settings").all_inner_texts() == legend
    page.close()
