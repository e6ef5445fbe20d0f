/** The arithmetic of zoom: what is seen, its contour levels, and the numbers at its axes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { atOnce } from "../../optviz/web/core/slices.js";
import { linear } from "../../optviz/web/core/scale.js";
import { onDoubleClick } from "../../optviz/web/player/doubleclick.js";
import { boxOf } from "../../optviz/web/player/zoombox.js";
import { deepLevels, deepTicks } from "../../optviz/web/plot/deepticks.js";
import { contourLevels, heightsBy } from "../../optviz/web/plot/contourlevels.js";
import { crossing } from "../../optviz/web/plot/levelset.js";
import { reliefOf as relief } from "../../optviz/web/plot/relief.js";
import { Viewport } from "../../optviz/web/plot/viewport.js";
import { table } from "./tables.mjs";

const WHOLE = /** @type {import("../../optviz/web/plot/viewport.js").Part} */ ({ xlim: [-4.5, 4.5], ylim: [-4, 4] });

/** @type {(...given: [...Parameters<typeof relief>, ...boolean[]]) => import("../../optviz/web/plot/relief.js").Relief} */
const reliefOf = (lossAt, part, lowest, n, exact = false) => atOnce(relief(lossAt, part, lowest, n, exact));

function opened() {
  const viewport = new Viewport();
  viewport.open(WHOLE);
  return viewport;
}

test("the point under the pointer stays where it is, at every depth", () => {
  const viewport = opened();
  for (let k = 0; k < 60; k++) {
    viewport.zoom([3, 0.5], 2);
    const { xlim, ylim } = viewport.seen;
    const [across, up] = [(3 - xlim[0]) / (xlim[1] - xlim[0]), (0.5 - ylim[0]) / (ylim[1] - ylim[0])];
    assert.ok(Math.abs(across - 7.5 / 9) < 1e-2 && Math.abs(up - 4.5 / 8) < 1e-2, `${k}: ${across} ${up}`);
  }
  const { xlim } = viewport.seen;
  assert.ok(xlim[1] - xlim[0] <= 9.1e-12 && xlim[1] - xlim[0] >= 2e-13);
});

test("neither zoom nor pan leaves the whole picture, and zooming out ends with it", () => {
  const viewport = opened();
  viewport.zoom([4.5, 4], 4);
  viewport.pan(100, -100);
  const { xlim, ylim } = viewport.seen;
  assert.deepEqual([xlim[1], ylim[0]], [4.5, -4]);
  viewport.zoom([0, 0], 1 / 8);
  assert.ok(!viewport.zoomed);
  assert.deepEqual(viewport.seen, WHOLE);
});

test("fitting sees all points that lie in the picture; those outside do not count", () => {
  const viewport = opened();
  viewport.fit([
    [1, 1],
    [1.1, 0.8],
    [90, 0],
  ]);
  const { xlim, ylim } = viewport.seen;
  assert.ok(xlim[0] < 1 && xlim[1] > 1.1 && ylim[0] < 0.8 && ylim[1] > 1);
  assert.ok(xlim[1] - xlim[0] < 1);
});

test("a box has the picture's proportions, stays in it, and what it encloses is seen", () => {
  const frame = { left: 10, top: 20, right: 210, bottom: 120 };
  assert.deepEqual(boxOf([50, 40], [90, 45], frame), { left: 50, top: 40, right: 90, bottom: 60 });
  assert.deepEqual(boxOf([50, 40], [45, 110], frame), { left: 10, top: 40, right: 50, bottom: 60 });
  const viewport = opened();
  viewport.enclose([
    [-0.45, 0],
    [0.45, 0.8],
  ]);
  const { xlim, ylim } = viewport.seen;
  [...xlim, ...ylim].forEach((value, k) => assert.ok(Math.abs(value - [-0.45, 0.45, 0, 0.8][k]) < 1e-12));
});

test("after two clicks it is known what was before the first; a drag is no click", () => {
  const box = new EventTarget();
  let state = 0;
  /** @type {number[]} */
  const restored = [];
  onDoubleClick(
    /** @type {HTMLElement} */ (box),
    () => ++state,
    (_, before) => restored.push(before),
  );
  const happen = (/** @type {string} */ type, /** @type {object} */ values) => {
    const event = new Event(type);
    for (const [name, value] of Object.entries(values)) Object.defineProperty(event, name, { value });
    box.dispatchEvent(event);
  };
  const click = (/** @type {number} */ detail, /** @type {number} */ timeStamp, drag = 0, pointerType = "mouse") => {
    happen("pointerdown", { clientX: 10, clientY: 10, timeStamp });
    happen("click", { clientX: 10 + drag, clientY: 10, detail, pointerType });
  };
  click(1, 0);
  click(2, 700); // the system lets them be slow
  click(3, 900); // the first of the next two
  click(1, 1000);
  assert.deepEqual(restored, [1, 3]);
  click(1, 2000);
  click(1, 3000);
  click(2, 3100, 30);
  click(1, 4000);
  click(2, 4100, 0, "touch");
  assert.deepEqual(restored, [1, 3]);
});

