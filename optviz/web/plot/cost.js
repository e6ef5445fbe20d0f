/** What runs cost: how often their steps asked for a loss, a gradient or a Hessian. */

/** @typedef {import("../core/payload.js").Run} Run */

const COUNTS = ["losses", "gradients", "hessians"];

/** Whether a rule counts what its steps ask for: others ask for one gradient a step. @param {Run} run */
export function asksMore({ state }) {
  return COUNTS.every((name) => name in state);
}

/**
 * What a run has asked for until each iterate, each answer as one.
 * @param {Run} run
 */
export function costs(run) {
  const counts = asksMore(run) ? COUNTS.map((name) => run.state[name]) : null;
  const until = (/** @type {number} */ k) => counts?.reduce((sum, each) => sum + each[2 * k], 0) ?? k;
  return Float64Array.from(run.loss, (_, k) => (k ? until(k) : 0));
}

/**
 * The last iterate that a run has reached at a cost; -1 where there is none.
 * @param {ArrayLike<number>} spent as `costs` has it
 * @param {number} cost
 */
export function reachedAt(spent, cost) {
  let k = -1;
  while (spent[k + 1] <= cost) k++; // until the end, or a nan behind the last one
  return k;
}
