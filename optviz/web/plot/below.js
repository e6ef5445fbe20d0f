/** Where the steps of runs stand along the axis below a chart: at their number, or at what they cost. */

import { reachedAt } from "./cost.js";

/** @typedef {import("../core/payload.js").Run} Run */

export class Below {
  /** The places of each step, where they are not its number. @type {Map<Run, ArrayLike<number>>} */ #places =
    new Map();

  /**
   * @param {Run[]} runs
   * @param {number} steps
   * @param {import("./quantities.js").Quantity["across"]} [across]
   */
  constructor(runs, steps, across) {
    if (across) for (const run of runs) this.#places.set(run, across(run));
    this.runs = runs;
    this.steps = !across;
    /** The last place. */
    this.end = across ? largest([...this.#places.values()]) : steps;
  }

  /** @param {Run} run @param {number} step */
  place(run, step) {
    return this.#places.get(run)?.[step] ?? step;
  }

  /** The last step of a run at a place. @param {Run} run @param {number} place */
  step(run, place) {
    const places = this.#places.get(run);
    return places ? reachedAt(places, place) : place;
  }

  /** The place at which every run has made a step. @param {number} step */
  placeOfAll(step) {
    return Math.max(...this.runs.map((run) => this.place(run, step) || step)); // some may have ended
  }
}

/** @param {ArrayLike<number>[]} rows each from 0 upwards, nan behind its last one */
function largest(rows) {
  let most = 1;
  for (const row of rows) for (let k = 0; k < row.length; k++) if (row[k] > most) most = row[k];
  return most;
}
