/** A step of a lesson above the race: its words, and a question to answer before the race runs. */

import { element } from "../core/dom.js";
import { NotesWindow } from "./notes.js";

/** @typedef {import("../core/payload.js").Lesson} Content */
/** @typedef {{turn: number} | {answer: string}} Wish what the page is asked for */

export class Lesson {
  /** @type {Content | null} */ content = null;

  /**
   * @param {HTMLElement} box
   * @param {(wish: Wish) => void} tell
   * @param {(event: KeyboardEvent) => void} press a key in the window of the notes
   */
  constructor(box, tell, press) {
    this.box = box;
    this.tell = tell;
    this.notes = new NotesWindow(press);
  }

  /** Whether an answer is waited for. */
  get asks() {
    return Boolean(this.content?.question && !this.content.chosen);
  }

  /**
   * @param {Content | null} content
   * @returns {boolean} whether this is another step, or the question has been answered
   */
  show(content) {
    const fresh = content?.id !== this.content?.id;
    const same = JSON.stringify(content) === JSON.stringify(this.content);
    this.content = content;
    this.box.hidden = !content;
    if (!content || same) return false;
    this.box.replaceChildren(
      element("small", {}, content.place),
      ...this.#notes(content),
      element("h4", { "aria-level": document.querySelector("h1") ? "2" : "1" }, content.heading), // below the page's
      element("p", {}, content.text),
      ...this.#question(content),
    );
    return fresh;
  }

  /** @param {number} pages forward or back */
  turn(pages) {
    if (this.content) this.tell({ turn: pages });
  }

  /** @param {number} place of the answer, from 0 */
  choose(place) {
    const answer = this.content?.choices[place];
    if (this.asks && answer) this.tell({ answer });
  }

  /** @param {Content} content */
  #notes({ place, heading, notes }) {
    this.notes.show(place, heading, notes);
    if (!notes) return [];
    const button = element("button", { type: "button", class: "notes" }, "Notes in a window");
    button.addEventListener("click", () => {
      if (!this.notes.open(place, heading, notes)) button.textContent = "The browser allows no window";
    });
    return [button];
  }

  /** @param {Content} content */
  #question({ question, choices, chosen, right, numbers, finding }) {
    const told = finding && (!question || chosen) ? [element("p", { class: "finding" }, `Measured: ${finding}`)] : [];
    if (!question) return told;
    const asked = element("p", { class: "question" }, question);
    if (chosen) {
      const judged = chosen === right ? `Right: ${right}.` : `You said ${chosen}; it is ${right}.`;
      return [asked, element("p", { class: "answer", role: "status" }, `${judged} ${numbers}`), ...told];
    }
    const buttons = choices.map((name, k) => {
      const button = element("button", { type: "button" }, element("kbd", {}, String(k + 1)), ` ${name}`);
      button.addEventListener("click", () => this.choose(k));
      return button;
    });
    return [asked, element("div", { class: "choices" }, ...buttons)];
  }
}
