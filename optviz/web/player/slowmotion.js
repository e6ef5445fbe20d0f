/** Slow motion: one update of one optimizer, in its parts. Each rule has parts of its own. */

import { lastStep } from "../core/payload.js";
import { symbol } from "./formula.js";
import { kindOf, uses } from "./update.js";

/** @typedef {import("../core/payload.js").Run} Run */
/**
 * @typedef {object} Phase
 * @property {"measure" | "decay" | "add" | "compute" | "ghost" | "move"} kind
 * @property {number} equation its place in the rule; -1 before it, its length after
 * @property {string} words what happens, in a short sentence
 */

const SECONDS = 1.1; // for each part
const SHOWN = 0.99; // of a part: all of it can be seen

/**
 * The parts of an update, read off the rule: a sum that begins with the quantity itself is a memory,
 * which first decays and then takes up something new.
 * @param {Run} run
 * @returns {Phase[]}
 */
export function phasesOf(run) {
  const where = run.grad_at ? "at the look-ahead point x + μ v" : "at x";
  /** @type {Phase[]} */
  const phases = [{ kind: "measure", equation: -1, words: `The gradient g is measured ${where}.` }];
  run.equations.forEach(([name, tree], equation) => {
    const said = symbol(name);
    if (name === "x") return;
    if (Array.isArray(tree) && "+-".includes(tree[0]) && remembers(tree[1], name)) {
      const fades = tree[1] !== name;
      if (fades) phases.push({ kind: "decay", equation, words: `${said} fades: it keeps a share of itself.` });
      phases.push({ kind: "add", equation, words: `${said} takes up the new gradient.` });
    } else {
      phases.push({ kind: "compute", equation, words: computed(run, name) });
    }
  });
  const end = run.equations.length - 1;
  phases.push({ kind: "ghost", equation: end, words: "This is where the rule leads." });
  phases.push({ kind: "move", equation: end, words: "All optimizers take the step." });
  return phases;
}

/**
 * What an equation does that remembers nothing, in a sentence.
 * @param {Run} run
 * @param {string} name
 */
function computed(run, name) {
  const said = symbol(name);
  if (name.endsWith("_hat")) return `${said} corrects ${symbol(name.slice(0, -4))} for its start at zero.`;
  if (kindOf(run, name) === "rate") {
    const own = run.equations.find(([each]) => each === name)?.[1] ?? 0;
    const divisor = uses(own, "sqrt") ? "a root" : "a gradient's size";
    return `${said}, the step size of each coordinate, divides by ${divisor}.`;
  }
  return `${said} is computed.`;
}

/**
 * Whether a term is the quantity itself, or a share of it.
 * @param {import("../core/payload.js").Tree} term
 * @param {string} name
 */
function remembers(term, name) {
  return term === name || (Array.isArray(term) && term[0] === "*" && term[2] === name);
}

export class SlowMotion {
  /** @type {Run | null} */ run = null;
  step = 0;
  shown = 0; // the player's time, in steps, when it was told last
  #phases = /** @type {Phase[]} */ ([]);
  #passed = 0; // in phases
  #until = Infinity; // where it stands still

  get running() {
    return this.run !== null;
  }

  /** Whether it goes on by itself, from part to part. */
  get playing() {
    return this.#until === Infinity;
  }

  get #place() {
    return Math.min(this.#phases.length - 1, Math.floor(this.#passed));
  }

  /** @returns {Phase} */
  get phase() {
    return this.#phases[this.#place];
  }

  /** Which part of how many. */
  get count() {
    return `${this.#place + 1} / ${this.#phases.length}`;
  }

  /** How much of the phase has passed, 0 to 1; it begins and ends gently. */
  get share() {
    const linear = Math.min(1, (this.#passed % 1) * 1.25);
    return linear * linear * (3 - 2 * linear);
  }

  /**
   * @param {Run} run
   * @param {number} step from which the update leads on
   */
  begin(run, step) {
    this.run = run;
    this.step = this.shown = step;
    this.#phases = phasesOf(run);
    this.#passed = 0;
    this.#until = Infinity;
  }

  stop() {
    this.run = null;
  }

  /** Stand still, or go on. */
  toggle() {
    this.#until = this.playing ? this.#passed : Infinity;
  }

  /**
   * To another part, which is shown and then stands still; behind an update's last part the next update begins.
   * @param {1 | -1} by
   */
  go(by) {
    const run = /** @type {Run} */ (this.run);
    const place = Math.max(0, this.#place + by);
    if (place === this.#phases.length && this.step + 1 < lastStep(run)) {
      this.step += 1;
      this.#passed = 0;
    } else this.#passed = Math.min(place, this.#phases.length - 1);
    this.#until = Math.floor(this.#passed) + SHOWN;
  }

  /**
   * Let time pass; returns the player's time, in steps.
   * @param {number} seconds
   */
  advance(seconds) {
    this.#passed = Math.min(this.#until, this.#passed + seconds / SECONDS);
    if (this.#passed >= this.#phases.length) {
      this.stop();
      this.step += 1;
    }
    return (this.shown = this.running && this.phase.kind === "move" ? this.step + this.share : this.step);
  }
}
