/** Where contours are labelled: apart from each other, from the frame and from the next contour. */

import look from "../look.json" with { type: "json" };

/** @typedef {import("./axes.js").Frame} Frame */
/** @typedef {{path: number[], text: string, width: number}} Contour in pixels: x0, y0, x1, y1, ...; of its label */
/** @typedef {{x: number, y: number, angle: number, text: string, width: number}} Label its middle, and its turn */

/**
 * As places_for_labels in optviz/pictures/contours.py: each contour has one label, if there is room.
 * @param {Contour[]} contours
 * @param {Frame} frame
 * @param {number} size of type, in pixels
 * @param {(x: number, y: number) => number} steepness levels a pixel; not a number where there is no ground
 * @param {Frame[]} [taken] where other things stand
 * @returns {Label[]}
 */
export function placeLabels(contours, frame, size, steepness, taken = []) {
  const apart = look.contours.apart * size;
  /** @type {Label[]} */
  const placed = [];
  for (const { path, text, width } of contours) {
    if (lengthOf(path) < Math.max(apart, 1.5 * width)) continue;
    const room = Math.max(2 * size, (width + size) / 2); // round its middle, however it is turned
    for (const share of look.contours.tries) {
      const at = Math.max(1, Math.floor(share * (path.length / 2 - 1)));
      const [x, y] = [path[2 * at], path[2 * at + 1]];
      if (depthIn(frame, x, y) < room || !(steepness(x, y) * size < 1)) continue;
      if (taken.some((other) => depthIn(other, x, y) > -room)) continue;
      const near = (/** @type {Label} */ other) =>
        Math.hypot(other.x - x, other.y - y) < Math.max(apart, (other.width + width) / 2 + size);
      if (placed.some(near) || crossed(contours, path, at, width + size, 1.8 * size)) continue;
      placed.push({ x, y, angle: upright(path, at), text, width });
      break;
    }
  }
  return placed;
}

/**
 * Whether a contour passes a label on one of them, the other side of its own loop, too.
 * @param {Contour[]} contours
 * @param {number[]} own the label's
 * @param {number} at which of its points is the label's middle
 * @param {number} wide how much room the label needs along the contour
 * @param {number} high and across it
 */
function crossed(contours, own, at, wide, high) {
  const [x, y, last] = [own[2 * at], own[2 * at + 1], own.length - 2];
  const angle = upright(own, at);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const beside = (/** @type {number[]} */ path, /** @type {number} */ i) => {
    const [dx, dy] = [path[i] - x, path[i + 1] - y];
    return 2 * Math.abs(dx * cos + dy * sin) < wide && 2 * Math.abs(dy * cos - dx * sin) < high;
  };
  const loop = own[0] === own[last] && own[1] === own[last + 1];
  const whole = lengthOf(own);
  const here = lengthOf(own.slice(0, 2 * at + 2));
  let along = 0;
  for (let i = 0; i <= last; i += 2) {
    if (i) along += Math.hypot(own[i] - own[i - 2], own[i + 1] - own[i - 1]);
    const far = Math.abs(along - here);
    if (Math.min(far, loop ? whole - far : far) > (wide + high) / 2 && beside(own, i)) return true;
  }
  for (const { path } of contours)
    for (let i = 0; path !== own && i < path.length; i += 2) if (beside(path, i)) return true;
  return false;
}

/** How far inside of a frame a place is; below 0 outside. @param {Frame} frame @param {number} x @param {number} y */
function depthIn({ left, top, right, bottom }, x, y) {
  return Math.min(x - left, right - x, y - top, bottom - y);
}

/**
 * Along the path and legible; steep ones all read upwards, and not one up and the next one down.
 * @param {number[]} path
 * @param {number} at a place on it, not the first
 */
function upright(path, at) {
  const next = Math.min(at + 1, path.length / 2 - 1);
  const angle = Math.atan2(path[2 * next + 1] - path[2 * at - 1], path[2 * next] - path[2 * at - 2]);
  const most = (look.contours.steep * Math.PI) / 180; // downwards
  const turns = Math.floor((angle - most) / Math.PI) + 1;
  return angle - turns * Math.PI;
}

/** @param {number[]} path */
export function lengthOf(path) {
  let length = 0;
  for (let i = 2; i < path.length; i += 2) length += Math.hypot(path[i] - path[i - 2], path[i + 1] - path[i - 1]);
  return length;
}

/**
 * How steep a height field is, in levels a pixel.
 * @param {Float32Array} heights n x n, rows from below
 * @param {Frame} frame which it fills
 */
export function steepnessOf(heights, { left, top, right, bottom }) {
  const n = Math.sqrt(heights.length);
  const [across, up] = [(right - left) / (n - 1), (bottom - top) / (n - 1)];
  const inner = (/** @type {number} */ value) => Math.max(1, Math.min(n - 2, Math.round(value)));
  return (/** @type {number} */ x, /** @type {number} */ y) => {
    const k = inner((bottom - y) / up) * n + inner((x - left) / across);
    const [dx, dy] = [heights[k + 1] - heights[k - 1], heights[k + n] - heights[k - n]];
    return Math.hypot(dx / (2 * across), dy / (2 * up));
  };
}
