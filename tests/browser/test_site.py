"""Pages of the site, from a folder and from a server under a path: races run, slides turn."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from optviz.lessons import LESSONS
from optviz.race import race
from optviz.scenes import SCENES
from optviz.site.build import LISTS, copy_parts, write_page
from optviz.site.lessons import lesson_page
from optviz.site.lists import front_page, list_page
from optviz.site.races import race_page
from optviz.spec.address import on_site, read
from optviz.stories.bundles import ahead_sentence
from tests.browser.axe import violations
from tests.browser.visitor import Visitor

APP = "https://app.example/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few pages of it, under a path of two folders."""
    folder = tmp_path_factory.mktemp("hosted") / "course" / "week 3"
    for name in ("races", "lessons", "thumbnails"):
        (folder / name).mkdir(parents=True)
    copy_parts(folder)
    pages = [race_page(key, folder, APP) for key in ("beale", "sparse")]
    pages.append(lesson_page("beale", folder, APP))
    lists = [list_page(path, *LISTS[path], pages) for path in LISTS]
    for page in [*pages, front_page(pages, APP), *lists]:
        write_page(page, folder, "")
    return folder


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and tells nothing of it."""

    def log_message(self, *_: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def hosted(site: Path) -> Iterator[str]:
    """Its address on a server."""
    root = site.parents[1]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/course/week%203/"
    server.shutdown()
    server.server_close()


@contextmanager
def opened(browser: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A page that asks no other host and complains of nothing."""
    asked, complaints = [], []
    page = browser.new_page(**options)
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    page.close()
    hosts = {urlsplit(each).netloc for each in asked if not each.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(address).netloc}
    assert not complaints


@pytest.fixture(params=["file", "server"])
def address(request: pytest.FixtureRequest, site: Path) -> str:
    """Of the site, as a folder's and as a server's."""
    if request.param == "file":
        return f"{site.as_uri()}/"
    return str(request.getfixturevalue("hosted"))


def test_a_race_is_found_runs_and_is_led_on_to_the_app(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}index.html") as page:
        field = page.get_by_role("searchbox")
        field.fill("rare feature")
        card = page.locator(".cards a:visible")
        expect(card).to_have_count(1)
        card.click()
        page.locator(".player .legend .row").first.wait_for()
        assert page.url.endswith("races/sparse.html")
        page.goto(f"{address}races/beale.html")
        rate = page.get_by_role("spinbutton", name="Adam: lr")
        rate.press("ArrowUp")
        expect(rate).to_have_text("0.337")
        onward = page.get_by_role("link", name="Open it in the app")
        onward.focus()
        query = urlsplit(onward.get_attribute("href") or "").query
        spec, _, problems = read(parse_qs(query))
        assert not problems
        assert spec
        adam = next(each for each in spec.race_scene().entrants if each.name == "Adam")
        assert adam.optimizer.settings()["lr"] == 0.337
        assert spec.race_scene().start == SCENES["beale"].start


def test_a_link_from_the_app_opens_the_same_race(browser: Browser, address: str) -> None:
    query = "scene=beale&opt=adam~careful:lr=0.07,sgd&start=-0.5,1.2&steps=40"
    spec, place, problems = read(parse_qs(query))
    assert not problems
    with opened(browser, address + on_site(spec, place) + "&step=12") as page:
        rows = page.locator(".player .legend .row .name")
        expect(rows).to_have_text([re.compile("^careful"), re.compile("^SGD")])
        expect(page.get_by_role("spinbutton", name="careful: lr")).to_have_text("0.07")
        assert page.locator(".player .count").inner_text().split() == ["12", "/", "40"]
        onward = page.get_by_role("link", name="Open it in the app")
        onward.focus()
        back, _, problems = read(parse_qs(urlsplit(onward.get_attribute("href") or "").query))
        assert not problems
        assert spec
        assert back
        assert back.race_scene().conditions[2:] == spec.race_scene().conditions[2:]
        page.get_by_role("button", name="Undo").click()  # what the site has itself
        expect(rows).to_have_count(len(SCENES["beale"].entrants))


def test_what_an_address_says_wrongly_is_one_sentence(browser: Browser, hosted: str) -> None:
    with opened(browser, f"{hosted}races/beale.html#start=1,x&opt=adam:lr=0.07&seed=3") as page:
        told = page.locator(".problems")
        expect(told).to_have_text(
            "start in the address: x is no number. "
            "seed in the address: this race has no such number."
        )
        expect(page.get_by_role("spinbutton", name="Adam: lr")).to_have_text("0.07")


