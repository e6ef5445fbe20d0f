/** The race that is kept, A, in a picture of its own beside the present one, B: the same limits and the same step. */

import { element } from "../core/dom.js";
import { TopView } from "../plot/topview.js";
import { inOneLine } from "./whatchanged.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("./ghost.js").Before} Before */
/** @typedef {import("../core/theme.js").Theme} Theme */

const REST = 50; // ms without a change of what is seen, after which it is drawn sharply

export class Beside {
  /** Whether there are two. */
  on = false;
  /** @type {TopView | null} */
  #view = null;
  #box = element("div", { class: "picture view a", hidden: "" });
  #tags = [0, 1].map(() => element("p", { class: "tag", hidden: "" }, element("b"), element("span")));
  /** @type {Before | null} */
  #shown = null;
  #timer = 0;

  /** @param {Player} player */
  constructor(player) {
    this.player = player;
    player.views.boxes.above.append(this.#tags[1]);
  }

  /** @param {Before | null} before */
  show(before) {
    const { views } = this.player;
    this.on &&= before !== null;
    views.beside = this.on;
    this.#box.hidden = !this.on;
    if (!this.on || !before) return;
    if (!views.isOpen("above")) views.toggle("above");
    this.#view ??= this.#made();
    if (before !== this.#shown) this.#view.show(before.surface, before.race);
    this.#shown = before;
    this.#view.lossAt = this.#lossOf(before);
  }

  /** Say on each picture what the other has otherwise. @param {import("./whatchanged.js").Change[]} changes */
  name(changes) {
    const [a, b] = this.#tags;
    label(a, this.on ? "A" : "", this.on ? inOneLine(changes, "before") : "");
    label(b, this.on ? "B" : "", inOneLine(changes, this.on ? "now" : "both"));
  }

  /**
   * @param {number} time in steps
   * @param {import("../core/hidden.js").Hidden} hidden
   * @param {Theme} theme
   * @param {(box: Element) => boolean} seen whether it must be drawn
   */
  draw(time, hidden, theme, seen) {
    const view = this.#view;
    if (!this.on || !view) return;
    this.#box.hidden = !this.player.views.isOpen("above");
    if (this.#box.hidden || !seen(this.#box)) return;
    this.#follow(view);
    view.draw(time, hidden, theme, () => {});
  }

  /** In another theme or size. */
  refresh() {
    this.#view?.refresh();
  }

  /** See what is seen of the present race. @param {TopView} view */
  #follow({ viewport }) {
    const { whole, seen } = this.player.topView.viewport;
    if (viewport.seen === seen && viewport.whole === whole) return;
    Object.assign(viewport, { whole, seen });
    this.#view?.moved();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.refresh();
      this.player.redraw();
    }, REST);
  }

  #made() {
    const { above } = this.player.views.boxes;
    const label = "Race A, which is kept, on its surface, from above";
    this.#box.append(
      element("canvas", { class: "ground" }),
      element("canvas", { class: "trails", role: "img", "aria-label": label }),
      element("span", { class: "start", "aria-hidden": "true" }),
      this.#tags[0],
    );
    above.before(this.#box);
    return new TopView(this.#box, () => this.player.redraw());
  }

  /** The loss with the surface's number as it was, where it can be computed here. @param {Before} before */
  #lossOf({ race }) {
    const { live, race: present } = this.player;
    if (!live || !present) return null;
    const { engine } = live;
    if (race.parameter === present.parameter) return engine.lossAt.bind(engine);
    return (/** @type {number} */ x, /** @type {number} */ y) => {
      engine.fix(race.parameter);
      const loss = engine.lossAt(x, y);
      engine.fix(present.parameter);
      return loss;
    };
  }
}

/** @param {HTMLElement} tag @param {string} letter @param {string} words */
function label(tag, letter, words) {
  tag.hidden = !letter && !words;
  [letter, words].forEach((text, k) => {
    if (tag.children[k].textContent !== text) tag.children[k].textContent = text;
  });
}
