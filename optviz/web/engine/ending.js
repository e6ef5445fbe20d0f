/** What ended a run before its last step, told apart as in optviz/endings.py, whose sentences these are. */

import { general } from "../core/numbers.js";
import { settingsText } from "../core/settings.js";
import { leadingTo } from "./needed.js";
import { interpreted } from "./program.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/payload.js").Ending} Ending */
/** @typedef {import("../core/payload.js").EngineContent} EngineContent */
/** @typedef {import("./program.js").Program} Program */
/** @typedef {{program: Program, input: Float64Array, seen: ArrayLike<number>, count: number}} Computation */
/** @typedef {{kind: string, point: ArrayLike<number>}} Found */

/** Where operations have a pole: there a result is infinite, and no number was too large. */
const POLES = /** @type {Record<string, (a: number, b: number) => boolean>} */ ({
  divide: (_, b) => b === 0,
  power: (a) => a === 0,
  log: (a) => a === 0,
  log2: (a) => a === 0,
  log10: (a) => a === 0,
  log1p: (a) => a === -1,
  arctanh: (a) => Math.abs(a) === 1,
});

/**
 * @param {object} end
 * @param {Computation} end.step that was not finite any more
 * @param {Computation} end.loss after it
 * @param {ArrayLike<number>} end.at where the step measured its gradient
 * @param {ArrayLike<number>} end.gradient
 * @param {ArrayLike<number>} end.before the step
 * @param {number[]} end.after the step: the point
 * @param {number[]} end.memory after the step
 * @param {(x: number, y: number) => number} lossAt
 * @param {(point: ArrayLike<number>) => boolean} isMinimum
 * @returns {Found} the kind of the ending, and where it happened
 */
export function ending({ step, loss, at, gradient, before, after, memory }, lossAt, isMinimum) {
  const found = (/** @type {string} */ kind, /** @type {ArrayLike<number>} */ point) => ({ kind, point });
  if (!finite(gradient)) {
    if (overflows(step, ["grad"], ["grad_at"])) return found("overflow", before);
    if (!Number.isFinite(lossAt(at[0], at[1]))) return found("domain", at);
    return found(isMinimum(at) ? "minimum" : "gradient", at);
  }
  const computed = [...after, ...memory];
  if (!finite(computed)) {
    return found(computed.some((each) => Math.abs(each) === Infinity) ? "overflow" : "update", before);
  }
  return found(overflows(loss, Object.keys(loss.program.encoded.outputs), []) ? "overflow" : "domain", after);
}

/**
 * @param {EngineContent} content
 * @param {Run} run
 * @param {number} step the first one without finite numbers
 * @param {Found} found
 * @returns {Ending}
 */
export function told({ endings, help }, run, step, { kind, point }) {
  const sentence = endings[kind];
  const fill = (/** @type {string} */ text) =>
    text
      .replace("{step}", String(step))
      .replace("{before}", String(step - 1))
      .replace("{where}", `(${general(point[0], 4)}, ${general(point[1], 4)})`)
      .replace("{rate}", "lr" in run.hyper ? sentence.rate : "")
      .replace("{help}", (run.hyper.eps === 0 && !run.changes.eps && sentence.no_eps) || help);
  const words = fill(sentence.words);
  const explained = `${run.name} (${settingsText(run)}) ${words}: ${fill(sentence.told)}.`;
  return { words, explained, loss: sentence.loss };
}

/**
 * Whether a number on the way to some outputs is larger than the largest there is.
 * @param {Computation} computation
 * @param {string[]} names of the outputs
 * @param {string[]} apart those on whose way that does not count
 */
export function overflows({ program, input, seen, count }, names, apart) {
  const { encoded, columns } = program;
  const { inputs, constants, code, outputs } = encoded;
  const begin = inputs.length + constants.length + columns.length;
  const [wanted, without] = [names, apart].map((each) =>
    leadingTo(
      encoded,
      each.flatMap((name) => outputs[name]),
    ),
  );
  let over = false;
  const watch = (
    /** @type {number} */ place,
    /** @type {Float64Array} */ v,
    terms = /** @type {ArrayLike<number>} */ ([]),
  ) => {
    if (Math.abs(v[place]) !== Infinity || !wanted.has(place) || without.has(place)) return;
    const [name, ...operands] = code[place - begin];
    const given = terms.length ? terms : operands.map((each) => v[each]);
    over ||= finite(given) && !POLES[name]?.(given[0], given[1]);
  };
  interpreted(encoded, columns, watch)(input, program.output(), seen, count);
  return over;
}

/** @param {ArrayLike<number>} numbers */
function finite(numbers) {
  return Array.from(numbers).every(Number.isFinite);
}
