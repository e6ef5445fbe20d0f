/** Many seeds: who is ahead in how many, the words for it, quartiles and medians. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { bandsOf, medianPath, quantile } from "../../optviz/web/player/seedbands.js";
import { aheadAt, aheadWords } from "../../optviz/web/player/seedraces.js";
import { MOST, seedsIn, seedsText, seedsWords } from "../../optviz/web/player/seedstext.js";
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

test("seeds are read, written and named as in Python", () => {
  const { most, read, refused } = table("seeds");
  assert.equal(MOST, most);
  for (const { text, seeds, words } of read) {
    assert.deepEqual(seedsIn(text), seeds);
    assert.equal(seedsText(seeds), text);
    assert.equal(seedsWords(seeds), words);
  }
  for (const text of [...refused, "", " "]) assert.deepEqual(seedsIn(text), [], text);
});

test("quantiles are numpy's, and infinite where they lie beside an infinite value", () => {
  const values = Float64Array.of(1, 2, 4, 8);
  assert.deepEqual(
    [0, 0.25, 0.5, 0.75, 1].map((share) => quantile(values, share)),
    [1, 1.75, 3, 5, 8],
  );
  assert.equal(quantile(Float64Array.of(1, 2, Infinity, Infinity), 0.25), 1.75);
  assert.equal(quantile(Float64Array.of(1, 2, Infinity, Infinity), 0.5), Infinity);
  assert.equal(quantile(Float64Array.of(1, 2, Infinity), 0.5), 2);
  assert.equal(quantile(Float64Array.of(Infinity, Infinity), 0.5), Infinity);
});

test("what has ended has an infinite loss and no part in the median point", () => {
  /** @param {number[]} loss @param {number | null} ended @param {number[]} x */
  const one = (loss, ended, x) => ({
    runs: [{ loss: Float64Array.from(loss), ended, x: Float64Array.from(x) }],
  });
  const races = [
    one([5, 1, 9], null, [0, 0, 1, 10, 2, 20]),
    one([5, 2, 7], null, [0, 0, 3, 30, 4, 40]),
    one([5, 3, NaN], 2, [0, 0, 9, 90, NaN, NaN]),
  ];
  const [{ low, median, high }] = bandsOf(races);
  assert.deepEqual([...low], [5, 1.5, 8]);
  assert.deepEqual([...median], [5, 2, 9]);
  assert.deepEqual([...high], [5, 2.5, Infinity]);
  assert.deepEqual([...medianPath(races, 0)], [0, 0, 3, 30, 3, 30]);
  const most = [races[0], one([5, NaN, NaN], 1, [0, 0, NaN, NaN, NaN, NaN])];
  assert.deepEqual([...medianPath(most, 0)], [0, 0, NaN, NaN, NaN, NaN]);
});
