/** The player: holds the race and the time, and lets every part draw itself from them. */

import { Asking } from "./asking.js";
import { Chart } from "./chart.js";
import { Clock } from "./clock.js";
import { Controls } from "./controls.js";
import { element } from "./dom.js";
import { Legend } from "./legend.js";
import { Picture } from "./picture.js";
import css from "./player.css";
import { themeOf } from "./theme.js";

/** @typedef {import("./payload.js").Content} Content */
/** @typedef {import("./payload.js").Surface} Surface */
/** @typedef {import("./payload.js").Race} Race */

const LONGEST_FRAME = 0.1; // s; a page that was hidden goes on where it was

/** Surfaces are sent once; a page keeps those it has seen. @type {Map<string, Surface>} */
const surfaces = new Map();

export class Player {
  clock = new Clock();
  /** @type {Set<string>} names of optimizers that are not shown */
  hidden = new Set();
  /** @type {Race | null} */
  race = null;
  asking = new Asking();
  /**
   * While a pointer holds the start, and until the last race it asked for is there, whole trails
   * are shown and follow it; then the race begins.
   * @type {"no" | "held" | "let go"}
   */
  #choosing = "no";
  #dirty = true;
  #fresh = false; // a race that no frame has shown yet
  #seen = 0; // when the last frame was drawn

