/** What Python has been told of the race, and what it has not. */

import { differences, joined, sameConditions } from "./conditions.js";
import { Requests } from "./requests.js";

/** @typedef {import("./conditions.js").Conditions} Conditions */
/** @typedef {import("./conditions.js").Wish} Wish */

export class Told {
  /** As the last race that came has them. @type {Conditions | null} */
  #came = null;
  /** As the last race that came without a question of this player's has them. @type {Conditions | null} */
  #base = null;
  /** As they were when Python was asked last. @type {Conditions | null} */
  #asked = null;

  /** @param {import("./requests.js").Send | null} send */
  constructor(send) {
    this.requests = new Requests(send);
  }

  /** What Python has not been told yet, or not answered. @param {Conditions} now @returns {Wish} */
  pending(now) {
    const told = this.requests.open ? this.#asked : this.#came;
    return told ? differences(told, now) : {};
  }

  /** A race came. @param {Conditions} conditions @param {boolean} unasked */
  came(conditions, unasked) {
    this.#came = conditions;
    if (unasked || !this.requests.open) this.#base = conditions;
  }

  /** Whether the last race that came is raced. @param {Conditions} now */
  isAsCame(now) {
    return this.#came !== null && sameConditions(this.#came, now);
  }

  /**
   * Tell Python, unless an answer is still to come: then after that. All is told that was set here, again and
   * again: fields of the page that are not drawn yet send what they held before, and would take it back.
   * @param {Conditions} now
   * @param {string} surface key of the surface that need not be sent again
   */
  tell(now, surface) {
    const wish = this.pending(now);
    if (!this.requests.possible || this.requests.open || !Object.keys(wish).length) return;
    this.#asked = now;
    this.requests.ask(this.#base ? joined(differences(this.#base, now), wish) : wish, surface);
  }
}
