/** What there is to see, sentence by sentence; each was measured, and leads to where it is seen. */

import { element } from "../core/dom.js";

/** @typedef {import("../core/payload.js").Sentence} Sentence */

const MARKS = { true: ["✓", "measured, and so it is"], false: ["✗", "measured, and not so here"] };

export class Story {
  /**
   * @param {HTMLElement} list
   * @param {(sentence: Sentence) => void} show leads to where a sentence is seen
   */
  constructor(list, show) {
    this.list = list;
    this.show = show;
  }

  /**
   * The race is another now than the one that was measured.
   * @param {boolean} asked whether its own sentences come
   */
  outdate(asked) {
    if (!asked) this.tell([]);
    this.list.classList.toggle("outdated", asked);
  }

  /** @param {Sentence[]} story */
  tell(story) {
    this.list.classList.remove("outdated");
    const heading = element("h5", {}, "What there is to see");
    const items = story.map((sentence) => element("li", {}, this.#button(sentence), ...remarks(sentence)));
    this.list.hidden = story.length === 0;
    this.list.replaceChildren(heading, element("ol", {}, ...items));
  }

  /** @param {Sentence} sentence */
  #button(sentence) {
    const words = sentence.holds ? sentence.words : `Not so here: ${sentence.words}`;
    const [sign, meaning] = MARKS[sentence.holds ? "true" : "false"];
    const mark = element("span", { class: "mark", role: "img", "aria-label": meaning, title: meaning }, sign);
    const button = element("button", { type: "button", "data-holds": String(sentence.holds) }, mark, words);
    button.title = `Show it: step ${sentence.step}`;
    button.addEventListener("click", () => this.show(sentence));
    return button;
  }
}

/**
 * What Radford's caption says of it, and where else it was measured.
 * @param {Sentence} sentence
 */
function remarks({ caption, agrees, own }) {
  const remarks = [];
  if (caption && agrees) remarks.push(`Radford's caption: ${caption}.`);
  if (caption && !agrees) remarks.push(`Radford's caption says otherwise: ${caption}.`);
  if (own) remarks.push("Measured with the scene's own settings.");
  return remarks.length ? [element("small", {}, remarks.join(" "))] : [];
}
