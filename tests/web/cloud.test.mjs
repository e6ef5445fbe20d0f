/** Where a cloud begins, where its trials may end, and the columns that they are counted in. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { targetsOf } from "../../optviz/web/engine/targets.js";
import { columnsOf } from "../../optviz/web/player/cloudcolumns.js";
import { NUMBERS, SHAPES, startsOf } from "../../optviz/web/player/cloudstarts.js";
import { table } from "./tables.mjs";

const PICTURE = { xlim: [-2, 6], ylim: [0, 2] };

test("a cloud's starts are the same every time, in the picture and round the start", () => {
  for (const [shape] of SHAPES) {
    for (const [number] of NUMBERS) {
      const starts = startsOf(shape, number, [1, 1], PICTURE);
      assert.equal(starts.length, 2 * number);
      assert.deepEqual(starts, startsOf(shape, number, [1, 1], PICTURE));
      const pairs = new Set();
      for (let k = 0; k < starts.length; k += 2) {
        const [x, y] = [starts[k], starts[k + 1]];
        pairs.add(`${x},${y}`);
        assert.ok(x > -2 && x < 6 && y > 0 && y < 2);
        if (shape === "line") assert.equal(y, 1);
        if (shape === "disc") assert.ok(Math.hypot((x - 1) / 8, (y - 1) / 2) < 0.1);
      }
      assert.equal(pairs.size, number);
    }
  }
});

test("a cloud's starts are those of Python, digit for digit", () => {
  for (const { shape, trials, start, xlim, ylim, points } of table("cloud")) {
    const starts = startsOf(shape, trials, start, { xlim, ylim });
    for (const [k, ...point] of points) assert.deepEqual([...starts.slice(2 * k, 2 * k + 2)], point);
  }
});

test("trials are at a minimum within its radius, and anywhere on a valley's floor", () => {
  const surface = { ...PICTURE, minima: Float64Array.of(0, 1), lowest: 1 };
  const near = 0.16;
  const floors = Float64Array.from({ length: 30 }, (_, k) => (k % 2 ? (k - 1) / 14 : 3));
  const both = targetsOf({ ...surface, ends: { radius: near, floors } });
  assert.deepEqual([both.kinds, both.valleys], [2, true]);
  assert.equal(both.places?.at(0.9 * near, 1), 0);
  assert.equal(both.places?.at(1.1 * near, 1), -1);
  for (let y = 0; y <= 2; y += 0.01) assert.equal(both.places?.at(3, y), 1);
  assert.deepEqual(columnsOf(surface, both), {
    columns: [0, 1, 2, 3],
    heads: ["A (0, 1)", "valley", "elsewhere", "diverged"],
  });
  const none = targetsOf({ minima: new Float64Array(), ends: { radius: 0, floors: new Float64Array() } });
  assert.deepEqual([none.places, none.kinds], [null, 0]);
});

test("of many minima the lowest share a column, and the others another one", () => {
  const minima = Float64Array.from({ length: 18 }, (_, k) => k);
  const surface = { minima, ends: { radius: 0.1, floors: new Float64Array() }, lowest: 2 };
  const { columns, heads } = columnsOf(surface, targetsOf(surface));
  assert.deepEqual(heads, ["lowest minima", "other minima", "elsewhere", "diverged"]);
  assert.deepEqual(columns, [0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 3]);
});
