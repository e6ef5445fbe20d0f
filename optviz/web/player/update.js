/** One update of one run: every quantity before and after it, and what kind of thing each one is. */

import { lastStep } from "../core/payload.js";
import { valueAt } from "../core/settings.js";
import { mentions } from "./formula.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Tree} Tree */
/** @typedef {"gradient" | "size" | "square" | "rate" | "displacement" | "factor"} Kind */
/** @typedef {[number, number]} Pair */

export class Update {
  /**
   * @param {Run} run
   * @param {number} step of the iterate from which the update leads on
   */
  constructor(run, step) {
    this.run = run;
    const last = lastStep(run);
    /** The iterate the update begins with; at the end of a run, the last but one. */
    this.step = Math.max(0, Math.min(step, last - 1));
    /** A run that ends at once has no update to show. */
    this.exists = last > 0;
  }

  /**
   * The value that an equation reads: what the equations before it gave, else what was remembered.
   * @param {string} name
   * @param {number} axis 0 for x, 1 for y
   * @param {number} equation its place among the equations; beyond the last: values after the update
   */
  value(name, axis, equation = Infinity) {
    const { run, step } = this;
    if (name === "t") return step + 1;
    if (name === "g") return run.grad[2 * step + axis];
    if (name in run.hyper) return valueAt(run, name, step);
    const given = run.equations.findIndex(([each]) => each === name);
    // After the update everything is new, also what a rule without equations keeps.
    const row = equation === Infinity || (given >= 0 && given < equation) ? step + 1 : step;
    const history = name === "x" ? run.x : run.state[name];
    return history ? history[2 * row + axis] : NaN;
  }

  /**
   * @param {string} name
   * @param {number} [equation]
   * @returns {Pair}
   */
  pair(name, equation) {
    return [this.value(name, 0, equation), this.value(name, 1, equation)];
  }

  /** Where the gradient is measured. @returns {Pair} */
  get measured() {
    const at = this.run.grad_at ?? this.run.x;
    return [at[2 * this.step], at[2 * this.step + 1]];
  }

  /** The step size of each coordinate: what multiplies the gradient or its mean. @returns {Pair} */
  get rate() {
    if ("rate" in this.run.state) return this.pair("rate");
    const rate = valueAt(this.run, "lr", this.step);
    return [rate, rate];
  }
}

/**
 * What a quantity is, read off the rule: a gradient (m), a gradient's size (u), a square of gradients (v, G),
 * a step size (the rate, or anything with a root), a displacement, which is added to x as it is, or
 * a factor, which knows nothing of the gradient.
 * @param {Run} run
 * @param {string} name
 * @returns {Kind}
 */
export function kindOf(run, name) {
  if (name === "g") return "gradient";
  const own = run.equations.find(([each]) => each === name)?.[1] ?? 0;
  const end = run.equations.find(([each]) => each === "x")?.[1] ?? 0;
  if (addedTo(end, name, run.hyper)) return "displacement";
  if (!dependsOnGradient(run, name) || uses(own, "length")) return "factor";
  if (name === "rate" || uses(own, "sqrt")) return "rate";
  if (isSquare(run, name)) return "square";
  return uses(own, "abs") ? "size" : "gradient";
}

/**
 * Whether an expression has this operation anywhere.
 * @param {Tree} tree
 * @param {string} operation
 */
export function uses(tree, operation) {
  return mentions(tree, (part) => Array.isArray(part) && part[0] === operation);
}

/**
 * Whether the gradient has a part in a quantity; rules may go in circles, as AdaDelta's does.
 * @param {Run} run
 * @param {string} name
 * @param {string[]} asked names on the way here
 * @returns {boolean}
 */
function dependsOnGradient(run, name, asked = []) {
  const own = run.equations.find(([each]) => each === name)?.[1] ?? 0;
  const before = [...asked, name];
  return mentions(own, (part) => {
    if (typeof part !== "string" || before.includes(part)) return false;
    return part === "g" || (part in run.state && dependsOnGradient(run, part, before));
  });
}

/**
 * Whether a name is a term of a sum, alone or times a hyper-parameter.
 * @param {Tree} sum
 * @param {string} name
 * @param {Record<string, number>} hyper
 */
function addedTo(sum, name, hyper) {
  if (!Array.isArray(sum) || sum[0] !== "+") return false;
  const term = sum[2];
  return term === name || (Array.isArray(term) && term[0] === "*" && term[1] in hyper && term[2] === name);
}

/**
 * @param {Run} run
 * @param {string} name
 * @param {string[]} asked names on the way here
 * @returns {boolean}
 */
function isSquare(run, name, asked = []) {
  const before = [...asked, name];
  const own = run.equations.find(([each]) => each === name)?.[1] ?? 0;
  return mentions(own, (part) => {
    if (Array.isArray(part)) return part[0] === "^" && part[2] === 2;
    return typeof part === "string" && !before.includes(part) && part in run.state && isSquare(run, part, before);
  });
}
