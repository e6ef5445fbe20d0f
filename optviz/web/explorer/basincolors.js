/** The colours of a basin map's cells. */

import { ramp } from "../core/theme.js";

/**
 * For each minimum, 256 colours from early to late, as numbers for a Uint32Array over RGBA bytes.
 * @param {string[][]} colours
 */
export function tables(colours) {
  return colours.map((stops) =>
    Uint32Array.from(ramp(stops), ([red, green, blue]) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0),
  );
}
