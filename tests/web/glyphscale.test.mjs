/** Glyphs: one factor for all runs, large enough to be seen, and written. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { factorFor, factorsOf, scaleWords } from "../../optviz/web/player/glyphscale.js";

const FRAME = { left: 0, top: 0, right: 500, bottom: 400 };

/** A run's glyphs of these lengths, in pixels. */
const glyphs = (reaches, at = [10, 10]) => ({ at, reach: (kind) => reaches[kind] ?? 0 });

test("a factor is 1, 2 or 5 times a power of ten and makes the longest 40 to 100 pixels long", () => {
  for (let reach = 1e-9; reach < 1e9; reach *= 1.7) {
    const factor = factorFor(reach);
    assert.ok(reach * factor <= 100 * (1 + 1e-9) && reach * factor >= 40 - 1e-9, `${reach}: ${factor}`);
    assert.match(String(Number(factor.toExponential().split("e")[0])), /^[125]$/);
  }
  for (const nothing of [0, NaN, Infinity]) assert.equal(factorFor(nothing), 1);
});

test("the factor is the same for all runs, so a rate of 0.001 does not look like 1", () => {
  const factors = factorsOf([glyphs({ rate: 0.1 }), glyphs({ rate: 100 })], FRAME);
  assert.equal(factors.rate, 1);
  assert.equal(factorsOf([glyphs({ rate: 0.1 })], FRAME).rate, 1000);
});

test("a run outside of the picture, or lost, does not make the others' glyphs small", () => {
  const lost = [glyphs({ gradient: 1e30 }, [900, 10]), glyphs({ gradient: NaN }), glyphs({ gradient: Infinity })];
  assert.equal(factorsOf([glyphs({ gradient: 5 }), ...lost], FRAME).gradient, 20);
});

test("a velocity is drawn as long as it is where that can be seen", () => {
  assert.equal(factorsOf([glyphs({ displacement: 20 })], FRAME).displacement, 1);
  assert.equal(factorsOf([glyphs({ displacement: 0.3 })], FRAME).displacement, 200);
  assert.equal(factorsOf([glyphs({ displacement: 4000 })], FRAME).displacement, 0.02);
});

test("factors are written beside what they belong to", () => {
  const drawn = new Map([
    ["gradient", 0.02],
    ["step size", 5e5],
  ]);
  assert.deepEqual(scaleWords(drawn), ["gradient × 0.02", "step size × 5·10⁵"]);
});
