/** The samples behind the loss: this step's minibatch, and what each optimizer draws through them. */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { linear, ticks } from "../core/scale.js";
import { drawAxis, drawFrame, marksAt } from "./axes.js";
import { TRAIL_WIDTH, colourOf, dashOf } from "./marks.js";
import { through } from "./samplelines.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../core/payload.js").Samples} Samples */
/** @typedef {import("../core/theme.js").Theme} Theme */

const MANY = 1000; // samples, which are drawn small
const LONGEST = 22; // characters of a name in the picture
const MARGIN = { left: 34, top: 30, right: 10, bottom: 26 };
const LINE = 15; // pixels of the name below the axis

export class SamplesView {
  #stale = true;
  /** What the picture shows of each axis. @type {[number, number][]} */
  #spans = [];
  #bottom = MARGIN.bottom;
  #x = linear([0, 1], [0, 1]);
  #y = linear([0, 1], [0, 1]);
  /** @type {Surface | null} */ #surface = null;
  /** @type {Race | null} */ #race = null;

  /** @param {HTMLElement} box */
  constructor(box) {
    const label = "The samples, this step's minibatch and the line of each optimizer";
    this.samples = new HiDpiCanvas(element("canvas"));
    this.lines = new HiDpiCanvas(element("canvas", { role: "img", "aria-label": label }));
    box.append(this.samples.canvas, this.lines.canvas);
  }

  /**
   * @param {Surface} surface
   * @param {Race} race
   */
  show(surface, race) {
    this.#surface = surface;
    this.#race = race;
    this.#stale = true;
  }

  refresh() {
    this.#stale = true;
  }

