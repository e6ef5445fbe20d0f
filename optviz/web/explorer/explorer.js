/** The explorer: one of three pictures of many races, and where a click in it leads. */

import { element } from "../core/dom.js";
import { Frames } from "../core/frames.js";
import coloursCss from "../core/colours.css";
import forcedCss from "../core/forced.css";
import { whileThere } from "../core/listen.js";
import coreCss from "../core/style.css";
import { themeOf } from "../core/theme.js";
import { BasinMaps } from "./basins.js";
import css from "./explorer.css";
import { HeatMap } from "./heatmap.js";
import { Rates } from "./rates.js";

/** @typedef {import("../core/theme.js").Theme} Theme */

/**
 * @typedef {object} Entrant
 * @property {string} name
 * @property {{light: string, dark: string, dash: number[], marker: string}} style
 */

/**
 * What a click asks for.
 * @typedef {{settings: Record<string, Record<string, number>>} | {start: [number, number]}} Pick
 */

/**
 * @typedef {object} View
 * @property {HTMLElement} root
 * @property {(content: any) => void} show
 * @property {(theme: Theme) => void} draw
 * @property {(seconds: number) => boolean} advance let time pass; whether anything has changed
 */

/** @type {Record<string, new (pick: (what: Pick) => void, changed: () => void) => View>} */
const VIEWS = { rates: Rates, pair: HeatMap, basins: BasinMaps };

export class Explorer {
  /** @type {(what: Pick) => void} */
  pick = () => {};
  #kind = "";
  /** @type {View | null} */ #view = null;
  #dirty = true;

  /** @param {ParentNode & Node} parent */
  constructor(parent) {
    this.root = element("div", { class: "player explorer", role: "region", "aria-label": "Many races at once" });
    parent.append(element("style", {}, coloursCss, coreCss, css, forcedCss), this.root);
    this.theme = themeOf(this.root);
    whileThere(matchMedia("(forced-colors: active)"), "change", this, (explorer) => explorer.retheme());
    this.frames = new Frames(
      this.root,
      (_, seconds) => this.#frame(seconds),
      () => this.redraw(),
    );
  }

  /** @param {{kind: string}} content see payload.py */
  receive(content) {
    if (content.kind !== this.#kind) {
      this.#kind = content.kind;
      this.#view = new VIEWS[content.kind](
        (what) => this.pick(what),
        () => this.redraw(),
      );
      this.root.replaceChildren(this.#view.root);
    }
    this.#view?.show(content);
    this.retheme();
  }

  retheme() {
    this.theme = themeOf(this.root);
    this.redraw();
  }

  redraw() {
    this.#dirty = true;
    this.frames?.go(); // there are none yet while it is made
  }

  /** @param {number} seconds since the last frame */
  #frame(seconds) {
    if (!this.#view) return;
    if (this.#view.advance(seconds)) this.#dirty = true;
    if (!this.#dirty) return;
    this.#dirty = false;
    this.#view.draw(this.theme);
  }
}
