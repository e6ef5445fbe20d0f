/** The bar of a class: its code, how many are there and have answered, the line to the server, and what steers. */

import { element } from "../core/dom.js";
import { toggle } from "../player/layout.js";

/** @typedef {import("./connection.js").State} State */
/** @typedef {import("./told.js").Count} Count */
/** @typedef {"code" | "ask" | "pause" | "free" | "point" | "names" | "remote" | "csv" | "end"} Act */

/** @type {[Act, string, string][]} */
const BUTTONS = [
  ["code", "Show code", "Address, code and QR code, large"],
  ["ask", "Ask", "A question or a race of the class"],
  ["pause", "Pause phones", "Phones ask to look at the screen"],
  ["free", "Let phones free", "Each phone may play and change the race by itself"],
  ["point", "Point", "Your pointer on the picture is seen on every phone"],
  ["names", "Names", "Names that were given, to take one away"],
  ["remote", "Remote", "Steer with your own phone"],
  ["csv", "CSV", "Save all answers as a table"],
  ["end", "End", "End the room: nothing of it is kept"],
];
const SWITCHES = ["ask", "pause", "free", "point", "names"]; // those that are on or off
const SURE = 4000; // ms in which a second click ends the room

/** @type {Record<State, string>} */
const LINE = {
  connected: "connected",
  connecting: "connecting …",
  lost: "no connection: trying again …",
};

export class ScreenBar {
  /** @type {Map<Act, HTMLButtonElement>} */
  #buttons = new Map();
  #asked = 0; // when the room's end was asked for

  /** @param {(act: Act) => void} act */
  constructor(act) {
    this.act = act;
    this.code = element("strong", { class: "class-code" });
    this.line = element("span", { class: "class-line", role: "status" });
    this.count = element("span", { class: "class-count" });
    const switches = element("div", { class: "switches", role: "group", "aria-label": "Steer the class" });
    for (const [name, words, title] of BUTTONS) {
      const button = toggle(words, () => this.#press(name));
      button.title = title;
      if (!SWITCHES.includes(name)) button.removeAttribute("aria-pressed");
      this.#buttons.set(name, button);
      switches.append(button);
    }
    this.root = element("div", { class: "class-bar" }, this.code, this.count, this.line, switches);
  }

  /** @param {Act} name */
  #press(name) {
    const now = performance.now();
    const sure = name !== "end" || (this.#asked > 0 && now - this.#asked < SURE);
    this.#asked = sure ? 0 : now;
    this.button("end").textContent = sure ? "End" : "Really end?";
    if (!sure) setTimeout(() => (this.button("end").textContent = "End"), SURE);
    if (sure) this.act(name);
  }

  /** @param {Act} name */
  button(name) {
    return /** @type {HTMLButtonElement} */ (this.#buttons.get(name));
  }

  /** @param {Act} name @param {boolean} on */
  press(name, on) {
    this.button(name).setAttribute("aria-pressed", String(on));
  }

  /** @param {State} state */
  turn(state) {
    this.line.dataset.state = state;
    this.line.textContent = LINE[state];
  }

  /** @param {Count} count @param {boolean} asks whether a question waits for answers or is closed */
  tell({ here, answered }, asks) {
    this.count.textContent = asks ? `${answered} of ${here} have answered` : `${here} here`;
  }
}
