"""How smooth the player is and how soon a click shows: `python -m tests.benchmarks.player`.

Frames: the time from one to the next over ten seconds, seven optimizers x 500 steps, in headless
Chromium, which draws in software. Clicks: from the pointer going down on the surface to the first
frame of the race from there, 50 times, for the scene as it opens and for 500 steps; and how much of
it is the race and its payload, timed alone in this process. On a busy machine only the shares mean
anything: the browser's software drawing and the server share its cores.
"""

import random
import statistics
import time
from itertools import pairwise

from playwright.sync_api import Page, sync_playwright

from optviz.player.payload import message, surface_content
from optviz.race import race
from optviz.scenes import SCENES
from tests.browser.chromium import launch
from tests.browser.server import serve
from tests.browser.visitor import Visitor, enter

SECONDS = 10
CLICKS = 50
STEPS = 500

FRAME_TIMES = """seconds => new Promise(done => {
    const times = [];
    const frame = now => {
        times.push(now);
        if (now - times[0] < 1000 * seconds) requestAnimationFrame(frame);
        else done(times);
    };
    requestAnimationFrame(frame);
})"""
MARKS = """() => ["asked", "received", "drawn"].map(
    name => performance.getEntriesByName("optviz: " + name)[0]?.startTime)"""


def main() -> None:
    with serve() as server, sync_playwright() as playwright:
        page = launch(playwright).new_page(viewport={"width": 1400, "height": 900})
        visitor = Visitor(page, server.address)
        clicks("as it opens", page, visitor.steps)
        enter(visitor.field("Steps"), str(STEPS))
        visitor.expect(lambda: visitor.steps, STEPS)
        clicks(f"{STEPS} steps", page, STEPS)
        frames(page)


def frames(page: Page) -> None:
    times: list[float] = page.evaluate(FRAME_TIMES, SECONDS)
    gaps = sorted(after - before for before, after in pairwise(times))
    print(
        f"frames, 7 x {STEPS} steps: median {statistics.median(gaps):.1f} ms, "
        f"95th percentile {percentile(gaps, 95):.1f} ms, "
        f"{1000 / statistics.mean(gaps):.1f} a second"
    )


def clicks(what: str, page: Page, steps: int) -> None:
    draws = random.Random(0)
    box = page.locator(".trails").bounding_box()
    assert box is not None
    totals, waits, drawings = [], [], []
    for _ in range(CLICKS):
        x, y = (draws.uniform(0.15, 0.85) for _ in range(2))
        page.evaluate("performance.clearMarks()")
        page.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])
        page.wait_for_function(f"({MARKS})().every(time => time)")
        asked, received, drawn = page.evaluate(MARKS)
        totals.append(drawn - asked)
        waits.append(received - asked)
        drawings.append(drawn - received)
        page.wait_for_timeout(300)
    totals.sort()
    print(
        f"click to first frame, {what}: median {statistics.median(totals):.0f} ms, "
        f"95th percentile {percentile(totals, 95):.0f} ms"
    )
    print(
        f"    of which server, network and page {statistics.median(waits):.0f} ms "
        f"(race {1000 * racing(steps):.0f}, payload {1000 * packing(steps):.1f}), "
        f"decoding and drawing {statistics.median(drawings):.0f} ms"
    )


def racing(steps: int) -> float:
    scene = SCENES["beale"]
    optimizers = [entry.optimizer for entry in scene.entrants]
    return median_time(lambda: race(scene.surface, optimizers, scene.start, steps))


def packing(steps: int) -> float:
    scene = SCENES["beale"]
    result = race(scene.surface, [entry.optimizer for entry in scene.entrants], steps=steps)
    known = surface_content(scene.surface)["key"]
    return median_time(lambda: message(result, known_surface=known))


def median_time(work: object) -> float:
    assert callable(work)
    times = []
    for _ in range(9):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def percentile(rising: list[float], share: int) -> float:
    return rising[min(len(rising) - 1, len(rising) * share // 100)]


if __name__ == "__main__":
    main()
