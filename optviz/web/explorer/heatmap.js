/** One optimizer's outcome over two hyper-parameters: a coloured cell for each pair of values. */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { short } from "../core/numbers.js";
import { ramp } from "../core/theme.js";
import { drawAxis, nameAxes, numberFont } from "../plot/axes.js";
import { drawCells } from "../plot/cells.js";
import { fill, fillCells } from "../plot/hatching.js";
import { Reading } from "./reading.js";
import { SettingsLine } from "./settingsline.js";
import { axisOf } from "./values.js";

/** @typedef {import("../core/theme.js").Area} Area */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {{name: string, label: string, values: Float64Array, current: number | null}} Axis */

/**
 * @typedef {object} Content
 * @property {"final" | "reached"} outcome
 * @property {import("./explorer.js").Entrant[]} runs one of them
 * @property {[Axis, Axis]} axes of the rows and of the columns
 * @property {Float64Array} values rows x columns; nan is not known yet, infinite is none
 * @property {Float64Array} diverged rows x columns: the step, or infinite
 * @property {string} early what such trials are said to have done
 * @property {number} steps
 * @property {number} start_loss
 * @property {string[]} colours from the best to the worst
 */

const EDGE = { left: 76, top: 26, right: 92, bottom: 46 };
const BAR = 14; // pixels, width of the bar that explains the colours

export class HeatMap {
  /** @type {Content | null} */ #content = null;
  #frame = { left: 0, top: 0, right: 1, bottom: 1 };
  #cell = [-1, -1]; // row and column under the pointer

