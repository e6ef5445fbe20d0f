/** Numbers at an axis that is seen from near: counted from one of them, in powers of ten. */

import { short } from "../core/numbers.js";
import { ticks } from "../core/scale.js";
import { marksAt } from "./axes.js";

/** @typedef {import("../core/scale.js").Scale} Scale */

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
  const power = Math.floor(Math.log10(step) + 1e-9);
  const most = Math.max(...values.map(Math.abs));
  const digits = Math.floor(Math.log10(most / step)) + 2;
  if (digits <= 4 && power >= -3) {
    return { marks: marksAt(values, scale, (value) => short(value, Math.max(3, digits))), note: "" };
  }
  const from = digits <= 4 ? 0 : values[Math.floor(values.length / 2)];
  const marks = values.map((value) => {
    const text = String(Math.round((value - from) / 10 ** power));
    return { at: scale(value), text: text.replace("-", "−") };
  });
  const shown = from === 0 ? "" : `${from.toFixed(Math.max(0, Math.min(100, -power))).replace("-", "−")} + `;
  return { marks, note: `${name || "value"} = ${shown}n · ${short(10 ** power)}` };
}
