/**
 * The study that is shown, where the page computes it itself: its settings can be dragged. They are sent
 * to the server when the visitor turns to something else, or after a while: until then it has no work.
 */

import { sameSettings, settingsOf, take, withValue } from "../core/settings.js";
import { Computing } from "./computing.js";
import { coarseToFine, eachShowing } from "./parts.js";

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../engine/study.js").Setup} Setup */
/** @typedef {Pick<Run, "name" | "key" | "hyper" | "changes" | "symbols">} Entrant */

/**
 * What Python sends for it; optviz/player/live_studies.py.
 * @typedef {object} LiveContent
 * @property {string} ground the key of the surface and the programs
 * @property {Entrant[]} runs
 * @property {Omit<Setup, "keys">} setup
 */

const UNKNOWN = -3; // of a basin map's cell, besides the numbers in engine/places.js
const STRIDES = [8, 2, 1];
const QUIET = 6_000; // ms without a change, after which settings are sent
const STALE = 255; // in place of a stride

export class Live {
  /** @type {Computing | null} */ #computing = null;
  #told = "";
  /** @type {any} */ #content = null;
  /** @type {LiveContent | null} */ #live = null;
  /** Of each run's cells the stride of the cell whose values they show. */
  #strides = new Uint8Array(0);
  /** Each with room for the cells of all runs. @type {(Int8Array | Int32Array | Float64Array)[]} */
  #found = [];
  /** Settings that the server has not been told, by the runs' names. @type {Record<string, Settings>} */
  #untold = {};
  /** How often parts of each run's cells came. @type {number[]} */
  #versions = [];
  #held = false;
  #quiet = 0;

