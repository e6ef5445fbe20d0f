/** An optimizer's best learning rate: a button that takes it into the race, above the settings it is the best for. */

import { element } from "../core/dom.js";
import { short } from "../core/numbers.js";
import { SettingsLine } from "./settingsline.js";

export class Best {
  #at = -1;

  /**
   * @param {string} name
   * @param {string} early what trials are said to have done that ended early
   * @param {(at: number) => void} take called with the place of the rate
   * @param {import("./live.js").Live} live
   * @param {number} place of the run
   */
  constructor(name, early, take, live, place) {
    this.early = early;
    this.settings = new SettingsLine(live, place);
    this.value = element("span", { class: "value" });
    this.use = element("span", { class: "settings" });
    this.note = element("span", { class: "note" });
    const sample = element("canvas", { class: "sample" });
    const words = [element("span", { class: "name" }, name), this.value, this.use, this.note];
    this.button = element("button", { type: "button", class: "row" }, sample, ...words);
    this.button.addEventListener("click", () => take(this.#at));
    this.root = element("div", { class: "entry" }, this.button, this.settings.root);
  }

  /**
   * @param {Float64Array} rates
   * @param {Float64Array} values that these come to
   * @param {Float64Array} diverged the steps at which they do, or infinite
   */
  tell(rates, values, diverged) {
    this.#at = -1;
    values.forEach((value, k) => {
      if (Number.isFinite(value) && (this.#at < 0 || value < values[this.#at])) this.#at = k;
    });
    const best = this.#at;
    const lost = diverged.findIndex(Number.isFinite);
    this.value.textContent = best < 0 ? "never" : `${short(values[best])} at lr ${short(rates[best], 2)}`;
    this.use.textContent = best < 0 ? "no outcome" : "Use this";
    this.note.textContent = lost < 0 ? `never ${this.early}` : `${this.early} from lr ${short(rates[lost], 2)}`;
    this.button.disabled = best < 0;
    this.settings.show(["lr"]);
  }
}
