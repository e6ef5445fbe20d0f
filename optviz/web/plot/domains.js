/** From where to where the axes of charts go. */

/**
 * Losses of runs that leave the picture may be huge: their axis ends where the picture's own
 * losses end, and not far above the start.
 * @param {ArrayLike<number>[]} curves from the start
 * @param {number} low of the picture
 * @param {number} high
 * @returns {[number, number]}
 */
export function even(curves, low, high) {
  let [least, most, top] = [Infinity, -Infinity, -Infinity];
  for (const values of curves) {
    top = Math.max(top, values[0]);
    for (let k = 0; k < values.length; k++) {
      if (!Number.isFinite(values[k])) continue;
      least = Math.min(least, values[k]);
      most = Math.max(most, values[k]);
    }
  }
  const begin = Math.max(low, least);
  const end = Math.min(high, Math.max(top * 1.15, Math.min(most, top * 1.6)));
  const room = 0.06 * (end - begin || 1);
  return Number.isFinite(begin + end) ? [begin - room, end + room] : [0, 1];
}

/**
 * For a logarithmic axis: all that is above 0.
 * @param {ArrayLike<number>[]} curves
 * @param {number} ceiling above which values may leave the chart
 * @returns {[number, number]}
 */
export function byPowers(curves, ceiling) {
  let begin = Infinity;
  let end = 0;
  for (const values of curves) {
    for (let k = 0; k < values.length; k++) {
      const value = values[k];
      if (value > 0 && value < begin) begin = value;
      if (value <= ceiling && value > end) end = value;
    }
  }
  if (begin === Infinity) return [0.1, 10];
  if (!(begin < end)) return [begin / 10, begin * 10];
  const room = 10 ** (0.05 * (Math.log10(end) - Math.log10(begin))); // their ratio may be no number
  return [Math.max(Number.MIN_VALUE, begin / room), Math.min(Number.MAX_VALUE, end * room)];
}

/**
 * Whether a value has no place on a logarithmic axis.
 * @param {ArrayLike<number>} values
 */
export function goesBelow(values) {
  for (let k = 0; k < values.length; k++) if (values[k] <= 0) return true;
  return false;
}
