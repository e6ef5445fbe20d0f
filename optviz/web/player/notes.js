/** What only the teacher sees: a window of its own, to be moved off the screen that the class sees. */

import { element } from "../core/dom.js";

/** @typedef {import("../core/payload.js").Notes} Notes */

const STYLE = `
  :root { color-scheme: light dark; font: 18px/1.45 system-ui, sans-serif; }
  body { margin: 18px 22px; }
  h1 { font-size: 1.25em; margin: 0 0 10px; }
  p { margin: 0 0 12px; }
  b { display: block; font-size: 0.75em; opacity: 0.75; }
  nav { position: fixed; inset: auto 0 0; display: flex; gap: 8px; padding: 10px 22px; background: Canvas; }
  body { padding-bottom: 70px; }
  button { min-height: 44px; padding: 4px 16px; font: inherit; }
  time { float: right; font-variant-numeric: tabular-nums; opacity: 0.75; }
`;

export class NotesWindow {
  /** @type {Window | null} */ #window = null;
  #begun = 0; // when it was opened
  #telling = 0; // the timer that tells how long that is

  #covered = true; // until it was moved to where the class does not see it

  /** @param {import("./player.js").Player} player that the window steers, by buttons and keys */
  constructor(player) {
    this.player = player;
  }

  /**
   * To be called by a click, or browsers do not let it.
   * @param {string} place
   * @param {string} heading
   * @param {Notes} notes
   */
  open(place, heading, notes) {
    this.#window = window.open("", "optviz-notes", "popup,width=460,height=560");
    if (!this.#window) return false;
    this.#begun = Date.now();
    this.#covered = true;
    clearInterval(this.#telling);
    this.#telling = setInterval(() => this.#tellTime(), 1000);
    this.#window.document.onkeydown = (event) => this.player.key(event);
    this.show(place, heading, notes);
    this.#window.focus();
    return true;
  }

  /**
   * Another step's notes, where the window is open.
   * @param {string} place
   * @param {string} heading
   * @param {Notes | null} notes null for none
   */
  show(place, heading, notes) {
    if (!this.#window || this.#window.closed) return;
    if (!notes) return this.#window.close();
    const { head, body } = this.#window.document;
    head.replaceChildren(element("title", {}, "Notes"), element("style", {}, STYLE));
    const show = () => {
      this.#covered = false;
      this.show(place, heading, notes);
    };
    const told = [
      ...part("", notes.text),
      ...part("Answer", notes.answer),
      ...part("Measured", notes.measured),
      ...part("Next", notes.next),
    ];
    const covered = [
      element("p", {}, "Move this window to where the class does not see it."),
      button("Show the notes", show),
    ];
    body.replaceChildren(
      element("time", {}),
      element("small", {}, place),
      element("h1", {}, heading),
      ...(this.#covered ? covered : told),
      element(
        "nav",
        {},
        button("Previous", () => this.player.lesson.turn(-1)),
        button("Play or pause", () => this.player.controls.play.click()),
        button("Next", () => this.player.lesson.turn(1)),
      ),
    );
    this.#tellTime();
  }

  #tellTime() {
    if (!this.#window || this.#window.closed) return clearInterval(this.#telling);
    const seconds = Math.floor((Date.now() - this.#begun) / 1000);
    const clock = this.#window.document.querySelector("time");
    if (clock) clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = element("button", { type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} label
 * @param {string} words
 */
function part(label, words) {
  return words ? [element("p", {}, ...(label ? [element("b", {}, label)] : []), words)] : [];
}
