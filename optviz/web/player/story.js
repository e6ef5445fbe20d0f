/** What there is to see, sentence by sentence; each was measured, and leads to where it is seen. */

import { element } from "../core/dom.js";

/** @typedef {import("../core/payload.js").Sentence} Sentence */

const MARKS = { true: ["✓", "measured, and so it is"], false: ["✗", "measured, and not so here"] };

export class Story {
  /** @type {Sentence[]} */ #story = [];
  /** @type {number | null} the place of the sentence that is shown */ #shown = null;

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} told stays in sight with the sentence that is shown
   * @param {(sentence: Sentence) => void} show leads to where a sentence is seen
   */
  constructor(list, told, show) {
    this.list = list;
    this.told = told;
    this.show = show;
  }

  /**
   * The race is another now than the one that was measured.
   * @param {boolean} asked whether its own sentences come
   */
  outdate(asked) {
    if (!asked) this.tell([]);
    for (const box of [this.list, this.told]) box.classList.toggle("outdated", asked);
  }

  /** @param {Sentence[]} story */
  tell(story) {
    this.#story = story;
    for (const box of [this.list, this.told]) box.classList.remove("outdated");
    const heading = element("h2", {}, "What there is to see");
    const items = story.map((sentence) => element("li", {}, this.#button(sentence), ...remarks(sentence)));
    this.list.hidden = story.length === 0;
    this.list.replaceChildren(heading, element("ol", {}, ...items));
    this.#mark();
  }

  /** Mark no sentence. */
  leave() {
    this.#shown = null;
    this.#mark();
  }

  /** Mark the sentence that is shown, and tell it where it stays in sight. */
  #mark() {
    const sentence = this.#story.find(({ place }) => place === this.#shown);
    for (const button of this.list.querySelectorAll("button")) {
      if (button.dataset.place === String(sentence?.place)) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    this.told.hidden = !sentence;
    if (!sentence) return this.told.replaceChildren();
    const close = element(
      "button",
      { type: "button", "aria-label": "Mark no sentence", title: "Mark no sentence" },
      "×",
    );
    close.addEventListener("click", () => this.leave());
    this.told.dataset.holds = String(sentence.holds);
    this.told.replaceChildren(element("p", {}, ...wordsOf(sentence)), close);
  }

  /** @param {Sentence} sentence */
  #button(sentence) {
    const place = String(sentence.place);
    const button = element(
      "button",
      { type: "button", "data-holds": String(sentence.holds), "data-place": place },
      ...wordsOf(sentence),
    );
    button.title = `Show it: step ${sentence.step}`;
    button.addEventListener("click", () => {
      this.#shown = sentence.place;
      this.#mark();
      this.show(sentence);
    });
    return button;
  }
}

/**
 * A sentence with its sign; what is not as it says stands out.
 * @param {Sentence} sentence
 */
function wordsOf({ words, holds, fails }) {
  const [sign, meaning] = MARKS[holds ? "true" : "false"];
  const mark = element("span", { class: "mark", role: "img", "aria-label": meaning, title: meaning }, sign);
  const told = element("span", {}, holds ? "" : "Not so here: ");
  let rest = words;
  for (const passage of fails) {
    const at = rest.indexOf(passage);
    if (at < 0) continue;
    told.append(rest.slice(0, at), element("strong", {}, passage));
    rest = rest.slice(at + passage.length);
  }
  told.append(rest);
  return [mark, told];
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
