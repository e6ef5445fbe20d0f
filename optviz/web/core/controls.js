/** The bar that rules time: buttons, scrubber, speed and loop. */

import { SPEEDS } from "./clock.js";
import { element, icon } from "./dom.js";

const ICONS = {
  restart: "M6 5h2.4v14H6zM19 5v14L9.5 12z",
  back: "M17 5v14L8 12zM6.2 5h2v14h-2z",
  play: "M7 4.5v15L20 12z",
  pause: "M6.5 5h4v14h-4zM13.5 5h4v14h-4z",
  forward: "M7 5v14l9-7zM15.8 5h2v14h-2z",
  loop: "M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z",
};

const FRACTIONS = new Map([
  [0.25, "¼×"],
  [0.5, "½×"],
]);

/**
 * @typedef {object} Parts of a step, through which the same buttons lead while they are shown
 * @property {boolean} running whether they are shown
 * @property {boolean} playing
 * @property {() => void} toggle
 * @property {(by: 1 | -1) => void} go
 */

export class Controls {
  /**
   * @param {HTMLElement} bar
   * @param {import("./clock.js").Clock} clock
   * @param {() => void} changed called after time was set by hand
   * @param {Parts | null} parts
   */
  constructor(bar, clock, changed, parts = null) {
    this.clock = clock;
    this.parts = parts;
    const act = (/** @type {() => void} */ action) => () => {
      action();
      changed();
    };
    this.play = button("Play", "play");
    this.loop = button("Loop", "loop");
    this.scrub = element("input", { type: "range", min: "0", step: "1", "aria-label": "Step" });
    this.line = element("span", { class: "line" }, this.scrub);
    this.count = element("output", { class: "count" });
    this.speed = element("select", { "aria-label": "Speed" });
    for (const speed of SPEEDS) {
      const label = FRACTIONS.get(speed) ?? `${speed}×`;
      this.speed.append(element("option", { value: String(speed) }, label));
    }
    const restart = button("Restart", "restart");
    this.back = button("Step back", "back");
    this.forward = button("Step forward", "forward");
    restart.addEventListener(
      "click",
      act(() => clock.restart()),
    );
    this.back.addEventListener(
      "click",
      act(() => this.move(-1)),
    );
    this.forward.addEventListener(
      "click",
      act(() => this.move(1)),
    );
    this.play.addEventListener(
      "click",
      act(() => this.toggle()),
    );
    this.loop.addEventListener(
      "click",
      act(() => (clock.loop = !clock.loop)),
    );
    this.speed.addEventListener(
      "change",
      act(() => (clock.speed = Number(this.speed.value))),
    );
    this.scrub.addEventListener(
      "input",
      act(() => this.#scrubbed()),
    );
    this.count.setAttribute("aria-live", "off"); // it changes many times a second
    bar.append(restart, this.back, this.play, this.forward, this.line, this.count, this.speed, this.loop);
  }

  /** Play or pause: the race, or the parts of a step. */
  toggle() {
    (this.parts?.running ? this.parts : this.clock).toggle();
  }

  /** Some steps on or back, or one part. @param {number} steps */
  move(steps) {
    if (this.parts?.running) this.parts.go(steps > 0 ? 1 : -1);
    else this.clock.move(steps);
  }

  #scrubbed() {
    this.clock.playing = false;
    this.clock.seek(Number(this.scrub.value));
  }

  /** Show what the clock says. */
  draw() {
    const { clock, parts } = this;
    const step = String(clock.step);
    set(this.scrub, "max", String(clock.steps));
    if (this.scrub.value !== step) this.scrub.value = step;
    set(this.scrub, "aria-valuetext", `step ${step} of ${clock.steps}`);
    const text = `${step} / ${clock.steps}`;
    if (this.count.textContent !== text) this.count.textContent = text;
    this.scrub.style.setProperty("--done", `${(100 * clock.time) / clock.steps}%`);
    if (this.speed.value !== String(clock.speed)) this.speed.value = String(clock.speed);
    set(this.loop, "aria-pressed", String(clock.loop));
    const [playing, what] = parts?.running ? [parts.playing, "Part"] : [clock.playing, "Step"];
    const label = playing ? "Pause" : "Play";
    if (this.play.getAttribute("aria-label") !== label) {
      relabel(this.play, label);
      this.play.replaceChildren(icon(playing ? ICONS.pause : ICONS.play));
    }
    if (this.back.title !== `${what} back`) {
      relabel(this.back, `${what} back`);
      relabel(this.forward, `${what} forward`);
    }
  }
}

/**
 * @param {string} label
 * @param {keyof typeof ICONS} name
 */
function button(label, name) {
  const made = element("button", { type: "button", class: name }, icon(ICONS[name]));
  relabel(made, label);
  return made;
}

/**
 * @param {HTMLElement} button
 * @param {string} label
 */
function relabel(button, label) {
  button.setAttribute("aria-label", label);
  button.title = label;
}

/**
 * Set an attribute if it is another one: frames are many, changes are few.
 * @param {HTMLElement} target
 * @param {string} name
 * @param {string} value
 */
function set(target, name, value) {
  if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}
