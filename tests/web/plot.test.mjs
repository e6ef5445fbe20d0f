/** Contours, their levels, and hatching. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { drawAxis, marksAt } from "../../optviz/web/plot/axes.js";
import { placeLabels, steepnessOf } from "../../optviz/web/plot/contourlabels.js";
import { asksMore, costs, reachedAt } from "../../optviz/web/plot/cost.js";
import { drawPattern } from "../../optviz/web/plot/hatching.js";
import { isolines } from "../../optviz/web/plot/isolines.js";
import { labelled } from "../../optviz/web/plot/levels.js";
import { through } from "../../optviz/web/plot/samplelines.js";
import { table } from "./tables.mjs";

/** A run of three steps, the last of which it did not finish. @param {Record<string, number[]>} state @returns {any} */
function runOf(state) {
  return { loss: Float64Array.of(4, 3, 2, NaN), state };
}

test("what a run costs is all that it asked for; others ask for a gradient a step", () => {
  const counted = runOf({
    losses: [NaN, NaN, 3, 3, 9, 9, NaN, NaN],
    gradients: [NaN, NaN, 1, 1, 2, 2, NaN, NaN],
    hessians: [NaN, NaN, 1, 1, 2, 2, NaN, NaN],
  });
  assert.deepEqual([...costs(counted)], [0, 5, 13, NaN]);
  assert.deepEqual([...costs(runOf({ m: [] }))], [0, 1, 2, 3]);
  assert.ok(asksMore(counted) && !asksMore(runOf({ m: [] })));
});

test("a run stands at the last iterate that it could pay for", () => {
  const spent = [0, 5, 13, NaN];
  assert.deepEqual(
    [0, 4, 5, 12, 13, 99].map((cost) => reachedAt(spent, cost)),
    [0, 0, 1, 1, 2, 2],
  );
  assert.equal(reachedAt([0, 1, 2], 9), 2);
});

for (const { levels, spacing, places } of table("levels")) {
  test(`of ${levels.length} levels ${spacing} pixels apart, ${places.length} are written`, () => {
    assert.deepEqual(labelled(Float64Array.from(levels), spacing), places);
  });
}

/** @param {number} n @param {(i: number, j: number) => number} height */
function field(n, height) {
  return Float32Array.from({ length: n * n }, (_, k) => height(k % n, Math.floor(k / n)));
}

test("a plane's contour is straight and ends at the border", () => {
  const lines = isolines(
    field(5, (i) => i),
    5,
    1.5,
  );
  assert.equal(lines.length, 1);
  const [line] = lines;
  assert.equal(line.length, 10);
  for (let k = 0; k < line.length; k += 2) assert.equal(line[k], 1.5);
  assert.deepEqual([line[1], line[9]].sort(), [0, 4]);
});

test("a bowl's contour is closed and keeps its distance", () => {
  const lines = isolines(
    field(41, (i, j) => Math.hypot(i - 20, j - 20)),
    41,
    12,
  );
  assert.equal(lines.length, 1);
  const [line] = lines;
  assert.deepEqual(line.slice(0, 2), line.slice(-2));
  for (let k = 0; k < line.length; k += 2) {
    assert.ok(Math.abs(Math.hypot(line[k] - 20, line[k + 1] - 20) - 12) < 0.02);
  }
});

test("the middle of a saddle's cell decides which corners hang together", () => {
  for (const [middle, joins] of [
    [0.9, true],
    [0.1, false],
  ]) {
    const heights = Float32Array.of(2 * Number(middle), 0, 0, 2 * Number(middle));
    const lines = isolines(heights, 2, 0.5);
    if (!joins) assert.equal(lines.length, 0);
    else assert.equal(lines.length, 2);
  }
});

test("there are no contours beside a hole, nor at a level that is not reached", () => {
  const flat = field(4, () => 1);
  assert.deepEqual(isolines(flat, 4, 2), []);
  const holed = field(3, (i, j) => (i === 1 && j === 1 ? NaN : i));
  assert.deepEqual(isolines(holed, 3, 0.5), []);
});

