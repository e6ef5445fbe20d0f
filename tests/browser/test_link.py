"""Links in the browser: opened, copied, broken."""

import re
from urllib.parse import unquote

import pytest

from optviz.race import race
from optviz.scenes import SCENES
from optviz.server.reach import network_address
from optviz.stories.bundles import ahead_sentence
from tests.browser.conftest import watched
from tests.browser.server import Server
from tests.browser.visitor import Visitor

GOOD = "?scene=long_valley&opt=adam:lr=0.07,nag&start=0.1,0.2&steps=60&t=31&view=above,space"


def test_a_link_shows_its_race_at_its_step(visitor: Visitor) -> None:
    address = visitor.page.url.partition("?")[0]
    visitor.page.goto(address + GOOD)
    visitor.until(lambda: visitor.player.locator(".count").inner_text() == "31 / 60")
    assert visitor.can("Play")
    assert visitor.player.locator("[data-view=space]").is_visible()
    assert visitor.player.locator(".legend .row .name").all_inner_texts()[0].startswith("NAG")
    assert "lr 0.07" in visitor.entry("Adam").inner_text()
    visitor.expect(visitor.field("Start x").input_value, "0.1")  # fields come after the race
    visitor.screenshot("link-light-wide")


def test_the_copied_link_leads_back_to_what_is_seen(visitor: Visitor) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.page.evaluate("navigator.clipboard.writeText('nothing')")
    visitor.page.get_by_role("button", name="Pause", exact=True).click()
    visitor.scrub(42)
    visitor.press("Copy link")
    read = "navigator.clipboard.readText()"
    visitor.until(lambda: visitor.page.evaluate(read) != "nothing")
    address = visitor.page.evaluate(read)
    assert re.search(r"\?scene=beale&view=above&t=42$", address)
    said = visitor.player.get_by_text("Copied: the link to step 42")
    assert said.inner_text().endswith(", which opens on this machine alone")
    visitor.page.goto(address)
    visitor.until(lambda: visitor.player.locator(".count").inner_text().startswith("42 /"))


def test_the_panel_has_the_address_and_its_code(visitor: Visitor) -> None:
    visitor.page.get_by_test_id("stMain").get_by_text("Link", exact=True).click()
    assert "?scene=beale" in visitor.page.get_by_test_id("stCode").inner_text()
    code = visitor.page.get_by_role("img", name="QR code of the link")
    here = visitor.page.get_by_text("No QR code: this address opens on this machine alone.")
    here.wait_for()
    found = network_address()
    if found is None:
        return
    visitor.page.get_by_text("Links for others in the network").click()
    code.wait_for()
    assert f"http://{found}:" in visitor.page.get_by_test_id("stCode").inner_text()
    box = code.bounding_box()
    assert box
    assert box["width"] >= 150
    visitor.screenshot("link-panel-light-wide")


@pytest.mark.parametrize("view", ["light-wide"])
def test_a_link_has_the_seeds_that_are_shown(visitor: Visitor) -> None:
    """Opened, followed by the address, copied and opened again; gone with the scene."""
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    said = visitor.player.locator("[aria-label=Seeds] p")
    words = f"{ahead_sentence(race('noisy_moons', seeds=range(5, 9)), 40)} (seeds 5 to 8)"
    visitor.page.goto(
        visitor.page.url.partition("?")[0] + "?scene=noisy_moons&view=above&t=40&seeds=5-8"
    )
    visitor.expect(said.inner_text, words)
    visitor.press("Copy link")
    copied = "navigator.clipboard.readText()"
    visitor.until(lambda: visitor.page.evaluate(copied).endswith("&t=40&seeds=5-8"))
    address = visitor.page.evaluate(copied)
    visitor.press("Seeds")
    visitor.until(lambda: "seeds" not in visitor.page.url)
    visitor.press("Seeds")
    visitor.until(lambda: visitor.page.url.endswith("&t=40&seeds=5-8"))
    visitor.page.goto(address)
    visitor.expect(said.inner_text, words)
    visitor.choose_scene(SCENES["beale"])
    visitor.until(lambda: "scene=beale" in visitor.page.url and "seeds" not in visitor.page.url)


@pytest.mark.parametrize("view", ["light-wide"])
def test_a_broken_link_is_named_in_a_line_and_harms_nobody(
    visitor: Visitor, server: Server, view: str
) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    address = visitor.page.url.partition("?")[0]
    before = visitor.player.locator(".legend").inner_text()
    with watched(visitor.page.context.new_page(), server) as page:
        page.goto(f"{address}?scene=beale&steps=77&start={hostile}&{hostile}=1")
        alert = page.get_by_test_id("stAlert")
        alert.wait_for()
        assert "is not a pair: give two numbers" in alert.inner_text()
        assert hostile in unquote(alert.inner_text())
        assert page.locator("[onerror]").count() == 0
        page.locator(".player .count").filter(has_text="/ 77").wait_for()
    own = SCENES["beale"]
    assert visitor.steps == own.steps
    assert visitor.player.locator(".legend .row").count() == len(own.entrants)
    assert before.splitlines()[0] == visitor.player.locator(".legend").inner_text().splitlines()[0]


def test_the_address_follows_and_back_leads_to_what_was_shown_before(visitor: Visitor) -> None:
    page = visitor.page

    def query() -> str:
        return page.url.partition("?")[2]

    visitor.expect(query, "scene=beale")
    page.get_by_role("button", name="Pause", exact=True).click()
    visitor.scrub(42)
    visitor.press("3-D")
    visitor.expect(query, "scene=beale&view=above,space&t=42")
    entries = page.evaluate("history.length")
    page.locator(".st-key-pages").get_by_text("Sweep", exact=True).click()
    visitor.expect(query, "scene=beale&room=sweep")
    visitor.expect(page.title, "Beale's function - Sweep - optviz")
    page.locator(".st-key-pages").get_by_text("Definitions", exact=True).click()
    visitor.expect(query, "room=definitions")
    visitor.expect(page.title, "Definitions - optviz")
    assert page.evaluate("history.length") == entries + 2
    page.go_back()
    page.get_by_text("What is swept").wait_for()
    page.go_back()
    page.locator(".player .count").filter(has_text="42 /").wait_for()
    assert visitor.player.locator("[data-view=space]").is_visible()
    assert query() == "scene=beale&view=above,space&t=42"
    visitor.expect(page.title, "Beale's function - Race - optviz")
    page.reload()
    page.locator(".player .count").filter(has_text="42 /").wait_for()


def test_the_title_is_whole_while_the_sidebar_is_closed(visitor: Visitor) -> None:
    page = visitor.page
    page.get_by_test_id("stSidebar").hover()
    page.get_by_test_id("stSidebarCollapseButton").locator("button").click()
    header = page.get_by_test_id("stHeader")
    page.get_by_test_id("stExpandSidebarButton").wait_for()
    top = """title => {
        const words = document.createRange();
        words.selectNodeContents(title);
        return words.getBoundingClientRect().top;
    }"""
    box = header.bounding_box()
    assert box
    assert page.get_by_role("heading", name="Beale's function").evaluate(top) >= box["height"]
