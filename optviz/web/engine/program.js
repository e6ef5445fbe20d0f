/**
 * Programs as they come from Python (optviz/program/encoding.py), and what makes functions of them.
 * Whatever arrives, nothing runs but the operations of the table on numbers.
 */

import { HELPERS, OPERATIONS } from "../core/operations.js";
import { sum } from "./sum.js";

/** @typedef {import("../core/payload.js").Encoded} Encoded */

/**
 * Computes the outputs from the inputs, both in the program's order. Of the samples, only those
 * that are seen count: so many of a list, from its first or from another place.
 * @typedef {(input: Float64Array, output: Float64Array, seen: ArrayLike<number>, count: number, first?: number) => void} Run
 */

export const COUNT = "count"; // the input that is how many samples are seen
export const SUM = "sum";

export class Program {
  /** @type {Run} */
  run;

  /**
   * @param {Encoded} encoded
   * @param {Float64Array[]} shared columns of numbers, of which programs name theirs
   * @throws {Error} it is no program
   */
  constructor(encoded, shared) {
    const columns = check(encoded, shared);
    this.encoded = encoded;
    this.columns = columns;
    this.inputs = encoded.inputs;
    /** Name -> where its numbers begin in the output. @type {Map<string, number>} */
    this.at = new Map();
    let length = 0;
    for (const [name, places] of Object.entries(encoded.outputs)) {
      this.at.set(name, length);
      length += places.length;
    }
    this.length = length;
    this.samples = columns.length ? columns[0].length : 0;
    this.run = (...given) => {
      this.run = (mayCompile() ? compiled : interpreted)(encoded, columns); // when it runs first: many never do
      this.run(...given);
    };
  }

  /** Room for its inputs. */
  input() {
    return new Float64Array(this.inputs.length);
  }

  /** Room for its outputs. */
  output() {
    return new Float64Array(this.length);
  }
}

/**
 * @param {Encoded} encoded
 * @param {Float64Array[]} shared
 * @returns {Float64Array[]} its columns
 */
function check({ inputs, constants, columns, code, outputs }, shared) {
  /** @returns {never} */
  const refuse = () => {
    throw new Error("this is no program of optviz");
  };
  const list = (/** @type {unknown} */ each) => void (Array.isArray(each) || refuse());
  [inputs, constants, columns, code, shared].forEach(list);
  const numbers = columns.map((place) => (isPlace(place, shared.length) ? Float64Array.from(shared[place]) : refuse()));
  if (!inputs.every((each) => typeof each === "string")) refuse();
  if (!constants.every(Number.isFinite)) refuse();
  if (!numbers.every((each) => each.length === numbers[0].length && each.every(Number.isFinite))) refuse();
  const begin = inputs.length + constants.length + columns.length;
  code.forEach(([name, ...operands], k) => {
    const known = name === SUM ? 1 : Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name][2] : -1;
    if (operands.length !== known || !operands.every((each) => isPlace(each, begin + k))) refuse();
  });
  for (const places of Object.values(outputs)) {
    list(places);
    if (!places.every((each) => isPlace(each, begin + code.length))) refuse();
  }
  return numbers;
}

/** @param {unknown} place @param {number} end */
function isPlace(place, end) {
  return Number.isInteger(place) && Number(place) >= 0 && Number(place) < end;
}

/**
 * Which values are numbers for each sample, and how many passes over the samples come before each.
 * @param {Encoded} encoded
 */
function rounds({ inputs, constants, columns, code }) {
  const begin = inputs.length + constants.length + columns.length;
  const sampled = Array.from({ length: begin }, (_, k) => k >= inputs.length + constants.length);
  const before = new Array(begin).fill(0);
  for (const [name, ...operands] of code) {
    sampled.push(name !== SUM && operands.some((each) => sampled[each]));
    before.push(Math.max(0, ...operands.map((each) => before[each])) + (name === SUM ? 1 : 0));
  }
  const passes = Math.max(0, ...before);
  return { sampled, before, passes };
}

let allowed = /** @type {boolean | null} */ (null);

/** Do not try to make functions, in a page whose policy forbids it and would be told of the attempt. */
export function interpretOnly() {
  allowed = false;
}

/** Whether this page's policy lets programs become functions of their own, which are faster. */
export function mayCompile() {
  if (allowed === null) {
    try {
      allowed = new Function("return true")();
    } catch {
      allowed = false;
    }
  }
  return allowed;
}

/**
 * The values in the order in which they are computed: by passes over the samples.
 * @param {Encoded} encoded
 * @returns {{alone: number[], each: number[], sums: number[]}[]} for each pass what is computed before
 *   it, for each sample in it, and which sums come of it; numbers of values
 */
