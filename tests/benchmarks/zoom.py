"""Zoom in the page: `python -m tests.benchmarks.zoom`; `tests.benchmarks.live` measures it, too.

On Beale's function, the moons and a formula, seven optimizers each, the wheel turns for five
seconds, in and out, as often as the browser takes it: frames a second, and how long after the last
turn the picture is computed anew, at once and, where a loss is dear, finely. Then by Node.js how
far contours lie from where the loss has their level, in widths of the picture: |loss - level| /
|gradient| at each of their points, beside the same of a loss's last digit, and of points on
straight lines between the grid's.
"""

import tempfile
import time
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from optviz.player.payload import message
from optviz.race import race
from optviz.scenes import SCENES, Scene
from optviz.scenes.typed import typed_scene
from tests.benchmarks.player import percentile
from tests.browser.chromium import launch
from tests.browser.server import serve
from tests.browser.visitor import Visitor
from tests.support.node import run_node

SECONDS = 5
FORMULA = "sin(3*x)*cos(2*y) + (x^2 + y^2)/10"
QUERIES = {
    "Beale": "scene=beale",
    "the moons": "scene=noisy_moons",
    "a formula": "formula=" + FORMULA,
}

# Times of frames, and of pictures of the ground as they are done.
WATCH = """() => {
    const seen = { ticks: [], grounds: [] };
    window.zoomed = seen;
    const frame = (now) => {
        seen.ticks.push(now);
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const clear = CanvasRenderingContext2D.prototype.clearRect;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
        const done = () => seen.grounds.push(performance.now());
        if (this.canvas.className === "ground") queueMicrotask(done);
        return clear.apply(this, box);
    };
}"""
ACCURACY = """
import { readFileSync as bytesOf } from "node:fs";
const { atOnce } = await import(engine + "../core/slices.js");
const { unpack } = await import(engine + "../core/payload.js");
const { Engine } = await import(engine + "race.js");
const { isolines } = await import(engine + "../plot/isolines.js");
const { reliefOf } = await import(engine + "../plot/relief.js");
const { surface } = unpack(new Uint8Array(bytesOf(given.path)));
const own = new Engine(surface.engine);
const lossAt = (x, y) => own.lossAt(x, y);
const n = 161;
const results = given.sizes.map((size) => {
  const part = (place, [low, high]) =>
    [-0.3, 0.7].map((share) => place + share * size * (high - low));
  const [xlim, ylim] = [part(given.at[0], surface.xlim), part(given.at[1], surface.ylim)];
  const relief = atOnce(reliefOf(lossAt, { xlim, ylim }, surface.minima, n, true));
  const along = ([low, high], k) => low + ((high - low) * k) / (n - 1);
  const at = (i, j) => lossAt(along(xlim, i), along(ylim, j));
  const farthest = (lines) => {
    let [most, digit] = [0, 0];
    lines.forEach((each, k) => {
      for (const line of each) {
        for (let p = 0; p < line.length; p += 2) {
          const [i, j] = [line[p], line[p + 1]];
          const [dx, dy] = [at(i + 1e-4, j) - at(i - 1e-4, j), at(i, j + 1e-4) - at(i, j - 1e-4)];
          const slope = (Math.hypot(dx, dy) / 2e-4) * (n - 1);
          // Both lie on edges of the grid that cross the level: never farther than a cell.
          const beside = Math.abs(at(i, j) - relief.levels[k]) / slope;
          most = Math.max(most, Math.min(1 / (n - 1), beside));
          digit = Math.max(digit, (Number.EPSILON * Math.abs(relief.levels[k])) / slope);
        }
      }
    });
    return [most, digit];
  };
  const straight = Array.from(relief.levels, (_, k) => isolines(relief.heights, n, k + 1));
  return [...farthest(relief.lines), farthest(straight)[0]];
});
process.stdout.write(JSON.stringify(results));
"""
SIZES = (0.5, 1e-2, 1e-4)


def main() -> None:
    with serve() as server, sync_playwright() as playwright:
        browser = launch(playwright)
        for what, query in QUERIES.items():
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            visitor = Visitor(page, f"{server.address}?{query}")
            visitor.pause()
            turn(page, visitor, what)
            page.close()
    for what, scene in zip(QUERIES, scenes(), strict=True):
        accuracy(what, scene)


def scenes() -> list[Scene]:
    return [SCENES["beale"], SCENES["noisy_moons"], typed_scene(FORMULA)]


def turn(page: Page, visitor: Visitor, what: str) -> None:
    """Turn the wheel over the picture, and tell what was seen."""
    box = visitor.trails.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 0.6 * box["width"], box["y"] + 0.4 * box["height"])
    visitor.player.evaluate("player => player.focus({ preventScroll: true })")
    page.evaluate(WATCH)
    begin, k = time.monotonic(), 0
    while time.monotonic() - begin < SECONDS:
        k += 1
        page.mouse.wheel(0, -30 if k % 200 < 120 else 30)
        time.sleep(max(0.0, begin + k / 60 - time.monotonic()))
    # The page's own time, once it has been told of the last turn.
    rest = page.evaluate("() => new Promise(requestAnimationFrame)")
    page.wait_for_timeout(3000)
    ticks, grounds = page.evaluate("[zoomed.ticks, zoomed.grounds]")
    gaps = sorted(after - before for before, after in pairwise(ticks) if after <= rest)
    sharp = [each - rest for each in grounds if each > rest + 20]
    print(
        f"{what}: {k} turns of the wheel, {1000 * len(gaps) / sum(gaps):.1f} frames a second, 95th "
        f"percentile {percentile(gaps, 95):.1f} ms, longest {gaps[-1]:.1f}; computed anew "
        f"{sharp[0]:.0f} ms after the last turn"
        + (f", finely after {sharp[-1]:.0f} ms" if len(sharp) > 1 else "")
    )


def accuracy(what: str, scene: Scene) -> None:
    optimizers = [entry.optimizer for entry in scene.entrants]
    done = race(scene.surface, optimizers, scene.start, 20)
    # Beside a minimum, where there is one: there contours are narrow.
    at = scene.surface.minima[0] if scene.surface.minima else scene.start
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "race.bin"
        path.write_bytes(message(done))
        given = {"path": str(path), "at": at, "sizes": SIZES}
        found = run_node(ACCURACY, given, Path(folder))
    for size, (exact, digit, straight) in zip(SIZES, found, strict=True):
        print(
            f"{what}, {size:g} of the picture: contours lie within {exact:.1e} of its width of "
            f"their levels (a loss's last digit is {digit:.1e}); straight between the grid's "
            f"points, {straight:.1e}"
        )


if __name__ == "__main__":
    main()
