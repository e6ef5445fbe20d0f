/** The optimizers that race: colour, dash and marker, settings, and the loss at the cursor. A click hides a run. */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { short } from "../core/numbers.js";
import { nameWithRule } from "../core/payload.js";
import { TRAIL_WIDTH, colourOf, dashOf, drawHead } from "../plot/marks.js";
import { MarkKey } from "./markkey.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {{run: Run, row: HTMLButtonElement, sheet: HiDpiCanvas, value: HTMLElement, note: HTMLElement}} Row */

export class Legend {
  /** @type {Row[]} */
  #rows = [];
  #stale = true;

  /**
   * @param {HTMLElement} list
   * @param {Set<string>} hidden names of optimizers that are not shown; a click changes it
   * @param {() => void} changed
   */
  constructor(list, hidden, changed) {
    this.list = list;
    this.hidden = hidden;
    this.changed = changed;
    this.marks = new MarkKey();
  }

  /** @param {Run[]} runs @param {import("../core/payload.js").Surface} surface */
  show(runs, surface) {
    this.#rows = runs.map((run) => this.#row(run));
    const head = element("div", { class: "head" }, element("span", {}, "optimizer"), "loss at this step");
    this.marks.show(surface);
    this.list.replaceChildren(head, ...this.#rows.map(({ row }) => row), this.marks.root);
    this.refresh();
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
   */
  draw(step, theme, outside) {
    for (const { run, row, sheet, value, note } of this.#rows) {
      if (sheet.fit() || this.#stale) drawSample(sheet, run, theme);
      const { ended, ending, loss } = run;
      const over = ended !== null && step >= ended ? ending : null;
      write(value, over?.loss || short(loss[over ? Number(ended) - 1 : step], 4));
      write(note, over ? over.words : outside(run) ? "out of the picture" : "");
      row.setAttribute("aria-pressed", String(!this.hidden.has(run.name)));
    }
    this.#stale = false;
    this.marks.draw(theme);
  }

  /**
   * @param {Run} run
   * @returns {Row}
   */
  #row(run) {
    const canvas = element("canvas", { class: "sample", "aria-hidden": "true" });
    const value = element("span", { class: "value" });
    const note = element("span", { class: "note" });
    const settings = element("span", { class: "settings" }, run.settings);
    const origin = element("span", { class: "origin" }, run.origin);
    const name = element("span", { class: "name" }, run.name, " ", origin);
    const row = element("button", { type: "button", class: "row" }, canvas, name, settings, value, note);
    row.title = `${nameWithRule(run)}: ${run.settings}\n${run.origin}: ${run.origin_means}\nClick to show or hide.`;
    row.addEventListener("click", () => {
      if (!this.hidden.delete(run.name)) this.hidden.add(run.name);
      this.changed();
    });
    return { run, row, sheet: new HiDpiCanvas(canvas), value, note };
  }
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
