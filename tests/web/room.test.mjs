/** What a class answered and how it raced, counted and told. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { calledOf, divergedOf, raceWords, runOf, standing } from "../../optviz/web/room/classrace.js";
import { ratesAround, ratesWords, rulesWithRates, samplesOf } from "../../optviz/web/room/ratescurve.js";
import { distribution, mostSaid, numbersWords, rightWords } from "../../optviz/web/room/tallies.js";

const CHOICES = ["SGD", "Adam", "NAG"];
const ROUNDS = [{ counts: [3, 1, 2] }, { counts: [0, 5, 1] }];

test("what most said is that of the last round, and the first of several", () => {
  assert.equal(mostSaid(CHOICES, ROUNDS), "Adam");
  assert.equal(mostSaid(CHOICES, ROUNDS.slice(0, 1)), "SGD");
  assert.equal(mostSaid(CHOICES, [{ counts: [1, 2, 2] }]), "Adam");
  assert.equal(mostSaid(CHOICES, [{ counts: [0, 0, 0] }]), "");
  assert.equal(mostSaid(CHOICES, []), "");
});

test("each round's shares are of its own answers and add up to 100 percent", () => {
  const rows = distribution(CHOICES, ROUNDS);
  assert.deepEqual(
    rows.map(({ choice }) => choice),
    CHOICES,
  );
  for (const round of [0, 1]) {
    const percents = rows.map(({ rounds }) => parseInt(rounds[round].percent, 10));
    assert.equal(
      percents.reduce((sum, each) => sum + each),
      100,
    );
    assert.deepEqual(
      rows.map(({ rounds }) => rounds[round].count),
      ROUNDS[round].counts,
    );
  }
  assert.equal(rows[1].rounds[1].share, 5 / 6);
  assert.equal(distribution(CHOICES, [{ counts: [0, 0, 0] }])[0].rounds[0].share, 0);
});

test("a sentence says how many were right before and after the discussion", () => {
  const question = /** @type {any} */ ({ choices: CHOICES, right: "Adam" });
  assert.equal(rightWords(question, ROUNDS), "Right: Adam, as 1 of 6 said at first and 5 of 6 after talking about it.");
  assert.equal(rightWords(question, ROUNDS.slice(0, 1)), "Right: Adam, as 1 of 6 said.");
  assert.equal(rightWords({ ...question, right: "" }, ROUNDS), "");
});

test("numbers are told by their ends and their median", () => {
  assert.equal(numbersWords([]), "No answers.");
  assert.equal(numbersWords([7]), "One answer: 7.");
  assert.equal(numbersWords([9, -1, 2]), "3 answers from −1 to 9; the median is 2.");
  assert.equal(numbersWords([4, 1, 2, 100]), "4 answers from 1 to 100; the median is 3.");
});

/** A racer whose losses are these; after them it has diverged, or stands where there is no gradient. */
function racer(
  /** @type {number} */ number,
  /** @type {number[]} */ loss,
  lr = 0.1,
  { rule = "SGD", ends = "∞" } = {},
) {
  const length = 5;
  const ended = loss.length < length ? loss.length : null;
  const losses = Float64Array.from({ length }, (_, k) => loss[k] ?? NaN);
  const run = { rule, settings: `lr ${lr}`, hyper: { lr }, loss: losses, ended, ending: ended && { loss: ends } };
  return /** @type {any} */ ({ entry: { number, name: number === 2 ? "Ada" : "" }, run });
}

test("the lowest loss leads at each step, those that diverged come last, equal losses share a place", () => {
  const racers = [
    racer(1, [9, 8, 7, 6, 5]),
    racer(2, [9, 3, 1]),
    racer(3, [9, 5, 5, 5, 4]),
    racer(4, [9, 5, 5, 5, 4]),
    racer(5, [9, 1]),
  ];
  const order = (/** @type {number} */ step) => standing(racers, step).map(({ entry, place }) => [entry.number, place]);
  assert.deepEqual(
    order(0),
    [1, 2, 3, 4, 5].map((number) => [number, 1]), // in the order of their numbers, whatever becomes of them
  );
  assert.deepEqual(order(1)[0], [5, 1]);
  assert.deepEqual(order(2).slice(0, 3), [
    [2, 1],
    [3, 2],
    [4, 2],
  ]);
  assert.deepEqual(order(4), [
    [3, 1],
    [4, 1],
    [1, 3],
    [2, 4],
    [5, 4],
  ]);
  assert.deepEqual(order(99), order(4)); // a clock may run on after the class's last step
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((step) => divergedOf(standing(racers, step))),
    [0, 0, 1, 2, 2],
  );
});

test("one that has no gradient to follow stands with its last loss, and has not diverged", () => {
  const racers = [racer(1, [9, 0], 0.1, { ends: "" }), racer(2, [9, 8, 7, 6, 5])];
  assert.deepEqual(
    standing(racers, 4).map(({ loss }) => loss),
    [0, 5],
  );
  assert.equal(divergedOf(standing(racers, 4)), 0);
});

