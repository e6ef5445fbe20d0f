/** Tells Python what the visitor sets, and asks it for the race: one question at a time, the latest wins. */

/** @typedef {[number, number]} Point */
/** @typedef {Record<string, Record<string, number>>} Settings by the names of runs and hyper-parameters */
/** @typedef {{start: Point, settings: Settings}} Wish */
/** @typedef {Wish & {serial: number, surface: string}} Request `surface`: the one we have */
/** @typedef {(request: Request) => void} Send */

const PATIENCE = 3000; // ms after which an unanswered question is taken for lost

export class Requests {
  #serial = 0;
  #since = -Infinity; // when the open question was sent
  /** What was set while a question was open. @type {Wish | null} */
  next = null;

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
   * @param {Point} start
   * @param {string} surface key of the surface that need not be sent again
   * @param {Settings} [settings] that were changed
   */
  ask(start, surface, settings = {}) {
    if (!this.send) return;
    if (this.open) {
      this.next = { start, settings: merged(this.next?.settings ?? {}, settings) };
      return;
    }
    this.next = null;
    this.#since = performance.now();
    this.#serial += 1;
    performance.mark("optviz: asked");
    this.send({ start, settings, serial: this.#serial, surface });
  }

  /**
   * A race came. If something else was set meanwhile, ask for that.
   * @param {import("../core/payload.js").Race} race
   * @param {Float64Array} start of the race that came
   */
  answered(race, start) {
    this.#since = -Infinity;
    const { next } = this;
    if (!next) return;
    const same = next.start.every((value, i) => value === start[i]) && !Object.keys(next.settings).length;
    if (same) this.next = null;
    else this.ask(next.start, race.surface, next.settings);
  }
}

/** @param {Settings} before @param {Settings} after @returns {Settings} */
function merged(before, after) {
  const found = { ...before };
  for (const [name, settings] of Object.entries(after)) found[name] = { ...found[name], ...settings };
  return found;
}