def test_a_cloud_is_opened_by_the_address_and_counted(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}races/beale.html#cloud=disc:50") as page:
        table = page.locator(".cloud table")
        table.wait_for()
        page.locator(".player").press("End")
        expect(table.locator("caption")).to_contain_text("at step 198")
        counts = table.get_by_role("row", name="Adam").get_by_role("cell").all_inner_texts()
        assert sum(map(int, counts)) == 50
        page.get_by_role("spinbutton", name="Adam: lr").press("ArrowUp")
        expect(table.locator("caption")).to_contain_text("at step 198")


def test_seeds_are_opened_by_the_address_and_go_on_to_the_app(
    browser: Browser, address: str
) -> None:
    spec, place, _ = read(parse_qs("scene=sparse&t=30&seeds=5-7,9"))
    with opened(browser, address + on_site(spec, place)) as page:
        words = ahead_sentence(race("sparse", seeds=(5, 6, 7, 9)), 30)
        said = page.locator("[aria-label=Seeds] p")
        expect(said).to_have_text(f"{words} (seeds 5, 6, 7 and 9)")
        onward = page.get_by_role("link", name="Open it in the app")
        onward.focus()
        back, place, problems = read(parse_qs(urlsplit(onward.get_attribute("href") or "").query))
        assert (back, place.seeds, problems) == (spec, (5, 6, 7, 9), [])


def test_seeds_of_a_race_without_minibatches_are_refused(browser: Browser, hosted: str) -> None:
    with opened(browser, f"{hosted}races/beale.html#seeds=20") as page:
        expect(page.locator(".problems")).to_have_text(
            "seeds=20 is not possible: the steps of this race see no minibatches."
        )


def test_a_lesson_is_turned_and_answered(browser: Browser, address: str) -> None:
    lesson = LESSONS["beale"]
    asked = next(k for k, slide in enumerate(lesson.slides) if slide.question)
    with opened(browser, f"{address}lessons/beale.html") as page:
        heading = page.locator(".lesson h4")
        for slide in lesson.slides[:asked]:
            expect(heading).to_have_text(slide.heading)
            page.get_by_role("button", name="Next").click()
        slide = lesson.slides[asked]
        expect(heading).to_have_text(slide.heading)
        assert page.url.endswith(f"#slide={asked + 1}")
        assert slide.question
        right, _ = slide.question.answer(slide.race)
        wrong = next(run.name for run in slide.race if run.name != right)
        expect(page.get_by_role("table")).to_have_count(0)
        page.locator(".choices").get_by_role("button", name=wrong).click()
        expect(page.locator(".answer")).to_have_text(f"You said {wrong}; it is {right}.")
        rows = page.get_by_role("table").get_by_role("row")
        expect(rows).to_have_count(1 + len(slide.race))
        onward = page.get_by_role("link", name="Open it in the app")
        assert (onward.get_attribute("href") or "").endswith(f"lesson=beale&page={asked + 1}")
        page.reload()
        expect(heading).to_have_text(slide.heading)


@pytest.mark.parametrize("path", ["index.html", "races/beale.html", "lessons/beale.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_fit_for_everyone(browser: Browser, hosted: str, path: str, scheme: Any) -> None:
    with opened(browser, hosted + path, color_scheme=scheme) as page:
        if path != "index.html":
            page.locator(".player .controls").wait_for()
        page.evaluate(
            "scrollTo(0, document.body.scrollHeight)"
        )  # a lesson's bar covers nothing there
        assert not violations(page, "body")
        page.set_viewport_size({"width": 390, "height": 844})
        for _ in range(40):  # frames, until all parts have their new size
            page.evaluate("new Promise(requestAnimationFrame)")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_javascript_there_are_pictures_and_words(browser: Browser, hosted: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{hosted}races/beale.html")
    assert page.get_by_role("img").first.is_visible()
    assert page.get_by_role("heading", name="What there is to see").is_visible()
    page.goto(f"{hosted}index.html")
    assert page.get_by_role("link", name="Beale's function").is_visible()
    assert not page.get_by_role("searchbox").is_visible()
    page.close()


def test_its_player_keeps_the_keys_that_it_does_not_use(browser: Browser, hosted: str) -> None:
    with opened(browser, f"{hosted}races/beale.html") as page:
        visitor = Visitor(page, page.url)
        visitor.until(lambda: visitor.step > 0)
        page.keyboard.press("PageDown")
        visitor.until(lambda: page.evaluate("scrollY") > 0)
