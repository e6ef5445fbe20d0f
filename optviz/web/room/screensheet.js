/** What a class puts on the view from above: its balls, the places it tapped, and where the teacher points. */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { linear } from "../core/scale.js";
import { inside } from "../plot/trails.js";
import { Sprites } from "./screensprites.js";

/** @typedef {import("../plot/topview.js").TopView} TopView */
/** @typedef {import("../core/theme.js").Theme} Theme */
/** @typedef {import("./classrace.js").Placed} Placed */

const TAIL = 24; // steps that a trail of many goes back
const WHOLE = 30; // racers up to so many have their whole trails
const TRAIL = 0.6; // opacity
const LOST = 0.15; // of one that has diverged
const DOT = 6; // pixels: radius of a tapped place
const RING = 14; // pixels: radius of the ring where the teacher points
const POINTER = "#e0182d"; // as the pointer's dot in player/board.js

export class ScreenSheet {
  #sheet;
  #sprites = new Sprites();
  #empty = true;
  #x = linear([0, 1], [0, 1]);
  #y = linear([0, 1], [0, 1]);

  /** @param {TopView} topView */
  constructor(topView) {
    this.topView = topView;
    const canvas = element("canvas", { class: "class-sheet", "aria-hidden": "true" });
    this.#sheet = new HiDpiCanvas(canvas);
    topView.trails.canvas.after(canvas);
  }

  /**
   * @param {Placed[]} placed the best first
   * @param {number} time in steps
   * @param {[number, number][]} points
   * @param {[number, number] | null} spot
   * @param {Theme} theme
   */
  draw(placed, time, points, spot, theme) {
    const some = placed.length > 0 || points.length > 0 || spot !== null;
    if (!some && this.#empty) return;
    this.#empty = !some;
    this.#sheet.fit();
    this.#sheet.clear();
    if (!some) return;
    const { context } = this.#sheet;
    const { left, top, right, bottom } = this.topView.frame;
    const { xlim, ylim } = this.topView.seen;
    this.#x = linear(xlim, [left, right]);
    this.#y = linear(ylim, [bottom, top]);
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    for (const point of points) this.#dot(point, theme);
    this.#balls(placed, time, theme);
    if (spot) this.#ring(spot, theme);
    context.restore();
  }

  /** @param {Placed[]} placed @param {number} time @param {Theme} theme */
  #balls(placed, time, theme) {
    const { context } = this.#sheet;
    const many = placed.length > WHOLE;
    context.lineJoin = "round";
    context.lineWidth = 1.8 * theme.scale;
    for (const { run, loss } of placed) {
      context.globalAlpha = loss === Infinity ? LOST : TRAIL;
      this.#trail(run, time, many ? time - TAIL : 0, theme);
    }
    for (let k = placed.length - 1; k >= 0; k--) this.#ball(placed[k], time, many, theme);
    context.globalAlpha = 1;
  }

  /** @param {import("../core/payload.js").Run} run @param {number} time @param {number} from @param {Theme} theme */
  #trail({ x, ended, style, loss }, time, from, theme) {
    const { context } = this.#sheet;
    const last = Math.min(time, (ended ?? loss.length) - 1);
    const first = Math.max(0, Math.ceil(Math.min(from, last - 1)));
    context.beginPath();
    for (let k = first; k <= last; k++) context.lineTo(pixel(this.#x(x[2 * k])), pixel(this.#y(x[2 * k + 1])));
    context.lineTo(...this.#at(x, last));
    context.strokeStyle = theme.dark ? style.dark : style.light;
    context.stroke();
  }

  /** @param {Placed} placed @param {number} time @param {boolean} many @param {Theme} theme */
  #ball({ entry, run, loss }, time, many, theme) {
    const { context } = this.#sheet;
    const at = this.#at(run.x, Math.min(time, (run.ended ?? run.loss.length) - 1));
    if (!inside([0, 0, this.#sheet.width, this.#sheet.height], ...at)) return;
    context.globalAlpha = loss === Infinity ? 2 * LOST : 1; // where it was last seen
    this.#sprites.draw(context, entry, run, ...at, many, theme);
  }

  /** Between two iterates. @param {Float64Array} x pairs @param {number} time @returns {[number, number]} in pixels */
  #at(x, time) {
    const k = Math.floor(time);
    const share = time - k;
    const on = (/** @type {number} */ c) =>
      share ? x[2 * k + c] + share * (x[2 * k + 2 + c] - x[2 * k + c]) : x[2 * k + c];
    return [pixel(this.#x(on(0))), pixel(this.#y(on(1)))];
  }

  /** @param {[number, number]} point @param {Theme} theme */
  #dot([x, y], theme) {
    const { context } = this.#sheet;
    context.beginPath();
    context.arc(this.#x(x), this.#y(y), DOT * theme.scale, 0, 2 * Math.PI);
    context.globalAlpha = 0.55;
    context.fillStyle = POINTER;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 1.5;
    context.strokeStyle = theme.paper;
    context.stroke();
  }

  /** @param {[number, number]} spot @param {Theme} theme */
  #ring([x, y], theme) {
    const { context } = this.#sheet;
    context.beginPath();
    context.arc(this.#x(x), this.#y(y), RING * theme.scale, 0, 2 * Math.PI);
    for (const [colour, width] of /** @type {[string, number][]} */ ([
      [theme.paper, 7],
      [POINTER, 3],
    ])) {
      context.strokeStyle = colour;
      context.lineWidth = width * theme.scale;
      context.stroke();
    }
  }
}

const FAR = 1e5; // pixels beyond which canvases lose their footing

/** @param {number} value */
function pixel(value) {
  return Math.max(-FAR, Math.min(FAR, value));
}
