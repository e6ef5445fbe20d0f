/** What few visitors open, in a script of its own; see `Load` in player.js. */

export { Help } from "./help.js";
export { Pad } from "./pad.js";
export { Slide } from "./slide.js";
export { Tour } from "./tour.js";
