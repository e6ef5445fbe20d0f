/** What weights draw through samples: as `Fit` in surfaces/minibatches.py says. */

const PIECES = 80; // of a curve

/**
 * The points of a line, in the units of the samples; none where the weights draw none.
 * @param {import("../core/payload.js").Samples["kind"]} kind
 * @param {number[]} weights
 * @param {[number, number][]} spans what is shown of each axis
 * @returns {[number, number][]}
 */
export function through(kind, weights, spans) {
  const found = LINES[kind](weights[0], weights[1], spans);
  return found.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)) ? found : [];
}

/** @type {Record<string, (w: number, b: number, spans: [number, number][]) => [number, number][]>} */
const LINES = {
  /** w1 x + w2 y = 0: beyond it the other label is predicted. */
  side: (w1, w2, spans) => {
    const far = (2 * Math.hypot(...spans.flat())) / Math.hypot(w1, w2);
    return [
      [-w2 * far, w1 * far],
      [w2 * far, -w1 * far],
    ];
  },
  line: (w, b, [across]) => across.map((x) => [x, w * x + b]),
  softplus: (w, b, [across]) =>
    curve(across, (x) => {
      const p = w * x + b;
      return Math.max(p, 0) + Math.log1p(Math.exp(-Math.abs(p)));
    }),
  chance: (w, b, [across]) => curve(across, (x) => 1 / (1 + Math.exp(-(w * x + b)))),
};

/**
 * @param {[number, number]} across
 * @param {(x: number) => number} height
 * @returns {[number, number][]}
 */
function curve([low, high], height) {
  return Array.from({ length: PIECES + 1 }, (_, k) => {
    const x = low + ((high - low) * k) / PIECES;
    return [x, height(x)];
  });
}
