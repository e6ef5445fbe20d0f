/** Where the surface is seen from: an orthographic camera that orbits round the box it stands in. */

import look from "../look.json" with { type: "json" };
import { HEIGHT } from "./terrain.js";

/**
 * @typedef {object} View as matplotlib's view_init has it
 * @property {number} azimuth in degrees
 * @property {number} elevation in degrees
 * @property {number} zoom
 */

const LOWEST = 8; // degrees; flatter, the surface is a line
const NEAREST = 12;
const FARTHEST = 0.6;
const MARGIN = look.box.margin; // pixels left, above, right and below, for the numbers on the axes
const { wide: WIDE, tall: TALL } = look.box; // the box from its corner, in sides

const MIDDLE = [0, 0, HEIGHT / 2];

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

/** @param {number} degrees */
const radians = (degrees) => (degrees * Math.PI) / 180;

export class Camera {
  /** @type {View} */ home = { ...look.camera, zoom: 1 };
  /** @type {View} */ view = { ...this.home };
  version = 0; // counts the changes
  scale = 1; // pixels for a side of the box
  /** The ground's direction to the right of the screen, and the one that leads away. */
  right = [1, 0];
  away = [0, 1];
  sine = 0; // of the elevation
  cosine = 1;
  centre = [0, 0]; // pixels: where the target is seen
  #target = MIDDLE; // what the camera turns round and looks at
  #seen = [0, 0]; // where the target is, across and up
  #size = [1, 1];
  #text = 1; // how large numbers on the axes are

  reset() {
    this.#target = MIDDLE;
    this.view = { ...this.home };
    this.#settle();
  }

  /**
   * @param {number} width of the picture in pixels @param {number} height
   * @param {number} text how much larger than usual numbers on the axes are
   */
  fit(width, height, text) {
    this.#size = [width, height];
    this.#text = text;
    this.#settle();
  }

  /** @param {number} azimuth by how many degrees @param {number} elevation */
  turn(azimuth, elevation) {
    this.view.azimuth = (((this.view.azimuth + azimuth) % 360) + 360) % 360;
    this.view.elevation = clamp(this.view.elevation + elevation, LOWEST, 90);
    this.#settle();
  }

  /**
   * What lies under the pixel stays under it; on the way back out the box returns to the middle.
   * @param {number} factor above 1 to come nearer
   * @param {number} x in pixels @param {number} y
   */
  zoomAt(factor, x = this.centre[0], y = this.centre[1]) {
    const before = this.view.zoom;
    this.view.zoom = clamp(before * factor, FARTHEST, NEAREST);
    this.#settle();
    const share = 1 - this.view.zoom / before;
    if (share < 0) this.move((x - this.centre[0]) * share, (y - this.centre[1]) * share);
    if (share > 0) {
      const kept = before > 1 ? clamp((this.view.zoom - 1) / (before - 1), 0, 1) : 0;
      this.#target = MIDDLE.map((value, i) => value + kept * (this.#target[i] - value));
    }
    this.#settle();
  }

  /**
   * Shift the picture.
   * @param {number} dx in pixels @param {number} dy
   */
  move(dx, dy) {
    const [right, up] = [-dx / this.scale, dy / this.scale];
    const [x, y, z] = this.#target;
    this.#target = [
      clamp(x + right * this.right[0] + up * this.sine * this.away[0], -0.5, 0.5),
      clamp(y + right * this.right[1] + up * this.sine * this.away[1], -0.5, 0.5),
      clamp(z + up * this.cosine, 0, HEIGHT),
    ];
    this.#settle();
  }

  /**
   * A point of the box in pixels from the left.
   * @param {number} x @param {number} y
   */
  x(x, y) {
    return this.centre[0] + this.scale * (this.across(x, y) - this.#seen[0]);
  }

  /**
   * The same from the top.
   * @param {number} x @param {number} y @param {number} z
   */
  y(x, y, z) {
    return this.centre[1] - this.scale * (this.lift(x, y, z) - this.#seen[1]);
  }

  /**
   * How far to the right of the box's middle a point is seen, in sides.
   * @param {number} x @param {number} y
   */
  across(x, y) {
    return x * this.right[0] + y * this.right[1];
  }

  /**
   * How far away from the viewer a point is, over the ground.
   * @param {number} x @param {number} y
   */
  distance(x, y) {
    return x * this.away[0] + y * this.away[1];
  }

  /**
   * How far up the screen a point is seen, in sides.
   * @param {number} x @param {number} y @param {number} z
   */
  lift(x, y, z) {
    return this.distance(x, y) * this.sine + z * this.cosine;
  }

  /** The way back from pixels to `across` and `lift`. */
  get origin() {
    const [x, y] = this.centre;
    return [this.#seen[0] - x / this.scale, this.#seen[1] + y / this.scale];
  }

  #settle() {
    const [azimuth, elevation] = [radians(this.view.azimuth), radians(this.view.elevation)];
    this.right = [-Math.sin(azimuth), Math.cos(azimuth)];
    this.away = [-Math.cos(azimuth), -Math.sin(azimuth)];
    this.sine = Math.sin(elevation);
    this.cosine = Math.cos(elevation);
    const [width, height] = this.#size;
    const [left, top, right, bottom] = MARGIN.map((pixels) => pixels * this.#text);
    const [w, h] = [width - left - right, height - top - bottom];
    this.centre = [left + w / 2, top + h / 2];
    this.scale = Math.max(1, Math.min(w / WIDE, h / TALL)) * this.view.zoom;
    const [x, y, z] = this.#target;
    this.#seen = [this.across(x, y), this.lift(x, y, z)];
    this.version += 1;
  }
}
