/** The chart of what a class chose: the loss at the end against the learning rate, with the sweep's curve under it. */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { decades, logarithmic } from "../core/scale.js";
import { axisOf } from "../explorer/values.js";
import { drawAxis, drawFrame, marksAt, nameAxes, numberFont } from "../plot/axes.js";
import { colourOf } from "../plot/marks.js";
import { curveOf, ratesAround, ratesWords, rulesWithRates, samplesOf } from "./ratescurve.js";

/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("./classrace.js").Racer} Racer */

const RADIUS = 4.5; // pixels of a point
const STRIP = 16; // pixels of what diverged, above the frame

export class ScreenRates {
  /** @type {Racer[]} */ #racers = [];
  #budget = 0;
  /** @type {import("./ratescurve.js").Sample[]} */ #samples = [];
  /** @type {import("./ratescurve.js").Curve} */ #curve = { rates: new Float64Array(), losses: new Float64Array() };
  #stale = true;
  #look = "";

  /** @param {import("../player/player.js").Player} player */
  constructor(player) {
    this.player = player;
    this.rule = element("select", { hidden: "", "aria-label": "Optimizer whose learning rates are shown" });
    this.rule.addEventListener("change", () => this.#choose());
    this.words = element("p", { role: "status" });
    this.sheet = new HiDpiCanvas(element("canvas", { role: "img" }));
    this.root = element("div", { class: "class-rates", hidden: "" }, this.words, this.sheet.canvas);
  }

  /** Whether some rule has rates to show. */
  get possible() {
    return this.rule.options.length > 0;
  }

  /** @param {Racer[]} racers @param {number} budget */
  show(racers, budget) {
    this.#racers = racers;
    this.#budget = budget;
    const keys = rulesWithRates(racers);
    const named = (/** @type {string} */ key) => this.player.race?.newcomers[key].name ?? key;
    this.rule.replaceChildren(...keys.map((value) => element("option", { value }, named(value))));
    if (this.possible) this.#choose();
  }

  #choose() {
    const { race, live } = this.player;
    const key = this.rule.value;
    if (!race || !live) return;
    this.#samples = samplesOf(race, this.#racers, key, this.#budget);
    const rates = ratesAround(this.#samples.map(({ rate }) => rate));
    this.#curve = curveOf(race, live.engine, key, this.#budget, rates);
    this.words.textContent = ratesWords(this.#samples, this.#curve, race.newcomers[key].name);
    this.sheet.canvas.setAttribute("aria-label", `Loss after ${this.#budget} steps against the learning rate`);
    this.#stale = true;
    this.player.redraw();
  }

  /** @param {Theme} theme */
  draw(theme) {
    const look = `${theme.paper} ${theme.scale}`;
    const resized = this.sheet.fit();
    if (!resized && !this.#stale && look === this.#look) return;
    this.#stale = false;
    this.#look = look;
    this.sheet.clear();
    if (this.#samples.length) this.#chart(theme);
  }

  /** @param {Theme} theme */
  #chart(theme) {
    const { context, width, height } = this.sheet;
    const { rates, losses } = this.#curve;
    const frame = {
      left: 52 * theme.scale,
      top: STRIP * theme.scale + 6,
      right: width - 10,
      bottom: height - 18 - 20 * theme.scale,
    };
    const x = logarithmic([rates[0], rates[rates.length - 1]], [frame.left, frame.right]);
    const { run } = this.#samples[0].racer;
    const all = [...losses, ...this.#samples.map(({ loss }) => loss)];
    const y = axisOf(all, run.loss[0], null, [frame.bottom, frame.top]);
    drawAxis(context, "left", marksAt(y.ticks, y.scale), frame, theme, { grid: true });
    drawAxis(context, "below", marksAt(decades([rates[0], rates[rates.length - 1]], width / 80), x), frame, theme, {
      grid: true,
    });
    nameAxes(context, ["learning rate", ""], frame, theme);
    this.#strip(x, frame, theme);
    const place = (/** @type {number} */ loss) =>
      Math.max(frame.top, Math.min(frame.bottom, y.log && loss <= 0 ? frame.bottom : y.scale(loss)));
    context.strokeStyle = colourOf(run, theme);
    context.lineWidth = 2 * theme.scale;
    context.beginPath();
    losses.forEach((loss, k) => {
      if (!Number.isFinite(loss)) return;
      if (k && Number.isFinite(losses[k - 1])) context.lineTo(x(rates[k]), place(loss));
      else context.moveTo(x(rates[k]), place(loss));
    });
    context.stroke();
    drawFrame(context, frame, theme);
    for (const { rate, loss, on } of this.#samples) {
      const at = Number.isFinite(loss) ? place(loss) : frame.top - (STRIP / 2) * theme.scale;
      this.#point(x(rate), at, on, colourOf(run, theme), theme);
    }
  }

  /** Which rates diverge. @param {(rate: number) => number} x @param {import("../plot/axes.js").Frame} frame @param {Theme} theme */
  #strip(x, { left, right, top }, theme) {
    const { context } = this.sheet;
    const { rates, losses } = this.#curve;
    const half = (x(rates[1]) - x(rates[0])) / 2;
    context.fillStyle = theme.wall;
    losses.forEach((loss, k) => {
      if (Number.isFinite(loss)) return;
      const [from, to] = [Math.max(left, x(rates[k]) - half), Math.min(right, x(rates[k]) + half)];
      context.fillRect(from, top - STRIP * theme.scale, to - from + 0.5, (STRIP - 3) * theme.scale);
    });
    context.font = numberFont(theme);
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.fillStyle = theme.soft;
    context.fillText("diverged", 2, top - (STRIP / 2) * theme.scale);
  }

  /** @param {number} x @param {number} y @param {boolean} filled @param {string} colour @param {Theme} theme */
  #point(x, y, filled, colour, theme) {
    const { context } = this.sheet;
    context.beginPath();
    context.arc(x, y, RADIUS * theme.scale, 0, 2 * Math.PI);
    context.fillStyle = filled ? colour : theme.paper;
    context.fill();
    context.lineWidth = 1.5 * theme.scale;
    context.strokeStyle = filled ? theme.paper : colour;
    context.stroke();
  }
}
