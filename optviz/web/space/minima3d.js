/** Minima and valleys' floors on the surface in space; faint where a hill stands before them. */

import look from "../look.json" with { type: "json" };
import { inFrame } from "../plot/ground.js";
import { drawMinimum, drawValleys, eachMinimum } from "../plot/marks.js";
import { placeOf } from "./drape.js";

/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./horizon.js").Horizon} Horizon */
/** @typedef {import("./terrain.js").Terrain} Terrain */

const BOX = { left: -0.5, top: -0.5, right: 0.5, bottom: 0.5 }; // its foot, in sides
const PIECE = 1 / 80; // sides; longer ones would cut through the hills' curves

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("../core/payload.js").Surface} surface
 * @param {Terrain} terrain
 * @param {Camera} camera
 * @param {Horizon} horizon
 * @param {import("../core/theme.js").Theme} theme
 */
export function drawMinima(context, surface, terrain, camera, horizon, theme) {
  const sides = (/** @type {0 | 1} */ axis) => (/** @type {number} */ value) => terrain.side(value, axis);
  const floors = inFrame(surface.valleys, sides(0), sides(1), BOX);
  /** @type {number[]} */
  const seen = [];
  for (let k = 0; k < floors.length; k += 2) {
    const [x, y] = [floors[k], floors[k + 1]];
    const [dx, dy] = k ? [x - floors[k - 2], y - floors[k - 1]] : [NaN, NaN];
    const pieces = Math.ceil(Math.hypot(dx, dy) / PIECE) || 1;
    for (let piece = pieces - 1; piece >= 0; piece--) {
      const share = piece / pieces;
      const [u, v] = share ? [x - share * dx, y - share * dy] : [x, y];
      const z = terrain.ground(...cellsOf(u, v, terrain));
      const hidden = Number.isNaN(z) || horizon.clearance(u, v, z) < 0;
      seen.push(...(hidden ? [NaN, NaN] : [camera.x(u, v), camera.y(u, v, z)]));
    }
  }
  drawValleys(context, seen, theme, theme.scale);
  eachMinimum(surface, (a, b, lowest) => {
    const [x, y, z] = placeOf([a, b], terrain);
    if (Number.isNaN(z)) return;
    context.globalAlpha = horizon.clearance(x, y, z) < 0 ? look.trail.hidden : 1;
    drawMinimum(context, lowest, camera.x(x, y), camera.y(x, y, z), theme, theme.scale);
    context.globalAlpha = 1;
  });
}

/** @param {number} x in sides @param {number} y @param {Terrain} terrain @returns {[number, number]} */
function cellsOf(x, y, { n }) {
  return [(x + 0.5) * (n - 1), (y + 0.5) * (n - 1)];
}
