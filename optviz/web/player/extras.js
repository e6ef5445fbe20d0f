/** What few visitors open, in a script of its own; see `Load` in player.js. */

export { Pad } from "./pad.js";
