/** The surface painted by the graphics card: the same body, light and contours as terrain_2d.js. */

import { BASE, CROWDED, FLATTEST, SHADE, WALL, sunOf } from "./terrain.js";

/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./terrain.js").Terrain} Terrain */
/** @typedef {import("./terrain.js").Inks} Inks */
/** @typedef {WebGL2RenderingContext} GL */

// Of a corner: x, y, level; slope along x and y, or where a wall looks to; whether it is a wall.
const FLOATS = 6;

const CORNERS = `#version 300 es
in vec3 place;
in vec3 slant;
uniform vec2 right, away, origin, size, angle;
uniform float scale, rise, low;
out float level;
out vec3 slope;
void main() {
  float z = (place.z - low) * rise;
  float far = dot(place.xy, away);
  vec2 seen = vec2(dot(place.xy, right), far * angle.x + z * angle.y);
  vec2 pixels = (seen - origin) * scale * vec2(1, -1);
  vec2 view = pixels / size * 2.0 - 1.0;
  gl_Position = vec4(view.x, -view.y, (far * angle.y - z * angle.x) / 3.0, 1);
  level = place.z;
  slope = slant;
}`;

const PIXELS = `#version 300 es
precision highp float;
in float level;
in vec3 slope;
uniform highp vec2 right, away, angle;
uniform highp float scale, rise;
uniform vec2 sun;
uniform vec3 tones, line;
uniform float levels, density, strength, middle;
uniform sampler2D paper;
out vec4 colour;
void main() {
  bool wall = slope.z > 0.5;
  float bright = wall ? ${WALL} + 0.5 * dot(slope.xy, sun)
    : (1.0 - dot(slope.xy, sun)) * inversesqrt(1.0 + dot(slope.xy, slope.xy));
  float light = clamp(middle + tones.x * (bright - 1.0), tones.y, tones.z);
  float ahead = dot(slope.xy, away);
  float steep = length(vec2(dot(slope.xy, right), ahead / angle.x)) + 1e-9;
  float spread = rise * scale * (wall ? angle.y : abs(1.0 + ahead * angle.y / angle.x) / steep);
  spread = min(spread, ${FLATTEST}.0);
  float beside = abs(level - clamp(round(level), 1.0, levels)) * spread;
  float drawn = strength * clamp((0.5 - beside) * density + 0.5, 0.0, 1.0);
  drawn *= min(1.0, spread / ${CROWDED}.0);
  vec3 ground = texture(paper, vec2(clamp(level / (levels + 1.0), 0.0, 1.0), 0.5)).rgb;
  colour = vec4(mix(ground * (1.0 + (light - 1.0) * vec3(${SHADE})), line, drawn), 1);
}`;

/**
 * What draws WebGL2 here; empty where there is none, or where it is a program and no card.
 * @returns {string}
 */
export function graphicsCard() {
  const gl = document.createElement("canvas").getContext("webgl2");
  const asked = gl?.getExtension("WEBGL_debug_renderer_info");
  const name = asked ? String(gl?.getParameter(asked.UNMASKED_RENDERER_WEBGL)) : gl ? "WebGL2" : "";
  gl?.getExtension("WEBGL_lose_context")?.loseContext(); // a page may have only a few contexts
  return /swiftshader|llvmpipe|softpipe|software|microsoft basic/i.test(name) ? "" : name;
}

export class WebGLTerrain {
  name = "WebGL";
  software = false;
  #canvas = document.createElement("canvas");
  #count = 0;
  /** @type {Terrain | null} */ #terrain = null;
  /** @type {Inks | null} */ #inks = null;

