/** Whether a page of its own is light or dark: as it is told, else as the page around it, else as the system. */

import { THEMES } from "./opening.js";

const SYSTEM = "(prefers-color-scheme: dark)";
/** When the style sheet of dark pages holds. @type {Record<string, string>} */
const HOLDS = { auto: SYSTEM, light: "not all", dark: "all" };

export class PageTheme {
  #around = "auto";

  /**
   * @param {string} chosen "auto", "light" or "dark"
   * @param {() => void} changed called when the page may have other colours
   */
  constructor(chosen, changed) {
    this.chosen = chosen;
    this.changed = changed;
    matchMedia(SYSTEM).addEventListener("change", changed);
    this.#apply();
  }

  /** The page around is light or dark, or does not say. @param {string} theme */
  around(theme) {
    if (!THEMES.includes(theme)) return;
    this.#around = theme;
    this.#apply();
    this.changed();
  }

  #apply() {
    const sheet = /** @type {HTMLStyleElement} */ (document.querySelector("style[data-dark]"));
    sheet.media = HOLDS[this.chosen === "auto" ? this.#around : this.chosen];
  }
}
