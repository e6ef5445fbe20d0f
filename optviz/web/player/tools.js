/** Switches: which views, glyphs and charts are shown, the inspector, slow motion and full screen. */

import { quantitiesOf } from "../plot/quantities.js";
import { toggleFullScreen } from "./fullscreen.js";
import { GLYPHS } from "./glyphs.js";
import { fullScreenButton, iconButton, toggle } from "./layout.js";
import { copyLink } from "./link.js";
import { VIEWS } from "./views.js";

/** @typedef {import("./player.js").Player} Player */
/** @typedef {import("../plot/quantities.js").Quantity} Quantity */
/** @typedef {import("./glyphs.js").Glyph} Glyph */

/** @type {[-1 | 1, string, string][]} */
const BACK_AND_FORTH = [
  [-1, "M12 5V1L5 7l7 6V9a5 5 0 1 1-5 6H4.6A7.5 7.5 0 1 0 12 5z", "Undo a change of the race (Z)"],
  [1, "M12 5V1l7 6-7 6V9a5 5 0 1 0 5 6h2.4A7.5 7.5 0 1 1 12 5z", "Redo it (Shift+Z)"],
];

export class Tools {
  /** @type {Set<Glyph>} the glyphs that are switched on */
  glyphs = new Set();
  /** @type {[HTMLButtonElement, () => boolean][]} each switch, and whether it is on */
  #switches = [];

  /** @type {[HTMLButtonElement, -1 | 1][]} */
  #steps;

