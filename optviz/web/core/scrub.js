/** A number that is dragged, stepped with arrow keys, or typed: a hyper-parameter in the legend, or the race's own. */

import { element } from "./dom.js";
import { inWords } from "./numbers.js";

/** @typedef {import("./payload.js").Spread} Spread */

const PIXELS = 100; // that the pointer goes for a power of ten, or for 1
export const KEY = 1 / 20; // of that for an arrow key
export const FINE = 1 / 10; // of either with Shift
const SEEDS = 10; // from one to the next that the pointer goes in pixels
const DIGITS = 3; // significant ones of a number that is dragged
const LEAST = 1e-12; // where a size that was 0 begins
/** Powers of ten that a drag reaches: of a size, and of what a share lacks to 1. @type {Partial<Record<Spread, number>>} */
const MOST = { size: 300, share: 12 };

// Screen readers take no powers of ten.
const DECIMAL = new Intl.NumberFormat("en", { maximumSignificantDigits: 17, useGrouping: false });

/** @type {Record<string, number>} */
const KEYS = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 };

/** What a number can be. @type {Record<Spread, [number, number]>} */
export const RANGES = {
  size: [0, Infinity],
  share: [0, 1],
  number: [-Infinity, Infinity],
  count: [1, Infinity],
  seed: [0, Infinity],
};

export class Scrub {
  /** @type {HTMLInputElement | null} while it is typed */
  #field = null;
  /** Whether a pointer holds it. */
  held = false;

