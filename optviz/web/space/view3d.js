/** The race on the surface in three dimensions: a still ground, moving trails on it, a camera. */

import look from "../look.json" with { type: "json" };
import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { Box } from "./box.js";
import { Camera } from "./camera.js";
import { DrapedTrail, placeOf } from "./drape.js";
import { groundAt } from "./pick.js";
import { Horizon } from "./horizon.js";
import { Orbit } from "./orbit.js";
import { Tangents } from "./tangents.js";
import { Terrain, inksOf } from "./terrain.js";
import { CanvasTerrain } from "./terrain_2d.js";
import { WebGLTerrain, graphicsCard } from "./terrain_gl.js";
import { drawChanges, drawGhosts, drawHeads, drawStart, drawTrails } from "./trails3d.js";

/** @typedef {import("../core/payload.js").Race} Race */
/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("./camera.js").View} View */
/** @typedef {import("./terrain.js").Inks} Inks */

const REST = 140; // ms after which a camera that does not move is at rest
const PATIENCE = 8; // ms that the ground may take while the camera moves
const MOST_PIXELS = 1.6e6; // of the ground at rest

const SMALLEST = 50; // pixels; in less there is nothing to see
const KEYS = "Arrow keys turn it, plus and minus zoom, 0 resets.";

export class View3D {
  #camera = new Camera();
  /** @type {DrapedTrail[]} */ #trails = [];
  /** Of the race before. @type {DrapedTrail[]} */ #ghosts = [];
  /** @type {import("../core/payload.js").Run[]} */ #before = [];
  #laid = -1; // version of the camera for which the ghosts are in pixels
  /** @type {Surface | null} */ #surface = null;
  /** @type {Race | null} */ #race = null;
  /** @type {Terrain | null} */ #terrain = null;
  /** @type {Horizon | null} */ #horizon = null;
  /** @type {CanvasTerrain | WebGLTerrain | null} */ #painter = null;
  /** @type {Inks | null} */ #inks = null;
  #version = -1; // of the camera, for which the following holds
  #draped = false; // the trails are in pixels
  #painted = false; // the ground is drawn
  #moving = false;
  #coarse = 1; // pixels of the moving ground for one of the page
  #timer = 0;

