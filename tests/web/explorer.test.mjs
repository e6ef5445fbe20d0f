/** Scales for outcomes of runs, grids gone over coarse to fine, and where runs end. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Places } from "../../optviz/web/engine/places.js";
import { tables } from "../../optviz/web/explorer/basincolors.js";
import { coarseToFine, eachShowing, inParts } from "../../optviz/web/explorer/parts.js";
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

test("a grid is gone over coarse to fine, and every cell once", () => {
  const passes = coarseToFine(13, 10, [8, 2, 1]);
  assert.deepEqual(
    passes.map(({ stride, cells }) => [stride, cells.length]),
    [
      [8, 4],
      [2, 31],
      [1, 95],
    ],
  );
  const all = passes.flatMap(({ cells }) => [...cells]).sort((a, b) => a - b);
  assert.deepEqual(
    all,
    Array.from({ length: 130 }, (_, k) => k),
  );
  const parts = inParts(passes, 40);
  assert.deepEqual(
    parts.map(({ cells }) => cells.length),
    [4, 31, 40, 40, 15],
  );
});

test("coarse cells stand for those up to the next, and leave none out", () => {
  const shown = new Set();
  for (const cell of coarseToFine(13, 10, [8])[0].cells) eachShowing(cell, 8, 13, 10, (each) => shown.add(each));
  assert.equal(shown.size, 130);
});

test("a point is at the place within whose radius it lies", () => {
  const places = Float64Array.of(3, 0.5, -2, -2, -2, 7);
  const where = new Places(places, [0, 1, 1], 0.25);
  for (let k = 0; k < 4000; k++) {
    const [x, y] = [-3 + (k % 80) / 10, -3 + Math.floor(k / 80) / 4.7];
    const near = [0, 1, 2].find((at) => (x - places[2 * at]) ** 2 + (y - places[2 * at + 1]) ** 2 <= 0.0625);
    assert.equal(where.at(x, y), near === undefined ? -1 : [0, 1, 1][near]);
  }
  assert.equal(where.at(NaN, 0), -1);
  assert.equal(where.at(Infinity, 0), -1);
});
