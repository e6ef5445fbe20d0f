/** Which point of the ground is seen under a pixel. */

/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./terrain.js").Terrain} Terrain */

const REACH = Math.SQRT1_2; // from the middle of the box to a corner
const PARTS = 4; // of a cell, in which the line of sight is searched: crests are narrower than a cell
const HALVINGS = 30;

/**
 * The nearest point of the surface on the line of sight: coming from the viewer, the first at which
 * the ground is seen as high as the pixel.
 *
 * @param {number} px pixels from the left @param {number} py from the top
 * @param {Terrain} terrain
 * @param {Camera} camera
 * @returns {[number, number] | null} null where no ground is seen, but nothing or a wall
 */
export function groundAt(px, py, terrain, camera) {
  const across = camera.origin[0] + px / camera.scale;
  const lift = camera.origin[1] - py / camera.scale;
  const place = (/** @type {number} */ distance) => [
    camera.right[0] * across + camera.away[0] * distance,
    camera.right[1] * across + camera.away[1] * distance,
  ];
  // How far above the pixel the ground is seen there; not a number outside and in holes.
  const above = (/** @type {number} */ distance) => {
    const [x, y] = place(distance);
    const size = terrain.n - 1;
    const z = terrain.ground((x + 0.5) * size, (y + 0.5) * size);
    return camera.lift(x, y, z) - lift;
  };
  const step = 1 / (PARTS * (terrain.n - 1));
  let before = NaN;
  for (let distance = -REACH; distance <= REACH; distance += step) {
    const now = above(distance);
    if (before < 0 && now >= 0) return pointAt(place(cross(above, distance - step, distance)), terrain);
    if (Number.isNaN(before) && now >= 0) return null; // the wall below the border, or below a hole's
    before = now;
  }
  return null;
}

/**
 * Where a function crosses zero upwards, by halving.
 * @param {(at: number) => number} f @param {number} low @param {number} high
 */
function cross(f, low, high) {
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}

/** From sides of the box to the surface's own plane. @param {number[]} place @param {Terrain} terrain @returns {[number, number]} */
function pointAt([x, y], { limits: [xlim, ylim] }) {
  return [xlim[0] + (x + 0.5) * (xlim[1] - xlim[0]), ylim[0] + (y + 0.5) * (ylim[1] - ylim[0])];
}