  /** @param {Player} player */
  constructor(player) {
    this.player = player;
    this.quantities = /** @type {HTMLElement} */ (player.root.querySelector(".quantities"));
    for (const [view, label] of VIEWS) {
      this.#offer(
        "views",
        label,
        () => player.views.isOpen(view),
        () => player.views.toggle(view),
      );
    }
    for (const [glyph, label, title] of GLYPHS) {
      this.#offer(
        "glyphs",
        label,
        () => this.glyphs.has(glyph),
        () => {
          if (!this.glyphs.delete(glyph)) this.glyphs.add(glyph);
        },
        title,
      );
    }
    this.#offer(
      "more",
      "Inspector",
      () => player.inspector.open,
      () => player.toggleInspector(),
    );
    this.#offer(
      "more",
      "Slow motion",
      () => player.slow.running,
      () => player.slowly(),
    );
    if (player.load.cloud) {
      this.#offer(
        "more",
        "Cloud",
        () => player.onDemand.made.cloud?.open ?? false,
        () => player.onDemand.toggle("cloud"),
        "Each optimizer from 50 to 1,000 starts at once",
      );
      this.#offer(
        "more",
        "Seeds",
        () => player.onDemand.made.seeds?.open ?? false,
        () => player.onDemand.toggle("seeds"),
        "The race under many seeds of its minibatches",
      );
    }
    this.#offer(
      "more",
      "Copy link",
      () => false,
      () => copyLink(player),
    );
    this.#offer(
      "more",
      "Try this",
      () => player.prompts.wanted,
      () => player.prompts.toggle(),
      "Things to try, above the picture",
    );
    this.#offer(
      "more",
      "Tour",
      () => player.onDemand.made.tour?.open ?? false,
      () => player.onDemand.toggle("tour"),
    );
    this.#offer(
      "more",
      "Teach",
      () => player.onDemand.made.teacher?.open ?? false,
      () => player.teach("t"),
      "Pen, pointer, places to stop at, type size (T)",
    );
    this.#offer(
      "more",
      "Keys",
      () => player.onDemand.made.help?.open ?? false,
      () => player.onDemand.toggle("help"),
    );
    this.#steps = BACK_AND_FORTH.map(([by, path, title]) => {
      const button = iconButton(path, title, () => player.changes.go(by));
      this.#group("more").append(button);
      return [button, by];
    });
    this.#group("more").append(fullScreenButton(() => toggleFullScreen(player.root)));
  }

  /**
   * Offer the charts there are. The chosen one stays if it is still offered and the surface is the
   * same; else the first one is shown.
   * @param {Quantity[]} quantities
   * @param {boolean} elsewhere
   * @param {import("../core/payload.js").Surface} surface
   */
  show(quantities, elsewhere, surface) {
    const { chart } = this.player;
    if (elsewhere || !quantities.includes(chart.quantity)) chart.quantity = quantities[0];
    const buttons = quantities.map((quantity) => {
      const { label, axis } = quantity;
      const button = toggle(axis === undefined ? label : `${label} ${surface.axes[axis]}`, () => {
        chart.quantity = quantity;
        chart.refresh();
        this.player.redraw();
      });
      button.dataset.quantity = quantity.id;
      if (quantity.title) button.title = quantity.title;
      return button;
    });
    this.quantities.replaceChildren(...buttons);
    for (const [button] of this.#switches) {
      if (button.dataset.needs === "samples") button.hidden = !surface.samples;
      if (button.dataset.needs === "curvature") button.hidden = !this.player.race?.runs[0]?.curvature;
      if (button.dataset.needs === "prompts") button.hidden = !this.player.prompts.offered;
      if (button.dataset.needs === "race") button.hidden = Boolean(this.player.race?.lesson);
      if (button.dataset.needs === "seeds")
        button.hidden = !this.player.race?.batch || this.player.race.lesson !== null;
      if (button.dataset.needs === "link") button.hidden = !this.player.race?.link;
    }
  }

  /**
   * Open the views and the chart that are named, and of the glyphs only the named ones.
   * @param {string[]} names
   */
  showOnly(names) {
    const { views, chart } = this.player;
    for (const [view] of VIEWS) if (names.includes(view) && !views.isOpen(view)) views.toggle(view);
    this.glyphs = new Set(GLYPHS.map(([glyph]) => glyph).filter((glyph) => names.includes(`glyph-${glyph}`)));
    const offered = this.player.race ? quantitiesOf(this.player.race) : [];
    const quantity = offered.find(({ id }) => names.includes(id));
    if (quantity) chart.quantity = quantity;
    chart.refresh();
  }

  draw() {
    for (const [button, isOn] of this.#switches) press(button, isOn());
    for (const [button, by] of this.#steps) state(button, "aria-disabled", !this.player.changes.canGo(by));
    const { id } = this.player.chart.quantity;
    for (const button of this.quantities.children) {
      press(button, /** @type {HTMLElement} */ (button).dataset.quantity === id);
    }
  }

  /** @param {string} name */
  #group(name) {
    return /** @type {HTMLElement} */ (this.player.root.querySelector(`[data-group=${name}]`));
  }

  /**
   * @param {string} group
   * @param {string} label
   * @param {() => boolean} isOn
   * @param {() => void} act
   * @param {string} [title]
   */
  #offer(group, label, isOn, act, title) {
    const button = toggle(label, () => {
      act();
      this.player.redraw();
    });
    if (title) button.title = title;
    if (label === "curvature") button.dataset.needs = "curvature";
    if (label === "Samples") button.dataset.needs = "samples";
    if (label === "Try this") button.dataset.needs = "prompts";
    if (label === "Cloud") button.dataset.needs = "race"; // a lesson's screen has no room for it
    if (label === "Seeds") button.dataset.needs = "seeds";
    if (label === "Copy link") button.dataset.needs = "link";
    this.#switches.push([button, isOn]);
    this.#group(group).append(button);
  }
}

/**
 * @param {Element} button
 * @param {boolean} on
 */
function press(button, on) {
  state(button, "aria-pressed", on);
}

/**
 * @param {Element} button
 * @param {string} name
 * @param {boolean} on
 */
function state(button, name, on) {
  const value = String(on);
  if (button.getAttribute(name) !== value) button.setAttribute(name, value);
}
