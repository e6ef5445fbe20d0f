/** The races of a page of its own: one, or those of a lesson's slides, which are turned and answered here. */

import { unpack } from "../core/payload.js";
import { complete } from "./completion.js";

/** @typedef {import("../core/payload.js").Content} Content */
/** @typedef {import("../core/payload.js").Surface} Surface */

export class Slides {
  #place = 0;
  #chosen = "";
  /** @type {Map<string, Surface>} */
  #surfaces = new Map();

  /** @param {Uint8Array[]} packed a message each; a surface that an earlier one has may be left out */
  constructor(packed) {
    this.packed = packed;
    for (const bytes of packed.length > 1 ? packed : []) {
      const { surface } = unpack(bytes);
      if (surface) this.#surfaces.set(surface.key, surface);
    }
  }

  /** Which is shown, from 1. */
  get number() {
    return this.#place + 1;
  }

  /** What is shown, as it was packed: nothing of what was changed of it before. @returns {Content} */
  content() {
    const content = unpack(this.packed[this.#place]);
    content.surface = this.#surfaces.get(content.race.surface) ?? content.surface;
    complete(content);
    const { lesson } = content.race;
    const told = this.#chosen && lesson?.told;
    if (lesson && told)
      content.race.lesson = { ...lesson, ...told, chosen: this.#chosen, id: lesson.id + this.#chosen };
    return content;
  }

  /** Go to one of them. @param {number} number from 1; others are taken for the nearest */
  goTo(number) {
    const place = Math.max(1, Math.min(this.packed.length, Math.round(number))) - 1;
    if (place !== this.#place) this.#chosen = "";
    this.#place = place;
  }

  /** Do as a lesson asks for. @param {import("./lesson.js").Wish} wish */
  take(wish) {
    if ("turn" in wish) this.goTo(this.number + wish.turn);
    else if ("answer" in wish) this.#chosen = wish.answer;
  }
}
