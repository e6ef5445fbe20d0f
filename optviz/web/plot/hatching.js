/** Diagonal lines over what has no value or came to nothing. */

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
export function canvasOf(image) {
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).putImageData(image, 0, 0);
  return canvas;
}
