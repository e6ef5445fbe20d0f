/** Where a function is zero between two places. */

const MOST = 60; // halvings use up the digits of a float64

/**
 * Chandrupatla's method: inverse quadratic interpolation where three points allow it, halving elsewhere. T. R.
 * Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without using
 * derivatives", Advances in Engineering Software 28 (1997).
 * @param {(at: number) => number} f
 * @param {number} f0 its value at 0
 * @param {number} f1 its value at 1, of the other sign
 * @param {number} tolerance
 * @returns {number} at most so far from a change of sign
 */
export function crossing(f, f0, f1, tolerance) {
  let [a, fa, b, fb] = [1, f1, 0, f0];
  let share = f1 / (f1 - f0); // from a to b; the first guess is the straight line's
  for (let k = 0; k < MOST; k++) {
    const at = a + share * (b - a);
    const value = f(at);
    const same = value > 0 === fa > 0;
    const [c, fc] = same ? [a, fa] : [b, fb];
    if (!same) [b, fb] = [a, fa];
    [a, fa] = [at, value];
    if (value === 0) return at;
    const closer = Math.abs(fa) < Math.abs(fb) ? a : b;
    const room = tolerance / Math.abs(b - a);
    if (room > 0.5) return closer;
    const [xi, phi] = [(a - b) / (c - b), (fa - fb) / (fc - fb)];
    const smooth = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    const inverse = (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
    share = smooth ? Math.max(room, Math.min(1 - room, inverse)) : 0.5;
  }
  return a;
}
