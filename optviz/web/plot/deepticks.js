/** Numbers at an axis and on contours that are seen from near: counted from one of them, in powers of ten. */

import { short } from "../core/numbers.js";
import { ticks } from "../core/scale.js";
import { marksAt } from "./axes.js";

/** @typedef {(value: number) => number} Scale */

const MOST = 6; // digits of a contour's label
const COUNTED = 5; // digits of a number that is counted

/**
 * @param {[number, number]} limits
 * @param {number} count about how many
 * @param {Scale} scale
 * @param {string} name of the axis
 * @returns {{marks: import("./axes.js").Mark[], note: string}} the note says what the numbers are counted from and
 *   in; "" where they stand for themselves
 */
export function deepTicks(limits, count, scale, name) {
  const values = ticks(limits, count);
  const step = values.length > 1 ? values[1] - values[0] : limits[1] - limits[0];
  const digits = digitsOf(values, step);
  if (digits <= 4 && step >= 0.001) {
    return { marks: marksAt(values, scale, (value) => short(value, Math.max(3, digits))), note: "" };
  }
  const from = digits <= 4 ? 0 : values[Math.floor(values.length / 2)];
  const { texts, note } = counted(values, from, step, name || "value");
  return { marks: texts.map((text, k) => ({ at: scale(values[k]), text })), note };
}

/**
 * What is written at contour levels: as at the axes, where more digits tell them apart than one reads.
 * @param {ArrayLike<number>} levels rising
 * @returns {{texts: string[], note: string}}
 */
export function deepLevels(levels) {
  const values = Array.from(levels);
  let digits = 4;
  for (let k = 1; k < values.length; k++) digits = Math.max(digits, digitsOf([values[k]], values[k] - values[k - 1]));
  if (digits <= MOST) return { texts: values.map((value) => short(value, digits)), note: "" };
  const step = Math.min(...values.slice(1).map((value, k) => value - values[k]));
  return counted(values, values[0], step, "loss");
}

/** How many digits tell numbers apart. @param {number[]} values @param {number} step between them */
function digitsOf(values, step) {
  return Math.floor(Math.log10(Math.max(...values.map(Math.abs)) / step)) + 2;
}

/**
 * @param {number[]} values
 * @param {number} from one of them, or 0
 * @param {number} step the least between them
 * @param {string} name
 */
function counted(values, from, step, name) {
  const power = Math.floor(Math.log10(step) + 1e-3); // a difference of long numbers has few digits
  const texts = values.map((value) => short(Math.round((value - from) / 10 ** power), COUNTED));
  const shown = from === 0 ? "" : `${from.toFixed(Math.max(0, Math.min(100, -power))).replace("-", "−")} + `;
  return { texts, note: `${name} = ${shown}n · ${short(10 ** power)}` };
}
