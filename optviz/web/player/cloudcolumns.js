/** The columns of the table that tells where a cloud's trials are. */

import { short } from "../core/numbers.js";

const MOST = 5; // minima that have a column each

/**
 * The columns, and in which of them each kind of place is counted; then those elsewhere and those that diverged.
 * @param {Pick<import("../core/payload.js").Surface, "minima" | "lowest">} surface
 * @param {ReturnType<typeof import("../engine/targets.js").targetsOf>} targets
 */
export function columnsOf({ minima, lowest }, { kinds, valleys }) {
  const isolated = kinds - Number(valleys);
  const heads = /** @type {string[]} */ ([]);
  const columns = Array.from({ length: isolated }, (_, k) => k);
  if (isolated <= MOST) {
    for (const k of columns) {
      heads.push(`${String.fromCharCode(65 + k)} (${short(minima[2 * k])}, ${short(minima[2 * k + 1])})`);
    }
  } else {
    heads.push(lowest === 1 ? "lowest minimum" : "lowest minima");
    if (lowest < isolated) heads.push("other minima");
    for (const k of columns) columns[k] = k < lowest ? 0 : 1;
  }
  if (valleys) heads.push("valley");
  heads.push("elsewhere", "diverged");
  const from = heads.length - 2 - Number(valleys);
  for (let k = 0; k < 2 + Number(valleys); k++) columns.push(from + k);
  return { columns, heads };
}
