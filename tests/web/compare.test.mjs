/** The race before the last change: which one it is, what was changed, what became of the losses. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { conditionsOf } from "../../optviz/web/player/conditions.js";
import { Ghost, copyOf } from "../../optviz/web/player/ghost.js";
import { changesOf, inOneLine, outcome } from "../../optviz/web/player/whatchanged.js";

const run = (/** @type {string} */ name, /** @type {number} */ lr, /** @type {number[]} */ loss, more = {}) => ({
  key: name.toLowerCase(),
  name,
  hyper: { lr },
  changes: {},
  symbols: { lr: ["η", "size"] },
  x: new Float64Array(2 * loss.length),
  loss: Float64Array.from(loss),
  grad: new Float64Array(0),
  grad_at: null,
  accuracy: null,
  distance: null,
  state: { v: Float64Array.of(1) },
  ended: null,
  ending: null,
  ...more,
});
const RACE = { start: Float64Array.of(1, 2), steps: 2, seed: 0, batch: null, parameter: 40 };
const SURFACE = { parameter: { name: "b", title: "" } };

/** @param {any} race @returns {any} as the player has it for comparison */
const at = (race) => ({ race, surface: SURFACE, conditions: conditionsOf(race) });
const raced = (/** @type {any[]} */ runs, more = {}) => at({ ...RACE, ...more, runs });

const FIRST = raced([run("SGD", 0.1, [9, 5, 3]), run("Adam", 0.3, [9, 4, 1])]);
const SECOND = raced([run("SGD", 0.1, [9, 5, 3]), run("Adam", 0.6, [9, 2, 0.5])]);
const THIRD = raced([run("SGD", 0.1, [8, 6, 5]), run("Adam", 0.6, [8, 2, 0.2])], { start: Float64Array.of(0, 2) });

const words = (/** @type {any} */ before, /** @type {any} */ now) => inOneLine(changesOf(before, now), "both");

test("the ghost is the race before the last gesture, whatever the gesture's length", () => {
  const ghost = new Ghost();
  assert.deepEqual(ghost.runs, []);
  ghost.begin(() => FIRST);
  ghost.begin(() => assert.fail("a drag is one gesture"));
  ghost.follow(SECOND.conditions);
  const { runs } = ghost;
  assert.deepEqual(runs, [FIRST.race.runs[1]]); // SGD runs as before
  ghost.end(SECOND.conditions);
  assert.equal(ghost.runs, runs);
  ghost.begin(() => SECOND);
  ghost.end(THIRD.conditions);
  assert.equal(ghost.before, SECOND);
  assert.equal(ghost.runs, SECOND.race.runs);
  ghost.begin(() => THIRD);
  ghost.end(THIRD.conditions); // put back where it was
  assert.equal(ghost.before, SECOND);
  ghost.begin(() => THIRD); // undone: what was undone is the one before
  ghost.end(SECOND.conditions);
  assert.equal(ghost.before, THIRD);
  ghost.on = false;
  assert.deepEqual(ghost.runs, []);
  ghost.clear();
  assert.equal(ghost.before, null);
});

test("kept, it stays, and is not drawn under a race like itself", () => {
  const ghost = new Ghost();
  ghost.begin(() => FIRST);
  ghost.end(SECOND.conditions);
  ghost.kept = true;
  ghost.begin(() => assert.fail("it is kept"));
  ghost.end(THIRD.conditions);
  ghost.replace(THIRD, SECOND.conditions);
  assert.equal(ghost.before, FIRST);
  ghost.begin(() => assert.fail("it is kept"));
  ghost.end(FIRST.conditions);
  assert.deepEqual(ghost.runs, []);
  ghost.keep(SECOND, FIRST.conditions);
  assert.deepEqual(ghost.runs, [SECOND.race.runs[1]]);
});

