/** Eigenvalues of symmetric 2 x 2 matrices, in closed form. */

/**
 * @param {number} xx @param {number} xy @param {number} yy
 * @returns {number} the larger eigenvalue
 */
export function largest(xx, xy, yy) {
  return xx / 2 + yy / 2 + Math.hypot(xx / 2 - yy / 2, xy);
}

/**
 * @param {number} xx @param {number} xy @param {number} yy
 * @returns {{high: number, low: number, along: [number, number]}} both, and the unit eigenvector of the
 *   larger one, of which the first part that is not 0 is positive
 */
export function eigen(xx, xy, yy) {
  const [middle, half, apart] = [xx / 2 + yy / 2, xx / 2 - yy / 2, Math.hypot(xx / 2 - yy / 2, xy)];
  const angle = Math.atan2(xy, half) / 2; // from -90 to 90 degrees
  const along = /** @type {[number, number]} */ (xy === 0 && half < 0 ? [0, 1] : [Math.cos(angle), Math.sin(angle)]);
  return { high: middle + apart, low: middle - apart, along };
}
