/** The cloud, in a script of its own; see `Load` in player.js. */

import { Cloud } from "./cloud.js";

/** How it is made. */
export const PARTS = {
  cloud: (/** @type {import("./player.js").Player} */ player) => new Cloud(player),
};
