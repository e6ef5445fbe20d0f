/** The quartiles of many runs' losses, behind the curves of a chart. */

/** @typedef {{low: Float64Array, median: Float64Array, high: Float64Array}} Band at each step */

const [FILL, LINE] = [0.14, 0.75]; // opacities
const WIDTH = 1.2;

/**
 * Half of the runs lie in the band, and its line is the median.
 * @param {CanvasRenderingContext2D} context
 * @param {Band} band
 * @param {string} colour
 * @param {(step: number) => number} x in pixels
 * @param {(value: number) => number} y in pixels
 * @param {import("./axes.js").Frame} frame
 */
export function drawBand(context, { low, median, high }, colour, x, y, { left, top, right, bottom }) {
  context.save();
  context.beginPath();
  context.rect(left, top - 4, right - left, bottom - top + 8);
  context.clip();
  context.fillStyle = context.strokeStyle = colour;
  context.globalAlpha = FILL;
  context.beginPath();
  for (let k = 0; k < low.length; k++) context.lineTo(x(k), y(low[k]));
  for (let k = high.length - 1; k >= 0; k--) context.lineTo(x(k), y(high[k]));
  context.fill();
  context.globalAlpha = LINE;
  context.lineWidth = WIDTH;
  context.setLineDash([]);
  context.beginPath();
  for (let k = 0; k < median.length; k++) if (Number.isFinite(median[k])) context.lineTo(x(k), y(median[k]));
  context.stroke();
  context.restore();
}
