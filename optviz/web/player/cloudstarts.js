/** Where the trials of a cloud begin: the same points every time, digit for digit those of optviz/studies/cloud.py. */

/** @typedef {"disc" | "line" | "picture"} Shape */

/** With their names for people. @type {[Shape, string][]} */
export const SHAPES = [
  ["disc", "disc round the start"],
  ["line", "line through the start"],
  ["picture", "whole picture"],
];
/** How many trials, and the columns of as many cells of the picture. @type {[number, number][]} */
export const NUMBERS = [
  [50, 10],
  [200, 20],
  [1000, 40],
];

const RADIUS = 0.1; // of the disc, as a share of each axis
// From each point of the disc to the next it turns by the golden angle, as in a sunflower, so that they lie evenly
// (Vogel, Mathematical Biosciences 44, 1979). Cosine and sine differ in their last digits from machine to machine.
const COSINE = -0.7373688780783197;
const SINE = 0.6754902942615238;

/**
 * Pairs of x and y.
 * @param {Shape} shape
 * @param {number} number of `NUMBERS`
 * @param {ArrayLike<number>} start in the middle of the disc, and on the line
 * @param {{xlim: [number, number], ylim: [number, number]}} picture
 */
export function startsOf(shape, number, start, { xlim, ylim }) {
  const columns = NUMBERS.find(([each]) => each === number)?.[1] ?? number;
  const rows = number / columns;
  const [across, up] = [xlim[1] - xlim[0], ylim[1] - ylim[0]];
  const found = new Float64Array(2 * number);
  let [right, above] = [1, 0];
  for (let k = 0; k < number; k++) {
    let [x, y] = [start[0], start[1]];
    if (shape === "disc") {
      const far = RADIUS * Math.sqrt((k + 0.5) / number);
      x += across * far * right;
      y += up * far * above;
      [right, above] = [right * COSINE - above * SINE, right * SINE + above * COSINE];
    } else if (shape === "line") {
      x = xlim[0] + (across * (k + 0.5)) / number;
    } else {
      x = xlim[0] + (across * ((k % columns) + 0.5)) / columns;
      y = ylim[0] + (up * (Math.floor(k / columns) + 0.5)) / rows;
    }
    found.set([x, y], 2 * k);
  }
  return found;
}
