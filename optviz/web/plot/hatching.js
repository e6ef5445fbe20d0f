/** Areas without a colour of their own: hatched or dotted, each kind in its way, so that grey tells them. */

/** @typedef {import("../core/theme.js").Area} Area */

/**
 * Fill those cells that an image covers.
 * @param {CanvasRenderingContext2D} context
 * @param {ImageData} mask opaque where to fill
 * @param {{left: number, top: number, right: number, bottom: number}} frame
 * @param {Area} area
 */
export function fillCells(context, mask, frame, area) {
  const density = context.getTransform().a;
  const layer = document.createElement("canvas");
  layer.width = Math.max(1, Math.round((frame.right - frame.left) * density));
  layer.height = Math.max(1, Math.round((frame.bottom - frame.top) * density));
  const over = /** @type {CanvasRenderingContext2D} */ (layer.getContext("2d"));
  over.imageSmoothingEnabled = false;
  over.drawImage(canvasOf(mask), 0, 0, layer.width, layer.height);
  over.globalCompositeOperation = "source-in";
  fill(over, { ...area, pattern: "" });
  over.globalCompositeOperation = "source-atop";
  drawPattern(over, area, density);
  context.drawImage(layer, frame.left, frame.top, frame.right - frame.left, frame.bottom - frame.top);
}

/**
 * Fill a whole canvas.
 * @param {CanvasRenderingContext2D} context
 * @param {Area} area
 * @param {number} [scale] of the pattern
 */
export function fill(context, area, scale = 1) {
  context.fillStyle = area.paper;
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  drawPattern(context, area, scale);
}

/**
 * Diagonal lines, or dots, all over a canvas.
 * @param {CanvasRenderingContext2D} context
 * @param {Area} area
 * @param {number} scale
 */
export function drawPattern(context, { pattern, ink }, scale) {
  const { width, height } = context.canvas;
  context.beginPath();
  if (pattern === "lines") {
    for (let x = -height; x < width; x += 5 * scale) {
      context.moveTo(x, height);
      context.lineTo(x + height, 0);
    }
    context.strokeStyle = ink;
    context.lineWidth = 1.1 * scale;
    context.stroke();
  }
  if (pattern === "dots") {
    for (let [y, odd] = [2.5 * scale, false]; y < height; y += 5 * scale, odd = !odd) {
      for (let x = (odd ? 5 : 2.5) * scale; x < width; x += 5 * scale) {
        context.rect(x - 0.6 * scale, y - 0.6 * scale, 1.2 * scale, 1.2 * scale);
      }
    }
    context.fillStyle = ink;
    context.fill();
  }
}

/** @param {ImageData} image */
export function canvasOf(image) {
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).putImageData(image, 0, 0);
  return canvas;
}
