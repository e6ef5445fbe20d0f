/** The sweep of learning rates under what a class chose: what it sampled. */

import { short } from "../core/numbers.js";
import { atOnce } from "../core/slices.js";
import { Batch } from "../engine/batch.js";
import { outcomes } from "../engine/outcomes.js";
import { lossAt } from "../player/losses.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../engine/race.js").Engine} Engine */
/** @typedef {import("./classrace.js").Racer} Racer */
/** @typedef {{racer: Racer, rate: number, loss: number, on: boolean}} Sample `on` whether nothing but the rate was changed;
 *   `loss` infinite where it diverged */
/** @typedef {{rates: Float64Array, losses: Float64Array}} Curve losses at the end; infinite where it diverged */

const PER_DECADE = 8; // rates, as optviz/studies/sweep.py has them
const MOST = 97; // of a curve: twelve decades

/** Rules with a learning rate that some have chosen, the one most chosen first. @param {Racer[]} racers */
export function rulesWithRates(racers) {
  const counts = new Map();
  for (const { run } of racers) if (run.hyper.lr > 0) counts.set(run.key, (counts.get(run.key) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
}

/**
 * What the class sampled of a rule's curve.
 * @param {Race} race
 * @param {Racer[]} racers
 * @param {string} key of the rule
 * @param {number} budget steps
 * @returns {Sample[]}
 */
export function samplesOf(race, racers, key, budget) {
  const { hyper } = race.newcomers[key];
  return racers
    .filter(({ run }) => run.key === key && run.hyper.lr > 0)
    .map((racer) => {
      const { run, entry } = racer;
      const same = Object.keys(hyper).every((name) => name === "lr" || run.hyper[name] === hyper[name]);
      return { racer, rate: run.hyper.lr, loss: lossAt(run, budget), on: same && entry.start === null };
    });
}

/** Rates from a tenth of the lowest to ten times the highest, eight in a power of ten. @param {number[]} chosen */
export function ratesAround(chosen) {
  const [low, high] = [Math.min(...chosen), Math.max(...chosen)].map((rate) => Math.log10(rate) * PER_DECADE);
  const first = Math.floor(low) - PER_DECADE;
  const count = Math.min(MOST, Math.ceil(high) + PER_DECADE - first + 1);
  return Float64Array.from({ length: count }, (_, k) => 10 ** ((first + k) / PER_DECADE));
}

/**
 * The loss after the last step for each rate, all else as the rule begins in this race.
 * @param {Race} race @param {Engine} engine @param {string} key @param {number} budget steps @param {Float64Array} rates
 * @returns {Curve}
 */
export function curveOf(race, engine, key, budget, rates) {
  const { hyper, changes } = race.newcomers[key];
  const others = Object.fromEntries(Object.entries(changes).filter(([name]) => name !== "lr"));
  const batch = new Batch(engine, key, rates.length, ["lr"]);
  const starts = Float64Array.from({ length: 2 * rates.length }, (_, k) => race.start[k % 2]);
  batch.begin({ hyper, changes: others }, starts, { lr: rates }, race);
  const [losses, reached, diverged] = [0, 1, 2].map(() => new Float64Array(rates.length));
  atOnce(outcomes(batch, budget, -Infinity, losses, reached, diverged));
  return { rates, losses };
}

/**
 * What the class found of the curve.
 * @param {Sample[]} samples @param {Curve} curve @param {string} rule its name
 */
export function ratesWords(samples, { rates, losses }, rule) {
  const on = samples.filter((each) => each.on && each.loss < Infinity).sort((a, b) => a.loss - b.loss);
  const lowest = losses.indexOf(Math.min(...losses));
  const off = samples.filter((each) => !each.on).length;
  const best = Number.isFinite(losses[lowest])
    ? ` Its lowest point here is ${short(losses[lowest])} at rate ${short(rates[lowest], 2)}.`
    : " It diverges at every rate here.";
  const said =
    samples.length === off ? "" : `You sampled this curve of ${rule} at ${pointsWords(samples.length - off)}.`;
  const found = on.length ? ` The lowest of yours is ${short(on[0].loss)} at rate ${short(on[0].rate, 2)}.` : "";
  const open = off ? ` Open rings: ${off} that changed more than the rate.` : "";
  return `${said}${best}${found}${open}`.trim();
}

/** @param {number} count */
function pointsWords(count) {
  return count === 1 ? "one point" : `${count} points`;
}
