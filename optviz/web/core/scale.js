/** Numbers to pixels, and axes with round numbers. */

/** @typedef {((value: number) => number) & {invert: (pixel: number) => number}} Scale */

/**
 * @param {[number, number]} domain
 * @param {[number, number]} range
 * @returns {Scale}
 */
export function linear([d0, d1], [r0, r1]) {
  const factor = (r1 - r0) / (d1 - d0);
  return Object.assign((/** @type {number} */ value) => r0 + (value - d0) * factor, {
    invert: (/** @type {number} */ pixel) => d0 + (pixel - r0) / factor,
  });
}

/**
 * @param {[number, number]} domain both positive
 * @param {[number, number]} range
 * @returns {Scale}
 */
export function logarithmic([d0, d1], range) {
  const inner = linear([Math.log10(d0), Math.log10(d1)], range);
  return Object.assign((/** @type {number} */ value) => inner(Math.log10(value)), {
    invert: (/** @type {number} */ pixel) => 10 ** inner.invert(pixel),
  });
}

/**
 * Multiples of 1, 2 or 5 times a power of ten inside the domain, about `count` of them but at least
 * two: one number alone says nothing.
 * @param {[number, number]} domain
 * @param {number} count
 */
export function ticks([low, high], count) {
  const raw = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const steps = [0.5, 1, 2, 5, 10].map((factor) => factor * power);
  let place = steps.findIndex((step) => step >= raw * (1 - 1e-9));
  let found = multiples(low, high, steps[place]);
  while (found.length < 2 && place > 0) found = multiples(low, high, steps[--place]);
  return found;
}

/** @param {number} low @param {number} high @param {number} step */
function multiples(low, high, step) {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

/**
 * Powers of ten inside the domain, thinned out to about `count`.
 * @param {[number, number]} domain
 * @param {number} count
 */
export function decades([low, high], count) {
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const last = Math.floor(Math.log10(high) + 1e-9);
  const stride = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, count)));
  const powers = [];
  for (let power = last; power >= first; power -= stride) powers.push(10 ** power);
  return powers.reverse();
}
