/** What can be done with an entrant: duplicate, rename and remove it, set two of its numbers at once. */

import { element } from "../core/dom.js";
import { MOST, duplicated, namesOf, removed, renamed } from "./entrants.js";
import { iconButton } from "./layout.js";
import { LONGEST, nameProblem } from "./names.js";

/** @typedef {import("./entry.js").Entry} Entry */
/** @typedef {import("./pad.js").Pad | import("./schedule.js").Schedule | import("./wrap.js").Wrap} Panel */

const DOTS = "M5 10a2 2 0 1 0 0 4 2 2 0 1 0 0-4zm7 0a2 2 0 1 0 0 4 2 2 0 1 0 0-4zm7 0a2 2 0 1 0 0 4 2 2 0 1 0 0-4z";

export class EntryTools {
  /** Made in the script of extras, while it is open. @type {Panel | null} */
  panel = null;
  /** @type {HTMLElement | null} while a name is typed */
  #field = null;
  /** What opened the field or the pad. @type {HTMLButtonElement | null} */
  #opener = null;

  /**
   * @param {Entry} entry
   * @param {boolean} settings whether these can be dragged
   */
  constructor(entry, settings) {
    this.entry = entry;
    const { name, hyper } = entry.run;
    this.button = iconButton(DOTS, `${name}: change, copy, remove`, () => this.#toggle());
    this.button.classList.add("more");
    this.button.setAttribute("aria-expanded", "false");
    this.root = element("div", { class: "acts", role: "group", "aria-label": name, hidden: "" });
    this.duplicate = this.#offer("Duplicate", () => this.#duplicate());
    this.#offer("Rename", (button) => this.#rename(button));
    this.remove = this.#offer("Remove", () => this.#remove());
    if (settings && Object.keys(hyper).length) this.#offer("Schedule", (button) => this.#openPanel(button, "Schedule"));
    if (entry.legend.player.changes.requests.possible) this.#offer("Wrap", (button) => this.#openPanel(button, "Wrap"));
    if (settings && Object.keys(hyper).length > 1)
      this.#offer("Two at once", (button) => this.#openPanel(button, "Pad"));
    this.root.addEventListener("keydown", (event) => this.#key(event));
  }

  get #race() {
    return /** @type {import("../core/payload.js").Race} */ (this.entry.legend.player.race);
  }

  /** @param {string} label @param {(button: HTMLButtonElement) => void} act */
  #offer(label, act) {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", () => act(button));
    this.root.append(button);
    return button;
  }

  #toggle() {
    if (!this.root.hidden) return this.close();
    const { length } = this.#race.runs;
    this.duplicate.disabled = length >= MOST;
    this.remove.disabled = length < 2;
    this.remove.title = length < 2 ? "At least one optimizer races" : "";
    this.root.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.entry.legend.opened(this.entry);
  }

  close() {
    this.#closeInner();
    this.root.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  #closeInner() {
    this.#field?.remove();
    this.panel?.root.remove();
    this.#field = this.panel = null;
    this.#opener?.setAttribute("aria-expanded", "false");
    this.#opener = null;
  }

  /** Escape closes what was opened last. @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    const before = this.#opener ?? this.button;
    if (this.#opener) this.#closeInner();
    else this.close();
    before.focus();
  }

  #duplicate() {
    const { legend, place } = this.entry;
    const entrants = duplicated(this.#race, place);
    legend.enter(entrants, entrants[place + 1].name);
  }

  #remove() {
    const { legend, place } = this.entry;
    const entrants = removed(this.#race, place);
    legend.enter(entrants, entrants[Math.min(place, entrants.length - 1)].name);
  }

  /** Open what a button opens, or close it. @param {HTMLButtonElement} button @returns {boolean} whether it is to open */
  #opens(button) {
    const before = this.#opener;
    this.#closeInner();
    if (before === button) return false;
    this.#opener = button;
    button.setAttribute("aria-expanded", "true");
    return true;
  }

  /** @param {HTMLButtonElement} button */
  #rename(button) {
    if (!this.#opens(button)) return;
    const { name: own } = this.entry.run;
    const field = element("input", { type: "text", maxlength: String(2 * LONGEST), autocomplete: "off" });
    field.value = own;
    const problem = element("span", { class: "problem", role: "alert" });
    this.#field = element("div", { class: "rename" }, element("label", {}, "Name ", field), problem);
    this.root.append(this.#field);
    field.select();
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      const name = field.value.trim();
      const others = namesOf(this.#race).filter((each) => each !== own);
      const said = nameProblem(name, others);
      problem.textContent = said;
      field.setAttribute("aria-invalid", String(Boolean(said)));
      if (said) return;
      const { legend, place } = this.entry;
      this.close();
      this.button.focus();
      if (name !== own) legend.enter(renamed(this.#race, place, name), name);
    });
  }

  /** @param {HTMLButtonElement} button @param {"Pad" | "Schedule" | "Wrap"} kind */
  async #openPanel(button, kind) {
    if (!this.#opens(button)) return;
    try {
      const { [kind]: Kind } = await this.entry.legend.player.load.extras();
      if (this.#opener !== button || this.panel) return; // it was closed meanwhile
      this.panel = new Kind(this.entry);
    } catch {
      this.#field = element("p", { class: "problem" }, "It could not be loaded. Reload the page to try again.");
      this.root.append(this.#field);
      return;
    }
    this.root.append(this.panel.root);
    this.panel.show();
    this.panel.focus();
    this.panel.root.scrollIntoView({ block: "nearest" });
  }
}
