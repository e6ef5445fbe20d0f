/** Hyper-parameters that change on the way. */

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  changeSteps,
  isCurved,
  peakOf,
  sameSettings,
  settingsOf,
  settingsText,
  take,
  valueAt,
  withValue,
  withoutChange,
} from "../../optviz/web/core/settings.js";
import curves from "../../optviz/web/player/curves.json" with { type: "json" };
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

const line = (/** @type {number} */ first, /** @type {number} */ last, /** @type {number} */ steps) => ({
  curve: "linear",
  first,
  last,
  steps,
  ...curves.linear,
});

test("a curve counts from where it begins, and its words stand with its numbers", () => {
  const rising = run();
  take(rising, "lr", {
    first: line(0, 0.3, 10),
    changes: [
      [10, line(0.3, 0.1, 20)],
      [60, 0.05],
    ],
  });
  const values = [0, 5, 10, 20, 30, 59, 60].map((step) => valueAt(rising, "lr", step));
  values.forEach((value, k) => assert.ok(Math.abs(value - [0, 0.15, 0.3, 0.2, 0.1, 0.1, 0.05][k]) < 1e-15));
  assert.ok(isCurved(rising) && !isCurved(run()));
  assert.deepEqual(changeSteps(rising), [10, 60]);
  const said = "linear 0 to 0.3 in 10 steps, then linear 0.3 to 0.1 in 20 steps, from step 60 on 0.05";
  assert.equal(settingsText(rising), `lr ${said}, μ 0.9`);
  const copy = run();
  for (const [name, setting] of Object.entries(settingsOf(rising))) take(copy, name, setting);
  assert.deepEqual(copy, rising);
});

test("its number is its largest value, and dragging that scales all others", () => {
  const rising = run();
  take(rising, "lr", { first: line(0, 0.25, 10), changes: [[10, line(0.25, 0.125, 20)]] });
  assert.equal(peakOf(rising, "lr"), 0.25);
  take(rising, "lr", withValue(rising, "lr", 0.5, 0));
  assert.deepEqual(
    [0, 10, 30].map((step) => valueAt(rising, "lr", step)),
    [0, 0.5, 0.25],
  );
  take(rising, "lr", withoutChange(rising, "lr", 10));
  assert.equal(valueAt(rising, "lr", 30), 0.5);
  take(rising, "lr", withoutChange(rising, "lr", 0));
  assert.deepEqual([rising.hyper.lr, rising.changes.lr], [0.5, undefined]);
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