export function schedule(encoded) {
  const { inputs, constants, columns, code } = encoded;
  const { sampled, before, passes } = rounds(encoded);
  const begin = inputs.length + constants.length + columns.length;
  const found = [];
  for (let pass = 0; pass <= passes; pass++) {
    const alone = [];
    const sums = [];
    for (let k = 0; k < code.length; k++) {
      const place = begin + k;
      if (code[k][0] === SUM) {
        if (before[place] === pass + 1) sums.push(place);
      } else if (!sampled[place] && before[place] === pass) alone.push(place);
    }
    const needed = new Set(sums.map((place) => code[place - begin][1]));
    for (let place = begin + code.length - 1; place >= begin; place--) {
      if (!needed.has(place) || !sampled[place]) continue;
      for (const each of code[place - begin].slice(1)) needed.add(/** @type {number} */ (each));
    }
    const each = [...needed].filter((place) => sampled[place]).sort((a, b) => a - b);
    found.push({ alone, each, sums });
  }
  return found;
}

/** @param {Encoded} encoded @param {Float64Array[]} columns @returns {Run} */
export function compiled(encoded, columns) {
  const { inputs, constants, code, outputs } = encoded;
  const firstColumn = inputs.length + constants.length;
  const begin = firstColumn + columns.length;
  const formula = (/** @type {number} */ place) => {
    const [name, ...operands] = code[place - begin];
    const [a, b, c] = operands.map((each) => `v${each}`);
    const names = /** @type {Record<string, string>} */ ({ a, b, c });
    return OPERATIONS[name][0].replace(/\b[abc]\b/g, (letter) => names[letter]);
  };
  const lines = inputs.map((name, k) => `const v${k} = ${name === COUNT ? "count" : `input[${k}]`};`);
  constants.forEach((number, k) => lines.push(`const v${inputs.length + k} = ${literal(number)};`));
  const terms = /** @type {Float64Array[]} */ ([]);
  for (const { alone, each, sums } of schedule(encoded)) {
    for (const place of alone) lines.push(`const v${place} = ${formula(place)};`);
    if (!sums.length) continue;
    const first = terms.length;
    sums.forEach(() => terms.push(new Float64Array(columns.length ? columns[0].length : 0)));
    lines.push("for (let k = 0; k < count; k++) {");
    for (const place of each) {
      const text = place < begin ? `columns[${place - firstColumn}][seen[first + k]]` : formula(place);
      lines.push(`const v${place} = ${text};`);
    }
    sums.forEach((place, k) => lines.push(`terms[${first + k}][k] = v${code[place - begin][1]};`));
    lines.push("}");
    sums.forEach((place, k) => lines.push(`const v${place} = sum(terms[${first + k}], 0, count);`));
  }
  const places = Object.values(outputs).flat();
  places.forEach((place, k) => lines.push(`output[${k}] = v${place};`));
  const body = `return (input, output, seen, count, first = 0) => {\n${lines.join("\n")}\n};`;
  const make = new Function("sum", "columns", "terms", ...Object.keys(HELPERS), body);
  return make(sum, columns, terms, ...Object.values(HELPERS));
}

/** A finite number as text that reads back to the same bits. @param {number} number */
export function literal(number) {
  return Object.is(number, -0) ? "-0" : String(number);
}

/**
 * @param {Encoded} encoded
 * @param {Float64Array[]} columns
 * @param {(place: number, values: Float64Array, terms?: ArrayLike<number>) => void} [watch] called with each value
 *   that was computed, its place among all, and of a sum its terms
 * @returns {Run}
 */
export function interpreted(encoded, columns, watch) {
  const { inputs, constants, code, outputs } = encoded;
  const firstColumn = inputs.length + constants.length;
  const begin = firstColumn + columns.length;
  const v = new Float64Array(begin + code.length);
  v.set(constants, inputs.length);
  const counted = inputs.indexOf(COUNT);
  const places = Object.values(outputs).flat();
  const step = (/** @type {number} */ place) => {
    const [name, a, b = 0, c = 0] = code[place - begin];
    const compute = OPERATIONS[name][1];
    return () => {
      v[place] = compute(v[a], v[b], v[c]);
      watch?.(place, v);
    };
  };
  const passes = schedule(encoded).map(({ alone, each, sums }) => ({
    alone: alone.map(step),
    columns: each.filter((place) => place < begin),
    each: each.filter((place) => place >= begin).map(step),
    sums,
    terms: sums.map(() => new Float64Array(columns.length ? columns[0].length : 0)),
  }));
  return (input, output, seen, count, first = 0) => {
    for (let k = 0; k < inputs.length; k++) v[k] = input[k];
    if (counted >= 0) v[counted] = count;
    for (const pass of passes) {
      for (const compute of pass.alone) compute();
      if (!pass.sums.length) continue;
      for (let k = 0; k < count; k++) {
        for (const place of pass.columns) v[place] = columns[place - firstColumn][seen[first + k]];
        for (const compute of pass.each) compute();
        for (let s = 0; s < pass.sums.length; s++) pass.terms[s][k] = v[Number(code[pass.sums[s] - begin][1])];
      }
      for (let s = 0; s < pass.sums.length; s++) {
        v[pass.sums[s]] = sum(pass.terms[s], 0, count);
        watch?.(pass.sums[s], v, pass.terms[s].subarray(0, count));
      }
    }
    for (let k = 0; k < places.length; k++) output[k] = v[places[k]];
  };
}
