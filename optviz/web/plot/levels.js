/** Which contour levels are written along the upright axis. */

import look from "../look.json" with { type: "json" };
import { short } from "../core/numbers.js";

const LINE = look.box.line; // pixels from one number to the next at least

/**
 * Every so many that there is room, and of those the ones that are quickest to read.
 * @param {Float64Array} levels
 * @param {number} spacing pixels from one to the next
 * @returns {number[]} places in `levels`
 */
export function labelled(levels, spacing) {
  if (spacing * levels.length < 2 * LINE) return [];
  const least = Math.ceil(LINE / spacing);
  /** @type {[number, number[]]} */
  let best = [Infinity, []];
  for (let stride = least; stride < least + 3; stride++) {
    for (let first = 0; first < Math.min(stride, levels.length); first++) {
      const chosen = [];
      for (let k = first; k < levels.length; k += stride) chosen.push(k);
      const effort = chosen.reduce((sum, k) => sum + effortOf(levels[k]), 0) / chosen.length;
      const cost = effort + (stride - least) / 2;
      if (cost < best[0]) best = [cost, chosen];
    }
  }
  return best[1];
}

/**
 * How long a number is to read; zero and powers of ten are the quickest.
 * @param {number} value
 */
function effortOf(value) {
  const text = short(value);
  return text.length + (/^−?[0.]*(10*)?[⁻⁰-⁹¹²³]*$/.test(text) ? 0 : 4);
}
