/** What is said beside the picture: nothing of what a class is still to predict. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Words } from "../../optviz/web/player/words.js";

const RACE = {
  start: [1, 2],
  steps: 9,
  runs: [
    { name: "SGD", ending: { words: "diverged at step 3", explained: "SGD diverged at step 3: too fast.", loss: "∞" } },
  ],
};

function told(asks) {
  const parts = { ".notice": { hidden: false, textContent: "" }, ".summary": { textContent: "" } };
  const words = new Words({ querySelector: (name) => parts[name] });
  words.tell("Bowl", RACE, false, asks);
  return [parts[".notice"].textContent, parts[".summary"].textContent].join(" ");
}

test("what ended a run is told once nothing is asked", () => {
  assert.match(told(false), /SGD diverged at step 3: too fast/);
  assert.doesNotMatch(told(true), /SGD|diverged/);
  assert.match(told(true), /Bowl, 9 steps from \(1, 2\)/);
});
