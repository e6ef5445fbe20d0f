/** The box that says what is under the pointer. */

import { element } from "../core/dom.js";

export class Reading {
  /** @param {HTMLElement} box in which it stands */
  constructor(box) {
    this.box = box;
    this.root = element("div", { class: "reading", hidden: "" });
    box.append(this.root);
  }

  hide() {
    this.root.hidden = true;
  }

  /**
   * @param {number} x pixels from the left of the box
   * @param {string} head
   * @param {[string, string][]} rows name and value
   */
  tell(x, head, rows) {
    this.root.hidden = false;
    this.root.replaceChildren(
      element("b", {}, head),
      ...rows.map(([name, value]) => element("span", {}, `${name} `, element("i", {}, value))),
    );
    const right = x > this.box.clientWidth / 2;
    this.root.style.left = right ? "auto" : `${x + 14}px`;
    this.root.style.right = right ? `${this.box.clientWidth - x + 14}px` : "auto";
  }
}
