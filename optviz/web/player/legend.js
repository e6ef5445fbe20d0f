/** The optimizers that race, one below the other, and what adds another. */

import { element } from "../core/dom.js";
import { AddEntrant } from "./addentrant.js";
import { Entry, toldOf } from "./entry.js";
import { whyNot } from "./live.js";
import { FromHere } from "./fromhere.js";
import { MarkKey } from "./markkey.js";
import { likeness } from "./whatchanged.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("./player.js").Player} Player */

export class Legend {
  /** @type {Entry[]} */
  #entries = [];
  #stale = true;
  /** What can be changed: settings, entrants. */
  #can = "";
  /** The entrant whose tools get the focus when it is there. @type {string | null} */
  #next = null;

  /**
   * @param {HTMLElement} list
   * @param {Player} player
   */
  constructor(list, player) {
    this.list = list;
    this.player = player;
    this.marks = new MarkKey();
    this.why = element("p", { class: "why", hidden: "" });
    this.fromHere = new FromHere(() => player.changes.toggleFromHere());
    this.add = new AddEntrant((entrants, name) => this.enter(entrants, name));
  }

  /**
   * @param {import("../core/payload.js").Race} race
   * @param {import("../core/payload.js").Surface} surface
   */
  show(race, surface) {
    const { live, changes } = this.player;
    const teaches = Boolean(race.lesson);
    const can = teaches ? "" : `${live ? "settings " : ""}${changes.possible ? "entrants" : ""}`;
    if (this.#can === can && this.#fits(race.runs)) {
      this.#entries.forEach((each, place) => each.retell(race.runs[place]));
    } else {
      const { activeElement: active } = /** @type {Document | ShadowRoot} */ (this.list.getRootNode());
      const place = this.#entries.findIndex(({ root }) => root.contains(active));
      this.#can = can;
      const [settings, entrants] = [can.includes("settings"), can.includes("entrants")];
      this.#entries = race.runs.map((run, place) => new Entry(this, run, place, settings, entrants));
      const words = ["optimizer", "loss at this step"].map((each) => element("span", {}, each));
      const head = element("div", { class: "head" }, words[0], this.fromHere.button, words[1]);
      const rows = this.#entries.map(({ root }) => root);
      this.list.classList.toggle("editable", entrants);
      this.list.replaceChildren(head, ...rows, this.add.root, this.why);
      this.#focusAgain(active, place);
      this.player.changes.letGo();
    }
    this.add.show(race, can.includes("entrants"), (key) => this.#whyNoMore(key));
    const why = whyNot(race, surface);
    this.why.hidden = !why;
    if (why) this.why.textContent = `${why}. So settings are changed beside the race.`;
    this.marks.show(surface, changes.possible && !teaches);
    this.refresh();
  }

  /** Why no entrant of a rule can come; "" where one can. @param {string} key */
  #whyNoMore(key) {
    const { live, changes } = this.player;
    return changes.requests.possible || live?.engine.knows(key) ? "" : "Python alone runs it";
  }

  /** Whether these runs have the rows that are there: then a number that has the focus keeps it. @param {Run[]} runs */
  #fits(runs) {
    const entries = this.#entries;
    return runs.length === entries.length && entries.every(({ told }, place) => told === toldOf(runs[place]));
  }

  /**
   * Have other optimizers race.
   * @param {import("./entrants.js").Entrant[]} entrants
   * @param {string} name of the one whose tools get the focus
   */
  enter(entrants, name) {
    this.#next = name;
    this.player.changes.enter(entrants);
  }

  /**
   * Give the focus back that what is gone had, so that keys go on working.
   * @param {Element | null} active what had it
   * @param {number} place of the entry that it was in, or -1
   */
  #focusAgain(active, place) {
    const next = this.#entries.find(({ run }) => run.name === this.#next);
    const own = place >= 0 || !active || active === document.body || active === this.add.button;
    if (next) this.#next = null;
    if (next && own) next.tools?.button.focus();
    else if (place >= 0) (this.#entries[place] ?? this.#entries[this.#entries.length - 1]).row.focus();
    else if (active === this.add.button) this.add.button.focus();
  }

  /** Only one entrant's tools are open. @param {Entry} entry */
  opened(entry) {
    for (const each of this.#entries) if (each !== entry) each.tools?.close();
  }

  /** Draw the samples anew next time, in another theme. */
  refresh() {
    this.#stale = true;
    this.marks.refresh();
  }

  /**
   * @param {number} step
   * @param {Theme} theme
   * @param {(run: Run) => boolean} outside whether a run has left the picture
   * @param {Run[]} before runs of the race before the last change, where that is shown
   */
  draw(step, theme, outside, before) {
    const { fromHere, from } = this.player.changes;
    this.fromHere.draw(this.#can.includes("settings"), fromHere, from);
    for (const each of this.#entries) {
      const was = before.length ? likeness(before, each.run) : undefined;
      each.draw(step, theme, outside(each.run), this.#stale, was && step < was.loss.length ? was : undefined);
    }
    this.#stale = false;
    this.marks.draw(theme);
  }
}
