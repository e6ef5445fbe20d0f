/** What moves: every run's trail up to a time, and its head. */

import { lastStep } from "../core/payload.js";
import look from "../look.json" with { type: "json" };
import { clip } from "../core/clip.js";
import { changeSteps } from "../core/settings.js";
import { HEAD_RADIUS, TRAIL_WIDTH, colourOf, dashOf, drawChange, drawHead } from "./marks.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/scale.js").Scale} Scale */
/** @typedef {import("../core/theme.js").Theme} Theme */

// Pixels round the canvas beyond which lines are cut: far outside, canvases lose their footing, and
// a dashed line costs its length even where it is not seen.
const ROOM = 60;

/** One run in pixels, ready to be drawn at any time. */
export class Trail {
  /** The last step that is finite. */
  last = 0;
  /** @type {Float64Array} */ points = new Float64Array(0);
  /** That of an average of the iterates, where the rule keeps one. @type {Trail | undefined} */
  average;

  /**
   * @param {Run} run
   * @param {Scale} x
   * @param {Scale} y
   */
  constructor(run, x, y) {
    this.run = run;
    this.measure(x, y);
  }

  /** Follow the run, which may have run again, in the same room. @param {Scale} x @param {Scale} y */
  measure(x, y) {
    this.last = lastStep(this.run);
    this.points = inPixels(this.run.x, this.last, x, y, this.points);
    const { average } = this.run.state;
    if (!average) return;
    this.average ??= new Average(this.run, x, y);
    this.average.last = this.last;
    this.average.points = inPixels(average, this.last, x, y, this.average.points);
    this.average.points.set(this.points.subarray(0, 2)); // before the first step there is none
  }

