/** How many trials of each optimizer are at which minimum, in a table. */

import { element } from "../core/dom.js";
import { targetsOf } from "../engine/targets.js";
import { colourOf } from "../plot/marks.js";
import { columnsOf } from "./cloudcolumns.js";

/** @typedef {import("../core/payload.js").Surface} Surface */

const EVERY = 250; // ms from one look at the counts to the next, while it plays or is dragged

export class CloudCounts {
  #shown = "";
  #targets = targetsOf({ minima: new Float64Array(), ends: { radius: 0, floors: new Float64Array() } });
  /** @type {Surface | null} */ #surface = null;
  /** The columns that kinds of places are counted in. @type {number[]} */
  #columns = [];
  /** @type {number[]} */ #counts = [];
  /** @type {HTMLElement[][]} */ #cells = [];
  #last = -Infinity;
  /** @type {import("../core/payload.js").Run[]} */ runs = [];
  number = "";

  constructor() {
    this.caption = element("caption");
    this.table = element("table", { "aria-live": "off" });
    // It has the focus, so that keys reach what is wider than a phone.
    this.box = element("div", { class: "counts", role: "region", "aria-label": "Where trials are", tabindex: "0" });
    this.box.append(this.table);
  }

  /**
   * @param {Surface} surface
   * @param {import("../core/payload.js").Run[]} runs
   * @param {number} number of trials each
   */
  show(surface, runs, number) {
    this.number = number.toLocaleString("en");
    this.#last = -Infinity;
    if (surface !== this.#surface) this.#targets = targetsOf(surface);
    this.#surface = surface;
    const { columns, heads } = columnsOf(surface, this.#targets);
    const shown = JSON.stringify([heads, runs.map(({ name, style }) => [name, style])]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#columns = columns;
    this.#counts = Array(this.#targets.kinds + 2).fill(0);
    const header = heads.map((each) => element("th", { scope: "col" }, each));
    this.runs = runs;
    const rows = runs.map(({ name }) => {
      const row = element("tr", {}, element("th", { scope: "row" }, element("span", { class: "swatch" }), name));
      row.append(...heads.map(() => element("td")));
      return row;
    });
    this.#cells = rows.map((row) => /** @type {HTMLElement[]} */ ([row, ...row.querySelectorAll("td")]));
    const head = element("tr", {}, element("td"), ...header);
    this.table.replaceChildren(this.caption, element("thead", {}, head), element("tbody", {}, ...rows));
  }

  /**
   * @param {number} time in steps
   * @param {import("../engine/swarm.js").Swarm[]} swarms
   * @param {boolean[]} shown
   * @param {boolean} moving whether it plays, or something is dragged
   * @param {import("../core/theme.js").Theme} theme
   */
  draw(time, swarms, shown, moving, theme) {
    const now = performance.now();
    if (moving && now - this.#last < EVERY) return;
    this.#last = now;
    const step = Math.floor(time + 1e-9);
    const live = moving ? "off" : "polite";
    if (this.table.getAttribute("aria-live") !== live) this.table.setAttribute("aria-live", live);
    say(this.caption, `Where ${this.number} trials each are at step ${step}`);
    this.#cells.forEach(([row, ...cells], place) => {
      row.hidden = !shown[place];
      row.style.setProperty("--colour", colourOf(this.runs[place], theme));
      if (row.hidden) return;
      swarms[place].count(step, this.#targets.places, this.#counts);
      const sums = cells.map(() => 0);
      this.#counts.forEach((count, kind) => (sums[this.#columns[kind]] += count));
      cells.forEach((cell, column) => say(cell, `${sums[column]}`));
    });
  }
}

/** @param {HTMLElement} cell @param {string} text */
function say(cell, text) {
  if (cell.textContent !== text) cell.textContent = text;
}
