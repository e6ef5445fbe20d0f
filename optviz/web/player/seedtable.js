/** The quartiles of each optimizer's loss over the seeds, and in how many it is ahead, in a table. */

import { element } from "../core/dom.js";
import { short } from "../core/numbers.js";
import { colourOf } from "../plot/marks.js";

/** @typedef {Pick<import("../core/payload.js").Run, "name" | "style">} Named */

const HEADS = ["quartile", "median", "quartile", "ahead in"];

export class SeedTable {
  /** @type {HTMLElement[][]} */ #cells = [];
  /** @type {Named[]} */ #runs = [];
  /** @type {HTMLElement[]} */ #swatches = [];

  constructor() {
    this.table = element("table", { "aria-live": "off" });
    // It has the focus, so that keys reach what is wider than a phone.
    this.box = element("div", { class: "counts", role: "region", "aria-label": "Losses over seeds", tabindex: "0" });
    this.box.append(this.table);
  }

  /** @param {Named[]} runs */
  show(runs) {
    this.#runs = runs;
    this.#swatches = runs.map(() => element("span", { class: "swatch" }));
    const rows = runs.map(({ name }, k) => {
      const row = element("tr", {}, element("th", { scope: "row" }, this.#swatches[k], name));
      row.append(...HEADS.map(() => element("td")));
      return row;
    });
    this.#cells = rows.map((row) => [...row.querySelectorAll("td")]);
    const heads = HEADS.map((each) => element("th", { scope: "col" }, each));
    const head = element("tr", {}, element("th", { scope: "col" }, "loss"), ...heads);
    this.table.replaceChildren(element("thead", {}, head), element("tbody", {}, ...rows));
  }

  /**
   * @param {import("../plot/bands.js").Band[]} bands
   * @param {number[]} counts of seeds in which each is ahead
   * @param {number} step
   * @param {import("../core/theme.js").Theme} theme
   */
  tell(bands, counts, step, theme) {
    this.#swatches.forEach((each, k) => each.style.setProperty("--colour", colourOf(this.#runs[k], theme)));
    bands.forEach(({ low, median, high }, k) => {
      const told = [low, median, high].map((each) => (Number.isFinite(each[step]) ? short(each[step], 4) : "ended"));
      [...told, String(counts[k])].forEach((text, at) => {
        if (this.#cells[k][at].textContent !== text) this.#cells[k][at].textContent = text;
      });
      [low, median, high].forEach((each, at) => (this.#cells[k][at].title = digits(each[step])));
    });
  }
}

/** All digits of a loss; nothing of an infinite one. @param {number} loss */
function digits(loss) {
  return Number.isFinite(loss) ? `${loss}` : "";
}
