/** What a phone enters the race of its class with: an optimizer, its numbers and perhaps a start. */

import { element } from "../core/dom.js";
import { inWords, short } from "../core/numbers.js";
import { RANGES, position, rangeInWords, typed, valueAt } from "../core/scrub.js";

/** @typedef {import("../core/payload.js").Spread} Spread */
/** @typedef {import("./told.js").Question} Question */
/** @typedef {import("./phonepicture.js").Picture} Picture */
/** @typedef {{rule: string, settings: Record<string, number>, start: [number, number] | null}} Entry */

const AROUND = 3; // powers of ten that a slider reaches to both sides of a size
const NINES = 4; // of a share, at least: 0.9999
const FROM_ZERO = /** @type {[number, number]} */ ([-7, 0]); // of a size that begins as 0, which the left end is
const NOTCH = 0.02; // of a power of ten
/** From where to where a slider goes, in powers of ten or evenly. @param {number} value @param {Spread} spread @returns {[number, number]} */
export function reachOf(value, spread) {
  if (spread === "share") return [0, Math.max(NINES, Math.ceil(position(value, spread)))];
  if (spread === "size" && value === 0) return FROM_ZERO;
  const [low, high] = [Math.floor(position(value, spread)), Math.ceil(position(value, spread))];
  if (spread === "count") return [Math.max(0, low - 1), high + 1];
  const around = spread === "size" ? AROUND : Math.max(1, Math.abs(value));
  return [low - around, high + around];
}

/** A number with a slider for fingers and a field for exact values. */
class Setting {
  /**
   * @param {string} name
   * @param {string} symbol
   * @param {Spread} spread
   * @param {number} value to begin with
   * @param {() => void} changed
   */
  constructor(name, symbol, spread, value, changed) {
    this.value = this.first = value;
    this.spread = spread;
    this.changed = changed;
    const label = symbol === name ? name : `${symbol} (${name})`;
    const [low, high] = reachOf(value, spread);
    this.low = low;
    this.high = high;
    const ends = { min: String(low), max: String(high), step: spread === "count" ? "any" : String(NOTCH) };
    this.slider = element("input", { type: "range", ...ends, "aria-label": `${label}, slider` });
    this.field = element("input", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": label });
    this.problem = element("p", { class: "problem", role: "alert" });
    this.root = element("div", { class: "setting" }, element("span", {}, label), this.field, this.slider, this.problem);
    this.slider.addEventListener("input", () => this.#slide());
    this.field.addEventListener("change", () => this.#type());
    this.set(value);
  }

  /** @param {number} value */
  set(value) {
    this.value = value;
    this.problem.textContent = "";
    this.field.value = String(value);
    const at = value === 0 && this.spread === "size" ? this.low : position(value, this.spread);
    this.slider.value = String(Math.max(this.low, Math.min(this.high, at)));
    this.slider.setAttribute("aria-valuetext", inWords(value));
  }

  #slide() {
    const at = Number(this.slider.value);
    const none = this.first === 0 && this.spread === "size" && at <= this.low;
    this.set(none ? 0 : valueAt(at, this.spread));
    this.changed();
  }

  #type() {
    const range = RANGES[this.spread];
    const value = typed(this.field.value, this.spread, range);
    if (value === null) return void (this.problem.textContent = rangeInWords(this.spread, range));
    this.set(value);
    this.changed();
  }
}

export class EntryForm {
  /** @type {Map<string, Setting>} */
  #settings = new Map();
  /** @type {[number, number] | null} */
  #start = null;
  /** What was entered last. */
  #entered = "";

  /**
   * @param {Question} question
   * @param {Picture} picture with the race whose conditions hold for all
   * @param {(entry: Entry) => void} enter
   */
  constructor({ rules, starts, budget }, picture, enter) {
    this.picture = picture;
    this.starts = starts;
    const { race } = picture.content;
    const known = Object.keys(race.newcomers).filter((key) => picture.engine?.knows(key));
    this.rules = rules.length ? known.filter((key) => rules.includes(key)) : known;
    this.choice = element(
      "select",
      { id: "rule" },
      ...this.rules.map((key) => element("option", { value: key }, race.newcomers[key].name)),
    );
    this.numbers = element("div", { class: "settings" });
    this.where = element("p", { class: "where-start" });
    this.button = element("button", { type: "submit", class: "main" }, "Enter the race");
    this.problem = element("p", { class: "problem", role: "alert" });
    const label = element("label", { for: "rule" }, `Optimizer for ${budget} steps`);
    this.root = element("form", { class: "entry-form", novalidate: "" });
    if (this.rules.length) this.root.append(label, this.choice, this.numbers, this.where, this.button, this.problem);
    else this.root.append(element("p", {}, `${picture.why || "No optimizer of this race runs on phones"}.`));
    this.choice.addEventListener("change", () => this.#choose(this.choice.value));
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#enter(enter);
    });
    if (this.rules.length) this.#choose(this.rules[0]);
    this.#place(null);
  }

  /** @param {Entry | null} entry @param {boolean} open */
  show(entry, open) {
    const entered = JSON.stringify(entry);
    if (entry && entered !== this.#entered && this.rules.includes(entry.rule)) this.#take(entry);
    this.#entered = entered;
    for (const each of this.root.querySelectorAll("input, select, button")) /** @type {any} */ (each).disabled = !open;
    this.button.textContent = entry ? "Change your entry" : "Enter the race";
    const taps = open && this.starts && this.rules.length > 0;
    this.picture.marks.allow(taps ? (point) => this.#place(point) : null, "Your start");
  }

  /** @param {Entry} entry that the server holds, as after a reload */
  #take({ rule, settings, start }) {
    this.choice.value = rule;
    this.#choose(rule);
    for (const [name, value] of Object.entries(settings)) this.#settings.get(name)?.set(value);
    this.#place(start);
  }

  /** @param {string} rule */
  #choose(rule) {
    const { hyper } = this.picture.content.race.newcomers[rule];
    const symbols = this.picture.engine?.rule(rule).content.symbols ?? {};
    const made = Object.entries(symbols).map(
      ([name, [symbol, spread]]) =>
        /** @type {[string, Setting]} */ ([
          name,
          new Setting(name, symbol, spread, hyper[name], () => this.#changed()),
        ]),
    );
    this.#settings = new Map(made);
    this.numbers.replaceChildren(...made.map(([, { root }]) => root));
    this.#changed();
  }

  /** @param {[number, number] | null} point */
  #place(point) {
    const { engine, content, marks } = this.picture;
    this.#changed();
    if (point && !Number.isFinite(engine?.lossAt(...point))) {
      this.problem.textContent = "The loss has no value there: choose another start.";
      point = null;
    }
    this.#start = point;
    const [x, y] = point ?? content.race.start;
    const words = `(${short(x, 5)}, ${short(y, 5)})`;
    this.where.textContent = point
      ? `Your start: ${words}.`
      : `Tap the picture below for a start of your own, or begin at ${words}.`;
    this.where.hidden = !this.starts;
    marks.show({ own: point });
  }

  #changed() {
    this.problem.textContent = "";
  }

  /** @param {(entry: Entry) => void} enter */
  #enter(enter) {
    if ([...this.#settings.values()].some(({ problem }) => problem.textContent)) return;
    const rule = this.choice.value;
    const { changes } = this.picture.content.race.newcomers[rule];
    const own = [...this.#settings].filter(([name, { value, first }]) => !(name in changes) || value !== first);
    enter({ rule, settings: Object.fromEntries(own.map(([name, { value }]) => [name, value])), start: this.#start });
  }
}
