/** Zoom and pan of the view from above: wheel, two fingers, Shift and drag, keys and buttons. */

import { element, icon } from "../core/dom.js";

/** @typedef {import("./player.js").Player} Player */

const HEADS = "M11 2h2v5h-2zM11 17h2v5h-2zM2 11h5v2H2zM17 11h5v2h-5zM9 9h6v6H9z";
const WHOLE = "M3 3h18v18H3zM5.4 5.4v13.2h13.2V5.4zM9 9h6v6H9z";
const REST = 60; // ms without a change, after which what is seen is drawn sharply
const STEP = 2; // of a key or a button
const NOTCH = 0.0025; // of the wheel: powers of e for a pixel

export class Zoom {
  #timer = 0;

  /** @param {Player} player */
  constructor(player) {
    this.player = player;
    this.view = player.topView;
    const { canvas } = this.view.trails;
    this.box = /** @type {HTMLElement} */ (canvas.parentElement);
    const button = (/** @type {string | Node} */ sign, /** @type {string} */ title, /** @type {() => void} */ act) => {
      const made = element("button", { type: "button", title, "aria-label": title }, sign);
      made.addEventListener("click", act);
      return made;
    };
    this.back = button(icon(WHOLE), "Whole picture (0)", () => this.reset());
    this.buttons = element(
      "div",
      { class: "zoom", role: "group", "aria-label": "Zoom", hidden: "" },
      button("+", "Zoom in (+)", () => this.by(STEP)),
      button("−", "Zoom out (-)", () => this.by(1 / STEP)),
      button(icon(HEADS), "Zoom to the optimizers' heads", () => this.fit()),
      this.back,
    );
    this.box.append(this.buttons);
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    // Before the start is moved: a drag with Shift is not for it.
    canvas.addEventListener("pointerdown", (event) => this.#grab(event), { capture: true });
    canvas.addEventListener("contextmenu", (event) => this.view.viewport.zoomed && event.preventDefault());
    canvas.addEventListener("touchstart", (event) => this.#pinch(event), { passive: false });
  }

  /** Whether there is zoom: only where the loss can be computed here. @param {import("./live.js").Live | null} live */
  allow(live) {
    this.view.lossAt = live && ((x, y) => live.engine.lossAt(x, y));
    this.buttons.hidden = !live;
    const { canvas } = this.view.trails;
    canvas.title = live
      ? "Zoom: Ctrl and wheel, or the wheel alone once you clicked here; Shift and drag moves"
      : "No zoom here: this loss is computed by Python alone";
  }

  draw() {
    this.back.hidden = !this.view.viewport.zoomed;
  }

  /** Round the middle. @param {number} factor */
  by(factor) {
    const { xlim, ylim } = this.view.seen;
    this.#change((viewport) => viewport.zoom([(xlim[0] + xlim[1]) / 2, (ylim[0] + ylim[1]) / 2], factor));
  }

  reset() {
    this.#change((viewport) => viewport.reset());
  }

  /** See what surrounds the visible heads. */
  fit() {
    const { race, hidden, clock } = this.player;
    const shown = (race?.runs ?? []).filter(({ name }) => !hidden.has(name));
    const heads = shown.map(({ x, ended, loss }) => {
      const k = Math.min(clock.step, (ended ?? loss.length) - 1);
      return /** @type {[number, number]} */ ([x[2 * k], x[2 * k + 1]]);
    });
    this.#change((viewport) => viewport.fit(heads));
  }

  /** @param {(viewport: import("../plot/viewport.js").Viewport) => void} how */
  #change(how) {
    if (!this.view.lossAt) return;
    how(this.view.viewport);
    this.view.moved();
    this.player.redraw();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.view.refresh();
      this.player.redraw();
    }, REST);
  }

  /** The page scrolls unless the wheel is clearly meant for the picture. @param {WheelEvent} event */
  #wheel(event) {
    const meant = event.ctrlKey || event.metaKey || this.player.root.matches(":focus-within");
    if (!meant || !this.view.lossAt) return;
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1);
    const sharper = event.ctrlKey && Math.abs(pixels) < 20 ? 4 : 1; // a touchpad's pinch comes as small turns
    this.#change((viewport) => viewport.zoom(this.view.pointAt(event), Math.exp(-pixels * NOTCH * sharper)));
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    const { canvas } = this.view.trails;
    if (event.pointerType === "touch" || !this.view.viewport.zoomed || !(event.shiftKey || event.button > 0)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    canvas.setPointerCapture(event.pointerId);
    let [x, y] = [event.clientX, event.clientY];
    const move = (/** @type {PointerEvent} */ { clientX, clientY }) => {
      this.#pan(clientX - x, clientY - y);
      [x, y] = [clientX, clientY];
    };
    canvas.addEventListener("pointermove", move);
    canvas.addEventListener("lostpointercapture", () => canvas.removeEventListener("pointermove", move), {
      once: true,
    });
  }

  /** @param {number} dx in pixels @param {number} dy */
  #pan(dx, dy) {
    const [x, y] = this.view.perPixel;
    this.#change((viewport) => viewport.pan(-dx * x, dy * y));
  }

  /** Two fingers; one scrolls the page. @param {TouchEvent} event */
  #pinch(event) {
    if (event.touches.length !== 2 || !this.view.lossAt) return;
    event.preventDefault();
    const { canvas } = this.view.trails;
    let before = handOf(event.touches);
    const move = (/** @type {TouchEvent} */ moved) => {
      if (moved.touches.length !== 2) return;
      moved.preventDefault();
      const now = handOf(moved.touches);
      this.#pan(now.clientX - before.clientX, now.clientY - before.clientY);
      this.#change((viewport) => viewport.zoom(this.view.pointAt(now), now.apart / before.apart));
      before = now;
    };
    const stop = () => {
      for (const end of ["touchend", "touchcancel"]) canvas.removeEventListener(end, stop);
      canvas.removeEventListener("touchmove", move);
    };
    canvas.addEventListener("touchmove", move, { passive: false });
    for (const end of ["touchend", "touchcancel"]) canvas.addEventListener(end, stop);
  }
}

/** The middle of two fingers, and how far apart they are. @param {TouchList} touches */
function handOf([a, b]) {
  return {
    clientX: (a.clientX + b.clientX) / 2,
    clientY: (a.clientY + b.clientY) / 2,
    apart: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
  };
}
