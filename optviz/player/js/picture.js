/** The race from above: a still ground, moving trails on it, and a start that can be moved. */

import { Sheet } from "./canvas.js";
import { drawGround } from "./ground.js";
import { linear } from "./scale.js";
import { Trail, drawTrails } from "./trails.js";

/** @typedef {import("./payload.js").Content} Content */
/** @typedef {import("./payload.js").Race} Race */
/** @typedef {import("./payload.js").Surface} Surface */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./theme.js").Theme} Theme */

const KEY_SHARE = 0.01; // of the picture: how far an arrow key moves the start

export class Picture {
  /** @type {Trail[]} */
  #trails = [];
  #stale = true;
  #x = linear([0, 1], [0, 1]);
  #y = linear([0, 1], [0, 1]);
  #frame = { left: 0, top: 0, right: 1, bottom: 1 };

  /**
   * @param {ParentNode} root
   * @param {(point: [number, number], done: boolean) => void} choose called with each new start;
   *   `done` when the pointer lets it go
   */
  constructor(root, choose) {
    const find = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector(name));
    this.ground = new Sheet(find(".ground"));
    this.trails = new Sheet(find(".trails"));
    this.handle = /** @type {HTMLButtonElement} */ (find(".start"));
    this.choose = choose;
    /** @type {Surface | null} */ this.surface = null;
    /** @type {Race | null} */ this.race = null;
    this.#listen();
  }

  /**
   * @param {Surface} surface
   * @param {Race} race
   */
  show(surface, race) {
    if (surface !== this.surface) this.#stale = true;
    this.surface = surface;
    this.race = race;
    this.#measure();
  }

  /** Draw the ground anew next time, in another theme. */
  refresh() {
    this.#stale = true;
  }

  /**
   * @param {number} time in steps
   * @param {Set<string>} hidden names of optimizers that are not shown
   * @param {Theme} theme
   * @param {(context: CanvasRenderingContext2D, scales: {x: Scale, y: Scale}) => void} above draws
   *   what belongs on top of the trails
   */
  draw(time, hidden, theme, above) {
    if (!this.surface) return;
    if (this.ground.fit() || this.#stale) this.#drawGround(theme);
    if (this.trails.fit()) this.#measure();
    const { context } = this.trails;
    const { left, top, right, bottom } = this.#frame;
    this.trails.clear();
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    drawTrails(context, this.#trails.filter(({ run }) => !hidden.has(run.name)), time, theme);
    above(context, { x: this.#x, y: this.#y });
    context.restore();
  }

  /**
   * Move the handle, before the race that starts there is known.
   * @param {Float64Array | [number, number]} point
   */
  place([x, y]) {
    this.handle.style.left = `${this.#x(x)}px`;
    this.handle.style.top = `${this.#y(y)}px`;
  }

  /** @param {Theme} theme */
  #drawGround(theme) {
    this.#stale = false;
    this.ground.clear();
    const { width, height } = this.ground;
    const { scale } = theme;
    const [left, bottom] = [28 + 18 * scale, height - 18 - 22 * scale];
    this.#frame = { left, top: 8, right: width - 10, bottom };
    const surface = /** @type {Surface} */ (this.surface);
    const { x, y } = drawGround(this.ground, surface, theme, this.#frame);
    this.#x = x;
    this.#y = y;
    this.#measure();
  }

  #measure() {
    if (!this.race) return;
    this.#trails = this.race.runs.map((run) => new Trail(run, this.#x, this.#y));
    this.place(this.race.start);
  }

  #listen() {
    const canvas = this.trails.canvas;
    canvas.addEventListener("pointerdown", (event) => this.#grab(event, canvas));
    this.handle.addEventListener("pointerdown", (event) => this.#grab(event, this.handle));
    this.handle.addEventListener("keydown", (event) => this.#nudge(event));
    // A finger on the canvas may be about to scroll; only a tap moves the start.
    canvas.addEventListener("click", (event) => {
      if (/** @type {PointerEvent} */ (event).pointerType === "touch") this.#choose(event, true);
    });
  }

  /**
   * @param {PointerEvent} event
   * @param {HTMLElement} target
   */
  #grab(event, target) {
    if (event.button !== 0 || (event.pointerType === "touch" && target !== this.handle)) return;
    event.preventDefault();
    this.handle.focus({ preventScroll: true });
    target.setPointerCapture(event.pointerId);
    const move = (/** @type {PointerEvent} */ moved) => this.#choose(moved, false);
    const stop = (/** @type {PointerEvent} */ ended) => {
      target.removeEventListener("pointermove", move);
      this.#choose(ended, true);
    };
    target.addEventListener("pointermove", move);
    target.addEventListener("pointerup", stop, { once: true });
    if (target !== this.handle) this.#choose(event, false);
  }

  /**
   * @param {MouseEvent} event
   * @param {boolean} done
   */
  #choose(event, done) {
    const box = this.trails.canvas.getBoundingClientRect();
    const { left, top, right, bottom } = this.#frame;
    const px = Math.max(left, Math.min(right, event.clientX - box.left));
    const py = Math.max(top, Math.min(bottom, event.clientY - box.top));
    this.#moveTo([this.#x.invert(px), this.#y.invert(py)], done);
  }

  /** @param {KeyboardEvent} event */
  #nudge(event) {
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[
      event.key
    ];
    if (!direction || !this.race || !this.surface) return;
    event.preventDefault();
    event.stopPropagation();
    const { start } = this.race;
    const span = (/** @type {[number, number]} */ [low, high]) => (high - low) * KEY_SHARE;
    const { xlim, ylim } = this.surface;
    this.#moveTo([start[0] + direction[0] * span(xlim), start[1] + direction[1] * span(ylim)], true);
  }

  /**
   * Send a start with no more digits than the picture tells.
   * @param {[number, number]} point
   * @param {boolean} done
   */
  #moveTo([x, y], done) {
    const { xlim, ylim } = /** @type {Surface} */ (this.surface);
    const round = (/** @type {number} */ value, /** @type {[number, number]} */ [low, high]) => {
      const places = Math.max(0, 3 - Math.floor(Math.log10(high - low)));
      return Number(value.toFixed(places));
    };
    /** @type {[number, number]} */
    const point = [round(x, xlim), round(y, ylim)];
    this.place(point);
    this.choose(point, done);
  }
}
