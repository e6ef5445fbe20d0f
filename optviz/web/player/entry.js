/**
 * An optimizer in the legend: colour, dash and marker, settings, and the loss at the cursor. A click hides
 * its run; its settings are numbers that can be dragged, where the race runs in the page.
 */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { nameWithRule } from "../core/payload.js";
import { scrubsOf } from "../core/scrub.js";
import { peakOf, valueAt } from "../core/settings.js";
import { EntryTools } from "./entrytools.js";
import { ChangesList } from "./fromhere.js";
import { lossAt, lossInWords } from "./losses.js";
import { drawSample } from "./sample.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/theme.js").Theme} Theme */

export class Entry {
  #sheet;
  #value = element("span", { class: "value" });
  #was = element("span", { class: "was" });
  #note = element("span", { class: "note" });
  #origin = element("span", { class: "origin" });
  #settings = element("span", { class: "settings" });
  /** Its settings, where they can be dragged. @type {Map<string, import("../core/scrub.js").Scrub>} */
  #scrubs = new Map();

  /**
   * @param {import("./legend.js").Legend} legend
   * @param {Run} run
   * @param {number} place of the run
   * @param {boolean} settings whether these can be dragged
   * @param {boolean} entrants whether these can be others
   */
  constructor(legend, run, place, settings, entrants) {
    this.legend = legend;
    this.run = run;
    this.place = place;
    this.told = toldOf(run);
    const canvas = element("canvas", { class: "sample", "aria-hidden": "true" });
    this.#sheet = new HiDpiCanvas(canvas);
    const name = element("span", { class: "name" }, run.name, " ", this.#origin);
    this.row = element("button", { type: "button", class: "row" }, canvas, name, this.#value, this.#under());
    this.row.addEventListener("click", () => legend.player.toggleRun(place));
    this.#offerSingle();
    if (settings) this.#scrubs = scrubsOf(run, this.#settings, (...set) => this.set(...set));
    this.live = settings;
    this.changes = new ChangesList((each, step) => legend.player.changes.drop(place, each, step), this.row);
    this.tools = entrants ? new EntryTools(this, settings) : null;
    const tools = this.tools ? [this.tools.button, this.tools.root] : [];
    this.root = element("div", { class: "entry" }, this.row, this.#settings, this.changes.root, ...tools);
    this.retell(run);
  }

  /** What stands below the loss. */
  #under() {
    return element("span", { class: "under" }, this.#was, this.#note);
  }

  /** While its row is pointed at, or has the focus by a key, all others stand back. */
  #offerSingle() {
    const single = (/** @type {string} */ name) => this.legend.player.singleOut(name);
    this.row.addEventListener("pointerenter", ({ pointerType }) =>
      single(pointerType === "touch" ? "" : this.run.name),
    );
    this.row.addEventListener("pointerleave", () => single(""));
    this.row.addEventListener("focus", () => single(this.row.matches(":focus-visible") ? this.run.name : ""));
    this.row.addEventListener("blur", () => single(""));
  }

  /** @param {string} name of a hyper-parameter @param {number} value @param {boolean} done whether it was let go */
  set(name, value, done) {
    this.legend.player.changes.set(this.place, name, value, done);
  }

  /** The value of a setting where it is set now: in the whole race, or from the cursor on. @param {string} name */
  value(name) {
    const { from } = this.legend.player.changes;
    return from ? valueAt(this.run, name, from) : peakOf(this.run, name);
  }

  /** The run has other numbers, or is another of the same name. @param {Run} run */
  retell(run) {
    this.run = run;
    if (!this.#scrubs.size) write(this.#settings, run.settings);
    this.row.title = `${nameWithRule(run)}: ${run.settings}\n${run.origin}: ${run.origin_means}\nClick to show or hide.`;
  }

  /**
   * @param {number} step
   * @param {Theme} theme
   * @param {boolean} outside whether it has left the picture
   * @param {boolean} stale whether its sample has to be drawn anew
   * @param {Run | undefined} was its run before the last change, where that is shown and has this step
   */
  draw(step, theme, outside, stale, was) {
    const { run } = this;
    for (const [name, scrub] of this.#scrubs) if (!scrub.held) scrub.show(this.value(name));
    this.tools?.panel?.show();
    this.changes.show(run, this.live);
    if (this.#sheet.fit() || stale) drawSample(this.#sheet, run, theme);
    const { ended, ending } = run;
    const over = ended !== null && step >= ended ? ending : null;
    write(this.#value, lossInWords(run, step));
    write(this.#was, was && lossAt(was, step) !== lossAt(run, step) ? `was ${lossInWords(was, step)}` : "");
    write(this.#note, over ? over.words : outside ? "out of the picture" : "");
    write(this.#origin, run.origin);
    this.row.setAttribute("aria-pressed", String(!this.legend.player.hidden.has(run.name)));
  }
}

/** What makes an entry another one, whatever its numbers are. @param {Run} run */
export function toldOf({ name, rule, style, hyper }) {
  return JSON.stringify([name, rule, style, Object.keys(hyper)]);
}

/**
 * @param {HTMLElement} target
 * @param {string} text
 */
function write(target, text) {
  if (target.textContent !== text) target.textContent = text;
}
