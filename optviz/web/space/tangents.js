/** Flat drawings laid on the ground in space: on the plane that touches it at a point. */

import look from "../look.json" with { type: "json" };
import { linear } from "../core/scale.js";
import { placeOf } from "./drape.js";

const NEAR = 0.5; // cells: how far beside a point its slope is measured

export class Tangents {
  /**
   * @param {import("./terrain.js").Terrain} terrain
   * @param {import("./camera.js").Camera} camera
   * @param {import("./horizon.js").Horizon} horizon
   */
  constructor(terrain, camera, horizon) {
    this.terrain = terrain;
    this.camera = camera;
    this.horizon = horizon;
    const { limits, size } = { limits: terrain.limits, size: camera.scale };
    /** Where points lie on a flat picture of the ground, in pixels, as large as the ground is seen. */
    this.scales = { x: linear(limits[0], [0, size]), y: linear(limits[1], [size, 0]) };
    this.frame = { left: 0, top: 0, right: size, bottom: size };
  }

  /**
   * Have what is drawn on the flat picture lie on the ground round a point, faint where that is behind a hill.
   * @param {CanvasRenderingContext2D} context
   * @param {[number, number]} point
   * @returns {boolean} false where there is no ground
   */
  lay(context, point) {
    const { terrain, camera, scales } = this;
    const [x, y, z] = placeOf(point, terrain);
    const size = terrain.n - 1;
    const rise = (/** @type {number} */ dx, /** @type {number} */ dy) => {
      const [i, j] = [(x + 0.5) * size, (y + 0.5) * size];
      const at = (/** @type {number} */ side) => terrain.ground(i + side * dx * NEAR, j + side * dy * NEAR);
      return ((at(1) - at(-1)) / (2 * NEAR)) * size;
    };
    const slopes = [rise(1, 0), rise(0, 1)];
    if (!Number.isFinite(z + slopes[0] + slopes[1])) return false;
    const [u, v] = [camera.x(x, y), camera.y(x, y, z)];
    // What a side along each axis is on the screen, by pixels of the flat picture, whose y goes down.
    const [a, b] = [camera.x(x + 1, y) - u, camera.y(x + 1, y, z + slopes[0]) - v].map((each) => each / camera.scale);
    const [c, d] = [u - camera.x(x, y + 1), v - camera.y(x, y + 1, z + slopes[1])].map((each) => each / camera.scale);
    const [px, py] = [scales.x(point[0]), scales.y(point[1])];
    context.transform(a, b, c, d, u - a * px - c * py, v - b * px - d * py);
    if (this.horizon.clearance(x, y, z) < 0) context.globalAlpha = look.trail.hidden;
    return true;
  }
}
