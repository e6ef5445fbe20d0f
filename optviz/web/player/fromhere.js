/** Settings that change in mid-run: the switch for it in the legend, and what changes when in each row. */

import { element } from "../core/dom.js";
import { valueText } from "../core/settings.js";

/** @typedef {import("../core/payload.js").Run} Run */

/** The switch: while it is on, settings are set from the cursor on. */
export class FromHere {
  /** @param {() => void} toggle */
  constructor(toggle) {
    this.button = element("button", {
      type: "button",
      class: "from-here",
      "aria-pressed": "false",
      title: "Settings that you change now hold from the cursor on (H); the steps before stay what they are",
    });
    this.button.addEventListener("click", toggle);
  }

  /** @param {boolean} possible @param {boolean} on @param {number} step of the cursor */
  draw(possible, on, step) {
    const { button } = this;
    if (button.hidden === possible) button.hidden = !possible;
    const text = on && step ? `from step ${step} on` : "from here on";
    if (button.textContent !== text) button.textContent = text;
    if (button.getAttribute("aria-pressed") !== String(on)) button.setAttribute("aria-pressed", String(on));
  }
}

/** What a run's settings change to, each with a button that forgets it. */
export class ChangesList {
  #told = "";

  /**
   * @param {(name: string, step: number) => void} drop
   * @param {HTMLElement} last has the focus when the button that had it was the last one
   */
  constructor(drop, last) {
    this.last = last;
    this.root = element("span", { class: "changes" });
    this.drop = drop;
  }

  /** @param {Run} run @param {boolean} live whether they can be forgotten here */
  show({ name, changes, symbols }, live) {
    const some = Object.keys(changes).length > 0;
    const told = some ? JSON.stringify([live, changes]) : ""; // asked in every frame, and mostly there are none
    if (told === this.#told) return;
    this.#told = told;
    const items = Object.entries(changes).flatMap(([each, all]) => all.map(([step, value]) => ({ each, step, value })));
    items.sort((a, b) => a.step - b.step);
    const focused = this.#buttons.findIndex((each) => each.matches(":focus"));
    this.root.replaceChildren(
      ...items.map(({ each, step, value }) => {
        const words = `${symbols[each][0]} ${valueText(value)}${step ? ` from step ${step}` : ""}`;
        const label = `Forget that ${name} has ${words}`;
        const button = element("button", { type: "button", "aria-label": label, title: label }, "×");
        button.addEventListener("click", () => this.drop(each, step));
        return element("span", { class: "change" }, words, ...(live ? [button] : []));
      }),
    );
    if (focused >= 0) (this.#buttons[focused] ?? this.#buttons.at(-1) ?? this.last).focus();
  }

  get #buttons() {
    return [...this.root.querySelectorAll("button")];
  }
}
