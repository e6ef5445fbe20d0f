/** What lies on a phone's picture: where the teacher points, the phone's own point, those of the class. */

import { ARROWS } from "../core/arrows.js";
import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { linear } from "../core/scale.js";
import { roundedIn } from "../plot/viewport.js";

/** @typedef {[number, number]} Point of the surface */
/** @typedef {import("../player/player.js").Player} Player */
/** @typedef {{spot: Point | null, own: Point | null, points: Point[]}} Marked */

const KEY_SHARE = 0.02; // of the picture, for an arrow key
const REST = 400; // ms after the last arrow key, when the point is chosen
const [SPOT, CROSS, DOT] = [16, 11, 4]; // px

export class Marks {
  /** @type {Marked} */
  #marked = { spot: null, own: null, points: [] };
  /** Takes a point; null while none can be chosen. @type {((point: Point) => void) | null} */
  #choose = null;
  #resting = 0;
  #asked = 0;

  /** @param {Player} player whose view from above it lies on */
  constructor(player) {
    this.player = player;
    this.canvas = element("canvas", { class: "marks" });
    this.sheet = new HiDpiCanvas(this.canvas);
    this.canvas.addEventListener("click", (event) => this.#take(player.topView.pointAt(event)));
    this.canvas.addEventListener("keydown", (event) => this.#key(event));
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(player.topView.trails.canvas);
  }

  /** @param {Partial<Marked>} marked what is otherwise */
  show(marked) {
    Object.assign(this.#marked, marked);
    this.draw();
  }

  /**
   * Let a point be chosen by a tap or by keys, or no longer.
   * @param {((point: Point) => void) | null} choose
   * @param {string} label what for
   */
  allow(choose, label) {
    this.#choose = choose;
    const { canvas } = this;
    canvas.classList.toggle("taps", choose !== null);
    for (const name of ["role", "tabindex", "aria-label"]) canvas.removeAttribute(name);
    if (!choose) return void canvas.setAttribute("aria-hidden", "true");
    canvas.removeAttribute("aria-hidden");
    canvas.setAttribute("role", "application");
    canvas.setAttribute("tabindex", "0");
    canvas.setAttribute("aria-label", `${label}: tap, or use the arrow keys`);
  }

  end() {
    this.sizes.disconnect();
    cancelAnimationFrame(this.#asked);
  }

  /** With the next frame, after the player's own. */
  draw() {
    cancelAnimationFrame(this.#asked);
    this.#asked = requestAnimationFrame(() => {
      this.#asked = requestAnimationFrame(() => this.#draw());
    });
  }

  /** @param {Point} point */
  #take([x, y]) {
    if (!this.#choose) return;
    const { xlim, ylim } = this.player.topView.seen;
    /** @type {Point} */
    const point = [roundedIn(x, xlim), roundedIn(y, ylim)];
    this.show({ own: point });
    this.#choose(point);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = ARROWS[event.key];
    if (!arrow || !this.#choose) return;
    event.preventDefault();
    const { xlim, ylim } = this.player.topView.seen;
    const moved = (/** @type {number} */ axis, /** @type {Point} */ [low, high]) => {
      const before = this.#marked.own?.[axis] ?? (low + high) / 2;
      return Math.max(low, Math.min(high, before + arrow[axis] * KEY_SHARE * (high - low)));
    };
    const point = /** @type {Point} */ ([moved(0, xlim), moved(1, ylim)]);
    this.show({ own: point });
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.#take(point), REST);
  }

  #draw() {
    const { topView, theme } = this.player;
    const { left, top, right, bottom } = topView.frame;
    if (!this.canvas.isConnected) return;
    if (right <= 1) return this.draw(); // the picture has not been drawn yet
    this.sheet.fit();
    this.sheet.clear();
    const x = linear(topView.seen.xlim, [left, right]);
    const y = linear(topView.seen.ylim, [bottom, top]);
    const at = (/** @type {Point} */ point) => /** @type {Point} */ ([x(point[0]), y(point[1])]);
    const { spot, own, points } = this.#marked;
    const { context } = this.sheet;
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    for (const point of points) dot(context, at(point), theme);
    if (own) cross(context, at(own), theme);
    if (spot) ring(context, at(spot), theme);
    context.restore();
  }
}

/** @param {CanvasRenderingContext2D} context @param {Point} at @param {import("../core/theme.js").Theme} theme */
function dot(context, [x, y], { ink, paper }) {
  context.beginPath();
  context.arc(x, y, DOT, 0, 2 * Math.PI);
  context.globalAlpha = 0.75;
  stroked(context, paper, 2);
  context.fillStyle = ink;
  context.fill();
  context.globalAlpha = 1;
}

/** @param {CanvasRenderingContext2D} context @param {Point} at @param {import("../core/theme.js").Theme} theme */
function cross(context, [x, y], { ink, paper }) {
  context.beginPath();
  context.moveTo(x - CROSS, y - CROSS);
  context.lineTo(x + CROSS, y + CROSS);
  context.moveTo(x - CROSS, y + CROSS);
  context.lineTo(x + CROSS, y - CROSS);
  stroked(context, paper, 7);
  stroked(context, ink, 3);
}

/** @param {CanvasRenderingContext2D} context @param {Point} at @param {import("../core/theme.js").Theme} theme */
function ring(context, [x, y], { ink, paper }) {
  context.beginPath();
  context.arc(x, y, SPOT, 0, 2 * Math.PI);
  stroked(context, paper, 8);
  stroked(context, ink, 4);
}

/** @param {CanvasRenderingContext2D} context @param {string} colour @param {number} width */
function stroked(context, colour, width) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}
