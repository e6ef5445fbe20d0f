/** Many seeds: who is ahead in how many, and the words for it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { aheadAt, aheadWords } from "../../optviz/web/player/seedraces.js";
import { table } from "./tables.mjs";

/** @param {...(number | null)[]} runs the losses of each; null once it has ended */
const race = (...runs) => ({
  runs: runs.map((losses) => ({
    loss: Float64Array.from(losses, (loss) => loss ?? NaN),
    ended: losses.includes(null) ? losses.indexOf(null) : null,
  })),
});

test("the lowest loss is ahead, equal ones are level, and what has ended is behind", () => {
  const races = [race([2, 1], [2, 3]), race([2, 4], [2, 3]), race([2, null], [2, 9]), race([2, null], [2, null])];
  assert.deepEqual(aheadAt(races, 0), { counts: [0, 0], tied: 4, ended: 0 });
  assert.deepEqual(aheadAt(races, 1), { counts: [1, 2], tied: 0, ended: 1 });
});

test("the words are those of Python", () => {
  for (const { step, names, counts, tied, ended, total, words } of table("ahead")) {
    assert.equal(aheadWords(step, names, { counts, tied, ended }, total), words);
  }
});