  /**
   * @param {HTMLElement} box empty, gives the size
   * @param {() => void} redraw asks for a frame
   * @param {"WebGL" | "Canvas 2-D" | "auto"} renderer
   */
  constructor(box, redraw, renderer = "auto") {
    this.ground = new HiDpiCanvas(element("canvas"));
    this.front = new HiDpiCanvas(element("canvas"));
    box.classList.add("view3d");
    box.tabIndex = 0;
    box.setAttribute("role", "application");
    box.setAttribute("aria-label", `The race on the surface in three dimensions. ${KEYS}`);
    /** Over the start, which is drawn: what moves it takes the ring's place. @type {HTMLElement} */
    this.ring = element("span", { class: "start3d", "aria-hidden": "true" });
    box.append(this.ground.canvas, this.front.canvas, this.ring);
    this.redraw = redraw;
    this.wanted = renderer;
    new Orbit(box, this.#camera, () => this.#moved());
  }

  /** Where `reset` leads. A camera that still stands there moves along. */
  get home() {
    return this.#camera.home;
  }

  /** @param {View} view */
  set home(view) {
    const { home, view: now } = this.#camera;
    this.#camera.home = view;
    const keys = /** @type {(keyof View)[]} */ (["azimuth", "elevation", "zoom"]);
    if (keys.every((key) => now[key] === home[key])) this.reset();
  }

  /** Where the camera stands. */
  get view() {
    return { ...this.#camera.view };
  }

  reset() {
    this.#camera.reset();
    this.redraw();
  }

  /** What draws the surface, in a word for people. */
  get renderer() {
    if (!this.#painter) return "";
    return this.#painter.software ? `${this.#painter.name} (no WebGL)` : this.#painter.name;
  }

  /** What the height means. */
  get scaleName() {
    return look.captions[this.#surface?.geometric === false ? "linear" : "logarithmic"];
  }

  /**
   * @param {Surface} surface
   * @param {Race} race
   * @param {import("../core/payload.js").Run[]} before runs that are shown faintly under the race
   */
  show(surface, race, before = []) {
    if (surface !== this.#surface || !this.#terrain) {
      this.#terrain = new Terrain(surface);
      this.#horizon = null;
      this.#painter ??= painterFor(this.wanted);
      this.#painter.show(this.#terrain);
      this.refresh();
    }
    const terrain = this.#terrain;
    this.#surface = surface;
    this.#race = race;
    this.#trails = race.runs.map((run) => new DrapedTrail(run, terrain));
    if (before !== this.#before || terrain !== this.#ghosts[0]?.terrain) {
      this.#ghosts = before.map((run) => new DrapedTrail(run, terrain));
      this.#before = before;
      this.#laid = -1;
    }
    this.#draped = false;
  }

  /** Draw everything anew next time, in another theme. */
  refresh() {
    this.#painted = false;
    this.#inks = null;
  }

  /**
   * @param {number} time in steps
   * @param {import("../core/hidden.js").Hidden} hidden
   * @param {Theme} theme
   * @param {(context: CanvasRenderingContext2D, tangents: () => Tangents, corner:
   *   import("../plot/axes.js").Frame) => void} above draws what lies flat on the ground
   */
  draw(time, hidden, theme, above) {
    const resized = [this.ground.fit(), this.front.fit()].includes(true);
    const { width, height } = this.ground;
    if (!this.#surface || !this.#race || width < SMALLEST || height < SMALLEST) return;
    if (resized || !this.#inks) this.#camera.fit(width, height, theme.scale);
    const horizon = this.#look();
    this.#inks ??= inksOf(theme);
    if (!this.#painted) this.#drawGround(horizon, this.#inks, theme);
    const { context } = this.front;
    const isShown = (/** @type {DrapedTrail} */ { run }) => !hidden.has(run.name);
    const shown = this.#trails.filter(isShown);
    const place = placeOf(this.#race.start, /** @type {Terrain} */ (this.#terrain));
    this.front.clear();
    drawGhosts(context, this.#ghosts.filter(isShown), time, theme, this.#camera, horizon);
    drawTrails(context, shown, time, theme, hidden);
    drawStart(context, place, theme, this.#camera, horizon);
    drawChanges(context, shown, time, theme, hidden, this.#camera, horizon);
    drawHeads(context, shown, time, theme, hidden, this.#camera, horizon);
    const tangents = () => new Tangents(/** @type {Terrain} */ (this.#terrain), this.#camera, horizon);
    above(context, tangents, { left: 0, top: 0, right: width, bottom: height });
    this.place([this.#race.start[0], this.#race.start[1]]);
  }

  get race() {
    return this.#race;
  }

  get surface() {
    return this.#surface;
  }

  /**
   * The point of the surface that is seen under a pointer, if there is one.
   * @param {{clientX: number, clientY: number}} pointer
   */
  pointAt({ clientX, clientY }) {
    if (!this.#terrain) return null;
    const { left, top } = this.front.canvas.getBoundingClientRect();
    return groundAt(clientX - left, clientY - top, this.#terrain, this.#camera);
  }

  /** Move the ring to a point. @param {[number, number]} point */
  place(point) {
    if (!this.#terrain) return;
    const [x, y, z] = placeOf(point, this.#terrain);
    // Outside of what is seen it waits where it was, as long as it has the focus, which would be lost.
    this.ring.classList.toggle("beyond", Number.isNaN(z));
    if (Number.isNaN(z)) return;
    this.ring.style.left = `${this.#camera.x(x, y)}px`;
    this.ring.style.top = `${this.#camera.y(x, y, z)}px`;
  }

  /** What is seen from where the camera stands, computed where it has changed. */
  #look() {
    const terrain = /** @type {Terrain} */ (this.#terrain);
    if (!this.#horizon || this.#version !== this.#camera.version) {
      this.#version = this.#camera.version;
      this.#horizon = new Horizon(terrain, this.#camera);
      this.#painted = this.#draped = false;
    }
    if (!this.#draped) for (const trail of this.#trails) trail.lay(this.#camera, this.#horizon);
    this.#draped = true;
    if (this.#laid !== this.#version) for (const ghost of this.#ghosts) ghost.lay(this.#camera, this.#horizon);
    this.#laid = this.#version;
    return this.#horizon;
  }

  /**
   * @param {Horizon} horizon
   * @param {Inks} inks
   * @param {Theme} theme
   */
  #drawGround(horizon, inks, theme) {
    const { context, width, height } = this.ground;
    const terrain = /** @type {Terrain} */ (this.#terrain);
    const box = new Box(context, /** @type {Surface} */ (this.#surface), terrain, this.#camera, theme);
    this.#painted = true;
    this.ground.clear();
    box.drawBack();
    context.drawImage(this.#paint(terrain, inks), 0, 0, width, height);
    box.drawFront(horizon, this.scaleName);
  }

  /**
   * The body as a picture; by the processor, if the graphics card is taken away.
   * @param {Terrain} terrain
   * @param {Inks} inks
   * @returns {HTMLCanvasElement}
   */
  #paint(terrain, inks) {
    const { canvas, width, height } = this.ground;
    const painter = this.#painter ?? new CanvasTerrain();
    const full = canvas.width / width;
    const rest = Math.min(full, Math.sqrt(MOST_PIXELS / (width * height)));
    const moving = this.#moving && painter.software;
    const density = moving ? this.#coarse : painter.software ? rest : full;
    const begin = performance.now();
    const picture = painter.paint(this.#camera, inks, { width, height, density, fine: !moving });
    if (moving) this.#adapt(PATIENCE / (performance.now() - begin), rest);
    if (picture) return picture;
    this.#painter = new CanvasTerrain();
    this.#painter.show(terrain);
    return this.#paint(terrain, inks);
  }

  /**
   * As fine while it moves as there is time for, in eighths so that the size seldom changes.
   * @param {number} room how much of it there is, above 1 too much
   * @param {number} finest
   */
  #adapt(room, finest) {
    const wanted = this.#coarse * Math.sqrt(room);
    if (wanted < this.#coarse) this.#coarse -= 1 / 8;
    if (wanted > this.#coarse * 1.4) this.#coarse += 1 / 8;
    this.#coarse = Math.max(1 / 2, Math.min(finest, this.#coarse));
  }

  /** The camera was moved by hand: be quick now, and thorough when it rests. */
  #moved() {
    this.#moving = true;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#moving = false;
      this.#painted &&= !this.#painter?.software;
      this.redraw();
    }, REST);
    this.redraw();
  }
}

/** @param {"WebGL" | "Canvas 2-D" | "auto"} wanted */
function painterFor(wanted) {
  const card = wanted === "WebGL" || (wanted === "auto" && graphicsCard() !== "");
  try {
    return card ? new WebGLTerrain() : new CanvasTerrain();
  } catch {
    return new CanvasTerrain(); // the card knows WebGL2, but not ours
  }
}
