/** Numbers, ticks, grid lines, names and the frame of every flat picture. */

import look from "../look.json" with { type: "json" };
import { short } from "../core/numbers.js";

/** @typedef {import("../core/scale.js").Scale} Scale */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Frame in pixels */
/** @typedef {{at: number, text: string}} Mark a number, and where along its axis it stands, in pixels */
/**
 * @typedef {object} Style
 * @property {number} [tick] length of the ticks outwards, in pixels
 * @property {boolean} [grid] whether lines go through the frame
 * @property {number} [gap] pixels from the frame to the numbers
 * @property {number} [size] pixels of type
 */

const ROOM = 16; // pixels at a desk for a name beside the numbers on the left; a longer one is turned
const NAME_DEPTH = 12; // that a turned name takes of the width

/**
 * @param {number[]} values
 * @param {(value: number) => number} scale
 * @param {(value: number) => string} text
 * @returns {Mark[]}
 */
export function marksAt(values, scale, text = short) {
  return values.map((value) => ({ at: scale(value), text: text(value) }));
}

/** @param {Theme} theme @param {number} size in pixels at a desk */
export function numberFont(theme, size = look.type.number) {
  return `${size * theme.scale}px ${theme.font}`;
}

/**
 * Write numbers along one side of a frame.
 * @param {CanvasRenderingContext2D} context
 * @param {"below" | "left"} side
 * @param {Mark[]} marks
 * @param {Frame} frame
 * @param {Theme} theme
 * @param {Style} style
 */
export function drawAxis(context, side, marks, frame, theme, { tick = 0, grid = false, gap = 7, size } = {}) {
  const { left, top, right, bottom } = frame;
  const below = side === "below";
  context.font = numberFont(theme, size);
  context.textAlign = below ? "center" : "right";
  context.textBaseline = below ? "top" : "middle";
  for (const { at, text } of marks) {
    context.fillStyle = theme.wall;
    if (grid && below) context.fillRect(at - 0.5, top, 1, bottom - top);
    if (grid && !below) context.fillRect(left, at - 0.5, right - left, 1);
    context.fillStyle = theme.soft;
    if (tick && below) context.fillRect(at - 0.5, bottom, 1, tick);
    if (tick && !below) context.fillRect(left - tick, at - 0.5, tick, 1);
    if (below) context.fillText(text, at, bottom + gap);
    else context.fillText(text, left - gap, at);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Frame} frame
 * @param {Theme} theme
 */
export function drawFrame(context, { left, top, right, bottom }, theme) {
  context.strokeStyle = theme.soft;
  context.lineWidth = 1;
  context.strokeRect(left, top, right - left, bottom - top);
}

/**
 * Write the axes' names beyond their numbers, in the middle.
 * @param {CanvasRenderingContext2D} context
 * @param {[string, string]} names below and on the left; nothing for none
 * @param {Frame} frame
 * @param {Theme} theme
 */
export function nameAxes(context, [below, beside], { left, top, right, bottom }, theme) {
  context.fillStyle = theme.ink;
  context.font = `italic ${numberFont(theme, look.type.name)}`;
  context.textBaseline = "alphabetic";
  context.textAlign = "center";
  context.fillText(below, (left + right) / 2, bottom + 19 + 13 * theme.scale);
  context.textAlign = "left";
  const [width, middle] = [context.measureText(beside).width, (top + bottom) / 2];
  if (width <= ROOM * theme.scale) context.fillText(beside, 3, middle + 4);
  else {
    context.save();
    context.translate(NAME_DEPTH * theme.scale, middle);
    context.rotate(-Math.PI / 2);
    context.textAlign = "center";
    context.fillText(beside, 0, 0);
    context.restore();
  }
}

/**
 * How much further in a picture begins whose axis on the left has a name that is too long to stand upright there.
 * @param {CanvasRenderingContext2D} context
 * @param {string} name
 * @param {Theme} theme
 */
export function roomForName(context, name, theme) {
  context.font = `italic ${numberFont(theme, look.type.name)}`;
  return context.measureText(name).width > ROOM * theme.scale ? NAME_DEPTH * theme.scale : 0;
}