test("a pattern of lines covers a canvas in one direction", () => {
  /** @type {[string, number, number][]} */ const calls = [];
  const context = {
    canvas: { width: 40, height: 20 },
    beginPath() {},
    moveTo: (/** @type {number} */ x, /** @type {number} */ y) => calls.push(["move", x, y]),
    lineTo: (/** @type {number} */ x, /** @type {number} */ y) => calls.push(["line", x, y]),
    stroke() {},
    strokeStyle: "",
    lineWidth: 0,
  };
  drawPattern(/** @type {any} */ (context), { pattern: "lines", paper: "", ink: "#123456" }, 1);
  assert.equal(context.strokeStyle, "#123456");
  assert.equal(calls.length, 2 * 12);
  for (let k = 0; k < calls.length; k += 2) {
    assert.deepEqual([calls[k][2], calls[k + 1][2]], [20, 0]);
    assert.equal(calls[k + 1][1] - calls[k][1], 20);
  }
  assert.ok(calls[0][1] <= -20 + 5 && calls.at(-2)[1] >= 40 - 5);
});

/** A context that remembers what was written and filled. */
function paper() {
  /** @type {any[]} */ const texts = [];
  /** @type {number[][]} */ const rects = [];
  const context = /** @type {any} */ ({
    fillText: (/** @type {any[]} */ ...text) => texts.push(text),
    fillRect: (/** @type {number[]} */ ...rect) => rects.push(rect),
  });
  return { context, texts, rects };
}

const FRAME = { left: 50, top: 10, right: 250, bottom: 110 };
const THEME = /** @type {any} */ ({
  scale: 1,
  font: "serif",
  soft: "grey",
  wall: "silver",
  ink: "black",
});

test("numbers stand outside the frame where their scale says, ticks and grid with them", () => {
  const marks = marksAt([0, 0.5, -1e5], (value) => 100 + value);
  assert.deepEqual(
    marks.map(({ text }) => text),
    ["0", "0.5", "−10⁵"],
  );
  const below = paper();
  drawAxis(below.context, "below", marks.slice(0, 2), FRAME, THEME, {
    tick: 4,
  });
  assert.deepEqual(below.texts, [
    ["0", 100, 117],
    ["0.5", 100.5, 117],
  ]);
  assert.deepEqual(below.rects[0], [99.5, 110, 1, 4]);
  const left = paper();
  drawAxis(left.context, "left", marks.slice(0, 1), FRAME, THEME, {
    grid: true,
    gap: 5,
    size: 10,
  });
  assert.deepEqual(left.texts, [["0", 45, 100]]);
  assert.deepEqual(left.rects, [[50, 99.5, 200, 1]]);
  assert.deepEqual([left.context.font, left.context.textAlign], ["10px serif", "right"]);
});

/** A level contour through the frame. @param {number} y @param {string} text */
function level(y, text) {
  return {
    path: Array.from({ length: 21 }, (_, k) => [50 + 10 * k, y]).flat(),
    text,
    width: 20,
  };
}

test("labels stand on their contours, upright, apart from each other and from the frame", () => {
  const backwards = level(50, "c");
  backwards.path = Array.from({ length: 21 }, (_, k) => [250 - 10 * k, 50]).flat();
  const labels = placeLabels([level(30, "a"), level(40, "b"), backwards, level(105, "d")], FRAME, 10, () => 0.01);
  assert.deepEqual(
    labels.map(({ x, y, text }) => [x, y, text]),
    [
      [150, 30, "a"],
      [80, 40, "b"],
      [220, 50, "c"],
    ],
  );
  for (const { angle } of labels) assert.ok(Math.abs(Math.sin(angle)) < 1e-9 && Math.cos(angle) > 0);
});

test("long labels keep apart, are not cut by the frame and leave out what stands before it", () => {
  const long = (/** @type {number} */ y) => ({
    ...level(y, "long"),
    width: 70,
  });
  const places = (/** @type {number[]} */ ys, taken = /** @type {any[]} */ ([])) =>
    placeLabels(ys.map(long), FRAME, 10, () => 0.01, taken).map(({ y }) => y);
  assert.deepEqual(places([45, 60, 72]), [60]);
  assert.deepEqual(places([60], [{ left: 50, top: 20, right: 250, bottom: 40 }]), []);
});

