/** A walk past the player's parts, one sentence each. It begins on demand and can be left at any time. */

import { element } from "../core/dom.js";
import css from "./tour.css";

/** @type {[string, string][]} a part, and what it is */
const STOPS = [
  [".views", "Each mark is one optimizer on its way downhill, all on the same loss. Lines join points of equal loss."],
  [".views .start", "The ring is the start. Drag it, and all of them run again from there."],
  [".legend .settings", "Each optimizer has its settings. Drag a number with dots below it to the left or right."],
  [".controls", "Play, pause, and step through the race; the arrow keys do it too."],
  [".chart", "The same race as curves, one for each optimizer. Click to go to a step."],
  [".tools", "Other views, arrows on the picture, and the Inspector: every formula with its numbers."],
  [".story", "What was measured in this race. Click a sentence to see where it happens."],
];
const GAP = 10; // pixels between a part and the words on it

export class Tour {
  #at = -1;
  /** @type {Element | null} */
  #before = null; // what had the focus

  /** @param {HTMLElement} root of the player */
  constructor(root) {
    this.root = root;
    this.words = element("p");
    this.back = button("Back", () => this.#go(-1));
    this.next = button("Next", () => this.#go(1));
    const leave = button("Leave", () => this.leave());
    this.box = element(
      "div",
      { class: "tour", role: "dialog", "aria-label": "Tour", hidden: "" },
      this.words,
      element("div", {}, this.back, this.next, leave),
    );
    this.box.addEventListener("keydown", (event) => this.#key(event));
    root.append(element("style", {}, css), this.box);
  }

  get open() {
    return this.#at >= 0;
  }

  /** Begin, or leave it. */
  toggle() {
    if (this.open) return this.leave();
    this.#before = /** @type {Document | ShadowRoot} */ (this.root.getRootNode()).activeElement;
    this.#at = -1;
    this.#go(1);
  }

  leave() {
    this.#mark(null);
    this.#at = -1;
    this.box.hidden = true;
    if (this.#before instanceof HTMLElement) this.#before.focus({ preventScroll: true });
  }

  /** To the next part that is there. @param {1 | -1} by */
  #go(by) {
    let at = this.#at + by;
    while (STOPS[at] && !this.#part(at)) at += by;
    if (!STOPS[at]) return by > 0 ? this.leave() : undefined;
    this.#at = at;
    const part = /** @type {HTMLElement} */ (this.#part(at));
    this.#mark(part);
    this.words.textContent = STOPS[at][1];
    this.back.disabled = at === 0;
    this.next.textContent = at === STOPS.length - 1 ? "Done" : "Next";
    this.box.hidden = false;
    part.scrollIntoView({ block: "nearest" });
    this.#place(part);
    this.next.focus({ preventScroll: true });
  }

  /** @param {number} at @returns {HTMLElement | null} where it is on the page, seen by anyone */
  #part(at) {
    const found = /** @type {HTMLElement | null} */ (this.root.querySelector(STOPS[at][0]));
    return found?.getClientRects().length ? found : null;
  }

  /** Below the part where there is room, else above it, or in it. @param {HTMLElement} part */
  #place(part) {
    const [around, own, { offsetHeight: height, offsetWidth: width }] = [
      this.root.getBoundingClientRect(),
      part.getBoundingClientRect(),
      this.box,
    ];
    const below = own.bottom + GAP;
    const above = own.top - GAP - height;
    const top = below + height < innerHeight ? below : above > 0 ? above : Math.max(own.top, 0) + GAP;
    const left = Math.min(own.left + GAP, around.right - width - GAP);
    this.box.style.top = `${top - around.top}px`;
    this.box.style.left = `${Math.max(0, left - around.left)}px`;
  }

  /** @param {HTMLElement | null} part */
  #mark(part) {
    this.root.querySelector(".toured")?.classList.remove("toured");
    part?.classList.add("toured");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    this.leave();
  }
}

/** @param {string} label @param {() => void} act */
function button(label, act) {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
}