  constructor() {
    this.gl = /** @type {GL} */ (this.#canvas.getContext("webgl2", { antialias: true }));
    if (!this.gl) throw new Error("no WebGL2");
    this.program = link(this.gl);
    this.gl.useProgram(this.program);
    this.gl.enable(this.gl.DEPTH_TEST);
    this.gl.bindTexture(this.gl.TEXTURE_2D, this.gl.createTexture());
    this.corners = this.gl.createBuffer();
    this.triangles = this.gl.createBuffer();
  }

  /** @param {Terrain} terrain */
  show(terrain) {
    const { gl } = this;
    const { corners, triangles } = bodyOf(terrain);
    this.#terrain = terrain;
    this.#count = triangles.length;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.corners);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(corners), gl.STATIC_DRAW);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.triangles);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, new Uint32Array(triangles), gl.STATIC_DRAW);
    ["place", "slant"].forEach((name, k) => {
      const at = gl.getAttribLocation(this.program, name);
      gl.enableVertexAttribArray(at);
      gl.vertexAttribPointer(at, 3, gl.FLOAT, false, 4 * FLOATS, 12 * k);
    });
  }

  /**
   * @param {Camera} camera
   * @param {Inks} inks
   * @param {{width: number, height: number, density: number}} sheet
   * @returns {HTMLCanvasElement | null} nothing where the card has been taken away
   */
  paint(camera, inks, { width, height, density }) {
    const { gl } = this;
    if (gl.isContextLost() || !this.#terrain) return null;
    const [w, h] = [Math.round(width * density), Math.round(height * density)];
    const { width: before, height: above } = this.#canvas;
    if (before !== w || above !== h) Object.assign(this.#canvas, { width: w, height: h });
    gl.viewport(0, 0, w, h);
    if (inks !== this.#inks) this.#pour(inks);
    this.#aim(camera, this.#terrain, inks, [width, height], density);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
    gl.drawElements(gl.TRIANGLES, this.#count, gl.UNSIGNED_INT, 0);
    return this.#canvas;
  }

  /** @param {Inks} inks the colours of which become a picture of 256 x 1 */
  #pour(inks) {
    const { gl } = this;
    this.#inks = inks;
    const bytes = Uint8Array.from(inks.paper, Math.round);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB, 256, 1, 0, gl.RGB, gl.UNSIGNED_BYTE, bytes);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  }

  /**
   * @param {Camera} camera
   * @param {Terrain} terrain
   * @param {Inks} inks
   * @param {number[]} size
   * @param {number} density
   */
  #aim(camera, terrain, inks, size, density) {
    const { right, away, origin, scale } = camera;
    const { low, rise } = terrain;
    const tones = [inks.contrast, inks.darkest, inks.brightest];
    const { strength, middle } = inks;
    const levels = terrain.levels.length;
    const numbers = { scale, rise, low, density, strength, middle, levels };
    const line = inks.line.map((value) => value / 255);
    const angle = [camera.sine, camera.cosine];
    const vectors = { right, away, origin, size, angle, sun: sunOf(camera), tones, line };
    const { gl } = this;
    for (const [name, value] of Object.entries({ ...numbers, ...vectors })) {
      const at = gl.getUniformLocation(this.program, name);
      if (typeof value === "number") gl.uniform1f(at, value);
      else if (value.length === 2) gl.uniform2fv(at, value);
      else gl.uniform3fv(at, value);
    }
  }
}

/** @param {GL} gl */
function link(gl) {
  const program = /** @type {WebGLProgram} */ (gl.createProgram());
  const sources = /** @type {const} */ ([
    [gl.VERTEX_SHADER, CORNERS],
    [gl.FRAGMENT_SHADER, PIXELS],
  ]);
  for (const [kind, source] of sources) {
    const shader = /** @type {WebGLShader} */ (gl.createShader(kind));
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) console.warn(gl.getShaderInfoLog(shader));
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error("the shaders do not link");
  return program;
}

/**
 * The surface and the four walls under its border, as triangles.
 * @param {Terrain} terrain
 */
function bodyOf({ n, heights, slopes, low, rise }) {
  /** @type {number[]} */ const corners = [];
  /** @type {number[]} */ const triangles = [];
  /** @param {number} a @param {number} b @param {number} c @param {number} d */
  const square = (a, b, c, d) => {
    if ([a, b, c, d].some((k) => Number.isNaN(corners[FLOATS * k + 2]))) return; // a hole
    triangles.push(a, b, c, b, d, c);
  };
  const side = (/** @type {number} */ k) => k / (n - 1) - 0.5;
  for (let k = 0; k < n * n; k++) {
    const [x, y] = [side(k % n), side(Math.floor(k / n))];
    corners.push(x, y, heights[k], slopes[2 * k], slopes[2 * k + 1], 0);
  }
  for (let k = 0; k < n * (n - 1); k++) if (k % n < n - 1) square(k, k + 1, k + n, k + n + 1);
  for (const [x, y] of [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ]) {
    const begin = corners.length / FLOATS;
    for (let k = 0; k < n; k++) {
      const [i, j] = [x ? (x > 0 ? n - 1 : 0) : k, y ? (y > 0 ? n - 1 : 0) : k];
      for (const level of [low + BASE / rise, heights[j * n + i]]) {
        corners.push(side(i), side(j), level, x, y, 1);
      }
      if (k) square(begin + 2 * k - 2, begin + 2 * k - 1, begin + 2 * k, begin + 2 * k + 1);
    }
  }
  return { corners, triangles };
}
