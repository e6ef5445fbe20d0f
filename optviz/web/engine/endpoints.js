/**
 * At which minimum runs from many starts end, and from which step on they are there, as in
 * optviz/studies/endpoints.py.
 */

import { DIVERGED, NOT_THERE } from "./places.js";

/**
 * Steps all trials of a batch that has begun; yields after each step.
 * @param {import("./batch.js").Batch} batch
 * @param {number} steps
 * @param {import("./places.js").Places} places
 * @param {Int8Array} minimum room: for each trial the place's kind, `NOT_THERE` or `DIVERGED`
 * @param {Int32Array} since room: for each the step since which that is so; steps + 1 for `NOT_THERE`
 * @returns {Generator<void, void>}
 */
export function* endpoints(batch, steps, places, minimum, since) {
  const { who, ended, stands } = batch;
  const trials = minimum.length;
  since.fill(0);
  minimum.fill(DIVERGED);
  for (let slot = 0; slot < batch.count; slot++) minimum[who[slot]] = places.at(batch.x[slot], batch.y[slot]);
  for (let step = 1; step <= steps && batch.count; step++) {
    batch.advance();
    const { x, y, count } = batch;
    for (let slot = 0; slot < count; slot++) {
      const near = places.at(x[slot], y[slot]);
      if (near === minimum[who[slot]]) continue;
      minimum[who[slot]] = near;
      since[who[slot]] = step;
    }
    yield;
  }
  for (let k = 0; k < trials; k++) {
    if (ended[k] >= 0 && !stands[k]) {
      minimum[k] = DIVERGED;
      since[k] = ended[k];
    } else if (minimum[k] === NOT_THERE) since[k] = steps + 1;
  }
}
