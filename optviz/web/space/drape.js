/** Trails that lie on the ground: cut at its border, bent over its hills, hidden behind them. */

import { lastStep } from "../core/payload.js";
import { clip, clipLines } from "../core/clip.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./horizon.js").Horizon} Horizon */
/** @typedef {import("./terrain.js").Terrain} Terrain */
/** @typedef {[number, number, number]} Place in sides of the box */

const PIECE = 2; // cells; longer pieces would cut through the hills' curves
const MERGED = 6; // pixels within which pieces that make no turn become one
const STRAIGHT = 0.2; // pixels
const HALVINGS = 5; // to find where a trail goes behind one

// How a point is reached from the one before.
export const [JUMP, SEEN, HIDDEN] = [0, 1, 2];

/** One run, ready to be drawn at any time. */
export class DrapedTrail {
  /** @type {number[]} */ #ground = []; // x, y, z in sides, time, and how it is reached
  /** @type {number[]} */ #points = []; // x, y in pixels, time, and how it is reached

  /**
   * @param {Run} run
   * @param {Terrain} terrain
   */
  constructor(run, terrain) {
    this.run = run;
    this.terrain = terrain;
    this.last = lastStep(run);
    let end = NaN; // the time up to which the line is drawn
    for (let step = 0; step < this.last; step++) end = this.#bend(step, end);
  }

  /**
   * Lay one update over the ground.
   * @param {number} step
   * @param {number} end of the line so far
   */
  #bend(step, end) {
    const size = this.terrain.n - 1;
    const [x0, y0] = this.#cells(step);
    const [x1, y1] = this.#cells(step + 1);
    const part = clip([0, 0], [size, size], [x0, y0], [x1 - x0, y1 - y0]);
    if (!part) return end;
    const [from, to] = part;
    const length = Math.hypot(x1 - x0, y1 - y0) * (to - from);
    const pieces = Math.max(1, Math.ceil(length / PIECE));
    for (let piece = end === step + from ? 1 : 0; piece <= pieces; piece++) {
      const share = from + ((to - from) * piece) / pieces;
      const place = this.#place(x0 + share * (x1 - x0), y0 + share * (y1 - y0));
      this.#ground.push(...place, step + share, piece ? SEEN : JUMP);
    }
    return step + to;
  }

  /** @param {number} step */
  #cells(step) {
    const { x } = this.run;
    return [this.terrain.cell(x[2 * step], 0), this.terrain.cell(x[2 * step + 1], 1)];
  }

  /**
   * @param {number} i in cells
   * @param {number} j
   * @returns {Place} the height is not a number where there is no ground
   */
  #place(i, j) {
    const size = this.terrain.n - 1;
    return [i / size - 0.5, j / size - 0.5, this.terrain.ground(i, j)];
  }

  /**
   * Find out where all of the trail is seen by the camera.
   * @param {Camera} camera
   * @param {Horizon} horizon
   */
  lay(camera, horizon) {
    const ground = this.#ground;
    this.#points = [];
    let before = NaN;
    for (let k = 0; k < ground.length; k += 5) {
      const [x, y, z, time] = [ground[k], ground[k + 1], ground[k + 2], ground[k + 3]];
      const clear = horizon.clearance(x, y, z);
      const jumps = ground[k + 4] === JUMP || Number.isNaN(before + clear);
      if (!jumps && clear < 0 !== before < 0) {
        const [u, v, w, when] = this.#edge(k, before < 0, horizon);
        this.#push(camera.x(u, v), camera.y(u, v, w), when, before < 0 ? HIDDEN : SEEN);
      }
      if (!Number.isNaN(clear)) {
        const how = jumps ? JUMP : clear < 0 ? HIDDEN : SEEN;
        this.#push(camera.x(x, y), camera.y(x, y, z), time, how);
      }
      before = clear;
    }
  }

  /**
   * Where a piece goes behind a hill, or comes out.
   * @param {number} k the piece's end
   * @param {boolean} hidden whether its beginning is hidden
   * @param {Horizon} horizon
   */
  #edge(k, hidden, horizon) {
    const ground = this.#ground;
    const at = (/** @type {number} */ share) =>
      [0, 1, 2, 3].map((c) => ground[k + c - 5] + share * (ground[k + c] - ground[k + c - 5]));
    let [from, to] = [0, 1];
    for (let i = 0; i < HALVINGS; i++) {
      const [x, y, z] = at((from + to) / 2);
      if (horizon.clearance(x, y, z) < 0 === hidden) from = (from + to) / 2;
      else to = (from + to) / 2;
    }
    return at((from + to) / 2);
  }

  /**
   * Add a point in pixels; one that lies on the way to it is dropped.
   * @param {number} x @param {number} y @param {number} time @param {number} how
   */
  #push(x, y, time, how) {
    const points = this.#points;
    const last = points.length - 4;
    if (last >= 4 && how !== JUMP && points[last + 3] === how) {
      const [dx, dy] = [x - points[last - 4], y - points[last - 3]];
      const [ax, ay] = [points[last] - points[last - 4], points[last + 1] - points[last - 3]];
      const length = Math.hypot(dx, dy);
      const straight = Math.abs(ax * dy - ay * dx) < STRAIGHT * length && ax * dx + ay * dy > 0;
      if (length < STRAIGHT || (length < MERGED && straight)) points.length = last;
    }
    points.push(x, y, time, how);
  }

  /**
   * The trail up to a time, as far as it is seen or as far as it is hidden.
   * @param {CanvasRenderingContext2D} context
   * @param {number} time in steps
   * @param {number} how
   */
  trace(context, time, how) {
    const points = this.#points;
    context.beginPath();
    let drawing = false;
    for (let k = 4; k < points.length && points[k - 2] < time; k += 4) {
      const wanted = points[k + 3] === how;
      if (wanted) {
        const share = Math.min(1, (time - points[k - 2]) / (points[k + 2] - points[k - 2]));
        if (!drawing) context.moveTo(points[k - 4], points[k - 3]);
        context.lineTo(
          points[k - 4] + share * (points[k] - points[k - 4]),
          points[k - 3] + share * (points[k + 1] - points[k - 3]),
        );
      }
      drawing = wanted;
    }
  }

  /**
   * Where the head is: on its way from one iterate to the next.
   * @param {number} time in steps
   */
  head(time) {
    const step = Math.max(0, Math.min(Math.floor(time), this.last));
    const share = Math.min(time, this.last) - step;
    const [from, to] = [this.#cells(step), this.#cells(Math.max(step, Math.min(step + 1, this.last)))];
    return this.#place(from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]));
  }
}