test("who is not in the race any more is shown, and who came is not", () => {
  const ghost = new Ghost();
  ghost.replace(FIRST, raced([run("SGD", 0.1, [9]), run("Lion", 1, [9])]).conditions);
  assert.deepEqual(ghost.runs, [FIRST.race.runs[1]]);
});

test("a race that comes with other conditions makes a ghost of the one that it replaces", () => {
  const ghost = new Ghost();
  ghost.replace(FIRST, FIRST.conditions);
  assert.equal(ghost.before, null);
  ghost.replace(FIRST, SECOND.conditions);
  assert.equal(ghost.before, FIRST);
  ghost.begin(() => SECOND);
  ghost.replace(THIRD, SECOND.conditions); // an answer in mid-drag
  assert.equal(ghost.before, SECOND);
});

test("its arrays are its own", () => {
  const copy = copyOf(FIRST.race);
  assert.deepEqual(copy, FIRST.race);
  for (const [one, other] of [
    [copy.start, FIRST.race.start],
    [copy.runs[0].x, FIRST.race.runs[0].x],
    [copy.runs[0].state.v, FIRST.race.runs[0].state.v],
    [copy.runs[0].hyper, FIRST.race.runs[0].hyper],
  ]) {
    assert.notEqual(one, other);
  }
});

test("what was changed is said in words", () => {
  assert.equal(words(FIRST, SECOND), "Adam: η 0.3 → 0.6");
  assert.equal(words(SECOND, THIRD), "start (1, 2) → (0, 2)");
  const numbers = raced(FIRST.race.runs, { steps: 20, seed: 3, batch: 5, parameter: 1 });
  assert.equal(words(FIRST, numbers), "steps 2 → 20, seed 0 → 3, minibatch none → 5, 1 more change");
  assert.equal(inOneLine(changesOf(FIRST, SECOND), "before"), "Adam: η 0.3");
  const later = raced([FIRST.race.runs[0], run("Adam", 0.3, [9, 4, 1], { changes: { lr: [[40, 0.1]] } })]);
  assert.equal(words(FIRST, later), "Adam: η 0.3 → 0.3 (0.1 from step 40)");
});

test("who comes, goes, or is called otherwise", () => {
  const [sgd, adam] = FIRST.race.runs;
  assert.equal(words(FIRST, raced([sgd])), "without Adam");
  assert.equal(words(FIRST, raced([sgd, adam, run("Lion", 1, [9, 9, 9])])), "with Lion");
  assert.equal(words(FIRST, raced([sgd, { ...adam, name: "fast" }])), "Adam renamed fast");
  assert.equal(words(FIRST, raced([sgd, { ...adam, key: "lion", name: "Lion" }])), "without Adam, with Lion");
  const other = raced([{ ...sgd, hyper: { lr: 2 } }]);
  assert.equal(words(FIRST, other), "SGD: η 0.1 → 2, without Adam");
});

test("what became of the losses", () => {
  assert.equal(outcome(FIRST.race, SECOND.race), "Adam's last loss 1 → 0.5.");
  assert.equal(outcome(SECOND.race, THIRD.race), "Last loss lower for 1, higher for 1.");
  assert.equal(outcome(FIRST.race, FIRST.race), "Every last loss is as before.");
  const ending = { words: "diverged at step 2", explained: "", loss: "∞" };
  const gone = raced([FIRST.race.runs[0], run("Adam", 9, [9, 4, NaN], { ended: 2, ending })]);
  assert.equal(outcome(FIRST.race, gone.race), "Adam's last loss 1 → diverged at step 2.");
  const arrived = { words: "stopped", explained: "", loss: "" }; // at a minimum: its loss stays
  const stopped = raced([FIRST.race.runs[0], run("Adam", 9, [9, 0.5, NaN], { ended: 2, ending: arrived })]);
  assert.equal(outcome(FIRST.race, stopped.race), "Adam's last loss 1 → 0.5.");
  assert.equal(outcome(FIRST.race, raced([run("Lion", 1, [1, 1, 1])]).race), "");
});
