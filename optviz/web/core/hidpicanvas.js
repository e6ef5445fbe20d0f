/** A canvas that fills its box sharply at any pixel density. */

export class HiDpiCanvas {
  /** Dots of every sheet for one of the screen's. */
  static finer = 1;

  width = 0; // in CSS pixels
  height = 0;
  #density = 0;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  }

  /**
   * Follow the size of the box; true where it changed and everything must be drawn anew.
   * @returns {boolean}
   */
  fit() {
    const [width, height] = [this.canvas.clientWidth, this.canvas.clientHeight];
    const density = (window.devicePixelRatio || 1) * HiDpiCanvas.finer;
    if (width === this.width && height === this.height && density === this.#density) return false;
    Object.assign(this, { width, height });
    this.#density = density;
    this.canvas.width = Math.max(1, Math.round(width * density));
    this.canvas.height = Math.max(1, Math.round(height * density));
    this.context.setTransform(density, 0, 0, density, 0, 0);
    return true;
  }

  clear() {
    this.context.clearRect(0, 0, this.width, this.height);
  }

  /**
   * An empty sheet of the same size and density that is on no page.
   * @param {HiDpiCanvas | null} used is used again where it fits
   */
  twin(used = null) {
    if (used && used.canvas.width === this.canvas.width && used.canvas.height === this.canvas.height) {
      used.clear();
      return used;
    }
    const twin = new HiDpiCanvas(document.createElement("canvas"));
    twin.canvas.width = this.canvas.width;
    twin.canvas.height = this.canvas.height;
    Object.assign(twin, { width: this.width, height: this.height });
    twin.context.setTransform(this.#density, 0, 0, this.#density, 0, 0);
    return twin;
  }

  /**
   * Lay another sheet over this one, as far as `right`.
   * @param {HiDpiCanvas} other of the same size
   * @param {number} right in CSS pixels
   */
  lay(other, right = this.width) {
    const share = Math.max(0, Math.min(1, right / this.width));
    const [w, h] = [Math.round(other.canvas.width * share), other.canvas.height];
    if (w === 0 || h === 0) return;
    const width = w / this.#density;
    this.context.drawImage(other.canvas, 0, 0, w, h, 0, 0, width, h / this.#density);
  }
}