  /**
   * @param {number} time in steps
   * @param {import("../core/hidden.js").Hidden} hidden
   * @param {Theme} theme
   */
  draw(time, hidden, theme) {
    if (!this.#surface?.samples || !this.#race) return;
    if (this.samples.fit() || this.#stale) this.#drawSamples(theme);
    this.lines.fit();
    this.lines.clear();
    const { context } = this.lines;
    this.#drawMinibatch(context, Math.floor(time), theme);
    context.save();
    context.beginPath();
    context.rect(
      MARGIN.left,
      MARGIN.top,
      this.lines.width - MARGIN.left - MARGIN.right,
      this.lines.height - MARGIN.top - this.#bottom,
    );
    context.clip();
    for (const run of this.#race.runs) {
      context.globalAlpha = hidden.opacity(run.name);
      if (!hidden.has(run.name)) this.#drawLine(context, run, time, theme);
    }
    context.restore();
  }

  /** @param {Theme} theme */
  #drawSamples(theme) {
    this.#stale = false;
    const { context, width, height } = this.samples;
    const { points, labels, classes, names } = this.#samples;
    const spans = [0, 1].map((axis) => span(points, axis));
    this.#spans = spans;
    this.#bottom = MARGIN.bottom + (names[0] ? LINE : 0);
    this.#x = linear(spans[0], [MARGIN.left, width - MARGIN.right]);
    this.#y = linear(spans[1], [height - this.#bottom, MARGIN.top]);
    this.samples.clear();
    this.#drawAxes(context, spans, theme);
    context.lineWidth = 1.3;
    const radius = labels.length > MANY ? 1.8 : 3;
    labels.forEach((label, i) => {
      const full = classes.length ? label : 1;
      dot(context, this.#x(points[2 * i]), this.#y(points[2 * i + 1]), radius, full, theme.soft, theme.paper);
    });
    this.#drawKey(context, classes, theme);
    this.#drawNames(context, names, theme);
  }

  /** @returns {Samples} */
  get #samples() {
    return /** @type {Samples} */ (this.#surface?.samples);
  }

  /**
   * What is across, below the axis, and what is up, inside of the frame.
   * @param {CanvasRenderingContext2D} context
   * @param {[string, string]} names
   * @param {Theme} theme
   */
  #drawNames(context, [across, up], theme) {
    const { width, height } = this.samples;
    context.strokeStyle = theme.paper;
    context.fillStyle = theme.ink;
    context.lineWidth = 3;
    const write = (/** @type {string} */ name, /** @type {number} */ x, /** @type {number} */ y) => {
      context.strokeText(brief(name), x, y);
      context.fillText(brief(name), x, y);
    };
    context.textAlign = "right";
    context.textBaseline = "bottom";
    write(across, width - MARGIN.right, height);
    context.textAlign = "left";
    context.textBaseline = "top";
    write(up, MARGIN.left + 6, MARGIN.top + 5);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {[number, number][]} spans
   * @param {Theme} theme
   */
  #drawAxes(context, spans, theme) {
    const { left, top } = MARGIN;
    const frame = { left, top, right: this.samples.width - MARGIN.right, bottom: this.samples.height - this.#bottom };
    drawAxis(context, "below", marksAt(ticks(spans[0], 5), this.#x), frame, theme);
    drawAxis(context, "left", marksAt(ticks(spans[1], 5), this.#y), frame, theme);
    drawFrame(context, frame, theme);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {string[]} classes
   * @param {Theme} theme
   */
  #drawKey(context, classes, theme) {
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillStyle = theme.ink;
    let x = MARGIN.left + 6;
    const labels = classes.map((text, label) => /** @type {[number, string]} */ ([label, brief(text)])).reverse();
    for (const [label, text] of [...labels, /** @type {[number, string]} */ ([2, "this step's minibatch"])]) {
      if (label === 2) ring(context, x, MARGIN.top - 14, theme);
      dot(context, x, MARGIN.top - 14, 3, classes.length ? label % 2 : 1, theme.soft, theme.paper);
      context.fillStyle = theme.ink;
      context.fillText(text, x + 10, MARGIN.top - 13);
      x += 26 + context.measureText(text).width;
    }
  }

  /**
   * Ring the samples that the step after this one sees.
   * @param {CanvasRenderingContext2D} context
   * @param {number} step
   * @param {Theme} theme
   */
  #drawMinibatch(context, step, theme) {
    const { batches, steps } = /** @type {Race} */ (this.#race);
    const points = this.#surface?.samples?.points;
    if (!batches || !points) return;
    const size = batches.length / steps;
    const row = Math.min(step, steps - 1);
    for (const i of batches.subarray(row * size, (row + 1) * size)) {
      ring(context, this.#x(points[2 * i]), this.#y(points[2 * i + 1]), theme);
    }
  }

  /**
   * What the weights of a run draw through the samples.
   * @param {CanvasRenderingContext2D} context
   * @param {Run} run
   * @param {number} time
   * @param {Theme} theme
   */
  #drawLine(context, run, time, theme) {
    const k = Math.floor(time);
    const next = Math.min(k + 1, run.loss.length - 1);
    const weights = [0, 1].map((axis) => {
      const [now, then] = [run.x[2 * k + axis], run.x[2 * next + axis]];
      return Number.isFinite(then) ? now + (time - k) * (then - now) : now;
    });
    const line = through(this.#samples.kind, weights, this.#spans);
    if (!line.length) return;
    context.beginPath();
    for (const [x, y] of line) context.lineTo(this.#x(x), this.#y(y));
    context.setLineDash(dashOf(run, TRAIL_WIDTH));
    context.lineWidth = TRAIL_WIDTH * theme.scale;
    context.strokeStyle = colourOf(run, theme);
    context.stroke();
    context.setLineDash([]);
  }
}

/** A name that fits. @param {string} name */
function brief(name) {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

/**
 * @param {Float64Array} points
 * @param {number} axis
 * @returns {[number, number]}
 */
function span(points, axis) {
  const values = Array.from(points).filter((_, i) => i % 2 === axis);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = 0.06 * (high - low) || 1; // of a single value, too, there is a picture
  return [low - room, high + room];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {number} label 1 is full, 0 hollow
 * @param {string} colour
 * @param {string} paper
 */
function dot(context, x, y, radius, label, colour, paper) {
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
  context.fillStyle = label ? colour : paper;
  context.strokeStyle = colour;
  context.fill();
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} x
 * @param {number} y
 * @param {Theme} theme
 */
function ring(context, x, y, theme) {
  context.beginPath();
  context.arc(x, y, 7.5, 0, 7);
  context.lineWidth = 2.4;
  context.strokeStyle = theme.ink;
  context.stroke();
  context.lineWidth = 1.3;
}
