/** The box round the surface: its edges, levels on its back walls, numbers and names on its axes. */

import look from "../look.json" with { type: "json" };
import { deepLevels, deepTicks } from "../plot/deepticks.js";
import { labelled } from "../plot/levels.js";
import { drawMinima } from "./minima3d.js";
import { BASE, HEIGHT } from "./terrain.js";

/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./horizon.js").Horizon} Horizon */
/** @typedef {import("./terrain.js").Terrain} Terrain */
/** @typedef {[number, number]} Pair */

// Pixels: of a tick, from number to number on the ground, and from an axis to its name.
const { tick: TICK, gap: GAP, name: NAME } = look.box;

/** Draws on one picture; what is behind the surface first, and what is before it afterwards. */
export class Box {
  /** @type {number[][]} */ #written = []; // left, top, right, bottom of every text
  #notes = 0; // lines in the corner

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Surface} surface
   * @param {Terrain} terrain
   * @param {Camera} camera
   * @param {Theme} theme
   */
  constructor(context, surface, terrain, camera, theme) {
    this.context = context;
    this.surface = surface;
    this.terrain = terrain;
    this.camera = camera;
    this.theme = theme;
    /** The sides of the box, as directions, that look at the viewer: one along x, one along y. */
    this.front = [-Math.sign(camera.away[0]) || 1, -Math.sign(camera.away[1]) || 1];
    const spacing = (terrain.rise * camera.scale * camera.cosine) / theme.scale;
    this.labelled = labelled(surface.levels, spacing);
  }

  /** The back walls, with a line at each level that has a number. */
  drawBack() {
    const [x, y] = [-this.front[0] / 2, -this.front[1] / 2];
    const { context, terrain, theme } = this;
    context.lineWidth = 1;
    context.strokeStyle = theme.wall;
    const heights = this.labelled.map((k) => terrain.z(k + 1));
    for (const z of [...heights, HEIGHT])
      this.#line([
        [x, -y, z],
        [x, y, z],
        [-x, y, z],
      ]);
    for (const [a, b] of [
      [x, -y],
      [x, y],
      [-x, y],
    ])
      this.#line([
        [a, b, BASE],
        [a, b, HEIGHT],
      ]);
  }

  /**
   * Edges of the body, numbers, names and minima.
   * @param {Horizon} horizon
   * @param {string} caption what the height means
   */
  drawFront(horizon, caption) {
    this.#note(caption);
    this.#drawEdges(horizon);
    this.#drawGround(0);
    this.#drawGround(1);
    this.#drawLevels();
    drawMinima(this.context, this.surface, this.terrain, this.camera, horizon, this.theme);
  }

  /** @param {number[][]} points */
  #line(points) {
    const { context, camera } = this;
    context.beginPath();
    for (const [x, y, z] of points) context.lineTo(camera.x(x, y), camera.y(x, y, z));
    context.stroke();
  }

  /** @param {Horizon} horizon */
  #drawEdges(horizon) {
    const { context, theme } = this;
    const [x, y] = [this.front[0] / 2, this.front[1] / 2];
    context.strokeStyle = theme.edge;
    context.lineJoin = "round";
    this.#line([
      [x, -y, BASE],
      [x, y, BASE],
      [-x, y, BASE],
    ]);
    for (const [a, b] of [
      [x, -y],
      [x, y],
      [-x, y],
    ]) {
      this.#line([
        [a, b, BASE],
        [a, b, this.#ground(a, b)],
      ]);
    }
    for (const side of [x, -x]) this.#drawRim((share) => [side, share], horizon);
    for (const side of [y, -y]) this.#drawRim((share) => [share, side], horizon);
  }

  /**
   * The edge of the surface along one side of the box, as far as it is seen.
   * @param {(share: number) => Pair} at
   * @param {Horizon} horizon
   */
  #drawRim(at, horizon) {
    const { n } = this.terrain;
    /** @type {number[][]} */
    let piece = [];
    for (let k = 0; k < n; k++) {
      const [x, y] = at(k / (n - 1) - 0.5);
      const z = this.#ground(x, y);
      if (horizon.clearance(x, y, z) >= 0) piece.push([x, y, z]);
      else {
        this.#line(piece);
        piece = [];
      }
    }
    this.#line(piece);
  }

  /** @param {number} x @param {number} y */
  #ground(x, y) {
    const size = this.terrain.n - 1;
    return this.terrain.ground((x + 0.5) * size, (y + 0.5) * size);
  }

  /**
   * Numbers and the name of x or y, along the foot of the side that looks at the viewer.
   * @param {0 | 1} axis
   */
  #drawGround(axis) {
    const { camera, surface, terrain } = this;
    const { scale } = this.theme;
    const other = this.front[1 - axis] / 2;
    const at = (/** @type {number} */ side) => (axis ? [other, side] : [side, other]);
    const out = axis ? [2 * other, 0] : [0, 2 * other];
    const [dx, dy] = unit(camera.across(out[0], out[1]), -camera.lift(out[0], out[1], 0));
    const pixels = (/** @type {number} */ side) => {
      const [x, y] = at(side);
      return /** @type {Pair} */ ([camera.x(x, y), camera.y(x, y, BASE)]);
    };
    const [[ax, ay], [bx, by]] = [pixels(-0.5), pixels(0.5)];
    const length = Math.hypot(bx - ax, by - ay) / scale;
    if (length < GAP) return; // seen almost from its end
    const limits = axis ? surface.ylim : surface.xlim;
    const side = (/** @type {number} */ value) => terrain.side(value, axis);
    const { marks, note } = deepTicks(limits, length / GAP, side, surface.axes[axis]);
    const away = NAME * scale;
    this.#name(surface.axes[axis], (ax + bx) / 2 + dx * away, (ay + by) / 2 + dy * away); // numbers make room for it
    for (const { at, text } of marks) this.#tick(...pixels(at), dx, dy, text);
    this.#note(note);
  }

  /** Losses along the edge that is seen furthest to the left. */
  #drawLevels() {
    const { camera, surface, terrain } = this;
    const corners = [
      [-0.5, -0.5],
      [0.5, -0.5],
      [0.5, 0.5],
      [-0.5, 0.5],
    ];
    const seen = corners.map(([x, y]) => camera.across(x, y));
    const [x, y] = corners[seen.indexOf(Math.min(...seen))];
    const { texts, note } = deepLevels(surface.levels);
    for (const k of this.labelled) {
      this.#tick(camera.x(x, y), camera.y(x, y, terrain.z(k + 1)), -1, 0, texts[k]);
    }
    if (!this.labelled.length) return; // seen from above the axis is a point
    this.#note(note);
    this.#name("loss", camera.x(x, y) - 14, camera.y(x, y, HEIGHT) - 12 * this.theme.scale);
  }

  /**
   * A tick and its number; where another text stands already the number is left out.
   * @param {number} x pixels @param {number} y
   * @param {number} dx the direction outwards @param {number} dy
   * @param {string} text
   */
  #tick(x, y, dx, dy, text) {
    const { context, theme } = this;
    context.font = `${look.type.number * theme.scale}px ${theme.font}`;
    const { width } = context.measureText(text);
    const [u, v] = [x + dx * (TICK + 4 + width / 2), y + dy * (TICK + 9 * theme.scale)];
    if (!this.#write(text, u, v, width, theme.soft)) return;
    context.strokeStyle = theme.soft;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + dx * TICK, y + dy * TICK);
    context.stroke();
  }

  /** A line in the corner above: what the height means, and what numbers are counted from. @param {string} text */
  #note(text) {
    if (!text) return;
    const { context, theme } = this;
    context.font = `${look.type.number * theme.scale}px ${theme.font}`;
    const { width } = context.measureText(text);
    const [x, y] = [6 + width / 2, (9 + 1.5 * look.type.number * this.#notes++) * theme.scale];
    context.lineWidth = 4;
    context.lineJoin = "round";
    context.strokeStyle = theme.rim; // the surface may come this near
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.strokeText(text, x, y);
    this.#write(text, x, y, width, theme.soft);
    context.lineWidth = 1;
  }

  /** @param {string} text @param {number} x @param {number} y */
  #name(text, x, y) {
    const { context, theme } = this;
    context.font = `italic ${look.type.name * theme.scale}px ${theme.font}`;
    const { width } = context.measureText(text);
    const [least, most] = [width / 2 + 3, context.canvas.clientWidth - width / 2 - 3];
    this.#write(text, Math.max(least, Math.min(most, x)), y, width, theme.ink);
  }

  /**
   * @param {string} text
   * @param {number} x of its middle @param {number} y
   * @param {number} width
   * @param {string} colour
   * @returns {boolean} whether there was room for it
   */
  #write(text, x, y, width, colour) {
    const { context, theme } = this;
    const [w, h] = [width / 2 + 3, 6 * theme.scale];
    const [left, top, right, bottom] = [x - w, y - h, x + w, y + h];
    if (this.#written.some(([l, t, r, b]) => l < right && r > left && t < bottom && b > top)) {
      return false;
    }
    this.#written.push([left, top, right, bottom]);
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = colour;
    context.fillText(text, x, y);
    return true;
  }
}

/** @param {number} x @param {number} y */
function unit(x, y) {
  const length = Math.hypot(x, y) || 1;
  return [x / length, y / length];
}
