/** Basin maps: for each optimizer, which minimum is reached from where, growing step by step. */

import { Clock } from "../core/clock.js";
import { Controls } from "../core/controls.js";
import { element } from "../core/dom.js";
import { short } from "../core/numbers.js";
import { inSlices } from "../core/slices.js";
import { fill } from "../plot/hatching.js";
import { isolines } from "../plot/isolines.js";
import { Pattern } from "../plot/pattern.js";
import { tables } from "./basincolors.js";
import { BasinMap } from "./basinmap.js";
import { Reading } from "./reading.js";

/** @typedef {import("../core/theme.js").Theme} Theme */

/**
 * @typedef {object} Content
 * @property {import("./explorer.js").Entrant[]} runs
 * @property {import("../core/payload.js").Surface} surface
 * @property {[number, number]} start of the race that would be seen now
 * @property {Float64Array} columns x of the starts
 * @property {Float64Array} rows y of the starts
 * @property {Float64Array} minima pairs of x and y; those of valleys come last, each a point of its floor
 * @property {number} valleys how many of them are valleys
 * @property {boolean[]} lowest whether none of the others is lower
 * @property {number} radius
 * @property {number} steps
 * @property {Int8Array} minimum runs x rows x columns
 * @property {Int32Array} since runs x rows x columns
 * @property {string} early what runs are said to have done that ended early
 * @property {string[]} letters of the minima
 * @property {string[][]} colours of minima, taken in turn, each from early to late
 */

const EVERY = 2; // of so many contours one is drawn

export class BasinMaps {
  clock = new Clock();
  /** @type {Content | null} */ #content = null;
  /** @type {BasinMap[]} */ #maps = [];
  /** @type {Uint32Array[]} */ tables = [];
  /** The same for all maps. */
  patterns = { missed: new Pattern(), lost: new Pattern() };
  #ends = () => {};
  /** Lines, as pairs from 0 to 1 across and up. @type {number[][]} */
  contours = [];

  /**
   * @param {(what: import("./explorer.js").Pick) => void} pick
   * @param {() => void} changed
   * @param {import("./live.js").Live} live
   */
  constructor(pick, changed, live) {
    this.live = live;
    this.pick = pick;
    this.changed = changed;
    this.clock.playing = false;
    this.clock.loop = false;
    this.grid = element("div", { class: "maps" });
    const bar = element("div", { class: "controls", role: "group", "aria-label": "Playback" });
    this.controls = new Controls(bar, this.clock, changed);
    this.legend = element("div", { class: "key" });
    this.root = element("div", { class: "many-races" }, bar, this.grid, this.legend);
    this.reading = new Reading(this.root);
  }

  /** @param {number} seconds */
  advance(seconds) {
    const { time, playing } = this.clock;
    this.clock.advance(seconds);
    return time !== this.clock.time || playing !== this.clock.playing;
  }

  /** @param {Content} content */
  show(content) {
    const before = this.#content;
    this.#content = content;
    if (!before || String(before.colours) !== String(content.colours)) this.tables = tables(content.colours);
    if (before?.surface.key !== content.surface.key) this.#trace(content.surface);
    this.clock.fit(content.steps);
    if (!before) this.clock.seek(content.steps);
    const same = before && before.runs.map(({ name }) => name).join() === content.runs.map(({ name }) => name).join();
    if (!same) {
      this.#maps = content.runs.map((_, i) => new BasinMap(i, this));
      this.grid.replaceChildren(...this.#maps.map(({ root }) => root));
    }
    for (const map of this.#maps) map.show(content);
  }

  /** Trace the contours, which may come after the first picture. @param {import("../core/payload.js").Surface} surface */
  #trace(surface) {
    this.#ends();
    this.contours = [];
    this.#ends = inSlices(contoursOf(surface), (contours) => {
      this.contours = contours;
      for (const map of this.#maps) map.forget();
      this.changed();
    });
  }

  /** @param {[number, number]} start */
  take(start) {
    this.pick({ start });
  }

  /** @param {Theme} theme */
  draw(theme) {
    if (!this.#content) return;
    const step = this.clock.step;
    for (const map of this.#maps) map.draw(step, theme);
    this.controls.draw();
    this.#explain(theme);
  }

  /** What the colours mean. @param {Theme} theme */
  #explain(theme) {
    const { early, minima, valleys, radius, lowest, letters, colours, steps, surface } = /** @type {Content} */ (
      this.#content
    );
    const key = `${theme.dark} ${steps} ${Array.from(minima).join()}`;
    if (this.legend.dataset.key === key) return;
    this.legend.dataset.key = key;
    const entries = [];
    const count = Math.min(colours.length, minima.length / 2);
    for (let i = 0; i < count; i++) {
      const swatch = element("span", { class: "swatch" });
      swatch.style.background = `linear-gradient(to right, ${colours[i].join()})`;
      const others = i === count - 1 && minima.length / 2 > count ? ", and others in the same colours" : "";
      const at = `${surface.axes[0]} ${short(minima[2 * i])}, ${surface.axes[1]} ${short(minima[2 * i + 1])}`;
      const place = i < minima.length / 2 - valleys ? at : `valley through ${at}`;
      const low = lowest[i] && lowest.includes(false) ? ", lowest" : "";
      entries.push(element("span", {}, swatch, `${letters[i]}: ${place}${low}${others}`));
    }
    const floor = valleys ? (valleys < minima.length / 2 ? " or of a valley's floor" : " of a valley's floor") : "";
    const minimum = valleys < minima.length / 2 ? " of a minimum" : "";
    const meaning = `there: within ${short(radius)}${minimum}${floor}, and from then on to the last step`;
    const [bare, lost] = [theme.areas.missed, theme.areas.diverged].map((area) => {
      const sample = element("canvas", { class: "swatch", width: "60", height: "26" });
      fill(/** @type {CanvasRenderingContext2D} */ (sample.getContext("2d")), area, 1.8);
      return sample;
    });
    this.legend.replaceChildren(
      ...entries,
      element("span", {}, bare, surface.unlisted ? "at none of these" : "not there yet"),
      element("span", {}, lost, early),
      element("span", { class: "note" }, `${meaning}; light: there at once, dark: there at step ${steps}`),
    );
  }
}

/** The same for all maps. @param {import("../core/payload.js").Surface} surface @returns {Generator<void, number[][]>} */
function* contoursOf({ heights, levels }) {
  const n = Math.sqrt(heights.length);
  const found = [];
  for (let k = 0; k < levels.length; k += EVERY) {
    for (const line of isolines(heights, n, k + 1)) found.push(Array.from(line, (each) => each / (n - 1)));
    yield;
  }
  return found;
}