  /** @param {ParentNode & Node} parent */
  constructor(parent) {
    this.root = build();
    parent.append(element("style", {}, css), this.root);
    const changed = () => this.redraw();
    const find = (/** @type {string} */ name) => /** @type {any} */ (this.root.querySelector(name));
    this.picture = new Picture(this.root, (point, done) => this.#choose(point, done));
    this.chart = new Chart(find(".chart canvas"), (time) => this.#seek(time));
    this.controls = new Controls(find(".controls"), this.clock, changed);
    this.legend = new Legend(find(".legend"), this.hidden, () => {
      this.chart.refresh();
      this.redraw();
    });
    this.quantities = find(".quantities");
    this.notice = find(".notice");
    this.theme = themeOf(this.root);
    this.clock.playing = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    new ResizeObserver(changed).observe(this.root);
    requestAnimationFrame((now) => this.#frame(now));
  }

  /**
   * Show another race; what the visitor chose (speed, play state, who is hidden) stays.
   * @param {Content} content
   */
  receive(content) {
    performance.mark("optviz: received");
    if (content.surface) surfaces.set(content.surface.key, content.surface);
    const surface = surfaces.get(content.race.surface);
    if (!surface) return this.asking.ask([content.race.start[0], content.race.start[1]], "");
    const before = this.race;
    this.race = content.race;
    const elsewhere = before?.surface !== content.race.surface;
    const moved = !before || before.start.some((value, i) => value !== content.race.start[i]);
    this.clock.fit(content.race.steps);
    if ((elsewhere || moved) && before) this.clock.seek(0);
    this.picture.show(surface, content.race);
    this.chart.show(surface, content.race);
    this.#offerQuantities(elsewhere);
    this.legend.show(content.race.runs);
    this.#tellDivergence();
    this.asking.answered(content.race);
    this.#begin();
    this.#fresh = true;
    this.redraw();
  }

  /** The page may have another theme now. */
  retheme() {
    this.theme = themeOf(this.root);
    this.picture.refresh();
    this.chart.refresh();
    this.legend.refresh();
    this.redraw();
  }

  redraw() {
    this.#dirty = true;
  }

  /** @param {number} now in ms */
  #frame(now) {
    if (!this.root.isConnected && this.#seen) return; // taken off the page
    requestAnimationFrame((next) => this.#frame(next));
    const seconds = Math.min(LONGEST_FRAME, (now - this.#seen) / 1000);
    this.#seen = now;
    const before = this.clock.time;
    const played = this.clock.playing;
    if (this.#choosing === "no") this.clock.advance(seconds);
    else this.#begin();
    if (before !== this.clock.time || played !== this.clock.playing) this.#dirty = true;
    if (this.#dirty && this.race) this.#draw();
  }

  #draw() {
    this.#dirty = false;
    if (this.#fresh) performance.mark("optviz: drawn");
    this.#fresh = false;
    const { theme, hidden } = this;
    const time = this.#choosing === "no" ? this.clock.time : this.clock.steps;
    this.picture.draw(time, hidden, theme);
    this.chart.draw(time, hidden, theme);
    this.legend.draw(Math.floor(time + 1e-9), theme, (name) => this.picture.outside(name, time));
    this.controls.draw();
  }

  /** @param {number} time in steps */
  #seek(time) {
    this.clock.playing = false;
    this.clock.seek(Math.round(time));
    this.redraw();
  }

  /**
   * @param {[number, number]} point
   * @param {boolean} done
   */
  #choose(point, done) {
    this.#choosing = done ? "let go" : "held";
    if (point.some((value, i) => value !== this.race?.start[i])) {
      this.asking.ask(point, this.race?.surface ?? "");
    }
    this.redraw();
  }

  /** Begin the race from the chosen start, once it is let go and the race is there. */
  #begin() {
    if (this.#choosing !== "let go" || this.asking.open) return;
    this.#choosing = "no";
    this.clock.restart();
  }

  /**
   * Offer the charts there are; the chosen one stays where it is still offered.
   * @param {boolean} elsewhere whether this is another surface, with a chart of its own to begin with
   */
  #offerQuantities(elsewhere) {
    const chosen = this.quantities.querySelector("[aria-pressed=true]")?.dataset.quantity;
    const offers = [
      ...(this.race?.runs[0].accuracy ? [["accuracy", "Accuracy"]] : []),
      ...(this.chart.canBeLogarithmic ? [["log", "Loss, log"]] : []),
      ["linear", "Loss, linear"],
    ];
    const buttons = offers.map(([name, label]) => {
      const button = element("button", { type: "button", "data-quantity": name }, label);
      button.addEventListener("click", () => this.#showQuantity(name));
      return button;
    });
    this.quantities.replaceChildren(...buttons);
    const stays = !elsewhere && offers.some(([name]) => name === chosen);
    this.#showQuantity(stays ? chosen : offers[0][0]);
  }

  /** @param {string} name */
  #showQuantity(name) {
    this.chart.quantity = name === "accuracy" ? "accuracy" : "loss";
    this.chart.logarithmic = name === "log";
    for (const button of this.quantities.children) {
      button.setAttribute("aria-pressed", String(button.dataset.quantity === name));
    }
    this.chart.refresh();
    this.redraw();
  }

  #tellDivergence() {
    const lost = (this.race?.runs ?? []).filter(({ diverged }) => diverged !== null);
    this.notice.hidden = lost.length === 0;
    this.notice.textContent = lost
      .map(
        ({ name, settings, diverged }) =>
          `${name} (${settings}) diverged: at step ${diverged} its numbers are no longer finite. ` +
          `It is drawn up to step ${Number(diverged) - 1}; a smaller lr may help.`,
      )
      .join(" ");
  }
}

function build() {
  const picture = element(
    "div",
    { class: "picture" },
    element("canvas", { class: "ground" }),
    element("canvas", { class: "trails", role: "img", "aria-label": "The race on the surface" }),
    element("button", {
      type: "button",
      class: "start",
      "aria-label": "Start point: drag it, or use the arrow keys",
      title: "Start: drag it, or click anywhere",
    }),
  );
  const stage = element(
    "div",
    { class: "stage" },
    picture,
    element("div", { class: "legend", role: "group", "aria-label": "Optimizers" }),
    element("div", { class: "controls", role: "group", "aria-label": "Playback" }),
    element(
      "div",
      { class: "chart" },
      element("div", { class: "quantities", role: "group", "aria-label": "Chart" }),
      element("canvas", { role: "img", "aria-label": "The chosen quantity over the steps" }),
    ),
    element("p", { class: "notice", role: "status", hidden: "" }),
  );
  return element("div", { class: "player" }, stage);
}