  /**
   * Where the head is, in pixels: on its way from one iterate to the next.
   * @param {number} time in steps
   * @returns {[number, number]}
   */
  head(time) {
    const k = Math.min(Math.floor(time), this.last);
    const next = Math.min(k + 1, this.last);
    const share = Math.min(time, this.last) - k;
    const at = (/** @type {number} */ c) =>
      this.points[2 * k + c] + share * (this.points[2 * next + c] - this.points[2 * k + c]);
    return [at(0), at(1)];
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {number} time in steps
   */
  trace(context, time) {
    const { points } = this;
    const whole = Math.min(Math.floor(time), this.last);
    const box = roomOf(context.canvas);
    context.beginPath();
    context.moveTo(points[0], points[1]);
    const [left, top, right, bottom] = box;
    let before = true; // whether the point before is in the box; the first piece may begin anywhere
    for (let k = 1; k <= whole; k++) {
      const x = points[2 * k];
      const y = points[2 * k + 1];
      // Not by `inside`: numbers that are handed over in so many calls are garbage.
      const here = x >= left && x <= right && y >= top && y <= bottom;
      if (here && before && k > 1) context.lineTo(x, y);
      else line(context, box, points[2 * k - 2], points[2 * k - 1], x, y);
      before = here;
    }
    const [x, y] = this.head(time);
    line(context, box, points[2 * whole], points[2 * whole + 1], x, y);
  }
}

/** Is measured by the trail that it belongs to. */
class Average extends Trail {
  measure() {}
}

/**
 * @param {Float64Array} pairs @param {number} last which of them counts last
 * @param {Scale} x @param {Scale} y @param {Float64Array} room is used where it is enough
 */
function inPixels(pairs, last, x, y, room) {
  const points = room.length < pairs.length ? new Float64Array(pairs.length) : room;
  for (let k = 0; k <= last; k++) {
    points[2 * k] = x(pairs[2 * k]);
    points[2 * k + 1] = y(pairs[2 * k + 1]);
  }
  return points;
}

/**
 * The canvas with some room round it: left, top, right, bottom.
 * @param {HTMLCanvasElement} canvas
 * @returns {[number, number, number, number]}
 */
export function roomOf({ clientWidth, clientHeight }) {
  return [-ROOM, -ROOM, clientWidth + ROOM, clientHeight + ROOM];
}

/**
 * A piece of a trail; of one that leads outside only the part that is not outside.
 * @param {CanvasRenderingContext2D} context
 * @param {[number, number, number, number]} box
 * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
 */
function line(context, box, x0, y0, x1, y1) {
  if (inside(box, x0, y0) && inside(box, x1, y1)) {
    context.lineTo(x1, y1);
    return;
  }
  const [dx, dy] = [x1 - x0, y1 - y0];
  const part = clip(box.slice(0, 2), box.slice(2), [x0, y0], [dx, dy]);
  if (!part) return;
  context.moveTo(x0 + part[0] * dx, y0 + part[0] * dy);
  context.lineTo(x0 + part[1] * dx, y0 + part[1] * dy);
}

/**
 * @param {[number, number, number, number]} box
 * @param {number} x
 * @param {number} y
 */
export function inside([left, top, right, bottom], x, y) {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Trail[]} trails
 * @param {number} time in steps
 * @param {Theme} theme
 * @param {import("../core/hidden.js").Hidden} hidden
 */
export function drawTrails(context, trails, time, theme, hidden) {
  const width = TRAIL_WIDTH * theme.scale;
  context.lineJoin = "round";
  for (const trail of trails) {
    context.globalAlpha = hidden.opacity(trail.run.name);
    trail.trace(context, time);
    context.setLineDash([]);
    context.lineWidth = width + look.trail.rim;
    context.strokeStyle = theme.rim;
    context.stroke();
    context.setLineDash(dashOf(trail.run, width));
    context.lineWidth = width;
    context.strokeStyle = colourOf(trail.run, theme);
    context.stroke();
  }
  context.setLineDash([]);
  for (const { average } of trails) if (average) drawAverage(context, average, time, theme, hidden);
  for (const draw of [drawChanges, drawHeadOf]) {
    for (const trail of trails) {
      context.globalAlpha = hidden.opacity(trail.run.name);
      draw(context, trail, time, theme);
    }
  }
  context.globalAlpha = 1;
}

/**
 * The trail of an average: thin, with a ring at its end.
 * @param {CanvasRenderingContext2D} context @param {Trail} trail @param {number} time in steps @param {Theme} theme
 * @param {import("../core/hidden.js").Hidden} hidden
 */
function drawAverage(context, trail, time, theme, hidden) {
  const colour = colourOf(trail.run, theme);
  context.globalAlpha = hidden.opacity(trail.run.name);
  trail.trace(context, time);
  for (const [style, more] of /** @type {[string, number][]} */ ([
    [theme.rim, look.trail.rim],
    [colour, 0],
  ])) {
    context.strokeStyle = style;
    context.lineWidth = (TRAIL_WIDTH / 2) * theme.scale + more;
    context.stroke();
  }
  const [x, y] = trail.head(time);
  if (inside(roomOf(context.canvas), x, y)) drawChange(context, x, y, colour, theme);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Trail} trail
 * @param {number} time in steps
 * @param {Theme} theme
 */
function drawChanges(context, trail, time, theme) {
  for (const step of changeSteps(trail.run)) {
    if (step > Math.min(time, trail.last)) return;
    const [x, y] = trail.head(step);
    if (inside(roomOf(context.canvas), x, y)) drawChange(context, x, y, colourOf(trail.run, theme), theme);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Trail} trail
 * @param {number} time in steps
 * @param {Theme} theme
 */
function drawHeadOf(context, trail, time, theme) {
  const [x, y] = trail.head(time);
  if (!inside(roomOf(context.canvas), x, y)) return;
  const { style } = trail.run;
  const colour = colourOf({ style }, theme);
  drawHead(context, style.marker, x, y, HEAD_RADIUS * theme.scale, colour, theme.paper);
}
