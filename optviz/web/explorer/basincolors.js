/** Kinds of cells of a basin map, and their colours. */

import { ramp } from "../core/theme.js";

/** @typedef {import("../core/theme.js").Theme} Theme */

export const NOT_THERE = -1;
export const DIVERGED = -2;

/** @param {Theme} theme */
export function bareColour(theme) {
  return theme.dark ? "#3a404b" : "#d9dce1";
}

/** @param {Theme} theme */
export function lostColour(theme) {
  return theme.dark ? "#15181e" : "#ffffff";
}

/** @param {Theme} theme */
export function hatchColour(theme) {
  return theme.dark ? "#828b99" : "#79808c";
}

/**
 * For each minimum, 256 colours from early to late, as numbers for a Uint32Array over RGBA bytes.
 * @param {string[][]} colours
 */
export function tables(colours) {
  return colours.map((stops) =>
    Uint32Array.from(ramp(stops), ([red, green, blue]) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0),
  );
}
