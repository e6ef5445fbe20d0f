/** A loss over a part of the plane: heights, contour levels, and the contours where the loss truly has these levels. */

import { contourLevels, heightsBy } from "./contourlevels.js";
import { isolines } from "./isolines.js";
import { crossing } from "./levelset.js";

/** @typedef {import("./viewport.js").Part} Part */
/**
 * @typedef {object} Relief
 * @property {Float32Array} heights n x n, rows from below
 * @property {Float64Array} levels
 * @property {number} low the lowest loss of the grid
 * @property {number} high
 * @property {boolean} geometric whether levels are spread by ratios
 * @property {number[][][] | null} lines for each level, in cells; null: as they lie between the heights
 */

const HIGHEST = 1e300; // beyond, not even differences can be computed
const EXACT = 1e-9; // of the picture's width: how far a contour's points may lie beside it

/**
 * In small pieces: it yields after each row of the grid and each level.
 * @param {(x: number, y: number) => number} lossAt
 * @param {Part} part of the plane
 * @param {ArrayLike<number>} lowest pairs: minima and floors of valleys, which lie between grid points
 * @param {number} n grid points along each axis
 * @param {boolean} exact whether contours are computed from the loss
 * @returns {Generator<void, Relief>}
 */
export function* reliefOf(lossAt, { xlim, ylim }, lowest, n, exact) {
  const along = (/** @type {[number, number]} */ [low, high], /** @type {number} */ k) =>
    low + ((high - low) * k) / (n - 1);
  const loss = new Float64Array(n * n);
  let [low, high] = [Infinity, -Infinity];
  for (let j = 0; j < n; j++) {
    const y = along(ylim, j);
    for (let i = 0; i < n; i++) {
      const value = lossAt(along(xlim, i), y);
      const there = Math.abs(value) < HIGHEST;
      loss[j * n + i] = there ? value : NaN;
      if (!there) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    yield;
  }
  if (low > high) {
    const heights = new Float32Array(n * n).fill(NaN);
    return { heights, levels: new Float64Array(0), low, high, geometric: false, lines: null };
  }
  /** @type {number[]} */
  const floors = [];
  let deepest = Infinity;
  for (let k = 0; k < lowest.length; k += 2) {
    const [x, y] = [lowest[k], lowest[k + 1]];
    const value = lossAt(x, y);
    if (!(Math.abs(value) < HIGHEST)) continue;
    deepest = Math.min(deepest, value);
    if (x >= xlim[0] && x <= xlim[1] && y >= ylim[0] && y <= ylim[1]) floors.push(value);
  }
  const contours = contourLevels(loss, floors, deepest);
  const { levels, geometric } = contours;
  const heights = Float32Array.from(loss, heightsBy(contours));
  /** @type {Relief} */
  const relief = { heights, levels: Float64Array.from(levels), low, high, geometric, lines: null };
  if (!exact) return relief;
  relief.lines = [];
  for (const level of levels) {
    // Where an edge of the grid crosses the level, in shares of the edge.
    const place = (/** @type {number} */ k, /** @type {number} */ other) => {
      const [i, j, upwards] = [k % n, Math.floor(k / n), other - k > 1];
      const at = (/** @type {number} */ share) =>
        lossAt(along(xlim, upwards ? i : i + share), along(ylim, upwards ? j + share : j)) - level;
      return crossing(at, loss[k] - level, loss[other] - level, EXACT * (n - 1));
    };
    relief.lines.push(isolines(loss, n, level, place));
    yield;
  }
  return relief;
}
