/** The race's own numbers above the legend: its steps, and where it has them seed, minibatch and the loss's parameter. */

import { element } from "../core/dom.js";
import { Scrub } from "../core/scrub.js";

/** @typedef {import("../core/payload.js").Own} Own */
/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Spread} Spread */
/** @typedef {import("../core/payload.js").Surface} Surface */

export class Numbers {
  /** @type {Map<Own, Scrub>} */
  #scrubs = new Map();
  #told = "";

  /**
   * @param {HTMLElement} box
   * @param {(name: Own, value: number, done: boolean) => void} put called with a number that is dragged, and
   *   whether it was let go
   */
  constructor(box, put) {
    this.box = box;
    this.put = put;
  }

  /**
   * @param {Race} race
   * @param {Surface} surface
   * @param {boolean} live whether the race can run here
   */
  show(race, { parameter }, live) {
    const { ranges } = race;
    this.box.hidden = !live;
    const told = JSON.stringify([ranges, parameter?.name]);
    if (told !== this.#told) this.#build(race, parameter?.name ?? "");
    this.#told = told;
    for (const [name, scrub] of this.#scrubs) if (!scrub.held) scrub.show(Number(race[name]));
  }

  /** @param {Race} race @param {string} parameter its name */
  #build({ ranges, ...race }, parameter) {
    this.#scrubs.clear();
    this.box.replaceChildren();
    /** @type {[Own, string, Spread, string, string][]} */
    const known = [
      ["steps", "Steps", "count", "", " steps"],
      ["seed", "Seed of the minibatches", "seed", "seed ", ""],
      ["batch", "Minibatch size", "count", "minibatch ", ""],
      ["parameter", parameter, "size", `${parameter} `, ""],
    ];
    for (const [name, label, spread, before, after] of known) {
      const range = ranges[name];
      if (!range) continue;
      const scrub = new Scrub(label, spread, Number(race[name]), (...set) => this.put(name, ...set), range);
      scrub.root.title = `${range[0]} to ${range[1]}. ${scrub.root.title}`;
      this.box.append(this.#scrubs.size ? " · " : "", element("span", {}, before, scrub.root, after));
      this.#scrubs.set(name, scrub);
    }
  }
}
