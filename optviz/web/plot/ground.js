/** What lies under the race: the surface's colours and contours, axes and minima. Drawn once. */

import look from "../look.json" with { type: "json" };
import { short } from "../core/numbers.js";
import { linear, ticks } from "../core/scale.js";
import { ramp } from "../core/theme.js";
import { drawAxis, drawFrame, marksAt, nameAxes, numberFont } from "./axes.js";
import { lengthOf, placeLabels, steepnessOf } from "./contourlabels.js";
import { canvasOf, fillCells } from "./hatching.js";
import { isolines } from "./isolines.js";
import { drawMinimum, drawValleys, eachMinimum } from "./marks.js";

/** @typedef {import("../core/payload.js").Surface} Surface */
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
  drawFrame(context, frame, theme);
  const [across, up] = [
    ticks(surface.xlim, (frame.right - frame.left) / 70),
    ticks(surface.ylim, (frame.bottom - frame.top) / 50),
  ];
  drawAxis(context, "below", marksAt(across, x), frame, theme, { tick: 4 });
  drawAxis(context, "left", marksAt(up, y), frame, theme, { tick: 4 });
  nameAxes(context, surface.axes, frame, theme);
  drawMinima(context, surface, theme, x, y);
  return { x, y };
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
function drawContours(context, { heights, levels }, theme, frame) {
  const n = Math.sqrt(heights.length);
  const [w, h] = [(frame.right - frame.left) / (n - 1), (frame.bottom - frame.top) / (n - 1)];
  const pixels = (/** @type {number} */ value, /** @type {number} */ i) =>
    i % 2 ? frame.bottom - value * h : frame.left + value * w;
  const contours = Array.from(levels).flatMap((level, k) =>
    isolines(heights, n, k + 1).map((line) => ({ path: line.map(pixels), text: short(level, 4) })),
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
 * @param {Scale} x
 * @param {Scale} y
 */
function drawMinima(context, surface, theme, x, y) {
  const places = surface.valleys.map((value, i) => (i % 2 ? y : x)(value));
  drawValleys(context, places, theme);
  eachMinimum(surface, (a, b, lowest) => drawMinimum(context, lowest, x(a), y(b), theme));
}
