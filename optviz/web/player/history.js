/** What was raced one after the other, so that the visitor can go back and forth. */

import { sameConditions } from "./conditions.js";

/** @typedef {import("./conditions.js").Conditions} Conditions */

const MOST = 100; // kept

export class History {
  /** @type {Conditions[]} */
  #kept = [];
  #at = -1;

  /** Forget all: another scene. */
  clear() {
    this.#kept = [];
    this.#at = -1;
  }

  /** Where in it the visitor is now. */
  get place() {
    return this.#at;
  }

  /** Be there, and forget what follows. @param {number} place */
  cut(place) {
    this.#kept.length = Math.min(this.#kept.length, place + 1);
    this.#at = this.#kept.length - 1;
  }

  /** What is raced now; nothing is kept twice in a row. @param {Conditions} conditions */
  keep(conditions) {
    const current = this.#kept[this.#at];
    if (current && sameConditions(current, conditions)) return;
    this.#kept = [...this.#kept.slice(0, this.#at + 1), conditions].slice(-MOST);
    this.#at = this.#kept.length - 1;
  }

  /** @param {-1 | 1} by back or forth */
  has(by) {
    return this.#at + by in this.#kept;
  }

  /** @param {-1 | 1} by @returns {Conditions | null} what was raced then; null if there is nothing */
  go(by) {
    if (!this.has(by)) return null;
    this.#at += by;
    return this.#kept[this.#at];
  }
}
