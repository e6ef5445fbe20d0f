/** Tells Python what the visitor sets and asks it for that race: one question at a time. */

/** @typedef {import("./conditions.js").Wish} Wish */
/** @typedef {Wish & {serial: number, surface: string}} Request `surface`: the one we have */
/** @typedef {(request: Request) => void} Send */

const PATIENCE = 3000; // ms after which an unanswered question is taken for lost

export class Requests {
  #serial = 0;
  #since = -Infinity; // when the open question was sent

  /** @param {Send | null} send null where there is no server: then nothing is ever asked */
  constructor(send) {
    this.send = send;
  }

  /** Whether races can be asked for. */
  get possible() {
    return this.send !== null;
  }

  /** Whether an answer is still to come. */
  get open() {
    return performance.now() - this.#since < PATIENCE;
  }

  /**
   * @param {Wish} wish
   * @param {string} surface key of the surface that need not be sent again
   */
  ask(wish, surface) {
    if (!this.send) return;
    this.#since = performance.now();
    this.#serial += 1;
    performance.mark("optviz: asked");
    this.send({ ...wish, serial: this.#serial, surface });
  }

  /** Whether an answer is to a question before the open one, whose answer is still to come. @param {number} serial */
  isStale(serial) {
    return this.open && serial < this.#serial;
  }

  answered() {
    this.#since = -Infinity;
  }
}
