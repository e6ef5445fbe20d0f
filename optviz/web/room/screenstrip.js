/** Numbers that a class answered, as a strip of dots. */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { linear, ticks } from "../core/scale.js";
import { stacked } from "../explorer/values.js";
import { drawAxis, marksAt } from "../plot/axes.js";
import { numbersWords } from "./tallies.js";

const LARGEST = 6; // pixels: radius of a dot
const SIDE = 30; // pixels on the left and right, for half a number

export class ScreenStrip {
  /** @type {number[]} */ #values = [];
  #stale = true;
  #look = "";

  constructor() {
    this.words = element("p");
    this.sheet = new HiDpiCanvas(element("canvas", { role: "img", "aria-label": "The answers as dots" }));
    this.root = element("div", { class: "class-strip", hidden: "" }, this.words, this.sheet.canvas);
  }

  /** @param {number[] | undefined} values */
  show(values) {
    this.root.hidden = !values;
    this.#values = values ?? [];
    this.sheet.canvas.hidden = !this.#values.length;
    this.words.textContent = values ? numbersWords(values) : "";
    this.#stale = true;
  }

  /** @param {import("../core/theme.js").Theme} theme */
  draw(theme) {
    if (this.root.hidden || !this.#values.length) return;
    const look = `${theme.paper} ${theme.scale}`;
    const resized = this.sheet.fit();
    if (!resized && !this.#stale && look === this.#look) return;
    this.#stale = false;
    this.#look = look;
    const { context, width, height } = this.sheet;
    this.sheet.clear();
    const [low, high] = [Math.min(...this.#values), Math.max(...this.#values)];
    const room = low === high ? Math.abs(low) || 1 : 0;
    /** @type {[number, number]} */ const domain = [low - room, high + room];
    const frame = { left: SIDE, top: 0, right: width - SIDE, bottom: height - 18 * theme.scale };
    const x = linear(domain, [frame.left, frame.right]);
    const marks = marksAt(ticks(domain, width / 90), x);
    drawAxis(context, "below", marks, frame, theme, { tick: 4 });
    context.fillStyle = theme.soft;
    context.fillRect(frame.left, frame.bottom, frame.right - frame.left, 1);
    this.#dots(this.#values.map(x), frame.bottom, theme);
  }

  /** @param {number[]} places @param {number} bottom @param {import("../core/theme.js").Theme} theme */
  #dots(places, bottom, theme) {
    let radius = LARGEST * theme.scale;
    let levels = stacked(places, 2 * radius);
    while (radius > 1 && (Math.max(...levels) + 1) * 2 * radius > bottom) {
      radius *= 0.8;
      levels = stacked(places, 2 * radius);
    }
    const { context } = this.sheet;
    context.fillStyle = theme.soft;
    places.forEach((place, k) => {
      context.beginPath();
      context.arc(place, bottom - 1 - radius * (2 * levels[k] + 1), 0.92 * radius, 0, 2 * Math.PI);
      context.fill();
    });
  }
}
