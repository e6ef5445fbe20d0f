/** A quantity over the steps, all optimizers in one chart, with the player's time as its cursor. */

import { Sheet } from "./canvas.js";
import { dashOf, drawHead } from "./marks.js";
import { decades, linear, logarithmic, short, ticks } from "./scale.js";

/** @typedef {import("./payload.js").Race} Race */
/** @typedef {import("./payload.js").Run} Run */
/** @typedef {import("./payload.js").Surface} Surface */
/** @typedef {import("./theme.js").Theme} Theme */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {"loss" | "accuracy"} Quantity */

const LINE = 1.7;
const MARGIN = { left: 46, top: 10, right: 12, bottom: 24 };

export class Chart {
  /** @type {Quantity} */
  quantity = "loss";
  logarithmic = true;
  #stale = true;
  #x = linear([0, 1], [0, 1]);
  #y = linear([0, 1], [0, 1]);
  /** @type {Sheet | null} */ #faint = null; // axes, and the curves as they will be
  /** @type {Sheet | null} */ #bright = null; // the curves as far as they have come

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(time: number) => void} seek called with the time that was clicked, in steps
   */
  constructor(canvas, seek) {
    this.sheet = new Sheet(canvas);
    /** @type {Surface | null} */ this.surface = null;
    /** @type {Race | null} */ this.race = null;
    const scrub = (/** @type {PointerEvent} */ event) => {
      if (event.buttons & 1) seek(this.#x.invert(event.offsetX));
    };
    canvas.addEventListener("pointerdown", scrub);
    canvas.addEventListener("pointermove", scrub);
  }

  /**
   * @param {Surface} surface
   * @param {Race} race
   */
  show(surface, race) {
    this.surface = surface;
    this.race = race;
    this.refresh();
  }

  /** Draw everything anew next time. */
  refresh() {
    this.#stale = true;
  }

  /** Whether the loss can stand on a logarithmic axis: none of it is negative or zero all along. */
  get canBeLogarithmic() {
    return !!this.race?.runs.every(({ loss }) => loss.every((value) => !(value < 0)));
  }

  /**
   * @param {number} time in steps
   * @param {Set<string>} hidden
   * @param {Theme} theme
   */
  draw(time, hidden, theme) {
    if (!this.race) return;
    if (this.sheet.fit() || this.#stale) this.#prepare(hidden, theme);
    const cursor = this.#x(time);
    this.sheet.clear();
    this.sheet.lay(/** @type {Sheet} */ (this.#faint));
    this.sheet.lay(/** @type {Sheet} */ (this.#bright), cursor);
    const { context } = this.sheet;
    context.fillStyle = theme.soft;
    context.fillRect(cursor - 0.5, MARGIN.top, 1, this.sheet.height - MARGIN.top - MARGIN.bottom);
    for (const run of this.#shown(hidden)) this.#drawHead(context, run, time, theme);
  }

  /** @param {Set<string>} hidden */
  #shown(hidden) {
    return /** @type {Race} */ (this.race).runs.filter(({ name }) => !hidden.has(name));
  }

  /** @param {Run} run */
  #values(run) {
    return this.quantity === "accuracy" && run.accuracy ? run.accuracy : run.loss;
  }

  /**
   * @param {Set<string>} hidden
   * @param {Theme} theme
   */
  #prepare(hidden, theme) {
    this.#stale = false;
    const { width, height } = this.sheet;
    const steps = /** @type {Race} */ (this.race).steps;
    this.#x = linear([0, steps], [MARGIN.left, width - MARGIN.right]);
    this.#faint = this.sheet.twin();
    this.#bright = this.sheet.twin();
    const log = this.quantity === "loss" && this.logarithmic && this.canBeLogarithmic;
    const domain = log ? this.#logDomain(hidden) : this.#domain(hidden);
    this.#y = (log ? logarithmic : linear)(domain, [height - MARGIN.bottom, MARGIN.top]);
    this.#drawAxes(this.#faint.context, theme, domain, log);
    for (const run of this.#shown(hidden)) {
      this.#drawCurve(this.#faint.context, run, theme, 0.28);
      this.#drawCurve(this.#bright.context, run, theme, 1);
    }
  }

  /**
   * Losses outside the picture (a run that leaves it) may be huge: the axis ends where the
   * picture's own losses and the start's do.
   * @param {Set<string>} hidden
   * @returns {[number, number]}
   */
  #domain(hidden) {
    if (this.quantity === "accuracy") return [0, 1];
    const { low, high } = /** @type {Surface} */ (this.surface);
    const values = this.#shown(hidden).flatMap((run) => [...run.loss].filter(Number.isFinite));
    const begin = Math.max(low, Math.min(...values));
    const top = Math.max(...this.#shown(hidden).map(({ loss }) => loss[0]));
    const end = Math.min(high, Math.max(top * 1.15, Math.min(Math.max(...values), top * 1.6)));
    const room = 0.06 * (end - begin || 1);
    return Number.isFinite(begin + end) ? [begin - room, end + room] : [0, 1];
  }

  /**
   * @param {Set<string>} hidden
   * @returns {[number, number]}
   */
  #logDomain(hidden) {
    const { high } = /** @type {Surface} */ (this.surface);
    let [begin, end] = [Infinity, 0];
    for (const { loss } of this.#shown(hidden)) {
      for (const value of loss) {
        if (value > 0) begin = Math.min(begin, value);
        if (value <= high) end = Math.max(end, value);
      }
    }
    if (!(begin < end)) return [begin < Infinity ? begin / 10 : 0.1, begin < Infinity ? begin * 10 : 10];
    const room = (end / begin) ** 0.05;
    return [begin / room, end * room];
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Theme} theme
   * @param {[number, number]} domain
   * @param {boolean} log
   */
  #drawAxes(context, theme, domain, log) {
    const { width, height } = this.sheet;
    const [left, right, bottom] = [MARGIN.left, width - MARGIN.right, height - MARGIN.bottom];
    const count = (bottom - MARGIN.top) / 34;
    const wide = log && Math.log10(domain[1] / domain[0]) > 1.5;
    const percent = this.quantity === "accuracy";
    context.font = `11px ${theme.font}`;
    context.textAlign = "right";
    context.textBaseline = "middle";
    for (const value of wide ? decades(domain, count) : ticks(domain, count)) {
      const at = this.#y(value);
      context.fillStyle = theme.dark ? "rgba(255,255,255,0.09)" : "rgba(30,40,60,0.1)";
      context.fillRect(left, at - 0.5, right - left, 1);
      context.fillStyle = theme.soft;
      context.fillText(percent ? `${Math.round(100 * value)} %` : short(value), left - 7, at);
    }
    context.textAlign = "center";
    context.textBaseline = "top";
    for (const step of ticks([0, this.race?.steps ?? 1], (right - left) / 70)) {
      if (!Number.isInteger(step)) continue;
      context.fillText(String(step), this.#x(step), bottom + 7);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Run} run
   * @param {Theme} theme
   * @param {number} opacity
   */
  #drawCurve(context, run, theme, opacity) {
    const { width, height } = this.sheet;
    context.save();
    context.beginPath();
    context.rect(MARGIN.left, MARGIN.top - 4, width - MARGIN.left, height - MARGIN.top - MARGIN.bottom + 8);
    context.clip();
    context.globalAlpha = opacity;
    context.strokeStyle = theme.dark ? run.look.dark : run.look.light;
    context.lineWidth = LINE;
    context.lineJoin = "round";
    context.setLineDash(dashOf(run, LINE));
    context.beginPath();
    this.#values(run).forEach((value, k) => {
      if (Number.isFinite(value)) context.lineTo(this.#x(k), this.#pixel(value));
    });
    context.stroke();
    context.restore();
  }

  /** @param {number} value */
  #pixel(value) {
    return Math.max(-9999, Math.min(9999, this.#y(value)));
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Run} run
   * @param {number} time
   * @param {Theme} theme
   */
  #drawHead(context, run, time, theme) {
    const values = this.#values(run);
    const k = Math.floor(time);
    const [now, next] = [values[k], values[Math.min(k + 1, values.length - 1)]];
    if (!Number.isFinite(now)) return;
    const to = Number.isFinite(next) ? this.#pixel(next) : this.#pixel(now);
    const y = this.#pixel(now) + (time - k) * (to - this.#pixel(now));
    if (y < MARGIN.top - 4 || y > this.sheet.height - MARGIN.bottom + 4) return;
    const colour = theme.dark ? run.look.dark : run.look.light;
    drawHead(context, run.look.marker, this.#x(time), y, 3.6, colour, theme.paper);
  }
}
