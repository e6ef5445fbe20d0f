/** The same race under many minibatch seeds, one after the other, and who is ahead in how many of them. */

import { copyOf } from "./ghost.js";
import { lossUntil } from "./seedbands.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {{runs: Pick<Run, "name" | "style" | "ended" | "loss" | "x">[]}} SeedRace what is kept of the race of a seed */
/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {{counts: number[], tied: number, ended: number}} Ahead of each optimizer, and where none is ahead */

export const USUAL = Array.from({ length: 20 }, (_, k) => k);

export class SeedRaces {
  seeds = USUAL;
  /** In the order of their seeds, as far as they are run. @type {SeedRace[]} */
  races = [];

  get done() {
    return this.races.length === this.seeds.length;
  }

  /** Begin anew. */
  clear() {
    this.races = [];
  }

  /**
   * Run the next seed.
   * @param {Race} race whose conditions they have
   * @param {import("../engine/race.js").Engine} engine
   * @param {Float64Array} minima
   */
  advance(race, engine, minima) {
    const own = copyOf(race);
    own.seed = this.seeds[this.races.length];
    own.batches = race.batches && race.batches.slice();
    engine.draw(own);
    engine.race(own, minima);
    this.races.push({ runs: own.runs.map(({ name, style, ended, loss, x }) => ({ name, style, ended, loss, x })) });
  }
}

/**
 * In how many races each optimizer has a lower loss than all others after so many steps.
 * @param {{runs: Pick<Run, "ended" | "loss">[]}[]} races
 * @param {number} step
 * @returns {Ahead}
 */
export function aheadAt(races, step) {
  const counts = races[0].runs.map(() => 0);
  let [tied, ended] = [0, 0];
  for (const { runs } of races) {
    const losses = runs.map((run) => lossUntil(run, step));
    const lowest = Math.min(...losses);
    const leads = losses.filter((loss) => loss === lowest).length;
    if (lowest === Infinity) ended++;
    else if (leads > 1) tied++;
    else counts[losses.indexOf(lowest)]++;
  }
  return { counts, tied, ended };
}

/**
 * The same in a sentence without its stop, the words of optviz/stories/bundles.py.
 * @param {number} step
 * @param {string[]} names of the optimizers
 * @param {Ahead} found
 * @param {number} total of the seeds
 */
export function aheadWords(step, names, { counts, tied, ended }, total) {
  const leads = names
    .map((name, k) => ({ name, count: counts[k] }))
    .filter(({ count }) => count)
    .sort((a, b) => b.count - a.count);
  const said = leads.slice(1).map(({ name, count }) => `${name} in ${count}`);
  if (tied) said.push(`several level in ${tied}`);
  if (ended) said.push(`all ended early in ${ended}`);
  const { name: first, count } = leads[0] ?? { name: "no optimizer", count: "any" };
  const when = `After ${step} step${step === 1 ? "" : "s"}`;
  return [`${when} ${first} is ahead in ${count} of ${total} seed${total === 1 ? "" : "s"}`, ...said].join(", ");
}
