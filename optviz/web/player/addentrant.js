/** One more optimizer: a list of the rules, and a button. */

import { element } from "../core/dom.js";
import { MOST, added, namesOf } from "./entrants.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("./conditions.js").Entrant} Entrant */

export class AddEntrant {
  /** @type {Race | null} */ #race = null;
  #told = "";

  /** @param {(entrants: Entrant[], name: string) => void} enter called with those that race then, and the new name */
  constructor(enter) {
    this.select = element("select", { "aria-label": "Optimizer to add" });
    this.button = element("button", { type: "button" }, "Add");
    this.button.addEventListener("click", () => {
      if (!this.#race) return;
      const names = namesOf(this.#race);
      const entrants = added(this.#race, this.select.value);
      const [{ name }] = entrants.filter((each) => !names.includes(each.name));
      enter(entrants, name);
    });
    this.root = element("div", { class: "add" }, "Add an optimizer", this.select, this.button);
  }

  /**
   * @param {Race} race
   * @param {boolean} possible
   * @param {(key: string) => string} whyNot why no entrant of a rule can come; "" where one can
   */
  show(race, possible, whyNot) {
    this.#race = race;
    this.root.hidden = !possible;
    const offers = Object.entries(race.newcomers).map(([key, { name }]) => ({ key, name, why: whyNot(key) }));
    const told = JSON.stringify(offers);
    if (told !== this.#told) {
      this.#told = told;
      const racing = new Set(race.runs.map(({ key }) => key));
      const options = offers.map(({ key, name, why }) => {
        const option = element("option", { value: key }, why ? `${name}: ${why}` : name);
        option.disabled = Boolean(why);
        return option;
      });
      this.select.replaceChildren(...options);
      const next = offers.find(({ key, why }) => !why && !racing.has(key)) ?? offers.find(({ why }) => !why);
      if (next) this.select.value = next.key;
    }
    this.button.disabled = race.runs.length >= MOST || !offers.some(({ why }) => !why);
  }
}
