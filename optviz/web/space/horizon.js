/**
 * What hides behind hills. The ground is cut along the view, once per camera: on each cut, going
 * away from the viewer, the highest that was seen so far hides whatever appears lower.
 */

/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./terrain.js").Terrain} Terrain */

const REACH = Math.SQRT1_2; // from the middle of the box to a corner
const LAG = 1.5; // cells; the ground on which a point lies does not hide it
const HAIR = 1.2; // pixels by which a point may lie below what is before it
const NOTHING = -9; // lower than anything

export class Horizon {
  /**
   * @param {Terrain} terrain
   * @param {Camera} camera
   */
  constructor(terrain, camera) {
    this.terrain = terrain;
    this.camera = camera;
    this.side = Math.ceil(2 * REACH * (terrain.n - 1)) + 1;
    this.tops = new Float32Array(this.side ** 2);
    for (let column = 0; column < this.side; column++) this.#cut(column);
  }

  /** @param {number} column */
  #cut(column) {
    const { terrain, camera, side, tops } = this;
    const [size, cells] = [terrain.n - 1, (2 * REACH) / (side - 1)];
    const across = column * cells - REACH;
    const [x, y] = [camera.right[0] * across + 0.5, camera.right[1] * across + 0.5];
    let top = NOTHING;
    for (let row = 0; row < side; row++) {
      const distance = row * cells - REACH;
      const z = terrain.ground((x + camera.away[0] * distance) * size, (y + camera.away[1] * distance) * size);
      const lift = distance * camera.sine + z * camera.cosine;
      if (lift > top) top = lift;
      tops[column * side + row] = top;
    }
  }

  /**
   * By how much a point stands above what is before it, in sides; below 0 it is hidden.
   * @param {number} x @param {number} y @param {number} z
   */
  clearance(x, y, z) {
    const { camera, side, tops } = this;
    const cells = (side - 1) / (2 * REACH);
    const column = (camera.across(x, y) + REACH) * cells;
    const row = Math.max(0, (camera.distance(x, y) + REACH) * cells - LAG);
    const [a, b] = [Math.min(side - 2, Math.floor(column)), Math.min(side - 2, Math.floor(row))];
    const [u, v, k] = [column - a, row - b, a * side + b];
    const near = tops[k] + v * (tops[k + 1] - tops[k]);
    const far = tops[k + side] + v * (tops[k + side + 1] - tops[k + side]);
    return camera.lift(x, y, z) + HAIR / camera.scale - (near + u * (far - near));
  }
}
