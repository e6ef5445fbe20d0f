/** The start as a control: dragged, clicked, tapped, or moved by arrow keys. */

import { element } from "../core/dom.js";

/** @typedef {import("../plot/topview.js").TopView} TopView */
/** @typedef {import("../core/payload.js").Surface} Surface */

const KEY_SHARE = 0.01; // of the picture: how far an arrow key moves the start

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class StartHandle {
  /**
   * @param {TopView} topView whose start it is
   * @param {(point: [number, number], done: boolean) => void} choose called with each new start;
   *   `done` when the pointer lets it go
   */
  constructor(topView, choose) {
    this.topView = topView;
    this.choose = choose;
    this.handle = element("button", {
      type: "button",
      class: "start",
      "aria-label": "Start point: drag it, or use the arrow keys",
      title: "Start: drag it, or click anywhere",
    });
    this.ring = topView.ring;
    this.possible = false;
    this.#listen();
  }

  /** Whether the start can be moved; else a ring only shows it. @param {boolean} possible */
  allow(possible) {
    if (possible === this.possible) return;
    this.possible = possible;
    this.topView.ring.replaceWith(possible ? this.handle : this.ring);
    this.topView.ring = possible ? this.handle : this.ring;
    this.topView.ring.parentElement?.classList.toggle("steered", possible);
  }

  #listen() {
    const { canvas } = this.topView.trails;
    canvas.addEventListener("pointerdown", (event) => this.#grab(event, canvas));
    this.handle.addEventListener("pointerdown", (event) => this.#grab(event, this.handle));
    this.handle.addEventListener("keydown", (event) => this.#nudge(event));
    // A finger on the canvas may be about to scroll; only a tap moves the start.
    canvas.addEventListener("click", (event) => {
      const { pointerType } = /** @type {PointerEvent} */ (event);
      if (this.possible && pointerType === "touch") this.#moveTo(this.topView.pointAt(event), true);
    });
  }

  /**
   * @param {PointerEvent} event
   * @param {HTMLElement} target
   */
  #grab(event, target) {
    if (!this.possible || event.button !== 0 || (event.pointerType === "touch" && target !== this.handle)) return;
    event.preventDefault();
    this.handle.focus({ preventScroll: true });
    target.setPointerCapture(event.pointerId);
    const follow = (/** @type {PointerEvent} */ { clientX, clientY }, /** @type {boolean} */ done) =>
      this.#moveTo(this.topView.pointAt({ clientX, clientY }), done);
    const move = (/** @type {PointerEvent} */ moved) => follow(moved, false);
    const stop = (/** @type {PointerEvent} */ ended) => {
      target.removeEventListener("pointermove", move);
      follow(ended, true);
    };
    target.addEventListener("pointermove", move);
    target.addEventListener("pointerup", stop, { once: true });
    if (target !== this.handle) follow(event, false);
  }

  /** @param {KeyboardEvent} event */
  #nudge(event) {
    const direction = ARROWS[event.key];
    const { race, surface } = this.topView;
    if (!direction || !race || !surface) return;
    event.preventDefault();
    event.stopPropagation();
    const span = (/** @type {[number, number]} */ [low, high]) => (high - low) * KEY_SHARE;
    const { xlim, ylim } = surface;
    const [x, y] = race.start;
    this.#moveTo([x + direction[0] * span(xlim), y + direction[1] * span(ylim)], true);
  }

  /**
   * Send a start with no more digits than the picture tells.
   * @param {[number, number]} point
   * @param {boolean} done
   */
  #moveTo([x, y], done) {
    const { xlim, ylim } = /** @type {Surface} */ (this.topView.surface);
    const round = (/** @type {number} */ value, /** @type {[number, number]} */ [low, high]) => {
      const places = Math.max(0, 3 - Math.floor(Math.log10(high - low)));
      return Number(value.toFixed(places));
    };
    /** @type {[number, number]} */
    const point = [round(x, xlim), round(y, ylim)];
    this.topView.place(point);
    this.choose(point, done);
  }
}
