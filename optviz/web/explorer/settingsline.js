/** The settings of an optimizer as numbers that can be dragged, where the page computes the study itself. */

import { element } from "../core/dom.js";
import { scrubsOf } from "../core/scrub.js";

export class SettingsLine {
  root = element("div", { class: "drag-settings" });
  /** @type {Map<string, import("../core/scrub.js").Scrub>} */
  #scrubs = new Map();
  #told = "";

  /**
   * @param {import("./live.js").Live} live
   * @param {number} place of the run
   */
  constructor(live, place) {
    this.live = live;
    this.place = place;
  }

  /** @param {string[]} swept hyper-parameters whose own values have no effect */
  show(swept) {
    const run = this.live.runs[this.place];
    const symbols = Object.entries(run?.symbols ?? {}).filter(([name]) => !swept.includes(name));
    const told = JSON.stringify([run?.name, symbols]);
    if (told !== this.#told) {
      this.root.replaceChildren();
      this.#scrubs = run
        ? scrubsOf({ ...run, symbols: Object.fromEntries(symbols) }, this.root, (...set) =>
            this.live.set(this.place, ...set),
          )
        : new Map();
    }
    this.#told = told;
    this.root.hidden = !this.#scrubs.size;
    for (const [name, scrub] of this.#scrubs) if (!scrub.held) scrub.show(run.hyper[name]);
  }
}