  /**
   * @param {HTMLElement} root
   * @param {() => void} changed
   * @param {(settings: Record<string, Settings>) => void} send
   */
  constructor(root, changed, send) {
    this.root = root;
    this.changed = changed;
    this.send = send;
    root.addEventListener("pointerleave", () => this.tell());
    root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!root.contains(/** @type {Node | null} */ (relatedTarget))) this.tell();
    });
  }

  /** The entrants whose settings can be dragged; none where Python computes. */
  get runs() {
    return this.#live?.runs ?? [];
  }

  /** How much of a run's cells is known, from 0 to 1. @param {number} place */
  done(place) {
    return this.#computing ? this.#computing.done(place) : 1;
  }

  /** Changes as often as a run's cells do. @param {number} place */
  version(place) {
    return this.#versions[place];
  }

  /**
   * What is to be shown of a message: its own results, or those that are computed here.
   * @template {{live: LiveContent | null, outcome?: "final" | "reached"}} Content
   * @param {Content} content
   * @returns {Content}
   */
  receive(content) {
    const before = this.runs;
    this.#content = content;
    this.#live = content.live;
    if (!content.live) {
      this.#computing?.end();
      this.#computing = null;
      this.#told = "";
      return content;
    }
    const { runs } = content.live;
    for (const run of runs) {
      for (const [name, setting] of Object.entries(this.#untold[run.name] ?? {})) take(run, name, setting);
    }
    const told = toldOf(content.live);
    if (told !== this.#told) this.#begin(content.live, told);
    else {
      const computing = /** @type {Computing} */ (this.#computing);
      computing.runs = runs;
      const places = runs.map((_, place) => place);
      computing.compute(places.filter((each) => !sameSettings(settingsOf(runs[each]), settingsOf(before[each]))));
    }
    return this.#shown();
  }

  /**
   * Another value of a hyper-parameter at the first step.
   * @param {number} place of the run
   * @param {string} name
   * @param {number} value
   * @param {boolean} done whether it was let go
   */
  set(place, name, value, done) {
    const run = this.runs[place];
    const setting = withValue(run, name, value, 0);
    const changed = value !== run.hyper[name];
    take(run, name, setting);
    this.#untold[run.name] = { ...this.#untold[run.name], [name]: setting };
    this.#held = !done;
    if (changed) this.#computing?.compute([place]);
    clearTimeout(this.#quiet);
    this.#quiet = window.setTimeout(() => this.tell(), QUIET);
    this.changed();
  }

  /** Tell the server what has been set. */
  tell() {
    if (this.#held) return;
    const settings = this.untold();
    if (Object.keys(settings).length) this.send(settings);
  }

  /** What the server is to be told, which from now on it has been. */
  untold() {
    clearTimeout(this.#quiet);
    const settings = this.#untold;
    this.#untold = {};
    return settings;
  }

  /** @param {LiveContent} live @param {string} told */
  #begin({ runs, setup }, told) {
    this.#told = told;
    this.#computing?.end();
    const [rows, columns] = shapeOf(setup);
    const cells = runs.length * rows * columns;
    this.#strides = new Uint8Array(cells).fill(STALE);
    this.#found = (setup.basins ? [Int8Array, Int32Array] : [Float64Array, Float64Array, Float64Array]).map((Kind, i) =>
      new Kind(cells).fill(this.#blank(i)),
    );
    const passes = coarseToFine(rows, columns, rows > 1 ? STRIDES : [1]);
    const whole = { ...setup, keys: runs.map(({ key }) => key) };
    const wanted = () => this.root.isConnected;
    this.#computing = new Computing(whole, passes, runs, (...given) => this.#take(...given), wanted);
    this.#computing.compute(runs.map((_, place) => place));
  }

  /** What stands in one of the arrays where nothing is known. @param {number} i */
  #blank(i) {
    const { basins, steps } = /** @type {LiveContent} */ (this.#live).setup;
    return basins ? [UNKNOWN, steps + 1][i] : NaN;
  }

  /** @type {Computing["take"]} */
  #take({ place, stride, cells }, found, first) {
    const { setup } = /** @type {LiveContent} */ (this.#live);
    const [rows, columns] = shapeOf(setup);
    const begin = place * rows * columns;
    this.#versions[place] = (this.#versions[place] ?? 0) + 1;
    if (first) {
      this.#strides.fill(STALE, begin, begin + rows * columns);
      this.#found.forEach((each, i) => each.fill(this.#blank(i), begin, begin + rows * columns));
    }
    cells.forEach((cell, k) => {
      if (!setup.basins) return found.forEach((each, i) => (this.#found[i][begin + cell] = each[k]));
      eachShowing(cell, stride, rows, columns, (shown) => {
        if (this.#strides[begin + shown] < stride) return;
        this.#strides[begin + shown] = stride;
        found.forEach((each, i) => (this.#found[i][begin + shown] = each[k]));
      });
    });
    this.changed();
  }

  #shown() {
    const content = this.#content;
    if (this.#live?.setup.basins) return { ...content, minimum: this.#found[0], since: this.#found[1] };
    const [final, reached, diverged] = this.#found;
    return { ...content, values: content.outcome === "final" ? final : reached, diverged };
  }
}

/** What a study's cells depend on, but for the settings. @param {LiveContent} live */
function toldOf({ ground, runs, setup }) {
  const { basins, sweep, steps, seed, batch } = setup;
  const grid = basins ? [shapeOf(setup), Array.from(basins.places), basins.radius] : null;
  const swept = sweep && { ...sweep, axes: sweep.axes.map(({ name, values }) => [name, Array.from(values)]) };
  return JSON.stringify([ground, runs.map(({ name, key }) => [name, key]), steps, seed, batch, grid, swept]);
}

/** Rows and columns. @param {Omit<Setup, "keys">} setup @returns {[number, number]} */
function shapeOf({ basins, sweep }) {
  if (basins) return [basins.rows.length, basins.columns.length];
  const sides = sweep?.axes.map(({ values }) => values.length) ?? [];
  return sides.length === 1 ? [1, sides[0]] : [sides[0], sides[1]];
}
