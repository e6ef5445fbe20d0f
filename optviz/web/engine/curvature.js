/** How the full loss curves along a run, and how much of it the run's rule bears; see optviz/stability.py. */

import { changeSteps, isCurved, valueAt } from "../core/settings.js";
import { eigen, largest } from "./eigen.js";
import { Field } from "./field.js";
import { resized } from "./room.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Bend} Bend */
/** @typedef {import("../core/payload.js").Against} Against */
/** @typedef {import("./program.js").Program} Program */

/** The Hessian at points, as xx, xy and yy. */
export class Hessian extends Field {
  /** @override @param {number} x @param {number} y */
  at(x, y) {
    const found = super.at(x, y);
    if (!Number.isFinite(x + y)) found.fill(NaN); // where second derivatives are constant, too
    return found;
  }
}

/** A rule's limit of sharpness, and the rates by which its steps scale the Hessian before. */
export class Limit {
  #input;
  #output;

  /** @param {Program} program @param {string} words */
  constructor(program, words) {
    this.program = program;
    this.words = words;
    this.scaled = program.at.has("rates");
    this.#input = program.input();
    this.#output = program.output();
  }

  /**
   * @param {Run} run
   * @param {number} step the one that begins at this iterate
   * @returns {Float64Array} the limit, and then the rates if there are some
   */
  at(run, step) {
    const { state } = run;
    this.program.inputs.forEach((name, k) => {
      const [kind, own, axis] = name.split(".");
      this.#input[k] =
        kind === "t"
          ? step + 1
          : kind === "hyper"
            ? valueAt(run, own, step)
            : state[own][2 * step + 2 + (axis === "y" ? 1 : 0)];
    });
    this.program.run(this.#input, this.#output, [], 0);
    return this.#output;
  }
}

/** Of one run. The sharpness of all steps is computed when a chart asks for it, into the same array. */
export class Curvature {
  #stale = true;
  #sharpness = new Float64Array(0);

  /** @param {Hessian} hessian @param {Limit | null} allowed @param {Run} run */
  constructor(hessian, allowed, run) {
    this.hessian = hessian;
    this.allowed = allowed;
    this.run = run;
  }

  /** The run has other iterates now. */
  forget() {
    this.#stale = true;
  }

  get sharpness() {
    const { x, loss } = this.run;
    if (!this.#stale) return this.#sharpness;
    this.#stale = false;
    this.#sharpness = resized(this.#sharpness, loss.length);
    for (let k = 0; k < loss.length; k++) {
      const [xx, xy, yy] = this.hessian.at(x[2 * k], x[2 * k + 1]);
      this.#sharpness[k] = finite(largest(xx, xy, yy));
    }
    return this.#sharpness;
  }

  get limits() {
    const { allowed, run } = this;
    if (!allowed || allowed.scaled) return [];
    const steps = run.loss.length - 1;
    const begins = isCurved(run) ? [...Array(steps).keys()] : [0, ...changeSteps(run)].filter((from) => from < steps);
    return begins.map((from) => ({
      from,
      value: finite(allowed.at(run, from)[0]),
      words: allowed.words,
    }));
  }

  get words() {
    return this.allowed?.words ?? "";
  }

  /**
   * @param {number} step
   * @returns {Bend}
   */
  at(step) {
    const { run, allowed } = this;
    const [xx, xy, yy] = this.hessian.at(run.x[2 * step], run.x[2 * step + 1]);
    const found = eigen(xx, xy, yy);
    if (!Number.isFinite(found.high + found.low)) return { high: NaN, low: NaN, along: [NaN, NaN], against: null };
    if (!allowed || step + 1 >= run.loss.length) return { ...found, against: null };
    const [limit, dx, dy] = allowed.at(run, step);
    if (!allowed.scaled) return { ...found, against: { value: found.high, limit, along: found.along, scaled: false } };
    return { ...found, against: scaledBy([dx, dy], [xx, xy, yy], limit) };
  }
}

/**
 * With z = D^(-1/2) x the rule is one with the Hessian D^(1/2) H D^(1/2); its eigenvectors are of z.
 * @param {[number, number]} rates
 * @param {[number, number, number]} hessian
 * @param {number} limit
 * @returns {Against | null} null where rates are no finite numbers from 0 on
 */
function scaledBy([dx, dy], [xx, xy, yy], limit) {
  const [rx, ry] = [Math.sqrt(dx), Math.sqrt(dy)];
  const { high, along } = eigen(dx * xx, rx * ry * xy, dy * yy);
  const [x, y] = [rx * along[0], ry * along[1]];
  const length = Math.hypot(x, y);
  if (!Number.isFinite(high) || !(length > 0)) return null;
  return { value: high, limit, along: [x / length, y / length], scaled: true };
}

/** @param {number} value */
function finite(value) {
  return Number.isFinite(value) ? value : NaN;
}
