/** Zoom and pan of the view from above: by wheel, fingers, drags with a key held, double clicks, keys and buttons. */

import { lastStep } from "../core/payload.js";
import { element, icon } from "../core/dom.js";
import { onDoubleClick } from "./doubleclick.js";
import { drawBox } from "./zoombox.js";

/** @typedef {import("./player.js").Player} Player */

const HEADS = "M11 2h2v5h-2zM11 17h2v5h-2zM2 11h5v2H2zM17 11h5v2h-5zM9 9h6v6H9z";
const WHOLE = "M3 3h18v18H3zM5.4 5.4v13.2h13.2V5.4zM9 9h6v6H9z";
const REST = 50; // ms without a change, after which what is seen is drawn sharply
const STEP = 2; // of a key, a button or a double click
const KEY_SHARE = 0.1; // of what is seen, for a key that moves it
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
    this.view.buttons = this.buttons;
    canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    const isFor = (/** @type {Event} */ { target }) =>
      Boolean(this.view.lossAt) && !this.buttons.contains(/** @type {Node} */ (target));
    onDoubleClick(
      this.box,
      (event) => (isFor(event) && !boxes(event) ? player.changes.standing : null),
      (event, before) => this.#twice(event, before),
    );
    // Before the start is moved: a drag with a key held is not for it.
    this.box.addEventListener("pointerdown", (event) => isFor(event) && this.#grab(event), { capture: true });
    this.box.addEventListener("contextmenu", (event) => {
      if (isFor(event) && (this.view.viewport.zoomed || event.ctrlKey)) event.preventDefault();
    });
    canvas.addEventListener("touchstart", (event) => this.#pinch(event), { passive: false });
  }

  /** Whether there is zoom: only where the loss can be computed here. @param {import("./live.js").Live | null} live */
  allow(live) {
    this.view.lossAt = live && ((x, y) => live.engine.lossAt(x, y));
    this.buttons.hidden = !live;
    const { canvas } = this.view.trails;
    canvas.title = live
      ? "Zoom: Ctrl and wheel, or the wheel alone once you clicked here; a double click; Alt or Ctrl and drag. Shift and drag moves"
      : "No zoom here: this loss is computed by Python alone";
  }

  draw() {
    const { zoomed } = this.view.viewport;
    if (!zoomed && this.back.matches(":focus")) this.player.root.focus({ preventScroll: true }); // it would be lost
    this.back.hidden = !zoomed;
  }

  /** Round the middle. @param {number} factor */
  by(factor) {
    const { xlim, ylim } = this.view.seen;
    this.#change((viewport) => viewport.zoom([(xlim[0] + xlim[1]) / 2, (ylim[0] + ylim[1]) / 2], factor));
  }

  reset() {
    this.#change((viewport) => viewport.reset());
  }

  /** By a key. @param {number} across to the right @param {number} up */
  move(across, up) {
    const { xlim, ylim } = this.view.seen;
    const [dx, dy] = [xlim, ylim].map(([low, high]) => KEY_SHARE * (high - low));
    this.#change((viewport) => viewport.pan(across * dx, up * dy));
  }

  /** See what surrounds the visible heads. */
  fit() {
    const { race, hidden, clock } = this.player;
    const shown = (race?.runs ?? []).filter(({ name }) => !hidden.has(name));
    const heads = shown.map((run) => {
      const k = Math.min(clock.step, lastStep(run));
      return /** @type {[number, number]} */ ([run.x[2 * k], run.x[2 * k + 1]]);
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
    if (event.pointerType === "touch") return;
    const boxed = boxes(event);
    if (!boxed && !(this.view.viewport.zoomed && (event.shiftKey || event.button > 0))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.player.root.focus({ preventScroll: true });
    if (boxed) drawBox(event, this.box, this.view.frame, (box) => this.#see(box));
    else this.#drag(event);
  }

  /** What a box encloses. @param {import("../plot/axes.js").Frame} box in pixels of the picture */
  #see(box) {
    const { left, top } = this.box.getBoundingClientRect();
    const at = (/** @type {number} */ x, /** @type {number} */ y) =>
      this.view.pointAt({ clientX: left + x, clientY: top + y });
    const corners = [at(box.left, box.bottom), at(box.right, box.top)];
    this.#change((viewport) => viewport.enclose(corners));
  }

  /**
   * Nearer, or with Shift farther. The first click moved the start, which is taken back; with Shift it moved nothing.
   * @param {MouseEvent} event
   * @param {import("./changes.js").Standing} before
   */
  #twice(event, before) {
    const { zoomed } = this.view.viewport;
    if (event.shiftKey && !zoomed) return;
    if (!event.shiftKey) this.player.changes.goBack(before);
    this.#change((viewport) => viewport.zoom(this.view.pointAt(event), event.shiftKey ? 1 / STEP : STEP));
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    const { canvas } = this.view.trails;
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

/** Whether a press begins a box. @param {PointerEvent} event */
function boxes({ altKey, ctrlKey, button, pointerType }) {
  return (altKey || ctrlKey) && button === 0 && pointerType !== "touch";
}

/** The middle of two fingers, and how far apart they are. @param {TouchList} touches */
function handOf([a, b]) {
  return {
    clientX: (a.clientX + b.clientX) / 2,
    clientY: (a.clientY + b.clientY) / 2,
    apart: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
  };
}
