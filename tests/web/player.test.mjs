/** Equations as MathML and their values, the parts of an update, the race in words. */

import assert from "node:assert/strict";
import { test } from "node:test";

/** As much of a document as formulas need: every element as its tag and children. */
class Node {
  constructor(tag) {
    this.tag = tag;
    this.children = [];
  }

  append(...children) {
    this.children.push(...children);
  }

  setAttribute() {}

  toString() {
    const inner = this.children.map(String);
    if (!inner.some((each) => each.includes("("))) return `${this.tag}(${inner.join(" ")})`;
    return `${this.tag}(${inner.join(" ")})`;
  }
}
globalThis.document = /** @type {any} */ ({ createElementNS: (_, tag) => new Node(tag) });

const { evaluate, math, mentions, symbol, symbolNode, typeset } = await import("../../optviz/web/player/formula.js");
globalThis.Path2D = /** @type {any} */ (
  class {
    arc() {}
    lineTo() {}
    closePath() {}
  }
);
const { kindsOf } = await import("../../optviz/web/player/markkey.js");
const { lastStep } = await import("../../optviz/web/core/payload.js");
const { phasesOf, SlowMotion } = await import("../../optviz/web/player/slowmotion.js");
const { summaryOf } = await import("../../optviz/web/player/summary.js");
const { Update, kindOf } = await import("../../optviz/web/player/update.js");

const leaf = (/** @type {string} */ name) => math("mi", symbol(name));
const set = (/** @type {any} */ tree) => String(typeset(tree, leaf));

test("names are those of papers, hats and all", () => {
  assert.deepEqual(["mu", "beta1", "w", "m_hat"].map(symbol), ["μ", "β₁", "w", "m\u0302"]);
  assert.equal(String(symbolNode("m_hat")), "mover(mi(m) mo(^))");
});

