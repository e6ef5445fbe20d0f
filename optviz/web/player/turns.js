/** The bar that turns a lesson's slides. It stays on the screen, however long a slide is. */

import { element } from "../core/dom.js";

export class Turns {
  #title = element("span", { class: "title" });
  #count = element("span", { class: "slide" });
  /** @type {[HTMLButtonElement, 1 | -1][]} */
  #buttons;

  /**
   * @param {HTMLElement} bar
   * @param {(slides: 1 | -1) => void} turn
   */
  constructor(bar, turn) {
    this.bar = bar;
    const button = (/** @type {string} */ label, /** @type {string} */ key, /** @type {1 | -1} */ by) => {
      const made = element("button", { type: "button", title: `${label} slide (${key})` }, label);
      made.addEventListener("click", () => made.ariaDisabled === "true" || turn(by));
      return made;
    };
    const [back, on] = [button("Previous", "Page up", -1), button("Next", "Page down", 1)];
    this.#buttons = [
      [back, -1],
      [on, 1],
    ];
    bar.append(back, element("span", { class: "place" }, this.#title, " ", this.#count), on);
  }

  /** @param {import("../core/payload.js").Lesson | null} content */
  show(content) {
    this.bar.hidden = !content;
    if (!content) return;
    const { title, slide, slides } = content;
    this.#title.textContent = title;
    this.#count.textContent = `${slide} of ${slides}`;
    this.bar.style.setProperty("--done", `${(100 * slide) / slides}%`);
    for (const [button, by] of this.#buttons) {
      button.ariaDisabled = String(slide + by < 1 || slide + by > slides);
    }
  }
}
