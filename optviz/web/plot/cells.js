/** Grids of coloured cells. */

import { canvasOf } from "./hatching.js";

/**
 * Lay a grid over a frame, a pixel of an image for each cell, without blending.
 * @param {CanvasRenderingContext2D} context
 * @param {ImageData} image rows from the top
 * @param {{left: number, top: number, right: number, bottom: number}} frame
 */
export function drawCells(context, image, { left, top, right, bottom }) {
  const small = canvasOf(image);
  context.save();
  context.imageSmoothingEnabled = false;
  context.drawImage(small, left, top, right - left, bottom - top);
  context.restore();
}
