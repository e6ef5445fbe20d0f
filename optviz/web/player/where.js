/** One line below the view from above: where the pointer is on the ground, or else the start, and what the loss is there. */

import { element } from "../core/dom.js";
import { short } from "../core/numbers.js";
import { roundedIn } from "../plot/viewport.js";

const DIGITS = 4;
const ALL = 15; // that a rounded number may have

export class Where {
  line = element("p", { class: "where" });
  #pointer = { clientX: 0, clientY: 0 };
  #over = false;
  #x = NaN; // what the line tells of
  #y = NaN;
  #start = false;
  /** @type {import("./live.js").Live | null} */ #live = null;
  #parameter = NaN;

  /** @param {import("./player.js").Player} player */
  constructor(player) {
    this.player = player;
    const { canvas } = player.topView.trails;
    canvas.parentElement?.append(this.line);
    canvas.addEventListener("pointermove", ({ clientX, clientY, pointerType }) => {
      this.#pointer.clientX = clientX;
      this.#pointer.clientY = clientY;
      this.#over = pointerType !== "touch";
      player.redraw();
    });
    canvas.addEventListener("pointerleave", () => {
      this.#over = false;
      player.redraw();
    });
  }

  draw() {
    const { race, live } = this.player;
    if (!race) return;
    const start = !this.#over || this.player.changes.held;
    const [x, y] = start ? race.start : this.#pointed();
    const parameter = race.parameter ?? NaN;
    const same = x === this.#x && y === this.#y && start === this.#start && live === this.#live;
    if (same && Object.is(parameter, this.#parameter)) return;
    [this.#x, this.#y, this.#start, this.#live, this.#parameter] = [x, y, start, live, parameter];
    const digits = start ? DIGITS : ALL;
    const place = `${start ? "start " : ""}(${short(x, digits)}, ${short(y, digits)})`;
    this.line.textContent = place + this.#told(x, y);
  }

  /** The point under the pointer, in the digits in which it is told. */
  #pointed() {
    const { topView } = this.player;
    const [x, y] = topView.pointAt(this.#pointer);
    const { xlim, ylim } = topView.seen;
    return [roundedIn(x, xlim), roundedIn(y, ylim)];
  }

  /** The loss and its gradient, where they can be computed here. @param {number} x @param {number} y */
  #told(x, y) {
    const { live, race } = this.player;
    if (!live) return this.#start ? `: loss ${short(race?.runs[0]?.loss[0] ?? NaN, DIGITS)}` : "";
    const loss = live.engine.lossAt(x, y);
    if (!Number.isFinite(loss)) return ": the loss has no value here";
    const gradient = live.engine.gradientAt(x, y);
    const slope = gradient ? `, gradient (${short(gradient[0])}, ${short(gradient[1])})` : "";
    return `: loss ${short(loss, DIGITS)}${slope}`;
  }
}
