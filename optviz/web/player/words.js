/** What is said of a race beside its picture: why runs ended, and all of it for those who do not see. */

import { summaryOf } from "./summary.js";

const OWN =
  "You have changed this race. What is written beside it is of the race as it was; reload the page to see that.";

export class Words {
  /** @param {ParentNode} root */
  constructor(root) {
    const find = (/** @type {string} */ part) => /** @type {HTMLElement} */ (root.querySelector(part));
    this.notice = find(".notice");
    this.summary = find(".summary");
  }

  /**
   * @param {string} surface its name
   * @param {import("../core/payload.js").Race} race
   * @param {boolean} own whether it is another than what is written beside it
   * @param {boolean} asks whether what comes of it is still to be predicted
   */
  tell(surface, race, own, asks) {
    const runs = asks ? [] : race.runs;
    this.summary.textContent = summaryOf(surface, { ...race, runs });
    const told = runs.flatMap(({ ending }) => ending?.explained || []);
    if (own) told.push(OWN);
    this.warn(told.join(" "));
  }

  /** @param {string} sentence or nothing */
  warn(sentence) {
    this.notice.hidden = !sentence;
    this.notice.textContent = sentence;
  }
}
