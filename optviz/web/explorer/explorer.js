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
import { Live } from "./live.js";
import { Rates } from "./rates.js";

/** @typedef {import("../core/theme.js").Theme} Theme */

/**
 * @typedef {object} Entrant
 * @property {string} name
 * @property {{light: string, dark: string, dash: number[], marker: string}} style
 */

/**
 * What a click asks for.
 * @typedef {{settings?: Record<string, import("../core/settings.js").Settings>, start?: [number, number]}} Pick
 */

/**
 * @typedef {object} View
 * @property {HTMLElement} root
 * @property {(content: any) => void} show
 * @property {() => void} [update] the same content has more values, or others
 * @property {(theme: Theme) => void} draw
 * @property {(seconds: number) => boolean} advance let time pass; whether anything has changed
 */

/** @typedef {import("../core/settings.js").Settings} Settings */
/** @type {Record<string, new (pick: (what: Pick) => void, changed: () => void, live: Live) => View>} */
const VIEWS = { rates: Rates, pair: HeatMap, basins: BasinMaps };

export class Explorer {
  /** @type {(what: Pick) => void} */
  pick = () => {};
  /** @type {(settings: Record<string, Settings>) => void} called with what was set here, and stays shown */
  tell = () => {};
  #kind = "";
  /** @type {View | null} */ #view = null;
  #dirty = true;

  /** @param {ParentNode & Node} parent */
  constructor(parent) {
    this.root = element("div", { class: "player explorer", role: "region", "aria-label": "Many races at once" });
    parent.append(element("style", {}, coloursCss, coreCss, css, forcedCss), this.root);
    this.live = new Live(
      this.root,
      () => this.#changed(),
      (settings) => this.tell(settings),
    );
    this.theme = themeOf(this.root);
    whileThere(matchMedia("(forced-colors: active)"), "change", this, (explorer) => explorer.retheme());
    this.frames = new Frames(
      this.root,
      (_, seconds) => this.#frame(seconds),
      () => this.redraw(),
    );
  }

  /** @param {any} message see optviz/player/studies.py */
  receive(message) {
    const content = this.live.receive(message);
    if (content.kind !== this.#kind) {
      this.#kind = content.kind;
      this.#view = new VIEWS[content.kind](
        (what) => this.#take(what),
        () => this.redraw(),
        this.live,
      );
      this.root.replaceChildren(this.#view.root);
    }
    this.#view?.show(content);
    this.retheme();
  }

  /** Another part is known, or a setting is another. */
  #changed() {
    this.#view?.update?.();
    this.redraw();
  }

  /** @param {Pick} what with all that was set here and has not been told */
  #take(what) {
    const settings = this.live.untold();
    for (const [name, own] of Object.entries(what.settings ?? {})) {
      settings[name] = { ...settings[name], ...own };
    }
    this.pick({ ...what, settings });
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
