/** Where runs may end, of a surface as it is sent: `ends_of` in optviz/studies/targets.py says how near is there. */

import { Places } from "./places.js";

/**
 * @param {Pick<import("../core/payload.js").Surface, "minima" | "ends">} surface
 * @returns {{places: Places | null, kinds: number, valleys: boolean}} null where no minimum is known; the minima's
 *   kinds are their places in the surface's list, and points on floors of valleys have the last one
 */
export function targetsOf({ minima, ends: { radius, floors } }) {
  const isolated = minima.length / 2;
  const valleys = floors.length > 0;
  const kinds = isolated + Number(valleys);
  if (!kinds) return { places: null, kinds, valleys };
  const kind = Int32Array.from({ length: isolated + floors.length / 2 }, (_, k) => Math.min(k, isolated));
  return { places: new Places(Float64Array.from([...minima, ...floors]), kind, radius), kinds, valleys };
}
