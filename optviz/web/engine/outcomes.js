/** What comes of trials, as optviz/batch.py has it. */

/**
 * Steps all trials of a batch that has begun; yields after each step.
 * @param {import("./batch.js").Batch} batch which has the losses if there is a threshold
 * @param {number} steps
 * @param {number} threshold the loss that `reached` waits for; minus infinity for none
 * @param {Float64Array} final room: for each trial the loss after the last step, infinite if it diverged
 * @param {Float64Array} reached room: the first step with a loss of at most the threshold, or infinite
 * @param {Float64Array} diverged room: the first step that was not finite, or infinite
 * @returns {Generator<void, void>}
 */
export function* outcomes(batch, steps, threshold, final, reached, diverged) {
  const { who, ended, stands, last, loss, engine } = batch;
  const note = (/** @type {number} */ step) => {
    if (loss && threshold > -Infinity) {
      for (let slot = 0; slot < batch.count; slot++) {
        if (loss[slot] <= threshold) reached[who[slot]] = Math.min(step, reached[who[slot]]);
      }
    }
  };
  reached.fill(Infinity);
  diverged.fill(Infinity);
  note(0);
  for (let step = 1; step <= steps && batch.count; step++) {
    batch.advance();
    note(step);
    yield;
  }
  const { x, y, count } = batch;
  for (let slot = 0; slot < count; slot++) final[who[slot]] = engine.lossAt(x[slot], y[slot]);
  for (let k = 0; k < final.length; k++) {
    if (ended[k] < 0) continue;
    if (stands[k]) final[k] = engine.lossAt(last[2 * k], last[2 * k + 1]);
    else {
      final[k] = reached[k] = Infinity;
      diverged[k] = ended[k];
    }
  }
}
