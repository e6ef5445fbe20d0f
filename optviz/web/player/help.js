/** The list of the keys, above everything else, and whether they act on the whole page. */

import { element } from "../core/dom.js";
import css from "./help.css";
import { BINDINGS, TEACHING } from "./keyboard.js";
import { actsOnPage, setActsOnPage } from "./pagekeys.js";
import { SAID } from "./teacher.js";

export class Help {
  /** @param {HTMLElement} root of the player */
  constructor(root) {
    const close = element("button", { type: "button", class: "from-here", autofocus: "" }, "Close");
    close.addEventListener("click", () => this.toggle());
    this.everywhere = element("input", { type: "checkbox" });
    this.everywhere.addEventListener("change", () => setActsOnPage(this.everywhere.checked));
    const said = BINDINGS.flatMap(({ say }) => (say === TEACHING ? SAID : say));
    const list = element("ul", {}, ...said.map((say) => element("li", {}, say)));
    const wide = element("label", {}, this.everywhere, " Keys act without a click, where no field has the focus");
    this.root = element("div", { class: "help", role: "dialog", "aria-label": "Keys", popover: "manual" });
    this.root.append(element("h2", {}, "Keys"), element("p", {}, wide, close), list);
    root.append(element("style", {}, css), this.root);
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.toggle();
    });
  }

  get open() {
    return this.root.matches(":popover-open");
  }

  toggle() {
    this.everywhere.checked = actsOnPage();
    this.root.togglePopover();
  }
}
