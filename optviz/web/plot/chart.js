/** A quantity over the steps, all optimizers in one chart, with the player's time as its cursor. */

import look from "../look.json" with { type: "json" };
import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { short } from "../core/numbers.js";
import { decades, linear, logarithmic, ticks } from "../core/scale.js";
import { changeSteps } from "../core/settings.js";
import { drawAxis, marksAt } from "./axes.js";
import { drawBand } from "./bands.js";
import { Below } from "./below.js";
import { ChartReading } from "./chartreading.js";
import { byPowers, even, goesBelow } from "./domains.js";
import { drawLimits, limitsOf, withLimits } from "./limits.js";
import { colourOf, dashOf, drawChange, drawHead } from "./marks.js";
import { QUANTITIES } from "./quantities.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("../core/scale.js").Scale} Scale */
/** @typedef {import("./quantities.js").Quantity} Quantity */

const LINE = 1.7;
const FAINT = 0.28; // opacity of what is still to come
const LANE = 18; // pixels below a logarithmic axis for values of 0 or less, at a desk
const MARGIN = { left: 46, top: 10, right: 12, bottom: 24 }; // at a desk; see Theme.scale

export class Chart {
  /** @type {Quantity} */
  quantity = QUANTITIES[1];
  #stale = true;
  #pointed = NaN; // where the pointer is, in pixels from the left
  #margin = MARGIN;
  #x = linear([0, 1], [0, 1]);
  #y = linear([0, 1], [0, 1]);
  /** @type {HiDpiCanvas | null} */ #faint = null; // axes, and the curves as they will be
  /** @type {HiDpiCanvas | null} */ #bright = null; // the curves as far as they have come
  #painted = false; // both sheets
  /** @type {[number, number]} */ #range = [0, 1]; // of the values
  /** @type {Map<Run, ArrayLike<number>>} */ #values = new Map();
  #below = new Below([], 1);
  /** @type {Run[]} */ #runs = []; // those that are shown
  /** @type {import("./limits.js").Limit[]} */ #limits = [];
  /** Of the race before. @type {Run[]} */ #ghosts = [];
  /** The quartiles of the loss under other seeds, by a run's name. @type {Map<string, import("./bands.js").Band>} */
  bands = new Map();
  #lane = 0; // height of the lane for values of 0 or less; 0 where there is none

