/** What newcomers are asked to try: when it is done, and what the race says of it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { answerOf, foundOf, outcomeOf } from "../../optviz/web/player/tasks.js";

const run = (name, lr, loss, more = {}) => ({
  name,
  hyper: { lr },
  x: Float64Array.from(loss.flatMap((value) => [value, -value])),
  loss: Float64Array.from(loss),
  ended: null,
  ending: null,
  ...more,
});
const raced = (start, ...runs) => ({ start: Float64Array.from(start), runs });
const DIVERGED = { ended: 2, ending: { words: "diverged at step 2", explained: "", loss: "∞" } };

const BEFORE = raced([1, 2], run("SGD", 0.1, [9, 4, 2]), run("Adam", 0.3, [9, 3, 1]));
const MOVE = { kind: "move", text: "", where: { least: 50, axis: null } };
const DOUBLE = { kind: "change", text: "", entrant: "Adam", setting: "lr", factor: 2 };

test("a move is done where the loss at the start is high enough, and tells who ends lowest", () => {
  const found = foundOf(BEFORE);
  const there = raced([3, 2], run("SGD", 0.1, [60, 4, 0.5]), run("Adam", 0.3, [60, 3, 1]));
  assert.equal(outcomeOf(MOVE, found, BEFORE), "");
  assert.equal(outcomeOf(MOVE, found, raced([3, 2], run("SGD", 0.1, [49, 4, 0.5]))), "");
  const told = "SGD ends lowest, with loss 0.5; from the old start Adam did, with 1";
  assert.equal(outcomeOf(MOVE, found, there), told);
});

test("what is found is a copy: the player writes races anew in place", () => {
  const race = raced([1, 2], run("Adam", 0.3, [9, 3, 1]));
  const found = foundOf(race);
  race.runs[0].hyper.lr = 0.6;
  race.runs[0].loss[2] = 7;
  assert.equal(outcomeOf(DOUBLE, found, race), "Adam: loss 1 at the end; now loss 7 at the end");
});

test("a change is done at the factor, and a run that ended says so", () => {
  const found = foundOf(BEFORE);
  assert.equal(outcomeOf(DOUBLE, found, raced([1, 2], run("Adam", 0.59, [9, 3, 1]))), "");
  assert.equal(outcomeOf(DOUBLE, found, raced([1, 2], run("SGD", 0.9, [9, 3, 1]))), "");
  const over = raced([1, 2], run("Adam", 0.6, [9, 3, Infinity], DIVERGED));
  assert.equal(outcomeOf(DOUBLE, found, over), "Adam: loss 1 at the end; now diverged at step 2");
});

test("a run that ended is not the lowest, whatever its last loss was", () => {
  const race = raced([3, 2], run("SGD", 0.1, [60, 4, 2]), run("Adam", 0.3, [60, -900, NaN], DIVERGED));
  assert.match(outcomeOf(MOVE, foundOf(BEFORE), race), /^SGD ends lowest, with loss 2;/);
  const none = raced([3, 2], run("Adam", 0.3, [60, -900, NaN], DIVERGED));
  assert.equal(outcomeOf(MOVE, foundOf(BEFORE), none), "From there, none of them reaches the last step");
});

test("a question is answered from the race", () => {
  const lowest = { kind: "guess", text: "", where: null };
  assert.equal(answerOf(lowest, "Adam", BEFORE), "Right: Adam, with loss 1");
  assert.equal(answerOf(lowest, "SGD", BEFORE), "No: Adam, with loss 1; SGD with loss 2");
  const away = { kind: "guess", text: "", where: { least: 5, axis: 0 } };
  const race = raced([0, 0], run("SGD", 0.1, [1, 1, 1]), run("Adam", 0.3, [1, 2, 6]), run("NAG", 0.3, [1, 2, 6]));
  assert.equal(answerOf(away, "NAG", race), "Right: Adam and NAG, at step 2");
  assert.equal(answerOf(away, "SGD", race), "No: Adam and NAG, at step 2; SGD never");
  assert.equal(answerOf(away, "SGD", raced([0, 0], run("SGD", 0.1, [1, 1, 1]))), "None of them does");
});

test("what a change brings is compared with the race from the same start alone", () => {
  const elsewhere = raced([3, 2], run("Adam", 0.6, [60, 3, 0.5]));
  assert.equal(outcomeOf(DOUBLE, foundOf(BEFORE), elsewhere), "Adam, from this start: loss 0.5 at the end");
});
