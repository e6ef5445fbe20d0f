/** The race from above: a still ground, moving trails on it, and a ring round the start. */

import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { linear } from "../core/scale.js";
import { drawGround } from "./ground.js";
import { Trail, drawTrails } from "./trails.js";

/** @typedef {import("../core/payload.js").Content} Content */
/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../core/scale.js").Scale} Scale */
/** @typedef {import("../core/theme.js").Theme} Theme */

export class TopView {
  /** @type {Trail[]} */
  #trails = [];
  #stale = true;
  #x = linear([0, 1], [0, 1]);
  #y = linear([0, 1], [0, 1]);
  #frame = { left: 0, top: 0, right: 1, bottom: 1 };

  /** @param {ParentNode} root */
  constructor(root) {
    const find = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector(name));
    this.ground = new HiDpiCanvas(find(".ground"));
    this.trails = new HiDpiCanvas(find(".trails"));
    this.ring = /** @type {HTMLElement} */ (find(".start"));
    /** @type {Surface | null} */ this.surface = null;
    /** @type {Race | null} */ this.race = null;
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
    drawTrails(
      context,
      this.#trails.filter(({ run }) => !hidden.has(run.name)),
      time,
      theme,
    );
    above(context, { x: this.#x, y: this.#y });
    context.restore();
  }

  /**
   * Move the ring, before the race that starts there is known.
   * @param {Float64Array | [number, number]} point
   */
  place([x, y]) {
    this.ring.style.left = `${this.#x(x)}px`;
    this.ring.style.top = `${this.#y(y)}px`;
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
    const { runs } = this.race;
    if (runs.length === this.#trails.length && runs.every((run, place) => run === this.#trails[place].run)) {
      for (const trail of this.#trails) trail.measure(this.#x, this.#y);
    } else this.#trails = runs.map((run) => new Trail(run, this.#x, this.#y));
    this.place(this.race.start);
  }

  /**
   * The point of the surface under a pointer; where that is outside the picture, the nearest in it.
   * @param {{clientX: number, clientY: number}} pointer
   * @returns {[number, number]}
   */
  pointAt({ clientX, clientY }) {
    const box = this.trails.canvas.getBoundingClientRect();
    const { left, top, right, bottom } = this.#frame;
    const px = Math.max(left, Math.min(right, clientX - box.left));
    const py = Math.max(top, Math.min(bottom, clientY - box.top));
    return [this.#x.invert(px), this.#y.invert(py)];
  }
}
