/**
 * The surface painted without a graphics card, pixel column by pixel column: each column of the
 * picture is a cut through the body, walked from the viewer away; what rises above all that was
 * before it is seen and coloured. Every pixel is painted once, and its share is exact.
 */

import { BASE, CROWDED, FLATTEST, SHADE, crossing, lit, sunOf, wallLight } from "./terrain.js";

/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./terrain.js").Terrain} Terrain */
/** @typedef {import("./terrain.js").Inks} Inks */

const [RISE, LEVEL, LIGHT, SPREAD] = [0, 1, 2, 3]; // what a sample of a cut consists of
const STRIDE = 0.75; // cells from sample to sample
const COARSE = 1.25;

export class CanvasTerrain {
  name = "Canvas 2-D";
  software = true;
  #canvas = document.createElement("canvas");
  #context = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext("2d"));
  #image = new ImageData(1, 1);
  #field = new Float32Array(0); // level, light and spread of every grid point
  #before = new Float64Array(4);
  #now = new Float64Array(4);
  #mixed = new Float64Array(4); // red, green, blue of the pixel in work, and how much of it is covered
  #row = -1; // the pixel in work, from below
  #top = 0; // up to where the column is painted
  #column = 0;
  #density = 1;
  /** @type {Terrain} */ terrain = /** @type {any} */ (null);

  /** @param {Terrain} terrain */
  show(terrain) {
    this.terrain = terrain;
    this.#field = new Float32Array(3 * terrain.n ** 2);
  }

  /**
   * @param {Camera} camera
   * @param {Inks} inks
   * @param {{width: number, height: number, density: number, fine: boolean}} sheet
   * @returns {HTMLCanvasElement}
   */
  paint(camera, inks, { width, height, density, fine }) {
    // Rows are exact by themselves; twice the columns make upright edges smooth.
    const across = fine ? 2 * density : density;
    this.#density = density;
    this.#prepare(Math.round(width * across), Math.round(height * density));
    this.#illuminate(camera, inks);
    for (let column = 0; column < this.#image.width; column++) {
      this.#column = column;
      this.#cut(camera, inks, (column + 0.5) / across, fine ? STRIDE : COARSE);
    }
    this.#context.putImageData(this.#image, 0, 0);
    return this.#canvas;
  }

  /** @param {number} width @param {number} height */
  #prepare(width, height) {
    if (this.#image.width === width && this.#image.height === height) {
      this.#image.data.fill(0);
      return;
    }
    Object.assign(this.#canvas, { width, height });
    this.#image = new ImageData(width, height);
  }

