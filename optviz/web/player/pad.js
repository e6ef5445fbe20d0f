/** Two numbers of an entrant at once: a point on a square, whose axes are those of the numbers' scrubs. */

import { element } from "../core/dom.js";
import { inWords } from "../core/numbers.js";
import { KEY, FINE, position, stepped, valueAt } from "../core/scrub.js";

/** @typedef {import("./entry.js").Entry} Entry */
/** @typedef {import("../core/payload.js").Spread} Spread */

const AROUND = 2; // powers of ten to both sides of a size
const AXES = /** @type {const} */ (["left", "bottom"]);

/** @type {Record<string, [number, number]>} axis and direction */
const ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowDown: [1, -1], ArrowUp: [1, 1] };

export class Pad {
  /** Which numbers, across and upwards. */
  #names;
  /** From where to where they go, in powers of ten or evenly. @type {[number, number][]} */
  #ranges = [];
  #held = false;
  /** What is shown. @type {number[]} */
  #shown = [];

  /** @param {Entry} entry */
  constructor(entry) {
    this.entry = entry;
    const all = Object.keys(entry.run.hyper);
    this.#names = [all[0], all[1]];
    this.knob = element("div", { class: "knob", role: "application", tabindex: "0" });
    this.plane = element("div", { class: "plane" });
    this.said = element("output", {});
    const labels = this.#names.map((_, axis) => this.#label(axis, all));
    this.root = element("div", { class: "pad" }, this.said, ...labels, this.plane);
    this.plane.addEventListener("pointerdown", (event) => this.#grab(event));
    this.knob.addEventListener("keydown", (event) => this.#key(event));
    this.#choose();
  }

  /** The name of an axis, with a choice where there are more numbers than two. @param {number} axis @param {string[]} all */
  #label(axis, all) {
    const { symbols } = this.entry.run;
    const attributes = { class: AXES[axis] };
    if (all.length < 3) return element("span", attributes, symbols[all[axis]][0]);
    const options = all.map((name) => element("option", { value: name }, symbols[name][0]));
    const label = axis ? "Number on the vertical axis" : "Number on the horizontal axis";
    const select = element("select", { ...attributes, "aria-label": label }, ...options);
    select.value = all[axis];
    select.addEventListener("change", () => {
      const other = this.#names[1 - axis];
      if (select.value === other) this.#names[1 - axis] = this.#names[axis]; // they change places
      this.#names[axis] = select.value;
      this.root.querySelectorAll("select").forEach((each, k) => (each.value = this.#names[k]));
      this.#choose();
    });
    return select;
  }

  focus() {
    this.knob.focus({ preventScroll: true });
  }

  #choose() {
    this.#ranges = [];
    this.#shown = [];
    const { name: own, symbols } = this.entry.run;
    const [x, y] = this.#names.map((name) => symbols[name][0]);
    this.knob.setAttribute("aria-label", `${own}: ${x} by left and right arrow, ${y} by up and down arrow`);
    this.show();
  }

  /** @param {number} axis @returns {Spread} */
  #spread(axis) {
    return this.entry.run.symbols[this.#names[axis]][1];
  }

  /** Show the numbers as they are now. */
  show() {
    const { entry } = this;
    if (this.#names.every((name, axis) => entry.value(name) === this.#shown[axis])) return;
    const { symbols } = entry.run;
    const values = this.#names.map((name) => entry.value(name));
    this.#shown = values;
    const shares = values.map((value, axis) => this.#share(axis, value));
    if (!this.#held && shares.some((share) => !(share >= 0 && share <= 1))) {
      this.#ranges = values.map((value, axis) => rangeAround(value, this.#spread(axis)));
      this.plane.replaceChildren(...this.#ranges.flatMap((_, axis) => this.#ticks(axis)), this.knob);
    }
    values.forEach((value, axis) => {
      const share = Math.max(0, Math.min(1, this.#share(axis, value)));
      this.knob.style[AXES[axis]] = `${100 * share}%`;
    });
    const text = this.#names.map((name, axis) => `${symbols[name][0]} ${inWords(values[axis])}`).join(", ");
    if (this.said.textContent !== text) this.said.textContent = text;
  }

  /** Where along an axis a value is, from 0 to 1. @param {number} axis @param {number} value */
  #share(axis, value) {
    const [low, high] = this.#ranges[axis] ?? [NaN, NaN];
    return (position(value, this.#spread(axis)) - low) / (high - low);
  }

  /** @param {number} axis */
  #ticks(axis) {
    const [low, high] = this.#ranges[axis];
    return Array.from({ length: high - low + 1 }, (_, k) => {
      const words = inWords(valueAt(low + k, this.#spread(axis)));
      const tick = element("div", { class: `tick ${AXES[axis]}`, "aria-hidden": "true" }, element("span", {}, words));
      tick.style[AXES[axis]] = `${(100 * k) / (high - low)}%`;
      return tick;
    });
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    this.knob.focus({ preventScroll: true });
    this.plane.setPointerCapture(event.pointerId);
    this.#held = true;
    const move = (/** @type {PointerEvent} */ moved) => this.#moveTo(moved, false);
    const stop = (/** @type {PointerEvent} */ ended) => {
      this.plane.removeEventListener("pointermove", move);
      this.plane.removeEventListener("pointerup", stop);
      this.plane.removeEventListener("pointercancel", stop);
      this.#held = false;
      this.#moveTo(ended, true);
    };
    this.plane.addEventListener("pointermove", move);
    this.plane.addEventListener("pointerup", stop);
    this.plane.addEventListener("pointercancel", stop);
    move(event);
  }

  /** @param {PointerEvent} pointer @param {boolean} done */
  #moveTo({ clientX, clientY, type }, done) {
    const box = this.plane.getBoundingClientRect();
    const places = [(clientX - box.left) / box.width, (box.bottom - clientY) / box.height];
    const values = this.#names.map((name, axis) => {
      if (type === "pointercancel") return this.entry.value(name); // it says no place
      const [low, high] = this.#ranges[axis];
      return valueAt(low + Math.max(0, Math.min(1, places[axis])) * (high - low), this.#spread(axis));
    });
    this.#set(values, done);
  }

  /** @param {number[]} values @param {boolean} done */
  #set(values, done) {
    this.entry.set(this.#names[0], values[0], false);
    this.entry.set(this.#names[1], values[1], done);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, shiftKey, ctrlKey, altKey, metaKey } = event;
    const arrow = ARROWS[key];
    if (!arrow || ctrlKey || altKey || metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const [axis, direction] = arrow;
    const by = direction * KEY * (shiftKey ? FINE : 1);
    const name = this.#names[axis];
    this.entry.set(name, stepped(this.entry.value(name), this.#spread(axis), by), true);
  }
}

/** Whole powers of ten, or whole numbers. @param {number} value @param {Spread} spread @returns {[number, number]} */
function rangeAround(value, spread) {
  if (spread === "share") return [0, Math.max(3, Math.ceil(position(value, spread)) + 1)];
  if (spread === "size" && value === 0) return [-6, 0];
  const middle = Math.round(position(value, spread));
  const around = spread === "size" ? AROUND : 1;
  return [middle - around, middle + around];
}