test("sentences tell the best and the diverged by the numbers", () => {
  const fine = [racer(1, [9, 8, 7, 6, 5], 0.01), racer(2, [9, 5, 3, 2, 1.23456], 0.1)];
  const lost = [racer(3, [9, 20], 0.5), racer(4, [9, 12, 40], 0.4)];
  const [best, diverged] = raceWords([...fine, ...lost], 4);
  assert.equal(best, "Best of 4: Ada with SGD (lr 0.1), loss 1.235 after 4 steps.");
  assert.equal(
    diverged,
    "2 of 4 diverged; the first at step 2: No. 3 with SGD (lr 0.5). " +
      "With SGD all rates up to 0.1 went well, and all from 0.4 on diverged.",
  );
  assert.equal(raceWords(fine, 4)[1], "None of 2 diverged within 4 steps.");
  assert.deepEqual(raceWords(lost, 4), ["All 2 diverged; the first at step 2: No. 3 with SGD (lr 0.5)."]);
  const mixed = raceWords([...fine, racer(5, [9], 0.05)], 4)[1];
  assert.ok(!mixed.includes("all rates"), mixed); // one below diverged, another above did not
  assert.equal(
    raceWords([racer(1, [2, 2, 2, 2, 2]), racer(2, [2, 2, 2, 2, 2])], 4)[0],
    "Best of 2, with the same loss 2 after 4 steps: No. 1 and Ada.",
  );
  assert.deepEqual(raceWords([], 4), ["No entries."]);
  assert.equal(calledOf({ number: 17, name: "" }), "No. 17");
});

test("steps beyond the race's own have their minibatches", () => {
  const drawn = /** @type {number[]} */ ([]);
  const race = /** @type {any} */ ({
    start: [1, 1],
    steps: 4,
    runs: [{ distance: null }],
    newcomers: { sgd: { name: "SGD", hyper: { lr: 0.1 }, changes: {} } },
  });
  const engine = /** @type {any} */ ({
    knows: () => true,
    lossAt: () => 1,
    rule: () => ({ states: [], content: { symbols: {}, equations: [], source: "" } }),
    draw: (/** @type {{steps: number}} */ { steps }) => drawn.push(steps),
    run: () => {},
  });
  const entry = { number: 1, name: "", rule: "sgd", settings: {}, start: null };
  for (const budget of [3, 4, 7]) runOf(race, engine, new Float64Array(), budget, entry);
  assert.deepEqual(drawn, [7]);
});

test("an entry that races nowhere here is refused", () => {
  const race = /** @type {any} */ ({
    start: [1, 1],
    newcomers: { sgd: { name: "SGD", hyper: { lr: 0.1 }, changes: {} } },
  });
  const engine = /** @type {any} */ ({ knows: (/** @type {string} */ key) => key === "sgd", lossAt: () => NaN });
  const entry = { number: 1, name: "", rule: "sgd", settings: {}, start: null };
  const run = (/** @type {object} */ changes) => runOf(race, engine, new Float64Array(), 5, { ...entry, ...changes });
  assert.equal(run({ rule: "adam" }), null);
  assert.equal(run({ settings: { mu: 0.9 } }), null);
  assert.equal(run({ start: [5, 5] }), null); // there is no loss
});

test("what changed nothing but the learning rate is on the sweep's curve, and told so", () => {
  const race = /** @type {any} */ ({ newcomers: { sgd: { hyper: { lr: 0.1, mu: 0 } } } });
  const one = (/** @type {number} */ lr, mu = 0, start = null, last = lr) => {
    const made = racer(1, [9, 8, 7, 6, last], lr);
    Object.assign(made.run, { key: "sgd", hyper: { lr, mu } });
    Object.assign(made.entry, { start });
    return made;
  };
  const racers = [one(0.2), one(0.4, 0.9), one(0.3, 0, /** @type {any} */ ([1, 1])), one(0)];
  racers.push({ ...racers[0], run: { ...racers[0].run, key: "adam" } });
  assert.deepEqual(rulesWithRates(racers), ["sgd", "adam"]); // 0 has no place on a logarithmic axis
  const samples = samplesOf(race, racers, "sgd", 4);
  assert.deepEqual(
    samples.map(({ rate, loss, on }) => [rate, loss, on]),
    [
      [0.2, 0.2, true],
      [0.4, 0.4, false],
      [0.3, 0.3, false],
    ],
  );
  const curve = { rates: Float64Array.of(0.1, 0.5, 1), losses: Float64Array.of(3, 0.02, Infinity) };
  assert.equal(
    ratesWords(samples, curve, "SGD"),
    "You sampled this curve of SGD at one point. Its lowest point here is 0.02 at rate 0.5. " +
      "The lowest of yours is 0.2 at rate 0.2. Open rings: 2 that changed more than the rate.",
  );
});

test("the curve reaches a tenth of the lowest and ten times the highest rate, eight in a power of ten", () => {
  const rates = ratesAround([0.01, 0.1]);
  assert.ok(Math.abs(rates[0] - 0.001) < 1e-12);
  assert.ok(Math.abs(rates[rates.length - 1] - 1) < 1e-9);
  assert.equal(rates.length, 3 * 8 + 1);
});
