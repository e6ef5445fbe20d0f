/** One rule from many starts, with its last iterates: what a cloud draws and counts. */

import { Batch } from "./batch.js";
import { DIVERGED, NOT_THERE } from "./places.js";

/** So many iterates are known: the latest and those before it. */
export const KEPT = 5;

export class Swarm {
  #batch;
  /** By their step modulo `KEPT`; of each trial x and y. */
  #kept;

  /**
   * @param {import("./race.js").Engine} engine
   * @param {string} key of the rule
   * @param {number} trials
   */
  constructor(engine, key, trials) {
    this.engine = engine;
    this.key = key;
    this.trials = trials;
    this.#batch = new Batch(engine, key, trials);
    this.#kept = Array.from({ length: KEPT }, () => new Float64Array(2 * trials));
  }

  /** How many steps have been made. */
  get step() {
    return this.#batch.step;
  }

  /**
   * Begin anew.
   * @param {import("./batch.js").Has} run
   * @param {Float64Array} starts pairs of x and y, one for each trial
   * @param {import("./batch.js").Seen} race
   */
  begin(run, starts, race) {
    this.#batch.begin(run, starts, {}, race);
    this.#kept[0].set(starts);
  }

  /** All trials make a step; those that have ended stay at their last iterate. */
  advance() {
    const before = this.at(this.step);
    this.#batch.advance();
    const { x, y, who, count, step } = this.#batch;
    const after = this.at(step);
    after.set(before);
    for (let slot = 0; slot < count; slot++) {
      after[2 * who[slot]] = x[slot];
      after[2 * who[slot] + 1] = y[slot];
    }
  }

  /** Whether a time, and the last four iterates before it, are among those that are known. @param {number} time in steps */
  remembers(time) {
    return this.step >= Math.ceil(time - 1e-9) && this.step <= Math.floor(time + 1e-9) + 1;
  }

  /** Pairs of x and y at one of the last `KEPT` steps. @param {number} step */
  at(step) {
    return this.#kept[step % KEPT];
  }

  /** Whether a trial has diverged by a step that has been made. @param {number} trial @param {number} step */
  lost(trial, step) {
    const { ended, stands } = this.#batch;
    return ended[trial] >= 0 && ended[trial] <= step && !stands[trial];
  }

  /**
   * How many trials are where at one of the last steps.
   * @param {number} step
   * @param {import("./places.js").Places | null} places of the minima; null where none is known
   * @param {number[]} counts room: of each kind of place; then how many are at none, and how many diverged
   */
  count(step, places, counts) {
    counts.fill(0);
    const points = this.at(step);
    const none = counts.length - 2;
    for (let trial = 0; trial < this.trials; trial++) {
      const at = this.lost(trial, step)
        ? DIVERGED
        : (places?.at(points[2 * trial], points[2 * trial + 1]) ?? NOT_THERE);
      if (at === DIVERGED) counts[none + 1]++;
      else counts[at < 0 ? none : at]++;
    }
  }
}
