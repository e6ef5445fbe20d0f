/** What only the teacher sees: a window of its own, to be moved off the screen that the class sees. */

import { element } from "../core/dom.js";

/** @typedef {import("../core/payload.js").Notes} Notes */

const STYLE = `
  :root { color-scheme: light dark; font: 18px/1.45 system-ui, sans-serif; }
  body { margin: 18px 22px; }
  h1 { font-size: 1.25em; margin: 0 0 10px; }
  p { margin: 0 0 12px; }
  b { display: block; font-size: 0.75em; opacity: 0.75; }
  time { float: right; font-variant-numeric: tabular-nums; opacity: 0.75; }
`;

export class NotesWindow {
  /** @type {Window | null} */ #window = null;
  #begun = 0; // when it was opened
  #telling = 0; // the timer that tells how long that is

  /** @param {(event: KeyboardEvent) => void} press a key in the window is a key in the player */
  constructor(press) {
    this.press = press;
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
    clearInterval(this.#telling);
    this.#telling = setInterval(() => this.#tellTime(), 1000);
    this.#window.document.onkeydown = this.press;
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
    body.replaceChildren(
      element("time", {}),
      element("small", {}, place),
      element("h1", {}, heading),
      ...part("", notes.text),
      ...part("Answer", notes.answer),
      ...part("Measured", notes.measured),
      ...part("Next", notes.next),
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

/**
 * @param {string} label
 * @param {string} words
 */
function part(label, words) {
  return words ? [element("p", {}, ...(label ? [element("b", {}, label)] : []), words)] : [];
}
