/** An area's pattern that is kept, for pictures that are drawn again and again. */

import { canvasOf, fill } from "./hatching.js";

/** @typedef {import("../core/theme.js").Area} Area */

export class Pattern {
  #whole = document.createElement("canvas");
  #layer = document.createElement("canvas");
  #told = "";

  /**
   * Fill a frame, or those of its cells that an image covers, as `fillCells` does.
   * @param {CanvasRenderingContext2D} context
   * @param {ImageData | null} mask opaque where to fill
   * @param {{left: number, top: number, right: number, bottom: number}} frame
   * @param {Area} area
   */
  fill(context, mask, { left, top, right, bottom }, area) {
    const density = context.getTransform().a;
    const [width, height] = [right - left, bottom - top].map((side) => Math.max(1, Math.round(side * density)));
    const told = JSON.stringify([width, height, density, area]);
    if (told !== this.#told) {
      for (const each of [this.#whole, this.#layer]) Object.assign(each, { width, height });
      fill(/** @type {CanvasRenderingContext2D} */ (this.#whole.getContext("2d")), area, density);
    }
    this.#told = told;
    if (mask) {
      const over = /** @type {CanvasRenderingContext2D} */ (this.#layer.getContext("2d"));
      over.imageSmoothingEnabled = false;
      over.globalCompositeOperation = "copy";
      over.drawImage(canvasOf(mask), 0, 0, width, height);
      over.globalCompositeOperation = "source-in";
      over.drawImage(this.#whole, 0, 0);
    }
    context.drawImage(mask ? this.#layer : this.#whole, left, top, right - left, bottom - top);
  }
}
