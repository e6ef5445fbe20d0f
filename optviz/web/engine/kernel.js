/**
 * A program over many trials at once. What does not differ among them, such as Adam's powers of its
 * betas, is computed once for all; nothing is computed that no wanted output needs.
 */

import { leadingTo } from "./needed.js";
import { HELPERS, OPERATIONS } from "../core/operations.js";
import { COUNT, SUM, literal, mayCompile, schedule } from "./program.js";
import { sum } from "./sum.js";
import { overVectors } from "./vectors.js";

/** @typedef {import("../core/payload.js").Encoded} Encoded */

/**
 * Computes the outputs of so many trials.
 * @typedef {(
 *   given: (Float64Array | null)[], numbers: Float64Array, output: Float64Array[],
 *   trials: number, seen: ArrayLike<number>, count: number, first: number
 * ) => void} RunAll
 *   `given` has for each input that differs a number for each trial, `numbers` the inputs that do not;
 *   of the samples so many count, from the first of `seen` or from another place
 */

export class Kernel {
  /** @type {RunAll} */
  run;

  /**
   * @param {Encoded} encoded
   * @param {Float64Array[]} columns its numbers of the samples
   * @param {(input: string) => boolean} differs among the trials
   * @param {number} room for so many trials
   */
  constructor(encoded, columns, differs, room) {
    const plan = { encoded, columns, varies: varying(encoded, differs) };
    this.inputs = encoded.inputs;
    this.run = (...given) => {
      this.run = mayCompile() ? compiledLoop(plan) : overVectors(plan, room); // when it runs first
      this.run(...given);
    };
  }
}

/**
 * @typedef {object} Plan
 * @property {Encoded} encoded
 * @property {Float64Array[]} columns
 * @property {boolean[]} varies of each value whether it differs among the trials
 */

/** @param {Encoded} encoded @param {(input: string) => boolean} differs */
function varying({ inputs, constants, columns, code }, differs) {
  const found = inputs.map(differs).concat(Array(constants.length + columns.length).fill(false));
  // Sums are counted to those that differ: few do not, and these need no loop of their own.
  for (const [name, ...operands] of code) found.push(name === SUM || operands.some((each) => found[each]));
  return found;
}

/**
 * The part of a program that leads to some values.
 * @param {Encoded} encoded
 * @param {Record<string, number[]>} outputs
 * @returns {Encoded}
 */
export function partFor(encoded, outputs) {
  const { inputs, constants, columns, code } = encoded;
  const begin = inputs.length + constants.length + columns.length;
  const needed = leadingTo(encoded, Object.values(outputs).flat());
  const now = new Map(Array.from({ length: begin }, (_, place) => [place, place]));
  const left = /** @type {Encoded["code"]} */ ([]);
  const moved = (/** @type {number[]} */ places) => places.map((each) => Number(now.get(each)));
  code.forEach(([name, ...operands], k) => {
    if (!needed.has(begin + k)) return;
    now.set(begin + k, begin + left.length);
    left.push([name, ...moved(operands)]);
  });
  const kept = Object.entries(outputs).map(([name, places]) => [name, moved(places)]);
  return { inputs, constants, columns, code: left, outputs: Object.fromEntries(kept) };
}

/** A loop over the trials with the program in it. @param {Plan} plan @returns {RunAll} */
export function compiledLoop({ encoded, columns, varies }) {
  const { inputs, constants, code, outputs } = encoded;
  const firstColumn = inputs.length + constants.length;
  const begin = firstColumn + columns.length;
  const assigned = (/** @type {number} */ place) => {
    const [name, ...operands] = code[place - begin];
    const [a, b, c] = operands.map((each) => `v${each}`);
    const names = /** @type {Record<string, string>} */ ({ a, b, c });
    return `const v${place} = ${OPERATIONS[name][0].replace(/\b[abc]\b/g, (letter) => names[letter])};`;
  };
  const lines = inputs.map((name, k) =>
    varies[k] ? `const c${k} = given[${k}];` : `const v${k} = ${name === COUNT ? "count" : `numbers[${k}]`};`,
  );
  constants.forEach((number, k) => lines.push(`const v${inputs.length + k} = ${literal(number)};`));
  const passes = schedule(encoded);
  for (const { alone } of passes) lines.push(...alone.filter((place) => !varies[place]).map(assigned));
  const places = Object.values(outputs).flat();
  places.forEach((_, k) => lines.push(`const o${k} = output[${k}];`));
  lines.push("for (let i = 0; i < trials; i++) {");
  inputs.forEach((_, k) => varies[k] && lines.push(`const v${k} = c${k}[i];`));
  const terms = /** @type {Float64Array[]} */ ([]);
  for (const { alone, each, sums } of passes) {
    lines.push(...alone.filter((place) => varies[place]).map(assigned));
    if (!sums.length) continue;
    const first = terms.length;
    sums.forEach(() => terms.push(new Float64Array(columns.length ? columns[0].length : 0)));
    lines.push("for (let k = 0; k < count; k++) {", "const sample = seen[first + k];");
    for (const place of each) {
      lines.push(place < begin ? `const v${place} = columns[${place - firstColumn}][sample];` : assigned(place));
    }
    sums.forEach((place, k) => lines.push(`terms[${first + k}][k] = v${code[place - begin][1]};`));
    lines.push("}");
    sums.forEach((place, k) => lines.push(`const v${place} = sum(terms[${first + k}], 0, count);`));
  }
  places.forEach((place, k) => lines.push(`o${k}[i] = v${place};`));
  const body = `return (given, numbers, output, trials, seen, count, first) => {\n${lines.join("\n")}\n}\n};`;
  const make = new Function("sum", "columns", "terms", ...Object.keys(HELPERS), body);
  return make(sum, columns, terms, ...Object.values(HELPERS));
}
