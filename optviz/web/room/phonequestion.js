/** The question on a phone: what it asks, the phone's answer, and whether that counts. */

import { element } from "../core/dom.js";
import { inWords } from "../core/numbers.js";
import { RANGES, rangeInWords, typed } from "../core/scrub.js";
import { EntryForm } from "./phoneentry.js";
import { resultsOf } from "./phoneresults.js";
import { answerWords } from "./phonewords.js";

/** @typedef {import("./told.js").Question} Question */
/** @typedef {import("./told.js").Result} Result */
/** @typedef {import("./phonewords.js").Given} Given */
/** @typedef {import("./phonepicture.js").Picture} Picture */

export class QuestionBox {
  #built = "";
  #told = "";
  /** @type {Picture | null} */
  #picture = null;
  /** @type {Asker | null} */
  #asker = null;

  /** @param {(answer: any) => void} answer */
  constructor(answer) {
    this.answer = answer;
    this.prompt = element("h2", {});
    this.box = element("div", { class: "ask" });
    this.state = element("p", { class: "answer-state", role: "status" });
    this.results = element("div", { class: "results" });
    this.root = element("section", { class: "question", hidden: "" }, this.prompt, this.box, this.state, this.results);
  }

  /**
   * @param {Question | null} question
   * @param {Result[]} results
   * @param {{held: Given | null, given: Given | null, rounds: any[]}} own this round's answer, held by the server or on
   *   its way, and the answers to all rounds
   * @param {boolean} connected
   * @param {Picture | null} picture that is shown
   */
  show(question, results, own, connected, picture) {
    this.root.hidden = !question;
    if (!question) return void (this.#built = this.#told = "");
    this.#build(question, picture);
    const { held, given } = own;
    const chosen = given ?? held;
    this.#asker?.show(chosen ? chosen.answer : null, question.open);
    const round = question.round > 1 && !question.revealed ? "Second round. " : "";
    this.state.textContent = round + answerWords(question, held, given, connected);
    this.state.hidden = question.revealed;
    const told = JSON.stringify([question, results, own.rounds]);
    if (told === this.#told) return;
    this.#told = told;
    this.results.replaceChildren(...(question.revealed ? resultsOf(question, results, own.rounds) : []));
  }

  /** @param {Question} question @param {Picture | null} picture */
  #build(question, picture) {
    const { id, kind, prompt, choices, rules, starts, revealed } = question;
    const built = JSON.stringify([id, kind, prompt, choices, rules, starts, revealed]);
    if (built === this.#built && (kind !== "race" || picture === this.#picture)) return;
    this.#built = built;
    this.#picture = picture;
    this.prompt.textContent = prompt;
    this.#asker = revealed ? null : this.#askerOf(question, picture);
    this.box.replaceChildren(...(this.#asker ? [this.#asker.root] : []));
  }

  /** @param {Question} question @param {Picture | null} picture @returns {Asker | null} */
  #askerOf(question, picture) {
    if (question.kind === "choose") return new Choices(question.choices, this.answer);
    if (question.kind === "number") return new NumberField(question.prompt, this.answer);
    if (question.kind === "race" && picture) return new EntryForm(question, picture, this.answer);
    return null; // a point is tapped on the picture
  }
}

/** @typedef {{root: HTMLElement, show: (answer: any, open: boolean) => void}} Asker takes answers of a kind; null for none */

class Choices {
  /** @param {string[]} choices @param {(answer: number) => void} answer */
  constructor(choices, answer) {
    this.buttons = choices.map((choice, k) => {
      const button = element("button", { type: "button", class: "choice", "aria-pressed": "false" }, choice);
      button.addEventListener("click", () => answer(k));
      return button;
    });
    this.root = element("div", { class: "choices" }, ...this.buttons);
  }

  /** @param {number | null} chosen @param {boolean} open */
  show(chosen, open) {
    this.buttons.forEach((button, k) => {
      button.setAttribute("aria-pressed", String(k === chosen));
      button.disabled = !open;
    });
  }
}

class NumberField {
  #shown = /** @type {number | null} */ (null);

  /** @param {string} prompt @param {(answer: number) => void} answer */
  constructor(prompt, answer) {
    this.field = element("input", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": prompt });
    this.problem = element("p", { class: "problem", role: "alert" });
    this.button = element("button", { type: "submit", class: "main" }, "Answer");
    this.root = element("form", { class: "number", novalidate: "" }, this.field, this.button, this.problem);
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      const value = typed(this.field.value, "number");
      this.problem.textContent = value === null ? rangeInWords("number", RANGES.number) : "";
      if (value !== null) answer(value);
    });
  }

  /** @param {number | null} given @param {boolean} open */
  show(given, open) {
    if (given !== null && given !== this.#shown) this.field.value = inWords(given);
    this.#shown = given;
    this.field.disabled = this.button.disabled = !open;
  }
}
