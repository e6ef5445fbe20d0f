/**
 * Programs over many trials where a page's policy lets no function be made: operation by operation, each
 * over all trials.
 */

import { OPERATIONS } from "../core/operations.js";
import { COUNT, schedule } from "./program.js";
import { sum } from "./sum.js";

/** @typedef {(to: Float64Array, a: Float64Array, b: Float64Array, length: number) => void} OfTwo */
/** @typedef {(to: Float64Array, a: Float64Array, b: number, length: number) => void} OfNumber */

/** The frequent ones have loops of their own, which need no call for each trial. @type {Record<string, OfTwo>} */
const BOTH = {
  add: (to, a, b, length) => {
    for (let i = 0; i < length; i++) to[i] = a[i] + b[i];
  },
  subtract: (to, a, b, length) => {
    for (let i = 0; i < length; i++) to[i] = a[i] - b[i];
  },
  multiply: (to, a, b, length) => {
    for (let i = 0; i < length; i++) to[i] = a[i] * b[i];
  },
  divide: (to, a, b, length) => {
    for (let i = 0; i < length; i++) to[i] = a[i] / b[i];
  },
};

/** With a number that is the same for all as the second. @type {Record<string, OfNumber>} */
const BY_NUMBER = {
  add: (to, a, b, length) => {
    for (let i = 0; i < length; i++) to[i] = a[i] + b;
  },
  subtract: (to, a, b, length) => {
    for (let i = 0; i < length; i++) to[i] = a[i] - b;
  },
  multiply: (to, a, b, length) => {
    for (let i = 0; i < length; i++) to[i] = a[i] * b;
  },
  divide: (to, a, b, length) => {
    for (let i = 0; i < length; i++) to[i] = a[i] / b;
  },
};

/** With such a number as the first. @type {Record<string, OfNumber>} */
const OF_NUMBER = {
  add: BY_NUMBER.add,
  multiply: BY_NUMBER.multiply,
  subtract: (to, a, b, length) => {
    for (let i = 0; i < length; i++) to[i] = b - a[i];
  },
  divide: (to, a, b, length) => {
    for (let i = 0; i < length; i++) to[i] = b / a[i];
  },
};

/** @param {Float64Array} to @param {Float64Array} a @param {number} length */
function roots(to, a, length) {
  for (let i = 0; i < length; i++) to[i] = Math.sqrt(a[i]);
}

/**
 * @param {import("./kernel.js").Plan} plan
 * @param {number} room for so many trials
 * @returns {import("./kernel.js").RunAll}
 */
export function overVectors({ encoded, columns, varies }, room) {
  const { inputs, constants, code, outputs } = encoded;
  const firstColumn = inputs.length + constants.length;
  const begin = firstColumn + columns.length;
  const numbers = new Float64Array(begin + code.length); // of values that are the same for all
  numbers.set(constants, inputs.length);
  /** Of the others, for each trial. @type {Float64Array[]} */
  const vectors = [];
  code.forEach((_, k) => varies[begin + k] && (vectors[begin + k] = new Float64Array(room)));
  let trials = 0;
  const spread = (/** @type {number} */ place) => {
    if (varies[place]) return () => vectors[place];
    const filled = new Float64Array(room);
    return () => filled.fill(numbers[place], 0, trials);
  };

  /** @param {number} place @returns {() => void} */
  const operation = (place) => {
    const [name, a, b = a, c = a] = code[place - begin];
    const compute = OPERATIONS[name][1];
    if (!varies[place]) return () => void (numbers[place] = compute(numbers[a], numbers[b], numbers[c]));
    const to = vectors[place];
    if (name === "sqrt") return () => roots(to, vectors[a], trials);
    if (name in BOTH) {
      const [both, byNumber, ofNumber] = [BOTH[name], BY_NUMBER[name], OF_NUMBER[name]];
      if (varies[a] && varies[b]) return () => both(to, vectors[a], vectors[b], trials);
      if (varies[a]) return () => byNumber(to, vectors[a], numbers[b], trials);
      return () => ofNumber(to, vectors[b], numbers[a], trials);
    }
    const [first, second, third] = [a, b, c].map(spread);
    return () => {
      const [one, two, three] = [first(), second(), third()];
      for (let i = 0; i < trials; i++) to[i] = compute(one[i], two[i], three[i]);
    };
  };

  const counted = inputs.indexOf(COUNT);
  const samples = columns.length ? columns[0].length : 0;
  const passes = schedule(encoded).map(({ alone, each, sums }) => ({
    alone: alone.map(operation),
    columns: each.filter((place) => place < begin),
    each: each.filter((place) => place >= begin).map(operation),
    sums: sums.map((place) => ({ place, of: Number(code[place - begin][1]), terms: new Float64Array(samples * room) })),
  }));
  const places = Object.values(outputs).flat();
  return (given, fixed, output, many, seen, count, first) => {
    trials = many;
    for (let k = 0; k < inputs.length; k++) {
      if (varies[k]) vectors[k] = /** @type {Float64Array} */ (given[k]);
      else numbers[k] = fixed[k];
    }
    if (counted >= 0) numbers[counted] = count;
    for (const pass of passes) {
      for (const compute of pass.alone) compute();
      if (!pass.sums.length) continue;
      for (let k = 0; k < count; k++) {
        for (const place of pass.columns) numbers[place] = columns[place - firstColumn][seen[first + k]];
        for (const compute of pass.each) compute();
        for (const { of, terms } of pass.sums) {
          for (let i = 0; i < trials; i++) terms[i * count + k] = varies[of] ? vectors[of][i] : numbers[of];
        }
      }
      for (const { place, terms } of pass.sums) {
        for (let i = 0; i < trials; i++) vectors[place][i] = sum(terms, i * count, count);
      }
    }
    for (let k = 0; k < places.length; k++) {
      if (varies[places[k]]) output[k].set(vectors[places[k]].subarray(0, trials));
      else output[k].fill(numbers[places[k]], 0, trials);
    }
  };
}
