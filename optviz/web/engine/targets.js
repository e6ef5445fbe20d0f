/** Where runs may end, of a surface as it is sent; optviz/studies/targets.py tells single valleys apart. */

import { Places } from "./places.js";

const SHARE = 0.02; // of the picture's diagonal: how near is at the minimum
const APART = 0.4; // of the least distance between two of them, where that is less

/**
 * @param {Pick<import("../core/payload.js").Surface, "minima" | "valleys" | "xlim" | "ylim">} surface
 * @returns {{places: Places | null, kinds: number, valleys: boolean}} null where no minimum is known; the minima's
 *   kinds are their places in the surface's list, and points on floors of valleys have the last one
 */
export function targetsOf({ minima, valleys, xlim, ylim }) {
  const isolated = minima.length / 2;
  const diagonal = Math.hypot(xlim[1] - xlim[0], ylim[1] - ylim[0]);
  const radius = Math.min(SHARE * diagonal, APART * separation(minima, valleys));
  const floors = along(valleys, radius);
  const kinds = isolated + (floors.length ? 1 : 0);
  if (!kinds) return { places: null, kinds, valleys: false };
  const kind = Int32Array.from({ length: isolated + floors.length / 2 }, (_, k) => Math.min(k, isolated));
  const points = Float64Array.from([...minima, ...floors]);
  return { places: new Places(points, kind, radius), kinds, valleys: floors.length > 0 };
}

/** The least distance between two minima, or one and a floor. @param {Float64Array} minima @param {Float64Array} floors */
function separation(minima, floors) {
  let least = Infinity;
  const others = [...minima, ...floors];
  for (let k = 0; k < minima.length; k += 2) {
    for (let j = k + 2; j < others.length; j += 2) {
      const far = Math.hypot(minima[k] - others[j], minima[k + 1] - others[j + 1]);
      if (far < least) least = far; // not where a line ends, which is nan
    }
  }
  return least;
}

/** Points of lines, at most so far from one to the next. @param {Float64Array} lines after each a nan @param {number} apart */
function along(lines, apart) {
  const found = [];
  for (let k = 0; k < lines.length; k += 2) {
    const [x, y, nextX, nextY] = [lines[k], lines[k + 1], lines[k + 2] ?? NaN, lines[k + 3] ?? NaN];
    if (Number.isNaN(x)) continue;
    const pieces = Number.isNaN(nextX) ? 1 : Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / apart));
    for (let i = 0; i < pieces; i++) {
      const share = i / pieces;
      found.push(share ? x + share * (nextX - x) : x, share ? y + share * (nextY - y) : y);
    }
  }
  return found;
}
