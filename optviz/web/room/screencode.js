/** Codes over everything: the room's for those in the last row, and one that steers, for the teacher's own phone. */

import { element } from "../core/dom.js";

/** @typedef {import("./told.js").Key} Key */

const SHOWN = /^https?:\/\//; // what need not be typed

export class ScreenCode {
  /** @type {Key | null} */
  #key = null;

  constructor() {
    this.picture = element("img", { class: "class-qr" });
    this.words = element("div", { class: "class-words" });
    this.count = element("p", { class: "class-count" });
    this.close = element("button", { type: "button", class: "class-close" }, "Close");
    this.root = element("dialog", { class: "class-shown" }, this.picture, this.words, this.close);
    this.close.addEventListener("click", () => this.root.close());
  }

  /** @param {Key} key */
  show(key) {
    this.#key = key;
    if (this.root.open) this.join();
  }

  /** How to come into the room. */
  join() {
    const { address, code, qr, note } = /** @type {Key} */ (this.#key);
    this.#open("Join the class", qr, `QR code of ${address}`, [
      element("p", { class: "class-address" }, address.replace(SHOWN, "").replace(/\/?\?.*$/, "")),
      element("p", { class: "class-large", "aria-label": `Code ${[...code].join(" ")}` }, code),
      this.count,
      ...(note ? [element("p", { class: "class-note" }, note)] : []),
    ]);
  }

  /** How to steer the room. */
  remote() {
    const { remote, note } = /** @type {Key} */ (this.#key);
    this.#open("Steer with your phone", remote, "QR code for the teacher's phone", [
      element("p", { class: "class-heading" }, "For your own phone"),
      element("p", {}, "It turns the slides, plays and steps the race, closes votes and reveals them."),
      element(
        "p",
        { class: "class-note" },
        "With this code one can steer the room. Hide the projector's picture before you show it.",
      ),
      ...(note ? [element("p", { class: "class-note" }, note)] : []),
    ]);
  }

  /** @param {string} here how many are there */
  tell(here) {
    this.count.textContent = here;
  }

  /** @param {string} label @param {string} svg @param {string} alt @param {Node[]} words */
  #open(label, svg, alt, words) {
    this.root.setAttribute("aria-label", label);
    this.picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    this.picture.alt = alt;
    this.words.replaceChildren(...words);
    if (!this.root.open) this.root.showModal();
  }
}
