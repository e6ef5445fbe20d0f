/** Flags above the time line at which the playback stops: a click leads there, another one takes the flag away. */

import { element, icon } from "../core/dom.js";

/** @typedef {import("./player.js").Player} Player */

const FLAG = "M4 5h16l-8 14z";
const CROSS = "M6.4 4 12 9.6 17.6 4 20 6.4 14.4 12 20 17.6 17.6 20 12 14.4 6.4 20 4 17.6 9.6 12 4 6.4z";

export class Stops {
  #drawn = "";
  #box = element("span", { class: "stops" });

  /** @param {Player} player */
  constructor(player) {
    this.player = player;
    player.controls.line.append(this.#box);
    this.#box.addEventListener("click", (event) => this.#click(event));
  }

  draw() {
    const { stops, steps, step } = this.player.clock;
    const drawn = `${stops.join()}/${steps}/${stops.indexOf(step)}`;
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const root = /** @type {ShadowRoot | Document} */ (this.#box.getRootNode());
    const held = root.activeElement instanceof HTMLElement ? root.activeElement.dataset.step : undefined;
    const flags = stops.filter((each) => each <= steps).map((each) => flag(each, each / steps, each === step));
    this.#box.replaceChildren(...flags);
    if (held === undefined) return;
    const same = flags.find(({ dataset }) => dataset.step === held);
    (same ?? this.player.root).focus({ preventScroll: true }); // so that keys go on working
  }

  /** Where flags stand close together, the nearest to the pointer is meant. @param {MouseEvent} event */
  #click({ target, clientX, detail }) {
    const own = target instanceof Element ? target.closest("button") : null;
    if (!own || detail > 1) return; // twice: as if once
    const all = /** @type {HTMLElement[]} */ ([...this.#box.children]);
    const far = (/** @type {HTMLElement} */ each) => {
      const { left, width } = each.getBoundingClientRect();
      return Math.abs(left + width / 2 - clientX);
    };
    const meant = detail ? all.reduce((best, each) => (far(each) < far(best) ? each : best)) : own; // 0: a key
    const { clock } = this.player;
    const there = Number(meant.dataset.step);
    clock.playing = false;
    if (clock.time === there) clock.mark();
    else clock.seek(there);
    this.player.slow.stop();
    this.player.redraw();
  }
}

/**
 * @param {number} step
 * @param {number} share of the time line
 * @param {boolean} here whether the race stands there
 */
function flag(step, share, here) {
  const title = here ? `Take the stop at step ${step} away` : `Playback stops at step ${step}; go there`;
  const made = element(
    "button",
    { type: "button", class: "stop", title, "aria-label": title },
    icon(here ? CROSS : FLAG),
  );
  made.dataset.step = String(step);
  made.style.setProperty("--share", String(share));
  return made;
}
