/** The race from above: a still ground, moving trails on it, and a ring round the start. */

import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { linear } from "../core/scale.js";
import { Ghosts } from "./ghosts.js";
import { roomForName } from "./axes.js";
import { drawAxes, drawGround } from "./ground.js";
import { NearGround } from "./nearground.js";
import { Trail, drawTrails } from "./trails.js";
import { Viewport } from "./viewport.js";

/** @typedef {import("../core/payload.js").Content} Content */
/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../core/scale.js").Scale} Scale */
/** @typedef {import("../core/theme.js").Theme} Theme */

export class TopView {
  viewport = new Viewport();
  /** The loss, where it can be computed here: without it there is no zoom. @type {((x: number, y: number) => number) | null} */
  lossAt = null;
  /** @type {HTMLElement | null} */
  buttons = null;
  /** @type {Surface | null} */
  #shown = null;
  #near = new NearGround(() => {
    this.#stale = true;
    this.changed();
  });
  #moved = false; // the last sharp picture is shown, moved and enlarged
  /** The last sharp picture, and of which part it is. @type {HiDpiCanvas | null} */
  #sharp = null;
  #sharpPart = this.viewport.seen;
  /** @type {Trail[]} */
  #trails = [];
  #ghosts;
  #stale = true;
  #x = linear([0, 1], [0, 1]);
  #y = linear([0, 1], [0, 1]);
  #frame = { left: 0, top: 0, right: 1, bottom: 1 };

  /**
   * @param {ParentNode} root
   * @param {() => void} changed asks for a frame
   */
  constructor(root, changed) {
    this.changed = changed;
    const find = (/** @type {string} */ name) => /** @type {any} */ (root.querySelector(name));
    this.ground = new HiDpiCanvas(find(".ground"));
    this.trails = new HiDpiCanvas(find(".trails"));
    this.#ghosts = new Ghosts(this.ground.canvas);
    this.ring = /** @type {HTMLElement} */ (find(".start"));
    /** @type {Surface | null} */ this.surface = null;
    /** @type {Race | null} */ this.race = null;
  }

  /**
   * @param {Surface} surface
   * @param {Race} race
   */
  show(surface, race) {
    if (surface !== this.surface) {
      this.#stale = true;
      this.#near.forget();
      this.#shown = null;
    }
    if (race.family !== this.race?.family) this.viewport.open(surface);
    if (!this.lossAt && this.viewport.zoomed) {
      this.#stale = true;
      this.viewport.reset();
    }
    this.surface = surface;
    this.race = race;
    this.#measure();
  }

  /** Show other runs faintly under the race. @param {import("../core/payload.js").Run[]} runs */
  haunt(runs) {
    this.#ghosts.show(runs);
  }

  /** Draw the ground anew next time, in another theme. */
  refresh() {
    this.#stale = true;
    this.#moved = false;
  }

  /** Another part is seen: until it is drawn anew, the old picture is moved. */
  moved() {
    this.#moved = true;
    this.#near.forget();
  }

  /** The surface as far as it is seen; while that is moved, as far as it was before. */
  get near() {
    const { lossAt, seen, surface } = this;
    if (!this.#moved || !this.#shown) {
      this.#shown = this.viewport.zoomed && lossAt && surface ? this.#near.of(surface, lossAt, seen) : surface;
    }
    return this.#shown;
  }

  /** The part of the plane that is seen. */
  get seen() {
    return this.viewport.seen;
  }

  /**
   * @param {number} time in steps
   * @param {import("../core/hidden.js").Hidden} hidden
   * @param {Theme} theme
   * @param {(context: CanvasRenderingContext2D, scales: {x: Scale, y: Scale}, frame:
   *   import("./axes.js").Frame) => void} above draws what belongs on top of the trails
   */
  draw(time, hidden, theme, above) {
    if (!this.surface) return;
    if (this.ground.fit() || this.#stale) this.#drawGround(theme);
    else if (this.#moved) this.#moveGround(theme);
    if (this.trails.fit()) this.#measure();
    const { context } = this.trails;
    const { left, top, right, bottom } = this.#frame;
    this.trails.clear();
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    const scales = { x: this.#x, y: this.#y };
    this.#ghosts.draw(context, scales, this.#frame, time, hidden, theme);
    drawTrails(
      context,
      this.#trails.filter(({ run }) => !hidden.has(run.name)),
      time,
      theme,
      hidden,
    );
    above(context, scales, this.#frame);
    context.restore();
  }

  /**
   * Move the ring, before the race that starts there is known.
   * @param {Float64Array | [number, number]} point
   */
  place([x, y]) {
    const [left, top] = [this.#x(x), this.#y(y)];
    const frame = this.#frame;
    const there = left >= frame.left && left <= frame.right && top >= frame.top && top <= frame.bottom;
    // The ring of the whole picture may stand outside. A part that does not have the start has no ring, unless it has
    // the focus, which would be lost: then it waits at the border.
    const beyond = this.viewport.zoomed && !there;
    this.ring.classList.toggle("beyond", beyond);
    this.ring.style.left = `${beyond ? Math.max(frame.left, Math.min(frame.right, left)) : left}px`;
    this.ring.style.top = `${beyond ? Math.max(frame.top, Math.min(frame.bottom, top)) : top}px`;
  }

  /** @param {Theme} theme */
  #drawGround(theme) {
    this.#stale = this.#moved = false;
    this.ground.clear();
    const { width, height } = this.ground;
    const { scale } = theme;
    const aside = roomForName(this.ground.context, /** @type {Surface} */ (this.surface).axes[1], theme);
    const [left, bottom] = [28 + 18 * scale + aside, height - 18 - 37 * scale];
    this.#frame = { left, top: 8, right: width - 10, bottom };
    const near = /** @type {Surface} */ (this.near);
    const { x, y } = drawGround(this.ground, near, theme, this.#frame, this.#covered());
    this.#sharp = null;
    this.#sharpPart = this.seen;
    this.#x = x;
    this.#y = y;
    this.#measure();
  }

  /** Where buttons stand before the picture. @returns {import("./axes.js").Frame[]} */
  #covered() {
    if (!this.buttons) return [];
    const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = this.buttons;
    return [{ left, top, right: left + offsetWidth, bottom: top + offsetHeight }];
  }

  /** @param {Theme} theme */
  #moveGround(theme) {
    this.#moved = false;
    const { context } = this.ground;
    if (!this.#sharp) {
      this.#sharp = this.ground.twin();
      this.#sharp.lay(this.ground);
    }
    const { left, top, right, bottom } = this.#frame;
    const { xlim, ylim } = this.seen;
    this.#x = linear(xlim, [left, right]);
    this.#y = linear(ylim, [bottom, top]);
    const old = this.#sharpPart;
    const [l, r] = [this.#x(old.xlim[0]), this.#x(old.xlim[1])];
    const [t, b] = [this.#y(old.ylim[1]), this.#y(old.ylim[0])];
    const density = this.#sharp.canvas.width / this.#sharp.width;
    const [w, h] = [right - left, bottom - top];
    this.ground.clear();
    context.save();
    context.beginPath();
    context.rect(left, top, w, h);
    context.clip();
    const { canvas } = this.#sharp;
    context.drawImage(canvas, left * density, top * density, w * density, h * density, l, t, r - l, b - t);
    context.restore();
    drawAxes(context, { .../** @type {Surface} */ (this.surface), xlim, ylim }, theme, this.#frame);
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

  /** Where the plane lies on the sheet, in pixels. */
  get frame() {
    return this.#frame;
  }

  /** How much of each axis a pixel is. @returns {[number, number]} */
  get perPixel() {
    const { left, top, right, bottom } = this.#frame;
    const { xlim, ylim } = this.seen;
    return [(xlim[1] - xlim[0]) / (right - left), (ylim[1] - ylim[0]) / (bottom - top)];
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
    // Of the part that is seen now: the scales are those of the last frame, and wheels turn quicker than frames come.
    const { xlim, ylim } = this.seen;
    return [linear(xlim, [left, right]).invert(px), linear(ylim, [bottom, top]).invert(py)];
  }
}
