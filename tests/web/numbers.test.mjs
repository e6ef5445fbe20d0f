/** Numbers that are dragged or typed, and the room that a race of another length takes. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { grouped } from "../../optviz/web/core/numbers.js";
import { resized, stretch } from "../../optviz/web/engine/room.js";
import { byPowers } from "../../optviz/web/plot/domains.js";
import { position, rangeInWords, typed, valueAt } from "../../optviz/web/core/scrub.js";

/** @type {[import("../../optviz/web/core/payload.js").Spread, number[]][]} */
const VALUES = [
  ["size", [1e-10, 0.003, 0.5, 1, 25.1, 10_000]],
  ["share", [0, 0.5, 0.9, 0.999, 0.999999]],
  ["number", [-3, 0, 0.25]],
  ["count", [1, 2, 3, 19, 118, 999, 1000]],
  ["seed", [0, 1, 7, 4_294_967_295]],
];

for (const [spread, values] of VALUES) {
  test(`every ${spread} lies where it is found again`, () => {
    for (const value of values) assert.equal(valueAt(position(value, spread), spread), value);
  });
}

test("what is typed must be in the range, and whole where that is meant", () => {
  assert.equal(typed("12,5", "size", [1, 100]), 12.5);
  assert.equal(typed("1e2", "size", [1, 100]), 100);
  assert.equal(typed("101", "size", [1, 100]), null);
  assert.equal(typed("12.5", "count", [1, 100]), null);
  assert.equal(typed("0", "count"), null);
  assert.equal(typed("0", "seed"), 0);
  assert.equal(typed("-1", "seed"), null);
  assert.equal(typed("1", "share"), null);
  assert.equal(typed("0", "size"), 0);
  assert.equal(typed("-1", "size"), null);
  assert.equal(typed("-1", "number"), -1);
  for (const text of ["", "ten", "1,000,0", "Infinity", "0x10"]) assert.equal(typed(text, "number"), null);
});

test("numbers are grouped as Python's {:,g} has them", () => {
  const said = [1, 999, 1000, 12345.6, 999_999, 1e6, 0.5, 25.1].map(grouped);
  assert.deepEqual(said, ["1", "999", "1,000", "12,345.6", "999,999", "1e+06", "0.5", "25.1"]);
});

test("an array of another length takes its own room again, but never that of others", () => {
  const shared = new Float64Array(new ArrayBuffer(800), 80, 10);
  const first = resized(shared, 20);
  assert.equal(first.length, 20);
  assert.notEqual(first.buffer, shared.buffer);
  for (const length of [3, 20, 25]) assert.equal(resized(first, length).buffer, first.buffer);
  assert.equal(resized(first, 20), first);
  assert.notEqual(resized(first, 200).buffer, first.buffer);
  assert.ok(resized(new Uint16Array(2), 9) instanceof Uint16Array);
});

test("a logarithmic axis goes as far as numbers do", () => {
  const [low, high] = byPowers([Float64Array.of(500, 1e-320, 1e307)], Infinity);
  assert.ok(low > 0 && low <= 1e-320 && high >= 1e307 && Number.isFinite(high));
  assert.deepEqual(byPowers([Float64Array.of(0, 100)], 100), [10, 1000]);
});

test("a race has room for every step that it is given", () => {
  const run = {
    x: new Float64Array(6),
    loss: new Float64Array(3),
    grad: new Float64Array(4),
    grad_at: null,
    accuracy: null,
    distance: new Float64Array(3),
    state: { m: new Float64Array(6) },
  };
  const race = /** @type {any} */ ({ steps: 2, runs: [run] });
  stretch(race, 9);
  assert.equal(race.steps, 9);
  assert.deepEqual(
    [run.x, run.loss, run.grad, run.distance, run.state.m].map((each) => each.length),
    [20, 10, 18, 10, 20],
  );
  assert.deepEqual([run.grad_at, run.accuracy], [null, null]);
});

test("what a field takes is said in words", () => {
  assert.equal(rangeInWords("share", [0, 1]), "Give a number from 0, below 1.");
  assert.equal(rangeInWords("size", [0, Infinity]), "Give a number from 0.");
  assert.equal(rangeInWords("count", [1, 1000]), "Give a whole number from 1 to 1000.");
  assert.equal(rangeInWords("number", [-Infinity, Infinity]), "Give a number.");
});
