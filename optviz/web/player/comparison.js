/** What the last change did: the switches for the race before it, what was changed, and what became of the losses. */

import { element } from "../core/dom.js";
import { toggle } from "./layout.js";
import { changesOf, inOneLine, outcome } from "./whatchanged.js";

/** @typedef {import("./player.js").Player} Player */

const WORDS = {
  shown: ["Before", "The race before your last change, drawn thin under the present one (G)"],
  kept: ["Keep", "It stays while you change more (K)"],
  beside: ["A | B", "Two settings side by side: A is kept, B is what you change (B)"],
  swap: ["Swap A and B", "Change A from now on (X)"],
};

const PAUSE = 100; // ms

export class Comparison {
  #told = 0; // when
  /** Of which race. @type {import("./ghost.js").Before | null} */
  #of = null;
  #line = element("span", { class: "changed", role: "status" });

  /**
   * @param {HTMLElement} box
   * @param {Player} player
   */
  constructor(box, player) {
    this.box = box;
    this.player = player;
    const button = (/** @type {keyof typeof WORDS} */ name, /** @type {() => void} */ act) => {
      const made = toggle(WORDS[name][0], act);
      made.title = WORDS[name][1];
      return made;
    };
    this.shown = button("shown", () => this.toggle());
    this.kept = button("kept", () => this.keep());
    this.beside = button("beside", () => this.sideBySide());
    this.exchange = button("swap", () => this.swap());
    this.exchange.removeAttribute("aria-pressed");
    const switches = element("span", { class: "switches" }, this.shown, this.kept, this.beside, this.exchange);
    box.append(switches, this.#line);
  }

  /** Show the race before, or do not. */
  toggle() {
    const { ghost, beside } = this.player;
    if (!ghost.before || beside.on) return;
    ghost.on = !ghost.on;
    this.player.haunt();
  }

  /** Keep it through further changes, or do not. */
  keep() {
    const { ghost, beside } = this.player;
    if (!ghost.before || beside.on) return;
    ghost.kept = !ghost.kept;
    ghost.on ||= ghost.kept;
    this.player.haunt();
  }

  /** Two settings side by side; where nothing was changed, what is raced now is kept. */
  sideBySide() {
    const { ghost, beside, changes } = this.player;
    if (!changes.possible || changes.held) return;
    beside.on = !beside.on;
    if (beside.on) ghost.keep(ghost.before ?? changes.snapshot(), changes.now());
    ghost.on ||= beside.on;
    this.player.haunt();
  }

  swap() {
    if (this.player.beside.on) this.player.changes.exchange();
  }

  /** Say what is otherwise now; while a pointer moves it, not in every frame. */
  tell() {
    const { ghost, changes } = this.player;
    const { before } = ghost;
    const now = performance.now();
    if (changes.held && now - this.#told < PAUSE && before === this.#of) return;
    [this.#told, this.#of] = [now, before];
    this.#line.hidden = !before || !ghost.on;
    const present = before && changes.present();
    if (present) ghost.follow(present.conditions);
    if (!present || !ghost.on) return this.player.beside.name([]);
    const found = changesOf(before, present);
    const elsewhere = before.race.parameter !== present.race.parameter ? " Not in 3-D: its ground was another." : "";
    const said = found.length
      ? `${inOneLine(found, "both")}. ${outcome(before.race, present.race)}${elsewhere}`
      : "This is the race that you kept.";
    if (this.#line.textContent !== said) this.#line.textContent = said;
    this.player.beside.name(found);
  }

  draw() {
    const { ghost, beside, changes } = this.player;
    const some = ghost.before !== null;
    show(this.box, changes.possible);
    show(this.shown, some && !beside.on);
    show(this.kept, some && !beside.on);
    show(this.exchange, beside.on);
    for (const [button, on] of /** @type {[HTMLElement, boolean][]} */ ([
      [this.shown, ghost.on],
      [this.kept, ghost.kept],
      [this.beside, beside.on],
    ])) {
      if (button.getAttribute("aria-pressed") !== String(on)) button.setAttribute("aria-pressed", String(on));
    }
  }
}

/** @param {HTMLElement} target @param {boolean} on */
function show(target, on) {
  if (target.hidden === on) target.hidden = !on;
}
