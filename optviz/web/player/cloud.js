/** A cloud: each optimizer from many starts at once, and how many trials are where. Fetched on demand. */

import { element } from "../core/dom.js";
import look from "../look.json" with { type: "json" };
import { Swarm } from "../engine/swarm.js";
import { colourOf } from "../plot/marks.js";
import css from "./cloud.css";
import { CloudCounts } from "./cloudcounts.js";
import { CloudDrawing } from "./clouddrawing.js";
import { NUMBERS, SHAPES, startsOf } from "./cloudstarts.js";
import { whyNot } from "./live.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./cloudstarts.js").Shape} Shape */

const AT_ONCE = 10; // ms for steps before a frame is drawn; what is left is made before the next one
const DOTS = look.cloud.dots; // pixels of a trial
const TITLE =
  "Seen from above: a trail leads through a trial's last four points, the oldest faintest. What diverged is not drawn.";

export class Cloud {
  /** Of each run, with what it began from. @type {{swarm: Swarm, begun: string}[]} */
  #swarms = [];
  #stale = true;
  #starts = new Float64Array(0);
  /** @type {Shape} */ shape = "disc";
  number = 200;

  /** @param {Player} player */
  constructor(player) {
    const { root } = player;
    this.player = player;
    const canvas = element("canvas", { class: "cloud-picture", "aria-hidden": "true" });
    root.querySelector(".ground")?.after(canvas);
    this.drawing = new CloudDrawing(canvas);
    this.shapes = select("Shape of the cloud", SHAPES, (value) => (this.shape = /** @type {Shape} */ (value)));
    const numbers = NUMBERS.map(([each]) => /** @type {[string, string]} */ ([`${each}`, each.toLocaleString("en")]));
    this.numbers = select("Trials of each optimizer", numbers, (value) => (this.number = Number(value)));
    this.refused = element("p", { role: "status" });
    this.counts = new CloudCounts();
    this.box = element("section", { class: "cloud", "aria-label": "Cloud", hidden: "" });
    this.settings = element("p", {}, "From ", this.numbers, " starts each: ", this.shapes);
    this.settings.title = TITLE;
    this.box.append(this.settings, this.refused, this.counts.box);
    for (const each of [this.shapes, this.numbers]) each.addEventListener("change", () => this.changed());
    root.append(element("style", {}, css));
    root.querySelector(".tools")?.prepend(this.box);
  }

  get open() {
    return !this.box.hidden;
  }

  /** As an address has it; "" for none. */
  get told() {
    return this.open ? `${this.shape}:${this.number}` : "";
  }

  toggle() {
    this.box.hidden = this.open;
    this.changed();
  }

  /** Open as an address says. @param {string} told */
  begin(told) {
    const [shape, number] = told.split(":");
    this.shape = /** @type {Shape} */ (shape);
    this.number = Number(number);
    this.box.hidden = false;
    this.changed();
  }

  /** The race, or the cloud's own settings, may be others now. */
  changed() {
    this.#stale = true;
    this.player.redraw();
  }

  /** @param {number} time in steps */
  draw(time) {
    const { race, live, surface, topView, theme, hidden, views, clock, changes } = this.player;
    if (!this.open || !race || !surface) return this.drawing.clear();
    if (this.#stale) this.#renew();
    this.settings.hidden = this.counts.box.hidden = !live;
    if (!live) return this.drawing.clear();
    const wanted = race.runs.map(({ name }) => !hidden.has(name));
    const at = this.#advance(time, wanted);
    const swarms = this.#swarms.map(({ swarm }) => swarm);
    // What is further on, while others catch up, has forgotten where it was then.
    const shown = wanted.map((each, place) => each && swarms[place].remembers(at));
    this.counts.draw(at, swarms, shown, clock.playing || changes.held, theme);
    if (at < time) this.player.redraw(); // the rest of its steps is made before the next frame
    if (!views.isOpen("above")) return;
    this.drawing.begin(topView.frame, topView.seen, DOTS[/** @type {50} */ (this.number)]);
    for (const heads of [false, true]) {
      race.runs.forEach((run, place) => {
        if (!shown[place]) return;
        const { swarm } = this.#swarms[place];
        this.drawing.draw(swarm, at, colourOf(run, theme), hidden.opacity(run.name), heads);
      });
    }
    this.drawing.end();
  }

  /** Begin anew what does not go on as it is. */
  #renew() {
    this.#stale = false;
    const { race, live, surface } = this.player;
    if (!race || !surface) return;
    this.shapes.value = this.shape;
    this.numbers.value = `${this.number}`;
    const why = live ? "" : whyNot(race, surface) || "Python alone can run this race";
    this.refused.textContent = why && `There is no cloud of this race: ${why}.`;
    this.refused.hidden = !why;
    if (!live) return;
    const { engine } = live;
    this.#starts = startsOf(this.shape, this.number, race.start, surface);
    const shared = [this.shape, this.number, ...race.start, race.steps, race.seed, race.batch, race.parameter];
    this.#swarms = race.runs.map((run, place) => {
      const known = this.#swarms[place];
      const fits = known?.swarm.engine === engine && known.swarm.key === run.key && known.swarm.trials === this.number;
      const { swarm, begun } = fits ? known : { swarm: new Swarm(engine, run.key, this.number), begun: "" };
      const now = JSON.stringify([run.hyper, run.changes, shared]);
      if (begun !== now) swarm.begin(run, this.#starts, race);
      return { swarm, begun: now };
    });
    this.counts.show(surface, race.runs, this.number);
  }

  /**
   * Lead all that are shown to a time, as far as that is possible before the next frame.
   * @param {number} time in steps
   * @param {boolean[]} shown
   * @returns {number} the time at which all of them are
   */
  #advance(time, shown) {
    const race = /** @type {import("../core/payload.js").Race} */ (this.player.race);
    const [whole, head] = [Math.floor(time + 1e-9), Math.ceil(time - 1e-9)];
    const end = performance.now() + AT_ONCE;
    const swarms = this.#swarms.map(({ swarm }) => swarm).filter((_, place) => shown[place]);
    this.#swarms.forEach(({ swarm }, place) => {
      if (swarm.step > whole + 1) swarm.begin(race.runs[place], this.#starts, race);
    });
    for (let step = Math.min(head, ...swarms.map((each) => each.step)); step < head; step++) {
      for (const swarm of swarms) if (swarm.step === step) swarm.advance();
      if (performance.now() > end && step + 1 < head) return step + 1;
    }
    return time;
  }
}

/**
 * @param {string} label
 * @param {[string, string][]} options
 * @param {(value: string) => void} take
 */
function select(label, options, take) {
  const made = element("select", { "aria-label": label });
  for (const [value, words] of options) made.append(element("option", { value }, words));
  made.addEventListener("change", () => take(made.value));
  return made;
}
