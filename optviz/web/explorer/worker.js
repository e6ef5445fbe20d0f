/** The worker's side of a study: it is told what all cells share, and then computes part after part. */

import { atOnce } from "../core/slices.js";
import { Study } from "../engine/study.js";

/** @typedef {import("../engine/study.js").Setup} Setup */
/** @typedef {import("../engine/study.js").Entrant} Entrant */
/** @typedef {(Int8Array | Int32Array | Float64Array)[]} Found */

/** Answer in a worker. */
export function serve() {
  /** @type {Study | null} */
  let study = null;
  addEventListener("message", ({ data }) => {
    if (data.setup) study = new Study(data.setup);
    if (!study || !data.run) return;
    const found = atOnce(study.compute(data.run, data.cells));
    /** @type {any} */ (globalThis).postMessage(
      found,
      found.map(({ buffer }) => buffer),
    );
  });
}

/** A worker as the page sees it: one part at a time. */
export class Helper {
  #worker;

  /**
   * @param {Setup} setup
   * @param {() => void} failed the page's policy allows no worker, or it has ended
   * @throws {Error} the page's policy allows none
   */
  constructor(setup, failed) {
    // The script is this one, with all the rest of the explorer.
    this.#worker = new Worker(import.meta.url, { type: "module" });
    this.#worker.addEventListener("error", failed);
    this.#worker.postMessage({ setup });
    /** Whether it computes. */
    this.busy = false;
  }

  /** @param {Entrant} run @param {Uint32Array} cells @param {(found: Found) => void} done */
  compute({ key, hyper, changes }, cells, done) {
    this.busy = true;
    const hear = (/** @type {MessageEvent} */ { data }) => {
      this.busy = false;
      done(data);
    };
    this.#worker.addEventListener("message", hear, { once: true });
    this.#worker.postMessage({ run: { key, hyper, changes }, cells: cells.slice() });
  }

  end() {
    this.#worker.terminate();
  }
}
