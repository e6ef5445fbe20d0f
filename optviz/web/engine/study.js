/** A basin map or a sweep: any of its cells, computed here as optviz/studies does. */

import { Batch } from "./batch.js";
import { endpoints } from "./endpoints.js";
import { outcomes } from "./outcomes.js";
import { Places } from "./places.js";
import { Engine } from "./race.js";

/** @typedef {import("../core/settings.js").Has & {key: string}} Entrant `key` of its rule */

/**
 * @typedef {object} Setup what all cells share
 * @property {import("../core/payload.js").EngineContent} engine
 * @property {number} steps
 * @property {number} seed
 * @property {number | null} batch samples in a minibatch
 * @property {string[]} keys of the rules
 * @property {{columns: Float64Array, rows: Float64Array, places: Float64Array, kinds: Int32Array, radius: number} | null}
 *   basins the starts of a basin map and where runs may end; else it is a sweep
 * @property {{start: [number, number], threshold: number | null, axes: {name: string, values: Float64Array}[]} | null} sweep
 *   of one hyper-parameter or two, of the rows and of the columns
 */

const ROOM = 1024; // cells at once: their arrays stay in the processor's cache
const OPERATIONS = 2e7; // in a part: a tenth of a second or less, after which others may have their turn

export class Study {
  /** Their functions are made once. @type {Map<string, Batch>} */
  #batches = new Map();
  #places;
  #seen;

  /** @param {Setup} setup */
  constructor(setup) {
    const { engine, basins, steps, seed, batch, keys } = setup;
    this.setup = setup;
    this.engine = new Engine(engine);
    this.#places = basins && new Places(basins.places, basins.kinds, basins.radius);
    this.#seen = { batches: batch ? new Uint16Array(0) : null, batch, steps, seed, runs: [{ key: keys[0] }] };
    this.engine.draw(this.#seen);
  }

  /** How many cells make a part. @param {string} key of a rule */
  room(key) {
    const { program } = this.engine.rule(key).stages[0];
    const count = program.samples ? (this.setup.batch ?? program.samples) : 1;
    const operations = program.encoded.code.length * count * this.setup.steps;
    return Math.max(16, Math.min(ROOM, Math.floor(OPERATIONS / operations)));
  }

  /**
   * Compute cells, at most `room`; yields now and then.
   * @param {Entrant} run
   * @param {Uint32Array} cells row after row
   * @returns {Generator<void, (Int8Array | Int32Array | Float64Array)[]>} `minimum` and `since`, or `final`, `reached` and
   *   `diverged`
   */
  *compute(run, cells) {
    const { basins, sweep, steps } = this.setup;
    const room = () => new Float64Array(cells.length);
    const starts = new Float64Array(2 * cells.length);
    if (basins && this.#places) {
      const { columns, rows } = basins;
      for (let k = 0; k < cells.length; k++) {
        starts[2 * k] = columns[cells[k] % columns.length];
        starts[2 * k + 1] = rows[Math.floor(cells[k] / columns.length)];
      }
      const batch = this.#batch(run.key, [], false);
      const found = /** @type {const} */ ([new Int8Array(cells.length), new Int32Array(cells.length)]);
      batch.begin(run, starts, {}, this.#seen);
      yield* endpoints(batch, steps, this.#places, ...found);
      return [...found];
    }
    const { start, axes, threshold } = /** @type {NonNullable<Setup["sweep"]>} */ (sweep);
    for (let k = 0; k < cells.length; k++) starts.set(start, 2 * k);
    const across = axes[axes.length - 1].values.length;
    const own = axes.map(({ name, values }, axis) => {
      const ofRows = axis < axes.length - 1;
      return [name, Float64Array.from(cells, (cell) => values[ofRows ? Math.floor(cell / across) : cell % across])];
    });
    const names = axes.map(({ name }) => name);
    const batch = this.#batch(run.key, names, threshold !== null);
    const found = /** @type {const} */ ([room(), room(), room()]);
    batch.begin(run, starts, Object.fromEntries(own), this.#seen);
    yield* outcomes(batch, steps, threshold ?? -Infinity, ...found);
    return [...found];
  }

  /** @param {string} key @param {string[]} swept @param {boolean} losses */
  #batch(key, swept, losses) {
    const known = this.#batches.get(key) ?? new Batch(this.engine, key, this.room(key), swept, losses);
    this.#batches.set(key, known);
    return known;
  }
}
