/** Cutting lines at the borders of a box. */

/**
 * From which share of a line to which one it lies in a box (Liang and Barsky, 1984).
 * @param {number[]} low the box's lower corner
 * @param {number[]} high the upper one
 * @param {number[]} begin where the line begins
 * @param {number[]} way to its end
 * @returns {[number, number] | null} null where it does not
 */
export function clip(low, high, begin, way) {
  let [from, to] = [0, 1];
  for (const axis of [0, 1]) {
    const [at, step] = [begin[axis], way[axis]];
    if (step === 0 && !(at >= low[axis] && at <= high[axis])) return null;
    if (step === 0) continue;
    from = Math.max(from, ((step > 0 ? low : high)[axis] - at) / step);
    to = Math.min(to, ((step > 0 ? high : low)[axis] - at) / step);
  }
  return from <= to ? [from, to] : null;
}
