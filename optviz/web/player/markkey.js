/** What the marks on the picture are: the start, the lowest minimum, others, the floor of a valley. */

import look from "../look.json" with { type: "json" };
import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { drawMinimum, drawValleys } from "../plot/marks.js";

/** @typedef {import("../core/payload.js").Surface} Surface */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {"start" | "lowest" | "minimum" | "valley"} Kind */

const RING = 6; // pixels, its radius
const FOOT = 4; // pixels below a flag's foot

export class MarkKey {
  /** @type {[Kind, HiDpiCanvas][]} */
  #samples = [];
  #stale = true;

  constructor() {
    this.root = element("div", { class: "mark-key" });
  }

  /** @param {Surface} surface @param {boolean} movable whether the start can be moved */
  show(surface, movable) {
    /** @type {[Kind, string][]} */
    const kinds = [["start", movable ? "start: drag it" : "start"], ...kindsOf(surface)];
    this.#samples = [];
    const entries = kinds.map(([kind, words]) => {
      const canvas = element("canvas", { class: "mark", "aria-hidden": "true" });
      this.#samples.push([kind, new HiDpiCanvas(canvas)]);
      return element("span", { class: "entry" }, canvas, words);
    });
    const note = surface.found ? [element("p", {}, surface.found)] : [];
    this.root.replaceChildren(...entries, ...note);
    this.refresh();
  }

  /** Draw the samples anew next time, in another theme. */
  refresh() {
    this.#stale = true;
  }

  /** @param {Theme} theme */
  draw(theme) {
    for (const [kind, sheet] of this.#samples) {
      if (!sheet.fit() && !this.#stale) continue;
      sheet.clear();
      const { context, width, height } = sheet;
      const { scale } = theme;
      if (kind === "start") drawRing(context, width / 2, height / 2, theme);
      else if (kind === "valley") drawValleys(context, [1, height / 2, width - 1, height / 2], theme, scale);
      else if (kind === "lowest")
        drawMinimum(context, true, width / 2 - 4 * scale, height - FOOT * scale, theme, 0.85 * scale);
      else drawMinimum(context, false, width / 2, height / 2, theme, scale);
    }
    this.#stale = false;
  }
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {Theme} theme */
function drawRing(context, x, y, theme) {
  context.beginPath();
  context.arc(x, y, RING * theme.scale, 0, 2 * Math.PI);
  context.lineWidth = look.ring.width * theme.scale;
  context.strokeStyle = theme.ink;
  context.stroke();
}

/**
 * @param {Pick<Surface, "minima" | "lowest" | "valleys" | "unlisted">} surface
 * @returns {[Kind, string][]} the kinds of marks, each with what it is
 */
export function kindsOf({ minima, lowest, valleys, unlisted }) {
  const others = minima.length / 2 - lowest;
  /** @type {[Kind, string][]} */
  const kinds = [];
  const only = !others && !unlisted && !valleys.length;
  const name = `${only ? "" : "lowest "}${lowest > 1 ? "minima" : "minimum"}${unlisted ? " found" : ""}`;
  if (lowest) kinds.push(["lowest", name]);
  if (others > 0) kinds.push(["minimum", `${lowest ? "other " : ""}${others > 1 ? "minima" : "minimum"}`]);
  if (valleys.length) kinds.push(["valley", "floor of a valley"]);
  return kinds;
}
