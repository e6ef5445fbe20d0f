/** A surface as far as it is seen: computed within a moment, and where that is coarse, finely in the background. */

import { atOnce, inSlices } from "../core/slices.js";
import { reliefOf } from "./relief.js";

/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("./viewport.js").Part} Part */
/** @typedef {(x: number, y: number) => number} Loss */
/** @typedef {Surface & {lines?: number[][][] | null}} Near with the lines of its contours, see Relief */

const GRID = 161; // points along each side, as the whole picture has them
const COARSEST = 41;
const PATIENCE = 30; // ms
const WORK = 1.5; // losses that are computed for a grid point, those on contours included

export class NearGround {
  /** @type {Near | null} */
  #near = null;
  /** @type {Part | null} of which it is */
  #part = null;
  #cancel = () => {};

  /** @param {() => void} finer called when there is a finer one */
  constructor(finer) {
    this.finer = finer;
  }

  /**
   * @param {Surface} surface
   * @param {Loss} lossAt
   * @param {Part} part of the plane
   * @returns {Near}
   */
  of(surface, lossAt, part) {
    if (this.#near && part === this.#part) return this.#near;
    this.forget();
    const work = (/** @type {number} */ n, /** @type {boolean} */ exact) =>
      reliefOf(lossAt, part, [...surface.minima, ...surface.valleys], n, exact);
    const keep = (/** @type {import("./relief.js").Relief} */ relief) => {
      this.#part = part;
      this.#near = { ...surface, ...part, ...relief };
      return this.#near;
    };
    const points = PATIENCE / costOf(lossAt, part);
    if (points > WORK * GRID * GRID) return keep(atOnce(work(GRID, true)));
    this.#cancel = inSlices(work(GRID, true), (relief) => {
      keep(relief);
      this.finer();
    });
    const n = Math.max(COARSEST, Math.min(GRID, Math.floor(Math.sqrt(points))));
    return keep(atOnce(work(n, false)));
  }

  /** Another part is seen, or another surface. */
  forget() {
    this.#cancel();
    this.#near = null;
  }
}

/** How long one loss takes, ms. @param {Loss} lossAt @param {Part} part */
function costOf(lossAt, { xlim, ylim }) {
  const begin = performance.now();
  for (let k = 0; k < GRID; k++) lossAt(xlim[0] + ((xlim[1] - xlim[0]) * k) / GRID, ylim[0]);
  return (performance.now() - begin) / GRID;
}