/**
 * A point of the surface's plane, on the ground.
 * @param {Float64Array | number[]} point
 * @param {Terrain} terrain
 * @returns {Place}
 */
export function placeOf([x, y], terrain) {
  const [i, j] = [terrain.cell(x, 0), terrain.cell(y, 1)];
  return [terrain.side(x, 0), terrain.side(y, 1), terrain.ground(i, j)];
}

/**
 * Lines of the surface's plane on the ground: cut at its border, and in pieces that follow its hills.
 * @param {ArrayLike<number>} lines pairs; NaN between lines
 * @param {Terrain} terrain
 * @returns {Place[]} numbers that are none before each line
 */
export function drapedLines(lines, terrain) {
  const size = terrain.n - 1;
  const cells = (/** @type {0 | 1} */ axis) => (/** @type {number} */ value) => terrain.cell(value, axis);
  const ends = clipLines(lines, cells(0), cells(1), [0, 0], [size, size]);
  /** @type {Place[]} */
  const places = [];
  for (let k = 0; k < ends.length; k += 2) {
    const [i, j] = [ends[k], ends[k + 1]];
    const [di, dj] = k ? [i - ends[k - 2], j - ends[k - 1]] : [NaN, NaN];
    const pieces = Math.ceil(Math.hypot(di, dj) / PIECE) || 1;
    for (let piece = pieces - 1; piece >= 0; piece--) {
      const [a, b] = piece ? [i - (di * piece) / pieces, j - (dj * piece) / pieces] : [i, j];
      places.push([a / size - 0.5, b / size - 0.5, terrain.ground(a, b)]);
    }
  }
  return places;
}
