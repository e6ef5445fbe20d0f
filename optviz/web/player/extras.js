/** What few visitors open, in a script of its own; see `Load` in player.js. */

import { Help } from "./help.js";
import { Teacher } from "./teacher.js";
import { Tour } from "./tour.js";

export { SamplesView } from "../plot/samplesview.js";
export { Pad } from "./pad.js";
export { Schedule } from "./schedule.js";
export { Slide } from "./slide.js";
export { Wrap } from "./wrap.js";

/** @typedef {import("./player.js").Player} Player */

/** How each part of a player is made. */
export const PARTS = {
  help: (/** @type {Player} */ { root }) => new Help(root),
  tour: (/** @type {Player} */ { root }) => new Tour(root),
  teacher: (/** @type {Player} */ player) => new Teacher(player),
};
