/**
 * The race before, faintly under the present one: its trails to their ends on a sheet of their own, which is drawn
 * once, and hollow heads that move.
 */

import look from "../look.json" with { type: "json" };
import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { colourOf, dashOf, drawHollow } from "./marks.js";
import { Trail, inside, roomOf } from "./trails.js";

/** @typedef {import("../core/payload.js").Run} Run */
/** @typedef {import("../core/scale.js").Scale} Scale */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("./axes.js").Frame} Frame */

export class Ghosts {
  /** @type {Run[]} */ #runs = [];
  /** @type {Trail[]} */ #trails = [];
  /** @type {HiDpiCanvas | null} none as long as there was nothing to be drawn */ #sheet = null;
  /** With what the sheet is drawn. @type {{x: Scale, theme: Theme, count: number} | null} */ #drawn = null;

  /** @param {HTMLCanvasElement} ground below them */
  constructor(ground) {
    this.ground = ground;
  }

  /** @param {Run[]} runs */
  show(runs) {
    if (runs === this.#runs) return;
    this.#runs = runs;
    this.#trails = [];
    this.#drawn = null;
  }

  /**
   * @param {CanvasRenderingContext2D} context of the heads
   * @param {{x: Scale, y: Scale}} scales
   * @param {Frame} frame
   * @param {number} time in steps
   * @param {Set<string>} hidden
   * @param {Theme} theme
   */
  draw(context, { x, y }, frame, time, hidden, theme) {
    if (!this.#runs.length && !this.#sheet) return;
    this.#sheet ??= this.#made();
    if (this.#trails.length !== this.#runs.length) this.#trails = this.#runs.map((run) => new Trail(run, x, y));
    const shown = this.#trails.filter(({ run }) => !hidden.has(run.name));
    const { count } = this.#drawn ?? {};
    if (this.#sheet.fit() || this.#drawn?.x !== x || this.#drawn.theme !== theme || count !== shown.length) {
      for (const trail of this.#trails) trail.measure(x, y);
      this.#drawTrails(this.#sheet, shown, frame, theme);
      this.#drawn = { x, theme, count: shown.length };
    }
    context.globalAlpha = look.ghost.opacity;
    for (const trail of shown) {
      const [px, py] = trail.head(time);
      if (!inside(roomOf(context.canvas), px, py)) continue;
      const { style } = trail.run;
      const [radius, width] = [look.ghost.head * theme.scale, look.ghost.width * theme.scale];
      drawHollow(context, style.marker, px, py, radius, colourOf(trail.run, theme), width);
    }
    context.globalAlpha = 1;
  }

  /**
   * @param {HiDpiCanvas} sheet
   * @param {Trail[]} trails
   * @param {Frame} frame
   * @param {Theme} theme
   */
  #drawTrails(sheet, trails, { left, top, right, bottom }, theme) {
    const { context } = sheet;
    const width = look.ghost.width * theme.scale;
    sheet.clear();
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    context.lineJoin = "round";
    context.globalAlpha = look.ghost.opacity;
    context.lineWidth = width;
    for (const trail of trails) {
      trail.trace(context, trail.last);
      context.setLineDash(dashOf(trail.run, width));
      context.strokeStyle = colourOf(trail.run, theme);
      context.stroke();
    }
    context.restore();
  }

  #made() {
    const canvas = element("canvas", { class: "ghosts", "aria-hidden": "true" });
    this.ground.after(canvas);
    return new HiDpiCanvas(canvas);
  }
}
