/** Tools of a teacher or speaker: pen and pointer, places to stop at, larger type. Fetched on demand. */

import { element } from "../core/dom.js";
import { whileThere } from "../core/listen.js";
import { Board } from "./board.js";
import { setTypeSize, typeSize } from "./fullscreen.js";
import { toggle } from "./layout.js";
import { Stops } from "./stops.js";
import css from "./teacher.css";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {[name: string, title: string, said: string]} Tool what its button says, and the list of the keys */

/** By their keys. @type {Record<string, Tool>} */
const TOOLS = {
  d: ["Pen", "Draw on the picture with mouse, finger or stylus", "pen on the picture; Escape puts it away"],
  o: ["Pointer", "A red dot follows the pointer", "pointer on the picture; Escape puts it away"],
  u: ["Undo line", "Take the last line away", "take the last line of the pen away"],
  w: ["Wipe", "Take all lines away", "wipe all lines away"],
  m: ["Stop here", "The playback stops at this step", "the playback stops at this step, or no longer"],
  "<": ["A−", "Smaller type", "smaller type"],
  ">": ["A+", "Larger type", "larger type"],
};

/** What the list of the keys says of them. */
export const SAID = ["T: teacher's tools", ...Object.entries(TOOLS).map(([key, tool]) => `${shown(key)}: ${tool[2]}`)];

const SWITCHES = ["d", "o", "m"]; // those that are on or off
const SIZES = [0.85, 1, 1.2, 1.45];

export class Teacher {
  /** @type {Map<string, HTMLButtonElement>} */
  #buttons = new Map();

  /** @param {Player} player */
  constructor(player) {
    const { root } = player;
    this.player = player;
    this.board = new Board(/** @type {HTMLElement} */ (root.querySelector(".views")), () => player.redraw());
    this.stops = new Stops(player);
    this.bar = element("div", {
      class: "switches teacher",
      role: "group",
      "aria-label": "Teacher's tools",
      hidden: "",
    });
    for (const [key, [words, title]] of Object.entries(TOOLS)) {
      const button = toggle(words, () => this.press(key));
      button.title = `${title} (${shown(key)})`;
      if (!SWITCHES.includes(key)) button.removeAttribute("aria-pressed");
      this.#buttons.set(key, button);
      this.bar.append(button);
    }
    root.append(element("style", {}, css));
    root.querySelector(".tools")?.prepend(this.bar);
    // Of the whole page: who has just drawn may have clicked anywhere before.
    whileThere(document, "keydown", player, ({ onDemand }, event) => {
      if (event.key === "Escape") onDemand.made.teacher?.putAway();
    });
  }

  get open() {
    return !this.bar.hidden;
  }

  /** Another scene or slide. */
  begin() {
    this.board.wipe();
  }

  /** @param {string} key of a tool, or "t" for the bar of all of them */
  press(key) {
    const { player, board } = this;
    const tool = key.toLowerCase();
    this.bar.hidden = tool === "t" && this.open;
    if (!this.open) board.use("");
    if (tool === "d") board.use(board.tool === "pen" ? "" : "pen");
    if (tool === "o") board.use(board.tool === "pointer" ? "" : "pointer");
    if (tool === "u") board.undo();
    if (tool === "w") board.wipe();
    if (tool === "m") player.clock.mark();
    if (tool === "<" && this.#size > 0) this.#resize(this.#size - 1);
    if (tool === ">" && this.#size < SIZES.length - 1) this.#resize(this.#size + 1);
    player.redraw();
  }

  /** Pen or pointer; what was drawn stays. */
  putAway() {
    this.board.use("");
    this.player.redraw();
  }

  draw() {
    const { clock } = this.player;
    this.#press("d", this.board.tool === "pen");
    this.#press("o", this.board.tool === "pointer");
    this.#press("m", clock.stops.includes(clock.step));
    this.#allow("u", this.board.drawn);
    this.#allow("w", this.board.drawn);
    this.#allow("<", this.#size > 0);
    this.#allow(">", this.#size < SIZES.length - 1);
    this.board.draw();
    this.stops.draw();
  }

  /** Place of the type's size among those that there are. */
  get #size() {
    return Math.max(0, SIZES.indexOf(typeSize(this.player.root)));
  }

  /** @param {number} place */
  #resize(place) {
    setTypeSize(this.player.root, SIZES[place]);
    this.player.retheme();
  }

  /** @param {string} key @param {boolean} on */
  #press(key, on) {
    state(this.#buttons.get(key), "aria-pressed", on);
  }

  /** @param {string} key @param {boolean} possible */
  #allow(key, possible) {
    state(this.#buttons.get(key), "aria-disabled", !possible);
  }
}

/** @param {string} key */
function shown(key) {
  return key.toUpperCase();
}

/** @param {HTMLElement | undefined} button @param {string} name @param {boolean} on */
function state(button, name, on) {
  if (button && button.getAttribute(name) !== String(on)) button.setAttribute(name, String(on));
}
