/** What lies under the race: the surface's colours and contours, axes and minima. Drawn once for each view. */

import look from "../look.json" with { type: "json" };
import { clip } from "../core/clip.js";
import { short } from "../core/numbers.js";
import { linear } from "../core/scale.js";
import { ramp } from "../core/theme.js";
import { drawAxis, drawFrame, nameAxes, numberFont } from "./axes.js";
import { lengthOf, placeLabels, steepnessOf } from "./contourlabels.js";
import { deepTicks } from "./deepticks.js";
import { canvasOf, fillCells } from "./hatching.js";
import { isolines } from "./isolines.js";
import { drawMinimum, drawValleys, eachMinimum } from "./marks.js";

/** @typedef {import("./nearground.js").Near} Surface */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("../core/scale.js").Scale} Scale */
/** @typedef {import("./axes.js").Frame} Frame */

/**
 * @param {import("../core/hidpicanvas.js").HiDpiCanvas} sheet
 * @param {Surface} surface
 * @param {Theme} theme
 * @param {Frame} frame
 * @returns {{x: Scale, y: Scale}} where the surface lies on the sheet
 */
export function drawGround({ context }, surface, theme, frame) {
  const x = linear(surface.xlim, [frame.left, frame.right]);
  const y = linear(surface.ylim, [frame.bottom, frame.top]);
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  drawColours(context, surface, theme, frame);
  drawContours(context, surface, theme, frame);
  context.restore();
  drawAxes(context, surface, theme, frame);
  drawMinima(context, surface, theme, frame, x, y);
  return { x, y };
}

/**
 * The frame, and what its sides count.
 * @param {CanvasRenderingContext2D} context
 * @param {Surface} surface
 * @param {Theme} theme
 * @param {Frame} frame
 */
export function drawAxes(context, surface, theme, frame) {
  const { left, top, right, bottom } = frame;
  drawFrame(context, frame, theme);
  const across = deepTicks(surface.xlim, (right - left) / 70, linear(surface.xlim, [left, right]), surface.axes[0]);
  const up = deepTicks(surface.ylim, (bottom - top) / 50, linear(surface.ylim, [bottom, top]), surface.axes[1]);
  drawAxis(context, "below", across.marks, frame, theme, { tick: 4 });
  drawAxis(context, "left", up.marks, frame, theme, { tick: 4 });
  nameAxes(context, surface.axes, frame, theme);
  // What the numbers are counted from stands in the picture's corner: beside the axes there is no room.
  const size = look.type.number * theme.scale;
  context.font = numberFont(theme);
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  [across.note, up.note].filter(Boolean).forEach((text, k) => {
    writeLabel(context, { x: left + 8, y: top + (k + 1) * 1.5 * size, angle: 0, text }, theme);
  });
}

/**
 * One pixel for each grid point, enlarged: the browser blends between them.
 * @param {CanvasRenderingContext2D} context
 * @param {Surface} surface
 * @param {Theme} theme
 * @param {Frame} frame
 */
function drawColours(context, { heights, levels }, theme, frame) {
  const n = Math.sqrt(heights.length);
  const colours = ramp(theme.ground);
  const image = new ImageData(n, n);
  const nowhere = new ImageData(n, n); // where the loss has no value
  let holes = false;
  heights.forEach((height, k) => {
    const tone = Math.max(0, Math.min(255, Math.round((255 * height) / (levels.length + 1))));
    const row = n - 1 - Math.floor(k / n); // images grow downwards
    const at = 4 * (row * n + (k % n));
    if (!Number.isNaN(height)) return image.data.set([...colours[tone], 255], at);
    nowhere.data.set([0, 0, 0, 255], at);
    holes = true;
  });
  // Grid points lie on the frame, pixels have their middle half a pixel inside.
  const [w, h] = [(frame.right - frame.left) / (n - 1), (frame.bottom - frame.top) / (n - 1)];
  context.imageSmoothingQuality = "high";
  const [left, top] = [frame.left - w / 2, frame.top - h / 2];
  context.drawImage(canvasOf(image), left, top, w * n, h * n);
  if (!holes) return;
  const over = { left, top, right: left + w * n, bottom: top + h * n };
  fillCells(context, nowhere, over, theme.areas.nowhere);
}

