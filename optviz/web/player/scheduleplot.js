/** The curve of a schedule over the steps of the race, with handles that change its numbers. */

import { element } from "../core/dom.js";
import { HiDpiCanvas } from "../core/hidpicanvas.js";
import { inWords } from "../core/numbers.js";
import { colourOf } from "../plot/marks.js";
import { firstOf, withNumber } from "./scheduleparts.js";

/** @typedef {import("./scheduleparts.js").Parts} Parts */
/**
 * A point of the curve that can be dragged.
 * @typedef {{step: number, value: number, drag: (step: number, value: number) => Parts}} Handle
 */

const [LEFT, RIGHT, TOP, BOTTOM] = [6, 6, 8, 16]; // pixels round the curve
const ROOM = 1.12; // of the largest value
const RADIUS = 5;

export class SchedulePlot {
  #sheet;
  #most = 1; // the value at the top
  #held = -1; // which handle

  /** @param {import("./schedule.js").Schedule} schedule */
  constructor(schedule) {
    this.schedule = schedule;
    this.canvas = element("canvas", { class: "schedule-plot", role: "img" });
    this.#sheet = new HiDpiCanvas(this.canvas);
    this.canvas.addEventListener("pointerdown", (event) => this.#grab(event));
  }

  /** @param {number} step */
  #x(step) {
    return LEFT + ((this.#sheet.width - LEFT - RIGHT) * step) / this.schedule.steps;
  }

  /** @param {number} value */
  #y(value) {
    const { height } = this.#sheet;
    return height - BOTTOM - ((height - TOP - BOTTOM) * value) / this.#most;
  }

  /** @returns {Handle[]} */
  get handles() {
    const { parts, steps } = this.schedule;
    const { warm, main } = parts;
    const whole = (/** @type {number} */ step, /** @type {number} */ least) =>
      Math.max(least, Math.min(steps, Math.round(step)));
    const found = /** @type {Handle[]} */ ([]);
    const level = typeof main === "object" && "highest" in main ? "highest" : "first";
    if (level === "first" && !(typeof main === "object" && !("first" in main))) {
      found.push({
        step: warm,
        value: firstOf(main),
        drag: (step, value) => ({ ...parts, warm: warm && whole(step, 1), main: withNumber(main, "first", value) }),
      });
    }
    if (typeof main === "number") return found;
    if (level === "highest") {
      const top = warm + main.rise * main.steps - 1;
      found.push({
        step: top,
        value: main.highest,
        drag: (_, value) => ({ ...parts, main: withNumber(main, "highest", value) }),
      });
    }
    const [length, least] = "steps" in main ? ["steps", level === "highest" ? 4 : 1] : ["period", 1];
    if (length in main) {
      const end = main.last ?? main.highest / main.divided / main.finally_divided;
      found.push({
        step: warm + main[length],
        value: end,
        drag: (step, value) => {
          const longer = withNumber(main, length, whole(step - warm, least));
          return { ...parts, main: "last" in main ? withNumber(longer, "last", value) : longer };
        },
      });
    }
    return found;
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    const { canvas } = this;
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const far = this.handles.map(({ step, value }) => Math.hypot(this.#x(step) - x, this.#y(value) - y));
    if (!far.length) return;
    this.#held = far.indexOf(Math.min(...far));
    canvas.setPointerCapture(event.pointerId);
    const move = (/** @type {PointerEvent} */ { clientX, clientY }) => {
      const { width, height } = this.#sheet;
      const step = ((clientX - box.left - LEFT) / (width - LEFT - RIGHT)) * this.schedule.steps;
      const share = Math.max(0, (height - BOTTOM - (clientY - box.top)) / (height - TOP - BOTTOM));
      const top = this.schedule.spread === "share" ? Math.min(0.999, share * this.#most) : share * this.#most;
      const handle = this.handles[this.#held];
      if (handle) this.schedule.give(handle.drag(step, Number(top.toPrecision(3))), false);
    };
    const stop = () => {
      canvas.removeEventListener("pointermove", move);
      this.#held = -1;
      this.schedule.give(this.schedule.parts, true);
    };
    canvas.addEventListener("pointermove", move);
    canvas.addEventListener("lostpointercapture", stop, { once: true });
  }

  draw() {
    const { schedule, canvas } = this;
    const { entry, theme, steps } = schedule;
    this.#sheet.fit();
    const { context, width, height } = this.#sheet;
    const values = Array.from({ length: steps }, (_, k) => schedule.at(k));
    const finite = values.filter(Number.isFinite);
    if (this.#held < 0) this.#most = Math.max(...finite, 1e-12) * ROOM;
    const words = entry.run.symbols[schedule.name][0];
    canvas.setAttribute("aria-label", `${words} from ${inWords(values[0])} to ${inWords(values[steps - 1])}`);
    this.#sheet.clear();
    context.font = `11px ${theme.font}`;
    context.strokeStyle = theme.soft;
    context.fillStyle = theme.soft;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(LEFT, this.#y(0) + 0.5);
    context.lineTo(width - RIGHT, this.#y(0) + 0.5);
    context.stroke();
    context.fillText("0", LEFT, height - 3);
    context.textAlign = "right";
    context.fillText(String(steps), width - RIGHT, height - 3);
    context.textAlign = "left";
    context.strokeStyle = colourOf(entry.run, theme);
    context.lineWidth = 2;
    context.beginPath();
    values.forEach((value, k) => Number.isFinite(value) && context.lineTo(this.#x(k), this.#y(value)));
    context.stroke();
    for (const { step, value } of this.handles) {
      context.beginPath();
      context.arc(this.#x(Math.min(step, steps)), this.#y(value), RADIUS, 0, 2 * Math.PI);
      context.fillStyle = theme.paper;
      context.fill();
      context.stroke();
    }
    const now = Math.min(steps - 1, Math.floor(entry.legend.player.clock.time));
    context.beginPath();
    context.arc(this.#x(now), this.#y(values[now]), RADIUS / 2, 0, 2 * Math.PI);
    context.fillStyle = theme.ink;
    context.fill();
  }
}
