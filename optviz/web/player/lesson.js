/** A slide of a lesson: whether it asks, what was answered, and when its words are told. */

/** @typedef {import("../core/payload.js").Lesson} Content */
/** @typedef {import("../core/roomkey.js").RoomKey} RoomKey */
/** @typedef {{turn: number} | {answer: string} | {again: RoomKey}} Wish what the page is asked for; `again` the room of a class */

/** Whether these are one slide, or neither belongs to a lesson. @param {Content | null | undefined} a @param {typeof a} b */
export function sameSlide(a, b) {
  return a?.title === b?.title && a?.slide === b?.slide;
}

export class Lesson {
  /** @type {Content | null} */ content = null;
  /** @type {import("./slide.js").Slide | null} */ slide = null;
  /** @type {import("../core/payload.js").Run[]} */ #runs = [];

  /**
   * @param {HTMLElement} root of the player
   * @param {(wish: Wish) => void} tell
   * @param {(lesson: Lesson) => void} fetchSlide brings what shows the words, once
   */
  constructor(root, tell, fetchSlide) {
    this.root = root;
    this.box = /** @type {HTMLElement} */ (root.querySelector(".lesson"));
    this.tell = tell;
    this.fetchSlide = fetchSlide;
  }

  /** Whether an answer is waited for. */
  get asks() {
    return Boolean(this.content?.question && !this.content.chosen);
  }

  /**
   * @param {Content | null} content
   * @param {import("../core/payload.js").Run[]} runs of the race
   * @returns {boolean} whether this is another slide, or the question has been answered
   */
  show(content, runs) {
    const before = this.content;
    const fresh = content?.id !== before?.id;
    const same = JSON.stringify(content) === JSON.stringify(before);
    this.content = content;
    this.#runs = runs;
    this.root.classList.toggle("teaching", Boolean(content));
    this.root.classList.toggle("asking", this.asks);
    this.box.hidden = !content;
    if (same) return false;
    if (this.slide) this.slide.show(content, runs);
    else if (content) this.fetchSlide(this);
    if (before && content && !sameSlide(before, content)) this.#toTop();
    return Boolean(content) && fresh;
  }

  /** What shows the words is there. @param {import("./slide.js").Slide} slide */
  begin(slide) {
    if (this.slide) return;
    this.slide = slide;
    slide.show(this.content, this.#runs);
  }

  /** A new slide is read from its beginning. */
  #toTop() {
    this.box.scrollTop = this.root.scrollTop = 0;
    this.root.scrollIntoView({ block: "start", behavior: "instant" });
  }

  /** @param {number} pages forward or back */
  turn(pages) {
    if (this.content) this.tell({ turn: pages });
  }

  /** @param {number} place of the answer, from 0 */
  choose(place) {
    const answer = this.content?.choices[place];
    if (this.asks && answer) this.tell({ answer });
  }

  refresh() {
    this.slide?.refresh();
  }

  /** @param {import("../core/theme.js").Theme} theme */
  draw(theme) {
    this.slide?.draw(theme);
  }
}
