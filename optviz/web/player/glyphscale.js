/** How large glyphs are drawn: one factor for each kind, the same for all runs, written on the picture. */

import { short } from "../core/numbers.js";

/** @typedef {import("./glyphs.js").Glyphs} Glyphs */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("../plot/axes.js").Frame} Frame */

/**
 * What is drawn to one scale: gradients and their means; displacements, that is velocities; step sizes.
 * @typedef {"gradient" | "displacement" | "rate"} Measured
 */

/** @typedef {Record<Measured, number>} Factors */

const LONGEST = 100; // pixels of the largest glyph of a kind, at most; at least two fifths of it
const TO_SCALE = [16, 300]; // pixels between which a displacement is drawn as long as it is
const EDGE = 8; // pixels between the frame and the words
const LINE = 17; // pixels from one line of them to the next

/**
 * 1, 2 or 5 times a power of ten, so that what is so long without it is long enough to be seen.
 * @param {number} reach in pixels
 */
export function factorFor(reach) {
  const wanted = LONGEST / reach;
  if (!(wanted > 0 && wanted < Infinity)) return 1;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const lead = [5, 2].find((each) => each * power <= wanted) ?? 1;
  return Number((lead * power).toPrecision(1));
}

/**
 * @param {Glyphs[]} glyphs of all runs that have some; those that begin outside of the picture do not count
 * @param {Frame} frame of the picture, in pixels
 * @returns {Factors}
 */
export function factorsOf(glyphs, { left, top, right, bottom }) {
  const seen = glyphs.filter(({ at: [x, y] }) => x >= left && x <= right && y >= top && y <= bottom);
  const longest = (/** @type {Measured} */ kind) =>
    Math.max(0, ...seen.map((each) => each.reach(kind)).filter(Number.isFinite));
  const displacement = longest("displacement");
  const asItIs = displacement >= TO_SCALE[0] && displacement <= TO_SCALE[1];
  return {
    gradient: factorFor(longest("gradient")),
    displacement: asItIs ? 1 : factorFor(displacement),
    rate: factorFor(longest("rate")),
  };
}

/**
 * The factors of what was drawn, in words: "gradient × 0.02".
 * @param {Map<string, number>} drawn names of quantities, and by what they are multiplied
 */
export function scaleWords(drawn) {
  return [...drawn].map(([name, factor]) => `${name} × ${short(factor)}`);
}

/**
 * Write lines into the picture's lower left corner.
 * @param {CanvasRenderingContext2D} context
 * @param {string[]} lines
 * @param {Frame} frame
 * @param {Theme} theme
 */
export function writeScale(context, lines, { left, bottom }, theme) {
  context.font = `${12 * theme.scale}px ${theme.font}`;
  context.textAlign = "left";
  context.textBaseline = "bottom";
  lines.forEach((line, place) => {
    const at = bottom - EDGE - (lines.length - 1 - place) * LINE * theme.scale;
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeStyle = theme.paper;
    context.strokeText(line, left + EDGE, at);
    context.fillStyle = theme.ink;
    context.fillText(line, left + EDGE, at);
  });
}
