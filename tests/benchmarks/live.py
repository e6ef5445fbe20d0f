"""How races in the page follow a pointer: `python -m tests.benchmarks.live`.

Seven optimizers x 500 steps of Beale's function, inspector and chart open, in headless Chromium,
which draws in software. For ten seconds each, the start and Adam's learning rate are dragged by
real pointer events: frames a second, how many frames pass from an event to the picture that shows
it, what the server is told meanwhile, and how long garbage is collected. Then the same at a phone's
size with a processor four times slower. Then the race alone, by Node.js, compiled and interpreted,
beside Python's in this process. Then zoom. On a busy machine only the shares mean anything.
"""

import json
import statistics
import tempfile
import time
from bisect import bisect_right
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, WebSocket, sync_playwright

from optviz.player.payload import message
from optviz.race import race
from optviz.scenes import SCENES
from tests.benchmarks import zoom
from tests.benchmarks.player import median_time, percentile
from tests.browser.chromium import launch
from tests.browser.server import serve
from tests.browser.visitor import Visitor
from tests.support.node import run_node

SECONDS = 10
STEPS = 500
DESK = {"width": 1400, "height": 900}
PHONE = {"width": 390, "height": 844}
LONG = 2  # ms of garbage collection that would be seen

# Times of frames, as the screen has them and as scripts do, of pointer events as they arrive, and
# of pictures that begin to be drawn.
WATCH = """() => {
    const seen = { ticks: [], frames: [], moves: [], drawn: [] };
    window.seen = seen;
    const frame = (now) => {
        seen.ticks.push(now);
        seen.frames.push(performance.now());
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    addEventListener("pointermove", () => seen.moves.push(performance.now()), true);
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        seen.drawn.push(performance.now());
        return clear.apply(this, box);
    };
}"""
RACES = """
import { readFileSync as bytesOf } from "node:fs";
const { unpack } = await import(engine + "../core/payload.js");
const { Engine } = await import(engine + "race.js");
const { interpretOnly } = await import(engine + "program.js");
const times = [];
for (const compiled of [true, false]) {
  if (!compiled) interpretOnly();
  const { race, surface } = unpack(new Uint8Array(bytesOf(given)));
  const own = new Engine(surface.engine);
  const each = [];
  for (let k = 0; k < 300; k++) {
    const begin = performance.now();
    own.race(race, surface.minima);
    each.push(performance.now() - begin);
  }
  times.push(each[0], each.slice(100).sort((a, b) => a - b)[100]);
}
process.stdout.write(JSON.stringify(times));
"""


def main() -> None:
    with serve() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        for what, size, slower in (("desk", DESK, 1), ("phone, 4 x slower", PHONE, 4)):
            page = browser.new_page(viewport=size)  # type: ignore[arg-type]
            sent = messages(page)
            visitor = Visitor(page, f"{server.address}?scene=beale&steps={STEPS}")
            visitor.expect(lambda at=visitor: at.steps, STEPS)  # type: ignore[misc]
            visitor.press("Inspector")
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
            page.evaluate(WATCH)
            rate = page.get_by_role("spinbutton", name="Adam: lr", exact=True)
            drag(browser, page, sent, f"{what}: the start", page.locator(".start"))
            drag(browser, page, sent, f"{what}: Adam's lr", rate)
            page.close()
    races()
    zoom.main()


def messages(page: Page) -> list[float]:
    """When the page sends something to the server."""
    sent: list[float] = []

    def watch(socket: WebSocket) -> None:
        socket.on("framesent", lambda _: sent.append(time.monotonic()))

    page.on("websocket", watch)
    return sent


def drag(browser: Browser, page: Page, sent: list[float], what: str, target: Locator) -> None:
    """Drag something to and fro for ten seconds, and tell what was seen."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    browser.start_tracing(page=page, categories=["devtools.timeline"])
    page.evaluate("() => { for (const each of Object.values(seen)) each.length = 0; }")
    begin, k = time.monotonic(), 0
    while time.monotonic() - begin < SECONDS:
        k += 1
        page.mouse.move(x + 40 - abs(k % 160 - 80), y + (k % 31) / 4)
        time.sleep(max(0.0, begin + k / 60 - time.monotonic()))
    seen = page.evaluate("seen")
    asked = sum(each > begin for each in sent)
    collected = garbage(browser.stop_tracing())
    page.mouse.up()
    gaps = sorted(after - before for before, after in pairwise(seen["ticks"]))
    waits: list[float] = sorted(frames_until_drawn(seen))
    print(
        f"{what}: {1000 / statistics.mean(gaps):.1f} frames a second, median gap "
        f"{statistics.median(gaps):.1f} ms, 95th percentile {percentile(gaps, 95):.1f} ms; "
        f"{len(seen['moves'])} events, frames until they are seen: median "
        f"{statistics.median(waits):.0f}, 95th percentile {percentile(waits, 95):.0f}, "
        f"most {waits[-1]:.0f}; "
        f"asked of the server {asked} times; garbage: {len(collected)} collections, longest "
        f"{max(collected, default=0):.1f} ms, over {LONG} ms {sum(t > LONG for t in collected)}"
    )
    page.wait_for_timeout(1500)


def frames_until_drawn(seen: dict[str, list[float]]) -> list[float]:
    """For each event, in which frame after it the picture was drawn; 1 is the next."""
    frames, drawn = seen["frames"], seen["drawn"]
    waits: list[float] = []
    for moved in seen["moves"]:
        place = bisect_right(drawn, moved)
        if place < len(drawn):
            waits.append(bisect_right(frames, drawn[place]) - bisect_right(frames, moved))
    return [max(1.0, each) for each in waits]


def garbage(trace: bytes) -> list[float]:
    """How long each collection of garbage took, ms."""
    events = json.loads(trace)["traceEvents"]
    names = {"MinorGC", "MajorGC"}
    return [each["dur"] / 1000 for each in events if each["name"] in names and "dur" in each]


def races() -> None:
    """The race alone: in the page's language, and in Python."""
    scene = SCENES["beale"]
    optimizers = [entry.optimizer for entry in scene.entrants]
    done = race(scene.surface, optimizers, scene.start, STEPS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "race.bin"
        path.write_bytes(message(done))
        first, median, first_interpreted, interpreted = run_node(RACES, str(path), Path(folder))
    python = 1000 * median_time(lambda: race(scene.surface, optimizers, scene.start, STEPS))
    print(
        f"the race alone, 7 x {STEPS} steps: compiled {median:.2f} ms (first {first:.0f}), "
        f"interpreted {interpreted:.2f} ms (first {first_interpreted:.0f}), Python {python:.0f}: "
        f"{python / median:.0f} and {python / interpreted:.0f} times as long"
    )


if __name__ == "__main__":
    main()
