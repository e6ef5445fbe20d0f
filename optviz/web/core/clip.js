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

/**
 * Of lines what lies in a box.
 * @param {ArrayLike<number>} lines pairs; NaN between lines
 * @param {(value: number) => number} x to the box's own units
 * @param {(value: number) => number} y
 * @param {number[]} low the box's lower corner
 * @param {number[]} high the upper one
 * @returns {number[]} pairs; NaN before each line
 */
export function clipLines(lines, x, y, low, high) {
  /** @type {number[]} */
  const places = [];
  let whole = false; // whether the last piece reached its end, so that the next goes on from there
  for (let k = 2; k < lines.length; k += 2) {
    const [x0, y0, x1, y1] = [x(lines[k - 2]), y(lines[k - 1]), x(lines[k]), y(lines[k + 1])];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const part = Number.isNaN(dx + dy) ? null : clip(low, high, [x0, y0], [dx, dy]);
    if (!part) {
      whole = false;
      continue;
    }
    if (!whole || part[0] > 0) places.push(NaN, NaN, x0 + part[0] * dx, y0 + part[0] * dy);
    places.push(x0 + part[1] * dx, y0 + part[1] * dy);
    whole = part[1] === 1;
  }
  return places;
}
