/** The question that is asked: what closes, repeats and reveals it, and what came of it. */

import { element } from "../core/dom.js";
import { distribution, rightWords } from "./tallies.js";

/** @typedef {import("./told.js").Question} Question */
/** @typedef {import("./told.js").Result} Result */
/** @typedef {"close" | "again" | "reveal" | "done"} Op what the server is told */

/** @type {[Op, string, string][]} */
const BUTTONS = [
  ["close", "Close the vote", "No more answers"],
  ["again", "Vote again", "Answers count anew, for after a discussion; both are shown side by side"],
  ["reveal", "Reveal", "Show to all what the class answered"],
  ["done", "Done", "Put the question away"],
];

export class ScreenQuestion {
  /** @type {Map<Op, HTMLButtonElement>} */
  #buttons = new Map();
  #told = "";

  /** @param {(op: Op) => void} act */
  constructor(act) {
    this.prompt = element("p", { class: "class-prompt" });
    this.state = element("p", { class: "class-state", role: "status" });
    this.results = element("div", { class: "class-results" });
    const acts = element("div", { class: "class-acts" });
    for (const [op, words, title] of BUTTONS) {
      const button = element("button", { type: "button", title }, words);
      button.addEventListener("click", () => act(op));
      this.#buttons.set(op, button);
      acts.append(button);
    }
    const asked = element("div", { class: "class-asked" }, this.prompt, this.state, acts);
    this.root = element(
      "section",
      { class: "class-question", "aria-label": "Question to the class" },
      asked,
      this.results,
    );
    this.root.hidden = true;
  }

  /**
   * @param {Question | null} question
   * @param {Result[]} results
   * @param {number} answered how many have
   * @param {boolean} ofSlide whether the slide asks it, too, and says what was measured
   */
  show(question, results, answered, ofSlide) {
    this.root.hidden = !question;
    if (!question) return void (this.#told = "");
    this.#allow(question, answered);
    const told = JSON.stringify([question, results, ofSlide]);
    if (told === this.#told) return;
    this.#told = told;
    this.prompt.textContent = question.prompt;
    this.prompt.hidden = ofSlide;
    this.root.classList.toggle("of-slide", ofSlide);
    this.state.textContent = stateWords(question);
    this.results.replaceChildren(...(question.revealed ? resultsOf(question, results, ofSlide) : []));
  }

  /** @param {Question} question @param {number} answered */
  #allow({ open, revealed, kind }, answered) {
    const vote = kind === "race" ? "entries" : "the vote";
    this.#button("close").textContent = `Close ${vote}`;
    this.#button("again").textContent = kind === "race" ? "Race again" : "Vote again";
    this.#button("close").hidden = !open;
    this.#button("again").hidden = kind === "race" ? !revealed : open || revealed;
    this.#button("reveal").hidden = revealed;
    this.#button("reveal").disabled = !answered;
    this.#button("done").hidden = !revealed;
  }

  /** @param {Op} op */
  #button(op) {
    return /** @type {HTMLButtonElement} */ (this.#buttons.get(op));
  }
}

/** @param {Question} question */
function stateWords({ open, revealed, round }) {
  if (revealed) return "";
  const said = round > 1 ? `Round ${round}: ` : "";
  return said + (open ? "phones answer now" : "closed; talk about it, then vote again or reveal");
}

/** @param {Question} question @param {Result[]} results @param {boolean} ofSlide */
function resultsOf(question, results, ofSlide) {
  if (question.kind === "choose") return [bars(question, results), ...wordsOf(question, results, ofSlide)];
  const { points } = results.at(-1) ?? {};
  return points ? [element("p", {}, `${points.length} tapped the picture: see the dots on it.`)] : [];
}

/** @param {Question} question @param {Result[]} results @param {boolean} ofSlide */
function wordsOf(question, results, ofSlide) {
  const measured = !ofSlide && question.measured && `Measured: ${question.measured}`;
  return [rightWords(question, results), measured].flatMap((words) => (words ? element("p", {}, words) : []));
}

/** All rounds side by side. @param {Question} question @param {Result[]} results */
function bars({ prompt, choices, right }, results) {
  const heads = results.length > 1 ? results.map((_, k) => (k ? `round ${k + 1}` : "at first")) : ["answers"];
  const titles = ["choice", ...heads].map((title) => element("th", { scope: "col" }, title));
  const rows = distribution(choices, results).map(({ choice, rounds }) => {
    const name = element("th", { scope: "row" }, choice === right ? `${choice} ✓` : choice);
    return element("tr", choice === right ? { class: "right" } : {}, name, ...rounds.map(cell));
  });
  return element(
    "table",
    {},
    element("caption", {}, prompt),
    element("thead", {}, element("tr", {}, ...titles)),
    element("tbody", {}, ...rows),
  );
}

/** @param {ReturnType<typeof distribution>[0]["rounds"][0]} round */
function cell({ count, percent, share }) {
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  bar.style.width = `${100 * share}%`;
  return element(
    "td",
    {},
    element("span", { class: "number" }, String(count), element("small", {}, ` ${percent}`)),
    element("span", { class: "track" }, bar),
  );
}
