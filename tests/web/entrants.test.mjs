/** Entrants: their names, their styles, and where a new one stands. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST, added, duplicated, knownSettings, removed, renamed, renames } from "../../optviz/web/player/entrants.js";
import { LONGEST, nameProblem, nextName } from "../../optviz/web/player/names.js";
import { stylesFor } from "../../optviz/web/player/styles.js";
import { table } from "./tables.mjs";

const { keys, choice, rows } = table("styles");
for (const { entrants, styles } of rows) {
  test(`styles of ${entrants.map((/** @type {string[]} */ each) => each[2]).join(", ")}`, () => {
    const named = entrants.map(([key, rule, name]) => ({ key, rule, name }));
    assert.deepEqual(stylesFor(named, keys, choice), styles);
  });
}

test("names are made and judged as in Python", () => {
  const { next, checks, longest, most } = table("names");
  assert.deepEqual([LONGEST, MOST], [longest, most]);
  for (const { rule, taken, name } of next) assert.equal(nextName(rule, taken), name);
  for (const { name, possible } of checks) assert.equal(!nameProblem(name, []), possible, JSON.stringify(name));
  assert.equal(nameProblem("Adam", ["SGD", "Adam"]), "Another is called Adam.");
});

test("the others keep their styles when one of the seven or a second of them leaves", () => {
  const named = rows[2].entrants.map(([key, rule, name]) => ({ key, rule, name }));
  const styles = stylesFor(named, keys, choice);
  named.forEach((_, gone) => {
    const others = (/** @type {any[]} */ all) => all.filter((_, at) => at !== gone);
    assert.deepEqual(stylesFor(others(named), keys, choice), others(styles));
  });
});

const race = /** @type {any} */ ({
  runs: ["sgd", "nag", "adam"].map((key) => ({
    key,
    name: key.toUpperCase(),
    rule: key,
    hyper: { lr: 1 },
    changes: {},
  })),
  newcomers: Object.fromEntries(
    ["sgd", "momentum", "nag", "adam"].map((key) => [key, { name: key, hyper: { lr: 2 }, changes: {} }]),
  ),
});
const named = (/** @type {any[]} */ all) => all.map(({ name }) => name);

test("one more stands where its rule does, a duplicate after its like, and the race stays as it was", () => {
  assert.deepEqual(named(added(race, "momentum")), ["SGD", "momentum", "NAG", "ADAM"]);
  assert.deepEqual(named(added(race, "adam")), ["SGD", "NAG", "ADAM", "adam"]);
  assert.deepEqual(named(duplicated(race, 0)), ["SGD", "sgd 2", "NAG", "ADAM"]);
  assert.deepEqual(named(renamed(race, 1, "x")), ["SGD", "x", "ADAM"]);
  assert.deepEqual(renames(race, renamed(race, 1, "x")), [["NAG", "x"]]);
  assert.deepEqual(renames(race, removed(race, 1)), []);
  assert.deepEqual(named(removed(race, 1)), ["SGD", "ADAM"]);
  assert.deepEqual(named(race.runs), ["SGD", "NAG", "ADAM"]);
});

test("one more that changes on the way does so, too, and is known by where that comes from", () => {
  const newcomers = { adam: { name: "Adam", hyper: { lr: 2 }, changes: { lr: [[3, 1]] }, origin: "chosen" } };
  const later = { ...race, newcomers };
  const { settings } = added(later, "adam")[3];
  assert.deepEqual(settings, { lr: { first: 2, changes: [[3, 1]] } });
  assert.deepEqual(knownSettings(later).at(-1), { key: "adam", settings, origin: "chosen", origin_means: undefined });
});