  /**
   * @param {string} label whose number it is, for people who do not see it
   * @param {Spread} spread
   * @param {number} value
   * @param {(value: number, done: boolean) => void} changed `done` when it is let go
   * @param {[number, number]} range
   */
  constructor(label, spread, value, changed, range = RANGES[spread]) {
    this.spread = spread;
    this.range = range;
    this.changed = changed;
    this.value = value;
    this.root = element("span", { class: "scrub", role: "spinbutton", tabindex: "0", "aria-label": label });
    this.root.title = "Drag it left or right, use the arrow keys (Shift: finer), or double-click to type";
    const [low, high] = range;
    if (Number.isFinite(low)) this.root.setAttribute("aria-valuemin", DECIMAL.format(low));
    if (Number.isFinite(high)) this.root.setAttribute("aria-valuemax", DECIMAL.format(high));
    this.show(value);
    this.root.addEventListener("pointerdown", (event) => this.#grab(event));
    this.root.addEventListener("keydown", (event) => this.#key(event));
    this.root.addEventListener("dblclick", () => this.#type());
  }

  /** @param {number} value */
  show(value) {
    if (value === this.value && this.root.textContent) return;
    this.value = value;
    if (this.#field) return;
    const text = isWhole(this.spread) ? String(value) : inWords(value);
    if (this.root.textContent !== text) this.root.textContent = text;
    this.root.setAttribute("aria-valuenow", DECIMAL.format(value));
    this.root.setAttribute("aria-valuetext", text);
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0 || this.#field) return;
    event.preventDefault();
    event.stopPropagation();
    this.root.focus({ preventScroll: true });
    this.root.setPointerCapture(event.pointerId);
    let { clientX: last } = event;
    let at = position(this.value, this.spread);
    let moved = false;
    this.held = true;
    const move = (/** @type {PointerEvent} */ { clientX, shiftKey }) => {
      at = within(at + ((clientX - last) / PIXELS) * (shiftKey ? FINE : 1), this.spread, this.range);
      last = clientX;
      this.#set(valueAt(at, this.spread), false);
      moved = true;
    };
    const stop = () => {
      this.root.removeEventListener("pointermove", move);
      this.held = false;
      if (moved) this.changed(this.value, true);
    };
    this.root.addEventListener("pointermove", move);
    this.root.addEventListener("lostpointercapture", stop, { once: true });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.#field) return;
    if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      return this.#type();
    }
    const steps = KEYS[event.key];
    if (!steps) return;
    event.preventDefault();
    event.stopPropagation();
    if (isWhole(this.spread)) return this.#set(this.value + steps, true);
    this.#set(stepped(this.value, this.spread, steps * KEY * (event.shiftKey ? FINE : 1), this.range), true);
  }

  /** @param {number} wanted @param {boolean} done */
  #set(wanted, done) {
    const [low, high] = this.range;
    const value = Math.max(low, Math.min(high, wanted));
    if (value === this.value) return;
    this.show(value);
    this.changed(value, done);
  }

  /** Let it be typed, until Enter or until the field is left; Escape forgets it. */
  #type() {
    if (this.#field) return;
    const label = this.root.getAttribute("aria-label") ?? "";
    const field = element("input", {
      type: "text",
      inputmode: "decimal",
      "aria-label": label,
      value: String(this.value),
    });
    this.#field = field;
    this.root.replaceChildren(field);
    field.select();
    const end = (/** @type {boolean} */ take) => {
      if (this.#field !== field) return;
      const value = typed(field.value, this.spread, this.range);
      if (take && value === null) return refuse(field, rangeInWords(this.spread, this.range));
      this.#field = null;
      this.root.replaceChildren();
      this.show(this.value);
      if (take && value !== null) this.#set(value, true);
    };
    field.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Enter") end(true);
      if (event.key === "Escape") end(false);
      if (!this.#field) this.root.focus();
    });
    field.addEventListener("pointerdown", (event) => event.stopPropagation());
    field.addEventListener("blur", () => {
      end(true);
      end(false);
    });
  }
}

/** Say beside a field what it takes. @param {HTMLInputElement} field @param {string} sentence */
function refuse(field, sentence) {
  field.setAttribute("aria-invalid", "true");
  field.setCustomValidity(sentence);
  field.reportValidity();
  field.addEventListener("input", () => field.setCustomValidity(""), { once: true });
}

/** What a field takes. @param {Spread} spread @param {[number, number]} range */
export function rangeInWords(spread, [low, high]) {
  const kind = isWhole(spread) ? "a whole number" : "a number";
  const from = Number.isFinite(low) ? ` from ${inWords(low)}` : "";
  if (spread === "share") return `Give ${kind}${from}, below 1.`;
  return `Give ${kind}${from}${Number.isFinite(high) ? ` to ${inWords(high)}` : ""}.`;
}

/**
 * A run's hyper-parameters after each other.
 * @param {Pick<import("./payload.js").Run, "name" | "symbols" | "hyper">} run
 * @param {HTMLElement} box for them
 * @param {(name: string, value: number, done: boolean) => void} changed
 * @returns {Map<string, Scrub>} by their names
 */
export function scrubsOf({ name: own, symbols, hyper }, box, changed) {
  return new Map(
    Object.entries(symbols).map(([name, [symbol, spread]], k) => {
      const label = `${own}: ${symbol === name ? name : `${symbol}, ${name}`}`;
      const scrub = new Scrub(label, spread, hyper[name], (value, done) => changed(name, value, done));
      box.append(k ? ", " : "", `${symbol} `, scrub.root);
      return [name, scrub];
    }),
  );
}

/** How far along a drag a value is. @param {number} value @param {Spread} spread */
export function position(value, spread) {
  if (spread === "seed") return (value * SEEDS) / PIXELS;
  if (spread === "count") return Math.log10(value);
  if (spread === "size") return Math.log10(Math.max(value, LEAST));
  return spread === "share" ? -Math.log10(1 - value) : value;
}

/** @param {number} at along a drag @param {Spread} spread @param {[number, number]} range */
function within(at, spread, range) {
  const [low, high] = range.map((end) => position(end, spread));
  const least = range[0] || spread !== "size" ? low : -Infinity; // sizes come near to 0
  return Math.max(least, Math.min(high, MOST[spread] ?? Infinity, at));
}

/**
 * The next value that few digits tell from this one.
 * @param {number} value
 * @param {Spread} spread
 * @param {number} by how far along a drag
 * @param {[number, number]} [range]
 */
export function stepped(value, spread, by, range = RANGES[spread]) {
  let found = value;
  for (let times = 1; times < 40 && found === value; times++) {
    found = valueAt(within(position(value, spread) + by * times, spread, range), spread);
  }
  return found;
}

/** @param {Spread} spread */
function isWhole(spread) {
  return spread === "count" || spread === "seed";
}

/** The value there, in few digits. @param {number} at @param {Spread} spread */
export function valueAt(at, spread) {
  const few = (/** @type {number} */ value) => Number(value.toPrecision(DIGITS));
  if (spread === "seed") return Math.round((at * PIXELS) / SEEDS);
  if (spread === "count") return Math.round(10 ** at);
  if (spread === "size") return few(10 ** at);
  if (spread === "number") return few(at);
  const lack = few(10 ** -at);
  return Number((1 - lack).toFixed(DIGITS - 1 - Math.floor(Math.log10(lack))));
}

/**
 * What was typed, with a point or a comma; null if it is no such number.
 * @param {string} text
 * @param {Spread} spread
 * @param {[number, number]} range
 */
export function typed(text, spread, [low, high] = RANGES[spread]) {
  const plain = text.trim().replace(",", ".");
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
  const fits = value >= low && value <= high && (spread !== "share" || value < 1);
  return Number.isFinite(value) && fits && (!isWhole(spread) || Number.isInteger(value)) ? value : null;
}
