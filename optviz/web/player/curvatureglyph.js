/** How the loss curves around an iterate: a level line of its quadratic model's curvature, d -> d' H d / 2. */

/** @typedef {import("../core/payload.js").Bend} Bend */
/** @typedef {import("../core/scale.js").Scale} Scale */
/** @typedef {import("./strokes.js").Strokes} Strokes */
/** @typedef {[number, number]} Pair */

const RADIUS = 44; // pixels of the longest half-axis
const POINTS = 72;
const FLAT = 1e-12; // an eigenvalue of less than this share of the other is rounding

export const TITLE =
  "A line on which the curvature term of the loss's quadratic model is the same: half-axes along the Hessian's " +
  "eigenvectors, as 1/√eigenvalue to each other, the longest always alike. Where the model has no such ellipse, " +
  "lines along the eigenvectors, with arrows where the loss curves down.";

/**
 * What is drawn, in pixels from the iterate.
 * @param {Bend} bend
 * @param {{x: Scale, y: Scale}} scales axes may differ: then an ellipse's axes are no longer at right angles
 * @returns {{ellipse: Pair[], lines: {to: Pair, down: boolean}[]}} closed, and half of each line
 */
export function shapeOf({ high, low, along }, { x, y }) {
  const size = Math.max(Math.abs(high), Math.abs(low));
  if (!(size > 0)) return { ellipse: [], lines: [] };
  const pixels = (/** @type {Pair} */ [dx, dy]) => /** @type {Pair} */ ([dx * (x(1) - x(0)), dy * (y(1) - y(0))]);
  const axes = [pixels(along), pixels([-along[1], along[0]])];
  if (low > FLAT * size)
    return { ellipse: level(axes, [1 / Math.sqrt(high / size), 1 / Math.sqrt(low / size)]), lines: [] };
  const sides = [high, low].map((value, place) => ({ value, to: scaled(axes[place], RADIUS) }));
  const flat = Math.abs(low) <= FLAT * size; // the ellipse without end: the line that it becomes
  const drawn = flat ? sides.slice(1) : sides;
  return { ellipse: [], lines: drawn.map(({ value, to }) => ({ to, down: value < -FLAT * size })) };
}

/**
 * @param {Strokes} strokes
 * @param {Pair} at in pixels
 * @param {ReturnType<typeof shapeOf>} shape
 */
export function drawCurvature(strokes, [x, y], { ellipse, lines }) {
  const { context } = strokes;
  if (ellipse.length) {
    context.beginPath();
    for (const [dx, dy] of ellipse) context.lineTo(x + dx, y + dy);
    context.closePath();
    strokes.outline(1.6, []);
  }
  for (const { to, down } of lines) {
    for (const sign of [1, -1]) {
      const end = /** @type {Pair} */ ([x + sign * to[0], y + sign * to[1]]);
      if (down) strokes.arrow([x, y], end, 1, 1.6);
      else {
        context.beginPath();
        context.moveTo(x, y);
        context.lineTo(...end);
        strokes.outline(1.6, []);
      }
    }
  }
}

/**
 * @param {Pair[]} axes
 * @param {Pair} lengths
 * @returns {Pair[]}
 */
function level([first, second], [a, b]) {
  const points = Array.from({ length: POINTS }, (_, k) => {
    const [c, s] = [a * Math.cos((2 * Math.PI * k) / POINTS), b * Math.sin((2 * Math.PI * k) / POINTS)];
    return /** @type {Pair} */ ([c * first[0] + s * second[0], c * first[1] + s * second[1]]);
  });
  const longest = Math.max(...points.map((each) => Math.hypot(...each)));
  return points.map(([dx, dy]) => [(dx * RADIUS) / longest, (dy * RADIUS) / longest]);
}

/** @param {Pair} vector @param {number} length @returns {Pair} */
function scaled([dx, dy], length) {
  const own = Math.hypot(dx, dy);
  return [(dx * length) / own, (dy * length) / own];
}
