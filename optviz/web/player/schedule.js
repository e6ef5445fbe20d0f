/** A hyper-parameter as a function of the step: which curve, its numbers, and the curve to be dragged. */

import { element } from "../core/dom.js";
import { Scrub } from "../core/scrub.js";
import { piecesOf, valueAt } from "../core/settings.js";
import { KINDS, begun, kindOf, numbersFor, partsOf, peakOf, settingFrom, withNumber } from "./scheduleparts.js";
import { SchedulePlot } from "./scheduleplot.js";

/** @typedef {import("./entry.js").Entry} Entry */
/** @typedef {import("./scheduleparts.js").Parts} Parts */

const WARM = "warm-up";

export class Schedule {
  #told = "";
  /** @type {Map<string, Scrub>} */
  #scrubs = new Map();

  /** @param {Entry} entry */
  constructor(entry) {
    this.entry = entry;
    const { hyper, symbols } = entry.run;
    this.name = "lr" in hyper ? "lr" : Object.keys(hyper)[0];
    this.names = element("select", { "aria-label": "Hyper-parameter" });
    for (const name of Object.keys(hyper)) this.names.append(element("option", { value: name }, symbols[name][0]));
    this.names.value = this.name;
    this.names.addEventListener("change", () => {
      this.name = this.names.value;
      this.show();
    });
    this.kinds = element("select", { "aria-label": "Its course over the steps" });
    for (const [kind, words] of KINDS) this.kinds.append(element("option", { value: kind }, words));
    this.kinds.addEventListener("change", () => this.#choose());
    this.numbers = element("p", { class: "numbers-of" });
    this.plot = new SchedulePlot(this);
    this.root = element("div", { class: "schedule" });
    this.root.append(element("p", {}, this.names, " ", this.kinds), this.numbers, this.plot.canvas);
    this.show();
  }

  get #race() {
    return /** @type {import("../core/payload.js").Race} */ (this.entry.legend.player.race);
  }

  get steps() {
    return this.#race.steps;
  }

  get theme() {
    return this.entry.legend.player.theme;
  }

  get spread() {
    return this.entry.run.symbols[this.name][1];
  }

  /** @returns {Parts} */
  get parts() {
    return partsOf(piecesOf(this.entry.run, this.name));
  }

  focus() {
    this.kinds.focus({ preventScroll: true });
  }

  /** Its value at a step. @param {number} step */
  at(step) {
    return valueAt(this.entry.run, this.name, step);
  }

  /** @param {Parts} parts @param {boolean} done whether it was let go, or set at once */
  give(parts, done) {
    this.entry.legend.player.changes.give(this.entry.place, this.name, settingFrom(parts), done);
    this.show();
  }

  #choose() {
    const { parts } = this;
    const left = Math.max(1, this.steps - parts.warm);
    this.give({ ...parts, main: begun(this.kinds.value, peakOf(parts.main), left) }, true);
  }

  /** A number of what is edited. @param {string} name @param {number} value @param {boolean} done */
  put(name, value, done) {
    const { parts } = this;
    if (name === WARM) this.give({ ...parts, warm: value }, done);
    else this.give({ ...parts, main: withNumber(parts.main, name, value) }, done);
  }

  /** Show it as it is now. */
  show() {
    const { parts, entry } = this;
    const kind = kindOf(parts.main);
    const numbers = [
      { name: WARM, number: parts.warm, spread: /** @type {const} */ ("seed"), range: [0, this.steps - 1] },
      ...numbersFor(parts.main, this.spread),
    ];
    const told = JSON.stringify([this.name, kind, this.steps, entry.run.name]);
    if (told !== this.#told) {
      this.#told = told;
      this.kinds.value = kind;
      this.#scrubs.clear();
      const fields = numbers.map(({ name, number, spread, range }) => {
        const label = `${entry.run.name}: ${name.replaceAll("_", " ")}`;
        const change = (/** @type {number} */ value, /** @type {boolean} */ done) => this.put(name, value, done);
        const scrub = new Scrub(label, spread, number, change, /** @type {[number, number] | undefined} */ (range));
        this.#scrubs.set(name, scrub);
        return element("span", { class: "number-of" }, `${name.replaceAll("_", " ")} `, scrub.root, " ");
      });
      this.numbers.replaceChildren(...fields);
    }
    for (const { name, number } of numbers) {
      const scrub = this.#scrubs.get(name);
      if (scrub && !scrub.held) scrub.show(number);
    }
    this.plot.draw();
  }
}
