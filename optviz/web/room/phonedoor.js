/** Where a phone gives the code of its room. */

import { element } from "../core/dom.js";

const LETTERS = 6;

/** A code as it is meant, however it was typed. @param {string} typed */
export function codeOf(typed) {
  return typed.replace(/[\s-]/g, "").toUpperCase();
}

export class Door {
  /** @param {(code: string) => void} enter */
  constructor(enter) {
    this.field = element("input", {
      id: "code",
      type: "text",
      inputmode: "text",
      autocomplete: "off",
      autocapitalize: "characters",
      autocorrect: "off",
      spellcheck: "false",
      maxlength: String(2 * LETTERS),
      "aria-describedby": "code-problem",
    });
    this.problem = element("p", { class: "problem", id: "code-problem", role: "alert" });
    const label = element("label", { for: "code" }, "Code of the room");
    const button = element("button", { type: "submit", class: "main" }, "Join");
    this.root = element("form", { class: "door", novalidate: "" }, label, this.field, button, this.problem);
    this.root.prepend(element("h1", {}, "Join your class"));
    this.root.addEventListener("submit", (event) => {
      event.preventDefault(); // the page's policy lets no form leave it
      this.#submit(enter);
    });
  }

  /** @param {string} code to begin with @param {string} problem in a sentence, or nothing */
  show(code, problem) {
    this.field.value = code;
    this.problem.textContent = problem;
    this.field.focus();
  }

  /** @param {(code: string) => void} enter */
  #submit(enter) {
    const code = codeOf(this.field.value);
    const fits = new RegExp(`^[A-Z]{${LETTERS}}$`).test(code);
    this.problem.textContent = fits ? "" : `A code has ${LETTERS} letters. It stands on the screen.`;
    if (fits) enter(code);
    else this.field.focus();
  }
}
