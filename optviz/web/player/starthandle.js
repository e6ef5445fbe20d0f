/** The start as a control, from above and in space: dragged, clicked, tapped, or moved by arrow keys. */

import { ARROWS } from "../core/arrows.js";
import { element } from "../core/dom.js";
import { short } from "../core/numbers.js";
import { roundedIn } from "../plot/viewport.js";

/** @typedef {import("../core/payload.js").Surface} Surface */

const DIGITS = 5;
const KEY_SHARE = 0.01; // of the picture: how far an arrow key moves the start

/**
 * @typedef {object} View that shows the start
 * @property {HTMLElement} ring round it
 * @property {import("../core/payload.js").Race | null} race
 * @property {Surface | null} surface
 * @property {import("../plot/viewport.js").Part} [seen] the part of the surface that is shown; else all of it
 * @property {(pointer: {clientX: number, clientY: number}) => [number, number] | null} pointAt what is
 *   under a pointer
 * @property {(point: [number, number]) => void} place moves the ring
 */

export class StartHandle {
  #x = NaN; // what its name tells
  #y = NaN;
  /** @type {Surface["axes"] | null} */ #axes = null;

  /**
   * @param {View} view
   * @param {HTMLElement | null} ground where a click moves the start; null where a drag does other things
   * @param {(point: [number, number], done: boolean) => void} choose called with each new start;
   *   `done` when the pointer lets it go
   */
  constructor(view, ground, choose) {
    this.view = view;
    this.ground = ground;
    this.choose = choose;
    this.handle = element("button", {
      type: "button",
      class: view.ring.className,
      title: ground ? "Start: drag it, or click anywhere" : "Start: drag it over the surface",
    });
    this.ring = view.ring;
    this.possible = false;
    this.#listen();
  }

  /** Whether the start can be moved; else a ring only shows it. @param {boolean} possible */
  allow(possible) {
    if (possible === this.possible) return;
    this.possible = possible;
    this.view.ring.replaceWith(possible ? this.handle : this.ring);
    this.view.ring = possible ? this.handle : this.ring;
    this.view.ring.parentElement?.classList.toggle("steered", possible);
  }

  /** Have its name say where the start is; in most frames it is where it was. */
  draw() {
    const { race, surface } = this.view;
    if (!race || !surface) return;
    const [x, y] = race.start;
    if (x === this.#x && y === this.#y && surface.axes === this.#axes) return;
    [this.#x, this.#y, this.#axes] = [x, y, surface.axes];
    const told = `${surface.axes[0]} ${short(x, DIGITS)}, ${surface.axes[1]} ${short(y, DIGITS)}`;
    const name = `Start point${this.ground ? "" : " in space"} at ${told}: drag it, or use the arrow keys`;
    this.handle.setAttribute("aria-label", name);
  }

  #listen() {
    this.handle.addEventListener("pointerdown", (event) => this.#grab(event, this.handle));
    this.handle.addEventListener("keydown", (event) => this.#nudge(event));
    const { ground } = this;
    if (!ground) return;
    ground.addEventListener("pointerdown", (event) => this.#grab(event, ground));
    // A finger on the canvas may be about to scroll; only a tap moves the start.
    ground.addEventListener("click", (event) => {
      const { pointerType } = /** @type {PointerEvent} */ (event);
      if (this.possible && pointerType === "touch") this.#moveTo(this.view.pointAt(event), true);
    });
  }

  /**
   * @param {PointerEvent} event
   * @param {HTMLElement} target
   */
  #grab(event, target) {
    if (!this.possible || event.button !== 0 || (event.pointerType === "touch" && target !== this.handle)) return;
    event.preventDefault();
    if (!this.ground) event.stopPropagation(); // there, a pointer turns the view
    this.handle.focus({ preventScroll: true });
    target.setPointerCapture(event.pointerId);
    const follow = (/** @type {PointerEvent} */ { clientX, clientY }, /** @type {boolean} */ done) =>
      this.#moveTo(this.view.pointAt({ clientX, clientY }), done);
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
    const { race, surface } = this.view;
    if (!direction || !race || !surface || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const span = (/** @type {[number, number]} */ [low, high]) => (high - low) * KEY_SHARE;
    const { xlim, ylim } = this.view.seen ?? surface;
    const [x, y] = race.start;
    this.#moveTo([x + direction[0] * span(xlim), y + direction[1] * span(ylim)], true);
  }

  /**
   * Send a start with no more digits than the picture tells; where there is no ground, the last one.
   * @param {[number, number] | null} found
   * @param {boolean} done
   */
  #moveTo(found, done) {
    const { race } = this.view;
    if (!race || (!found && !done)) return;
    const [x, y] = found ?? race.start;
    const { xlim, ylim } = this.view.seen ?? /** @type {Surface} */ (this.view.surface);
    /** @type {[number, number]} */
    const point = [roundedIn(x, xlim), roundedIn(y, ylim)];
    this.view.place(point);
    this.choose(point, done);
  }
}
