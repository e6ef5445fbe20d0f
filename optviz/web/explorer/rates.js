/** Each optimizer's outcome against the learning rate: a line, and a strip where it diverges. */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { short } from "../core/numbers.js";
import { decades, logarithmic } from "../core/scale.js";
import { drawAxis, marksAt, nameAxes, numberFont } from "../plot/axes.js";
import { colourOf, dashOf, drawHead } from "../plot/marks.js";
import { Best } from "./best.js";
import { Reading } from "./reading.js";
import { axisOf, stacked } from "./values.js";

/** @typedef {import("./explorer.js").Entrant & {current: number | null}} Run */
/** @typedef {import("../core/theme.js").Theme} Theme */

/**
 * @typedef {object} Content
 * @property {"final" | "reached"} outcome
 * @property {Run[]} runs
 * @property {Float64Array} rates
 * @property {Float64Array} values runs x rates; nan is not known yet, infinite is none
 * @property {Float64Array} diverged runs x rates: the step, or infinite
 * @property {string} early what such trials are said to have done
 * @property {number} steps
 * @property {number} start_loss
 */

const LINE = 2;
const BAR = 5; // height of one optimizer's bar in the strip of those that diverge
const GAP = 3;
const APART = 12; // pixels between marks of the same rate
const NEAR = 28; // pixels within which a click means a line

export class Rates {
  /** @type {Content | null} */ #content = null;
  #left = 0;
  #top = 0;
  #x = logarithmic([1, 10], [0, 1]);
  #y = axisOf([], 1, null, [1, 0]);
  #at = -1; // the rate under the pointer
  #whose = -1; // the run under the pointer
  /** @type {Best[]} */ #bests = [];
  #told = "";

