/** What curvature means for a step, in a sentence with its numbers. */

import { short } from "../core/numbers.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Bend} Bend */

/**
 * @param {Run} run
 * @param {number} step
 * @param {boolean} minibatches whether its steps see these
 * @returns {string} nothing where no program tells the curvature
 */
export function curvatureWords({ curvature, rule }, step, minibatches) {
  if (!curvature) return "";
  const bend = curvature.at(step);
  const { high, low, along, against } = bend;
  if (Number.isNaN(high))
    return `Curvature at step ${step}: the loss has no finite second derivatives here, or is at a border between two pieces.`;
  if (high === 0 && low === 0) return `Curvature at step ${step}: none, the loss is as a plane here.`;
  const name = minibatches ? "sharpness of the full loss" : "sharpness";
  const begin = `Curvature at step ${step}: ${name} ${short(high)}`;
  if (high <= 0)
    return `${begin}: the loss curves up in no direction, and down most along ${vector(across(along))} (eigenvalue ${short(low)}).`;
  const down = low < 0 ? ` Along ${vector(across(along))} the loss curves down (eigenvalue ${short(low)}).` : "";
  if (!against) return `${begin}; ${unlimited(rule, minibatches, curvature.words)}.${down}`;
  const { value, limit, scaled } = against;
  const sign = value > limit ? ">" : value < limit ? "<" : "=";
  const formula = curvature.words === short(limit) ? short(limit) : `${curvature.words} = ${ofLimit(limit)}`;
  const will = value > limit ? "grow" : value < limit ? "die out" : "neither grow nor die out";
  const compared = scaled ? `; scaled by this step's rates it is ${short(value)}` : "";
  const held = scaled ? " with these rates held" : "";
  return `${begin}${compared} ${sign} ${formula}: on the local quadratic${held}, steps along ${vector(against.along)} ${will}.${down}`;
}

/** @param {string} rule @param {boolean} minibatches @param {string} words of its limit */
function unlimited(rule, minibatches, words) {
  if (minibatches) return "steps see minibatches, for which there is no simple limit";
  if (words) return "this step's rates are no finite numbers that could scale it";
  return `there is no simple limit for ${rule}`;
}

/** @param {number} limit */
function ofLimit(limit) {
  return limit === Infinity ? "∞" : short(limit);
}

/** @param {[number, number]} vector @returns {[number, number]} */
function across([x, y]) {
  return y > 0 ? [y, -x] : [-y, x]; // the one whose first part is not negative
}

/** @param {[number, number]} vector */
function vector([x, y]) {
  return `(${short(Number(x.toFixed(3)), 3)}, ${short(Number(y.toFixed(3)), 3)})`;
}
