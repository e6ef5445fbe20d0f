/** What is raced as plain values, what of it is otherwise, and going back and forth. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { conditionsOf, differences, joined, wished } from "../../optviz/web/player/conditions.js";
import { History } from "../../optviz/web/player/history.js";

const entrant = (/** @type {string} */ name, /** @type {number} */ lr, rule = "sgd") => ({
  rule,
  name,
  settings: { lr, mu: 0.9 },
});
const BEFORE = {
  start: /** @type {[number, number]} */ ([1, 2]),
  steps: 10,
  seed: 0,
  batch: null,
  parameter: 40,
  entrants: [entrant("SGD", 0.1), entrant("Adam", 0.2, "adam")],
};
const NOW = [
  { ...BEFORE, start: /** @type {[number, number]} */ ([1, 3]) },
  { ...BEFORE, steps: 20, parameter: 50 },
  { ...BEFORE, entrants: [entrant("SGD", 0.1), entrant("Adam", 0.3, "adam")] },
  { ...BEFORE, seed: 3, entrants: [entrant("Adam", 0.2, "adam")] },
  { ...BEFORE, entrants: [entrant("SGD", 0.1), entrant("fast", 0.2, "adam")] },
  { ...BEFORE, entrants: [entrant("SGD", 0.1), entrant("Adam", 0.2, "lion")] },
];

test("only what is otherwise is told", () => {
  assert.deepEqual(differences(BEFORE, BEFORE), {});
  assert.deepEqual(differences(BEFORE, NOW[1]), { steps: 20, parameter: 50 });
  assert.deepEqual(differences(BEFORE, NOW[2]), { settings: { Adam: { lr: 0.3 } } });
  assert.deepEqual(Object.keys(differences(BEFORE, NOW[3])), ["seed", "entrants"]);
});

test("what is told leads from one race to the other, both ways", () => {
  for (const now of NOW) {
    assert.deepEqual(wished(BEFORE, differences(BEFORE, now)), now);
    assert.deepEqual(wished(now, differences(now, BEFORE)), BEFORE);
  }
});

test("conditions do not change with the race they are of", () => {
  const race = /** @type {any} */ ({ ...BEFORE, start: Float64Array.of(1, 2) });
  race.runs = [{ key: "sgd", name: "SGD", hyper: { lr: 0.1 }, changes: {} }];
  const conditions = conditionsOf(race);
  race.start[0] = 9;
  race.runs[0].hyper.lr = 9;
  assert.deepEqual(conditions.start, [1, 2]);
  assert.deepEqual(conditions.entrants, [{ rule: "sgd", name: "SGD", settings: { lr: 0.1 } }]);
});

test("one goes back and forth, and a change on the way ends what was ahead", () => {
  const history = new History();
  assert.equal(history.has(-1), false);
  for (const each of [BEFORE, BEFORE, NOW[0], NOW[1]]) history.keep(each);
  assert.equal(history.has(1), false);
  assert.equal(history.go(-1), NOW[0]);
  assert.equal(history.go(-1), BEFORE);
  assert.equal(history.go(-1), null);
  assert.equal(history.go(1), NOW[0]);
  history.keep(NOW[0]);
  assert.equal(history.has(1), true);
  history.keep(NOW[2]);
  assert.equal(history.has(1), false);
  assert.equal(history.go(-1), NOW[0]);
  history.clear();
  assert.equal(history.has(-1), false);
});

test("what is told again joins what is otherwise now", () => {
  const settings = { SGD: { lr: 1 } };
  assert.deepEqual(joined({ start: [1, 2], settings }, { steps: 5, settings: { SGD: { mu: 0 }, Adam: { lr: 2 } } }), {
    start: [1, 2],
    steps: 5,
    settings: { SGD: { lr: 1, mu: 0 }, Adam: { lr: 2 } },
  });
  assert.deepEqual(joined({ entrants: [] }, { settings }), { entrants: [] });
});