  /**
   * @param {(what: import("./explorer.js").Pick) => void} pick
   * @param {() => void} changed
   * @param {import("./live.js").Live} live
   */
  constructor(pick, changed, live) {
    this.live = live;
    this.pick = pick;
    this.changed = changed;
    const canvas = element("canvas", { role: "img" });
    this.sheet = new HiDpiCanvas(canvas);
    const plot = element("div", { class: "plot rates" }, canvas);
    this.reading = new Reading(plot);
    this.bests = element("div", { class: "bests", role: "group", "aria-label": "Best learning rates" });
    this.root = element("div", { class: "many-races" }, plot, this.bests);
    canvas.addEventListener("pointermove", (event) => this.#point(event.offsetX, event.offsetY));
    canvas.addEventListener("pointerleave", () => this.#leave());
    canvas.addEventListener("click", (event) => {
      this.#point(event.offsetX, event.offsetY);
      this.#take(this.#whose, this.#at);
    });
  }

  /** @param {number} _seconds */
  advance(_seconds) {
    return false;
  }

  /** @param {Content} content */
  show(content) {
    this.#content = content;
    const told = JSON.stringify([content.early, content.runs.map(({ name, style }) => [name, style])]);
    if (told !== this.#told) {
      this.#bests = content.runs.map(
        ({ name }, i) => new Best(name, content.early, (at) => this.#take(i, at), this.live, i),
      );
      this.bests.replaceChildren(...this.#bests.map(({ root }) => root));
    }
    this.#told = told;
    this.update();
    const { outcome } = content;
    const what = outcome === "final" ? "Loss after the last step" : "Steps until the threshold";
    this.sheet.canvas.setAttribute("aria-label", `${what} against the learning rate; the buttons below name the best`);
  }

  /** Values are others. */
  update() {
    this.#bests.forEach((best, i) =>
      best.tell(/** @type {Content} */ (this.#content).rates, this.#of(i), this.#lost(i)),
    );
  }

  /** @param {number} i the values of this run */
  #of(i) {
    const { values, rates } = /** @type {Content} */ (this.#content);
    return values.subarray(i * rates.length, (i + 1) * rates.length);
  }

  /** @param {number} i at which steps this run diverged */
  #lost(i) {
    const { diverged, rates } = /** @type {Content} */ (this.#content);
    return diverged.subarray(i * rates.length, (i + 1) * rates.length);
  }

  /** @param {number} run @param {number} rate */
  #take(run, rate) {
    if (!this.#content || run < 0 || rate < 0) return;
    const { name } = this.#content.runs[run];
    this.pick({ settings: { [name]: { lr: this.#content.rates[rate] } } });
  }

  /** @param {Theme} theme */
  draw(theme) {
    if (!this.#content) return;
    this.sheet.fit();
    this.sheet.clear();
    const { runs, rates, values, steps, start_loss, outcome } = this.#content;
    const { width, height } = this.sheet;
    const bottom = height - 44;
    this.#left = 58;
    this.#top = 24 + runs.length * (BAR + GAP) + 8;
    this.#x = logarithmic([rates[0], rates[rates.length - 1]], [this.#left, width - 14]);
    this.#y = axisOf(values, start_loss, outcome === "reached" ? steps : null, [bottom, this.#top]);
    this.#drawAxes(theme, bottom);
    this.#drawStart(theme);
    runs.forEach((run, i) => {
      this.#drawLost(run, i, theme);
      this.#drawLine(run, i, theme, bottom);
    });
    this.#drawCurrent(theme, bottom);
    this.bests.querySelectorAll("canvas").forEach((canvas, i) => drawSample(canvas, runs[i], theme));
  }

  /** @param {Theme} theme @param {number} bottom */
  #drawAxes(theme, bottom) {
    const { context, width } = this.sheet;
    const { rates, outcome, steps } = /** @type {Content} */ (this.#content);
    const frame = { left: this.#left, top: 20, right: width - 14, bottom };
    const powers = decades([rates[0], rates[rates.length - 1]], width / 70);
    drawAxis(context, "left", marksAt(this.#y.ticks, this.#y.scale), frame, theme, { grid: true });
    drawAxis(context, "below", marksAt(powers, this.#x), frame, theme, { grid: true });
    nameAxes(context, ["learning rate", ""], frame, theme);
    context.font = numberFont(theme);
    context.textBaseline = "top";
    context.textAlign = "left";
    const what = outcome === "final" ? `loss after ${steps} steps` : "steps until the loss is low enough";
    context.fillText(what, this.#left, 2);
    context.fillStyle = theme.soft;
    context.textAlign = "right";
    context.fillText(`bars: ${/** @type {Content} */ (this.#content).early}`, width - 14, 2);
  }

  /** The loss at the start. @param {Theme} theme */
  #drawStart(theme) {
    const { context, width } = this.sheet;
    const { outcome, start_loss } = /** @type {Content} */ (this.#content);
    if (outcome !== "final") return;
    const at = this.#y.scale(start_loss);
    context.setLineDash([2, 4]);
    context.strokeStyle = theme.soft;
    context.beginPath();
    context.moveTo(this.#left, at);
    context.lineTo(width - 14, at);
    context.stroke();
    context.setLineDash([]);
    context.textAlign = "left";
    context.textBaseline = "bottom";
    context.fillStyle = theme.soft;
    context.fillText("at the start", this.#left + 4, at - 2);
  }

  /** @param {Run} run @param {number} i @param {Theme} theme */
  #drawLost(run, i, theme) {
    const { context } = this.sheet;
    const { rates } = /** @type {Content} */ (this.#content);
    const half = (this.#x(rates[1]) - this.#x(rates[0])) / 2;
    context.fillStyle = colourOf(run, theme);
    this.#lost(i).forEach((step, k) => {
      if (!Number.isFinite(step)) return;
      const [from, to] = [Math.max(this.#left, this.#x(rates[k]) - half), this.#x(rates[k]) + half];
      context.fillRect(from, 20 + i * (BAR + GAP), to - from + 0.5, BAR);
    });
  }

  /** @param {Run} run @param {number} i @param {Theme} theme @param {number} bottom */
  #drawLine(run, i, theme, bottom) {
    const { context, width } = this.sheet;
    const { rates } = /** @type {Content} */ (this.#content);
    context.save();
    context.beginPath();
    context.rect(this.#left, this.#top - 3, width - 14 - this.#left, bottom - this.#top + 6);
    context.clip();
    context.strokeStyle = colourOf(run, theme);
    context.globalAlpha = this.#whose >= 0 && this.#whose !== i ? 0.35 : 1;
    context.lineWidth = (this.#whose === i ? 1.6 : 1) * LINE * theme.scale;
    context.lineJoin = "round";
    context.setLineDash(dashOf(run, LINE * theme.scale));
    context.beginPath();
    let drawing = false;
    this.#of(i).forEach((value, k) => {
      if (Number.isNaN(value)) return; // not known yet: the line goes on to what is
      if (Number.isFinite(value)) {
        const at = this.#pixel(value);
        if (drawing) context.lineTo(this.#x(rates[k]), at);
        else context.moveTo(this.#x(rates[k]), at);
      }
      drawing = Number.isFinite(value);
    });
    context.stroke();
    context.restore();
  }

  /** Where each optimizer's setting in the race stands. @param {Theme} theme @param {number} bottom */
  #drawCurrent(theme, bottom) {
    const { runs, rates } = /** @type {Content} */ (this.#content);
    const { context } = this.sheet;
    const shown = runs.filter(({ current }) => inside(current ?? NaN, rates)); // it may change on the way
    const places = shown.map(({ current }) => this.#x(Number(current)));
    const apart = APART * theme.scale;
    stacked(places, apart).forEach((level, k) => {
      const [run, x, y] = [shown[k], places[k], bottom - level * apart];
      context.fillStyle = theme.soft;
      if (level) context.fillRect(x - 0.5, y, 1, apart);
      drawHead(context, run.style.marker, x, y, 5 * theme.scale, colourOf(run, theme), theme.paper);
    });
    if (this.#at < 0) return;
    context.fillStyle = theme.soft;
    context.fillRect(this.#x(rates[this.#at]) - 0.5, 20, 1, bottom - 20);
    const value = this.#whose < 0 ? NaN : this.#of(this.#whose)[this.#at];
    if (!Number.isFinite(value)) return;
    const run = runs[this.#whose];
    drawHead(
      context,
      run.style.marker,
      this.#x(rates[this.#at]),
      this.#pixel(value),
      6,
      colourOf(run, theme),
      theme.paper,
    );
  }

  /** Canvas lines may not go to infinity. @param {number} value */
  #pixel(value) {
    const low = this.#y.log && value <= 0 ? 9999 : this.#y.scale(value);
    return Math.max(-9999, Math.min(9999, low));
  }

  /** @param {number} px @param {number} py */
  #point(px, py) {
    if (!this.#content) return;
    const { early, rates, runs, outcome } = this.#content;
    let at = -1;
    rates.forEach((rate, k) => {
      if (at < 0 || Math.abs(this.#x(rate) - px) < Math.abs(this.#x(rates[at]) - px)) at = k;
    });
    const rows = runs
      .map((run, i) => ({ run, i, value: this.#of(i)[at], lost: this.#lost(i)[at] }))
      .filter(({ value }) => !Number.isNaN(value));
    const lines = rows.filter(({ value }) => Number.isFinite(value));
    lines.sort((a, b) => Math.abs(this.#pixel(a.value) - py) - Math.abs(this.#pixel(b.value) - py));
    const near = lines.length && Math.abs(this.#pixel(lines[0].value) - py) < NEAR;
    const bar = Math.floor((py - 20) / (BAR + GAP));
    this.#at = at;
    this.#whose = near ? lines[0].i : bar >= 0 && bar < runs.length && Number.isFinite(this.#lost(bar)[at]) ? bar : -1;
    this.sheet.canvas.style.cursor = this.#whose >= 0 ? "pointer" : "crosshair";
    rows.sort((a, b) => b.value - a.value);
    this.reading.tell(
      px,
      `lr ${short(rates[at])}`,
      rows.map(({ run, value, lost }) => [
        run.name,
        Number.isFinite(lost) ? `${early} at step ${lost}` : said(value, outcome),
      ]),
    );
    this.changed();
  }

  #leave() {
    this.#at = this.#whose = -1;
    this.reading.hide();
    this.changed();
  }
}

/** @param {number} value @param {Float64Array} rates */
function inside(value, rates) {
  return value >= rates[0] && value <= rates[rates.length - 1];
}

/** @param {number} value @param {string} outcome */
function said(value, outcome) {
  if (Number.isFinite(value)) return short(value);
  return outcome === "reached" ? "not in time" : "–";
}

/** @param {HTMLCanvasElement} canvas @param {Run} run @param {Theme} theme */
function drawSample(canvas, run, theme) {
  const sheet = new HiDpiCanvas(canvas);
  sheet.fit();
  const { context, width, height } = sheet;
  context.strokeStyle = colourOf(run, theme);
  context.lineWidth = LINE;
  context.setLineDash(dashOf(run, LINE));
  context.beginPath();
  context.moveTo(2, height / 2);
  context.lineTo(width - 12, height / 2);
  context.stroke();
  context.setLineDash([]);
  drawHead(context, run.style.marker, width - 10, height / 2, 5, colourOf(run, theme), theme.paper);
}
