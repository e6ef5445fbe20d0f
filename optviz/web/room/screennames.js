/** Names that phones gave themselves, each with a button that takes it away. */

import { element } from "../core/dom.js";

export class ScreenNames {
  /** @param {(number: number) => void} remove */
  constructor(remove) {
    this.remove = remove;
    this.list = element("ul");
    this.none = element("p", {}, "No phone has a name; each has a number.");
    this.root = element("section", { class: "class-names", "aria-label": "Names", hidden: "" }, this.none, this.list);
  }

  /** @param {Record<string, string>} names by the phones' numbers */
  show(names) {
    const all = Object.entries(names);
    this.none.hidden = all.length > 0;
    this.list.replaceChildren(
      ...all.map(([number, name]) => {
        const title = `Take the name ${name} away: the phone is No. ${number} then`;
        const button = element("button", { type: "button", title, "aria-label": title }, "×");
        button.addEventListener("click", () => this.remove(Number(number)));
        return element("li", {}, `${name} (${number})`, button);
      }),
    );
  }
}
