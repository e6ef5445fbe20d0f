/** The body, its slopes, and what hides behind hills. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Camera } from "../../optviz/web/space/camera.js";
import { DrapedTrail, drapedLines } from "../../optviz/web/space/drape.js";
import { Horizon } from "../../optviz/web/space/horizon.js";
import { groundAt } from "../../optviz/web/space/pick.js";
import { Terrain, crossing, lit, sunOf } from "../../optviz/web/space/terrain.js";
import { table } from "./tables.mjs";

const { heights, slopes_x, slopes_y, cameras } = table("terrain");
const nan = (/** @type {(number | null)[]} */ values) => values.map((value) => value ?? NaN);
const surface = /** @type {any} */ ({
  heights: Float32Array.from(heights.flatMap(nan)),
  levels: Float64Array.of(1, 2, 3),
  xlim: [-1, 1],
  ylim: [-1, 1],
});
const terrain = new Terrain(surface);

/** A camera for which a side of the box is 400 pixels. */
function cameraAt({ elevation, azimuth }) {
  const camera = new Camera();
  camera.home = { elevation, azimuth, zoom: 1 };
  camera.reset();
  camera.fit(400 * Math.SQRT2 + 62, 2000, 1);
  assert.ok(Math.abs(camera.scale - 400) < 1e-9);
  return camera;
}

test("slopes are mixed with their neighbours', and need but one beside a hole", () => {
  [slopes_x, slopes_y].forEach((rows, axis) => {
    rows.flat().forEach((expected, k) => {
      const found = terrain.slopes[2 * k + axis];
      if (expected === null) assert.ok(Number.isNaN(found));
      else assert.ok(Math.abs(found - expected) < 1e-5, `${found} is not ${expected}`);
    });
  });
});

for (const view of cameras) {
  test(`what hides behind hills from ${view.elevation}, ${view.azimuth} degrees`, () => {
    const camera = cameraAt(view);
    const horizon = new Horizon(terrain, camera);
    view.points.forEach(([x, y, z], k) => {
      const found = horizon.clearance(x, y, z);
      assert.ok(Math.abs(found - view.clearance[k]) < 1e-5, `${found} is not ${view.clearance[k]}`);
    });
  });
}

test("the ground ends at the border and in holes", () => {
  assert.ok(Math.abs(terrain.ground(1, 1) - terrain.z(heights[1][1])) < 1e-6);
  assert.ok(Number.isNaN(terrain.ground(-0.1, 3)));
  assert.ok(Number.isNaN(terrain.ground(3, 8.1)));
  assert.ok(Number.isNaN(terrain.ground(5.5, 5.5)));
});

test("what lies under a pixel stays under it when the camera comes nearer", () => {
  const camera = cameraAt({ elevation: 40, azimuth: 200 });
  const at = () => [camera.x(0.2, -0.1), camera.y(0.2, -0.1, 0.3)];
  const before = at();
  camera.zoomAt(1.5, ...before);
  assert.ok(Math.hypot(at()[0] - before[0], at()[1] - before[1]) < 1e-6);
});

test("level ground has the sun's mean light, and light keeps within its bounds", () => {
  const inks = /** @type {any} */ ({ middle: 1, contrast: 0.5, darkest: 0.8, brightest: 1.1 });
  assert.deepEqual([lit(1, inks), lit(-9, inks), lit(9, inks)], [1, 0.8, 1.1]);
  const camera = cameraAt({ elevation: 45, azimuth: 0 });
  const sun = sunOf(camera);
  const toward = sun[0] * camera.right[0] + sun[1] * camera.right[1];
  assert.ok(toward < 0, "the sun stands on the left");
});

test("a cut through the box enters on the viewer's side", () => {
  const camera = cameraAt({ elevation: 45, azimuth: 180 });
  const cut = crossing(camera, 0);
  assert.ok(cut && Math.abs(cut.near + 0.5) < 1e-9 && Math.abs(cut.far - 0.5) < 1e-9);
  assert.deepEqual([cut.wall[0], Math.abs(cut.wall[1])], [-1, 0]);
  assert.equal(crossing(camera, 5), null);
});

test("a trail on the ground is where the run is, and stops where it diverges", () => {
  const x = Float64Array.of(-0.9, -0.9, 0.1, 0.1, 50, 50, NaN, NaN);
  const run = /** @type {any} */ ({ x, loss: Float64Array.of(1, 1, 1, NaN), ended: 3 });
  const trail = new DrapedTrail(run, terrain);
  assert.equal(trail.last, 2);
  const [u, v, w] = trail.head(0.5);
  assert.ok(Math.abs(u + 0.2) < 1e-9 && Math.abs(v + 0.2) < 1e-9);
  assert.ok(Math.abs(w - terrain.ground(2.4, 2.4)) < 1e-9);
  assert.ok(Number.isNaN(trail.head(9)[2]));
});

test("lines on the ground are cut at its border and follow its hills", () => {
  const places = drapedLines([-50, 0.6, 50, 0.6, NaN, NaN, -1, -1, 0, 0], terrain).filter(([x]) => !Number.isNaN(x));
  const across = places.filter(([, y]) => Math.abs(y - 0.3) < 1e-12); // both ends are far outside
  assert.deepEqual([across[0][0], across[across.length - 1][0]], [-0.5, 0.5]);
  assert.ok(across.length >= (terrain.n - 1) / 2 && places.length > across.length);
  const size = terrain.n - 1;
  for (const [x, y, z] of places) assert.ok(Object.is(z, terrain.ground((x + 0.5) * size, (y + 0.5) * size)));
});

test("the point under a pixel is the nearest that is seen there", () => {
  for (const view of cameras) {
    const camera = cameraAt(view);
    let found = 0;
    for (let x = -0.45; x < 0.5; x += 0.1) {
      for (let y = -0.45; y < 0.5; y += 0.1) {
        const size = terrain.n - 1;
        const z = terrain.ground((x + 0.5) * size, (y + 0.5) * size);
        if (Number.isNaN(z)) continue;
        const [px, py] = [camera.x(x, y), camera.y(x, y, z)];
        const point = groundAt(px, py, terrain, camera);
        if (!point) continue; // seen from below, through a hole
        const [u, v] = [point[0] / 2, point[1] / 2];
        const there = terrain.ground((u + 0.5) * size, (v + 0.5) * size);
        assert.ok(Math.abs(camera.x(u, v) - px) < 1e-6);
        assert.ok(Math.abs(camera.y(u, v, there) - py) < 1e-3);
        assert.ok(camera.distance(u, v) <= camera.distance(x, y) + 0.5 / size);
        found += 1;
      }
    }
    assert.ok(found > 20, `${found}`);
  }
  assert.equal(groundAt(-500, -500, terrain, cameraAt(cameras[0])), null);
});
