/** Many starts and many seeds, in a script of their own; see `Load` in player.js. */

import { Cloud } from "./cloud.js";
import { Seeds } from "./seeds.js";

/** How each is made. */
export const PARTS = {
  cloud: (/** @type {import("./player.js").Player} */ player) => new Cloud(player),
  seeds: (/** @type {import("./player.js").Player} */ player) => new Seeds(player),
};
