/** A cloud in pixels: thousands of short trails are set as such quicker than a canvas strokes lines. */

import { clip } from "../core/clip.js";
import look from "../look.json" with { type: "json" };

/** @typedef {{left: number, top: number, right: number, bottom: number}} Frame in pixels */

const FADES = look.cloud.fades; // opacity of the pieces of a trail, the latest first
const SOLID = 255;

export class CloudDrawing {
  #image = new ImageData(1, 1);
  #pixels = new Uint32Array(this.#image.data.buffer);
  #frame = /** @type {Frame} */ ({ left: 0, top: 0, right: 1, bottom: 1 });
  #scale = { x: 1, y: 1, left: 0, bottom: 0 };
  #dot = 1;
  #line = 1;
  #ink = 0;
  #alpha = 0;
  #empty = true;

  /** @param {HTMLCanvasElement} canvas with nothing else on it */
  constructor(canvas) {
    this.canvas = canvas;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  }

  /**
   * Begin a picture.
   * @param {Frame} frame of the plane, in pixels of the page
   * @param {{xlim: [number, number], ylim: [number, number]}} seen
   * @param {number} dot size of a trial, in pixels of the page
   */
  begin(frame, { xlim, ylim }, dot) {
    const { canvas } = this;
    const density = window.devicePixelRatio || 1;
    const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((each) => Math.max(1, each * density) | 0);
    if (width !== canvas.width || height !== canvas.height || this.#image.width !== width) {
      Object.assign(canvas, { width, height });
      this.#image = this.context.createImageData(width, height);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    } else this.#pixels.fill(0);
    const [left, top, right, bottom] = [frame.left, frame.top, frame.right, frame.bottom].map((each) => each * density);
    this.#scale = { left, bottom, x: (right - left) / (xlim[1] - xlim[0]), y: (bottom - top) / (ylim[1] - ylim[0]) };
    this.#scale.left -= xlim[0] * this.#scale.x;
    this.#scale.bottom += ylim[0] * this.#scale.y;
    this.#dot = Math.round(dot * density);
    this.#line = Math.max(1, Math.round(density));
    const room = Math.ceil(this.#dot / 2) + 1;
    this.#frame = {
      left: Math.max(0, left) + room,
      top: Math.max(0, top) + room,
      right: Math.min(width, right) - room,
      bottom: Math.min(height, bottom) - room,
    };
    this.#empty = false;
  }

  /**
   * The trails of a swarm, or where its trials are.
   * @param {import("../engine/swarm.js").Swarm} swarm
   * @param {number} time in steps
   * @param {string} colour #rrggbb
   * @param {number} opacity
   * @param {boolean} heads
   */
  draw(swarm, time, colour, opacity, heads) {
    const whole = Math.floor(time + 1e-9);
    const share = Math.max(0, time - whole);
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    this.#ink = (blue << 16) | (green << 8) | red;
    const oldest = Math.max(0, whole - FADES.length + 1);
    const on = share > 0 && swarm.step > whole; // on the way to the next iterate
    if (!heads) {
      for (let step = oldest; step < whole; step++) {
        this.#alpha = Math.round(SOLID * opacity * FADES[whole - step]);
        this.#pieces(swarm, whole, swarm.at(step), swarm.at(step + 1), 1);
      }
      this.#alpha = Math.round(SOLID * opacity * FADES[0]);
      if (on) this.#pieces(swarm, whole, swarm.at(whole), swarm.at(whole + 1), share);
      return;
    }
    this.#alpha = Math.round(SOLID * opacity);
    const [from, to] = [swarm.at(whole), swarm.at(on ? whole + 1 : whole)];
    const { x, y, left, bottom } = this.#scale;
    for (let trial = 0; trial < swarm.trials; trial++) {
      if (swarm.lost(trial, whole)) continue;
      const k = 2 * trial;
      const px = left + x * (from[k] + share * (to[k] - from[k]));
      const py = bottom - y * (from[k + 1] + share * (to[k + 1] - from[k + 1]));
      if (inside(this.#frame, px, py)) this.#set(px, py, this.#dot);
    }
  }

  /** Show it. */
  end() {
    this.context.putImageData(this.#image, 0, 0);
  }

  clear() {
    if (this.#empty) return;
    this.#empty = true;
    this.context.clearRect(0, 0, this.canvas.width, this.canvas.height);
  }

  /**
   * @param {import("../engine/swarm.js").Swarm} swarm @param {number} whole
   * @param {Float64Array} from @param {Float64Array} to @param {number} share of the way
   */
  #pieces(swarm, whole, from, to, share) {
    const { x, y, left, bottom } = this.#scale;
    const frame = this.#frame;
    const low = [frame.left, frame.top];
    const high = [frame.right, frame.bottom];
    for (let trial = 0; trial < swarm.trials; trial++) {
      if (swarm.lost(trial, whole)) continue;
      const k = 2 * trial;
      let [x0, y0] = [left + x * from[k], bottom - y * from[k + 1]];
      let dx = share * x * (to[k] - from[k]);
      let dy = share * -y * (to[k + 1] - from[k + 1]);
      if (!(inside(frame, x0, y0) && inside(frame, x0 + dx, y0 + dy))) {
        const part = clip(low, high, [x0, y0], [dx, dy]);
        if (!part) continue;
        x0 += part[0] * dx;
        y0 += part[0] * dy;
        dx *= part[1] - part[0];
        dy *= part[1] - part[0];
      }
      const count = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)));
      if (this.#line === 1) this.#thin(x0, y0, dx / count, dy / count, count);
      else for (let i = 0; i < count; i++) this.#set(x0 + (dx * i) / count, y0 + (dy * i) / count, this.#line);
    }
  }

  /**
   * A line one pixel wide.
   * @param {number} x @param {number} y @param {number} dx @param {number} dy @param {number} count
   */
  #thin(x, y, dx, dy, count) {
    const pixels = this.#pixels;
    const { width } = this.#image;
    const alpha = this.#alpha;
    const value = ((alpha << 24) | this.#ink) >>> 0;
    for (let i = 0; i < count; i++, x += dx, y += dy) {
      const at = (y | 0) * width + (x | 0);
      if (pixels[at] >>> 24 <= alpha) pixels[at] = value;
    }
  }

  /** A square, unless what is there is less faint. @param {number} x @param {number} y @param {number} size */
  #set(x, y, size) {
    const pixels = this.#pixels;
    const { width } = this.#image;
    const alpha = this.#alpha;
    const value = ((alpha << 24) | this.#ink) >>> 0;
    let row = Math.round(y - size / 2) * width + Math.round(x - size / 2);
    for (let j = 0; j < size; j++, row += width) {
      for (let i = row; i < row + size; i++) if (pixels[i] >>> 24 <= alpha) pixels[i] = value;
    }
  }
}

/** @param {Frame} frame @param {number} x @param {number} y */
function inside({ left, top, right, bottom }, x, y) {
  return x >= left && x <= right && y >= top && y <= bottom;
}
