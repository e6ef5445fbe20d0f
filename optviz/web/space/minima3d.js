/** Minima and valleys' floors on the surface in space; faint where a hill stands before them. */

import look from "../look.json" with { type: "json" };
import { drawMinimum, drawValleys, eachMinimum } from "../plot/marks.js";
import { drapedLines, placeOf } from "./drape.js";

/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./horizon.js").Horizon} Horizon */
/** @typedef {import("./terrain.js").Terrain} Terrain */

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("../core/payload.js").Surface} surface
 * @param {Terrain} terrain
 * @param {Camera} camera
 * @param {Horizon} horizon
 * @param {import("../core/theme.js").Theme} theme
 */
export function drawMinima(context, surface, terrain, camera, horizon, theme) {
  /** @type {number[]} */
  const seen = [];
  for (const [x, y, z] of drapedLines(surface.valleys, terrain)) {
    const hidden = Number.isNaN(z) || horizon.clearance(x, y, z) < 0;
    seen.push(...(hidden ? [NaN, NaN] : [camera.x(x, y), camera.y(x, y, z)]));
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
