/** What a teacher asks the class: something to choose, a number, a place on the picture, or a race. */

import { element } from "../core/dom.js";
import { whyNot } from "../player/live.js";

/** @typedef {import("../player/player.js").Player} Player */
/** @typedef {import("./told.js").Question["kind"]} Kind */

/** @type {[Kind, string, string][]} */
const KINDS = [
  ["choose", "Choose", ""],
  ["number", "Number", ""],
  ["point", "Place on the picture", "Where does it end? Tap the place on the picture."],
  ["race", "Race", "Choose an optimizer and its settings. The lowest loss at the end wins."],
];
const MOST = 1000; // steps of a race, as in optviz/room/state.py

export class ScreenAsk {
  /** @type {Kind} */
  #kind = "choose";

  /**
   * @param {Player} player
   * @param {(question: Record<string, any>) => void} ask
   */
  constructor(player, ask) {
    this.player = player;
    this.prompt = element("input", { type: "text", maxlength: "500" });
    this.choices = element("textarea", { rows: "3" });
    this.budget = element("input", { type: "number", min: "1", max: String(MOST), step: "1" });
    this.starts = element("input", { type: "checkbox" });
    this.rules = element("div", { class: "class-rules", role: "group", "aria-label": "Optimizers to choose from" });
    this.why = element("p", { role: "status" });
    this.submit = element("button", { type: "submit" }, "Ask the class");
    this.kinds = element(
      "fieldset",
      {},
      element("legend", {}, "What"),
      ...KINDS.map(([kind, words]) => this.#offer(kind, words)),
    );
    this.fields = /** @type {Record<string, HTMLElement>} */ ({
      prompt: labelled("Question", this.prompt),
      choices: labelled("Answers, one in each line", this.choices),
      budget: labelled("Steps", this.budget),
      starts: element("label", {}, this.starts, " Each chooses a start, too"),
      rules: this.rules,
    });
    this.root = element("form", { class: "class-ask", "aria-label": "Ask the class", hidden: "" });
    this.root.append(
      this.kinds,
      ...Object.values(this.fields),
      this.why,
      element("div", { class: "class-acts" }, this.submit),
    );
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(this.question);
    });
    this.root.addEventListener("keydown", (event) => event.stopPropagation()); // letters are no keys of the player
  }

  get open() {
    return !this.root.hidden;
  }

  /** Open it for the race that is shown, or close it. @param {boolean} open */
  show(open) {
    this.root.hidden = !open;
    if (!open) return;
    this.#fit();
    this.prompt.focus();
  }

  /** It was asked. */
  clear() {
    this.prompt.value = this.choices.value = "";
    this.show(false);
  }

  /** @param {Kind} kind @param {string} words */
  #offer(kind, words) {
    const choice = element("input", { type: "radio", name: "kind", value: kind });
    choice.checked = kind === this.#kind;
    choice.addEventListener("change", () => {
      this.#kind = kind;
      this.#fit();
    });
    return element("label", {}, choice, ` ${words}`);
  }

  /** Offer what belongs to the kind of question and to the race. */
  #fit() {
    const { race, surface, live } = this.player;
    const racing = this.#kind === "race";
    const why = racing && race && surface ? whyNot(race, surface) || (live ? "" : "Python alone runs it") : "";
    this.fields.choices.hidden = this.#kind !== "choose";
    for (const name of ["budget", "starts", "rules"]) this.fields[name].hidden = !racing || why !== "";
    this.why.textContent = why && `Phones cannot race on this: ${why}. Choose another scene.`;
    this.submit.disabled = why !== "";
    this.prompt.placeholder = KINDS.find(([kind]) => kind === this.#kind)?.[2] ?? "";
    if (!race) return;
    this.budget.max = String(Math.min(MOST, race.steps));
    this.budget.value = this.budget.max;
    this.rules.replaceChildren(...(racing ? this.#rules() : []));
  }

  /** Those that can race in the page; those that race now are ticked. */
  #rules() {
    const { race, live } = this.player;
    const racing = new Set(race?.runs.map(({ key }) => key));
    const known = Object.entries(race?.newcomers ?? {}).filter(([key]) => live?.engine.knows(key));
    return known.map(([key, { name }]) => {
      const box = element("input", { type: "checkbox", value: key });
      box.checked = racing.has(key);
      return element("label", {}, box, ` ${name}`);
    });
  }

  /** As the server takes it. */
  get question() {
    const prompt = this.prompt.value.trim() || this.prompt.placeholder;
    if (this.#kind === "choose") return { kind: "choose", prompt, choices: linesOf(this.choices.value) };
    if (this.#kind !== "race") return { kind: this.#kind, prompt };
    const ticked = /** @type {NodeListOf<HTMLInputElement>} */ (this.rules.querySelectorAll("input:checked"));
    const rules = [...ticked].map(({ value }) => value);
    return { kind: "race", prompt, budget: Number(this.budget.value), starts: this.starts.checked, rules };
  }
}

/** @param {string} words @param {HTMLElement} field */
function labelled(words, field) {
  return element("label", {}, element("span", {}, words), field);
}

/** @param {string} text */
function linesOf(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
