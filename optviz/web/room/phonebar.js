/** The line at the top of a phone's page: whether it is connected, and who it is. */

import { element } from "../core/dom.js";
import { STATES, whoWords } from "./phonewords.js";

const LONGEST = 20; // characters of a name; optviz/room/orders.py has the same

export class Bar {
  #name = "";

  /** @param {(name: string) => void} give */
  constructor(give) {
    this.state = element("span", { class: "state", role: "status" });
    this.who = element("button", { type: "button", class: "who", "aria-expanded": "false" });
    this.field = element("input", {
      id: "name",
      type: "text",
      maxlength: String(LONGEST),
      autocomplete: "off",
      enterkeyhint: "done",
    });
    const label = element("label", { for: "name" }, "Your name, if you like: the class sees it");
    const save = element("button", { type: "submit" }, "Save");
    this.form = element("form", { class: "name", hidden: "" }, label, this.field, save);
    this.root = element("header", {}, element("div", { class: "line" }, this.state, this.who), this.form);
    this.who.addEventListener("click", () => this.#open(this.form.hasAttribute("hidden")));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      give(this.field.value.trim().replace(/\s+/g, " "));
      this.#open(false);
    });
  }

  /** @param {import("./connection.js").State | ""} state "" before there is a line */
  turn(state) {
    this.state.textContent = state && STATES[state];
    this.state.dataset.state = state;
  }

  /** @param {{number: number, name: string} | null} you */
  show(you) {
    this.who.hidden = !you;
    this.who.textContent = whoWords(you);
    this.#name = you?.name ?? "";
    if (!you) this.#open(false);
  }

  /** @param {boolean} open */
  #open(open) {
    this.form.hidden = !open;
    this.who.setAttribute("aria-expanded", String(open));
    if (!open) return;
    this.field.value = this.#name;
    this.field.focus();
  }
}
