/** Three things to try, above the picture, for who is here for the first time. */

import { element } from "../core/dom.js";
import { keep, kept } from "../core/kept.js";
import { answerOf, foundOf, outcomeOf } from "./tasks.js";

/** @typedef {import("../core/payload.js").Prompt} Prompt */
/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("./player.js").Player} Player */
/** @typedef {{prompt: Prompt, root: HTMLElement, named: string, came: string}} Asked with what was answered and came of it */

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
    // In a row of its own height, whatever it says: a picture that jumps would lose the pointer.
    this.came = element("output", { class: "came" });
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
        this.came,
        hide,
      );
      this.came.textContent = "";
      this.box.hidden = !this.wanted || !this.offered;
    }
    this.check(race);
  }

  /** See what is done by now. @param {Race} race */
  check(race) {
    const found = this.#found;
    if (!found) return;
    for (const asked of this.#asked) {
      const { prompt, named } = asked;
      const came = prompt.kind === "guess" ? named && answerOf(prompt, named, race) : outcomeOf(prompt, found, race);
      if (came !== asked.came) this.#tell(asked, came);
    }
  }

  /** @param {Prompt} prompt @param {Race} race */
  #ask(prompt, race) {
    const asked = { prompt, root: element("span", { class: "prompt" }), named: "", came: "" };
    if (prompt.kind === "guess") {
      const names = race.runs.map(({ name }) => element("option", {}, name));
      const choice = element("select", { "aria-label": prompt.text }, element("option", { value: "" }, "…"), ...names);
      choice.addEventListener("change", () => {
        asked.named = choice.value;
        asked.came = "";
        if (this.player.race) this.check(this.player.race);
      });
      asked.root.append(prompt.text, choice);
    } else {
      const button = element("button", { type: "button", title: "Show where" }, prompt.text);
      button.addEventListener("click", () => this.#showWhere(prompt));
      asked.root.append(button);
    }
    return asked;
  }

  /** @param {Asked} asked @param {string} came what came of it; nothing once it is not so any more */
  #tell(asked, came) {
    const isTold = this.came.textContent === asked.came;
    if (isTold || !asked.came) this.came.textContent = this.came.title = came;
    asked.came = came;
    if (!came) return;
    asked.root.classList.add("done");
    this.box.scrollLeft = 0; // where it stands on a phone
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
