/** Arrays of another length in the same room, which makes no garbage while a number is dragged. */

const SPARE = 1.5; // times what is needed, where there is no room yet

/**
 * An array of another length; what is in it is anything. It lies in the room of the one before if that
 * is large enough and its own: arrays that came from Python share one.
 * @template {Float64Array | Uint16Array} T
 * @param {T} before
 * @param {number} length
 * @returns {T}
 */
export function resized(before, length) {
  if (before.length === length) return before;
  const Kind = /** @type {any} */ (before.constructor);
  const { buffer, byteOffset } = before;
  const own = byteOffset === 0 && buffer.byteLength >= length * before.BYTES_PER_ELEMENT;
  return new Kind(own ? buffer : new Kind(Math.ceil(SPARE * length)).buffer, 0, length);
}

/**
 * Give a race room for so many steps.
 * @param {import("../core/payload.js").Race} race whose runs have to run again
 * @param {number} steps
 */
export function stretch(race, steps) {
  race.steps = steps;
  for (const run of race.runs) {
    run.x = resized(run.x, 2 * steps + 2);
    run.loss = resized(run.loss, steps + 1);
    run.grad = resized(run.grad, 2 * steps);
    run.grad_at &&= resized(run.grad_at, 2 * steps);
    run.accuracy &&= resized(run.accuracy, steps + 1);
    run.distance &&= resized(run.distance, steps + 1);
    for (const name of Object.keys(run.state)) run.state[name] = resized(run.state[name], 2 * steps + 2);
  }
}
