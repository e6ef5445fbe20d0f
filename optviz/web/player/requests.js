/** Requests Python for the race from another start: one question at a time, the latest wins. */

/** @typedef {[number, number]} Point */
/** @typedef {{start: Point, serial: number, surface: string}} Request `surface`: the one we have */
/** @typedef {(request: Request) => void} Send */

const PATIENCE = 3000; // ms after which an unanswered question is taken for lost

export class Requests {
  #serial = 0;
  #since = -Infinity; // when the open question was sent
  /** @type {Point | null} a start that was chosen while a question was open */
  #next = null;

  /** @param {Send | null} send null where no server computes races: then nothing is ever asked */
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
   * @param {Point} start
   * @param {string} surface key of the surface that need not be sent again
   */
  ask(start, surface) {
    if (!this.send) return;
    if (this.open) {
      this.#next = start;
      return;
    }
    this.#next = null;
    this.#since = performance.now();
    this.#serial += 1;
    performance.mark("optviz: asked");
    this.send({ start, serial: this.#serial, surface });
  }

  /**
   * A race came. If another start has been chosen meanwhile, ask for that one.
   * @param {import("../core/payload.js").Race} race
   */
  answered(race) {
    this.#since = -Infinity;
    const next = this.#next;
    if (next && next.some((value, i) => value !== race.start[i])) this.ask(next, race.surface);
  }
}