test("no other contour passes a label, nor the other side of its own", () => {
  const place = (/** @type {any[]} */ ...contours) =>
    placeLabels(contours, FRAME, 10, () => 0.01).map(({ text }) => text);
  const across = {
    path: Array.from({ length: 60 }, (_, k) => [148 + k / 20, 2 * k]).flat(),
    text: "",
    width: 20,
  };
  assert.deepEqual(place(level(60, "a"), level(66, "b")), []);
  assert.ok(!place({ ...level(60, "a"), width: 80 }, across).includes("a"));
  assert.ok(place({ ...level(60, "a"), width: 80 }).includes("a"));
  const there = level(60, "loop").path;
  const back = [...there.keys()].filter((k) => k % 2 === 0).flatMap((k) => [there.at(-2 - k) ?? 0, 66]);
  assert.deepEqual(place({ path: [...there, ...back], text: "loop", width: 20 }), []);
});

test("short contours, crowded ones and those beside a hole have no label", () => {
  const short = { path: [100, 50, 130, 50], text: "short", width: 20 };
  assert.deepEqual(
    placeLabels([short], FRAME, 10, () => 0),
    [],
  );
  for (const steep of [0.2, NaN]) {
    assert.deepEqual(
      placeLabels([level(50, "a")], FRAME, 10, () => steep),
      [],
    );
  }
});

test("steepness is in levels a pixel", () => {
  const steepness = steepnessOf(
    field(11, (i, j) => 3 * i + 2 * j),
    FRAME,
  );
  assert.ok(Math.abs(steepness(150, 60) - Math.hypot(3 / 20, 2 / 10)) < 1e-6);
});

const contours = table("isolines");
for (const { level, pieces } of contours.lines) {
  test(`contours at ${level}, round a hole, through saddles, closed or not`, () => {
    const heights = Float32Array.from(contours.heights.flat(), (/** @type {number | null} */ each) => each ?? NaN);
    const found = isolines(heights, contours.heights.length, level).flatMap(piecesOf).sort(byNumbers);
    assert.equal(found.length, pieces.length);
    found.flat(2).forEach((value, k) => assert.ok(Math.abs(value - pieces.flat(2)[k]) < 1e-6));
  });
}

/** @param {number[]} line x0, y0, x1, y1, ... */
function piecesOf(line) {
  return Array.from({ length: line.length / 2 - 1 }, (_, k) =>
    [line.slice(2 * k, 2 * k + 2), line.slice(2 * k + 2, 2 * k + 4)].sort(byNumbers),
  );
}

/** @param {any} a @param {any} b lists of numbers of one shape */
function byNumbers(a, b) {
  const [left, right] = [a.flat(), b.flat()];
  const at = left.findIndex((/** @type {number} */ value, /** @type {number} */ k) => value !== right[k]);
  return at < 0 ? 0 : left[at] - right[at];
}

test("what weights draw through samples is where their prediction says", () => {
  const spans = /** @type {[number, number][]} */ ([
    [-1, 3],
    [200, 900],
  ]);
  assert.deepEqual(through("line", [2, 5], spans), [
    [-1, 3],
    [3, 11],
  ]);
  for (const [x, y] of through("side", [0.3, -0.7], spans)) {
    assert.ok(Math.abs(0.3 * x - 0.7 * y) < 1e-9);
    assert.ok(Math.hypot(x, y) > 1000, "it crosses the whole picture");
  }
  const chances = through("chance", [-0.5, 1], spans);
  assert.deepEqual([chances[0][0], chances[chances.length - 1][0]], [-1, 3]);
  for (const [x, p] of chances) assert.ok(Math.abs(Math.log(p / (1 - p)) - (1 - 0.5 * x)) < 1e-12);
  const [steep, flat] = [through("softplus", [400, 1], spans), through("softplus", [-0.5, 1], spans)];
  assert.ok(Math.abs(steep[steep.length - 1][1] - 1201) < 1e-9 && steep[0][1] < 1e-99, "without overflow");
  for (const [x, y] of flat) assert.ok(Math.abs(Math.log(Math.expm1(y)) - (1 - 0.5 * x)) < 1e-12);
  assert.deepEqual(through("side", [0, 0], spans), []);
  assert.deepEqual(through("line", [NaN, 1], spans), []);
});
