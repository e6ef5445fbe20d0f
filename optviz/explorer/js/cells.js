/** Grids of coloured cells, and hatching over some of them. */

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

/**
 * Hatch those cells that an image covers.
 * @param {CanvasRenderingContext2D} context
 * @param {ImageData} mask opaque where to hatch
 * @param {{left: number, top: number, right: number, bottom: number}} frame
 * @param {string} colour
 */
export function hatchCells(context, mask, frame, colour) {
  const density = context.getTransform().a;
  const layer = document.createElement("canvas");
  layer.width = Math.max(1, Math.round((frame.right - frame.left) * density));
  layer.height = Math.max(1, Math.round((frame.bottom - frame.top) * density));
  const over = /** @type {CanvasRenderingContext2D} */ (layer.getContext("2d"));
  over.imageSmoothingEnabled = false;
  over.drawImage(canvasOf(mask), 0, 0, layer.width, layer.height);
  over.globalCompositeOperation = "source-in";
  over.strokeStyle = colour;
  over.lineWidth = 1.1 * density;
  const stripes = document.createElement("canvas");
  stripes.width = layer.width;
  stripes.height = layer.height;
  hatch(/** @type {CanvasRenderingContext2D} */ (stripes.getContext("2d")), 5 * density, colour, 1.1 * density);
  over.drawImage(stripes, 0, 0);
  context.drawImage(layer, frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
}

/**
 * Fill a canvas with diagonal lines.
 * @param {CanvasRenderingContext2D} context
 * @param {number} apart pixels
 * @param {string} colour
 * @param {number} width
 */
export function hatch(context, apart, colour, width) {
  const { width: right, height: bottom } = context.canvas;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  for (let x = -bottom; x < right; x += apart) {
    context.moveTo(x, bottom);
    context.lineTo(x + bottom, 0);
  }
  context.stroke();
}

/** @param {ImageData} image */
function canvasOf(image) {
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).putImageData(image, 0, 0);
  return canvas;
}

/** @param {string} hex #rrggbb */
export function bytesOf(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
