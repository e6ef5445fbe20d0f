/** On paper: the race at the step that is shown, in light colours, finer than on a screen. */

import { HiDpiCanvas } from "../core/hidpicanvas.js";

/** @typedef {import("./player.js").Player} Player */

const FINER = 2; // dots of the printed picture for one of the screen's

/**
 * Browsers take the canvases as they are when printing begins, so they are drawn for the sheet just
 * before, in the width and colours that the page's style has for the class `paper`.
 * @param {Player} player
 */
export function followPrinting(player) {
  const turn = (/** @type {boolean} */ paper) => {
    document.documentElement.classList.toggle("paper", paper);
    HiDpiCanvas.finer = paper ? FINER : 1;
    player.retheme();
    player.draw();
  };
  addEventListener("beforeprint", () => turn(true));
  addEventListener("afterprint", () => turn(false));
}
