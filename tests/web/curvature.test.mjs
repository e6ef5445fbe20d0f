/** Eigenvalues in closed form, and limits in charts. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { eigen, largest } from "../../optviz/web/engine/eigen.js";
import { QUANTITIES, quantitiesOf } from "../../optviz/web/plot/quantities.js";

globalThis.Path2D = /** @type {any} */ (
  class {
    arc() {}
    lineTo() {}
    closePath() {}
  }
);
const { shapeOf } = await import("../../optviz/web/player/curvatureglyph.js");
const { curvatureWords } = await import("../../optviz/web/player/curvaturewords.js");
const { limitsOf, withLimits } = await import("../../optviz/web/plot/limits.js");

for (const [xx, xy, yy] of [
  [2, 0, 1],
  [1, 0, 2],
  [1, -0, 2],
  [3, 3, 3],
  [0, 0, 0],
  [0, 5, 0],
  [0, -5, 0],
  [-2, 1e-9, -7],
  [1e300, 1e299, -1e300],
  [802, -400, 200],
]) {
  test(`the eigenvalues of ${xx}, ${xy}, ${yy}`, () => {
    const { high, low, along } = eigen(xx, xy, yy);
    const [x, y] = along;
    const scale = Math.max(Math.abs(xx), Math.abs(xy), Math.abs(yy), 1e-300);
    assert.equal(high, largest(xx, xy, yy));
    assert.ok(low <= high);
    assert.ok(Math.abs(Math.hypot(x, y) - 1) < 1e-15);
    assert.ok(x > 0 || (x === 0 && y > 0));
    const [up, across] = [xx * x + xy * y - high * x, xy * x + yy * y - high * y];
    const [left, right] = [-xx * y + xy * x + low * y, -xy * y + yy * x - low * x];
    for (const each of [up, across, left, right]) assert.ok(Math.abs(each / scale) < 1e-15);
  });
}

const sharpness = /** @type {any} */ (QUANTITIES.find(({ id }) => id === "sharpness"));
/** @param {number} limit @param {string} words @returns {any} */
const run = (limit, words) => ({
  loss: [1, 1],
  curvature: { limits: [{ from: 0, value: limit, words }], words, sharpness: [1] },
});

test("a chart of sharpness has the limits of runs that have one", () => {
  const runs = [run(200, "2 / lr"), run(NaN, "2"), run(Infinity, "2 / lr")];
  assert.deepEqual(
    limitsOf(runs, sharpness).map(({ run: own, value, words }) => [runs.indexOf(own), value, words]),
    [[0, 200, "2 / lr"]],
  );
  assert.deepEqual(limitsOf(runs, QUANTITIES[1]), []);
});

test("limits that are near widen the picture, others lie outside", () => {
  const at = (/** @type {number} */ value) => ({ run: run(1, ""), value, words: "" });
  assert.deepEqual(withLimits([1, 10], [at(200), at(5000), at(0.5)]), [0.5 / 2, 400]);
});

test("sharpness is offered where every run knows it, and not computed for that", () => {
  const offered = (/** @type {any[]} */ runs) => quantitiesOf(/** @type {any} */ ({ runs })).map(({ id }) => id);
  const plain = { loss: [1], grad: [1, 1], state: {}, hyper: {}, changes: {}, accuracy: null, distance: null };
  const lazy = {
    get sharpness() {
      throw new Error("it was computed");
    },
  };
  assert.ok(offered([{ ...plain, curvature: lazy }]).includes("sharpness"));
  assert.ok(!offered([{ ...plain, curvature: lazy }, plain]).includes("sharpness"));
});

const SCALES = /** @type {any} */ ({
  x: (/** @type {number} */ v) => 10 * v,
  y: (/** @type {number} */ v) => 5 - 40 * v,
});
/** @param {number} xx @param {number} xy @param {number} yy */
const shape = (xx, xy, yy) => shapeOf({ ...eigen(xx, xy, yy), against: null }, SCALES);

test("a bowl's glyph is a level line of its quadratic, also where axes have different scales", () => {
  const { ellipse, lines } = shape(5, 2, 1.5);
  assert.deepEqual(lines, []);
  const heights = ellipse.map(([px, py]) => {
    const [x, y] = [px / 10, py / -40];
    return 5 * x * x + 4 * x * y + 1.5 * y * y;
  });
  assert.ok(Math.max(...heights) - Math.min(...heights) < 1e-9 * heights[0]);
  assert.ok(Math.abs(Math.max(...ellipse.map((each) => Math.hypot(...each))) - 44) < 1e-9);
});

test("a saddle's glyph is two lines, of which one goes down; a hill's both", () => {
  assert.deepEqual(shape(2, 0, -1), {
    ellipse: [],
    lines: [
      { to: [44, -0], down: false },
      { to: [-0, -44], down: true },
    ],
  });
  assert.deepEqual(
    shape(-2, 0, -1).lines.map(({ down }) => down),
    [true, true],
  );
});

test("a valley's glyph is a line along it, a plane has none", () => {
  assert.deepEqual(shape(2, 0, 0).lines, [{ to: [-0, -44], down: false }]);
  assert.deepEqual(shape(0, 0, 0), { ellipse: [], lines: [] });
  assert.deepEqual(shape(NaN, 0, 0), { ellipse: [], lines: [] });
});

/** @param {number} xx @param {number} yy @param {any} against @param {string} words */
const bent = (xx, yy, against, words) =>
  /** @type {any} */ ({ rule: "Lion", curvature: { words, at: () => ({ ...eigen(xx, 0, yy), against }) } });

test("the sentence on curvature says how the sharpness stands to the limit", () => {
  const along = [0, 1];
  const plain = (/** @type {number} */ limit) => bent(2, 812, { value: 812, limit, along, scaled: false }, "2 / lr");
  const says = (/** @type {any} */ own, minibatches = false) => curvatureWords(own, 3, minibatches);
  const begin = "Curvature at step 3: sharpness";
  assert.equal(says(plain(200)), `${begin} 812 > 2 / lr = 200: on the local quadratic, steps along (0, 1) grow.`);
  assert.equal(says(plain(Infinity)), `${begin} 812 < 2 / lr = ∞: on the local quadratic, steps along (0, 1) die out.`);
  assert.equal(
    says(plain(812)),
    `${begin} 812 = 2 / lr = 812: on the local quadratic, steps along (0, 1) neither grow nor die out.`,
  );
  assert.equal(
    says(bent(-3, 5, { value: 2.5, limit: 2, along, scaled: true }, "2")),
    `${begin} 5; scaled by this step's rates it is 2.5 > 2: on the local quadratic with these rates held, steps along ` +
      "(0, 1) grow. Along (1, 0) the loss curves down (eigenvalue −3).",
  );
  assert.equal(says(bent(1, 5, null, "")), `${begin} 5; there is no simple limit for Lion.`);
  assert.equal(
    says(bent(1, 5, null, ""), true),
    "Curvature at step 3: sharpness of the full loss 5; steps see minibatches, for which there is no simple limit.",
  );
  assert.equal(
    says(bent(-3, -5, null, "")),
    `${begin} −3: the loss curves up in no direction, and down most along (0, 1) (eigenvalue −5).`,
  );
  assert.equal(says(bent(0, 0, null, "")), "Curvature at step 3: none, the loss is as a plane here.");
  assert.equal(
    says(bent(NaN, 0, null, "")),
    "Curvature at step 3: the loss has no finite second derivatives here, or is at a border between two pieces.",
  );
  assert.equal(says({ rule: "SGD" }), "");
});
