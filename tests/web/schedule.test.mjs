/** Schedules as they are edited in the player. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { curveAt } from "../../optviz/web/core/curves.js";
import {
  KINDS,
  begun,
  kindOf,
  numbersFor,
  partsOf,
  peakOf,
  settingFrom,
} from "../../optviz/web/player/scheduleparts.js";

const pieces = (/** @type {any} */ setting) =>
  typeof setting === "number" ? [[0, setting]] : [[0, setting.first], ...setting.changes];

test("what is taken apart and put together again is the same", () => {
  for (const [kind] of KINDS) {
    for (const warm of [0, 12]) {
      const parts = { warm, from: 0, main: begun(kind, 0.3, 100), later: /** @type {any} */ ([[150, 0.01]]) };
      assert.deepEqual(partsOf(/** @type {any} */ (pieces(settingFrom(parts)))), parts, `${kind} after ${warm}`);
    }
  }
});

test("every kind begins with finite values from the peak, which it does not exceed", () => {
  for (const [kind] of KINDS) {
    for (const steps of [1, 7, 400]) {
      const value = begun(kind, 0.3, steps);
      assert.equal(kindOf(value), kind);
      assert.equal(peakOf(value), 0.3);
      if (typeof value === "number") continue;
      for (let k = 0; k <= steps; k++) {
        const found = curveAt(value, k);
        assert.ok(found >= 0 && found <= 0.3 + 1e-12, `${kind} at ${k} of ${steps}: ${found}`);
      }
    }
  }
});

test("numbers of steps are counted, and shares stay below 1", () => {
  const spreads = Object.fromEntries(
    numbersFor(begun("cosine", 0.9, 50), "share").map((each) => [each.name, each.spread]),
  );
  assert.deepEqual(spreads, { first: "share", steps: "count", last: "share" });
  const [, factor] = numbersFor(begun("exponential", 0.9, 50), "share");
  assert.deepEqual(factor.range, [1e-6, 1]);
});
