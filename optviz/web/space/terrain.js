/** The surface as a body: a height field over a square of side 1, with slopes, light and colours. */

import look from "../look.json" with { type: "json" };
import { ramp } from "../core/theme.js";

/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {{near: number, far: number, wall: number[]}} Cut distances, and where the side looks to */
/**
 * @typedef {object} Inks what the body is painted with
 * @property {Float32Array} paper 256 colours from low to high, red, green, blue from 0 to 255
 * @property {number[]} line colour of the contours
 * @property {number} strength their opacity
 * @property {number} middle what the colours of level ground are multiplied with
 * @property {number} contrast how much the light changes the colours
 * @property {number} darkest the least a colour is multiplied with
 * @property {number} brightest the most
 */

export const HEIGHT = look.box.height; // of the highest point, in sides
const SLACK = 1e-9; // cells by which rounding may put a point of the border outside
export const BASE = look.box.base; // where the body stands on its floor

// The sun goes with the viewer and stands at the upper left, as it does on maps: light from below
// would turn hills into hollows. Parts to the right, away from the viewer and up; length 1.
const SUN = look.sun.direction;
export const WALL = look.sun.wall; // brightness of a wall that looks neither to the sun nor away
export const SHADE = look.sun.tint; // shadows are cool: light counts more for red than for blue
export const FLATTEST = 600; // pixels a level: in flat places a contour is hardly wider than elsewhere
export const CROWDED = 5; // pixels a level: where they are closer, contours fade

export class Terrain {
  /** @param {Surface} surface */
  constructor({ heights, levels, xlim, ylim }) {
    this.heights = heights;
    this.n = Math.sqrt(heights.length);
    this.levels = levels;
    this.limits = [xlim, ylim];
    const [low, high] = extent(heights);
    this.low = low;
    /** Sides of the box for one level. */
    this.rise = HEIGHT / (high - low);
    this.slopes = slopesOf(heights, this.n, this.rise);
  }

  /**
   * A point of the surface's own plane in cells of the grid.
   * @param {number} value @param {0 | 1} axis
   */
  cell(value, axis) {
    const [low, high] = this.limits[axis];
    return ((value - low) / (high - low)) * (this.n - 1);
  }

  /**
   * The same in sides from the middle of the box.
   * @param {number} value @param {0 | 1} axis
   */
  side(value, axis) {
    return this.cell(value, axis) / (this.n - 1) - 0.5;
  }

  /**
   * How high the ground is at a point in cells, in sides; not a number outside and in holes.
   * @param {number} i @param {number} j
   */
  ground(i, j) {
    const { n, heights } = this;
    const end = n - 1 + SLACK;
    if (!(i >= -SLACK && j >= -SLACK && i <= end && j <= end)) return NaN;
    const a = Math.max(0, Math.min(Math.floor(i), n - 2));
    const b = Math.max(0, Math.min(Math.floor(j), n - 2));
    const [u, v, k] = [i - a, j - b, b * n + a];
    const near = heights[k] + u * (heights[k + 1] - heights[k]);
    const far = heights[k + n] + u * (heights[k + n + 1] - heights[k + n]);
    return this.z(near + v * (far - near));
  }

  /** @param {number} height in levels */
  z(height) {
    return (height - this.low) * this.rise;
  }
}

/** @param {Float32Array} heights */
function extent(heights) {
  let [low, high] = [Infinity, -Infinity];
  for (const height of heights) {
    if (height < low) low = height;
    if (height > high) high = height;
  }
  return low < high ? [low, high] : [0, 1];
}

/**
 * At each grid point how steeply the body rises along x and along y, in sides for a side.
 * @param {Float32Array} heights
 * @param {number} n
 * @param {number} rise
 */
function slopesOf(heights, n, rise) {
  const slopes = new Float32Array(2 * n * n);
  /** @param {number} k @param {boolean} first @param {boolean} last @param {number} stride */
  const slope = (k, first, last, stride) => {
    // At the border and beside a hole one neighbour is enough.
    const before = first || Number.isNaN(heights[k - stride]) ? 0 : stride;
    const after = last || Number.isNaN(heights[k + stride]) ? 0 : stride;
    const cells = (before + after) / stride || 1;
    return ((heights[k + after] - heights[k - before]) / cells) * rise * (n - 1);
  };
  for (let k = 0; k < n * n; k++) {
    const [i, j] = [k % n, Math.floor(k / n)];
    slopes[2 * k] = slope(k, i === 0, i === n - 1, 1);
    slopes[2 * k + 1] = slope(k, j === 0, j === n - 1, n);
  }
  return smoothed(slopes, n);
}

/**
 * Each slope mixed with its neighbours': valleys narrower than a cell would be lit in steps.
 * @param {Float32Array} slopes
 * @param {number} n
 */
function smoothed(slopes, n) {
  const mixed = slopes.slice();
  for (let k = 2 * (n + 1); k < 2 * (n * n - n - 1); k++) {
    const column = (k >> 1) % n;
    if (column === 0 || column === n - 1) continue;
    let sum = 4 * slopes[k];
    for (const stride of [2, 2 * n]) sum += 2 * (slopes[k - stride] + slopes[k + stride]);
    for (const stride of [2 * n - 2, 2 * n + 2]) sum += slopes[k - stride] + slopes[k + stride];
    if (!Number.isNaN(sum)) mixed[k] = sum / 16;
  }
  return mixed;
}

/**
 * How bright a slope is as the camera sees it; level ground has 1.
 * @param {Camera} camera
 */
export function sunOf({ right, away }) {
  const [x, y] = [0, 1].map((c) => (SUN[0] * right[c] + SUN[1] * away[c]) / SUN[2]);
  return [x, y];
}

/**
 * What a colour is multiplied with.
 * @param {number} bright as the sun has it
 * @param {Inks} inks
 */
export function lit(bright, { middle, contrast, darkest, brightest }) {
  return Math.max(darkest, Math.min(brightest, middle + contrast * (bright - 1)));
}

/**
 * The same for a side of the body.
 * @param {Camera} camera
 * @param {number[]} wall the direction it looks to
 * @param {Inks} inks
 */
export function wallLight(camera, wall, inks) {
  const sun = sunOf(camera);
  return lit(WALL + 0.5 * (wall[0] * sun[0] + wall[1] * sun[1]), inks);
}

/**
 * Where a vertical cut along the view enters the box and leaves it, and through which side.
 * @param {Camera} camera
 * @param {number} across
 * @returns {Cut | null}
 */
export function crossing({ right, away }, across) {
  let [near, far, wall] = [-Infinity, Infinity, [0, 0]];
  for (const axis of [0, 1]) {
    const [at, ahead] = [right[axis] * across, away[axis] || 1e-12];
    const sign = Math.sign(ahead);
    const first = (-0.5 * sign - at) / ahead;
    far = Math.min(far, (0.5 * sign - at) / ahead);
    if (first < near) continue;
    near = first;
    wall = axis ? [0, -sign] : [-sign, 0];
  }
  return near < far ? { near, far, wall } : null;
}

/**
 * @param {Theme} theme
 * @returns {Inks}
 */
export function inksOf(theme) {
  const { contour, light } = look.themes[theme.dark ? "dark" : "light"];
  const { level: middle, ...shading } = light;
  const paper = Float32Array.from(ramp(theme.ground).flat());
  return { paper, line: contour.slice(0, 3), strength: contour[3], middle, ...shading };
}
