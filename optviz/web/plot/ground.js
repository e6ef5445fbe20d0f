/** What lies under the race: the surface's colours and contours, axes and minima. Drawn once for each view. */

import look from "../look.json" with { type: "json" };
import { clipLines } from "../core/clip.js";
import { linear } from "../core/scale.js";
import { ramp } from "../core/theme.js";
import { drawAxis, drawFrame, nameAxes, numberFont } from "./axes.js";
import { lengthOf, placeLabels, steepnessOf } from "./contourlabels.js";
import { deepLevels, deepTicks } from "./deepticks.js";
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
 * @param {Frame[]} taken where something stands before it
 * @returns {{x: Scale, y: Scale}} where the surface lies on the sheet
 */
export function drawGround({ context }, surface, theme, frame, taken = []) {
  const x = linear(surface.xlim, [frame.left, frame.right]);
  const y = linear(surface.ylim, [frame.bottom, frame.top]);
  context.save();
  context.beginPath();
  context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
  context.clip();
  drawColours(context, surface, theme, frame);
  const { texts, note } = deepLevels(surface.levels);
  const axes = axesOf(surface, frame, note);
  drawContours(context, surface, texts, theme, frame, [...taken, notesIn(context, axes.notes, theme, frame)]);
  context.restore();
  drawAxes(context, surface, theme, frame, note);
  drawMinima(context, surface, theme, frame, x, y);
  return { x, y };
}

/**
 * The frame, and what its sides count.
 * @param {CanvasRenderingContext2D} context
 * @param {Surface} surface
 * @param {Theme} theme
 * @param {Frame} frame
 * @param {string} [note] what contours count
 */
export function drawAxes(context, surface, theme, frame, note = "") {
  drawFrame(context, frame, theme);
  const { across, up, notes } = axesOf(surface, frame, note);
  drawAxis(context, "below", across.marks, frame, theme, { tick: 4 });
  drawAxis(context, "left", up.marks, frame, theme, { tick: 4 });
  nameAxes(context, surface.axes, frame, theme);
  const { left } = notesIn(context, notes, theme, frame);
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  notes.forEach((text, k) => {
    writeLabel(context, { x: left, y: frame.top + (k + 1) * lineOf(theme), angle: 0, text }, theme);
  });
}

/** @param {Surface} surface @param {Frame} frame @param {string} note */
function axesOf({ xlim, ylim, axes }, { left, top, right, bottom }, note) {
  const across = deepTicks(xlim, (right - left) / 70, linear(xlim, [left, right]), axes[0]);
  const up = deepTicks(ylim, (bottom - top) / 50, linear(ylim, [bottom, top]), axes[1]);
  return { across, up, notes: [across.note, up.note, note].filter(Boolean) };
}

/**
 * Where it stands what numbers are counted from: in the picture's corner, as beside the axes there is no room.
 * @param {CanvasRenderingContext2D} context
 * @param {string[]} notes
 * @param {Theme} theme
 * @param {Frame} frame
 * @returns {Frame}
 */
function notesIn(context, notes, theme, { left, top }) {
  context.font = numberFont(theme);
  const widths = notes.map((text) => context.measureText(text).width);
  return { left: left + 8, top, right: left + 8 + Math.max(0, ...widths), bottom: top + notes.length * lineOf(theme) };
}

/** @param {Theme} theme */
function lineOf({ scale }) {
  return 1.5 * look.type.number * scale;
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
 * @param {string[]} texts of the levels
 * @param {Theme} theme
 * @param {Frame} frame
 * @param {Frame[]} taken where no label stands
 */
function drawContours(context, { heights, levels, lines }, texts, theme, frame, taken) {
  const n = Math.sqrt(heights.length);
  const [w, h] = [(frame.right - frame.left) / (n - 1), (frame.bottom - frame.top) / (n - 1)];
  const pixels = (/** @type {number} */ value, /** @type {number} */ i) =>
    i % 2 ? frame.bottom - value * h : frame.left + value * w;
  const contours = Array.from(levels).flatMap((_, k) =>
    (lines ? lines[k] : isolines(heights, n, k + 1)).map((line) => ({
      path: line.map(pixels),
      text: texts[k],
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
  const measured = long.map((each) => ({ ...each, width: context.measureText(each.text).width }));
  const labels = placeLabels(measured, frame, size, steepnessOf(heights, frame), taken);
  for (const label of labels) writeLabel(context, label, theme);
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
 * @param {{x: number, y: number, angle: number, text: string}} label
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
  const { left, top, right, bottom } = frame;
  drawValleys(context, clipLines(surface.valleys, x, y, [left, top], [right, bottom]), theme, theme.scale);
  eachMinimum(surface, (a, b, lowest) => {
    const [px, py] = [x(a), y(b)];
    const there = px >= frame.left - 1 && px <= frame.right + 1 && py >= frame.top - 1 && py <= frame.bottom + 1;
    if (there) drawMinimum(context, lowest, px, py, theme, theme.scale);
  });
}
