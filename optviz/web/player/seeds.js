/**
 * Many minibatch seeds: thin trails of the race under each, their medians, the quartiles of their losses in the chart
 * and in a table, and who is ahead in how many. Fetched on demand.
 */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { colourOf } from "../plot/marks.js";
import css from "./cloud.css";
import { whyNot } from "./live.js";
import { bandsOf, medianPath } from "./seedbands.js";
import { SeedRaces, aheadAt, aheadWords } from "./seedraces.js";
import { seedsText, seedsWords } from "./seedstext.js";
import { SeedTable } from "./seedtable.js";

const AT_ONCE = 10; // ms for races before a frame is drawn; what is left is run before the next one
const OPACITY = 0.2; // of a trail
const WIDTH = 0.8; // pixels
const MEDIAN = 2.4; // pixels of the median's trail
const FAR = 1e4; // pixels off the picture, from where on nothing is drawn

export class Seeds {
  #races = new SeedRaces();
  #stale = true;
  #drawn = 0; // steps of the trails on the canvas
  #under = ""; // what they are drawn under
  #theme = /** @type {unknown} */ (null);
  /** Of each optimizer, once all seeds are run. @type {import("../plot/bands.js").Band[]} */ #bands = [];
  /** @type {Float64Array[]} */ #medians = [];

  /** @param {import("./player.js").Player} player */
  constructor(player) {
    this.player = player;
    const canvas = element("canvas", { class: "cloud-picture", "aria-hidden": "true" });
    player.root.querySelector(".ground")?.after(canvas);
    this.sheet = new HiDpiCanvas(canvas);
    this.words = element("p", { "aria-live": "off" }); // it changes with every step
    this.table = new SeedTable();
    this.box = element("section", { class: "cloud", "aria-label": "Seeds", hidden: "" }, this.words, this.table.box);
    player.root.append(element("style", {}, css));
    player.root.querySelector(".tools")?.prepend(this.box);
  }

  get open() {
    return !this.box.hidden;
  }

  /** As an address has them; "" where none are shown. */
  get told() {
    return this.open && !this.#reason() ? seedsText(this.#races.seeds) : "";
  }

  toggle() {
    this.box.hidden = this.open;
    this.changed();
  }

  /** Open with these. @param {number[]} seeds */
  begin(seeds) {
    this.#races.seeds = seeds;
    this.box.hidden = false;
    this.changed();
  }

  /** The race may be another now. */
  changed() {
    this.#stale = true;
    this.player.redraw();
  }

  /** @param {number} time in steps */
  draw(time) {
    const { race, live, surface, views } = this.player;
    if (this.#stale) {
      this.#stale = false;
      this.#races.clear();
      this.#show([]);
      this.#forget();
    }
    if (!this.open || !race || !surface) return;
    const why = this.#reason();
    if (why || !live) return this.#say(`There are no seeds of this race: ${why}.`);
    const end = performance.now() + AT_ONCE;
    while (!this.#races.done && performance.now() < end) this.#races.advance(race, live.engine, surface.minima);
    if (this.#races.done && !this.#bands.length) this.#show(this.#races.races);
    this.#tell(Math.floor(time + 1e-9));
    if (!this.#races.done) this.player.redraw();
    else if (views.isOpen("above")) this.#trails(Math.floor(time + 1e-9));
  }

  /** Why the race has no seeds, in a sentence without its stop; "" where it has. */
  #reason() {
    const { race, live, surface } = this.player;
    if (!race?.batches || !race.batch || !surface) return "its steps see no minibatches";
    return live ? "" : whyNot(race, surface) || "Python alone can run it";
  }

  /** What all have in common, in the chart too. @param {import("./seedraces.js").SeedRace[]} races all, or none */
  #show(races) {
    const { chart } = this.player;
    const runs = races[0]?.runs ?? [];
    this.#bands = races.length ? bandsOf(races) : [];
    this.#medians = runs.map((_, place) => medianPath(races, place));
    this.table.box.hidden = !races.length;
    this.table.show(runs);
    if (!races.length && !chart.bands.size) return;
    chart.bands = new Map(runs.map(({ name }, place) => [name, this.#bands[place]]));
    chart.refresh();
    this.player.redraw();
  }

  /** @param {number} step */
  #tell(step) {
    const { races, seeds, done } = this.#races;
    const names = races[0].runs.map(({ name }) => name);
    const total = seeds.length;
    if (!done) return this.#say(`${races.length} of ${total} seeds are run`);
    const ahead = aheadAt(races, step);
    this.table.tell(this.#bands, ahead.counts, step, this.player.theme);
    return this.#say(`${aheadWords(step, names, ahead, total)} (${seedsWords(seeds)})`);
  }

  /** @param {string} words */
  #say(words) {
    if (this.words.textContent !== words) this.words.textContent = words;
  }

  #forget() {
    this.#drawn = 0;
    this.sheet.clear();
  }

  /** The trails up to a step, to those that are there already. @param {number} step */
  #trails(step) {
    const { topView, theme, hidden, race } = this.player;
    const { frame, seen } = topView;
    const shown = race?.runs.map(({ name }) => hidden.opacity(name) * +!hidden.has(name)) ?? [];
    const under = JSON.stringify([frame, seen.xlim, seen.ylim, shown]);
    const fits = !this.sheet.fit() && under === this.#under && theme === this.#theme;
    if (!fits || step < this.#drawn) this.#forget();
    this.#under = under;
    this.#theme = theme;
    const { context } = this.sheet;
    context.save();
    context.beginPath();
    context.rect(frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
    context.clip();
    context.lineWidth = WIDTH;
    context.lineJoin = "round";
    for (const { runs } of this.#races.races) {
      runs.forEach((run, place) => {
        context.globalAlpha = OPACITY * shown[place];
        context.strokeStyle = colourOf(run, theme);
        if (shown[place]) trail(context, run, this.#drawn, step, frame, seen);
      });
    }
    context.lineWidth = MEDIAN;
    this.#medians.forEach((x, place) => {
      context.globalAlpha = shown[place];
      context.strokeStyle = colourOf(this.#races.races[0].runs[place], theme);
      if (shown[place]) trail(context, { x, ended: null }, this.#drawn, step, frame, seen);
    });
    context.restore();
    this.#drawn = step;
  }
}

/**
 * A piece of a run's trail, as far as it is near the picture.
 * @param {CanvasRenderingContext2D} context
 * @param {Pick<import("../core/payload.js").Run, "x" | "ended">} run
 * @param {number} from a step
 * @param {number} to a step
 * @param {{left: number, top: number, right: number, bottom: number}} frame in pixels
 * @param {{xlim: [number, number], ylim: [number, number]}} seen
 */
function trail(context, { x: points, ended }, from, to, { left, top, right, bottom }, { xlim, ylim }) {
  const across = (right - left) / (xlim[1] - xlim[0]);
  const up = (bottom - top) / (ylim[1] - ylim[0]);
  const last = ended === null ? to : Math.min(to, ended - 1);
  let down = false;
  context.beginPath();
  for (let k = from; k <= last; k++) {
    const x = left + across * (points[2 * k] - xlim[0]);
    const y = bottom - up * (points[2 * k + 1] - ylim[0]);
    const near = Math.abs(x) < FAR && Math.abs(y) < FAR;
    if (near && down) context.lineTo(x, y);
    else if (near) context.moveTo(x, y);
    down = near;
  }
  context.stroke();
}
