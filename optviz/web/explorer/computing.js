/**
 * A study computed in the page: coarse cells here, so that a number that is dragged is followed at
 * once, the others by workers; where a page's policy allows none, all of them here in slices.
 */

import { inSlices } from "../core/slices.js";
import { Study } from "../engine/study.js";
import { inParts } from "./parts.js";
import { Helper } from "./worker.js";

/** @typedef {import("../engine/study.js").Setup} Setup */
/** @typedef {import("../engine/study.js").Entrant} Entrant */
/** @typedef {import("./parts.js").Pass} Pass */
/** @typedef {import("./worker.js").Found} Found */
/** @typedef {Pass & {place: number}} Part of the run at a place */

const MOST = 8; // workers
const AT_ONCE = 12; // ms that are taken before anything else, for the next frame to have a picture
const SOON = 100; // ms after which workers help with coarse cells
const IDLE = 20_000; // ms, after which workers with nothing to do are let go

export class Computing {
  /** The coarsest first. @type {Part[]} */
  #queue = [];
  /** How many parts of each run are not known yet. @type {number[]} */
  #left = [];
  /** Of how many. @type {number[]} */
  #counts = [];
  /** For each run how often its settings have changed: what was begun before is of no use. @type {number[]} */
  #versions = [];
  #study;
  #here = false; // whether a part is computed here
  /** @type {Helper[]} */ #helpers = [];
  #alone = typeof Worker === "undefined";
  #rest = 0;
  #soon = 0;

  /**
   * @param {Setup} setup
   * @param {Pass[]} passes over all cells
   * @param {Entrant[]} runs whose settings are read as each part begins
   * @param {(part: Part, found: Found, first: boolean) => void} take called with each part, `first` with the first
   *   that has a run's settings
   * @param {() => boolean} wanted whether it is still shown
   */
  constructor(setup, passes, runs, take, wanted) {
    this.setup = setup;
    this.passes = passes;
    this.runs = runs;
    this.take = take;
    this.wanted = wanted;
    this.#study = new Study(setup);
  }

  /** Compute some runs' cells, anew if they have been. @param {number[]} places */
  compute(places) {
    this.#queue = this.#queue.filter(({ place }) => !places.includes(place));
    for (const place of places) {
      const parts = inParts(this.passes, this.#study.room(this.runs[place].key));
      this.#versions[place] = (this.#versions[place] ?? 0) + 1;
      this.#counts[place] = this.#left[place] = parts.length;
      for (const part of parts) this.#queue.push({ ...part, place });
    }
    this.#queue.sort((one, other) => other.stride - one.stride);
    this.#go();
  }

  /** How much of a run's cells is known, from 0 to 1. @param {number} place */
  done(place) {
    return 1 - this.#left[place] / this.#counts[place];
  }

  /** Compute no more. */
  end() {
    this.#queue = [];
    this.#versions = [];
    this.#dismiss();
  }

  #go() {
    if (!this.#here) {
      this.#here = true;
      const work = this.#parts();
      const end = performance.now() + AT_ONCE;
      let step = work.next();
      while (!step.done && performance.now() < end) step = work.next();
      this.#here = !step.done;
      if (this.#here) inSlices(work, () => this.#coarse());
    }
    // Workers that begin take time from the first pictures, and are of use to those that take long.
    if (!this.#here) return this.#coarse();
    clearTimeout(this.#soon);
    this.#soon = window.setTimeout(() => this.#employ(), SOON);
  }

  /** There is nothing left that is computed here. */
  #coarse() {
    this.#here = false;
    clearTimeout(this.#soon);
    if (this.#queue.length) this.#employ();
  }

  /** Those that are computed here, one after the other. */
  *#parts() {
    for (let part = this.#next(true); part; part = this.#next(true)) {
      const version = this.#versions[part.place];
      this.#took(part, version, yield* this.#study.compute(this.runs[part.place], part.cells));
      yield;
    }
  }

  /** @param {boolean} here whether for this thread @returns {Part | undefined} */
  #next(here) {
    if (!this.wanted()) this.end();
    const [first] = this.#queue;
    const mine = !here || this.#alone || first?.stride === this.passes[0].stride;
    return mine ? this.#queue.shift() : undefined;
  }

  /** @param {Part} part @param {number} version @param {Found} found */
  #took(part, version, found) {
    if (version !== this.#versions[part.place]) return;
    const first = this.#left[part.place] === this.#counts[part.place];
    this.#left[part.place]--;
    this.take(part, found, first);
  }

  /** Have workers compute. */
  #employ() {
    if (!this.#queue.length) return;
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#dismiss(), IDLE);
    try {
      const most = Math.min(MOST, navigator.hardwareConcurrency || 1);
      while (!this.#alone && this.#helpers.length < most) {
        this.#helpers.push(new Helper(this.setup, () => this.#goAlone()));
      }
    } catch {
      return this.#goAlone();
    }
    for (const helper of this.#helpers) this.#give(helper);
  }

  /** @param {Helper} helper */
  #give(helper) {
    if (helper.busy) return;
    const part = this.#next(false);
    if (!part) return;
    const version = this.#versions[part.place];
    helper.compute(this.runs[part.place], part.cells, (found) => {
      this.#took(part, version, found);
      this.#give(helper);
    });
  }

  /** There are no workers here: what they have begun is begun again. */
  #goAlone() {
    if (this.#alone) return;
    this.#alone = true;
    this.#dismiss();
    this.compute(this.runs.map((_, place) => place).filter((place) => this.#left[place]));
  }

  /** Let the workers go, unless they have something to do. */
  #dismiss() {
    clearTimeout(this.#rest);
    if (this.#queue.length && !this.#alone) return this.#employ();
    for (const helper of this.#helpers.splice(0)) helper.end();
  }
}
