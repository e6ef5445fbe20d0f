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
const run = (limit, words) => ({ curvature: { limit, words, sharpness: [1] } });

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
  assert.deepEqual(withLimits([1, 10], [at(200), at(5000), at(0.5)]), [0.5 / 1.5, 300]);
});

test("sharpness is offered where every run knows it, and not computed for that", () => {
  const offered = (/** @type {any[]} */ runs) => quantitiesOf(/** @type {any} */ ({ runs })).map(({ id }) => id);
  const plain = { loss: [1], grad: [1, 1], state: {}, hyper: {}, accuracy: null, distance: null };
  const lazy = {
    get sharpness() {
      throw new Error("it was computed");
    },
  };
  assert.ok(offered([{ ...plain, curvature: lazy }]).includes("sharpness"));
  assert.ok(!offered([{ ...plain, curvature: lazy }, plain]).includes("sharpness"));
});
