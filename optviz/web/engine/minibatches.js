/** Which samples each step sees: the same as in Python, from surfaces/minibatches.py's definition. */

import { Draws } from "./random.js";
import { resized } from "./room.js";

export class Minibatches {
  #draws = new Draws();
  #seed = -1;
  #epochs = 0; // whose order is known
  #orders = new Uint16Array(0);
  #values;
  #begins;

  /** @param {number} count of the samples */
  constructor(count) {
    this.count = count;
    this.#values = new Float64Array(count);
    this.#begins = new Uint32Array(count + 1);
  }

  /**
   * The samples of each step, one row after the other; where a minibatch is smaller, its last repeats.
   * @param {number} seed
   * @param {number} size
   * @param {number} steps
   * @param {Uint16Array} before whose room is used again if it can be
   */
  seen(seed, size, steps, before) {
    const { count } = this;
    const slots = Math.ceil(count / size);
    this.#know(seed, Math.ceil(steps / slots));
    const found = resized(before, steps * size);
    for (let step = 0, at = 0; step < steps; step++) {
      const slot = step % slots;
      const begin = ((step - slot) / slots) * count;
      for (let k = slot * size; k < (slot + 1) * size; k++) found[at++] = this.#orders[begin + Math.min(k, count - 1)];
    }
    return found;
  }

  /** @param {number} seed @param {number} epochs whose order is needed */
  #know(seed, epochs) {
    if (seed !== this.#seed) this.#epochs = 0;
    this.#seed = seed;
    if (this.#orders.length < epochs * this.count) {
      const before = this.#orders;
      this.#orders = new Uint16Array(epochs * this.count);
      this.#orders.set(before);
    }
    for (; this.#epochs < epochs; this.#epochs++) this.#order(this.#epochs);
  }

  /** An epoch's order sorts draws, equal ones by their places. @param {number} epoch */
  #order(epoch) {
    const { count } = this;
    const [values, begins] = [this.#values, this.#begins];
    const order = this.#orders.subarray(epoch * count, (epoch + 1) * count);
    this.#draws.seed(this.#seed, epoch);
    // They are spread evenly: as many drawers as draws make them nearly sorted.
    begins.fill(0);
    for (let k = 0; k < count; k++) {
      values[k] = this.#draws.next();
      begins[drawer(values[k], count) + 1]++;
    }
    for (let k = 0; k < count; k++) begins[k + 1] += begins[k];
    for (let k = 0; k < count; k++) order[begins[drawer(values[k], count)]++] = k;
    for (let k = 1; k < count; k++) {
      const each = order[k];
      let to = k;
      for (; to && values[order[to - 1]] > values[each]; to--) order[to] = order[to - 1];
      order[to] = each;
    }
  }
}

/** @param {number} draw from 0 to 2^53 - 1 @param {number} count of drawers */
function drawer(draw, count) {
  return Math.floor((draw / 2 ** 53) * count);
}
