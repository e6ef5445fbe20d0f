/** A phone's player stands where the teacher's stands, and plays as it plays. */

import { paceOf } from "../core/clock.js";

/** @typedef {import("../core/clock.js").Clock} Clock */
/** @typedef {{step: number, playing: boolean, speed: number, since: number}} At `speed` in steps a second, told at `since`, ms */

const EVERY = 1000; // ms between looks whether it still does: phones sleep, and are slow
const SLACK = 0.3; // s that it may be off

/** Where the teacher's player stands now. @param {At} at @param {number} now in ms */
export function stepOf({ step, playing, speed, since }, now) {
  return playing ? step + ((now - since) / 1000) * speed : step;
}

export class Follow {
  /** @type {At | null} */
  #at = null;
  #calm = matchMedia("(prefers-reduced-motion: reduce)").matches; // then it stands, once a second elsewhere

  /**
   * @param {Clock} clock
   * @param {() => void} changed
   */
  constructor(clock, changed) {
    this.clock = clock;
    this.changed = changed;
    clock.loop = false; // where the teacher's begins anew, it is told
    this.timer = setInterval(() => this.#look(), EVERY);
  }

  /** @param {At} at */
  tell(at) {
    if (at === this.#at) return;
    this.#at = at;
    this.clock.speed = paceOf(at.speed);
    this.#stand();
  }

  end() {
    clearInterval(this.timer);
  }

  #stand() {
    const at = /** @type {At} */ (this.#at);
    this.clock.seek(stepOf(at, performance.now()));
    this.clock.playing = at.playing && !this.#calm;
    this.changed();
  }

  #look() {
    const at = this.#at;
    if (!at?.playing) return;
    const awaited = Math.min(this.clock.steps, stepOf(at, performance.now()));
    if (this.#calm || Math.abs(awaited - this.clock.time) > SLACK * at.speed) this.#stand();
  }
}
