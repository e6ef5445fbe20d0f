/** Trails and heads: how a run is drawn, on the picture, on charts and in the legend. */

import look from "../look.json" with { type: "json" };

/** @typedef {import("../core/payload.js").Run} Run */

export const TRAIL_WIDTH = look.trail.width;
export const HEAD_RADIUS = look.head.radius;

/**
 * The outline of a head round (0, 0), radius 1, as a path.
 * @param {string} marker
 */
export function outline(marker) {
  return OUTLINES[marker] ?? OUTLINES.circle;
}

/** @type {Record<string, Path2D>} */
const OUTLINES = {
  circle: circle(),
  square: polygon([
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ]),
  triangle: polygon([
    [0, -1.15],
    [1.05, 0.75],
    [-1.05, 0.75],
  ]),
  diamond: polygon([
    [0, -1.25],
    [1, 0],
    [0, 1.25],
    [-1, 0],
  ]),
  plus: polygon(plus()),
  cross: polygon(plus().map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2])),
  star: polygon(star()),
};

function circle() {
  const path = new Path2D();
  path.arc(0, 0, 0.95, 0, 2 * Math.PI);
  return path;
}

/** @param {number[][]} corners */
function polygon(corners) {
  const path = new Path2D();
  corners.forEach(([x, y]) => path.lineTo(x, y));
  path.closePath();
  return path;
}

/** @returns {number[][]} */
function plus() {
  const [a, b] = [0.38, 1.15];
  return [
    [-a, -b],
    [a, -b],
    [a, -a],
    [b, -a],
    [b, a],
    [a, a],
    [a, b],
    [-a, b],
    [-a, a],
    [-b, a],
    [-b, -a],
    [-a, -a],
  ];
}

/** @returns {number[][]} */
export function star() {
  return Array.from({ length: 10 }, (_, i) => {
    const [angle, radius] = [(Math.PI * i) / 5 - Math.PI / 2, i % 2 ? 0.6 : 1.4];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/**
 * Where a run's settings change: a small open circle on its line.
 * @param {CanvasRenderingContext2D} context
 * @param {number} x in pixels
 * @param {number} y
 * @param {string} colour
 * @param {import("../core/theme.js").Theme} theme
 */
export function drawChange(context, x, y, colour, theme) {
  context.beginPath();
  context.arc(x, y, look.change.radius * theme.scale, 0, 2 * Math.PI);
  context.fillStyle = theme.paper;
  context.fill();
  context.lineWidth = look.change.width * theme.scale;
  context.strokeStyle = colour;
  context.stroke();
}

/**
 * A head with a rim in the paper's colour, so that it stands out from trails and other heads.
 * @param {CanvasRenderingContext2D} context
 * @param {string} marker
 * @param {number} x in pixels
 * @param {number} y
 * @param {number} radius
 * @param {string} colour
 * @param {string} rim
 */
export function drawHead(context, marker, x, y, radius, colour, rim) {
  context.save();
  context.translate(x, y);
  context.scale(radius, radius);
  context.lineWidth = look.head.rim / radius;
  context.lineJoin = "round";
  context.strokeStyle = rim;
  context.fillStyle = colour;
  context.stroke(outline(marker));
  context.fill(outline(marker));
  context.restore();
}

/**
 * The head of a race that is no longer the present one: its outline alone.
 * @param {CanvasRenderingContext2D} context
 * @param {string} marker
 * @param {number} x in pixels
 * @param {number} y
 * @param {number} radius
 * @param {string} colour
 * @param {number} width of the line
 */
export function drawHollow(context, marker, x, y, radius, colour, width) {
  context.save();
  context.translate(x, y);
  context.scale(radius, radius);
  context.lineWidth = width / radius;
  context.strokeStyle = colour;
  context.stroke(outline(marker));
  context.restore();
}

/**
 * A run's colour on this paper.
 * @param {{style: {light: string, dark: string}}} run
 * @param {import("../core/theme.js").Theme} theme
 */
export function colourOf({ style }, theme) {
  return theme.dark ? style.dark : style.light;
}

/**
 * @param {{style: {dash: number[]}}} run
 * @param {number} width of the line the dash belongs to
 */
export function dashOf(run, width) {
  return run.style.dash.map((length) => length * width);
}

/** @type {Record<"minimum" | "lowest", Path2D>} */
const MINIMA = { minimum: polygon(upward(look.minimum.corners)), lowest: polygon(upward(look.lowest.corners)) };

/** Corners as a canvas counts them, downwards. @param {number[][]} corners */
function upward(corners) {
  return corners.map(([x, y]) => [x, -y]);
}

/**
 * The mark on a minimum; on a lowest one a flag, which no optimizer has for its head.
 * @param {CanvasRenderingContext2D} context
 * @param {boolean} lowest
 * @param {number} x in pixels
 * @param {number} y
 * @param {import("../core/theme.js").Theme} theme
 * @param {number} [scale]
 */
export function drawMinimum(context, lowest, x, y, theme, scale = 1) {
  const kind = lowest ? "lowest" : "minimum";
  const { radius, rim } = look[kind];
  context.save();
  context.translate(x, y);
  context.scale(radius * scale, radius * scale);
  context.lineWidth = (2 * rim) / radius;
  context.lineJoin = "round";
  context.strokeStyle = theme.paper;
  context.fillStyle = lowest ? theme.ink : theme.star;
  context.stroke(MINIMA[kind]);
  context.fill(MINIMA[kind]);
  context.restore();
}

/**
 * All minima of a surface, the lowest above the others.
 * @param {{minima: Float64Array, lowest: number}} surface
 * @param {(x: number, y: number, lowest: boolean) => void} draw
 */
export function eachMinimum({ minima, lowest }, draw) {
  for (let k = minima.length / 2 - 1; k >= 0; k--) draw(minima[2 * k], minima[2 * k + 1], k < lowest);
}

/**
 * The floors of valleys: dashed, with a rim.
 * @param {CanvasRenderingContext2D} context
 * @param {ArrayLike<number>} places pairs in pixels; NaN lifts the pen
 * @param {import("../core/theme.js").Theme} theme
 * @param {number} [scale]
 */
export function drawValleys(context, places, theme, scale = 1) {
  const { width, rim, dash } = look.valley;
  context.save();
  context.lineJoin = "round";
  for (const [wide, colour, pattern] of /** @type {[number, string, number[]][]} */ ([
    [rim, theme.rim, []],
    [width, theme.ink, dash],
  ])) {
    context.beginPath();
    let down = false;
    for (let i = 0; i < places.length; i += 2) {
      const there = !Number.isNaN(places[i]);
      if (there && down) context.lineTo(places[i], places[i + 1]);
      else if (there) context.moveTo(places[i], places[i + 1]);
      down = there;
    }
    context.lineWidth = wide * scale;
    context.strokeStyle = colour;
    context.setLineDash(pattern.map((length) => length * scale));
    context.stroke();
  }
  context.restore();
}
