/** The box above a chart that says the values at one step, so that it covers no curve. */

import { element } from "../core/dom.js";

/** @typedef {import("../core/payload.js").Run} Run */

export class ChartReading {
  #head = element("b");
  /** @type {{root: HTMLElement, name: Text, value: HTMLElement}[]} */ #rows = [];

  /** @param {HTMLElement} box of the chart */
  constructor(box) {
    this.root = element("div", { class: "reading", hidden: "" }, this.#head);
    box.append(this.root);
  }

  hide() {
    this.root.hidden = true;
  }

  /**
   * @param {string} at which step
   * @param {number} px where it is, in pixels from the left
   * @param {number} width of the chart
   * @param {Run[]} runs
   * @param {(run: Run) => [number, string]} valueOf and what it is in words
   */
  tell(at, px, width, runs, valueOf) {
    const told = runs.map((run) => ({ run, value: valueOf(run) })).filter(({ value }) => Number.isFinite(value[0]));
    told.sort((a, b) => b.value[0] - a.value[0]);
    this.root.hidden = false;
    write(this.#head, at);
    for (let k = this.#rows.length; k < told.length; k++) this.#add();
    this.#rows.forEach(({ root, name, value }, k) => {
      root.hidden = k >= told.length;
      write(name, root.hidden ? "" : `${told[k].run.name} `);
      write(value, root.hidden ? "" : told[k].value[1]);
    });
    const own = this.root.offsetWidth;
    this.root.style.left = `${Math.max(0, Math.min(width - own, px - own / 2))}px`;
  }

  #add() {
    const [name, value] = [document.createTextNode(""), element("i")];
    const root = element("span", {}, name, value);
    this.root.append(root);
    this.#rows.push({ root, name, value });
  }
}

/** @param {Node} node @param {string} text */
function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
