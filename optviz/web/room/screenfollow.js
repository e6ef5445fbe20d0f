/** Tells the phones where the teacher's player stands, when that is not what they come to by themselves. */

import { STEPS_PER_SECOND } from "../core/clock.js";

/** @typedef {import("../core/clock.js").Clock} Clock */

const APART = 100; // ms between two messages
const SLACK = 0.25; // s by which a player that plays may be ahead or behind before phones are told

export class ScreenFollow {
  #told = { time: -1, playing: false, speed: 0, at: -Infinity };
  #waits = 0;

  /**
   * @param {Clock} clock
   * @param {(at: {step: number, playing: boolean, speed: number}) => void} tell `speed` in steps a second
   */
  constructor(clock, tell) {
    this.clock = clock;
    this.tell = tell;
  }

  /** Tell it anew: the line is another one. */
  forget() {
    this.#told.time = -1;
  }

  /** After every frame. @param {number} now in ms */
  follow(now) {
    if (this.#waits || this.#isKnown(now)) return;
    const left = this.#told.at + APART - now;
    if (left <= 0) return this.#say(now);
    this.#waits = window.setTimeout(() => {
      this.#waits = 0;
      this.follow(performance.now());
    }, left);
  }

  /** Whether phones stand there, too. @param {number} now */
  #isKnown(now) {
    const { time, playing, speed, steps } = this.clock;
    const told = this.#told;
    if (told.time < 0 || playing !== told.playing || speed !== told.speed) return false;
    if (!playing) return Math.floor(time + 1e-9) === Math.floor(told.time + 1e-9);
    const pace = speed * STEPS_PER_SECOND;
    const awaited = Math.min(steps, told.time + ((now - told.at) / 1000) * pace);
    return Math.abs(time - awaited) <= Math.max(1, SLACK * pace);
  }

  /** @param {number} now */
  #say(now) {
    const { time, step, playing, speed } = this.clock;
    this.#told = { time, playing, speed, at: now };
    this.tell({ step, playing, speed: speed * STEPS_PER_SECOND });
  }
}