test("round a minimum levels are spread by ratios, at every depth", () => {
  const loss = (/** @type {number} */ x, /** @type {number} */ y) => x * x + 3 * y * y;
  for (const size of [1, 1e-6, 1e-12]) {
    const { levels, heights } = reliefOf(loss, { xlim: [-size, size], ylim: [-size, size] }, [0, 0], 41);
    assert.ok(levels.length >= 8 && levels.length <= 18, `${size}: ${levels}`);
    assert.ok(levels[0] > 0 && levels.at(-1) < 4 * size * size && levels[levels.length - 1] > size * size);
    assert.equal(heights[20 * 41 + 20], 0);
    assert.ok(heights.every((height) => height >= 0 && height <= levels.length + 1));
  }
});

test("a part beside a minimum that leads down to it is told by ratios, too", () => {
  const part = /** @type {import("../../optviz/web/plot/viewport.js").Part} */ ({ xlim: [0.01, 1], ylim: [0.01, 1] });
  const { levels } = reliefOf((x, y) => x * x + y * y, part, [0, 0], 41);
  assert.ok(levels.length >= 8 && levels[0] < 0.01 && levels[levels.length - 1] >= 1, `${levels}`);
});

test("a slope has even levels, a plain none, and places without a value stay without", () => {
  const part = /** @type {import("../../optviz/web/plot/viewport.js").Part} */ ({ xlim: [1, 2], ylim: [0, 1] });
  const { levels } = reliefOf((x) => x, part, [], 41);
  const step = levels[1] - levels[0];
  assert.ok(levels.every((level, k) => Math.abs(level - levels[0] - k * step) < 1e-12));
  const plain = reliefOf(() => 5, part, [], 11);
  assert.ok(plain.heights.every((height) => height < 1));
  const torn = reliefOf((x) => (x > 1.5 ? NaN : x), part, [], 11);
  assert.ok(Number.isNaN(torn.heights[10]) && !Number.isNaN(torn.heights[0]));
});

test("levels and heights are those of Python's pictures", () => {
  for (const row of table("contours")) {
    const loss = Float64Array.from(row.loss, (/** @type {number | null} */ value) => value ?? NaN);
    const found = contourLevels(loss, row.floors, row.deepest ?? Infinity);
    assert.deepEqual(found, { levels: row.levels, low: row.low, geometric: row.geometric }, row.words);
    const heightOf = heightsBy(found);
    const n = Math.sqrt(loss.length);
    row.diagonal.forEach((/** @type {number | null} */ height, /** @type {number} */ k) => {
      const here = heightOf(loss[k * (n + 1)]);
      if (height === null) assert.ok(Number.isNaN(here), row.words);
      else assert.ok(Math.abs(here - height) < 1e-6, `${row.words}: ${here} instead of ${height}`);
    });
  }
});

test("contours lie where the loss has their level, however narrow the valley", () => {
  const loss = (/** @type {number} */ x, /** @type {number} */ y) => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
  const [n, size] = [41, 1e-3];
  const part = /** @type {import("../../optviz/web/plot/viewport.js").Part} */ ({
    xlim: [1 - size, 1 + size],
    ylim: [1 - size, 1 + size],
  });
  const { levels, lines } = reliefOf(loss, part, [1, 1], n, true);
  let points = 0;
  lines?.forEach((each, k) => {
    for (const line of each) {
      for (let i = 0; i < line.length; i += 2) {
        const [x, y] = [0, 1].map((c) => 1 - size + (2 * size * line[i + c]) / (n - 1));
        const slope = Math.hypot(400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x));
        assert.ok(Math.abs(loss(x, y) - levels[k]) / slope < 1e-9 * 2 * size);
        points += 1;
      }
    }
  });
  assert.ok(points > 100);
});

test("a change of sign is found to the tolerance: smooth, steep, in a jump, at an end", () => {
  /** @type {[(at: number) => number, number][]} */
  const cases = [
    [(at) => at ** 3 - 0.1, Math.cbrt(0.1)],
    [(at) => Math.exp(20 * at) - 1000, Math.log(1000) / 20],
    [(at) => (at < 0.3 ? -1 : 1), 0.3],
    [(at) => -((at - 0.7) ** 3), 0.7],
    [(at) => at, 0],
  ];
  for (const [f, zero] of cases) assert.ok(Math.abs(crossing(f, f(0), f(1), 1e-7) - zero) < 2e-7, `${f}`);
});

test("numbers at axes are short at depth, and the note tells the rest", () => {
  const whole = deepTicks([-4, 4], 6, linear([-4, 4], [0, 1]), "x");
  assert.equal(whole.note, "");
  const limits = /** @type {[number, number]} */ ([3 - 4e-10, 3 + 5e-10]);
  const { marks, note } = deepTicks(limits, 6, linear(limits, [0, 400]), "x");
  assert.ok(marks.length >= 3 && marks.every(({ text }) => text.length <= 3));
  assert.equal(new Set(marks.map(({ text }) => text)).size, marks.length);
  assert.match(note, /^x = \d\.\d{10} \+ n · 10⁻¹⁰$/);
});

test("contour levels that differ in late digits are counted from the lowest", () => {
  assert.deepEqual(deepLevels([1, 2, 5, 10]), { texts: ["1", "2", "5", "10"], note: "" });
  const { texts, note } = deepLevels([1.23456789e-9, 1.23456791e-9, 1.23456799e-9, 1.3e-9]);
  assert.deepEqual(texts, ["0", "2", "10", "6.5432·10⁶"]);
  assert.equal(note, "loss = 0.00000000123456789 + n · 10⁻¹⁷");
  assert.equal(deepLevels([-3.00000001, -3, -2.99999999]).note, "loss = −3.00000001 + n · 10⁻⁸");
});
