/** A schedule as it is edited: perhaps a warm-up, then a number or a curve, then what was set to follow. */

import { curveAt, numbersOf } from "../core/curves.js";
import { settingOf } from "../core/settings.js";
import curves from "./curves.json" with { type: "json" };

/** @typedef {import("../core/curves.js").Curve} Curve */
/** @typedef {import("../core/settings.js").Value} Value */
/** @typedef {import("../core/settings.js").Change} Change */
/**
 * @typedef {object} Parts
 * @property {number} warm how many steps it rises; 0 for none
 * @property {number} from what it rises from
 * @property {Value} main
 * @property {Change[]} later
 */

export const CONSTANT = "constant";

/** Name -> words of a choice. @type {[string, string][]} */
export const KINDS = [
  [CONSTANT, "constant"],
  ["linear", "linear"],
  ["polynomial", "polynomial"],
  ["exponential", "exponential"],
  ["staircase", "staircase"],
  ["cosine", "cosine"],
  ["cosine_restarts", "cosine with restarts"],
  ["one_cycle", "one cycle"],
  ["inverse_sqrt", "inverse square root"],
];

const TABLE = /** @type {Record<string, {words: string, whole: string[], program: Curve["program"]}>} */ (
  /** @type {unknown} */ (curves)
);

/** @param {Change[]} pieces of a setting @returns {Parts} */
export function partsOf(pieces) {
  const [[, first], next] = pieces;
  const rises = typeof first === "object" && first.curve === "linear" && next?.[0] === first.steps;
  if (!rises) return { warm: 0, from: 0, main: first, later: pieces.slice(1) };
  return { warm: first.steps, from: first.first, main: next[1], later: pieces.slice(2) };
}

/** @param {Parts} parts @returns {import("../core/settings.js").Setting} */
export function settingFrom({ warm, from, main, later }) {
  if (!warm) return settingOf([[0, main], ...later]);
  const rise = curve("linear", { first: from, last: firstOf(main), steps: warm });
  return settingOf([[0, rise], [warm, main], ...later.filter(([step]) => step > warm)]);
}

/** Its value where it begins. @param {Value} value */
export function firstOf(value) {
  return typeof value === "number" ? value : curveAt(value, 0);
}

/** The largest value that it is written with. @param {Value} value */
export function peakOf(value) {
  return typeof value === "number"
    ? value
    : (value.highest ?? Math.max(value.first ?? firstOf(value), value.last ?? 0));
}

/** Which kind it is; "" for a function of one's own. @param {Value} value */
export function kindOf(value) {
  if (typeof value === "number") return CONSTANT;
  return value.curve in TABLE ? value.curve : "";
}

/** @param {string} kind @param {Record<string, number>} numbers @returns {Curve} */
function curve(kind, numbers) {
  const { words, program } = TABLE[kind];
  return { curve: kind, ...numbers, words, program };
}

/**
 * A curve of some numbers, as an address has them.
 * @param {string} kind
 * @param {number[]} numbers in the order of its formula
 * @returns {Curve}
 * @throws {Error} there is no such curve, or it takes other numbers
 */
export function curveOf(kind, numbers) {
  if (!Object.hasOwn(TABLE, kind)) throw new Error(`${kind} is no schedule`);
  const { whole, program } = TABLE[kind];
  const inputs = /** @type {NonNullable<Curve["program"]>} */ (program).inputs.filter((name) => name !== "k");
  const names = [...inputs, ...whole.filter((name) => !inputs.includes(name))];
  if (numbers.length !== names.length) throw new Error(`${kind} takes ${names.join(", ")}`);
  return curve(kind, Object.fromEntries(names.map((name, place) => [name, numbers[place]])));
}

/**
 * A kind with numbers to begin with, for a race of so many steps.
 * @param {string} kind
 * @param {number} peak
 * @param {number} steps that are left
 * @returns {Value}
 */
export function begun(kind, peak, steps) {
  const quarter = Math.max(1, Math.round(steps / 4));
  const numbers = /** @type {Record<string, Record<string, number>>} */ ({
    linear: { first: peak, last: 0, steps },
    polynomial: { first: peak, last: 0, steps, power: 2 },
    exponential: { first: peak, factor: 0.98 },
    staircase: { first: peak, every: quarter, factor: 0.5 },
    cosine: { first: peak, steps, last: 0 },
    cosine_restarts: { first: peak, period: quarter, last: 0, growth: 1 },
    one_cycle: { highest: peak, steps: Math.max(4, steps), rise: 0.3, divided: 25, finally_divided: 10000 },
    inverse_sqrt: { first: peak, scale: 10 },
  });
  return kind === CONSTANT ? peak : curve(kind, numbers[kind]);
}

/** With another number. @param {Value} value @param {string} name @param {number} number @returns {Value} */
export function withNumber(value, name, number) {
  return typeof value === "number" ? number : { ...value, [name]: number };
}

/**
 * How its numbers are dragged: names, spreads and ranges.
 * @param {Value} value
 * @param {import("../core/payload.js").Spread} spread of the hyper-parameter
 * @returns {{name: string, number: number, spread: import("../core/payload.js").Spread, range?: [number, number]}[]}
 */
export function numbersFor(value, spread) {
  if (typeof value === "number") return [];
  const most = spread === "share" ? 1 : Infinity;
  const { whole } = TABLE[value.curve] ?? { whole: [] };
  return numbersOf(value).map(([name, number]) => {
    if (whole.includes(name)) return { name, number, spread: "count" };
    if (name === "factor") return { name, number, spread: "size", range: [1e-6, most] };
    if (name === "power") return { name, number, spread: "size", range: [1e-3, 1e3] };
    if (name === "rise") return { name, number, spread: "size", range: [1.01 / value.steps, 0.99] };
    if (name.endsWith("divided")) return { name, number, spread: "size", range: [1, 1e12] };
    return { name, number, spread };
  });
}
