/** Three things to try, above the picture, for who is here for the first time. */

import { element } from "../core/dom.js";
import { keep, kept } from "../core/kept.js";
import { answerOf, foundOf, outcomeOf } from "./tasks.js";

/** @typedef {import("../core/payload.js").Prompt} Prompt */
/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {{prompt: Prompt, root: HTMLElement, words: HTMLElement}} Asked */

const KEPT = "prompts"; // whether they are shown
const SHOWN = 1600; // ms for which the place to begin at is marked

export class Prompts {
  /** @type {Asked[]} */
  #asked = [];
  /** @type {import("./tasks.js").Found | null} the race as it was found */
  #found = null;

  /**
   * @param {HTMLElement} box
   * @param {Player} player
   */
  constructor(box, player) {
    this.box = box;
    this.player = player;
    this.wanted = kept(KEPT) !== "off";
  }

  /** Whether there are any for this race. */
  get offered() {
    return this.#asked.length > 0;
  }

  /** Show them, or no more until they are asked for. */
  toggle() {
    this.wanted = !this.wanted;
    keep(KEPT, this.wanted ? "on" : "off");
    this.box.hidden = !this.wanted || !this.offered;
  }

  /** Another race came. @param {Race} race @param {boolean} elsewhere whether on another surface */
  receive(race, elsewhere) {
    if (elsewhere) {
      this.#found = foundOf(race);
      this.#asked = race.prompts.map((prompt) => this.#ask(prompt, race));
      const hide = element("button", { type: "button", class: "hide", "aria-label": "Hide what to try" }, "×");
      hide.title = "Hide; “Try this” below the picture brings it back";
      hide.addEventListener("click", () => {
        this.toggle();
        this.player.redraw();
      });
      this.box.replaceChildren(
        element("span", { class: "try" }, "Try this:"),
        ...this.#asked.map(({ root }) => root),
        hide,
      );
      this.box.hidden = !this.wanted || !this.offered;
    }
    this.check(race);
  }

  /** See what is done by now. @param {Race} race */
  check(race) {
    for (const asked of this.#asked) {
      const words = this.#found && outcomeOf(asked.prompt, this.#found, race);
      if (words) done(asked, words);
    }
  }

  /** @param {Prompt} prompt @param {Race} race */
  #ask(prompt, race) {
    const words = element("span", { class: "words", role: "status" });
    const asked = { prompt, words, root: element("span", { class: "prompt" }) };
    if (prompt.kind === "guess") {
      const names = race.runs.map(({ name }) => element("option", {}, name));
      const choice = element("select", { "aria-label": prompt.text }, element("option", { value: "" }, "…"), ...names);
      choice.addEventListener("change", () => this.#answer(asked, choice.value));
      asked.root.append(prompt.text, choice, words);
    } else {
      const button = element("button", { type: "button", title: "Show where" }, prompt.text);
      button.addEventListener("click", () => this.#showWhere(prompt));
      asked.root.append(button, words);
    }
    return asked;
  }

  /** @param {Asked} asked @param {string} named */
  #answer(asked, named) {
    const { race } = this.player;
    if (!race || !named) return;
    const { right, words } = answerOf(asked.prompt, named, race);
    done(asked, `${right ? "Right: " : "No: "}${words}`);
  }

  /** Where a prompt is followed: it gets the focus, and is marked for a moment. @param {Prompt} prompt */
  #showWhere(prompt) {
    const { root } = this.player;
    const label = `${prompt.entrant}: ${prompt.setting}`;
    const numbers = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".legend [role=spinbutton]")]);
    const where =
      prompt.kind === "move"
        ? /** @type {HTMLElement | null} */ (root.querySelector(".picture .start"))
        : numbers.find((each) => each.getAttribute("aria-label") === label);
    if (!where) return;
    where.focus();
    where.scrollIntoView({ block: "nearest" });
    where.classList.add("here");
    setTimeout(() => where.classList.remove("here"), SHOWN);
  }
}

/** @param {Asked} asked @param {string} words what came of it */
function done({ root, words: place }, words) {
  root.classList.add("done");
  if (place.textContent !== words) place.textContent = words;
}
