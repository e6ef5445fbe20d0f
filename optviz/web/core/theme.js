/** Colours and type of the page around the player: Streamlit's variables, or the page's own. */

import look from "../look.json" with { type: "json" };

/** @typedef {{pattern: string, paper: string, ink: string}} Area */

/**
 * @typedef {object} Theme
 * @property {boolean} dark
 * @property {string} ink text and axes
 * @property {string} soft secondary text
 * @property {string} paper the page
 * @property {string} rim what is laid round trails and glyphs, so that they stand out
 * @property {string} contour the surface's contours
 * @property {string} wall lines on the walls behind the surface in space, and behind curves
 * @property {string} edge edges of the surface in space
 * @property {string} star the mark on a minimum
 * @property {Record<"diverged" | "missed" | "nowhere", Area>} areas without a colour of their own
 * @property {string[]} ground the surface's colours from low to high, #rrggbb
 * @property {string} font
 * @property {number} scale how much larger type and lines are than at a desk: 1, more in full screen
 */

/**
 * @param {Element} element any element of the player
 * @returns {Theme}
 */
export function themeOf(element) {
  const style = getComputedStyle(element);
  const forced = matchMedia("(forced-colors: active)").matches; // then by what the system's colours come to
  const paper = forced ? style.backgroundColor : style.getPropertyValue("--paper").trim() || look.themes.light.paper;
  const dark = luminance(paper) < 0.4;
  const { ink, soft, star, areas, ground, ...lines } = look.themes[dark ? "dark" : "light"];
  return {
    dark,
    paper,
    ink: forced ? style.color : style.getPropertyValue("--ink").trim() || ink,
    soft: forced ? style.color : soft,
    star,
    areas: { ...areas, nowhere: { ...areas.nowhere, paper } },
    ground,
    rim: rgba(lines.rim),
    contour: rgba(lines.contour),
    wall: rgba(lines.wall),
    edge: rgba(lines.edge),
    font: style.fontFamily,
    scale: Number(style.getPropertyValue("--scale")) || 1,
  };
}

/** @param {number[]} colour red, green, blue from 0 to 255, and opacity */
function rgba(colour) {
  return `rgba(${colour.join()})`;
}

/** Reading a pixel back takes milliseconds, and a page has two or three of these. @type {Map<string, number>} */
const luminances = new Map();

/** @param {string} colour as any CSS colour */
function luminance(colour) {
  const known = luminances.get(colour) ?? measuredLuminance(colour);
  luminances.set(colour, known);
  return known;
}

/** @param {string} colour */
function measuredLuminance(colour) {
  const context = /** @type {CanvasRenderingContext2D} */ (
    document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  );
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/**
 * A table of 256 colours mixed from a few, as the bytes of red, green, blue.
 * @param {string[]} colours #rrggbb, from low to high
 */
export function ramp(colours) {
  const stops = colours.map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  return Array.from({ length: 256 }, (_, i) => {
    const at = (i / 255) * (stops.length - 1);
    const low = Math.min(stops.length - 2, Math.floor(at));
    return stops[low].map((value, c) => value + (stops[low + 1][c] - value) * (at - low));
  });
}
