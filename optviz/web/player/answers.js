/** The answer to a lesson's question: a table of what every optimizer did, with a bar for each number. */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { colourOf } from "../plot/marks.js";
import { drawSample } from "./sample.js";

/** @typedef {import("../core/payload.js").Run} Run */

export class Answers {
  /** @type {[Run, HiDpiCanvas, HTMLElement][]} each run with its sample and its bar */
  #rows = [];

  /**
   * @param {import("../core/payload.js").Lesson} content with the question answered
   * @param {Run[]} runs of the race
   */
  constructor({ question, head, answers, chosen }, runs) {
    const titles = ["optimizer", head].map((title) => element("th", { scope: "col" }, title));
    const rows = answers.map(({ name, number, share }) => {
      const canvas = element("canvas", { class: "sample", "aria-hidden": "true" });
      const bar = element("span", { class: "bar", "aria-hidden": "true" });
      bar.style.width = `${100 * share}%`;
      bar.hidden = !share;
      const run = runs.find((each) => each.name === name);
      if (run) this.#rows.push([run, new HiDpiCanvas(canvas), bar]);
      const yours = name === chosen ? [" ", element("small", {}, "your answer")] : [];
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, canvas, name, ...yours),
        element("td", {}, element("span", { class: "number" }, number), bar),
      );
    });
    this.root = element(
      "table",
      { class: "answers" },
      element("caption", {}, question),
      element("thead", {}, element("tr", {}, ...titles)),
      element("tbody", {}, ...rows),
    );
  }

  /**
   * @param {import("../core/theme.js").Theme} theme
   * @param {boolean} stale whether it has to be drawn anew
   */
  draw(theme, stale) {
    for (const [run, sheet, bar] of this.#rows) {
      if (!sheet.fit() && !stale) continue;
      drawSample(sheet, run, theme);
      bar.style.background = colourOf(run, theme);
    }
  }
}
