/** Scales for outcomes of runs. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { tables } from "../../optviz/web/explorer/basincolors.js";
import { axisOf, stacked } from "../../optviz/web/explorer/values.js";

test("positive losses stand on a logarithmic axis, far ones beyond it", () => {
  const axis = axisOf([1e-3, 2, 1e9, NaN, Infinity], 10, null, [0, 300]);
  assert.ok(axis.log);
  assert.ok(axis.domain[0] < 1e-3 && axis.domain[1] > 10 && axis.domain[1] < 1e9);
  assert.ok(axis.ticks.every((value) => value >= axis.domain[0] && value <= axis.domain[1]));
});

test("losses below zero stand on a plain axis, without what escapes to minus infinity", () => {
  const axis = axisOf([-3, 1, -1e12], 2, null, [0, 300]);
  assert.ok(!axis.log);
  assert.ok(axis.domain[0] < -3 && axis.domain[0] > -100 && axis.domain[1] > 2);
});

test("steps begin at zero", () => {
  const axis = axisOf([5, 80], 1, 100, [0, 300]);
  assert.deepEqual([axis.log, axis.domain, axis.scale(50)], [false, [0, 100], 150]);
});

test("a minimum's colours are opaque bytes from early to late", () => {
  const [first] = tables([["#010203", "#0a0b0c"]]);
  assert.equal(first.length, 256);
  assert.deepEqual([first[0], first[255]], [0xff030201, 0xff0c0b0a]);
});

test("marks that lie on each other stand one above the other, at their own rate", () => {
  assert.deepEqual(stacked([100, 300, 100, 104, 500, 100], 12), [0, 0, 1, 2, 0, 3]);
  assert.deepEqual(stacked([100, 108, 116], 12), [0, 1, 0]);
  assert.deepEqual(stacked([], 12), []);
});