  /**
   * @param {(what: import("./explorer.js").Pick) => void} pick
   * @param {() => void} changed
   * @param {import("./live.js").Live} live
   */
  constructor(pick, changed, live) {
    this.settings = new SettingsLine(live, 0);
    this.pick = pick;
    this.changed = changed;
    const canvas = element("canvas", { role: "img" });
    this.sheet = new HiDpiCanvas(canvas);
    const plot = element("div", { class: "plot" }, canvas);
    this.reading = new Reading(plot);
    this.best = element("button", { type: "button", class: "take" });
    this.root = element("div", { class: "many-races" }, plot, this.settings.root, this.best);
    canvas.addEventListener("pointermove", (event) => this.#point(event));
    canvas.addEventListener("pointerleave", () => {
      this.#cell = [-1, -1];
      this.reading.hide();
      this.changed();
    });
    canvas.addEventListener("click", (event) => {
      this.#point(event);
      this.#take(this.#cell);
    });
    this.best.addEventListener("click", () => this.#take(this.#bestCell()));
  }

  /** @param {number} _seconds */
  advance(_seconds) {
    return false;
  }

  /** @param {Content} content */
  show(content) {
    this.#content = content;
    this.update();
  }

  /** Values are others. */
  update() {
    const content = /** @type {Content} */ (this.#content);
    this.settings.show(content.axes.map(({ name }) => name));
    const [row, column] = this.#bestCell();
    const [{ label: first, values: rows }, { label: second, values: columns }] = content.axes;
    this.best.disabled = row < 0;
    this.best.textContent =
      row < 0
        ? "No setting has an outcome here"
        : `Use the best: ${first} ${short(rows[row])}, ${second} ${short(columns[column])}, ` +
          `${content.outcome === "final" ? "loss" : "steps"} ${short(this.#value(row, column))}`;
    const label = `${content.runs[0].name}: outcome over ${first} and ${second}; the button below names the best`;
    this.sheet.canvas.setAttribute("aria-label", label);
  }

  /** @param {number} row @param {number} column */
  #value(row, column) {
    const { values, axes } = /** @type {Content} */ (this.#content);
    return values[row * axes[1].values.length + column];
  }

  /** @returns {[number, number]} */
  #bestCell() {
    const { values, axes } = /** @type {Content} */ (this.#content);
    let best = -1;
    values.forEach((value, k) => {
      if (Number.isFinite(value) && (best < 0 || value < values[best])) best = k;
    });
    const n = axes[1].values.length;
    return best < 0 ? [-1, -1] : [Math.floor(best / n), best % n];
  }

  /** @param {number[]} cell */
  #take([row, column]) {
    if (!this.#content || row < 0) return;
    const { runs, axes } = this.#content;
    const chosen = { [axes[0].name]: axes[0].values[row], [axes[1].name]: axes[1].values[column] };
    this.pick({ settings: { [runs[0].name]: chosen } });
  }

  /** @param {Theme} theme */
  draw(theme) {
    if (!this.#content) return;
    this.sheet.fit();
    this.sheet.clear();
    const { width, height, context } = this.sheet;
    this.#frame = { left: EDGE.left, top: EDGE.top, right: width - EDGE.right, bottom: height - EDGE.bottom };
    const { values, axes, diverged, early, outcome, steps, start_loss, colours, runs } = this.#content;
    const shades = ramp(colours);
    const { top, bottom, right, left } = this.#frame;
    const height_ = axisOf(values, start_loss, outcome === "reached" ? steps : null, [0, 255]);
    const [rows, columns] = axes.map((axis) => axis.values.length);
    const image = new ImageData(columns, rows);
    const [missed, lost] = [new ImageData(columns, rows), new ImageData(columns, rows)];
    /** @type {[Area, string][]} */
    const kinds = [];
    values.forEach((value, k) => {
      const at = 4 * ((rows - 1 - Math.floor(k / columns)) * columns + (k % columns));
      if (Number.isNaN(value)) return;
      if (!Number.isFinite(value)) {
        return (Number.isFinite(diverged[k]) ? lost : missed).data.set([0, 0, 0, 255], at);
      }
      const tone = height_.log && value <= 0 ? 0 : height_.scale(value);
      image.data.set([...shades[Math.round(Math.max(0, Math.min(255, tone)))], 255], at);
    });
    context.fillStyle = theme.dark ? "#2a303b" : "#e3e6ea"; // what is not known yet
    context.fillRect(left, top, right - left, bottom - top);
    drawCells(context, image, this.#frame);
    for (const [mask, area, word] of /** @type {[ImageData, Area, string][]} */ ([
      [missed, theme.areas.missed, "not reached"],
      [lost, theme.areas.diverged, early],
    ])) {
      if (!mask.data.some(Boolean)) continue;
      fillCells(context, mask, this.#frame, area);
      kinds.push([area, word]);
    }
    this.#drawAxes(theme);
    this.#drawBar(theme, shades, height_, kinds);
    context.fillStyle = theme.ink;
    context.textAlign = "left";
    context.textBaseline = "top";
    const what = outcome === "final" ? `loss after ${steps} steps` : "steps until the loss is low enough";
    context.fillText(`${runs[0].name}: ${what}`, left, 4);
    this.#mark(this.#bestCell(), theme.ink, theme.paper, 2);
    this.#mark(this.#cell, theme.ink, theme.paper, 1.2);
    this.#drawCurrent(theme);
  }

  /** @param {Theme} theme */
  #drawAxes(theme) {
    const { context } = this.sheet;
    const { left, top, right, bottom } = this.#frame;
    const [rows, columns] = /** @type {Content} */ (this.#content).axes;
    const across = labelled(columns.values, (right - left) / 64).map((k) => {
      const at = left + ((k + 0.5) / columns.values.length) * (right - left);
      return { at, text: short(columns.values[k]) };
    });
    const up = labelled(rows.values, (bottom - top) / 34).map((k) => {
      const at = bottom - ((k + 0.5) / rows.values.length) * (bottom - top);
      return { at, text: short(rows.values[k]) };
    });
    drawAxis(context, "below", across, this.#frame, theme, { tick: 4 });
    drawAxis(context, "left", up, this.#frame, theme, { tick: 4 });
    nameAxes(context, [columns.label, rows.label], this.#frame, theme);
    context.font = numberFont(theme);
  }

  /**
   * What the colours mean.
   * @param {Theme} theme
   * @param {number[][]} shades
   * @param {import("./values.js").Axis} axis
   * @param {[Area, string][]} kinds areas without a colour, and what they are
   */
  #drawBar(theme, shades, axis, kinds) {
    const { context } = this.sheet;
    const { right, top, bottom } = this.#frame;
    const x = right + 16;
    const end = bottom - 12 - 22 * kinds.length;
    for (let y = top; y < end; y++) {
      const [red, green, blue] = shades[Math.round(255 * (1 - (y - top) / (end - top)))];
      context.fillStyle = `rgb(${red} ${green} ${blue})`;
      context.fillRect(x, y, BAR, 1.5);
    }
    context.fillStyle = theme.soft;
    context.textAlign = "left";
    context.textBaseline = "middle";
    let last = Infinity;
    for (const value of axis.ticks) {
      const y = end - (axis.scale(value) / 255) * (end - top);
      if (y < top || y > end || last - y < 16) continue;
      last = y;
      context.fillText(short(value), x + BAR + 6, y);
    }
    kinds.forEach(([area, word], place) => {
      const sample = document.createElement("canvas");
      sample.width = sample.height = 2 * BAR;
      fill(/** @type {CanvasRenderingContext2D} */ (sample.getContext("2d")), area, 1.8);
      const middle = bottom - BAR / 2 - 22 * (kinds.length - 1 - place);
      context.drawImage(sample, x, middle - BAR / 2, BAR, BAR);
      context.fillText(word, x + BAR + 6, middle);
    });
  }

  /**
   * Frame a cell.
   * @param {number[]} cell
   * @param {string} ink
   * @param {string} rim
   * @param {number} line
   */
  #mark([row, column], ink, rim, line) {
    if (row < 0) return;
    const { context } = this.sheet;
    const { left, top, right, bottom } = this.#frame;
    const [rows, columns] = /** @type {Content} */ (this.#content).axes.map((axis) => axis.values.length);
    const [w, h] = [(right - left) / columns, (bottom - top) / rows];
    for (const [width, colour] of /** @type {[number, string][]} */ ([
      [line + 2.5, rim],
      [line, ink],
    ])) {
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.strokeRect(left + column * w - 1, bottom - (row + 1) * h - 1, w + 2, h + 2);
    }
  }

  /** Where the setting in the race stands, if it stands in the picture. @param {Theme} theme */
  #drawCurrent(theme) {
    const { axes } = /** @type {Content} */ (this.#content);
    const { left, top, right, bottom } = this.#frame;
    if (axes.some(({ current }) => current === null)) return; // it changes on the way
    const [v, u] = axes.map(({ values, current }) => (place(values, Number(current)) + 0.5) / values.length);
    if (!(u >= 0 && u <= 1 && v >= 0 && v <= 1)) return;
    const { context } = this.sheet;
    const [x, y] = [left + u * (right - left), bottom - v * (bottom - top)];
    for (const [width, colour] of /** @type {[number, string][]} */ ([
      [4.5, theme.paper],
      [2, theme.ink],
    ])) {
      context.lineWidth = width;
      context.strokeStyle = colour;
      context.beginPath();
      context.arc(x, y, 7, 0, 2 * Math.PI);
      context.stroke();
    }
  }

  /** @param {PointerEvent | MouseEvent} event */
  #point({ offsetX: px, offsetY: py }) {
    if (!this.#content) return;
    const { left, top, right, bottom } = this.#frame;
    const { axes, diverged, early, outcome } = this.#content;
    const [rows, columns] = axes.map((axis) => axis.values.length);
    const column = Math.floor(((px - left) / (right - left)) * columns);
    const row = Math.floor(((bottom - py) / (bottom - top)) * rows);
    const inside = column >= 0 && column < columns && row >= 0 && row < rows;
    this.#cell = inside ? [row, column] : [-1, -1];
    this.sheet.canvas.style.cursor = inside ? "pointer" : "";
    this.changed();
    if (!inside) return this.reading.hide();
    const value = this.#value(row, column);
    const lost = diverged[row * columns + column];
    const none = outcome === "reached" ? "not in time" : "–";
    const says = Number.isFinite(lost) ? `${early} at step ${lost}` : Number.isFinite(value) ? short(value) : none;
    this.reading.tell(px, says, [
      [axes[0].label, short(axes[0].values[row])],
      [axes[1].label, short(axes[1].values[column])],
    ]);
  }
}

/**
 * The places of values that are labelled: those that are round where there are enough, else every
 * so many.
 * @param {Float64Array} values ascending
 * @param {number} count at most
 */
function labelled(values, count) {
  const all = Array.from(values.keys());
  const round = all.filter((k) => isPower(values[k]) || isPower(1 - values[k]));
  const chosen = round.length >= 3 ? round : all;
  const stride = Math.max(1, Math.ceil(chosen.length / Math.max(1, count)));
  return chosen.filter((_, i) => i % stride === 0);
}

/** @param {number} value whether it is a power of ten */
function isPower(value) {
  const power = Math.log10(value);
  return Math.abs(power - Math.round(power)) < 1e-9;
}

/**
 * Where a value stands among ascending ones, counted in places; nan outside.
 * @param {Float64Array} values
 * @param {number} value
 */
function place(values, value) {
  if (!(value >= values[0] && value <= values[values.length - 1])) return NaN;
  let k = 0;
  while (k < values.length - 2 && values[k + 1] <= value) k++;
  return k + (value - values[k]) / (values[k + 1] - values[k]);
}
