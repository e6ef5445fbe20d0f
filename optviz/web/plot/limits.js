/** Dashed lines in charts: the value that each run's own settings allow, with its formula. */

import { numberFont } from "./axes.js";
import { colourOf } from "./marks.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("./axes.js").Frame} Frame */
/** @typedef {{run: Run, from: number, to: number, value: number, words: string}} Limit between two steps */

const DASH = [2, 4]; // none of the runs' own
const FAR = 100; // how many times the largest or smallest value a limit may be and still be in the picture

const ROOM = 2; // between the outermost limit and the border, for its formula

/**
 * The limits of runs that have one.
 * @param {Run[]} runs
 * @param {import("./quantities.js").Quantity} quantity
 * @returns {Limit[]}
 */
export function limitsOf(runs, { limits }) {
  if (!limits) return [];
  const all = runs.flatMap((run) =>
    limits(run).map((each, k, own) => ({ run, ...each, to: own[k + 1]?.from ?? run.loss.length - 1 })),
  );
  return all.filter(({ from, to, value }) => from < to && Number.isFinite(value) && value > 0);
}

/**
 * A domain with the limits that are not far from it.
 * @param {[number, number]} domain both positive
 * @param {Limit[]} limits
 * @returns {[number, number]}
 */
export function withLimits([begin, end], limits) {
  const near = limits.map(({ value }) => value).filter((value) => value < end * FAR && value > begin / FAR);
  return [Math.min(begin, ...near.map((value) => value / ROOM)), Math.max(end, ...near.map((value) => value * ROOM))];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Limit[]} limits
 * @param {(step: number) => number} x in pixels
 * @param {(value: number) => number} y in pixels
 * @param {Frame} frame
 * @param {Theme} theme
 */
export function drawLimits(context, limits, x, y, { left, right, top, bottom }, theme) {
  const room = 12 * theme.scale;
  /** @type {{line: number, from: number}[]} */ const written = [];
  context.save();
  context.font = numberFont(theme);
  context.textAlign = "right";
  context.textBaseline = "bottom";
  context.lineJoin = "round";
  const drawn = limits
    .map(({ run, from, to, value, words }) => {
      const last = to === run.loss.length - 1;
      const [begin, end] = [from ? x(from) : left, last ? right : x(to)];
      return { line: y(value), begin, end, words: last ? words : "", colour: colourOf(run, theme) };
    })
    .filter(({ line }) => line > top - 4 && line < bottom);
  for (const { line, begin, end, colour } of drawn) stroke(context, colour, [begin, end, line], theme.scale);
  for (const { line, words, colour } of drawn) {
    if (!words) continue;
    const beside = written.filter((each) => Math.abs(each.line - line) < room).map(({ from }) => from);
    const end = Math.min(right, ...beside) - 4;
    const from = end - context.measureText(words).width - 4;
    if (from < left || line - room < top) continue;
    written.push({ line, from });
    context.setLineDash([]);
    context.lineWidth = 3;
    context.strokeStyle = theme.paper;
    context.strokeText(words, end, line - 1);
    context.fillStyle = colour;
    context.fillText(words, end, line - 1);
  }
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} colour
 * @param {[number, number, number]} line from where to where, and at which height
 * @param {number} scale
 */
function stroke(context, colour, [left, right, at], scale) {
  context.strokeStyle = colour;
  context.lineWidth = 1.2 * scale;
  context.setLineDash(DASH.map((each) => each * scale));
  context.beginPath();
  context.moveTo(left, at);
  context.lineTo(right, at);
  context.stroke();
}
