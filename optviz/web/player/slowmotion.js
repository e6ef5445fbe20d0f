/** Slow motion: one update of one optimizer, in its parts. Each rule has parts of its own. */

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
  #phases = /** @type {Phase[]} */ ([]);
  #passed = 0; // in phases

  get running() {
    return this.run !== null;
  }

  /** @returns {Phase} */
  get phase() {
    return this.#phases[Math.min(this.#phases.length - 1, Math.floor(this.#passed))];
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
    this.step = step;
    this.#phases = phasesOf(run);
    this.#passed = 0;
  }

  stop() {
    this.run = null;
  }

  /**
   * Let time pass; returns the player's time, in steps.
   * @param {number} seconds
   */
  advance(seconds) {
    this.#passed += seconds / SECONDS;
    if (this.#passed >= this.#phases.length) {
      this.stop();
      return this.step + 1;
    }
    return this.phase.kind === "move" ? this.step + this.share : this.step;
  }
}
