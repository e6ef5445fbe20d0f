/** Hyper-parameters that are functions of the step, run from the programs that Python traced of them. */

import { inWords } from "./numbers.js";
import { OPERATIONS } from "./operations.js";

/**
 * A curve, its numbers beside what runs it: a program, or the values of so many steps where there is none.
 * @typedef {{
 *   curve: string, words: string, program?: Omit<import("./payload.js").Encoded, "columns">, values?: number[],
 *   [number: string]: any
 * }} Curve
 */

const BESIDE = new Set(["curve", "words", "program", "values"]);

/** The numbers of a curve's formula, in their order. @param {Curve} curve @returns {[string, number][]} */
export function numbersOf(curve) {
  return Object.entries(curve).filter(([name]) => !BESIDE.has(name));
}

/** Its value. @param {Curve} curve @param {number} k the step, from 0, counted from where it begins */
export function curveAt(curve, k) {
  const { program, values } = curve;
  if (!program) return /** @type {number[]} */ (values)[k] ?? NaN;
  const { inputs, constants, code, outputs } = program;
  const found = inputs.map((name) => (name === "k" ? k : Number(curve[name]))).concat(constants);
  for (const [name, a, b, c] of code) found.push(OPERATIONS[name][1](found[a], found[b], found[c]));
  return found[outputs.value[0]];
}

/** What it is, for people. @param {Curve} curve */
export function curveWords(curve) {
  return curve.words.replace(/\{(\w+)\}/g, (_, name) => inWords(curve[name]));
}
