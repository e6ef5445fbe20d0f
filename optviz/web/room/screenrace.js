/** The class's race on the screen: run when it is revealed, led by the player's clock, with who leads at each step. */

import { element } from "../core/dom.js";
import { short } from "../core/numbers.js";
import { inSlices } from "../core/slices.js";
import { colourOf } from "../plot/marks.js";
import { calledOf, divergedOf, raceWords, racersOf, standing } from "./classrace.js";
import { ScreenRates } from "./screenrates.js";

/** @typedef {import("../player/player.js").Player} Player */
/** @typedef {import("./told.js").Question} Question */
/** @typedef {import("./told.js").Entry} Entry */
/** @typedef {import("./classrace.js").Racer} Racer */
/** @typedef {import("./classrace.js").Placed} Placed */

const LEADERS = 10;
const APART = 120; // ms between two tables while the race plays: sooner they cannot be read

export class ScreenRace {
  /** @type {Racer[]} */ #racers = [];
  /** Where they are at the step that is shown. @type {Placed[]} */ placed = [];
  #shownStep = -1;
  #toldStep = -1; // of the table, which is told less often
  #told = -Infinity; // when it was, in ms
  #wanted = ""; // what the racers that are run have begun from
  /** @type {(() => void) | null} */ #stop = null;
  /** Runs of the player that are not shown meanwhile. @type {string[]} */ #hidden = [];
  #budget = 0;

  /** @param {Player} player */
  constructor(player) {
    this.player = player;
    this.head = element("p", { class: "class-state" });
    this.table = element("tbody");
    this.words = element("div", { class: "class-said" });
    this.rates = new ScreenRates(player);
    this.button = element("button", { type: "button", "aria-pressed": "false" }, "Learning rates");
    this.button.addEventListener("click", () => this.#turnRates(Boolean(this.rates.root.hidden)));
    const titles = ["", "who", "optimizer", "loss"].map((title) => element("th", { scope: "col" }, title));
    const caption = element("caption", {}, "Lowest losses at this step");
    const table = element("table", {}, caption, element("thead", {}, element("tr", {}, ...titles)), this.table);
    const acts = element("div", { class: "class-acts" }, this.button, this.rates.rule);
    this.root = element("section", { class: "class-race", "aria-label": "The class's race", hidden: "" });
    this.root.append(this.head, table, acts, this.words, this.rates.root);
    player.root.querySelector(".stage")?.append(this.root); // in the place of legend and chart
  }

  /**
   * @param {Question | null} question
   * @param {Entry[] | null} entries null until they are revealed
   */
  show(question, entries) {
    const { race, surface, live } = this.player;
    if (!question || !entries || !race || !surface || !live) return this.#end();
    const own = [...race.start, race.parameter, race.seed, race.batch, race.steps];
    const wanted = JSON.stringify([question.id, question.round, entries, surface.key, own]);
    if (wanted === this.#wanted) return;
    const fresh = !this.#wanted;
    this.#wanted = wanted;
    this.#budget = Math.min(question.budget, race.steps);
    this.#stop?.();
    this.#stop = inSlices(racersOf(race, live.engine, surface.minima, this.#budget, entries), (found) => {
      this.#begin(found.racers, found.refused, fresh);
    });
  }

  /** @param {Racer[]} racers @param {Entry[]} refused @param {boolean} fresh whether it was just revealed */
  #begin(racers, refused, fresh) {
    const { player } = this;
    this.#racers = racers;
    this.#shownStep = this.#toldStep = -1;
    this.#cover(true);
    const said = raceWords(racers, this.#budget);
    if (refused.length) said.push(`${refused.map(calledOf).join(", ")}: what was chosen cannot be run here.`);
    this.words.replaceChildren(...said.map((each) => element("p", {}, each)));
    this.rates.show(racers, this.#budget);
    this.button.hidden = !this.rates.possible;
    if (fresh) {
      this.#hideOthers();
      player.clock.fit(this.#budget);
      player.clock.restart();
    }
    player.redraw();
  }

  /** Stand in the place of the player's own legend and chart, or no longer. @param {boolean} on */
  #cover(on) {
    this.root.hidden = !on;
    this.player.root.classList.toggle("class-racing", on);
  }

  /** The player's own runs are not shown meanwhile. */
  #hideOthers() {
    const { race, hidden, chart } = this.player;
    this.#hidden = (race?.runs ?? []).map(({ name }) => name).filter((name) => !hidden.has(name));
    for (const name of this.#hidden) hidden.add(name);
    chart.refresh();
  }

  #end() {
    if (!this.#wanted) return;
    const { hidden, chart, clock, race } = this.player;
    this.#stop?.();
    this.#wanted = "";
    this.#racers = this.placed = [];
    this.#cover(false);
    this.#turnRates(false);
    for (const name of this.#hidden) hidden.delete(name);
    this.#hidden = [];
    if (race) clock.fit(race.steps);
    chart.refresh();
    this.player.redraw();
  }

  /** @param {boolean} on */
  #turnRates(on) {
    this.rates.root.hidden = this.rates.rule.hidden = !on;
    this.words.hidden = on;
    this.button.setAttribute("aria-pressed", String(on));
    this.player.redraw();
  }

  /** After every frame. */
  draw() {
    if (!this.#racers.length) return;
    const { clock, theme } = this.player;
    if (clock.steps !== this.#budget) clock.fit(this.#budget);
    const step = clock.step;
    if (step !== this.#shownStep) this.placed = standing(this.#racers, step);
    this.#shownStep = step;
    const now = performance.now();
    if (step !== this.#toldStep && (!clock.playing || now - this.#told > APART)) this.#tell(step, now);
    if (!this.rates.root.hidden) this.rates.draw(theme);
  }

  /** Tell who leads. @param {number} step @param {number} now in ms */
  #tell(step, now) {
    this.#toldStep = step;
    this.#told = now;
    const lost = divergedOf(this.placed);
    this.head.textContent = `${this.#racers.length} race; ${lost ? `${lost} diverged by` : "none has diverged by"} step ${step}`;
    this.table.replaceChildren(...this.placed.slice(0, LEADERS).map((each) => this.#row(each)));
  }

  /** @param {Placed} placed */
  #row({ entry, run, place, loss }) {
    const swatch = element("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.background = colourOf(run, this.player.theme);
    return element(
      "tr",
      {},
      element("td", {}, loss === Infinity ? "–" : String(place)),
      element("th", { scope: "row" }, entry.name ? `${entry.name} (${entry.number})` : calledOf(entry)),
      element("td", {}, swatch, run.rule, element("small", {}, ` ${run.settings}`)),
      element("td", {}, loss === Infinity ? "diverged" : short(loss, 4)),
    );
  }
}
