/** Wrappers as they are chosen in the player. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { clippingWords } from "../../optviz/web/player/clipping.js";
import { withRule } from "../../optviz/web/player/wrap.js";

const race = (/** @type {any[]} */ ...runs) =>
  /** @type {any} */ ({ runs: runs.map((run) => ({ hyper: { lr: 0.1 }, changes: {}, ...run })) });

test("a name goes with its rule, one of your own stays", () => {
  const two = race({ key: "adam", rule: "Adam", name: "Adam" }, { key: "sgd", rule: "SGD", name: "mine" });
  const [adam] = withRule(two, 0, "adam-clipnorm");
  assert.deepEqual([adam.rule, adam.name], ["adam-clipnorm", "Adam-clipnorm"]);
  assert.equal(withRule(two, 1, "sgd-ema")[1].name, "mine");
  const wrapped = race({ key: "adam-clipnorm-ema", rule: "Adam-clipnorm-ema", name: "Adam-clipnorm-ema" });
  assert.equal(withRule(wrapped, 0, "adam-clipnorm")[0].name, "Adam-clipnorm");
});

test("it is counted in how many steps clipping has a part", () => {
  const run = /** @type {any} */ ({
    loss: Float64Array.of(3, 2, 1, NaN),
    grad: Float64Array.of(3, 4, 0.3, 0.4, NaN, NaN),
    state: {
      norm: Float64Array.of(NaN, NaN, 5, 5, 0.5, 0.5, NaN, NaN),
      g_clip: Float64Array.of(NaN, NaN, 0.6, 0.8, 0.3, 0.4, NaN, NaN),
    },
  });
  assert.equal(clippingWords(run, 0), "Clipping shortens the gradient in 1 of 2 steps, and in this one.");
  assert.equal(clippingWords(run, 1), "Clipping shortens the gradient in 1 of 2 steps, but not in this one.");
  assert.equal(clippingWords({ ...run, state: {} }, 0), "");
});
