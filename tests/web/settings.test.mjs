/** Hyper-parameters that change on the way. */

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  changeSteps,
  sameSettings,
  settingsOf,
  settingsText,
  take,
  valueAt,
  withValue,
  withoutChange,
} from "../../optviz/web/core/settings.js";
import { inWords } from "../../optviz/web/core/numbers.js";
import { table } from "./tables.mjs";

globalThis.Path2D = /** @type {any} */ (
  class {
    arc() {}
    lineTo() {}
    closePath() {}
  }
);
const { limitsOf } = await import("../../optviz/web/plot/limits.js");

const run = () => ({
  hyper: /** @type {Record<string, number>} */ ({ lr: 0.1, mu: 0.9 }),
  changes: /** @type {Record<string, [number, number][]>} */ ({
    lr: [
      [40, 0.05],
      [60, 0.01],
    ],
  }),
  symbols: /** @type {any} */ ({ lr: ["lr", "size"], mu: ["μ", "share"] }),
});

test("a step has the last value from before it", () => {
  const values = [0, 39, 40, 41, 59, 60, 999].map((step) => valueAt(run(), "lr", step));
  assert.deepEqual(values, [0.1, 0.1, 0.05, 0.05, 0.05, 0.01, 0.01]);
  assert.equal(valueAt(run(), "mu", 50), 0.9);
  assert.deepEqual(changeSteps(run()), [40, 60]);
  assert.equal(settingsText(run()), "lr 0.1 (0.05 from step 40, 0.01 from step 60), μ 0.9");
});

test("from a step on, what is set holds to the end; the first value leaves later changes", () => {
  assert.deepEqual(withValue(run(), "lr", 0.2, 50), {
    first: 0.1,
    changes: [
      [40, 0.05],
      [50, 0.2],
    ],
  });
  assert.deepEqual(withValue(run(), "lr", 0.2, 40), { first: 0.1, changes: [[40, 0.2]] });
  assert.equal(withValue(run(), "lr", 0.1, 7), 0.1); // as before: nothing changes any more
  assert.deepEqual(withValue(run(), "lr", 0.3, 0), { first: 0.3, changes: run().changes.lr });
  assert.equal(withValue(run(), "mu", 0.5, 0), 0.5);
  assert.deepEqual(withoutChange(run(), "lr", 40), { first: 0.1, changes: [[60, 0.01]] });
  assert.equal(withoutChange({ ...run(), changes: { lr: [[40, 1]] } }, "lr", 40), 0.1);
});

test("settings are taken as they are told, and told as copies", () => {
  const [one, other] = [run(), { ...run(), hyper: {}, changes: {} }];
  for (const [name, each] of Object.entries(settingsOf(one))) take(other, name, each);
  assert.ok(sameSettings(settingsOf(one), settingsOf(other)));
  take(other, "lr", 0.1);
  assert.deepEqual(other, { ...other, hyper: { lr: 0.1, mu: 0.9 }, changes: {} });
  assert.ok(!sameSettings(settingsOf(one), settingsOf(other)));
  assert.deepEqual(one, run());
});

test("a limit holds as long as the settings that set it", () => {
  const quantity = /** @type {any} */ ({
    limits: () => [
      { from: 0, value: 20, words: "2 / lr" },
      { from: 40, value: 40, words: "2 / lr" },
    ],
  });
  const found = limitsOf(/** @type {any} */ ([{ loss: new Float64Array(101) }]), quantity);
  assert.deepEqual(
    found.map(({ from, to, value }) => [from, to, value]),
    [
      [0, 40, 20],
      [40, 100, 40],
    ],
  );
});

test("settings are written in the words that Python has for them", () => {
  for (const { value, words } of table("settings")) assert.equal(inWords(value), words);
});
