/** The loss of a run at a step, as a number and in words; after the run's end, what is left of it. */

import { short } from "../core/numbers.js";

/** @typedef {import("../core/payload.js").Run} Run */

/** Infinity where the run has left the finite numbers. @param {Run} run @param {number} step */
export function lossAt({ ended, ending, loss }, step) {
  if (ended === null || step < ended) return loss[step];
  return ending?.loss ? Infinity : loss[ended - 1];
}

/** @param {Run} run @param {number} step */
export function lossInWords({ ended, ending, loss }, step) {
  const over = ended !== null && step >= ended ? ending : null;
  return over?.loss || short(loss[over ? Number(ended) - 1 : step], 4);
}