  /**
   * @param {HTMLElement} box
   * @param {(time: number) => void} seek called with the time that was clicked, in steps
   * @param {() => void} changed asks for a frame
   */
  constructor(box, seek, changed) {
    const canvas = element("canvas", {
      role: "img",
      tabindex: "0",
      "aria-label": "The chosen quantity over the steps",
    });
    this.reading = new ChartReading(box);
    box.prepend(canvas);
    this.sheet = new HiDpiCanvas(canvas);
    /** @type {Surface | null} */ this.surface = null;
    /** @type {Race | null} */ this.race = null;
    const scrub = (/** @type {PointerEvent} */ event) => {
      if (event.buttons & 1 && this.#below.steps) seek(this.#x.invert(event.offsetX));
      this.#pointed = event.offsetX;
      changed();
    };
    canvas.addEventListener("pointerdown", scrub);
    canvas.addEventListener("pointermove", scrub);
    canvas.addEventListener("pointerleave", () => {
      this.#pointed = NaN;
      changed();
    });
    for (const each of ["focus", "blur"]) canvas.addEventListener(each, changed);
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

  /** Show other runs faintly under the race. @param {Run[]} runs */
  haunt(runs) {
    if (runs !== this.#ghosts) this.refresh();
    this.#ghosts = runs;
  }

  /** Draw everything anew next time. */
  refresh() {
    this.#stale = true;
  }

  /**
   * @param {number} time in steps
   * @param {import("../core/hidden.js").Hidden} hidden
   * @param {Theme} theme
   */
  draw(time, hidden, theme) {
    if (!this.race) return;
    if (this.sheet.fit() || this.#stale) this.#measure(hidden, theme);
    const cursor = this.#x(time);
    this.sheet.clear();
    if (!this.#below.steps) {
      this.#drawAxes(this.sheet.context, theme);
      for (const run of this.#runs) {
        const opacity = hidden.opacity(run.name);
        this.#drawCurve(this.sheet.context, run, theme, FAINT * opacity);
        this.#drawCurve(this.sheet.context, run, theme, opacity, undefined, time);
      }
    } else if (time >= this.race.steps) {
      // Nothing is faint: drawn at once, which while a start is dragged saves two sheets in every frame.
      this.#drawAxes(this.sheet.context, theme);
      for (const run of this.#runs) this.#drawCurve(this.sheet.context, run, theme, hidden.opacity(run.name));
    } else {
      if (!this.#painted) this.#paint(theme, hidden);
      this.sheet.lay(/** @type {HiDpiCanvas} */ (this.#faint));
      this.sheet.lay(/** @type {HiDpiCanvas} */ (this.#bright), cursor);
    }
    const { context } = this.sheet;
    if (this.#below.steps) this.#drawCursor(cursor, theme.soft);
    for (const run of this.#runs) {
      context.globalAlpha = hidden.opacity(run.name);
      this.#drawHead(context, run, time, theme);
    }
    context.globalAlpha = 1;
    this.#read(time, hidden, theme);
  }

  /**
   * @param {import("../core/hidden.js").Hidden} hidden
   * @param {Theme} theme
   */
  #measure(hidden, theme) {
    this.#stale = this.#painted = false;
    const { width, height } = this.sheet;
    const { runs, steps } = /** @type {Race} */ (this.race);
    this.#runs = runs.filter(({ name }) => !hidden.has(name));
    const ghosts = this.#ghosts.filter(({ name }) => !hidden.has(name));
    this.#values = new Map([...ghosts, ...this.#runs].map((run) => [run, this.quantity.values(run) ?? []]));
    this.#margin = { ...MARGIN, left: 28 + 18 * theme.scale, bottom: 10 + 14 * theme.scale };
    this.#below = new Below([...ghosts, ...this.#runs], steps, this.quantity.across);
    this.#x = linear([0, this.#below.end], [this.#margin.left, width - this.#margin.right]);
    this.#limits = limitsOf(this.#runs, this.quantity);
    this.#range = this.#domain();
    const below = this.quantity.signed && this.#runs.some((run) => goesBelow(this.#of(run)));
    this.#lane = below ? LANE * theme.scale : 0;
    const span = /** @type {[number, number]} */ ([height - this.#margin.bottom - this.#lane, this.#margin.top]);
    this.#y = (this.quantity.log ? logarithmic : linear)(this.#range, span);
  }

  /**
   * Both sheets, which every moment is put together from.
   * @param {Theme} theme
   * @param {import("../core/hidden.js").Hidden} hidden
   */
  #paint(theme, hidden) {
    this.#painted = true;
    this.#faint = this.sheet.twin(this.#faint);
    this.#bright = this.sheet.twin(this.#bright);
    this.#drawAxes(this.#faint.context, theme);
    for (const run of this.#runs) {
      const opacity = hidden.opacity(run.name);
      this.#drawCurve(this.#faint.context, run, theme, FAINT * opacity);
      this.#drawCurve(this.#bright.context, run, theme, opacity);
    }
  }

  /** @returns {[number, number]} */
  #domain() {
    const { id, log } = this.quantity;
    if (id === "accuracy") return [0, 1];
    const { low, high } = /** @type {Surface} */ (this.surface);
    const values = [...this.#values.values()];
    if (!log) return even(values, low, high);
    return withLimits(byPowers(values, id === "log" || id === "cost" ? high : 1e12), this.#limits);
  }

  get #frame() {
    const { left, top, right, bottom } = this.#margin;
    return { left, top, right: this.sheet.width - right, bottom: this.sheet.height - bottom };
  }

  /** @param {Run} run @returns {ArrayLike<number>} */
  #of(run) {
    return this.#values.get(run) ?? [];
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Theme} theme
   */
  #drawAxes(context, theme) {
    const domain = this.#range;
    const frame = this.#frame;
    const count = (frame.bottom - this.#lane - frame.top) / 34;
    const wide = this.quantity.log && Math.log10(domain[1] / domain[0]) > 1.5;
    const values = wide ? decades(domain, count) : ticks(domain, count);
    const levels = marksAt(values, this.#y, (value) => this.#text(value));
    if (this.#lane) levels.push({ at: this.#pixel(0), text: "≤ 0" });
    drawAxis(context, "left", levels, frame, theme, { grid: true });
    drawAxis(context, "below", this.#numbersBelow(context), frame, theme);
    drawLimits(context, this.#limits, this.#x, this.#y, frame, theme);
    for (const run of this.quantity.banded ? this.#runs : []) {
      const band = this.bands.get(run.name);
      if (band) drawBand(context, band, colourOf(run, theme), this.#x, (value) => this.#pixel(value), frame);
    }
    const { opacity, width } = look.ghost;
    for (const run of this.#values.keys()) {
      if (this.#ghosts.includes(run)) this.#drawCurve(context, run, theme, opacity, width * theme.scale);
    }
  }

  /**
   * Round steps, or costs, and the last one, which takes the place of a round one that is too near.
   * @param {CanvasRenderingContext2D} context with the font of numbers
   */
  #numbersBelow(context) {
    const { width } = this.sheet;
    const last = this.#below.end;
    const room = 1.6 * context.measureText(String(last)).width;
    const round = ticks([0, last], (this.#x(last) - this.#x(0)) / 70).filter(Number.isInteger);
    return [...round.filter((each) => this.#x(last) - this.#x(each) > room), last].map((step) => {
      const half = context.measureText(String(step)).width / 2;
      return { at: Math.min(this.#x(step), width - half - 2), text: String(step) };
    });
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Run} run
   * @param {Theme} theme
   * @param {number} opacity
   * @param {number} [thick]
   * @param {number} [until] the step up to which it is drawn
   */
  #drawCurve(context, run, theme, opacity, thick = LINE * theme.scale, until = Infinity) {
    const { width, height } = this.sheet;
    context.save();
    context.beginPath();
    context.rect(
      this.#margin.left,
      this.#margin.top - 4,
      width - this.#margin.left,
      height - this.#margin.top - this.#margin.bottom + 8,
    );
    context.clip();
    context.globalAlpha = opacity;
    context.strokeStyle = colourOf(run, theme);
    context.lineWidth = thick;
    context.lineJoin = "round";
    context.setLineDash(dashOf(run, thick));
    context.beginPath();
    const values = this.#of(run);
    const end = Math.min(values.length, /** @type {Race} */ (this.race).steps + 1); // others may be longer
    for (let k = 0; k < end && k <= until; k++) {
      if (Number.isFinite(values[k])) context.lineTo(this.#right(run, k), this.#pixel(values[k]));
    }
    const head = until < end ? this.#headAt(run, until) : null;
    if (head) context.lineTo(...head);
    context.stroke();
    context.setLineDash([]);
    for (const step of this.#ghosts.includes(run) ? [] : changeSteps(run)) {
      if (Number.isFinite(values[step]))
        drawChange(context, this.#right(run, step), this.#pixel(values[step]), colourOf(run, theme), theme);
    }
    context.restore();
  }

  /** @param {number} value */
  #text(value) {
    return this.quantity.id === "accuracy" ? `${Number((100 * value).toFixed(1))} %` : short(value);
  }

  /**
   * How a value stands to what its run's settings allow.
   * @param {Run} run
   * @param {number} value
   * @param {number} step
   */
  #beside(run, value, step) {
    const limit = limitsOf([run], this.quantity).find(({ from, to }) => from <= step && step <= to);
    if (!limit) return "";
    return ` ${value > limit.value ? ">" : value < limit.value ? "<" : "="} ${this.#text(limit.value)}`;
  }

  /**
   * Show each optimizer's value at the step under the pointer, or at the cursor while the chart has the focus by a key.
   * @param {number} time in steps
   * @param {import("../core/hidden.js").Hidden} hidden
   * @param {Theme} theme
   */
  #read(time, hidden, theme) {
    const { context, canvas, width } = this.sheet;
    const byKey = Number.isNaN(this.#pointed) && canvas.matches(":focus-visible");
    const step = byKey ? this.#below.placeOfAll(Math.floor(time)) : Math.round(this.#x.invert(this.#pointed));
    if (!(step >= 0 && step <= this.#below.end)) return this.reading.hide();
    const px = this.#x(step);
    this.#drawCursor(px, theme.ink);
    for (const run of this.#runs) {
      const k = this.#below.step(run, step);
      const value = this.#of(run)[k];
      if (!Number.isFinite(value) || hidden.opacity(run.name) < 1) continue;
      context.beginPath();
      context.arc(this.#right(run, k), this.#pixel(value), 2.6 * theme.scale, 0, 7);
      context.fillStyle = colourOf(run, theme);
      context.fill();
    }
    this.reading.tell(`${this.#below.steps ? "step" : "cost"} ${step}`, px, width, this.#runs, (run) => {
      const k = this.#below.step(run, step);
      const value = this.#of(run)[k];
      return [value, this.#text(value) + (this.#below.steps ? this.#beside(run, value, k) : `, step ${k}`)];
    });
  }

  /** @param {number} at pixels from the left @param {string} colour */
  #drawCursor(at, colour) {
    const { context, height } = this.sheet;
    context.fillStyle = colour;
    context.fillRect(at - 0.5, this.#margin.top, 1, height - this.#margin.top - this.#margin.bottom);
  }

  /** Where a step of a run stands, in pixels from the left. @param {Run} run @param {number} step */
  #right(run, step) {
    return this.#x(this.#below.place(run, step));
  }

  /** @param {number} value */
  #pixel(value) {
    if (this.#lane && value <= 0) return this.#frame.bottom - this.#lane / 3;
    return Math.max(-9999, Math.min(9999, this.#y(value)));
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Run} run
   * @param {number} time
   * @param {Theme} theme
   */
  #drawHead(context, run, time, theme) {
    const head = this.#headAt(run, time);
    if (!head || head[1] < this.#margin.top - 4 || head[1] > this.sheet.height - this.#margin.bottom + 4) return;
    drawHead(context, run.style.marker, ...head, 3.6 * theme.scale, colourOf(run, theme), theme.paper);
  }

  /**
   * Where a run is at a time, in pixels; null once it has ended.
   * @param {Run} run
   * @param {number} time
   * @returns {[number, number] | null}
   */
  #headAt(run, time) {
    const values = this.#of(run);
    const k = Math.floor(time);
    const next = Math.min(k + 1, values.length - 1);
    if (!Number.isFinite(values[k])) return null;
    const to = Number.isFinite(values[next]) ? next : k;
    const between = (/** @type {number} */ a, /** @type {number} */ b) => a + (time - k) * (b - a);
    const across = this.#below.steps ? this.#x(time) : between(this.#right(run, k), this.#right(run, to));
    return [across, between(this.#pixel(values[k]), this.#pixel(values[to]))];
  }
}