test("brackets stand where an expression would be misread without", () => {
  assert.equal(set(["*", "lr", "g"]), "mrow(mi(lr) mo(·) mi(g))");
  assert.match(set(["*", "lr", ["+", "g", "v"]]), /mo\(\(\) mrow\(mi\(g\) mo\(\+\) mi\(v\)\) mo\(\)\)/);
  assert.doesNotMatch(set(["+", ["*", "mu", "v"], "g"]), /mo\(\(\)/);
  assert.match(set(["-", "x", ["-", "g", "v"]]), /mo\(\(\)/);
  assert.doesNotMatch(set(["-", ["-", "x", "g"], "v"]), /mo\(\(\)/);
  assert.doesNotMatch(set(["/", ["+", "x", "g"], "v"]), /mo\(\(\)/);
  assert.match(set(["^", ["+", "x", "g"], 2]), /msup\(mrow\(mo\(\(\)/);
  assert.match(set(["neg", ["+", "x", "g"]]), /mo\(−\) mrow\(mo\(\(\)/);
});

test("functions and cases are set as such", () => {
  assert.equal(set(["sqrt", "v"]), "msqrt(mi(v))");
  assert.equal(set(["max", "u", 2]), "mrow(mi(max) mo(() mi(u) mo(,) mn(2) mo()))");
  assert.match(set(["if", ["<=", "t", 5], "g", 0]), /mtext\(if \) mi\(t\) mo\(≤\) mn\(5\).*mtext\(otherwise\)/);
});

test("expressions have the values of their operations", () => {
  const values = { x: 3, g: -4 };
  const value = (/** @type {any} */ tree) => evaluate(tree, (name) => values[name]);
  const cases = [
    [["+", "x", "g"], -1],
    [["-", "x", "g"], 7],
    [["*", "x", "g"], -12],
    [["/", "x", "g"], -0.75],
    [["^", "g", 2], 16],
    [["neg", "x"], -3],
    [["abs", "g"], 4],
    [["sign", "g"], -1],
    [["max", "x", "g"], 3],
    [["sqrt", ["^", "g", 2]], 4],
    [["if", ["<", "x", "g"], 1, 2], 2],
    [["if", [">=", "x", 3], 1, 2], 1],
    [["if", ["!=", "x", 3], 1, 2], 2],
  ];
  for (const [tree, expected] of cases) assert.equal(value(tree), expected, JSON.stringify(tree));
  assert.ok(mentions(["+", 1, ["*", "x", 2]], (part) => part === "x"));
  assert.ok(!mentions(["+", 1, ["*", "y", 2]], (part) => part === "x"));
});

/** A run with Momentum's rule and one update. */
function momentum() {
  const equations = [
    ["v", ["-", ["*", "mu", "v"], ["*", "lr", "g"]]],
    ["x", ["+", "x", "v"]],
  ];
  return /** @type {any} */ ({
    name: "Momentum",
    equations,
    hyper: { lr: 0.1, mu: 0.9 },
    changes: {},
    x: Float64Array.of(1, 2, 0.8, 1.6),
    loss: Float64Array.of(5, 3),
    grad: Float64Array.of(2, 4),
    grad_at: null,
    state: { v: Float64Array.of(0, 0, -0.2, -0.4) },
    ended: null,
    ending: null,
    distance: Float64Array.of(2, 1),
  });
}

test("an update reads what was before it and what it gave", () => {
  const update = new Update(momentum(), 9);
  assert.equal(update.step, 0);
  assert.deepEqual(update.pair("g"), [2, 4]);
  assert.deepEqual(update.pair("v", 0), [0, 0]);
  assert.deepEqual(update.pair("v", 1), [-0.2, -0.4]);
  assert.deepEqual(update.pair("x", 1), [1, 2]);
  assert.deepEqual(update.pair("x"), [0.8, 1.6]);
  assert.deepEqual([update.value("t", 0), update.value("lr", 0)], [1, 0.1]);
  assert.deepEqual(update.rate, [0.1, 0.1]);
});

test("kinds of quantities are read off the rule", () => {
  assert.equal(kindOf(momentum(), "v"), "displacement");
  const run = momentum();
  run.equations = [
    ["G", ["+", "G", ["^", "g", 2]]],
    ["rate", ["/", "lr", ["sqrt", "G"]]],
    ["x", ["-", "x", ["*", "rate", "g"]]],
  ];
  run.state = { G: run.x, rate: run.x };
  assert.deepEqual(
    ["G", "rate", "lr"].map((name) => kindOf(run, name)),
    ["square", "rate", "factor"],
  );
});

test("slow motion shows a memory fade and take up, then the step", () => {
  const kinds = phasesOf(momentum()).map(({ kind }) => kind);
  assert.deepEqual(kinds, ["measure", "decay", "add", "ghost", "move"]);
  const slow = new SlowMotion();
  slow.begin(momentum(), 0);
  assert.equal(slow.advance(0.5), 0);
  assert.equal(slow.phase.kind, "measure");
  for (let k = 0; k < 4; k++) slow.advance(1.1);
  assert.equal(slow.phase.kind, "move");
  assert.equal(slow.advance(1.1), 1);
  assert.equal(slow.running, false);
});

test("slow motion stands still, and is stepped from part to part and on to the next update", () => {
  const slow = new SlowMotion();
  slow.begin(momentum(), 0);
  slow.toggle();
  assert.equal(slow.playing, false);
  slow.advance(9);
  assert.deepEqual([slow.count, slow.phase.kind], ["1 / 5", "measure"]);
  slow.go(-1);
  assert.equal(slow.count, "1 / 5");
  for (const kind of ["decay", "add", "ghost", "move"]) {
    slow.go(1);
    slow.advance(9);
    assert.deepEqual([slow.phase.kind, slow.playing, slow.share], [kind, false, 1]);
  }
  assert.equal(slow.shown, 1);
  slow.go(-1);
  assert.deepEqual([slow.advance(0), slow.phase.kind], [0, "ghost"]);
  slow.go(1);
  slow.go(1);
  const on = lastStep(momentum()) > 1;
  assert.deepEqual([slow.advance(0), slow.count], on ? [1, "1 / 5"] : [0, "5 / 5"]);
  slow.toggle();
  for (let k = 0; k < 9; k++) slow.advance(1);
  assert.equal(slow.running, false);
});

test("the race in words tells where runs end, or that they diverge", () => {
  const lost = {
    ...momentum(),
    name: "SGD",
    ended: 1,
    ending: { words: "diverged at step 1", explained: "", loss: "∞" },
  };
  const race = /** @type {any} */ ({ start: [1, 2], steps: 1, runs: [momentum(), lost] });
  assert.equal(
    summaryOf("Bowl", race),
    "Bowl, 1 steps from (1, 2). Momentum ends at (0.8, 1.6) with loss 3; " +
      "it comes nearest to a minimum, 1 away, at step 1. SGD diverged at step 1.",
  );
});

test("the key of marks tells the lowest minimum, others and valleys", () => {
  const surface = (/** @type {number} */ count, /** @type {number} */ lowest, valleys = 0, unlisted = false) => ({
    minima: new Float64Array(2 * count),
    lowest,
    valleys: new Float64Array(2 * valleys),
    unlisted,
  });
  const words = (/** @type {any[]} */ ...given) => kindsOf(surface(.../** @type {[number, number]} */ (given)));
  assert.deepEqual(words(0, 0), []);
  assert.deepEqual(words(1, 1), [["lowest", "minimum"]]);
  assert.deepEqual(words(4, 4), [["lowest", "minima"]]);
  assert.deepEqual(words(3, 1), [
    ["lowest", "lowest minimum"],
    ["minimum", "other minima"],
  ]);
  assert.deepEqual(words(1, 1, 0, true), [["lowest", "lowest minimum found"]]);
  assert.deepEqual(words(1, 0, 9), [
    ["minimum", "minimum"],
    ["valley", "floor of a valley"],
  ]);
});