  /**
   * Light, and the pixels from one level to the next, at every grid point.
   * @param {Camera} camera
   * @param {Inks} inks
   */
  #illuminate(camera, inks) {
    const { right, away, sine, cosine, scale } = camera;
    const sun = sunOf(camera);
    const { slopes, heights, rise } = this.terrain;
    const field = this.#field;
    for (let k = 0; k < heights.length; k++) {
      const [x, y] = [slopes[2 * k], slopes[2 * k + 1]];
      const aside = x * right[0] + y * right[1];
      const ahead = x * away[0] + y * away[1];
      const bright = (1 - x * sun[0] - y * sun[1]) / Math.sqrt(1 + x * x + y * y);
      const steep = Math.sqrt(aside * aside + (ahead * ahead) / (sine * sine)) + 1e-9;
      field[3 * k] = heights[k];
      field[3 * k + 1] = lit(bright, inks);
      const spread = (rise * scale * Math.abs(1 + (ahead * cosine) / sine)) / steep;
      field[3 * k + 2] = Math.min(FLATTEST, spread);
    }
  }

  /**
   * Walk along one cut, away from the viewer, and paint what is seen of it.
   * @param {Camera} camera
   * @param {Inks} inks
   * @param {number} x pixels from the left
   * @param {number} stride in cells
   */
  #cut(camera, inks, x, stride) {
    const [left, up] = camera.origin;
    const across = left + x / camera.scale;
    const cut = crossing(camera, across);
    if (!cut) return;
    const { near, far } = cut;
    this.#top = 0;
    this.#row = -1;
    const size = this.terrain.n - 1;
    const count = Math.ceil(((far - near) * size) / stride);
    const unit = camera.scale * this.#density;
    for (let k = 0; k <= count; k++) {
      const distance = near + ((far - near) * k) / count;
      this.#sample(
        (camera.right[0] * across + camera.away[0] * distance + 0.5) * size,
        (camera.right[1] * across + camera.away[1] * distance + 0.5) * size,
      );
      const z = this.terrain.z(this.#now[LEVEL]);
      const lift = distance * camera.sine + z * camera.cosine;
      this.#now[RISE] = this.#image.height + (lift - up) * unit;
      if (k === 0) this.#wall(camera, inks, cut);
      else if (this.#now[RISE] > this.#top) this.#fill(inks);
      [this.#before, this.#now] = [this.#now, this.#before];
      if (this.#top >= this.#image.height) break;
    }
    this.#flush();
  }

  /**
   * Level, light and spread at a point in cells, between the four grid points round it.
   * @param {number} i @param {number} j
   */
  #sample(i, j) {
    const { n } = this.terrain;
    const [field, now] = [this.#field, this.#now];
    const a = Math.max(0, Math.min(n - 2, Math.floor(i)));
    const b = Math.max(0, Math.min(n - 2, Math.floor(j)));
    const [u, v, k, up] = [i - a, j - b, 3 * (b * n + a), 3 * n];
    for (let c = 0; c < 3; c++) {
      const near = field[k + c] + u * (field[k + 3 + c] - field[k + c]);
      const far = field[k + up + c] + u * (field[k + up + 3 + c] - field[k + up + c]);
      now[c + 1] = near + v * (far - near);
    }
  }

  /**
   * The side of the body, from the floor up to the sample at which the cut enters it.
   * @param {Camera} camera
   * @param {Inks} inks
   * @param {import("./terrain.js").Cut} cut
   */
  #wall(camera, inks, { wall }) {
    const [before, now] = [this.#before, this.#now];
    const [light, spread] = [now[LIGHT], now[SPREAD]];
    const { rise, low } = this.terrain;
    const unit = camera.scale * camera.cosine;
    before[LEVEL] = low + BASE / rise;
    before[RISE] = now[RISE] - (now[LEVEL] - before[LEVEL]) * rise * unit * this.#density;
    before[LIGHT] = now[LIGHT] = wallLight(camera, wall, inks);
    before[SPREAD] = now[SPREAD] = unit * rise;
    if (now[RISE] > this.#top) this.#fill(inks);
    [now[LIGHT], now[SPREAD]] = [light, spread];
  }

  /**
   * Paint what the piece from the sample before to this one adds to the column: pixel by pixel the
   * colour in the middle of what is added. Plain numbers only, this is where the time goes.
   * @param {Inks} inks
   */
  #fill({ paper, line, strength }) {
    const [before, now, mixed, density] = [this.#before, this.#now, this.#mixed, this.#density];
    const [begin, levels] = [before[RISE], this.terrain.levels.length];
    const length = now[RISE] - begin;
    const end = Math.min(now[RISE], this.#image.height);
    for (let low = Math.max(this.#top, begin); low < end;) {
      const row = Math.floor(low);
      const high = Math.min(end, row + 1);
      if (row !== this.#row) this.#flush();
      this.#row = row;
      const share = ((low + high) / 2 - begin) / length;
      const level = before[LEVEL] + share * (now[LEVEL] - before[LEVEL]);
      const shade = before[LIGHT] + share * (now[LIGHT] - before[LIGHT]) - 1;
      const spread = before[SPREAD] + share * (now[SPREAD] - before[SPREAD]);
      const beside = Math.abs(level - Math.max(1, Math.min(levels, Math.round(level)))) * spread;
      const drawn = Math.max(0, Math.min(1, (0.5 - beside) * density + 0.5));
      const inked = drawn * strength * Math.min(1, spread / CROWDED) * (high - low);
      const bare = high - low - inked;
      const tone = 3 * Math.max(0, Math.min(255, Math.round((255 * level) / (levels + 1))));
      mixed[0] += bare * (1 + shade * SHADE[0]) * paper[tone] + inked * line[0];
      mixed[1] += bare * (1 + shade * SHADE[1]) * paper[tone + 1] + inked * line[1];
      mixed[2] += bare * (1 + shade * SHADE[2]) * paper[tone + 2] + inked * line[2];
      mixed[3] += high - low;
      low = high;
    }
    this.#top = Math.max(this.#top, now[RISE]);
  }

  /** Put the pixel in work into the picture. */
  #flush() {
    const [mixed, { data, width, height }] = [this.#mixed, this.#image];
    const at = 4 * ((height - 1 - this.#row) * width + this.#column);
    if (this.#row >= 0 && mixed[3] > 0) {
      data[at] = mixed[0] / mixed[3];
      data[at + 1] = mixed[1] / mixed[3];
      data[at + 2] = mixed[2] / mixed[3];
      data[at + 3] = 255 * mixed[3];
    }
    mixed[0] = mixed[1] = mixed[2] = mixed[3] = 0;
  }
}
