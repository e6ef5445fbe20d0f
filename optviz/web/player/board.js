/** What is drawn on the pictures by hand, and a dot that follows the pointer. It stays in this window. */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";

/** @typedef {"pen" | "pointer" | ""} Tool none: pointers go through to the pictures */

const INK = "#e0182d";
const RIM = "#ffffff";
const WIDTH = 3.5; // pixels of a line; a stylus that is pressed makes it up to half as wide again
const DOT = 9; // pixels: radius of the pointer's dot

export class Board {
  /** @type {Tool} */
  tool = "";
  /** Lines of x, y and pressure, x and y as shares of the sheet. @type {number[][]} */
  #lines = [];
  /** @type {[number, number] | null} where the pointer's dot is, in pixels */
  #dot = null;
  #stale = true;

  /**
   * @param {HTMLElement} box the pictures
   * @param {() => void} begun called with every new line
   */
  constructor(box, begun) {
    this.begun = begun;
    this.sheet = new HiDpiCanvas(element("canvas", { class: "board", "aria-hidden": "true" }));
    const { canvas } = this.sheet;
    box.append(canvas);
    canvas.addEventListener("pointerdown", (event) => this.#down(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    canvas.addEventListener("pointerleave", () => this.#point(null));
    canvas.addEventListener("pointerup", ({ pointerType }) => pointerType !== "mouse" && this.#point(null));
  }

  /** Whether there is a line. */
  get drawn() {
    return this.#lines.length > 0;
  }

  /** @param {Tool} tool */
  use(tool) {
    this.tool = tool;
    this.sheet.canvas.dataset.tool = tool;
    this.#point(null);
  }

  undo() {
    this.#lines.pop();
    this.#changed();
  }

  wipe() {
    this.#lines = [];
    this.#changed();
  }

  draw() {
    if (!this.sheet.fit() && !this.#stale) return;
    this.#stale = false;
    const { context } = this.sheet;
    this.sheet.clear();
    context.lineJoin = context.lineCap = "round";
    for (const line of this.#lines) this.#stroke(line);
    if (!this.#dot) return;
    context.beginPath();
    context.arc(...this.#dot, DOT, 0, 2 * Math.PI);
    context.fillStyle = INK;
    context.strokeStyle = RIM;
    context.lineWidth = 2;
    context.fill();
    context.stroke();
  }

  /** @param {number[]} line */
  #stroke(line) {
    const { context, width, height } = this.sheet;
    const pressed = line[2];
    context.beginPath();
    for (let k = 0; k < line.length; k += 3) context.lineTo(line[k] * width, line[k + 1] * height);
    if (line.length === 3) context.lineTo(line[0] * width + 0.1, line[1] * height); // a tap makes a dot
    for (const [wide, colour] of /** @type {const} */ ([
      [WIDTH * pressed + 2, RIM],
      [WIDTH * pressed, INK],
    ])) {
      context.lineWidth = wide;
      context.strokeStyle = colour;
      context.stroke();
    }
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    if (this.tool === "pointer") return this.#point([event.offsetX, event.offsetY]);
    this.sheet.canvas.setPointerCapture(event.pointerId);
    this.#lines.push([]);
    this.#add(event);
    this.begun();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (this.tool === "pointer") return this.#point([event.offsetX, event.offsetY]);
    if (!(event.buttons & 1) || !this.#lines.length) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const each of all.length ? all : [event]) this.#add(each);
  }

  /** @param {PointerEvent} event */
  #add({ clientX, clientY, pointerType, pressure }) {
    const { left, top, width, height } = this.sheet.canvas.getBoundingClientRect();
    const pressed = pointerType === "pen" ? 0.5 + pressure : 1;
    this.#lines[this.#lines.length - 1].push((clientX - left) / width, (clientY - top) / height, pressed);
    this.#changed();
  }

  /** @param {[number, number] | null} dot */
  #point(dot) {
    this.#dot = dot;
    this.#changed();
  }

  #changed() {
    this.#stale = true;
    this.draw();
  }
}