/**
 * A line at every level, with the loss written on it where there is room.
 * @param {CanvasRenderingContext2D} context
 * @param {Surface} surface
 * @param {Theme} theme
 * @param {Frame} frame
 */
function drawContours(context, { heights, levels, lines }, theme, frame) {
  const digits = digitsOf(levels);
  const n = Math.sqrt(heights.length);
  const [w, h] = [(frame.right - frame.left) / (n - 1), (frame.bottom - frame.top) / (n - 1)];
  const pixels = (/** @type {number} */ value, /** @type {number} */ i) =>
    i % 2 ? frame.bottom - value * h : frame.left + value * w;
  const contours = Array.from(levels).flatMap((level, k) =>
    (lines ? lines[k] : isolines(heights, n, k + 1)).map((line) => ({
      path: line.map(pixels),
      text: short(level, digits),
    })),
  );
  const long = contours.filter(({ path }) => lengthOf(path) >= look.contours.shortest);
  context.strokeStyle = theme.contour;
  context.lineWidth = look.contours.width;
  context.lineJoin = "round";
  for (const { path } of long) stroke(context, path);
  const size = look.type.label * theme.scale;
  context.font = numberFont(theme, look.type.label);
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const label of placeLabels(long, frame, size, steepnessOf(heights, frame))) writeLabel(context, label, theme);
}

/** How many digits tell neighbouring levels apart; four at least. @param {Float64Array} levels */
function digitsOf(levels) {
  let digits = 4;
  for (let k = 1; k < levels.length; k++) {
    const needed = Math.ceil(Math.log10(Math.abs(levels[k]) / (levels[k] - levels[k - 1]))) + 1;
    digits = Math.max(digits, Math.min(16, needed));
  }
  return digits;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number[]} path
 */
function stroke(context, path) {
  context.beginPath();
  for (let i = 0; i < path.length; i += 2) context.lineTo(path[i], path[i + 1]);
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {import("./contourlabels.js").Label} label
 * @param {Theme} theme
 */
function writeLabel(context, { x, y, angle, text }, theme) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.lineWidth = 3.5;
  context.strokeStyle = theme.dark ? "rgba(24,36,50,0.9)" : "rgba(240,243,242,0.92)";
  context.strokeText(text, 0, 0);
  context.fillStyle = theme.soft;
  context.fillText(text, 0, 0);
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Surface} surface
 * @param {Theme} theme
 * @param {Frame} frame
 * @param {Scale} x
 * @param {Scale} y
 */
function drawMinima(context, surface, theme, frame, x, y) {
  drawValleys(context, inFrame(surface.valleys, x, y, frame), theme);
  eachMinimum(surface, (a, b, lowest) => {
    const [px, py] = [x(a), y(b)];
    const there = px >= frame.left - 1 && px <= frame.right + 1 && py >= frame.top - 1 && py <= frame.bottom + 1;
    if (there) drawMinimum(context, lowest, px, py, theme);
  });
}

/**
 * Of valleys what lies in the frame, in pixels.
 * @param {ArrayLike<number>} valleys pairs; NaN between lines
 * @param {Scale} x
 * @param {Scale} y
 * @param {Frame} frame
 */
function inFrame(valleys, x, y, { left, top, right, bottom }) {
  /** @type {number[]} */
  const places = [];
  let whole = false; // whether the last piece reached its end, so that the next goes on from there
  for (let k = 2; k < valleys.length; k += 2) {
    const [x0, y0, x1, y1] = [x(valleys[k - 2]), y(valleys[k - 1]), x(valleys[k]), y(valleys[k + 1])];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const part = Number.isNaN(dx + dy) ? null : clip([left, top], [right, bottom], [x0, y0], [dx, dy]);
    if (!part) {
      whole = false;
      continue;
    }
    if (!whole || part[0] > 0) places.push(NaN, NaN, x0 + part[0] * dx, y0 + part[0] * dy);
    places.push(x0 + part[1] * dx, y0 + part[1] * dy);
    whole = part[1] === 1;
  }
  return places;
}
