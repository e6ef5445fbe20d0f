/** Turning and zooming by mouse, fingers, wheel and keys. */

/** @typedef {import("./camera.js").Camera} Camera */

const DEGREES = 0.45; // for a pixel
const SIDEWAYS = 8; // pixels
const KEY_DEGREES = 5;
const KEY_ZOOM = 1.2;

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class Orbit {
  /** @type {Map<number, PointerEvent>} */
  #pointers = new Map();
  #begin = 0; // where the pointer went down, in pixels from the left
  #tilts = true;

  /**
   * @param {HTMLElement} box that can have the focus
   * @param {Camera} camera
   * @param {() => void} changed
   */
  constructor(box, camera, changed) {
    this.box = box;
    this.camera = camera;
    this.changed = changed;
    box.addEventListener("pointerdown", (event) => this.#grab(event));
    box.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) {
      box.addEventListener(end, ({ pointerId }) => this.#pointers.delete(pointerId));
    }
    box.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    box.addEventListener("keydown", (event) => this.#key(event));
    box.addEventListener("dblclick", () => this.#reset());
  }

  #reset() {
    this.camera.reset();
    this.changed();
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0) return;
    this.box.focus({ preventScroll: true });
    this.box.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, event);
    this.#begin = event.clientX;
    this.#tilts = event.pointerType !== "touch";
  }

  /**
   * One pointer turns; of two, each one's move counts by half: apart they zoom, together they shift.
   * @param {PointerEvent} event
   */
  #move(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY];
    const { pointerId } = event;
    const other = [...this.#pointers.values()].find((each) => each.pointerId !== pointerId);
    if (other) {
      const apart = (/** @type {PointerEvent} */ { clientX, clientY }) =>
        Math.max(10, Math.hypot(clientX - other.clientX, clientY - other.clientY));
      const [x, y] = this.#pixels(event);
      const [u, v] = this.#pixels(other);
      this.camera.move(dx / 2, dy / 2);
      this.camera.zoomAt(apart(event) / apart(before), (x + u) / 2, (y + v) / 2);
    } else {
      // A finger that goes up or down scrolls the page; one that set out to the side tilts as well.
      this.#tilts ||= Math.abs(event.clientX - this.#begin) > SIDEWAYS;
      this.camera.turn(-dx * DEGREES, this.#tilts ? dy * DEGREES : 0);
    }
    this.#pointers.set(event.pointerId, event);
    this.changed();
  }

  /** @param {MouseEvent} event */
  #pixels({ clientX, clientY }) {
    const { left, top } = this.box.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  /**
   * A wheel over a page scrolls the page, unless a click has given the box the focus, or Ctrl is
   * held, which is also what two fingers on a touchpad amount to.
   * @param {WheelEvent} event
   */
  #wheel(event) {
    if (!event.ctrlKey && !this.box.matches(":focus")) return;
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    const amount = Math.max(-240, Math.min(240, event.deltaY * lines * (event.ctrlKey ? 5 : 1)));
    this.camera.zoomAt(Math.exp(-amount / 500), ...this.#pixels(event));
    this.changed();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) this.camera.turn(arrow[0] * KEY_DEGREES, arrow[1] * KEY_DEGREES);
    else if (event.key === "+" || event.key === "=") this.camera.zoomAt(KEY_ZOOM);
    else if (event.key === "-") this.camera.zoomAt(1 / KEY_ZOOM);
    else if (event.key === "0") this.camera.reset();
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.changed();
  }
}
