/** What moves before the ground: trails, heads and the start; behind a hill they are faint. */

import look from "../look.json" with { type: "json" };
import { changeSteps } from "../core/settings.js";
import { HEAD_RADIUS, TRAIL_WIDTH, colourOf, dashOf, drawChange, drawHead, drawHollow } from "../plot/marks.js";
import { HIDDEN, SEEN } from "./drape.js";

/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./drape.js").DrapedTrail} DrapedTrail */
/** @typedef {import("./drape.js").Place} Place */
/** @typedef {import("./horizon.js").Horizon} Horizon */

const FAINT = look.trail.hidden; // opacity of what lies behind a hill

/**
 * @param {CanvasRenderingContext2D} context
 * @param {DrapedTrail[]} trails
 * @param {number} time in steps
 * @param {Theme} theme
 * @param {import("../core/hidden.js").Hidden} hidden
 */
export function drawTrails(context, trails, time, theme, hidden) {
  const width = TRAIL_WIDTH * theme.scale;
  context.lineJoin = "round";
  for (const [how, opacity] of [
    [HIDDEN, FAINT],
    [SEEN, 1],
  ]) {
    for (const trail of trails) {
      context.globalAlpha = opacity * hidden.opacity(trail.run.name);
      trail.trace(context, time, how);
      if (how === SEEN) line(context, width + look.trail.rim, theme.rim, []);
      line(context, width, colourOf(trail.run, theme), dashOf(trail.run, width));
    }
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}

/**
 * Trails of the race before, as in plot/trails.js.
 * @param {CanvasRenderingContext2D} context
 * @param {DrapedTrail[]} trails
 * @param {number} time in steps
 * @param {Theme} theme
 * @param {Camera} camera
 * @param {Horizon} horizon
 */
export function drawGhosts(context, trails, time, theme, camera, horizon) {
  const width = look.ghost.width * theme.scale;
  for (const trail of trails) {
    const colour = colourOf(trail.run, theme);
    for (const how of [HIDDEN, SEEN]) {
      context.globalAlpha = look.ghost.opacity * (how === HIDDEN ? FAINT : 1);
      trail.trace(context, time, how);
      line(context, width, colour, dashOf(trail.run, width));
    }
    const [x, y, z] = trail.head(time);
    context.setLineDash([]);
    if (Number.isNaN(z) || horizon.clearance(x, y, z) < 0) continue;
    const [px, py] = [camera.x(x, y), camera.y(x, y, z)];
    drawHollow(context, trail.run.style.marker, px, py, look.ghost.head * theme.scale, colour, width);
  }
  context.globalAlpha = 1;
}

/**
 * Where settings change on the way, where that is in sight.
 * @param {CanvasRenderingContext2D} context
 * @param {DrapedTrail[]} trails
 * @param {number} time in steps
 * @param {Theme} theme
 * @param {import("../core/hidden.js").Hidden} hidden
 * @param {Camera} camera
 * @param {Horizon} horizon
 */
export function drawChanges(context, trails, time, theme, hidden, camera, horizon) {
  for (const trail of trails) {
    context.globalAlpha = hidden.opacity(trail.run.name);
    for (const step of changeSteps(trail.run)) {
      const [x, y, z] = trail.head(step);
      if (step > time || Number.isNaN(z) || horizon.clearance(x, y, z) < 0) continue;
      drawChange(context, camera.x(x, y), camera.y(x, y, z), colourOf(trail.run, theme), theme);
    }
  }
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} width @param {string} colour @param {number[]} dash
 */
function line(context, width, colour, dash) {
  context.setLineDash(dash);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

/**
 * Heads, those in front over those behind; one behind a hill shows faintly through it.
 * @param {CanvasRenderingContext2D} context
 * @param {DrapedTrail[]} trails
 * @param {number} time in steps
 * @param {Theme} theme
 * @param {import("../core/hidden.js").Hidden} hidden
 * @param {Camera} camera
 * @param {Horizon} horizon
 */
export function drawHeads(context, trails, time, theme, hidden, camera, horizon) {
  const heads = trails.map((trail) => ({ trail, place: trail.head(time) }));
  const seen = heads.filter(({ place }) => !Number.isNaN(place[2]));
  const far = (/** @type {{place: Place}} */ { place: [x, y] }) => camera.distance(x, y);
  seen.sort((a, b) => far(b) - far(a));
  for (const {
    trail,
    place: [x, y, z],
  } of seen) {
    const { marker } = trail.run.style;
    context.globalAlpha = (horizon.clearance(x, y, z) < 0 ? FAINT : 1) * hidden.opacity(trail.run.name);
    const radius = HEAD_RADIUS * theme.scale;
    const colour = colourOf(trail.run, theme);
    drawHead(context, marker, camera.x(x, y), camera.y(x, y, z), radius, colour, theme.paper);
  }
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Place} place
 * @param {Theme} theme
 * @param {Camera} camera
 * @param {Horizon} horizon
 */
export function drawStart(context, [x, y, z], theme, camera, horizon) {
  if (Number.isNaN(z)) return;
  context.globalAlpha = horizon.clearance(x, y, z) < 0 ? FAINT : 1;
  for (const [width, colour] of /** @type {const} */ ([
    [look.ring.rim, theme.rim],
    [look.ring.width, theme.ink],
  ])) {
    context.beginPath();
    context.arc(camera.x(x, y), camera.y(x, y, z), look.ring.radius * theme.scale, 0, 2 * Math.PI);
    line(context, width, colour, []);
  }
  context.globalAlpha = 1;
}
