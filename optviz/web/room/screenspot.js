/** Where the teacher points on the view from above, told to the phones while that is switched on. */

/** @typedef {import("../plot/topview.js").TopView} TopView */

const APART = 50; // ms between two messages

export class ScreenSpot {
  on = false;
  /** @type {[number, number] | null} */
  point = null;
  #told = -Infinity; // when it was, in ms
  #waits = 0;

  /**
   * @param {TopView} topView
   * @param {(point: [number, number] | null) => void} tell
   */
  constructor(topView, tell) {
    this.topView = topView;
    this.tell = tell;
    const view = /** @type {HTMLElement} */ (topView.trails.canvas.parentElement);
    view.addEventListener("pointermove", (event) => this.#move(event));
    view.addEventListener("pointerleave", () => this.on && this.#set(null));
  }

  /** @param {boolean} on */
  use(on) {
    this.on = on;
    this.#set(null);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (this.on) this.#set(this.topView.pointAt(event));
  }

  /** @param {[number, number] | null} point */
  #set(point) {
    if (point === this.point) return;
    this.point = point;
    const left = this.#told + APART - performance.now();
    if (left <= 0) return this.#say();
    this.#waits ||= window.setTimeout(() => this.#say(), left);
  }

  #say() {
    clearTimeout(this.#waits);
    this.#waits = 0;
    this.#told = performance.now();
    this.tell(this.point);
  }
}
