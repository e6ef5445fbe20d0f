/**
 * The optimizers that race: colour, dash and marker, settings, and the loss at the cursor. A click hides
 * a run; its settings are numbers that can be dragged, where the race runs in the page.
 */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { short } from "../core/numbers.js";
import { nameWithRule } from "../core/payload.js";
import { TRAIL_WIDTH, colourOf, dashOf, drawHead } from "../plot/marks.js";
import { whyNot } from "./live.js";
import { valueAt } from "../core/settings.js";
import { ChangesList, FromHere } from "./fromhere.js";
import { MarkKey } from "./markkey.js";
import { Scrub } from "./scrub.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/theme.js").Theme} Theme */
/**
 * @typedef {object} Row
 * @property {Run} run
 * @property {HTMLElement} entry
 * @property {HTMLButtonElement} row
 * @property {HTMLElement} settings
 * @property {Map<string, Scrub>} scrubs by the names of the hyper-parameters
 * @property {ChangesList} changes
 * @property {HiDpiCanvas} sheet
 * @property {HTMLElement} value
 * @property {HTMLElement} note
 * @property {HTMLElement} origin
 */

/** @typedef {(place: number, name: string, value: number, done: boolean) => void} SetValue */

export class Legend {
  /** @type {Row[]} */
  #rows = [];
  #stale = true;
  #live = false;

  /**
   * @param {HTMLElement} list
   * @param {Set<string>} hidden names of optimizers that are not shown; a click changes it
   * @param {() => void} changed
   * @param {SetValue} set called with a setting that is dragged: of which run, its name and value, and
   *   whether it was let go
   * @param {(place: number, name: string, step: number) => void} drop called to forget a change on the way
   * @param {() => void} fromHere called to set settings from the cursor on, or not any more
   */
  constructor(list, hidden, changed, set, drop, fromHere) {
    this.list = list;
    this.hidden = hidden;
    this.changed = changed;
    this.set = set;
    this.drop = drop;
    this.fromHere = new FromHere(fromHere);
    this.marks = new MarkKey();
    this.why = element("p", { class: "why", hidden: "" });
  }

  /**
   * @param {import("../core/payload.js").Race} race
   * @param {import("../core/payload.js").Surface} surface
   * @param {boolean} live whether settings can be dragged
   */
  show(race, surface, live) {
    const { runs } = race;
    if (this.#live === live && this.#fits(runs)) {
      this.#rows.forEach((each, place) => this.#retell(each, runs[place]));
    } else {
      this.#live = live;
      this.#rows = runs.map((run, place) => this.#row(run, place));
      const head = element(
        "div",
        { class: "head" },
        element("span", {}, "optimizer"),
        this.fromHere.button,
        element("span", {}, "loss at this step"),
      );
      this.list.replaceChildren(head, ...this.#rows.map(({ entry }) => entry), this.marks.root, this.why);
    }
    const why = whyNot(race, surface);
    this.why.hidden = !why;
    write(this.why, why && `${why}. So settings are changed beside the race.`);
    this.marks.show(surface);
    this.refresh();
  }

  /** Whether these runs have the rows that are there: then a number that has the focus keeps it. @param {Run[]} runs */
  #fits(runs) {
    const told = (/** @type {Run} */ { name, rule, style, hyper }) =>
      JSON.stringify([name, rule, style, Object.keys(hyper)]);
    return runs.length === this.#rows.length && runs.every((run, place) => told(run) === told(this.#rows[place].run));
  }

  /** @param {Row} each @param {Run} run */
  #retell(each, run) {
    each.run = run;
    if (!each.scrubs.size) write(each.settings, run.settings);
    explain(each.row, run);
  }

  /** Draw the samples anew next time, in another theme. */
  refresh() {
    this.#stale = true;
    this.marks.refresh();
  }

  /**
   * @param {number} step
   * @param {Theme} theme
   * @param {(run: Run) => boolean} outside whether a run has left the picture
   * @param {{fromHere: boolean, from: number}} setting whether settings are set from the cursor on, and from which step
   */
  draw(step, theme, outside, { fromHere, from }) {
    this.fromHere.draw(this.#live, fromHere, from);
    for (const { run, row, sheet, value, note, origin, scrubs, changes } of this.#rows) {
      for (const [name, scrub] of scrubs) if (!scrub.held) scrub.show(valueAt(run, name, from));
      changes.show(run, this.#live);
      if (sheet.fit() || this.#stale) drawSample(sheet, run, theme);
      const { ended, ending, loss } = run;
      const over = ended !== null && step >= ended ? ending : null;
      write(value, over?.loss || short(loss[over ? Number(ended) - 1 : step], 4));
      write(note, over ? over.words : outside(run) ? "out of the picture" : "");
      write(origin, run.origin);
      row.setAttribute("aria-pressed", String(!this.hidden.has(run.name)));
    }
    this.#stale = false;
    this.marks.draw(theme);
  }

  /**
   * @param {Run} run
   * @param {number} place
   * @returns {Row}
   */
  #row(run, place) {
    const canvas = element("canvas", { class: "sample", "aria-hidden": "true" });
    const value = element("span", { class: "value" });
    const note = element("span", { class: "note" });
    const origin = element("span", { class: "origin" }, run.origin);
    const name = element("span", { class: "name" }, run.name, " ", origin);
    const row = element("button", { type: "button", class: "row" }, canvas, name, value, note);
    const settings = element("span", { class: "settings" });
    const scrubs = this.#live ? this.#scrubs(run, place) : new Map();
    [...scrubs].forEach(([each, { root }], k) => settings.append(k ? ", " : "", `${run.symbols[each][0]} `, root));
    if (!scrubs.size) settings.textContent = run.settings;
    explain(row, run);
    row.addEventListener("click", () => {
      const { name: own } = this.#rows[place].run;
      if (!this.hidden.delete(own)) this.hidden.add(own);
      this.changed();
    });
    const changes = new ChangesList((each, step) => this.drop(place, each, step));
    const entry = element("div", { class: "entry" }, row, settings, changes.root);
    return { run, entry, row, settings, scrubs, changes, sheet: new HiDpiCanvas(canvas), value, note, origin };
  }

  /** @param {Run} run @param {number} place @returns {Map<string, Scrub>} */
  #scrubs(run, place) {
    return new Map(
      Object.entries(run.symbols).map(([name, [symbol, spread]]) => {
        const label = `${run.name}: ${symbol === name ? name : `${symbol}, ${name}`}`;
        const set = (/** @type {number} */ value, /** @type {boolean} */ done) => this.set(place, name, value, done);
        return [name, new Scrub(label, spread, run.hyper[name], set)];
      }),
    );
  }
}

/** @param {HTMLElement} row @param {Run} run */
function explain(row, run) {
  row.title = `${nameWithRule(run)}: ${run.settings}\n${run.origin}: ${run.origin_means}\nClick to show or hide.`;
}

/**
 * @param {HiDpiCanvas} sheet
 * @param {Run} run
 * @param {Theme} theme
 */
function drawSample(sheet, run, theme) {
  const { context, width, height } = sheet;
  const colour = colourOf(run, theme);
  sheet.clear();
  context.beginPath();
  context.moveTo(1, height / 2);
  context.lineTo(width - 8, height / 2);
  context.setLineDash(dashOf(run, TRAIL_WIDTH));
  context.lineWidth = TRAIL_WIDTH;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
  drawHead(context, run.style.marker, width - 9, height / 2, 5.4, colour, theme.paper);
}

/**
 * @param {HTMLElement} target
 * @param {string} text
 */
function write(target, text) {
  if (target.textContent !== text) target.textContent = text;
}
