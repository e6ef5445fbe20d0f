/** A slide's words, its question and what turns the slides; fetched when a lesson is first shown. */

import { element } from "../core/dom.js";
import { Answers } from "./answers.js";
import css from "./lesson.css";
import { NotesWindow } from "./notes.js";
import { Turns } from "./turns.js";

/** @typedef {import("../core/payload.js").Lesson} Content */

export class Slide {
  /** @type {Answers | null} */ #answers = null;
  #stale = false;

  /**
   * @param {import("./lesson.js").Lesson} lesson
   * @param {import("./player.js").Player} player
   */
  constructor(lesson, player) {
    const { root } = lesson;
    this.lesson = lesson;
    this.box = /** @type {HTMLElement} */ (root.querySelector(".lesson"));
    this.notes = new NotesWindow(player);
    this.turns = new Turns(/** @type {HTMLElement} */ (root.querySelector(".turns")), (by) => lesson.turn(by));
    root.before(element("style", {}, css));
  }

  /**
   * @param {Content | null} content
   * @param {import("../core/payload.js").Run[]} runs of the race
   */
  show(content, runs) {
    this.turns.show(content);
    if (!content) return;
    const held = this.box.contains(/** @type {ShadowRoot} */ (this.box.getRootNode()).activeElement);
    this.box.replaceChildren(
      ...this.#notes(content),
      element("h4", { "aria-level": document.querySelector("h1") ? "2" : "1" }, content.heading), // below the page's
      element("p", {}, content.text),
      ...this.#question(content, runs),
    );
    if (held) this.lesson.root.focus({ preventScroll: true }); // what was clicked is gone; keys go on working
  }

  /** Draw the samples anew next time, in another theme. */
  refresh() {
    this.#stale = true;
  }

  /** @param {import("../core/theme.js").Theme} theme */
  draw(theme) {
    this.#answers?.draw(theme, this.#stale);
    this.#stale = false;
  }

  /** @param {Content} content */
  #notes({ title, slide, slides, heading, notes }) {
    const place = `${title}, ${slide} of ${slides}`;
    this.notes.show(place, heading, notes);
    if (!notes) return [];
    const button = element("button", { type: "button", class: "notes" }, "Notes in a window");
    button.addEventListener("click", () => {
      if (!this.notes.open(place, heading, notes)) button.textContent = "The browser allows no window";
    });
    return [button];
  }

  /**
   * @param {Content} content
   * @param {import("../core/payload.js").Run[]} runs
   */
  #question(content, runs) {
    const { question, choices, chosen, answers, finding } = content;
    const told = finding ? [element("p", { class: "finding" }, `Measured: ${finding}`)] : [];
    this.#answers = null;
    if (!question) return told;
    const asked = element("p", { class: "question" }, question);
    if (chosen) {
      const right = answers[0].name;
      const judged = chosen === right ? `Right: ${right}.` : `You said ${chosen}; it is ${right}.`;
      this.#answers = new Answers(content, runs);
      this.refresh();
      return [asked, element("p", { class: "answer", role: "status" }, judged), this.#answers.root, ...told];
    }
    const buttons = choices.map((name, k) => {
      const button = element("button", { type: "button" }, element("kbd", {}, String(k + 1)), ` ${name}`);
      button.addEventListener("click", () => this.lesson.choose(k));
      return button;
    });
    return [asked, element("div", { class: "choices" }, ...buttons)];
  }
}
