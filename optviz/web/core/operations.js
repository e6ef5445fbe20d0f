/**
 * The operations that programs are made of, each as the text that compiled programs have and as the
 * function that interpreted ones call; Python's table of the same names is optviz/program/operations.py.
 */

/** @typedef {(a: number, b: number, c: number) => number} Compute */

/** @param {number} a @param {number} b */
export function power(a, b) {
  return a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : Math.pow(a, b); // where IEEE 754 has no nan
}

/** log(e^a + e^b) without overflow. @param {number} a @param {number} b */
export function logaddexp(a, b) {
  if (a === b) return a + Math.LN2;
  const apart = a - b;
  if (apart > 0) return a + Math.log1p(Math.exp(-apart));
  return apart <= 0 ? b + Math.log1p(Math.exp(apart)) : apart;
}

/** 1 / (1 + e^-a) without overflow. @param {number} a */
export function sigmoid(a) {
  const small = Math.exp(-Math.abs(a));
  return (a < 0 ? small : 1) / (1 + small);
}

/** The functions that the texts call besides Math's. */
export const HELPERS = { power, logaddexp, sigmoid };

/** Name -> text, function, and how many operands. @type {Record<string, [string, Compute, number]>} */
export const OPERATIONS = {
  add: ["a + b", (a, b) => a + b, 2],
  subtract: ["a - b", (a, b) => a - b, 2],
  multiply: ["a * b", (a, b) => a * b, 2],
  divide: ["a / b", (a, b) => a / b, 2],
  negative: ["-a", (a) => -a, 1],
  sqrt: ["Math.sqrt(a)", Math.sqrt, 1],
  absolute: ["Math.abs(a)", Math.abs, 1],
  sign: ["Math.sign(a)", Math.sign, 1],
  floor: ["Math.floor(a)", Math.floor, 1],
  maximum: ["Math.max(a, b)", (a, b) => Math.max(a, b), 2],
  minimum: ["Math.min(a, b)", (a, b) => Math.min(a, b), 2],
  power: ["power(a, b)", power, 2],
  exp: ["Math.exp(a)", Math.exp, 1],
  expm1: ["Math.expm1(a)", Math.expm1, 1],
  log: ["Math.log(a)", Math.log, 1],
  log1p: ["Math.log1p(a)", Math.log1p, 1],
  log2: ["Math.log2(a)", Math.log2, 1],
  log10: ["Math.log10(a)", Math.log10, 1],
  logaddexp: ["logaddexp(a, b)", logaddexp, 2],
  sin: ["Math.sin(a)", Math.sin, 1],
  cos: ["Math.cos(a)", Math.cos, 1],
  tan: ["Math.tan(a)", Math.tan, 1],
  arcsin: ["Math.asin(a)", Math.asin, 1],
  arccos: ["Math.acos(a)", Math.acos, 1],
  arctan: ["Math.atan(a)", Math.atan, 1],
  arctan2: ["Math.atan2(a, b)", Math.atan2, 2],
  sinh: ["Math.sinh(a)", Math.sinh, 1],
  cosh: ["Math.cosh(a)", Math.cosh, 1],
  tanh: ["Math.tanh(a)", Math.tanh, 1],
  arcsinh: ["Math.asinh(a)", Math.asinh, 1],
  arccosh: ["Math.acosh(a)", Math.acosh, 1],
  arctanh: ["Math.atanh(a)", Math.atanh, 1],
  sigmoid: ["sigmoid(a)", sigmoid, 1],
  relu: ["Math.max(a, 0)", (a) => Math.max(a, 0), 1],
  hypot: ["Math.hypot(a, b)", (a, b) => Math.hypot(a, b), 2],
  cbrt: ["Math.cbrt(a)", Math.cbrt, 1],
  less: ["+(a < b)", (a, b) => +(a < b), 2],
  less_equal: ["+(a <= b)", (a, b) => +(a <= b), 2],
  greater: ["+(a > b)", (a, b) => +(a > b), 2],
  greater_equal: ["+(a >= b)", (a, b) => +(a >= b), 2],
  equal: ["+(a === b)", (a, b) => +(a === b), 2],
  not_equal: ["+(a !== b)", (a, b) => +(a !== b), 2],
  logical_and: ["+(a !== 0 && b !== 0)", (a, b) => +(a !== 0 && b !== 0), 2],
  logical_or: ["+(a !== 0 || b !== 0)", (a, b) => +(a !== 0 || b !== 0), 2],
  logical_not: ["+(a === 0)", (a) => +(a === 0), 1],
  where: ["a !== 0 ? b : c", (a, b, c) => (a !== 0 ? b : c), 3],
};
